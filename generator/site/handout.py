"""The content of a case's page as a script: pages in a folder cannot fetch each other."""

from generator import scripts


def script(slug: str, html: str) -> bytes:
    """Return the script that hands over the content of a case's page to those of a shortlist and a comparison."""
    return scripts.put(f"handout/{slug}", html).encode()
