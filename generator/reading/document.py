"""A YAML text as plain data, with the place of every value and all that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from generator.messages import message, shown
from generator.problems import Path, Problem, field_name

MAX_PROBLEMS = 100
"""How many problems of a file are reported at once."""


class Place(NamedTuple):
    """Where a value begins, counted from 1, and how it is written when it is a scalar."""

    line: int
    column: int
    raw: str | None = None


TOP = Place(1, 1)
"""The place of what is wrong with the file itself."""


@dataclass
class Document:
    """The data of a YAML text with the places of its values and keys, and what is wrong with it.

    `nulls` are the values that are empty, and `comments` what stands behind a value without quotes; values at
    `refused` paths are reported already, and so are the numbers of lines in `mended`, which are read as they
    should have been.
    """

    file: str
    data: Any = None
    lines: list[str] = field(default_factory=list)
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    nulls: dict[Path, None] = field(default_factory=dict)
    comments: dict[Path, Place] = field(default_factory=dict)
    refused: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    mended: set[int] = field(default_factory=set)

    def copy(self) -> "Document":
        """Return the same document, to which more can be reported."""
        return replace(
            self,
            refused={*self.refused},
            problems=[*self.problems],
            warnings=[*self.warnings],
            mended={*self.mended},
        )

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

    def move(self, ways: Mapping[Path, Path]) -> None:
        """Put values, with all that is known of their places, where they belong."""
        for old, new in ways.items():
            self.values.setdefault(new[:-1], self.start(old))
            group = self._group(new[:-1])
            group[str(new[-1])] = self._group(old[:-1]).pop(str(old[-1]))

        def moved(path: Path) -> Path:
            length = next((n for n in range(1, len(path) + 1) if path[:n] in ways), 0)
            return (*ways[path[:length]], *path[length:]) if length else path

        self.values = {moved(path): place for path, place in self.values.items()}
        self.keys = {moved(path): place for path, place in self.keys.items()}
        self.nulls = {moved(path): None for path in self.nulls if self._at(moved(path)) is None}
        self.comments = {moved(path): place for path, place in self.comments.items()}
        self.refused = {moved(path) for path in self.refused}

    def takes(self, path: Path) -> bool:
        """Return whether a value can be put at `path`: it is free, and in a group or where one can be made."""
        group = self._at(path[:-1])
        return path not in self.keys and (group is None or isinstance(group, dict))

    def _at(self, path: Path) -> Any:
        """Return the value at `path`, or None where nothing stands."""
        value = self.data
        for part in path:
            found = (isinstance(value, dict) and part in value) or isinstance(value, tuple)
            value = value[part] if found else None
        return value

    def _group(self, path: Path) -> dict[str, Any]:
        """Return the group at `path`, made anew where there is none."""
        if self._at(path) is None:
            self._at(path[:-1])[path[-1]] = {}
        group: dict[str, Any] = self._at(path)
        return group

    @property
    def is_full(self) -> bool:
        """Whether more problems are reported already than an editor wants to read."""
        return len(self.problems) > MAX_PROBLEMS

    def is_refused(self, path: Path) -> bool:
        """Return whether the value at `path`, or one around it, is reported already."""
        return bool(self.refused) and any(path[:length] in self.refused for length in range(1, len(path) + 1))

    def report(
        self, path: Path, code: str, place: Place | None = None, hint: object = "", **values: object
    ) -> None:
        """Add an error about the value at `path`."""
        line, column = self._within(place or self.place(path))
        if line in self.mended or self.is_full:
            return
        if len(self.problems) == MAX_PROBLEMS:
            path, code, values = (), "more", {"limit": MAX_PROBLEMS}
        text = message(code, hint, **values)
        self.problems.append(Problem(self.file, line, column, shown(field_name(path)), text, code))

    def warn(self, path: Path, code: str, place: Place | None = None, **values: object) -> None:
        """Add a warning about the value at `path`: the case is sound all the same."""
        line, column = self._within(place or self.place(path))
        if len(self.warnings) < MAX_PROBLEMS:
            name, text = shown(field_name(path)), message(code, **values)
            self.warnings.append(Problem(self.file, line, column, name, text, code, "warning"))

    def _within(self, place: Place) -> tuple[int, int]:
        """Return a line and a column that the file has."""
        line, column = place.line, place.column
        if self.lines and line > len(self.lines):  # libyaml puts what is missing below the last line
            line, column = len(self.lines), len(self.lines[-1]) + 1
        if self.lines:  # a line that was mended to read on may be longer than the file's own
            column = min(column, len(self.lines[line - 1]) + 1)
        return line, column

    def refuse(self, path: Path, code: str, place: Place, **values: object) -> None:
        """Add a problem about a value that nothing more shall be said about."""
        self.values.setdefault(path, place)
        self.refused.add(path)
        self.report(path, code, place, **values)


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in a value of mappings and lists, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from texts(part, (*path, key))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from texts(part, (*path, index))
