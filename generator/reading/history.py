"""When each case came and was changed, as the history of the repository tells: the one place that asks git.

A change counts when it gives a field that readers learn from other words or numbers. Line breaks, quotes, the order of
fields, comments and the fields in `QUIET` do not count, so that no case is news since it was set up anew.
Where the history is not whole, as in a shallow clone or a folder without git, nothing is told.
"""

import datetime
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from generator.dates import QUIET, Dates
from generator.model import Case
from generator.reading.naming import SUFFIX

_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_WORD = re.compile(r"-?\w+(?:[.,:/]\w+)*")
_ENVIRONMENT = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


class _UnknownError(Exception):
    """The history is not whole."""


@dataclass(frozen=True)
class _Version:
    """A file as a commit left it: its place in the history from the newest, the commit's moment, and its content."""

    age: int
    moment: datetime.datetime
    blob: str


def history(folder: Path, cases: Iterable[Case]) -> dict[str, Dates]:
    """Return when cases came and were changed, by slug; those that no commit has are left out.

    A case that was renamed is followed by its aliases.
    """
    try:
        is_shallow, head = _git(folder, "rev-parse", "--is-shallow-repository", "HEAD").split()
        if is_shallow != "false":
            return {}
        return _history(folder, head, tuple((case.slug, case.aliases) for case in cases))
    except (OSError, subprocess.CalledProcessError, _UnknownError):
        return {}


@lru_cache(maxsize=1)  # while an editor watches, the history stays as it is
def _history(folder: Path, head: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Dates]:
    """Return when cases came and were changed up to the commit `head`, by their names and former ones."""
    versions = _versions(folder, head)
    with _Contents(folder) as read:
        found = {slug: _dates(_chain(slug, former, versions), read) for slug, former in names}
    return {slug: dates for slug, dates in found.items() if dates}


def changed_fields(before: str, after: str) -> tuple[str, ...]:
    """Return the fields in which two versions of a case file tell something else."""
    older, newer = _fields(before), _fields(after)
    return tuple(
        name
        for name in dict.fromkeys((*newer, *older))
        if older.get(name) != newer.get(name)
        and _WORD.findall(older.get(name, "")) != _WORD.findall(newer.get(name, ""))
    )


def _fields(text: str) -> dict[str, str]:
    """Return the text of each field of a case file that can be news."""
    _, *parts = _FIELD.split(_COMMENT.sub("", text))
    fields = dict(zip(parts[::2], parts[1::2], strict=True))
    for path in QUIET:
        head, _, tail = path.partition(".")
        if head in fields:
            fields[head] = re.sub(rf"^[ -]*{tail}:.*$", "", fields[head], flags=re.MULTILINE) if tail else ""
    return fields


def _versions(folder: Path, head: str) -> dict[str, list[_Version]]:
    """Return the versions of every file up to the commit `head` by its name, the newest first."""
    found: dict[str, list[_Version]] = {}
    moment = datetime.datetime.min
    told = _git(
        *(folder, "log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative"),
        *("--format=@%cI", head, "--", f":(glob)*{SUFFIX}"),
    )
    for age, line in enumerate(told.splitlines()):
        if line.startswith("@"):
            moment = datetime.datetime.fromisoformat(line[1:])
        elif line:
            *_, blob, _, name = line.split(maxsplit=5)
            if blob.strip("0"):
                found.setdefault(name.removesuffix(SUFFIX), []).append(_Version(age, moment, blob))
    return found


def _chain(slug: str, former: Iterable[str], versions: Mapping[str, list[_Version]]) -> list[_Version]:
    """Return a case's versions from the newest, those from before it was renamed too."""
    chain = list(versions.get(slug, ()))
    if chain:
        before = [
            version for alias in former for version in versions.get(alias, ()) if version.age > chain[-1].age
        ]
        chain += sorted(before, key=lambda version: version.age)
    return chain


def _dates(chain: list[_Version], read: Callable[[str], str]) -> Dates | None:
    """Return when the case of these versions came and was last changed."""
    if not chain:
        return None
    came = chain[-1].moment
    for newer, older in pairwise(chain):
        if fields := changed_fields(read(older.blob), read(newer.blob)):
            return Dates(came, newer.moment, fields)
    return Dates(came, came)


class _Contents:
    """Reads contents by their identifiers, one after the other, from one process."""

    def __init__(self, folder: Path) -> None:
        """Begin the process."""
        self._process = subprocess.Popen(
            ["git", "-C", str(folder), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
        )

    def __enter__(self) -> "_Contents":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def __call__(self, blob: str) -> str:
        """Return a content; raises _UnknownError when it is not here."""
        asked, answered = self._process.stdin, self._process.stdout
        if asked is None or answered is None:
            raise _UnknownError
        asked.write(f"{blob}\n".encode())
        asked.flush()
        match answered.readline().split():
            case [_, b"blob", size]:
                return answered.read(int(size) + 1).decode("utf-8", "replace")
            case _:
                raise _UnknownError


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=_ENVIRONMENT)
    return run.stdout
