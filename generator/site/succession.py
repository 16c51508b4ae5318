"""How a new site takes the place of the old one, of which some files stay as they are.

Where most files stay, those that are new are moved into the old folder one by one, as `rsync --delay-updates` does it:
to make thousands of folders for the sake of a few files would take longer than all the rest of the build. Each move is
one step, so that every file is whole at any moment, and all come last, so that a build that fails or is killed before
leaves the old site as it was. What pages ask for comes before the pages, and what is gone goes last. Was a build killed
in the midst of it, the next one knows by their moments which files are not those that it remembers.

A site of which most is new is swapped for the old one whole, in one step, with the files that stay linked into it. So
is one for a site that cannot be read, of which nothing stays.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.files import State, Tree


def take_place(new: Path, old: Path, stays: Mapping[str, State]) -> Mapping[str, State | None]:
    """Put what is in the folder `new` where the site `old` is, of which only the files that `stays` names are left.

    Returns the files that are there then. Raises OSError when they cannot be put there, or when somebody changed one
    that was to stay.
    """
    with files.locked(old):
        fresh, there = files.tree(new), files.known(old)
        for path, state in stays.items():
            if there.files.get(path) != state:
                raise OSError(errno.ESTALE, "changed meanwhile", str(old / path))
        same = {path: there.files[path] for path in fresh.files if _is_twin(new, fresh, old, there, path)}
        kept = {**{path: state for path, state in stays.items() if path not in fresh.files}, **same}
        for path in same:
            (new / path).unlink()
        changed = (fresh.files.keys() - same.keys()) | (there.files.keys() - kept.keys())
        touched = _above(changed) & there.folders.keys()
        if len(kept) > len(fresh.files) - len(same) and _has_leave(old, {"", *touched}):
            _move(new, fresh, old, there, {*kept})
        else:
            _link(old, new, kept)
            files.swap(new, old)
    return {**fresh.files, **kept}


def _has_leave(old: Path, folders: Iterable[str]) -> bool:
    """Return whether files can be put into some folders of the old site, and taken out of them."""
    return all(os.access(old / folder, os.W_OK) for folder in folders)


def _link(old: Path, new: Path, stays: Iterable[str]) -> None:
    """Let the new site have the very files of the old one, or copies where the disk has no such links."""
    for path in stays:
        place = new / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(old / path, place)
        except OSError:
            shutil.copy2(old / path, place)


def _is_twin(new: Path, fresh: Tree, old: Path, there: Tree, path: str) -> bool:
    """Return whether a file is the same in both, so that the old one keeps the moment when it was written."""
    one, other = fresh.files[path], there.files.get(path)
    if one is None or other is None or one.size != other.size:
        return False
    try:
        return files.read(new / path) == files.read(old / path)
    except OSError:  # somebody else's, whom nobody asks for leave to replace it
        return False


def _move(new: Path, fresh: Tree, old: Path, there: Tree, stays: set[str]) -> None:
    """Move files into the old site, and take away what neither stays nor comes."""
    comes = sorted(fresh.files.keys() - stays, key=lambda path: (path.endswith(".html"), path))
    needed = {*fresh.folders, *_above(stays)}
    named = {path.casefold() for path in (*comes, *fresh.folders)}  # some disks know no capitals
    gone = [path for path in there.files if path not in stays and path not in fresh.files]
    emptied = [folder for folder in there.folders if folder not in needed]
    for path in [path for path in gone if path.casefold() in named]:
        (old / path).unlink()
    for folder in [folder for folder in emptied if folder.casefold() in named]:
        shutil.rmtree(old / folder, ignore_errors=True)
    for folder in fresh.folders:
        (old / folder).mkdir(exist_ok=True)
    for path in comes:
        (new / path).replace(old / path)
    for path in gone:
        if path.casefold() not in named:
            with suppress(FileNotFoundError, NotADirectoryError):
                (old / path).unlink()
    for folder in reversed(emptied):
        with suppress(OSError):
            (old / folder).rmdir()


def _above(paths: Iterable[str]) -> set[str]:
    """Return the folders in which some files lie, and those above these."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
