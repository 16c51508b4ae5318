"""Cases as open data: rows and records in formats that other programs read."""
