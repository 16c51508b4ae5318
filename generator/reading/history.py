"""When each case came and was changed, as the history of the repository tells.

A change counts when it gives a field that readers learn from other words or numbers. Line breaks, quotes, the order of
fields, comments and the fields in `QUIET` do not count, so that no case is changed since it was set up anew. Which
changes are news to a reader `difference` says; those of a day count as one, by what stands in the evening.
Where the history is not whole, as in a shallow clone or a folder without git, nothing is told.
What follows from the versions of a case is kept: they never change.
"""

import datetime
import json
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache, partial
from itertools import groupby, pairwise
from pathlib import Path

from generator import store
from generator.dates import Dates
from generator.model import Case
from generator.reading.commit import ENVIRONMENT, git, newest
from generator.reading.difference import changed_fields, may_be_news, renewed_fields
from generator.reading.naming import SUFFIX
from generator.store import NOTHING, Store

KIND = "dates"
"""What a store has what follows from the versions of a case under."""


class _UnknownError(Exception):
    """The history is not whole."""


@dataclass(frozen=True)
class _Version:
    """A file as a commit left it: its place in the history from the newest, the commit's moment, and its content."""

    age: int
    moment: datetime.datetime
    blob: str

    @property
    def mark(self) -> str:
        """What tells it from every other version."""
        return f"{self.moment.isoformat()} {self.blob}"


def history(
    folder: Path, cases: Iterable[Case], kind: type[Case] = Case, kept: Store = NOTHING
) -> dict[str, Dates]:
    """Return when cases came and were changed, by slug; those that no commit has are left out.

    A case that was renamed is followed by its aliases. All are of a `kind`.
    """
    head = newest(folder)
    if head is None:
        return {}
    try:
        return _history(folder, head, tuple((case.slug, case.aliases) for case in cases), kind, kept)
    except (OSError, subprocess.CalledProcessError, _UnknownError):
        return {}


@lru_cache(maxsize=1)  # while an editor watches, the history stays as it is
def _history(
    folder: Path, head: str, names: tuple[tuple[str, tuple[str, ...]], ...], kind: type[Case], kept: Store
) -> dict[str, Dates]:
    """Return when cases came and were changed up to the commit `head`, by their names and former ones."""
    versions = _versions(folder, head)
    chains = {slug: chain for slug, former in names if (chain := _chain(slug, former, versions))}
    news = sorted(may_be_news(kind))
    keys = {slug: store.key(*news, *(each.mark for each in chain)) for slug, chain in chains.items()}
    with _Contents(folder) as read:
        made = kept.complete(
            KIND, {keys[slug]: partial(_packed, chain, read, kind) for slug, chain in chains.items()}
        )
    return {slug: _unpacked(made[key]) for slug, key in keys.items()}


def _packed(chain: Sequence[_Version], read: Callable[[str], str], kind: type[Case]) -> bytes:
    return json.dumps(asdict(_dates(chain, read, kind)), default=datetime.datetime.isoformat).encode()


def _unpacked(content: bytes) -> Dates:
    told = json.loads(content)
    moment = datetime.datetime.fromisoformat
    renewed = moment(told["renewed"]) if told["renewed"] else None
    return Dates(moment(told["came"]), moment(told["changed"]), renewed, tuple(told["fields"]))


def _versions(folder: Path, head: str) -> dict[str, list[_Version]]:
    """Return the versions of every file up to the commit `head` by its name, the newest first."""
    found: dict[str, list[_Version]] = {}
    moment = datetime.datetime.min
    told = git(
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


def _dates(chain: Sequence[_Version], read: Callable[[str], str], kind: type[Case]) -> Dates:
    """Return when the case of these versions came, was last changed, and was last news."""
    came = chain[-1].moment
    changed = next(
        (
            newer.moment
            for newer, older in pairwise(chain)
            if changed_fields(read(older.blob), read(newer.blob))
        ),
        came,
    )
    return Dates(came, changed, *_renewed(chain, read, kind))


def _renewed(
    chain: Sequence[_Version], read: Callable[[str], str], kind: type[Case]
) -> tuple[datetime.datetime | None, tuple[str, ...]]:
    """Return the day when a case was last news, as the moment of the commit that made it so, and by which fields."""
    days = [[*versions] for _, versions in groupby(chain, key=lambda version: version.moment.date())]
    for day, before in pairwise(days):
        if fields := renewed_fields(read(before[0].blob), read(day[0].blob), kind):
            steps = pairwise([*day, before[0]])
            found = (
                newer.moment
                for newer, older in steps
                if renewed_fields(read(older.blob), read(newer.blob), kind)
            )
            return next(found, day[0].moment), fields
    return None, ()


class _Contents:
    """Reads contents by their identifiers, one after the other, from one process that begins with the first."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the repository."""
        self._folder = folder

    @cached_property
    def _process(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", "-C", str(self._folder), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )

    def __enter__(self) -> "_Contents":
        return self

    def __exit__(self, *_: object) -> None:
        if "_process" in vars(self):
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
