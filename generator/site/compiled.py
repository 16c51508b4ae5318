"""Templates as Jinja compiles them: once, with the words in them, and without lines that no page shows."""

import marshal
import re
from collections.abc import Iterator
from contextlib import suppress
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from generator import store
from generator.store import Store
from generator.wording import Group, Voice, wording

KIND = "template"
"""What a store has them under."""
Codes = dict[str, tuple[str, CodeType]]
"""What templates were compiled of, as a checksum, and to what, by the names that Jinja has for them."""

_INDENTED = re.compile("([%#]}|)\n[ \t]+")
"""The beginning of a line; behind a tag, whose end of the line is no part of the page, it stands for a space."""
_BLOCK = (
    "</?(?:article|aside|body|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|g|h[1-6]|head|header|html"
    "|li|link|main|meta|nav|ol|p|path|script|section|table|tbody|thead|title|tr|ul)\\b"
)
"""The beginning of an element that never stands within a line of text."""
_BROKEN = re.compile(
    rf"{{#.*?#}}|({_BLOCK}(?:[^<>{{}}]|{{[{{%][^{{}}]*[%}}]}})*>)(\n\s*)|(\n\s*)(?={_BLOCK})", re.DOTALL
)
"""A comment, or the end of a line beside such an element, whose attributes may hold what Jinja reads."""
_NAMED = 5
"""Of how many tokens the name of a word is made: `wording.card.gain`."""


class Unindented(Extension):
    """Leaves out lines and what indents them: no page shows how many spaces stand in a row, or about a block."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the text of a template without them."""
        unbroken = _BROKEN.sub(_in_comment, source)
        return _INDENTED.sub(lambda found: f"{found[1]}\n{' ' if found[1] else ''}", unbroken)


class Worded(Extension):
    """Has words that are named, as `wording.card.gain` is, stand in compiled templates: no page looks them up again."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, with texts in place of their names."""
        tokens = [*stream]
        at = 0
        while at < len(tokens):
            text = _text(tokens[at : at + _NAMED])
            yield tokens[at] if text is None else Token(tokens[at].lineno, "string", text)
            at += 1 if text is None else _NAMED


class Compiled(BytecodeCache):
    """Compiled templates by name, which a store has from one build to the next.

    Jinja compiles anew where the text of one has changed.
    """

    def __init__(self, name: str) -> None:
        """Begin with none, under a name that is its own in every store."""
        self._name, self._kept = name, store.NOTHING
        self._code: dict[Voice, Codes] = {}
        self._is_new = False

    @property
    def _spoken(self) -> Codes:
        """Those with the words that are spoken now."""
        return self._code.setdefault(wording.voice, {})

    def find(self, kept: Store) -> None:
        """Take what a store has, unless some are there already; new ones come into it."""
        self._kept, key = kept, store.key(KIND, self._name)
        if not self._spoken and (found := kept.find(KIND, [key])):
            with suppress(ValueError, EOFError, TypeError):
                self._spoken.update(marshal.loads(found[key]))

    def keep(self) -> None:
        """Put all into the store, where some are new."""
        if self._is_new:
            self._kept.keep(KIND, {store.key(KIND, self._name): marshal.dumps(self._spoken)})
        self._is_new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what it compiled before."""
        text, code = self._spoken.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja compiled."""
        if bucket.code:
            self._spoken[bucket.key] = bucket.checksum, bucket.code
            self._is_new = True


def _in_comment(found: re.Match[str]) -> str:
    """Return the end of a line as a comment, which no page has: faults are told by the line."""
    if found[0].startswith("{#"):
        return found[0]
    return f"{found[1] or ''}{{#{found[2] or found[3]}#}}"


def _text(tokens: list[Token]) -> str | None:
    """Return the text that some tokens name; None where they name none."""
    match [token.value for token in tokens]:
        case ["wording", ".", group, ".", key]:
            words = getattr(wording, group, None)
            return words.get(key) if isinstance(words, Group) and not hasattr(words, key) else None
    return None
