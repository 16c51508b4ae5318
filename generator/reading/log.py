"""What is said of a file while it is read, beside what stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.messages import message, shown
from generator.problems import Path, Problem, field_name
from generator.reading.document import TOP, Correction, Document, Place

MAX_PROBLEMS = 100
"""How many problems of a file are reported at once."""


@dataclass
class Log:
    """The errors and warnings about a file, as they are found.

    Values at `refused` paths are reported already, and so are the numbers of lines in `mended`, which are read as
    they should have been.
    """

    file: str
    lines: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    mended: set[int] = field(default_factory=set)

    def copy(self) -> "Log":
        """Return the same log, to which more can be added."""
        return replace(
            self,
            problems=[*self.problems],
            warnings=[*self.warnings],
            refused={*self.refused},
            mended={*self.mended},
        )

    @property
    def is_full(self) -> bool:
        """Whether more problems are reported already than an editor wants to read."""
        return len(self.problems) > MAX_PROBLEMS

    def is_refused(self, path: Path) -> bool:
        """Return whether the value at `path`, or one around it, is reported already."""
        return bool(self.refused) and any(path[:length] in self.refused for length in range(1, len(path) + 1))

    def follow(self, correction: Correction) -> None:
        """Know refused values where they stand now."""
        self.refused = set(map(correction.path, self.refused))

    def report(self, path: Path, code: str, place: Place = TOP, hint: object = "", **values: object) -> None:
        """Add an error about the value at `path`."""
        line, column = self._within(place)
        if line in self.mended or self.is_full:
            return
        if len(self.problems) == MAX_PROBLEMS:
            path, code, values = (), "more", {"limit": MAX_PROBLEMS}
        text = message(code, hint, **values)
        self.problems.append(Problem(self.file, line, column, shown(field_name(path)), text, code))

    def refuse(self, path: Path, code: str, place: Place, **values: object) -> None:
        """Add an error about a value that nothing more shall be said about."""
        self.refused.add(path)
        self.report(path, code, place, **values)

    def warn(self, path: Path, code: str, place: Place = TOP, **values: object) -> None:
        """Add a warning about the value at `path`: the case is sound all the same."""
        line, column = self._within(place)
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


@dataclass(frozen=True)
class Reading:
    """A file as it is read: its document, and what is said of it."""

    document: Document
    log: Log

    def report(self, path: Path, code: str, place: Place | None = None, **values: object) -> None:
        """Add an error about the value at `path`, where it stands."""
        self.log.report(path, code, place or self.document.place(path), **values)

    def warn(self, path: Path, code: str, place: Place | None = None, **values: object) -> None:
        """Add a warning about the value at `path`, where it stands."""
        self.log.warn(path, code, place or self.document.place(path), **values)

    def corrected(self, correction: Correction) -> "Reading":
        """Return the reading with what stands in the wrong place where it belongs."""
        self.log.follow(correction)
        return replace(self, document=self.document.corrected(correction))
