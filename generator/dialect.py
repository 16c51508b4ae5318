"""The dialect of Markdown that cases are written in; form/dialect.js reads the same one.

CommonMark with tables, less what running text means by accident. A list is numbered 1, 2, 3; a date, an ordinal
or a sign that stands first in a text is shown as it is written. Word processors' bullets are bullets. Raw HTML,
entities, images, headings, quotations, code by indentation and breaks within a paragraph are no part of it.
"""

import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator import usual

BULLETS = "•·▪◦‣⁃∙●○■□➢➤\uf0b7\uf0a7\uf0d8"
"""What word processors write for a list's `-`; for the second level it is an `o` and a tabulator."""
TOLD = ("heading", "lheading", "image")
"""Rules of CommonMark that the dialect lacks and editors are told of."""

_LACKS = ("html_block", "html_inline", "entity", "reference", "blockquote")
_BULLET = re.compile(rf"^([ \t]*)(?:[{BULLETS}][ \t]+|o\t[ \t]*)", re.MULTILINE)
_SIGN = re.compile(r"[-*][ \t]+[0-9]|\*")
_BACKSLASHES = re.compile(r"\\{2,}|\\(?=\n)")
_NOWHERE = re.compile(r"\[[^\[\]]*\]\([ \t\n]*(?:<>[ \t\n]*)?\)")
_TIMES = re.compile(r"(?<=[0-9])\*+(?=[0-9])")
_ONE_LINE = 7
"""How many tokens a list of one line has."""


def parser(accepts: Callable[[str], bool]) -> MarkdownIt:
    """Return a parser of the dialect and of what editors are told of; links lead where `accepts` lets them."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable(list(_LACKS))
    vars(made)["validateLink"] = accepts
    made.core.ruler.after("normalize", "lines", _mend_lines)
    made.core.ruler.at("block", usual.blocks)
    made.core.ruler.at("inline", usual.inlines)
    made.block.ruler.at("code", _nothing)
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.inline.ruler.before("escape", "backslash", _as_it_is(_BACKSLASHES))
    made.inline.ruler.before("link", "nowhere", _as_it_is(_NOWHERE))
    made.inline.ruler.before("emphasis", "times", _as_it_is(_TIMES))
    return made


def _mend_lines(state: StateCore) -> None:
    """Write word processors' bullets as `-`, and no spaces at the end of a line, which would break it."""
    state.src = "\n".join(line.rstrip(" \t") for line in _BULLET.sub(r"\1- ", state.src).split("\n"))


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a list, but not running text that begins as one does."""
    refused: set[int] = state.env.setdefault("refused", set())
    mark = state.src[_begin(state, start) : state.eMarks[start]]
    if mark.startswith("+") or _begin(state, start) in refused or not list_block(state, start, end, True):
        return False
    is_next = state.sCount[start] < state.blkIndent  # item of a list that is being read
    if silent and (is_next or not mark[0].isdigit()):
        return True
    known, line = len(state.tokens), state.line
    list_block(state, start, end, False)
    made = state.tokens[known:]
    is_list = (
        _counts(made) if mark[0].isdigit() else not (_stands_alone(state, start) and _is_sign(made, mark))
    )
    if mark[0].isdigit() and not is_list:
        refused.update(_begin(state, below) for below in range(start, state.line))
    if silent or not is_list:
        del state.tokens[known:]
        state.line = line
    return is_list


def _nothing(_: StateBlock, __: int, ___: int, ____: bool) -> bool:
    """Find no code, though what is indented as code begins nothing else either."""
    return False


def _begin(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _counts(made: Sequence[Token]) -> bool:
    """Return whether a list's numbers are 1, 2 and so on."""
    items = (token for token in made if token.type == "list_item_open" and token.level == made[0].level + 1)
    numbers = [int(item.info) for item in items]
    return len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]


def _stands_alone(state: StateBlock, line: int) -> bool:
    is_behind_mark = bool(state.src[state.bMarks[line] : _begin(state, line)].strip())
    return line == 0 or state.isEmpty(line - 1) or is_behind_mark


def _is_sign(made: Sequence[Token], mark: str) -> bool:
    """Return whether what a list of one line begins with is a minus or a footnote's star."""
    return len(made) == _ONE_LINE and _SIGN.match(mark) is not None


def _as_it_is(pattern: re.Pattern[str]) -> Callable[[StateInline, bool], bool]:
    """Return a rule that shows what fits the pattern as it is written."""

    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos)
        if found is None:
            return False
        if not silent:
            state.pending += found[0]
        state.pos = found.end()
        return True

    return rule
