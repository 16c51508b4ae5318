"""The files of a site: one that is made of the same as in the site before stays there, and is not written."""

import json
import shutil
import zlib
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import files, store
from generator.files import State
from generator.site.fork import Fork
from generator.site.staging import Staging
from generator.store import Store

KIND = "site"
"""What a store has the marks of a site's files under."""


class Group(NamedTuple):
    """Files that are made together: what of, and their contents by path."""

    key: str
    make: Callable[[], Mapping[str, bytes]]
    is_linked: bool = True
    """Whether pages link to them, so that they must be there before the pages are."""


class Each(NamedTuple):
    """Files that are made one by one: what of, by path, and the contents of those that are asked for."""

    keys: Mapping[str, str]
    make: Callable[[AbstractSet[str]], Mapping[str, bytes]]
    is_linked: bool = True


class _Mark(NamedTuple):
    """What a file is made of, and its state."""

    key: str
    state: State


_Notes = tuple[dict[str, State], dict[str, str], dict[str, list[str]]]
"""What is known of files: which stay, what each is made of, and which are made together."""


class Output:
    """The folder of a site that is built, and the one that was built before it, of which the store has the marks."""

    def __init__(self, folder: Path, former: Path, kept: Store, name: str) -> None:
        """Take both folders, and the name of the site among those of a catalogue."""
        self._folder = folder
        self._store, self._key = kept, store.key(name)
        self._marks, self._groups = self._told()
        self._there = files.known(former).files if self._marks else {}
        self.stays: dict[str, State] = {}
        """The files of the site before that stay, each as it must still be then."""
        self._made_of: dict[str, str] = {}
        self._brought: dict[str, list[str]] = {}
        self._folders: set[Path] = set()
        self._apart: Fork[_Notes] | None = None

    @property
    def keeps(self) -> bool:
        """Whether anything is remembered for the next time."""
        return self._store.keeps

    def takes(self, *wanted: tuple[str, str]) -> bool:
        """Let files stay, each known by its path and by what it is made of; return whether all can."""
        if not all(self._is_there(path, key) for path, key in wanted):
            return False
        for path, key in wanted:
            self.stays[path] = self._marks[path].state
            self._made_of[path] = key
        return True

    def write(self, path: str, content: bytes, key: str | None = None) -> None:
        """Write a file that is made of what the key says; without one its content says so, and may be there."""
        of_content = key or sha256(content).hexdigest()
        if key or not self.takes((path, of_content)):
            self._place(path).write_bytes(content)
            self.mark(path, of_content)

    def copy(self, path: str, file: Path) -> None:
        """Copy a file whose name tells what it is made of, unless it is there."""
        if not self.takes((path, file.name)):
            shutil.copyfile(file, self._place(path))
            self.mark(path, file.name)

    def mark(self, path: str, key: str) -> None:
        """Remember what a file is made of that others write."""
        self._made_of[path] = key

    def bring_all(self, parts: Iterable[Group | Each], apart: Staging | None = None) -> Mapping[str, int]:
        """Take over or write files; return how many bytes each has that pages link to, by its path.

        The others may be made apart in a build, by a process that ends with it, until they are joined to these.
        """
        both: tuple[list[Group | Each], list[Group | Each]] = [], []
        for some in parts:
            both[some.is_linked].append(some)
        others, linked = both
        if apart:
            self._apart = Fork(partial(self._bring_all, others))
            apart.before_end(self._apart.end)
        else:
            self._bring_all(others)
        return {path: size for some in linked for path, size in self.bring(some).items()}

    def join(self) -> None:
        """Wait for what is made apart; raises what went wrong there, and DiedError."""
        if self._apart:
            stays, made_of, brought = self._apart.result()
            self.stays |= stays
            self._made_of |= made_of
            self._brought |= brought

    def bring(self, some: Group | Each) -> Mapping[str, int]:
        """Take over or write some files; return how many bytes each has, by its path."""
        return self._together(some) if isinstance(some, Group) else self._one_by_one(some)

    def _together(self, group: Group) -> Mapping[str, int]:
        paths = self._groups.get(group.key)
        known = [(path, self._marks[path].key) for path in paths or () if path in self._marks]
        if paths and len(paths) == len(known) and self.takes(*known):
            self._brought[group.key] = paths
            return {path: self._marks[path].state.size for path in paths}
        made = group.make()
        for path, content in made.items():
            self.write(path, content)
        self._brought[group.key] = [*made]
        return {path: len(content) for path, content in made.items()}

    def _one_by_one(self, some: Each) -> Mapping[str, int]:
        new = {path for path, key in some.keys.items() if not self.takes((path, key))}
        made = some.make(new)
        for path, content in made.items():
            self.write(path, content, some.keys[path])
        return {path: len(made[path]) if path in made else self.stays[path].size for path in some.keys}

    def close(self, there: Mapping[str, State | None]) -> None:
        """Remember the files, which are there now, for the next time."""
        marks = {path: [key, *state] for path, key in self._made_of.items() if (state := there.get(path))}
        told = [marks, self._brought]
        self._store.keep(KIND, {self._key: zlib.compress(json.dumps(told).encode(), 1)})

    def _bring_all(self, parts: Iterable[Group | Each]) -> _Notes:
        """Take over or write files; return what is known then."""
        for some in parts:
            self.bring(some)
        return self.stays, self._made_of, self._brought

    def _told(self) -> tuple[dict[str, _Mark], dict[str, list[str]]]:
        told = self._store.find(KIND, [self._key]).get(self._key)
        if told is None:
            return {}, {}
        marks, groups = json.loads(zlib.decompress(told))
        return {path: _Mark(key, State(*state)) for path, (key, *state) in marks.items()}, groups

    def _is_there(self, path: str, key: str) -> bool:
        """Return whether the former site has a file that is made of the same, and nobody touched it since."""
        mark = self._marks.get(path)
        return mark is not None and mark.key == key and mark.state == self._there.get(path)

    def _place(self, path: str) -> Path:
        """Return where a file is to be, in a folder that is there."""
        place = self._folder / path
        if place.parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(place.parent)
        return place
