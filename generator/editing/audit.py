"""What editors should look at: cases to confirm, gaps, dead links, and tags that are unused, undefined or alike."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from generator import fields
from generator.catalogue import Catalogue
from generator.distance import likeness
from generator.editing.links import Dead, Report
from generator.facets import Facet
from generator.model import Case
from generator.pages import value_name
from generator.text import slugify, sort_key
from generator.vocabulary import Advice, Point, Term, Vocabulary
from generator.wording import wording

REVIEW_AFTER = datetime.timedelta(days=365)
"""How long a confirmation holds."""

ALIKE = 0.78
"""How like two names are, from 0 to 1, when editors are asked whether they mean the same."""

_ALSO = (
    "municipalities",
    "financing.model",
    "financing.amounts",
    "gains.figures",
    "advice",
    "contact",
    "confirmed",
)
"""Fields that a full case has though no source must tell of them."""


@dataclass(frozen=True)
class Due:
    """A case and the day when it must be confirmed again; none when nobody has confirmed it yet."""

    case: Case
    day: datetime.date | None

    def is_past(self, today: datetime.date) -> bool:
        """Return whether the confirmation no longer holds."""
        return self.day is not None and self.day < today


@dataclass(frozen=True)
class Gap:
    """A case and the names of what it lacks."""

    case: Case
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two values of one vocabulary that may mean the same."""

    vocabulary: str
    first: Term
    second: Term


@dataclass(frozen=True)
class Count:
    """A value of a facet and how many cases have it."""

    facet: str
    term: Term
    count: int


@dataclass(frozen=True)
class Audit:
    """The state of the catalogue as its editors see it."""

    confirmed: tuple[Due, ...]
    unconfirmed: tuple[Case, ...]
    gaps: tuple[Gap, ...]
    complete: int
    counts: Mapping[str, tuple[Count, ...]]
    unused: tuple[tuple[Facet, Term], ...]
    undefined: tuple[tuple[Facet, Term], ...]
    similar: tuple[Pair, ...]
    broken_advice: tuple[tuple[Point, Advice], ...]
    links: Report | None


def audit(catalogue: Catalogue, links: Report | None = None) -> Audit:
    """Return the state of a catalogue; `links` is the last link check, if there was one."""
    dues = [Due(case, _due(case)) for case in catalogue.cases if case.confirmed]
    gaps = [Gap(case, tuple(_missing(case))) for case in catalogue.cases]
    return Audit(
        confirmed=tuple(sorted(dues, key=lambda due: (due.day or datetime.date.max, due.case.slug))),
        unconfirmed=tuple(case for case in catalogue.cases if not case.confirmed),
        gaps=tuple(sorted((gap for gap in gaps if gap.fields), key=lambda gap: -len(gap.fields))),
        complete=sum(not gap.fields for gap in gaps),
        counts={facet: tuple(_counts(catalogue, facet)) for facet in catalogue.facets},
        unused=tuple(unused_terms(catalogue)),
        undefined=tuple(undefined_terms(catalogue)),
        similar=tuple(similar_terms(catalogue.vocabulary)),
        broken_advice=tuple(broken_advice(catalogue)),
        links=links,
    )


def as_dict(found: Audit, today: datetime.date) -> dict[str, Any]:
    """Return the state as tools read it."""
    return {
        "past": {due.case.slug: str(due.day) for due in found.confirmed if due.is_past(today)},
        "unconfirmed": [case.slug for case in found.unconfirmed],
        "missing": {gap.case.slug: list(gap.fields) for gap in found.gaps},
        "counts": {facet: {c.term.slug: c.count for c in counts} for facet, counts in found.counts.items()},
        "unused": [f"{facet.folder}/{term.slug}" for facet, term in found.unused],
        "undefined": [f"{facet.folder}/{term.slug}" for facet, term in found.undefined],
        "alike": [[pair.vocabulary, pair.first.slug, pair.second.slug] for pair in found.similar],
        "astray": [[point.slug, gone.case, gone.advice] for point, gone in found.broken_advice],
        "dead_links": [[dead.url, dead.reason, list(dead.cases)] for dead in dead_links(found)],
    }


def unused_terms(catalogue: Catalogue) -> Iterator[tuple[Facet, Term]]:
    """Yield the values that no case has, by facet; municipalities and regions are always complete."""
    for facet in catalogue.facets.values():
        for slug, term in catalogue.terms(facet.key).items():
            if not facet.is_register and not catalogue.count(facet.key, slug):
                yield facet, term


def undefined_terms(catalogue: Catalogue) -> Iterator[tuple[Facet, Term]]:
    """Yield the values that lack a definition, by facet."""
    for facet in catalogue.facets.values():
        for term in catalogue.terms(facet.key).values():
            if not facet.is_register and not term.definition.strip():
                yield facet, term


def similar_terms(vocabulary: Vocabulary) -> Iterator[Pair]:
    """Yield the values whose names are so alike that they may be one."""
    registers = {facet.vocabulary for facet in vocabulary.shape.facets.values() if facet.is_register}
    for name, terms in vocabulary.items():
        if name in registers:
            continue
        known = [(term, slug := slugify(term.name), sorted(slug.split("-"))) for term in terms.values()]
        for (first, its, words), (second, other, others) in combinations(known, 2):
            if words == others or likeness(its, other, ALIKE) > 0:
                yield Pair(name, first, second)


def broken_advice(catalogue: Catalogue) -> Iterator[tuple[Point, Advice]]:
    """Yield the points of attention that name a case or a piece of advice that is not there, and which."""
    for point in catalogue.points():
        for reference in point.illustrated_by:
            if catalogue.advice(reference.case, reference.advice) is None:
                yield point, reference


def dead_links(found: Audit) -> tuple[Dead, ...]:
    """Return the links that the last check could not open."""
    return found.links.dead if found.links else ()


def _due(case: Case) -> datetime.date | None:
    return case.confirmed.date + REVIEW_AFTER if case.confirmed else None


@cache
def wanted(kind: type[Case]) -> tuple[str, ...]:
    """Return the fields that a full case has, by their path."""
    return tuple(
        path
        for name, field in kind.model_fields.items()
        for path in (name, *(each for each in _ALSO if each.startswith(f"{name}.")))
        if path in _ALSO or fields.takes_unstated(field)
    )


def _missing(case: Case) -> Iterator[str]:
    kind = type(case)
    for path in wanted(kind):
        head, _, tail = path.partition(".")
        value = getattr(case, head)
        if tail:
            parts = value if isinstance(value, tuple) else (value,) if value else ()
            if parts and not any(getattr(part, tail) for part in parts):
                yield f"{fields.label(kind, head)}: {fields.label_at(kind, path).lower()}"
        elif not value and not (path == "municipalities" and case.level != (wording.slugs["municipal"],)):
            yield fields.label(kind, path)


def _counts(catalogue: Catalogue, facet: str) -> list[Count]:
    counts = [
        Count(facet, term, catalogue.count(facet, slug)) for slug, term in catalogue.terms(facet).items()
    ]
    used = (c for c in counts if c.count or not catalogue.facets[facet].is_register)
    return sorted(used, key=lambda c: (-c.count, sort_key(value_name(facet, c.term))))
