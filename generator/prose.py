"""The Markdown of a case: one dialect, parsed once, for the page, the search and the PDF.

CommonMark with tables. Raw HTML, images and headings are no part of it: HTML is shown as the text that
it is, and links lead to web addresses and mailboxes alone.
"""

import re
from collections.abc import Callable, Iterator
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
    """Something that the dialect has not: the code of its message, and `mark`, by which it is found.

    `skip` is how many marks of the same kind stand before it in the text.
    """

    code: str
    mark: str
    skip: int = 0


def html(text: str) -> Markup:
    """Return the text as safe HTML blocks."""
    if not _MARKUP.search(text):
        return Markup("<p>{}</p>\n").format(text.strip())
    return Markup(_MARKDOWN.render(text))


def inline_html(text: str) -> Markup:
    """Return the text as safe HTML without a block around it when it is a single paragraph."""
    rendered = html(text).strip()
    if rendered.count("<p>") == 1 and rendered.startswith("<p>") and rendered.endswith("</p>"):
        return Markup(rendered[3:-4])
    return Markup(rendered)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of the text without its markup, a line for each block."""
    if not _MARKUP.search(text):
        return text.strip()
    return "\n".join(
        " ".join(_words(token).split()) for token in _MARKDOWN.parse(text) if token.type == "inline"
    )


def tree(text: str) -> SyntaxTreeNode:
    """Return the text as a tree of blocks and inlines."""
    return SyntaxTreeNode(_MARKDOWN.parse(text))


def faults(text: str) -> Iterator[Fault]:
    """Yield what an editor wrote that the dialect does not have."""
    if not _MARKUP.search(text):
        return
    lines = text.splitlines()
    images = 0
    for token in _EVERYTHING.parse(text):
        if token.type == "heading_open" and token.map:
            yield Fault("heading", lines[token.map[0]].strip())
        for child in token.children or ():
            if child.type == "image":
                yield Fault("image", "![", images)
                images += 1


def _parser(accepts: Callable[[str], bool]) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    vars(parser)["validateLink"] = accepts
    return parser


def _is_safe(url: str) -> bool:
    return _LINK.match(url) is not None


def _is_any(_: str) -> bool:
    return True


_MARKDOWN = _parser(_is_safe).disable(
    ["heading", "lheading", "image", "html_block", "html_inline", "reference"]
)
_EVERYTHING = _parser(_is_any)


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
