"""The pages of the site: what each shows, at which address, by which template."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from typing import Any

from generator.addresses import (
    at,
    case_url,
    listing_url,
    matrix_url,
    money_url,
    overview_url,
)
from generator.catalogue import Catalogue
from generator.comparison import groups
from generator.cost import LIMITS, band_name
from generator.facets import Facet
from generator.front import Front
from generator.insights import Knowledge, MoneyGroup
from generator.lists import Lists
from generator.model import Case
from generator.paging import even, filled, paged
from generator.text import enumeration, initial, shortened, sort_key
from generator.vocabulary import Concept, Factor, Point, Side, Term
from generator.weight import money_room, money_weight, themes_abreast
from generator.wording import wording

FIRST = 10
"""How many cases the front page lists before any script has run."""
LISTED = 380
"""How many cases stand on one page of the whole list."""
NAMED = 40
"""How many cases a page names that only shows the way to them."""
GLOSSED = 340
"""How many cases the terms of the glossary, or of an overview, name together; each leads to the rest of its own."""
BEGUN = 2
"""How many of a theme's cases with figures in kroner stand on the page of them all, where not all do."""
ABREAST = 8
"""How many themes stand side by side in the matrix of factors and themes: as many as a telephone shows."""
RECENT = 50
"""How many new cases the page of news names, and how many changed ones."""
ENCLOSING = frozenset(["home"])
"""The views that lay out the text of their page themselves; others come below it."""
_PHASES = {"forarbejde": "preparation", "etablering": "start", "opfoelgning": "follow_up"}
"""The phases of a piece of work, by what the points of attention are written with."""


@dataclass(frozen=True)
class Page:
    """One page: `url` is relative to the site's root and ends with a slash."""

    url: str
    title: str
    description: str
    template: str
    crumbs: tuple[tuple[str, str], ...] = ()
    edit: str | None = None
    part: str = ""
    """What its title ends with when it shows a part of a list: , side 2 af 3."""
    head: str = ""
    """The template of what it adds to the head of the document."""
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_closed(self) -> bool:
        """Whether its address is closed for good."""
        return self.template == "closed.html"

    def short_title(self, room: int) -> str:
        """Return the title in at most `room` characters; it still tells which part of a list the page shows."""
        return shortened(self.title.removesuffix(self.part), room - len(self.part)) + self.part


def pages(lists: Lists, off: Collection[str] = ()) -> Iterator[Page]:
    """Yield every generated page: cases, the list of them all, values of facets, overviews of facets.

    The views that are `off` have none.
    """
    catalogue = lists.catalogue
    for case in catalogue.cases:
        yield case_page(case)
    yield from listing_pages(catalogue)
    for facet in catalogue.facets.values():
        yield overview_page(catalogue, facet)
        for term in catalogue.terms(facet.key).values():
            yield from value_pages(lists, facet, term)
    if "money" not in off:
        for group in _too_many(catalogue):
            yield from money_pages(catalogue, group)
    if "matrix" not in off:
        yield from matrix_pages(catalogue)


def views(catalogue: Catalogue, off: Collection[str] = ()) -> Mapping[str, Mapping[str, Any]]:
    """Return what the hand-written pages can show below their text, by the name of the view's template.

    Those that are `off` are left out.
    """
    all_views: Mapping[str, Mapping[str, Any]] = {
        "shortlist": {"groups": groups(catalogue)},
        "data": {},
        "comparison": {"groups": groups(catalogue)},
        "home": {"first": FIRST, "front": Front(catalogue)},
        "news": {"limit": RECENT},
        "form": {},
        "glossary": {"letters": _letters(catalogue)},
        "marks": {"bands": [band_name(number) for number in range(len(LIMITS) + 1)]},
        "matrix": next(_matrices(catalogue)),
        "points": {"phases": points_by_phase(catalogue)},
        "money": {"begun": BEGUN if [*_too_many(catalogue)] else None},
        "contact": {},
        "statement": {},
    }
    return {name: context for name, context in all_views.items() if name not in off}


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
        crumbs=_crumbs(),
        edit=f"{case.slug}.yaml",
        head="case-head.html",
        context={"case": case},
    )


def closed_page(url: str, reason: str) -> Page:
    """Return the page at an address that is closed for good."""
    return Page(
        url=url,
        title=wording.pages["closed"],
        description=wording.pages["closed_told"],
        template="closed.html",
        crumbs=_crumbs(),
        head="closed-head.html",
        context={"reason": reason},
    )


def listing_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the pages of the list that holds every case."""
    for shown, where in paged(catalogue.cases, LISTED, listing_url):
        yield Page(
            url=where.url,
            title=f"{wording.pages['listing']}{where.part}",
            part=where.part,
            description=wording.pages["listing_told"],
            template="listing.html",
            crumbs=_crumbs(),
            context={"cases": shown, **vars(where)},
        )


def value_pages(lists: Lists, facet: Facet, term: Term) -> Iterator[Page]:
    """Yield the pages of one value of a facet: most have one."""
    for shown, where in lists.of(facet.key, term.slug):
        yield Page(
            url=where.url,
            title=f"{facet.name}: {value_name(facet.key, term)}{where.part}",
            part=where.part,
            description=value_definition(facet.key, term)
            or wording.pages["value_told"].format(facet=facet.name.lower(), value=term.name),
            template="value.html",
            crumbs=_crumbs((facet.plural, overview_url(facet))),
            edit=f"vocabulary/{facet.vocabulary}.yaml",
            context={"facet": facet, "term": term, "cases": shown, **vars(where)},
        )


def money_pages(catalogue: Catalogue, group: MoneyGroup) -> Iterator[Page]:
    """Yield the pages of a theme's figures in kroner."""
    for shown, where in filled(
        group.cases,
        len(group.cases),
        at=partial(money_url, group.theme.slug),
        weigh=lambda case: money_weight([case]),
        room=lambda _: money_room(catalogue),
    ):
        yield Page(
            url=where.url,
            title=f"{wording.pages['money_of'].format(theme=group.theme.name)}{where.part}",
            part=where.part,
            description=wording.pages["money_told"].format(theme=group.theme.name.lower()),
            template="money.html",
            crumbs=_crumbs((wording.pages["money"], at("money"))),
            context={"group": group, "cases": shown, **vars(where)},
        )


def matrix_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the pages of the matrix of factors and themes after the first, which is a hand-written page."""
    for shown in islice(_matrices(catalogue), 1, None):
        names = enumeration([theme.name.lower() for theme in shown["themes"]])
        yield Page(
            url=shown["where"].url,
            title=f"{wording.pages['matrix']}{shown['where'].part}",
            part=shown["where"].part,
            description=wording.pages["matrix_told"].format(themes=names),
            template="matrix.html",
            crumbs=_crumbs((wording.pages["factors"], at("factors"))),
            context=shown,
        )


def _matrices(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Yield what each page of the matrix shows: some themes, those with most cases first, and the other pages."""
    counts = {slug: catalogue.count("theme", slug) for slug in catalogue.terms("theme")}
    themes = sorted(Knowledge(catalogue).themes(), key=lambda theme: -counts[theme.slug])
    found = [*even(themes, min(ABREAST, themes_abreast(catalogue)), matrix_url)]
    for shown, where in found:
        others = [(other, rest) for rest, other in found if other is not where]
        yield {"themes": shown, "others": others, "where": where}


def _too_many(catalogue: Catalogue) -> Iterator[MoneyGroup]:
    """Yield the themes that have pages of their own, since not all figures fit on one."""
    groups = Knowledge(catalogue).money()
    if sum(money_weight(group.cases) for group in groups) > money_room(catalogue):
        yield from (group for group in groups if len(group.cases) > BEGUN)


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
        crumbs=_crumbs(),
        context={"facet": facet, "terms": terms, "named": min(NAMED, GLOSSED // max(1, len(terms)))},
    )


def _crumbs(*above: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the way to a page from the front page through those above it, each with its name."""
    return ((wording.pages["cases"], ""), *above)


def _side(facet: str, term: Term) -> Term | Side:
    side = getattr(term, facet, term) if isinstance(term, Factor) else term
    return side if isinstance(side, Side) else term


def points_by_phase(catalogue: Catalogue) -> list[tuple[str, list[Point]]]:
    """Return the points of attention under the names of their phases, those that have any, in order."""
    points = catalogue.points()
    phases = [(name, [point for point in points if point.phase == phase]) for phase, name in _PHASES.items()]
    return [(wording.phases[name], found) for name, found in phases if found]


def _letters(catalogue: Catalogue) -> list[tuple[str, list[Concept]]]:
    by_letter = groupby(catalogue.concepts, key=lambda concept: initial(concept.name))
    return [(letter, list(concepts)) for letter, concepts in by_letter]
