"""Case files set up in the common way, or shown as they would be."""

import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from generator import store
from generator.cli.console import tell
from generator.cli.fmt import KIND
from generator.editing.formatter import fmt
from generator.files import save
from generator.problems import InvalidCasesError
from generator.reading.beside import case_files
from generator.reading.file import AT_ONCE, held
from generator.reading.settings import beside
from generator.shape import Shape
from generator.store import Store
from generator.text import lines
from generator.wording import wording


def set_up(files: tuple[Path, ...], folder: Path, only_check: bool, kept: Store) -> tuple[int, int]:
    """Set up the case files in a folder, or those that are named, or only show how they would be.

    Returns how many are faulty, and how many are changed.
    """
    shape, faulty, changed = beside(folder).shape, 0, 0
    paths = files or tuple(case_files(folder))
    for start in range(0, len(paths), AT_ONCE):
        some = paths[start : start + AT_ONCE]
        found = _set_up_some(some, None if files else folder, only_check, shape, kept)
        faulty, changed = faulty + found[0], changed + found[1]
    if only_check and changed:
        tell(wording.cli_editing.counted("to_set_up", changed), err=True)
    return faulty, changed


def _set_up_some(
    paths: Iterable[Path], folder: Path | None, only_check: bool, shape: Shape, kept: Store
) -> tuple[int, int]:
    """Do so with some files, of a folder or from anywhere; those that are known to be set up are not read."""
    faulty = changed = 0
    held_in = {path: held(path, folder or path.parent, path.as_posix()) for path in paths}
    keys = {path: store.key(shape.made_of, file.content) for path, file in held_in.items()}
    known = kept.find(KIND, [keys[path] for path, file in held_in.items() if not file.problems])
    right: dict[str, bytes] = {}
    for path, file in held_in.items():
        if keys[path] in known and not file.problems:
            continue
        try:
            if file.problems:
                raise InvalidCasesError(file.problems)
            after = fmt(path.as_posix(), file.content, kind=shape.case)
        except InvalidCasesError as error:
            faulty += 1
            tell(str(error), err=True)
            continue
        if after.encode() == file.content:
            right[keys[path]] = b""
            continue
        changed += 1
        if only_check:
            click.echo(_difference(path, file.content, after))
        else:
            save({path: after})
            tell(wording.cli_editing["set_up"].format(path=path))
    kept.keep(KIND, right)
    return faulty, changed


def _difference(path: Path, before: bytes, after: str) -> str:
    now, then = lines(before.decode()), lines(after)
    if now == then:
        return wording.cli_editing["line_ends"].format(path=path)
    named = wording.cli_editing["after_fmt"].format(path=path)
    return "\n".join(difflib.unified_diff(now, then, f"{path}", named, lineterm=""))
