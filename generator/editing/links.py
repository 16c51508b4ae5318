"""The web addresses that cases name, and the report on those that do not answer any more."""

import datetime
import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator import files, prose
from generator.catalogue import Catalogue

_HREF = re.compile(r'href="(https?://[^"]+)"')


@dataclass(frozen=True)
class Dead:
    """An address that does not answer, why, and the slugs of the cases that name it."""

    url: str
    reason: str
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What a link check found, and when."""

    checked: datetime.date
    total: int
    dead: tuple[Dead, ...]


_REPORT = TypeAdapter(Report)


def addresses(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return every web address in the cases with the slugs of the cases that name it."""
    found: dict[str, list[str]] = {}
    for case in catalogue.cases:
        for url in dict.fromkeys(_addresses(case)):
            found.setdefault(url, []).append(case.slug)
    return {url: tuple(slugs) for url, slugs in found.items()}


def check(
    known: Mapping[str, tuple[str, ...]], today: datetime.date, fetch: Callable[[str], str | None]
) -> Report:
    """Return which addresses fail; `fetch` gives the reason why one does, or None."""
    reasons = {url: fetch(url) for url in known}
    dead = (Dead(url, reason, known[url]) for url, reason in reasons.items() if reason is not None)
    return Report(today, len(known), tuple(dead))


def as_json(report: Report) -> str:
    """Return a report as the file that the site's build reads."""
    return _REPORT.dump_json(report, indent=2).decode() + "\n"


def from_json(text: str) -> Report:
    """Return the report in a file's text; raises ValueError when it is none."""
    return _REPORT.validate_json(text)


def read_report(path: Path) -> Report | None:
    """Return the report in a file, or None when there is none that can be read."""
    try:
        return from_json(files.read_text(path))
    except (OSError, ValueError):
        return None


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (url for name in type(value).model_fields for url in _addresses(getattr(value, name)))
    elif isinstance(value, tuple):
        yield from (url for item in value for url in _addresses(item))
    elif isinstance(value, str) and "http" in value:
        if re.fullmatch(r"https?://\S+", value):
            yield value
        else:
            yield from map(html.unescape, _HREF.findall(prose.html(value)))
