"""The imprint of a document: who publishes it, where, and how fresh it is."""

import datetime
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Case
from generator.reading.settings import examine


@dataclass(frozen=True)
class Imprint:
    """Who publishes: the catalogue's name, its address on the net, and when each case was last changed."""

    name: str
    description: str = ""
    address: str = ""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)

    def date(self, cases: Iterable[Case]) -> datetime.date | None:
        """Return the day of the newest content in `cases`, when it is known."""
        known = (case.confirmed.date if case.confirmed else self.dates.get(case.slug) for case in cases)
        return max(filter(None, known), default=None)


def imprint_of(settings: Path, folder: Path) -> Imprint:
    """Return the publisher as `mkdocs.yml` names it, with the dates of the cases in `folder`."""
    known = examine(settings).settings
    return Imprint(known.site_name or "Casekatalog", known.site_description, known.site_url, dates(folder))


def dates(folder: Path) -> dict[str, datetime.date]:
    """Return the day when each case in `folder` was last changed, as git tells it; nothing without git."""
    known: dict[str, datetime.date] = {}
    day = None
    for line in _history(folder):
        if line.startswith("@"):
            day = datetime.date.fromisoformat(line[1:])
        elif day and line.endswith(".yaml"):
            known.setdefault(Path(line).stem, day)
    return known


def _history(folder: Path) -> list[str]:
    command = ["git", "-C", str(folder), "log", "--format=@%cs", "--name-only", "--", "."]
    try:
        run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return []
    return run.stdout.splitlines()
