"""How old what a case tells is: by its sources, and by the year when it ended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Case
from generator.vocabulary import Source, Span, Vocabulary

_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)(?:[/–-](\d\d)(?!\d))?")


@dataclass(frozen=True)
class Age:
    """The year that facts are from, and how it is told: ca. 2019, 2012/13."""

    year: int
    told: str


def age(vocabulary: Vocabulary, case: Case) -> Age | None:
    """Return how old what a case tells is: as its newest source, or its end, if that was before; None if not told."""
    newest = max(_sources(vocabulary, case), key=lambda each: each.year, default=None)
    start, end = (case.period.start, case.period.end) if case.period else (None, None)
    if newest is None:
        year = end or start
        return Age(year, str(year)) if year else None
    return Age(end, str(end)) if end and end < newest.year else newest


def spans(case: Case, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the slug of the years that what a case tells is from."""
    found = age(vocabulary, case)
    terms = [term for term in vocabulary["ages"].values() if isinstance(term, Span)]
    return tuple(term.slug for term in terms if _is_in(found, term))


def _is_in(found: Age | None, span: Span) -> bool:
    if found is None or (span.start, span.end) == (None, None):
        return found is None and span.start is span.end is None
    return (span.start or 0) <= found.year <= (span.end or found.year)


def _sources(vocabulary: Vocabulary, case: Case) -> Iterator[Age]:
    """Yield the years of a case's sources."""
    for reference in case.sources:
        shared = vocabulary["sources"].get(reference.source or "")
        told = str(shared.year if isinstance(shared, Source) else reference.year or "")
        for first, last in _YEAR.findall(told)[-1:]:
            yield Age(int(first[:2] + last) if last else int(first), told)
