"""The files of a site: one that is made of the same as in the site before is taken over from there, unwritten."""

import json
import os
import shutil
import stat
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import store
from generator.store import Store

KIND = "site"
"""What a store has the marks of a site's files under."""


class Group(NamedTuple):
    """Files that are made together: what of, and their contents by path."""

    key: str
    make: Callable[[], Mapping[str, bytes]]


class _Mark(NamedTuple):
    """What a file is made of, its size in bytes, and the moment when it was written, in nanoseconds."""

    key: str
    size: int
    moment: int


class Output:
    """The folder of a site that is built, and the one that was built before it, of which the store has the marks."""

    def __init__(self, folder: Path, former: Path, kept: Store, name: str) -> None:
        """Take both folders, and the name of the site among those of a catalogue."""
        self._folder, self._former = os.fspath(folder), os.fspath(former)
        self._store, self._key = kept, store.key(name)
        self._marks, self._groups = self._told()
        self._made_of: dict[str, str] = {}
        self._together: dict[str, list[str]] = {}
        self._folders: set[str] = set()

    @property
    def keeps(self) -> bool:
        """Whether anything is remembered for the next time."""
        return self._store.keeps

    def takes(self, *files: tuple[str, str]) -> bool:
        """Take over files, each known by its path and by what it is made of; return whether all could be."""
        if not all(self._is_there(path, key) for path, key in files):
            return False
        for path, key in files:
            self._link(path)
            self._made_of[path] = key
        return True

    def write(self, path: str, content: bytes, key: str | None = None) -> None:
        """Write a file that is made of what the key says; without one its content says so, and may be there."""
        of_content = key or sha256(content).hexdigest()
        if key or not self.takes((path, of_content)):
            Path(self._place(path)).write_bytes(content)
            self.mark(path, of_content)

    def mark(self, path: str, key: str) -> None:
        """Remember what a file is made of that others write."""
        self._made_of[path] = key

    def bring(self, group: Group) -> Mapping[str, int]:
        """Take over or write the files of a group; return how many bytes each has, by its path."""
        paths = self._groups.get(group.key)
        known = [(path, self._marks[path].key) for path in paths or () if path in self._marks]
        if paths and len(paths) == len(known) and self.takes(*known):
            self._together[group.key] = paths
            return {path: self._marks[path].size for path in paths}
        made = group.make()
        for path, content in made.items():
            self.write(path, content)
        self._together[group.key] = [*made]
        return {path: len(content) for path, content in made.items()}

    def close(self, folder: Path) -> None:
        """Remember the files, which lie in their folder now, for the next time."""
        marks: dict[str, _Mark] = {}
        for path, key in self._made_of.items():
            with suppress(OSError):
                told = os.lstat(folder / path)
                marks[path] = _Mark(key, told.st_size, told.st_mtime_ns)
        self._store.keep(KIND, {self._key: zlib.compress(json.dumps([marks, self._together]).encode(), 1)})

    def _told(self) -> tuple[dict[str, _Mark], dict[str, list[str]]]:
        told = self._store.find(KIND, [self._key]).get(self._key)
        if told is None:
            return {}, {}
        marks, groups = json.loads(zlib.decompress(told))
        return {path: _Mark(*mark) for path, mark in marks.items()}, groups

    def _is_there(self, path: str, key: str) -> bool:
        """Return whether the former site has a file that is made of the same, and nobody touched it since."""
        mark = self._marks.get(path)
        if mark is None or mark.key != key:
            return False
        try:
            told = os.lstat(f"{self._former}/{path}")
        except OSError:
            return False
        return stat.S_ISREG(told.st_mode) and (told.st_size, told.st_mtime_ns) == (mark.size, mark.moment)

    def _link(self, path: str) -> None:
        """Let the new site have the very file of the former one, or a copy where the disk has no such links."""
        former, place = f"{self._former}/{path}", self._place(path)
        try:
            os.link(former, place)
        except OSError:
            shutil.copy2(former, place)

    def _place(self, path: str) -> str:
        """Return where a file is to be, in a folder that is there."""
        place = f"{self._folder}/{path}"
        folder = place.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return place
