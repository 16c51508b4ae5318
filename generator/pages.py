"""The pages of the site: what each shows, at which address, by which template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator.addresses import case_url, listing_url, overview_url, value_url
from generator.catalogue import Catalogue
from generator.facets import FACETS, Facet
from generator.model import Case
from generator.text import initial, sort_key
from generator.vocabulary import Concept, Factor, Point, Side, Term

FIRST = 24
"""How many cases the front page lists before any script has run."""
LISTED = 500
"""How many cases stand on one page of the whole list."""
PHASES = {"forarbejde": "Forarbejde", "etablering": "Etablering", "opfoelgning": "Opfølgning"}


@dataclass(frozen=True)
class Page:
    """One page: `url` is relative to the site's root and ends with a slash."""

    url: str
    title: str
    description: str
    template: str
    crumbs: tuple[tuple[str, str], ...] = ()
    edit: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every generated page: cases, the list of them all, values of facets, overviews of facets."""
    for case in catalogue.cases:
        yield case_page(case)
    yield from listing_pages(catalogue)
    for facet in FACETS.values():
        yield overview_page(catalogue, facet)
        for term in catalogue.terms(facet.key).values():
            yield value_page(facet, term)


def views(catalogue: Catalogue) -> Mapping[str, Mapping[str, Any]]:
    """Return what the hand-written pages can show below their text, by the name of the view's template."""
    return {
        "selection": {},
        "home": {"first": FIRST},
        "form": {},
        "glossary": {"letters": _letters(catalogue)},
        "matrix": {},
        "points": {"phases": _phases(catalogue)},
        "money": {},
        "contact": {},
        "statement": {},
    }


def value_name(facet: str, term: Term) -> str:
    """Return a value's name as its facet sees it: a factor is named as a driver or as a barrier."""
    return _side(facet, term).name


def value_definition(facet: str, term: Term) -> str:
    """Return a value's definition as its facet sees it."""
    return _side(facet, term).definition


def case_page(case: Case) -> Page:
    """Return the page of a case."""
    return Page(
        url=case_url(case),
        title=case.title,
        description=case.summary,
        template="case.html",
        crumbs=(("Cases", ""),),
        edit=f"{case.slug}.yaml",
        context={"case": case},
    )


def listing_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the pages of the list that holds every case."""
    last = max(1, -(-len(catalogue.cases) // LISTED))
    for number in range(1, last + 1):
        cases = catalogue.cases[(number - 1) * LISTED : number * LISTED]
        yield Page(
            url=listing_url(number),
            title="Alle cases" if number == 1 else f"Alle cases, side {number}",
            description="Alle cases i alfabetisk orden.",
            template="listing.html",
            crumbs=(("Cases", ""),),
            context={"cases": cases, "number": number, "pages": last},
        )


def value_page(facet: Facet, term: Term) -> Page:
    """Return the page of one value of a facet."""
    return Page(
        url=value_url(facet.key, term.slug),
        title=f"{facet.name}: {value_name(facet.key, term)}",
        description=value_definition(facet.key, term) or f"Cases med {facet.name.lower()} {term.name}.",
        template="value.html",
        crumbs=(("Cases", ""), (facet.plural, overview_url(facet))),
        edit=f"vocabulary/{facet.vocabulary}.yaml",
        context={"facet": facet, "term": term},
    )


def overview_page(catalogue: Catalogue, facet: Facet) -> Page:
    """Return the page that lists all values of a facet."""
    terms = list(catalogue.terms(facet.key).values())
    if facet.is_alphabetical:
        terms.sort(key=lambda term: sort_key(value_name(facet.key, term)))
    return Page(
        url=overview_url(facet),
        title=facet.plural,
        description=facet.lead,
        template="overview.html",
        crumbs=(("Cases", ""),),
        context={"facet": facet, "terms": terms},
    )


def _side(facet: str, term: Term) -> Term | Side:
    side = getattr(term, facet, term) if isinstance(term, Factor) else term
    return side if isinstance(side, Side) else term


def _phases(catalogue: Catalogue) -> list[tuple[str, list[Point]]]:
    points = catalogue.points()
    return [(name, [point for point in points if point.phase == phase]) for phase, name in PHASES.items()]


def _letters(catalogue: Catalogue) -> list[tuple[str, list[Concept]]]:
    by_letter = groupby(catalogue.concepts, key=lambda concept: initial(concept.name))
    return [(letter, list(concepts)) for letter, concepts in by_letter]
