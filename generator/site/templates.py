"""Templates that are compiled once, however often a site is built while an editor watches."""

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


CONTENT, THEME = Compiled(), Compiled()
"""Those of the pages' content, and those around it: what both use is escaped by itself only in the first."""
