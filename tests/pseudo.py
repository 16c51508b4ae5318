"""A language whose every word stands in marks, to tell a word of the language from one that stands elsewhere.

As a program it is MkDocs in that language: `python pseudo.py build ...`.
"""

import re
import sys

from mkdocs.__main__ import cli

from generator import wording as words
from generator.wording import FIRST, Group, Own, read, wording

MARKED = re.compile(r"⟦[^⟦⟧]*(?:⟧|$)")
"""What is of the language; a text that was cut has no end."""
SILENT = {
    *("slugs", "addresses", "facet_folders", "ledger", "qualifiers", "typed", "other_names"),
    *("accessibility_statuses", "accessibility_reasons", "accessibility_methods"),
}
"""The groups of what stands in files: slugs, addresses, the words before numbers, and what settings say."""
CONTENT = {("common", "unstated")}
"""The word that cases themselves say where they know nothing."""
_NAME = re.compile(r"(\{\{|\}\}|\{[^{}]*\})")


def marked(text: str) -> str:
    """Return a text with marks around all that is not a name in braces."""
    return "".join(
        f"⟦{part}⟧" if re.search(r"[^\W\d_]", part) and not _NAME.fullmatch(part) else part
        for part in _NAME.split(text)
    )


def pseudo(language: str, own: Own = ()) -> dict[str, Group]:
    """Return the words of a language, marked."""
    return {
        name: group
        if name in SILENT
        else Group(
            {key: text if (name, key) in CONTENT else marked(text) for key, text in group.items()},
            {key: (marked(one), marked(several)) for key, (one, several) in group.counts.items()},
        )
        for name, group in read(language, own).items()
    }


if __name__ == "__main__":
    vars(words)["read"] = pseudo
    wording.speak(FIRST)
    cli(sys.argv[1:])
