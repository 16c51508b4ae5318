"""A catalogue of many cases: pages stay of a size that a telephone can show, and tell of every case."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import pytest

from generator.addresses import at
from generator.catalogue import Catalogue
from generator.dates import Dates
from generator.facets import FACETS
from generator.insights import Knowledge
from generator.lists import TOLD, Lists
from generator.pages import (
    ABREAST,
    GLOSSED,
    NAMED,
    RECENT,
    Page,
    case_page,
    matrix_pages,
    overview_page,
    pages,
    value_pages,
    views,
)
from generator.reading.settings import Settings
from generator.site.render import Site
from helpers import ROOT

pytestmark = pytest.mark.slow

MOST = 250_000 - 25_000
"""How many bytes a page may have, without what surrounds its content."""
ELEMENTS = 1_500 - 275
"""How many elements it may have, without what surrounds its content."""


@pytest.fixture(scope="module")
def many(catalogue: Catalogue) -> Catalogue:
    """The real cases seven times, each time under other names."""
    again = (
        case.model_copy(update={"slug": f"{case.slug}-{turn}", "title": f"{case.title} {turn}"})
        for case in catalogue.cases
        for turn in range(7)
    )
    return Catalogue(again, catalogue.vocabulary)


@pytest.fixture(scope="module")
def site(many: Catalogue) -> Site:
    return Site(many, ROOT / "theme_overrides")


def shown(site: Site, found: list[Page]) -> list[str]:
    return [site.render(page) for page in found]


@pytest.mark.parametrize("facet", FACETS)
def test_a_value_tells_each_of_its_cases_on_one_of_its_pages(many: Catalogue, site: Site, facet: str) -> None:
    values = many.terms(facet).values()
    term = max(values, key=lambda term: many.count(facet, term.slug))
    found = [*value_pages(Lists(many), FACETS[facet], term)]
    assert all(0 < len(page.context["cases"]) <= TOLD for page in found)
    assert len({page.url for page in found}) == len({page.title for page in found}) == len(found)
    listed = [
        re.sub(r'<section class="(synthesis|atlas)\b.*?</section>', "", html, flags=re.DOTALL)
        for html in shown(site, found)
    ]
    told = [set(re.findall(r'href="(?:\.\./)+case/([^/"]+)/', html)) for html in listed]
    counts = Counter(slug for slugs in told for slug in slugs)
    assert counts == Counter(case.slug for case in many.cases_with(facet, term.slug))


def test_no_page_grows_without_bound(many: Catalogue, site: Site) -> None:
    urls = [page.url for page in pages(Lists(many))]
    assert len({*urls}) == len(urls)
    generated = {page.url: site.render(page) for page in site.pages() if page.template != "case.html"}
    hand_written = {name: site.render_view(name, "x/") for name in views(many)}
    cases = {case.slug: site.render(case_page(case)) for case in many.cases[::7]}
    for shown in (generated, hand_written, cases):
        assert {url: len(html.encode()) for url, html in shown.items() if len(html.encode()) > MOST} == {}
        assert {url: elements(html) for url, html in shown.items() if elements(html) > ELEMENTS} == {}


def elements(html: str) -> int:
    """Return how many elements a browser lays out; what waits in a template comes when somebody asks for it."""
    return len(re.findall(r"<[a-z]", re.sub(r"<template>.*?</template>", "", html, flags=re.DOTALL)))


def test_the_page_of_news_tells_of_the_last_days_alone(many: Catalogue) -> None:
    days = [datetime.datetime(2024, 1, 1) + datetime.timedelta(days=day) for day in range(len(many.cases))]
    again = datetime.timedelta(days=len(days))
    dates = {
        case.slug: Dates(day, day + again, day + again, ("gains",))
        for case, day in zip(many.cases, days, strict=True)
    }
    settings = Settings(site_url="https://example.dk/")
    site = Site(Catalogue(many.cases, many.vocabulary, dates), ROOT / "theme_overrides", settings)
    html = site.render_view("news", at("news"))
    assert elements(html) <= ELEMENTS
    assert html.count('class="news__title"') == 2 * RECENT


@pytest.mark.parametrize("facet", ["financing_model", "source"])
def test_an_overview_names_some_cases_of_each_value_and_leads_to_the_others(
    many: Catalogue, site: Site, facet: str
) -> None:
    html = site.render(overview_page(many, FACETS[facet]))
    named = len(re.findall(r'href="(?:\.\./)+case/', html))
    assert 0 < named <= GLOSSED
    each = min(NAMED, GLOSSED // len(many.terms(facet)))
    for term in many.terms(facet).values():
        if (count := many.count(facet, term.slug)) > each:
            assert f"Se dem alle {count}</a>" in html


def test_the_matrix_shows_each_theme_on_one_of_its_pages(many: Catalogue, site: Site) -> None:
    shown = [site.render_view("matrix", at("factors")), *(site.render(page) for page in matrix_pages(many))]
    found = [re.findall(r'class="matrix__theme"><a href="[./]*tema/([^/"]+)/', html) for html in shown]
    assert all(0 < len(themes) <= ABREAST for themes in found)
    told = [slug for themes in found for slug in themes]
    assert sorted(told) == sorted(term.slug for term in Knowledge(many).themes())
    counts = [many.count("theme", slug) for slug in told]
    assert counts == sorted(counts, reverse=True)
    for html, here in zip(shown, found, strict=True):
        others = html[html.index('<nav aria-label="Andre temaer"') :]
        assert others.count("<a ") >= len(shown) - 1
        assert not any(many.term("theme", slug).name.lower() in others.lower() for slug in here)


def test_the_glossary_names_some_cases_of_each_term_and_leads_to_the_others(
    many: Catalogue, site: Site
) -> None:
    html = site.render_view("glossary", "begreber/")
    concepts = re.split(r'<dt id="', html)[1:]
    assert len(concepts) == len(many.concepts)
    for concept in concepts:
        used = int((re.findall(r"Bruges i (\d+) case", concept) or [0])[0])
        rest = int((re.findall(r"og (\d+) and", concept) or [0])[0])
        assert concept.count("#begreb-") + rest == used
        assert bool(rest) == ('href="../?q=' in concept)
    assert "?q=" in html


def test_a_page_with_room_for_more_cases_has_them(many: Catalogue) -> None:
    values = many.terms("status").values()
    term = max(values, key=lambda term: many.count("status", term.slug))
    told = [len(page.context["cases"]) for page in value_pages(Lists(many), FACETS["status"], term)]
    assert {*told[:-1]} == {TOLD}


def test_all_figures_in_kroner_stand_on_the_pages_of_their_themes(many: Catalogue, site: Site) -> None:
    begun = site.render_view("money", "tal-i-kroner/")
    told = [page for page in pages(Lists(many)) if page.template == "money.html"]
    rest = "".join(shown(site, told))
    cases = {figure.case.slug for figure in many.money()}
    assert told
    assert cases == {
        *re.findall(r'<th scope="rowgroup"[^>]*><a href="(?:\.\./)+case/([^/"]+)/', begun + rest)
    }
    assert all(f'href="../{page.url}"' in begun for page in told if page.title.count("side") == 0)


def test_a_number_leads_to_where_its_cases_are_told_of(many: Catalogue, site: Site) -> None:
    counted = [*matrix_pages(many), overview_page(many, FACETS["gain_type"])]
    numbers = site.render_view("matrix", "x/") + "".join(map(site.render, counted))
    found = {*re.findall(r'href="(?:\.\./)+([^"]+)#((?:tema|dokumentation)-[^"]+)"', numbers)}
    assert len([url for url, _ in found if url.rstrip("/")[-1].isdigit()]) > 1, "several pages tell of them"
    anchors = {page.url: {*re.findall(r' id="([^"]+)"', site.render(page))} for page in valued(many)}
    assert {(url, name) for url, name in found if name not in anchors[url]} == set()


def test_cases_with_the_same_first_theme_stand_together(many: Catalogue) -> None:
    for facet in ("driver", "barrier"):
        term = max(many.terms(facet).values(), key=lambda term: many.count(facet, term.slug))
        cases = [
            case for page in value_pages(Lists(many), FACETS[facet], term) for case in page.context["cases"]
        ]
        firsts = [case.themes[0] for case in cases]
        assert [theme for theme, _ in groupby(firsts)] == [
            theme for theme in many.terms("theme") if theme in firsts
        ]


def valued(many: Catalogue) -> Iterator[Page]:
    """Yield the pages of drivers, barriers and types of gains."""
    for facet in ("driver", "barrier", "gain_type"):
        for term in many.terms(facet).values():
            yield from value_pages(Lists(many), FACETS[facet], term)


def test_the_best_documented_gains_are_on_the_first_page(many: Catalogue) -> None:
    ranks = {strength: rank for rank, strength in enumerate(many.vocabulary["evidence"])}
    term = many.term("gain_type", "borger")
    cases = [
        case for page in value_pages(Lists(many), FACETS["gain_type"], term) for case in page.context["cases"]
    ]
    best = [min(ranks[gain.evidence] for gain in case.gains if gain.type == "borger") for case in cases]
    assert best == sorted(best)


def test_a_long_title_is_shortened_before_the_part_that_it_tells() -> None:
    title = "Betaler og gevinst: Forskellige områder i samme organisation"
    second = Page(url="x/", title=f"{title}, side 2 af 3", description="", template="", part=", side 2 af 3")
    assert second.short_title(53) == "Betaler og gevinst: Forskellige …, side 2 af 3"
    assert Page(url="x/", title=title, description="", template="").short_title(100) == title
