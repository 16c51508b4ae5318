"""A catalogue of many cases: pages stay of a size that a telephone can show, and tell of every case."""

import re
from collections import Counter

import pytest

from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.pages import COUNTED, TOLD, Page, pages, value_pages
from generator.site.render import Site
from helpers import ROOT

pytestmark = pytest.mark.slow

MOST = 250_000 - 25_000
"""How many bytes a page may have, without what surrounds its content."""


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
    found = [*value_pages(many, FACETS[facet], term)]
    assert len(found) == -(-many.count(facet, term.slug) // TOLD)
    assert len({page.url for page in found}) == len({page.title for page in found}) == len(found)
    listed = [
        re.sub(r'<section class="(synthesis|atlas)\b.*?</section>', "", html, flags=re.DOTALL)
        for html in shown(site, found)
    ]
    told = [set(re.findall(r'href="(?:\.\./)+case/([^/"]+)/', html)) for html in listed]
    counts = Counter(slug for slugs in told for slug in slugs)
    assert counts == Counter(case.slug for case in many.cases_with(facet, term.slug))


def test_no_page_grows_without_bound(many: Catalogue, site: Site) -> None:
    urls = [page.url for page in pages(many)]
    assert len({*urls}) == len(urls)
    largest = {
        page.url: len(site.render(page).encode()) for page in pages(many) if page.template != "case.html"
    }
    assert {url: size for url, size in largest.items() if size > MOST} == {}
    assert {
        name for name in ("money", "glossary", "matrix") if len(site.render_view(name, "x/").encode()) > MOST
    } == set()


def test_all_figures_in_kroner_stand_on_the_pages_of_their_themes(many: Catalogue, site: Site) -> None:
    begun = site.render_view("money", "tal-i-kroner/")
    told = [page for page in pages(many) if page.template == "money.html"]
    rest = "".join(shown(site, told))
    cases = {figure.case.slug for figure in many.money()}
    assert len(cases) > COUNTED
    assert cases == {
        *re.findall(r'<th scope="rowgroup"[^>]*><a href="(?:\.\./)+case/([^/"]+)/', begun + rest)
    }
    assert all(f'href="../{page.url}"' in begun for page in told if page.title.count("side") == 0)


def test_the_best_documented_gains_are_on_the_first_page(many: Catalogue) -> None:
    ranks = {strength: rank for rank, strength in enumerate(many.vocabulary["evidence"])}
    term = many.term("gain_type", "borger")
    cases = [case for page in value_pages(many, FACETS["gain_type"], term) for case in page.context["cases"]]
    best = [min(ranks[gain.evidence] for gain in case.gains if gain.type == "borger") for case in cases]
    assert best == sorted(best)
