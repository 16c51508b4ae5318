"""From cases to PDFs: what a page holds, where words may be divided, and the engine that sets them."""
