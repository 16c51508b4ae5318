"""Templates as Jinja compiles them: without what indents them, with the words in them, and once."""

import re
from collections.abc import Iterator

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from generator.wording import Group, Voice, wording

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
    """Compiled templates by name, in memory; Jinja compiles anew where the text of one has changed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._code: dict[tuple[Voice, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what it compiled before."""
        if code := self._code.get((wording.voice, bucket.key)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja compiled."""
        self._code[wording.voice, bucket.key] = bucket.bytecode_to_string()


def _text(tokens: list[Token]) -> str | None:
    """Return the text that some tokens name; None where they name none."""
    match [token.value for token in tokens]:
        case ["wording", ".", group, ".", key]:
            words = getattr(wording, group, None)
            return words.get(key) if isinstance(words, Group) and not hasattr(words, key) else None
    return None
