"""Cases in a sheet: read from .xlsx and .csv, and an empty one to fill in."""
