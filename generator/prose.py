"""The Markdown of a case, parsed once: as HTML, plain words or tree, for the page, the search and the PDF.

HTML is shown as the text that it is, and links lead to web addresses and mailboxes alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape

from generator.dialect import BULLETS, TOLD, parser
from generator.text import run_together
from generator.wording import wording

_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"]+\Z", re.IGNORECASE)
_SIMPLE = re.compile(
    r"(?:(?:(?:- (?![0-9])|[ \t]*(?![0-9]+[.)]))(?:\*\*)?[^\W_](?![.)\t])[^\n\r]*|[ \t]*)(?:\n|\Z))*+"
)
"""Paragraphs, and lists that can be nothing else: each line begins with a word, or with a dash before one."""
_PLAIN = re.compile(rf"(?!\s*(?:[-+#=]|\d+[.)]|o\t|[{BULLETS}]))[^\\`*_\[\]<>&~|\n]*+")
"""A line of words that nothing can be but themselves."""
_SPACES = re.compile(r"[ \t\n]+")
_ORDINAL = re.compile(r"\s*#+ +[0-9]")

Node = SyntaxTreeNode
"""A block or an inline of a parsed text."""


@dataclass(frozen=True)
class Fault:
    """Something that the dialect has not: the code of its message, and `mark`, by which it is found.

    `skip` is how many marks of the same kind stand before it in the text.
    """

    code: str
    mark: str
    skip: int = 0


@dataclass(frozen=True)
class Words:
    """Words to recognise in texts; `names` leads from each word to the slug of what it names."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]

    def name(self, found: str) -> str | None:
        """Return the slug that a found word names; an abbreviation is only one in capitals."""
        word = " ".join(found.split())
        return self.names.get(word) or self.names.get(word.lower())


@dataclass(frozen=True)
class Links:
    """Words to make links of, each once: where each slug leads."""

    words: Words
    targets: Mapping[str, str]


def html(text: str, links: Links | None = None) -> Markup:
    """Return the text as safe HTML blocks."""
    if links and links.targets:
        tokens = _MARKDOWN.parse(text)
        _link(tokens, links)
        return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
    if _PLAIN.fullmatch(text):
        return Markup(f"<p>{escape(text.strip())}</p>\n")
    return Markup(_MARKDOWN.render(text))


def inline_html(text: str, links: Links | None = None) -> Markup:
    """Return the text as safe HTML without a block around it when it is a single paragraph."""
    rendered = html(text, links).strip()
    if rendered.count("<p>") == 1 and rendered.startswith("<p>") and rendered.endswith("</p>"):
        return Markup(rendered[3:-4])
    return Markup(rendered)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of the text without its markup, a line for each block; a list keeps its numbers."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    lines: list[str] = []
    number = ""
    for token in _MARKDOWN.parse(text):
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            lines.append(number + _SPACES.sub(" ", _words(token)).strip())
            number = ""
    return "\n".join(lines)


def words(forms: Iterable[tuple[str, str]]) -> Words:
    """Return words to recognise from pairs of a word as texts write it and the slug that it names.

    A word is found whole, with any small or capital letters; one that is all capitals only so.
    """
    names = {form if _is_abbreviation(form) else form.lower(): slug for form, slug in forms}
    pattern = rf"(?<![\w-]){_alternatives({name.lower() for name in names})}(?![\w-])"
    return Words(names, re.compile(pattern, re.IGNORECASE))


def mentions(text: str, words: Words) -> tuple[str, ...]:
    """Return the slugs that the text's running words name, each once, in order of first mention."""
    if not words.names or not words.pattern.search(text):
        return ()
    runs = iter((text,)) if _PLAIN.fullmatch(text) else _runs(_MARKDOWN.parse(text))
    found = (words.name(match[0]) for run in runs for match in words.pattern.finditer(run))
    return tuple(dict.fromkeys(slug for slug in found if slug))


def tree(text: str) -> Node:
    """Return the text as a tree of blocks and inlines."""
    return Node(_MARKDOWN.parse(text))


def faults(text: str) -> Iterator[Fault]:
    """Yield what an editor wrote that the dialect does not have."""
    if _PLAIN.fullmatch(text) or (_SIMPLE.fullmatch(text) and "![" not in text):
        return
    lines = text.split("\n")
    images = 0
    for token in (_EVERYTHING if "![" in text else _BLOCKS).parse(text):
        if token.type == "heading_open" and token.map and not _ORDINAL.match(lines[token.map[0]]):
            yield Fault("heading", lines[token.map[0]].strip())
        elif token.type == "inline" and token.map:
            written = lines[token.map[0] : token.map[1]]
            if (merged := run_together(written)) is not None:
                line = written[merged].strip()
                yield Fault("indented_list" if line.startswith("- ") else "run_together", line)
        for child in token.children or ():
            if child.type == "image":
                yield Fault("image", "![", images)
                images += 1


def _is_safe(url: str) -> bool:
    return _LINK.match(url) is not None


def _is_any(_: str) -> bool:
    return True


_MARKDOWN = parser(_is_safe).disable(list(TOLD))
_EVERYTHING = parser(_is_any)
_BLOCKS = parser(_is_any)
_BLOCKS.core.ruler.disable("inline")


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.children:
        return "".join(map(_words, token.children))
    return token.content


def _alternatives(names: Iterable[str]) -> str:
    """Return a pattern for the longest name that fits; names share their beginnings, for speed."""
    branches: dict[str, list[str]] = {}
    for name in names:
        branches.setdefault(name[:1], []).append(name[1:])
    ends = branches.pop("", None) is not None
    if not branches:
        return ""
    letters = {letter: r"\s+" if letter == " " else re.escape(letter) for letter in sorted(branches)}
    options = [pattern + _alternatives(branches[letter]) for letter, pattern in letters.items()]
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)}){'?' if ends else ''}"


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _running(tokens: list[Token]) -> Iterator[tuple[Token, list[tuple[bool, list[Token]]]]]:
    """Yield every inline with its children in pieces; a piece of running words is marked True.

    Words in links, code and the heads of tables are not running words.
    """
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline" or (before is not None and before.type == "th_open"):
            continue
        pieces: list[tuple[bool, list[Token]]] = []
        depth = 0
        for child in token.children or ():
            depth += (child.type == "link_open") - (child.type == "link_close")
            runs = depth == 0 and child.type in {"text", "softbreak"}
            if runs and pieces and pieces[-1][0]:
                pieces[-1][1].append(child)
            else:
                pieces.append((runs, [child]))
        yield token, pieces


def _runs(tokens: list[Token]) -> Iterator[str]:
    for _, pieces in _running(tokens):
        yield from (_joined(piece) for runs, piece in pieces if runs)


def _joined(piece: list[Token]) -> str:
    return "".join("\n" if token.type == "softbreak" else token.content for token in piece)


def _link(tokens: list[Token], links: Links) -> None:
    """Make links of the first mentions."""
    due = dict(links.targets)
    for token, pieces in _running(tokens):
        children: list[Token] = []
        for runs, piece in pieces:
            children += _linked(_joined(piece), links.words, due) if runs else piece
        token.children = children


def _linked(text: str, words: Words, due: dict[str, str]) -> Iterator[Token]:
    end = 0
    for match in words.pattern.finditer(text):
        target = due.pop(words.name(match[0]) or "", None)
        if target is None:
            continue
        yield Token("text", "", 0, content=text[end : match.start()])
        yield Token("link_open", "a", 1, attrs={"class": "term", "href": target})
        yield Token("text", "", 0, content=match[0])
        yield Token("link_close", "a", -1)
        end = match.end()
    yield Token("text", "", 0, content=text[end:])


TABLE_END = "</table></div>"


def table_start(columns: str = "") -> Markup:
    """Return how a table begins, in a frame named by its columns that the keyboard can scroll; it ends by TABLE_END."""
    name = wording.table_frame["of"].format(columns=columns) if columns else wording.table_frame["unnamed"]
    frame = '<div class="table-wrap" tabindex="0" role="group" aria-label="{}"><table class="data">'
    return Markup(frame).format(name)


_MARKDOWN.add_render_rule("table_open", lambda *_: f"{table_start()}\n")
_MARKDOWN.add_render_rule("table_close", lambda *_: f"{TABLE_END}\n")
