"""What lies beside the cases in their folder: pages and what they lead to, and what does not belong there."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from generator import files
from generator.reading.log import Log
from generator.reading.naming import means_a_case, shown_name, stray
from generator.reading.slugs import VOCABULARY_FOLDER


def case_files(folder: Path) -> list[Path]:
    """Return every file in `folder` that is or means to be a case, in order of name."""
    found = filter(means_a_case, folder.rglob("*"))
    return _in_order(path for path in found if not is_aside(path.relative_to(folder)))


def is_aside(path: Path) -> bool:
    """Return whether what has a way below the folder is no case of it: a vocabulary, or a program's own."""
    return path.parts[0] == VOCABULARY_FOLDER or any(part.startswith(".") for part in path.parts)


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether something in a folder lies elsewhere, by a symbolic link on the way to it."""
    is_plain = path.parent == folder and not path.is_symlink()
    return not is_plain and not path.resolve().is_relative_to(folder.resolve())


def others(folder: Path) -> Iterator[Log]:
    """Yield a log with its problem for each thing in the folder that is no case, and no page or part of one.

    MkDocs would publish what a symbolic link leads to, and documents nobody asked for; a pipe it would wait for.
    """
    linked = _pages(folder)
    for path in _in_order(folder.rglob("*")):
        code = None
        with suppress(OSError):
            code = _stranger(path, folder, linked)
        if code:
            log = Log(shown_name(path, folder))
            log.report((), code, name=path.name)
            yield log


def _in_order(paths: Iterable[Path]) -> list[Path]:
    """Return paths in order of name; text is compared quicker than they are."""
    return sorted(paths, key=lambda path: path.parts)


def _stranger(path: Path, folder: Path, linked: str) -> str | None:
    """Return the code of what is said of something that is no case; `linked` has what pages link to."""
    if path.is_symlink() and path.exists() and leads_out(path, folder):
        return "symlink"
    if means_a_case(path) or is_aside(path.relative_to(folder)):
        return None
    return _fault(path) or (stray(path) if path.name not in linked else None)


def _pages(folder: Path) -> str:
    """Return the text of all hand-written pages as far as they can be read, with the names that they link to."""
    texts = []
    for path in sorted(folder.rglob("*.md")):
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
