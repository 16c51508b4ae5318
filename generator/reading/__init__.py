"""From a folder of files to cases, or to all problems at once."""
