"""Strangers' words in a comment on GitHub: shown as they are, never as Markdown, link, mention or reference."""

import re

from generator.reading.characters import CONTROL

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_LINKED = re.compile(
    r"""(
      [@#$]                                  # @name, #1, owner/project#1, $formula$
    | :(?=\S)                                # https://, mailto:, :smile:
    | www(?=\.)
    | (?<=[a-z])-(?=[a-z]*[0-9]) | ghsa-     # GH-1, CVE-2026-1, GHSA-abcd
    | [0-9a-f]{6}(?=[0-9a-f])                # a commit has seven digits or more
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""After these stands a space of no width: GitHub makes links of plain words, too, whatever is escaped.

https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
"""
_BREAK = "\u200b"


def words(text: str) -> str:
    """Return a text so that Markdown shows it letter by letter, on one line."""
    apart = _LINKED.sub(rf"\1{_BREAK}", _on_one_line(text))
    return _PUNCTUATION.sub(r"\\\g<0>", apart)


def code(text: str) -> str:
    """Return a name as code, in a fence of more backticks than it holds in a row."""
    shown = _on_one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _on_one_line(text: str) -> str:
    """Return a text without line ends, and with ? for what nobody sees and nothing can write."""
    return re.sub(f"{CONTROL.pattern}|[\ud800-\udfff]", "?", " ".join(text.split())) or "?"
