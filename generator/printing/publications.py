"""What is printed: a catalogue, a tag or single cases as plain data that the PDF's templates lay out."""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator import colours, text
from generator.addresses import at, book_path, case_path, tag_path, value_url
from generator.catalogue import Catalogue
from generator.model import Case
from generator.news import updated
from generator.pages import value_definition, value_name
from generator.printing import comparison, layout, links, matter, together
from generator.printing.hyphenation import printable
from generator.printing.imprint import Imprint
from generator.printing.layout import Data
from generator.synthesis import TOLD_OF
from generator.wording import wording

MAPPED = {*TOLD_OF, "region"}
"""The facets whose documents show where the cases are from."""
OPTIMISED = 300
"""Up to this many cases the lines of a whole paragraph are balanced against each other."""
LARGEST_TAG = 300
"""A tag with more cases than this has no document on the site; the command makes it all the same."""
LARGEST_BOOK = 300
"""The engine needs some 4 MB of memory for each case in a document, so a larger catalogue comes in volumes."""
LARGEST_VOLUME = 130
"""So many cases fill some 350 pages, which can be bound, and two volumes need no more memory than a book."""


@dataclass(frozen=True)
class Part:
    """The cases of a theme that stand together, or one of several divisions of them."""

    theme: str
    cases: Sequence[Case]
    number: int = 1
    count: int = 1


@dataclass(frozen=True)
class Publication:
    """One document to print; `path` is its place on the site."""

    path: str
    title: str
    data: str
    """All that the templates need, and what its `links` are called, as JSON."""
    themes: tuple[str, ...] = ()
    """The names of the themes in a volume."""


def books(catalogue: Catalogue, imprint: Imprint) -> Iterator[Publication]:
    """Yield the catalogue as one book, or as volumes by theme when there are too many cases for one."""
    parts = [Part(theme, cases) for theme, cases in _by_theme(catalogue).items()]
    if len(catalogue.cases) <= LARGEST_BOOK:
        yield _book(catalogue, imprint, parts, None)
    else:
        for number, volume in enumerate(_volumes(parts), 1):
            themes = tuple(_name(catalogue, part) for part in volume)
            yield replace(_book(catalogue, imprint, volume, number), themes=themes)


def tag(catalogue: Catalogue, facet: str, slug: str, imprint: Imprint) -> Publication:
    """Return all cases with a tag as one document.

    Raises KeyError when there is no such facet or value.
    """
    term = catalogue.term(facet, slug)
    cases = catalogue.cases_with(facet, slug)
    data = {
        "kind": "collection",
        "title": value_name(facet, term),
        "kicker": catalogue.facets[facet].name,
        "lead": value_definition(facet, term),
        "address": layout.address(imprint.address, value_url(catalogue.facets[facet], slug)),
        "together": together.together(catalogue, facet, slug, imprint.address, {case.slug for case in cases}),
        "places": together.places(catalogue, cases, slug if facet == "region" else None)
        if facet in MAPPED
        else None,
        "cases": _cases(catalogue, cases, imprint),
    }
    return _publication(tag_path(catalogue.facets[facet], slug), catalogue, cases, imprint, data)


def shortlist(catalogue: Catalogue, cases: Sequence[Case], imprint: Imprint) -> Publication:
    """Return chosen cases as one document."""
    data = {
        "kind": "collection",
        "title": wording.print_collection["shortlist"],
        "kicker": imprint.name,
        "lead": wording.print_collection["shortlist_lead"].format(site=imprint.name),
        "address": imprint.address,
        "together": None,
        "places": None,
        "cases": _cases(catalogue, cases, imprint),
    }
    return _publication(at("shortlist_pdf"), catalogue, cases, imprint, data)


def compared(catalogue: Catalogue, cases: Sequence[Case], imprint: Imprint) -> Publication:
    """Return a few cases side by side as one document."""
    data = {
        "kind": "comparison",
        "title": text.enumeration([case.name for case in cases]),
        "table": comparison.of_cases(catalogue, cases, imprint.address),
    }
    return _publication(at("comparison_pdf"), catalogue, cases, imprint, data)


def single(catalogue: Catalogue, case: Case, imprint: Imprint) -> Publication:
    """Return one case as a document."""
    data = {"kind": "case", "title": case.title, "cases": _cases(catalogue, [case], imprint)}
    return _publication(case_path(case), catalogue, (case,), imprint, data)


def publications(catalogue: Catalogue, imprint: Imprint) -> Iterator[Publication]:
    """Yield every document of the site, the largest first: the book, the tags, the cases."""
    yield from books(catalogue, imprint)
    for facet in (key for key, facet in catalogue.facets.items() if not facet.is_derived):
        for slug in catalogue.terms(facet):
            if 0 < catalogue.count(facet, slug) <= LARGEST_TAG:
                yield tag(catalogue, facet, slug, imprint)
    for case in catalogue.cases:
        yield single(catalogue, case, imprint)


def _cases(catalogue: Catalogue, cases: Sequence[Case], imprint: Imprint) -> list[Data]:
    """Return the cases of a document that holds no others."""
    shown = {case.slug for case in cases}
    return [layout.of_case(catalogue, case, imprint.address, shown) for case in cases]


def _publication(
    path: str, catalogue: Catalogue, cases: Sequence[Case], imprint: Imprint, data: Data
) -> Publication:
    date = updated(catalogue, cases)
    full = {
        "name": imprint.name,
        "description": imprint.description,
        "site": imprint.address,
        "count": len(cases),
        "date": text.date(date) if date else "",
        "day": [date.year, date.month, date.day] if date else [],
        "optimised": len(cases) <= OPTIMISED,
        **data,
    }
    own = (
        {"colours": colours.printed(imprint.colours.deep, imprint.colours.accent)} if imprint.colours else {}
    )
    content = {**printable(full), "links": links.names(full), **own}
    return Publication(path, data["title"], json.dumps(content, ensure_ascii=False, sort_keys=True))


def _book(catalogue: Catalogue, imprint: Imprint, parts: Sequence[Part], volume: int | None) -> Publication:
    cases = [case for part in parts for case in part.cases]
    shown = {case.slug for case in cases}
    first = volume in {None, 1}
    data = {
        "kind": "catalogue",
        "title": _title(imprint, volume),
        "parts": [
            {
                "title": _name(catalogue, part),
                "lead": catalogue.term("theme", part.theme).definition,
                "id": f"tema-{part.theme}",
                "together": together.brief(catalogue, part.theme),
                "cases": [layout.of_case(catalogue, case, imprint.address, shown) for case in part.cases],
                "also": [
                    layout.reference(case, imprint.address, shown)
                    for case in catalogue.cases_with("theme", part.theme)
                    if case.slug in shown and case.themes[0] != part.theme
                ],
            }
            for part in parts
        ],
        "about": matter.about(cases),
        "guide": matter.guide(catalogue),
        "counts": together.counts(catalogue) if first else None,
        "matrix": matter.matrix(catalogue) if first else None,
        "points": matter.points(catalogue, imprint.address, shown) if first else [],
        "points_told": matter.points_told(catalogue),
        "points_note": imprint.points_note,
        "glossary": matter.glossary(catalogue) if first else [],
        "sources": matter.sources(catalogue),
        "own_sources": matter.own_sources(catalogue, shown),
        "index": [
            matter.index(catalogue, facet.key, cases)
            for facet in catalogue.facets.values()
            if facet.is_indexed
        ],
    }
    return _publication(book_path(volume), catalogue, cases, imprint, data)


def _title(imprint: Imprint, volume: int | None) -> str:
    """Return what the book, or a volume of it, is called."""
    if volume is None:
        return imprint.name
    return wording.print_collection["volume"].format(name=imprint.name, number=volume)


def _name(catalogue: Catalogue, part: Part) -> str:
    """Return what a part is called: its theme, and which division of it this is."""
    name = catalogue.term("theme", part.theme).name
    if part.count == 1:
        return name
    return wording.print_collection["part"].format(name=name, number=part.number, count=part.count)


def _volumes(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield parts in groups of at most LARGEST_VOLUME cases; a larger part is divided evenly."""
    volume: list[Part] = []
    for piece in (piece for part in parts for piece in _pieces(part)):
        if volume and sum(len(part.cases) for part in volume) + len(piece.cases) > LARGEST_VOLUME:
            yield volume
            volume = []
        volume.append(piece)
    if volume:
        yield volume


def _pieces(part: Part) -> Iterator[Part]:
    """Yield as few parts of nearly one size as have at most LARGEST_VOLUME cases each."""
    total, count = len(part.cases), math.ceil(len(part.cases) / LARGEST_VOLUME)
    for number in range(count):
        cases = part.cases[total * number // count : total * (number + 1) // count]
        yield Part(part.theme, cases, number + 1, count)


def _by_theme(catalogue: Catalogue) -> dict[str, list[Case]]:
    """Return every case under its first theme, the themes in alphabetical order."""
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in catalogue.cases:
        groups[case.themes[0]].append(case)
    return dict(
        sorted(groups.items(), key=lambda group: text.sort_key(catalogue.term("theme", group[0]).name))
    )
