"""Data for the site's scripts, each a classic script itself: it loads from a folder and under a strict policy."""

import json

ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script, or a line of it, too early; within JSON it stands in strings only."""


def text(value: object) -> str:
    """Return data as JSON that stands in a script element as it is."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, escaped in ESCAPES.items():
        told = told.replace(mark, escaped)
    return told


def put(name: str, value: object) -> str:
    """Return the script that hands `value` over by `name`; theme_overrides/assets/js/base/namespace.js takes it in."""
    return handing(name, text(value))


def handing(name: str, told: str) -> str:
    """Return that script for a value that `text` has told already."""
    return f'casekatalog.put("{name}",{told})\n'
