"""A YAML text as plain data, with the place of every value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, NamedTuple

from generator.problems import Path


class Place(NamedTuple):
    """Where a value begins, counted from 1, and how it is written when it is a scalar."""

    line: int
    column: int
    raw: str | None = None


TOP = Place(1, 1)
"""The place of what is wrong with the file itself."""


COMPARED = frozenset({"title", "aliases", "related"})
"""The fields of a case that are compared with those of the other cases."""


@dataclass(frozen=True)
class Correction:
    """Where fields belong that stand in the wrong place or under a wrong name."""

    ways: Mapping[Path, Path]

    def path(self, path: Path) -> Path:
        """Return where what stands at `path` comes to stand."""
        length = next((n for n in range(1, len(path) + 1) if path[:n] in self.ways), 0)
        return (*self.ways[path[:length]], *path[length:]) if length else path


@dataclass(frozen=True)
class Document:
    """The data of a YAML text, with the places of its values and keys.

    `nulls` are the values that are empty, and `comments` what stands behind a value without quotes. `core` is a digest
    of all but the former addresses, where the data is not whole.
    """

    file: str
    data: Any = None
    lines: Sequence[str] = ()
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)
    nulls: Mapping[Path, None] = field(default_factory=dict)
    comments: Mapping[Path, Place] = field(default_factory=dict)
    core: str = ""

    def at(self, path: Path) -> Any:
        """Return the value at `path`, or None where nothing stands."""
        return _at(self.data, path)

    def place(self, path: Path) -> Place:
        """Return where the value at `path` stands, or the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, TOP)

    def start(self, path: Path) -> Place:
        """Return where what stands at `path` begins: at its key when it has one."""
        return self.keys.get(path) or self.place(path)

    def find(self, path: Path, mark: str, skip: int = 0) -> Place:
        """Return where `mark` stands within the text at `path`, after `skip` others of its kind."""
        place = self.place(path)
        column = place.column - 1
        for number, line in enumerate(self.lines[place.line - 1 :], place.line):
            while (column := line.find(mark, column)) >= 0:
                if skip == 0:
                    return Place(number, column + 1)
                skip -= 1
                column += len(mark)
            column = 0
        return place

    def takes(self, path: Path) -> bool:
        """Return whether a value can be put at `path`: it is free, and in a group or where one can be made."""
        group = self.at(path[:-1])
        return path not in self.keys and (group is None or isinstance(group, dict))

    def compared(self) -> "Document":
        """Return only those fields that are compared with other files, and a digest of the rest."""
        values = {path: place for path, place in self.values.items() if path[:1] and path[0] in COMPARED}
        data = {name: self.data[name] for name in self.data if name in COMPARED}
        return Document(self.file, data, values=values, core=self.likeness())

    def likeness(self) -> str:
        """Return a digest of all fields but the former addresses: two files with the same one are copies."""
        fields = sorted((name, value) for name, value in self.data.items() if name != "aliases")
        return self.core or sha256(repr(fields).encode()).hexdigest()

    def corrected(self, correction: Correction) -> "Document":
        """Return the document with values, and all that is known of their places, where they belong."""
        data, values, moved = _copied(self.data), {**self.values}, correction.path
        for old, new in correction.ways.items():
            values.setdefault(new[:-1], self.start(old))
            _group(data, new[:-1])[str(new[-1])] = _group(data, old[:-1]).pop(str(old[-1]))
        return replace(
            self,
            data=data,
            values={moved(path): place for path, place in values.items()},
            keys={moved(path): place for path, place in self.keys.items()},
            nulls={moved(path): None for path in self.nulls if _at(data, moved(path)) is None},
            comments={moved(path): place for path, place in self.comments.items()},
        )


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Return every text in a value of mappings and lists, with its path."""
    found: list[tuple[Path, str]] = []
    _collect(value, path, found)
    return iter(found)


def _collect(value: Any, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(part, (*path, key), found)
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            _collect(part, (*path, index), found)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        found = (isinstance(data, dict) and part in data) or (
            isinstance(data, tuple) and isinstance(part, int)
        )
        data = data[part] if found else None
    return data


def _group(data: Any, path: Path) -> dict[str, Any]:
    """Return the group at a path, made anew where there is none."""
    if _at(data, path) is None:
        _at(data, path[:-1])[path[-1]] = {}
    group: dict[str, Any] = _at(data, path)
    return group


def _copied(data: Any) -> Any:
    """Return the same groups and lists anew, with the same values."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return tuple(map(_copied, data)) if isinstance(data, tuple) else data
