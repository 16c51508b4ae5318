"""What editors need: to write case files, to care for them, and to see what a proposal does."""
