"""A YAML text as plain data, with the place of every value."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from generator.problems import Path


class Place(NamedTuple):
    """Where a value begins, counted from 1, and how it is written when it is a scalar."""

    line: int
    column: int
    raw: str | None = None


TOP = Place(1, 1)
"""The place of what is wrong with the file itself."""


@dataclass(frozen=True)
class Correction:
    """Where fields belong that stand in the wrong place or under a wrong name."""

    ways: Mapping[Path, Path]

    def path(self, path: Path) -> Path:
        """Return where what stands at `path` comes to stand."""
        length = next((n for n in range(1, len(path) + 1) if path[:n] in self.ways), 0)
        return (*self.ways[path[:length]], *path[length:]) if length else path


_Known = TypeVar("_Known")


class Unread:
    """A document that is read once somebody asks for it."""

    def __init__(self, read: Callable[[], "Document"]) -> None:
        """Take what reads it."""
        self._read = read

    @cached_property
    def document(self) -> "Document":
        """The document."""
        return self._read()


class Later(Mapping[Path, _Known]):
    """What a document that may be unread yet has by path: `values`, `keys` or `nulls`."""

    __slots__ = ("_name", "_source")

    def __init__(self, source: Unread, name: str) -> None:
        """Take the document, and what of it."""
        self._source, self._name = source, name

    @property
    def _found(self) -> Mapping[Path, _Known]:
        found: Mapping[Path, _Known] = getattr(self._source.document, self._name)
        return found

    def __getitem__(self, path: Path) -> _Known:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True)
class Document:
    """The data of a YAML text, with the places of its values and keys.

    `nulls` are the values that are empty, and `comments` what stands behind a value without quotes. Of one that was
    read quickly `whole` has all data and places.
    """

    file: str
    data: Any = None
    lines: Sequence[str] = ()
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)
    nulls: Mapping[Path, None] = field(default_factory=dict)
    comments: Mapping[Path, Place] = field(default_factory=dict)
    whole: Unread | None = None

    @classmethod
    def placed_later(
        cls, file: str, data: Any, lines: Sequence[str], read: Callable[[], "Document"]
    ) -> "Document":
        """Return a document whose places are those of another, which is read once somebody asks for one."""
        whole = Unread(read)
        values, keys = Later[Place](whole, "values"), Later[Place](whole, "keys")
        return cls(file, data, lines, values, keys, Later[None](whole, "nulls"), whole=whole)

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

    def likeness(self) -> Mapping[str, Any]:
        """Return all fields but the former addresses: two files with the same ones are copies."""
        data = self.whole.document.data if self.whole else self.data
        return {name: data[name] for name in data or () if name != "aliases"}

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
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list | tuple):
        parts = enumerate(value)
    elif isinstance(value, str):
        found.append((path, value))
    for key, part in parts:
        if isinstance(part, str):  # as nearly all are
            found.append(((*path, key), part))
        elif isinstance(part, dict | list | tuple):
            _collect(part, (*path, key), found)


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
