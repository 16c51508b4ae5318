"""What stands before and after the cases of a printed document: guide, matrix, points, glossary, sources, indexes."""

from collections.abc import Callable, Collection, Mapping, Sequence

from generator import citations, text
from generator.catalogue import Catalogue
from generator.charts import overviews
from generator.insights import Knowledge
from generator.model import Case
from generator.pages import points_by_phase, value_name
from generator.printing.layout import Data, place, reference, strength
from generator.vocabulary import Source, Term
from generator.wording import wording


def about(cases: Sequence[Case]) -> Data:
    """Return what the introduction counts: municipalities and short cases."""
    return {
        "municipalities": len({slug for case in cases for slug in case.municipalities}),
        "short": sum(case.short for case in cases),
    }


def guide(catalogue: Catalogue) -> Data:
    """Return the words that every case is marked with, explained."""
    words = catalogue.vocabulary
    return {
        "evidence": [
            {**_explained(term), "strength": strength(catalogue, term.slug)}
            for term in words["evidence"].values()
        ],
        "kinds": [_explained(term) for term in words["figure_kinds"].values()],
        "forms": [_explained(term) for term in words["forms"].values()],
    }


def matrix(catalogue: Catalogue) -> Data:
    """Return in how many cases of each theme a factor drove and hindered, and how long and dark that is drawn."""
    knowledge = Knowledge(catalogue)
    rows = knowledge.matrix()
    shades = overviews.shaded(rows)
    drawn = overviews.factors(rows)
    return {
        "headline": drawn.headline,
        "shades": list(shades.words()),
        "bars": [
            {
                **_explained(bar.row.factor),
                "drove": {"count": bar.row.drove, "length": bar.drove},
                "hindered": {"count": bar.row.hindered, "length": bar.hindered},
            }
            for bar in drawn.bars
        ],
        "themes": [theme.name for theme in knowledge.themes()],
        "factors": [
            {
                "name": row.factor.name,
                "drove": row.drove,
                "hindered": row.hindered,
                "drivers": [{"count": count, "shade": shades.of(count)} for count in row.drivers],
                "barriers": [{"count": count, "shade": shades.of(count)} for count in row.barriers],
            }
            for row in rows
        ],
    }


def points(catalogue: Catalogue, site: str, shown: Collection[str]) -> list[Data]:
    """Return the points of attention by phase, each with the advice that illustrates it."""
    knowledge = Knowledge(catalogue)
    return [
        {
            "phase": name,
            "points": [
                {
                    **_explained(point),
                    "advice": [
                        {
                            **reference(each.case, site, shown),
                            "number": each.number,
                            "derived": each.is_derived,
                            "brief": each.case.name,
                        }
                        for each in knowledge.illustrations(point)
                    ],
                }
                for point in found
            ],
        }
        for name, found in points_by_phase(catalogue)
    ]


def points_told(catalogue: Catalogue) -> Data:
    """Return the heading above the points of attention, and what leads to them."""
    number = len(catalogue.points())
    count = text.in_words(number)
    title = wording.print_points.chosen("title", number).format(count=count)
    lead = wording.print_points.chosen("lead", number).format(count=count)
    return {"title": title[:1].upper() + title[1:], "lead": lead}


def glossary(catalogue: Catalogue) -> list[Data]:
    """Return the terms that recur, in alphabetical order."""
    return [_explained(concept) for concept in catalogue.concepts]


def sources(catalogue: Catalogue) -> list[Data]:
    """Return the documents that the cases are taken from."""
    return [
        {
            **_explained(source),
            "title": source.title,
            "publisher": f"{source.publisher}, {source.year}",
            "covers": source.covers,
            "limits": source.limits,
        }
        for source in catalogue.vocabulary["sources"].values()
        if isinstance(source, Source)
    ]


def own_sources(catalogue: Catalogue, shown: Collection[str]) -> list[Data]:
    """Return the documents that only single cases build on, each with where those of the shown cases are."""
    found = (
        (document, [place(case) for case in cases if case.slug in shown])
        for document, cases in citations.own_sources(catalogue)
    )
    return [
        {"name": document.name, "published": document.place, "ids": ids} for document, ids in found if ids
    ]


def index(catalogue: Catalogue, facet: str, shown: Sequence[Case]) -> Data:
    """Return the values of a facet in alphabetical order, each with where those of the shown cases are that have it.

    The cases that have most to tell of a value are marked as main ones.
    """
    is_main = _MAIN.get(facet, _never)
    weight = wording.print_index[facet] if facet in _MAIN else ""
    entries = []
    for slug, term in catalogue.terms(facet).items():
        tagged = {case.slug for case in catalogue.cases_with(facet, slug)}
        if found := [case for case in shown if case.slug in tagged]:
            places = [{"id": place(case), "main": is_main(case, slug)} for case in found]
            entries.append({"name": value_name(facet, term), "places": places})
    entries.sort(key=lambda entry: text.sort_key(str(entry["name"])))
    return {"title": catalogue.facets[facet].plural, "weight": weight, "entries": entries}


def _never(_case: Case, _slug: str) -> bool:
    return False


def _is_first_theme(case: Case, slug: str) -> bool:
    return case.themes[0] == slug


def _is_alone(case: Case, _slug: str) -> bool:
    return len(case.municipalities) == 1


def _is_met(case: Case, slug: str) -> bool:
    return any(barrier.factor == slug and barrier.remedy is not None for barrier in case.barriers or ())


_MAIN: Mapping[str, Callable[[Case, str], bool]] = {
    "theme": _is_first_theme,
    "municipality": _is_alone,
    "barrier": _is_met,
}
"""What makes a case a main one under a value of a facet."""


def _explained(term: Term) -> Data:
    """Return a term's name and what it means."""
    return {"name": term.name, "definition": term.definition}
