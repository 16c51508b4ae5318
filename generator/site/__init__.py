"""From cases to a site: pages as HTML, what the browser loads, and the engine that puts it all in a shell."""
