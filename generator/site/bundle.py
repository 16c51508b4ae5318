"""Style sheets and scripts joined into few files, so that a first visit asks for few."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from generator.wording import groups_in

_MAP = re.compile(r"\s*/[/*]# sourceMappingURL=.*?(?:\*/)?\s*\Z")
"""The pointer of a minified file to a map that the site does not bring."""
_START = "casekatalog.wording = {};\n"
_DOC = re.compile(r"^[ \t]*/\*\*(?:(?!\*/|@license|@preserve).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment that documents what follows and its types, on lines of its own; licences stay."""


@dataclass(frozen=True)
class Bundle:
    """A file at `path` that is made of others, in their order; a part may be a pattern such as main.*.css."""

    path: str
    parts: tuple[str, ...]

    def members(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Return the paths of the parts among all of a site.

        Raises KeyError with the part that is not there.
        """
        found: list[str] = []
        there = frozenset(paths)
        for part in self.parts:
            matching = [part] if part in there else [path for path in paths if fnmatch(path, part)]
            if not matching:
                raise KeyError(part)
            found += matching
        return tuple(found)


def worded(script: str, groups: Mapping[str, Mapping[str, object]]) -> str:
    """Return a script with the words that it names by group, as `wording.card.gain`.

    They come first, or where the script begins to hold words. Raises KeyError with a group that there is none of.
    """
    named = sorted(groups_in(script))
    if not named:
        return script
    told = json.dumps({name: groups[name] for name in named}, ensure_ascii=False, separators=(",", ":"))
    words = f"Object.assign(casekatalog.wording, {told});\n"
    before, start, after = script.partition(_START)
    return before + start + words + after if start else words + script


def join(texts: Iterable[str]) -> str:
    """Return style sheets or scripts one after the other, without what only developers read.

    Each script ends what it begins.
    """
    return "\n".join(_DOC.sub("", _MAP.sub("", text)).rstrip() for text in texts) + "\n"
