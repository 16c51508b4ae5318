"""What lies beside the cases in their folder: pages and what they lead to, and what does not belong there."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

from generator import files
from generator.reading.log import Log
from generator.reading.naming import is_plain, means_a_case, shown_name, stray
from generator.reading.slugs import VOCABULARY_FOLDER


def case_files(folder: Path) -> list[Path]:
    """Return every file in `folder` that is or means to be a case, in order of name."""
    found = ((way, Path(entry.path)) for way, entry in _inside(folder))
    return [path for way, path in found if means_a_case(path) and not is_aside(way)]


def pages(folder: Path) -> list[Path]:
    """Return every hand-written page in `folder`, in order of name."""
    return [Path(entry.path) for _, entry in _inside(folder) if entry.name.endswith(".md")]


def is_aside(way: Sequence[str]) -> bool:
    """Return whether what has a way below the folder is no case of it: a vocabulary, or a program's own."""
    return way[0] == VOCABULARY_FOLDER or any(part.startswith(".") for part in way)


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether something in a folder lies elsewhere, by a symbolic link on the way to it."""
    is_plain = path.parent == folder and not path.is_symlink()
    return not is_plain and not path.resolve().is_relative_to(folder.resolve())


def others(folder: Path) -> Iterator[Log]:
    """Yield a log with its problem for each thing in the folder that is no case, and no page or part of one.

    MkDocs would publish what a symbolic link leads to, and documents nobody asked for; a pipe it would wait for.
    """
    linked = _linked(folder)
    for way, entry in _inside(folder):
        if is_plain(entry.name) and not entry.is_symlink():
            continue
        path, code = Path(entry.path), None
        with suppress(OSError):
            code = _stranger(path, way, folder, linked)
        if code:
            log = Log(shown_name(path, folder))
            log.report((), code, name=path.name)
            yield log


def _inside(folder: Path) -> list[tuple[tuple[str, ...], os.DirEntry[str]]]:
    """Return all in a folder and in those in it that can be read, with the way there, in order of name.

    Links are not followed.
    """
    found = []
    left: list[tuple[tuple[str, ...], str]] = [((), os.fspath(folder))]
    while left:
        around, place = left.pop()
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                way = (*around, entry.name)
                found.append((way, entry))
                if entry.is_dir(follow_symlinks=False):
                    left.append((way, entry.path))
    return sorted(found, key=itemgetter(0))


def _stranger(path: Path, way: Sequence[str], folder: Path, linked: str) -> str | None:
    """Return the code of what is said of something that is no case; `linked` has what pages link to."""
    if path.is_symlink() and path.exists() and leads_out(path, folder):
        return "symlink"
    if means_a_case(path) or is_aside(way):
        return None
    return _fault(path) or (stray(path) if path.name not in linked else None)


def _linked(folder: Path) -> str:
    """Return the text of all hand-written pages as far as they can be read, with the names that they link to."""
    texts = []
    for path in pages(folder):
        with suppress(OSError):
            texts.append(files.read(path).decode(errors="replace"))
    return unquote("\n".join(texts))


def _fault(path: Path) -> str | None:
    """Return what is wrong with a page, picture or folder beside the cases."""
    if path.is_dir():
        around = path.is_symlink() and path.absolute().is_relative_to(path.resolve())
        return "unreadable" if around else None
    try:
        if path.suffix == ".md":
            files.read(path).decode("utf-8-sig")
        return None if path.is_file() else "unreadable"
    except OSError:
        return "unreadable"
    except UnicodeDecodeError:
        return "not_utf8"
