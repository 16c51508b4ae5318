"""Templates as Jinja compiles them: without what indents them, with the words in them, and once."""

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
"""What a store calls them."""
Codes = dict[str, tuple[str, CodeType]]
"""What templates were compiled of, as a checksum, and to what, by the names that Jinja has for them."""

_INDENTED = re.compile("([%#]}|)\n[ \t]+")
"""The beginning of a line; behind a tag, whose end of the line is no part of the page, it stands for a space."""
_NAMED = 5
"""Of how many tokens the name of a word is made: `wording.card.gain`."""


class Unindented(Extension):
    """Leaves out what indents the lines of templates: nobody sees in a page how many spaces stand in a row."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the text of a template without it."""
        return _INDENTED.sub(lambda found: f"{found[1]}\n{' ' if found[1] else ''}", source)


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

    def __init__(self) -> None:
        """Begin with none."""
        self._code: dict[Voice, Codes] = {}
        self._is_new = False

    @property
    def _spoken(self) -> Codes:
        """Those with the words that are spoken now."""
        return self._code.setdefault(wording.voice, {})

    def find(self, kept: Store) -> None:
        """Take what a store has, unless some are there already."""
        key = store.key(KIND)
        if not self._spoken and (found := kept.find(KIND, [key])):
            with suppress(ValueError, EOFError, TypeError):
                self._spoken.update(marshal.loads(found[key]))

    def keep(self, kept: Store) -> None:
        """Put all into a store, where some are new."""
        if self._is_new:
            kept.keep(KIND, {store.key(KIND): marshal.dumps(self._spoken)})
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


def _text(tokens: list[Token]) -> str | None:
    """Return the text that some tokens name; None where they name none."""
    match [token.value for token in tokens]:
        case ["wording", ".", group, ".", key]:
            words = getattr(wording, group, None)
            return words.get(key) if isinstance(words, Group) and not hasattr(words, key) else None
    return None
