"""What is new in the catalogue: which cases came and were changed, how fresh it is, and what in it is old."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator import fields
from generator.age import Age, age
from generator.catalogue import Catalogue
from generator.dates import Dates
from generator.model import Case

OLD = 10
"""From how many years on what a case tells is marked as old."""


@dataclass(frozen=True)
class Item:
    """That a case came, or that what it tells was renewed."""

    case: Case
    moment: datetime.datetime
    is_new: bool
    fields: tuple[str, ...] = ()
    """The names of what is told anew."""


@dataclass(frozen=True)
class Day:
    """The cases that came, or were renewed, on one day."""

    date: datetime.date
    items: tuple[Item, ...]

    @property
    def fields(self) -> tuple[tuple[str, int], ...]:
        """What they tell anew, with how many of them do, the most common first."""
        return tuple(Counter(name for item in self.items for name in item.fields).most_common())


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
        found = (Item(case, known.told, known.renewed is None, self._named(known)) for case, known in told)
        return tuple(sorted(found, key=lambda item: item.moment, reverse=True))

    def came(self, limit: int) -> tuple[Day, ...]:
        """Return so many of the cases that came last, day by day."""
        dates = self.catalogue.dates
        return _by_day(Item(case, dates[case.slug].came, True) for case in self.newest(limit))

    def renewed(self, limit: int) -> tuple[Day, ...]:
        """Return so many of the cases that were renewed last, day by day."""
        return _by_day([item for item in self.items(self.catalogue.cases) if not item.is_new][:limit])

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

    def _named(self, dates: Dates) -> tuple[str, ...]:
        case = self.catalogue.shape.case
        known = (name for name in dates.fields if name in case.model_fields)
        return tuple(fields.label(case, name).lower().rstrip("?") for name in known)

    @cached_property
    def _newest_year(self) -> int:
        if self.updated:
            return self.updated.year
        return max((found.year for case in self.catalogue.cases if (found := self.age(case))), default=0)


def updated(catalogue: Catalogue, cases: Iterable[Case]) -> datetime.date | None:
    """Return the day when one of some cases last came, was changed or was confirmed; None where nobody knows."""
    return max(_days(catalogue, cases), default=None)


def _by_day(items: Iterable[Item]) -> tuple[Day, ...]:
    return tuple(Day(date, tuple(some)) for date, some in groupby(items, key=lambda item: item.moment.date()))


def _days(catalogue: Catalogue, cases: Iterable[Case]) -> Iterator[datetime.date]:
    for case in cases:
        if case.slug in catalogue.dates:
            yield catalogue.dates[case.slug].changed.date()
        if case.confirmed:
            yield case.confirmed.date
