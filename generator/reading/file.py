"""One file of a folder: what it holds, or what keeps it from being read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import files
from generator.problems import InvalidCasesError, Problem
from generator.reading.beside import leads_out
from generator.reading.document import Document
from generator.reading.log import Log, Reading
from generator.reading.naming import shown_name
from generator.reading.reader import MAX_BYTES, read

AT_ONCE = 500
"""How many files are held at a time, so that memory does not grow with all of them."""


@dataclass(frozen=True)
class File:
    """A file as its name and what it holds, or as what keeps it from being read; some need not be there."""

    name: str
    content: bytes = b""
    problems: tuple[Problem, ...] = ()
    is_absent: bool = False

    @property
    def mark(self) -> str:
        """What tells it from other files with the same content."""
        return "\n".join((self.name, *map(str, self.problems)))


def read_file(path: Path, folder: Path) -> Reading:
    """Return what is read of one file in `folder` as YAML."""
    shown = shown_name(path, folder)
    try:
        return read(shown, content(path, folder, shown))
    except InvalidCasesError as error:
        return unreadable(shown, error.problems)


def content(path: Path, folder: Path, shown: str = "") -> bytes:
    """Return as much of a file in `folder` as is read of any.

    Raises InvalidCasesError when it is no file that can be read, or lies outside the folder.
    """
    log = Log(shown or shown_name(path, folder))
    try:
        if not path.is_file():
            log.report((), "unreadable")
        elif leads_out(path, folder):
            log.report((), "symlink")
        else:
            return files.read(path, MAX_BYTES + 1)
    except OSError:
        log.report((), "unreadable")
    raise InvalidCasesError(log.problems)


def document(path: Path, folder: Path) -> Document:
    """Return all data of one file in `folder`, with their places."""
    return read_file(path, folder).document


def unreadable(file: str, problems: Iterable[Problem]) -> Reading:
    """Return what is read of a file that cannot be."""
    return Reading(Document(file), Log(file, problems=[*problems]))


def held(path: Path, folder: Path, shown: str = "") -> File:
    """Return a file, with what is wrong with it where it cannot be read."""
    shown = shown or shown_name(path, folder)
    try:
        return File(shown, content(path, folder, shown))
    except InvalidCasesError as error:
        return File(shown, problems=error.problems)
