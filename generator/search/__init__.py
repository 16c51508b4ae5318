"""All that the browser searches in: Danish words, and which case has which."""
