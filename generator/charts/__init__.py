"""Charts as plain data: what is drawn where and the words for it, which web and print each draw in their own way."""
