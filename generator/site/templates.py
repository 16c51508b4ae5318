"""Templates that are compiled once, however often a site is built while an editor watches."""

from collections.abc import MutableMapping
from typing import Any

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates by name, in memory; Jinja compiles anew where the text of one has changed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what it compiled before."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class Environment(jinja2.Environment):
    """One that does not work out the difference between two chains of names at each import of a macro."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows: all know the same."""
        return self.globals if d is None else super().make_globals(d)


CONTENT, THEME = Compiled(), Compiled()
"""Those of the pages' content, and those around it: what both use is escaped by itself only in the first."""
