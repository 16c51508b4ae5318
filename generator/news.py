"""What is new in the catalogue: which cases came and were changed, how fresh it is, and what in it is old."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.age import Age, age
from generator.catalogue import Catalogue
from generator.dates import Dates
from generator.labels import FIELDS
from generator.model import Case

OLD = 10
"""From how many years on what a case tells is marked as old."""


@dataclass(frozen=True)
class Item:
    """That a case came, or what it tells was changed."""

    case: Case
    moment: datetime.datetime
    is_new: bool
    fields: tuple[str, ...] = ()
    """The Danish names of what was changed."""


@dataclass(frozen=True)
class Day:
    """What happened on one day: the cases that came, and those that were changed."""

    date: datetime.date
    came: tuple[Item, ...]
    changed: tuple[Item, ...]


@dataclass(frozen=True)
class News:
    """What is new in a catalogue, as far as it is known when its cases came."""

    catalogue: Catalogue

    @cached_property
    def updated(self) -> datetime.date | None:
        """The day when a case last came, was changed or was confirmed."""
        return updated(self.catalogue, self.catalogue.cases)

    def newest(self, limit: int | None = None) -> tuple[Case, ...]:
        """Return the cases that came last, the newest first."""
        dates = self.catalogue.dates
        known = (case for case in self.catalogue.cases if case.slug in dates)
        return tuple(sorted(known, key=lambda case: dates[case.slug].came, reverse=True))[:limit]

    def items(self, cases: Iterable[Case]) -> tuple[Item, ...]:
        """Return the last news of each of some cases, the newest first."""
        dates = self.catalogue.dates
        told = ((case, dates[case.slug]) for case in cases if case.slug in dates)
        found = (Item(case, known.changed, not known.is_changed, _named(known)) for case, known in told)
        return tuple(sorted(found, key=lambda item: item.moment, reverse=True))

    def days(self, limit: int) -> tuple[Day, ...]:
        """Return so many of the last news, day by day: of each case that it came, and that it was changed since."""
        dates = self.catalogue.dates
        last = self.items(self.catalogue.cases)
        came = (Item(item.case, dates[item.case.slug].came, True) for item in last if not item.is_new)
        found = sorted((*last, *came), key=lambda item: item.moment, reverse=True)
        by_day = groupby(found[:limit], key=lambda item: item.moment.date())
        return tuple(_day(date, tuple(items)) for date, items in by_day)

    def age(self, case: Case) -> Age | None:
        """Return how old what a case tells is; None if it is not told."""
        return age(self.catalogue.vocabulary, case)

    def years_old(self, case: Case) -> int:
        """Return how many years old what a case tells is at least, where it is old and nobody confirmed it since.

        It is counted to the newest year in the catalogue, for no page changes with the day on which it is built.
        """
        found = self.age(case)
        if found is None:
            return 0
        passed = self._newest_year - max(found.year, case.confirmed.date.year if case.confirmed else 0)
        return passed if passed >= OLD else 0

    @cached_property
    def _newest_year(self) -> int:
        if self.updated:
            return self.updated.year
        return max((found.year for case in self.catalogue.cases if (found := self.age(case))), default=0)


def updated(catalogue: Catalogue, cases: Iterable[Case]) -> datetime.date | None:
    """Return the day when one of some cases last came, was changed or was confirmed; None where nobody knows."""
    return max(_days(catalogue, cases), default=None)


def _day(date: datetime.date, items: tuple[Item, ...]) -> Day:
    came = tuple(item for item in items if item.is_new)
    return Day(date, came, tuple(item for item in items if not item.is_new))


def _named(dates: Dates) -> tuple[str, ...]:
    return tuple(FIELDS[field][0].lower() for field in dates.fields if field in FIELDS)


def _days(catalogue: Catalogue, cases: Iterable[Case]) -> Iterator[datetime.date]:
    for case in cases:
        if case.slug in catalogue.dates:
            yield catalogue.dates[case.slug].changed.date()
        if case.confirmed:
            yield case.confirmed.date
