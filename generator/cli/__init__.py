"""The command `casekatalog`: what it asks, does and says."""
