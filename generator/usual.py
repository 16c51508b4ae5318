"""The usual text of a case, read without trying every rule of Markdown: paragraphs of plain words, and flat lists.

What is read here becomes the very tokens that the rules make of it; any other text is left to them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.common.utils import mdTrim
from markdown_it.rules_core import StateCore, block
from markdown_it.token import Token

_BEGUN = r"(?:[^\W\d_]|\*\*(?=[^\W_])|[\"'(«»“”„§])"
"""What a line begins with that can begin nothing but words."""
_REST = r"[^\x00-\x1f|]*+"
_LINE = rf"(?:{_BEGUN}|[0-9]++(?![.)])){_REST}"
_LINES = rf"{_LINE}(?:\n{_LINE})*+"
_ITEM = rf"- {_BEGUN}{_REST}(?:\n  {_LINE})*+"
_LIST = rf"{_ITEM}(?:\n{_ITEM})*+(?!\n\n+- )"
"""A list that no other one follows, which would belong to it."""
_PART = rf"(?:{_LINES}(?:\n{_LIST})?+|{_LIST})"
_USUAL = re.compile(rf"{_PART}(?:\n\n+{_PART})*+")
_BLOCK = re.compile(rf"{_LINES}|(?P<list>{_LIST})")
_NEXT_ITEM = re.compile(r"\n(?=- )")
_SIGN = re.compile(r"[\\`*_\[<]")
"""What words can have that may become something else."""
_STRONG = re.compile(
    r"(?:^|(?<=[ \n(]))\*\*(?=[^\W_])([^\\`*_\[<]+)"
    r"(?:(?<=[^\W_])\*\*(?=[ \n,.;:)]|\Z)|(?<=[.,:!?%)])\*\*(?=[ \n]|\Z))"
)
"""Words in bold whose stars can be nothing else."""


def blocks(state: StateCore) -> None:
    """Read the blocks of a text."""
    if _USUAL.fullmatch(state.src):
        state.tokens += _blocks(state.src)
    else:
        block(state)


def inlines(state: StateCore) -> None:
    """Read what stands in the blocks."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        pieces = _STRONG.split(token.content)
        if any(map(_SIGN.search, pieces[::2])):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children += _words(pieces)


def _blocks(text: str) -> Iterator[Token]:
    found = [*_BLOCK.finditer(text)]
    lines = [*(text.count("\n", 0, each.start()) for each in found), text.count("\n") + 1]
    for each, (first, following) in zip(found, pairwise(lines), strict=True):
        if each["list"]:
            yield from _list(each[0], first, following)
        else:
            yield from _paragraph(each[0], first)


def _list(text: str, first: int, following: int) -> Iterator[Token]:
    """Yield a list; it ends where what follows begins."""
    items = _NEXT_ITEM.split(text)
    yield Token("bullet_list_open", "ul", 1, map=[first, following], markup="-", block=True)
    for number, item in enumerate(items, 1):
        end = first + item.count("\n") + 1 if number < len(items) else following
        yield Token("list_item_open", "li", 1, map=[first, end], level=1, markup="-", block=True)
        yield from _paragraph(item[2:].replace("\n  ", "\n"), first, level=2, hidden=True)
        yield Token("list_item_close", "li", -1, level=1, markup="-", block=True)
        first = end
    yield Token("bullet_list_close", "ul", -1, markup="-", block=True)


def _paragraph(words: str, first: int, level: int = 0, hidden: bool = False) -> Iterator[Token]:
    """Yield a paragraph; it is hidden in a list, whose items stand close together."""
    place = [first, first + words.count("\n") + 1]
    yield Token("paragraph_open", "p", 1, map=place, level=level, block=True, hidden=hidden)
    yield Token(
        "inline", "", 0, map=[*place], level=level + 1, children=[], content=mdTrim(words), block=True
    )
    yield Token("paragraph_close", "p", -1, level=level, block=True, hidden=hidden)


def _words(pieces: Sequence[str]) -> Iterator[Token]:
    """Yield plain words and words in bold in turn."""
    for place, piece in enumerate(pieces):
        if place % 2:
            yield Token("strong_open", "strong", 1, markup="**")
            yield from _lines(piece, 1)
            yield Token("strong_close", "strong", -1, markup="**")
        else:
            yield from _lines(piece, 0, is_behind=place > 0, is_before=place < len(pieces) - 1)


def _lines(text: str, level: int, is_behind: bool = False, is_before: bool = False) -> Iterator[Token]:
    """Yield the lines of plain words; what stands behind words in bold, or before some, is there also when empty."""
    first, *others = text.split("\n")
    if first or is_behind or (is_before and not others):
        yield Token("text", "", 0, content=first, level=level)
    for number, line in enumerate(others, 1):
        yield Token("softbreak", "br", 0, level=level)
        if (words := line.lstrip(" \t")) or (is_before and number == len(others)):
            yield Token("text", "", 0, content=words, level=level)
