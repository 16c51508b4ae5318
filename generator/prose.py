"""The Markdown of a case: one dialect, parsed once, for the page, the search and the PDF.

CommonMark with tables. Raw HTML, images and headings are no part of it: HTML is shown as the text that
it is, and links lead to web addresses and mailboxes alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"]+\Z", re.IGNORECASE)
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|\n]|^\s*([-+#=]|\d+[.)]|\t| {4})")


@dataclass(frozen=True)
class Fault:
    """Something that the dialect has not: `code` names its message, `line` counts from 0 within the text."""

    code: str
    line: int


def html(text: str) -> Markup:
    """Return the text as safe HTML blocks."""
    if not _MARKUP.search(text):
        return Markup("<p>{}</p>\n").format(text.strip())
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - raw HTML is off in the parser


def inline_html(text: str) -> Markup:
    """Return the text as safe HTML without a block around it when it is a single paragraph."""
    rendered = html(text).strip()
    if rendered.count("<p>") == 1 and rendered.startswith("<p>") and rendered.endswith("</p>"):
        return Markup(rendered[3:-4])  # noqa: S704 - a part of safe HTML
    return Markup(rendered)  # noqa: S704


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of the text without its markup, a line for each block."""
    if not _MARKUP.search(text):
        return text.strip()
    return "\n".join(" ".join(_words(token).split()) for token in _MARKDOWN.parse(text) if token.type == "inline")


def tree(text: str) -> SyntaxTreeNode:
    """Return the text as a tree of blocks and inlines."""
    return SyntaxTreeNode(_MARKDOWN.parse(text))


def faults(text: str) -> Iterator[Fault]:
    """Yield what an editor wrote that the dialect does not have."""
    if not _MARKUP.search(text):
        return
    for token in _EVERYTHING.parse(text):
        line = token.map[0] if token.map else 0
        if token.type == "heading_open":
            yield Fault("heading", line)
        for child in token.children or ():
            if child.type == "image":
                yield Fault("image", line)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _accepts(url: str) -> bool:
    return _LINK.match(url) is not None


_MARKDOWN = _parser().disable(["heading", "lheading", "image", "html_block", "html_inline", "reference"])
_MARKDOWN.validateLink = _accepts  # type: ignore[method-assign]
_EVERYTHING = _parser()


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.children:
        return "".join(map(_words, token.children))
    return token.content


def _table_in_frame(*_: object) -> str:
    return '<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel"><table class="data">\n'


def _table_end(*_: object) -> str:
    return "</table></div>\n"


_MARKDOWN.add_render_rule("table_open", _table_in_frame)
_MARKDOWN.add_render_rule("table_close", _table_end)
