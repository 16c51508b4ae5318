"""The front page: what it tells of a whole catalogue, its ways in, and how it makes room for results."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.catalogue import Catalogue
from generator.front import BEGINNINGS, Front
from generator.reading.settings import UNSET, Publisher, Settings
from generator.site.render import Site
from generator.wording import wording
from helpers import COLOURS, ROOT, assert_accessible

LIVE = "[data-catalogue].is-live"
ENTRANCES = ["Stærkest dokumenteret", "Nyest", "Hvad virkede ikke"]


def home(catalogue: Catalogue, settings: Settings = UNSET) -> str:
    return Site(catalogue, ROOT / "theme_overrides", settings).render_view("home", "", "<h1>Cases</h1>")


@pytest.mark.parametrize("name", ["made", "catalogue"])
def test_numbers_are_those_of_the_cases(name: str, request: pytest.FixtureRequest) -> None:
    shown: Catalogue = request.getfixturevalue(name)
    front = Front(shown)
    with_place = {slug for case in shown.cases for slug in case.municipalities}
    assert front.places == (len(with_place), len(shown.terms("municipality")))
    assert sum(front.gains.values()) == sum(len(case.gains or ()) for case in shown.cases)
    assert [theme.count for theme in front.themes] == sorted(
        (count for slug in shown.terms("theme") if (count := shown.count("theme", slug))), reverse=True
    )
    started = [case.period.start for case in shown.cases if case.period and case.period.start]
    assert front.new == sum(year >= (front.new_since or 0) for year in started)
    text = re.sub(r"<[^>]+>", "", home(shown))
    assert f"{len(with_place)} af {len(shown.terms('municipality'))}" in text


@pytest.mark.parametrize("name", ["made", "catalogue"])
def test_each_case_to_begin_with_tells_most_of_its_theme(name: str, request: pytest.FixtureRequest) -> None:
    shown: Catalogue = request.getfixturevalue(name)
    front = Front(shown)
    chosen = front.beginnings
    assert len({case.slug for case in chosen}) == len(chosen) == min(BEGINNINGS, len(front.themes))
    assert chosen[0] == next(case for case in shown.listed if front.themes[0].term.slug in case.themes)


def test_a_catalogue_that_one_municipality_fills_says_so(made: Catalogue) -> None:
    cases = [case.model_copy(update={"municipalities": ("odense",)}) for case in made.cases]
    assert "Odense står for 10 af de 10 cases" in home(Catalogue(cases, made.vocabulary))
    spread = [case.model_copy(update={"municipalities": ()}) for case in made.cases]
    assert "står for" not in home(Catalogue(spread, made.vocabulary))


def test_the_publisher_stands_there_only_when_there_is_one(made: Catalogue) -> None:
    assert "Udgiver" not in home(made)
    told = Settings(publisher=Publisher(name="Eksempel & Sønner"))
    assert "Udgiver: <b>Eksempel &amp; Sønner</b>" in home(made, told)


def test_an_empty_catalogue_has_a_front_page(made: Catalogue) -> None:
    html = home(Catalogue((), made.vocabulary))
    assert "<h1>Cases</h1>" in html
    assert "None" not in html


def test_there_is_no_way_to_gains_that_failed_where_nothing_is_called_so(made: Catalogue) -> None:
    kept = {
        slug: term for slug, term in made.vocabulary["gain_types"].items() if slug != wording.slugs["no_gain"]
    }
    assert wording.slugs["no_gain"] in made.vocabulary["gain_types"]
    vocabulary = type(made.vocabulary)({**made.vocabulary, "gain_types": kept})
    assert Front(Catalogue((), vocabulary)).absent is None


@pytest.mark.parametrize("name", ENTRANCES)
def test_an_entrance_shows_as_many_cases_as_it_says(page: Page, server: str, name: str) -> None:
    page.goto(server)
    page.wait_for_selector(LIVE)
    door = page.locator(".door", has_text=name)
    count = door.locator("b").inner_text()
    door.click()
    expect(page.locator("[data-status]")).to_have_text(re.compile(rf"^{count} af"))
    expect(page.locator("[data-results] .card")).to_have_count(int(count))
    expect(page.locator("#cases")).to_be_focused()
    page.go_back()
    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator(".door").first).to_be_visible()


def test_results_move_up_when_somebody_searches(page: Page, server: str) -> None:
    page.goto(server)
    page.wait_for_selector(LIVE)
    first = page.locator("[data-results] .card").first
    expect(first).not_to_be_in_viewport()
    page.fill("#q", "rehabilitering")
    expect(first).to_be_in_viewport()
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("[data-front]:visible, .hero__numbers:visible")).to_have_count(0)
    page.press("#q", "Enter")
    expect(page.locator("#cases")).to_be_focused()
    page.fill("#q", "")
    expect(page.locator(".door").first).to_be_visible()


def test_a_link_to_results_has_room_for_them_before_any_are_found(page: Page, server: str) -> None:
    page.route("**/assets/js/front.js", lambda route: route.abort())
    page.goto(f"{server}?q=rehabilitering")
    expect(page.locator(".door").first).to_be_hidden()
    expect(page.locator("[data-results] .card").first).to_be_in_viewport()


@pytest.mark.parametrize("query", ["", "?q=ledelse"])
def test_a_tile_of_the_map_filters_by_its_municipality(page: Page, server: str, query: str) -> None:
    page.goto(server + query)
    page.locator(LIVE).wait_for()
    page.locator("svg[data-tiles] a[href*='taarnby']").click()
    expect(page.locator("[data-remove]")).to_contain_text(["Tårnby"])
    assert page.url.startswith(f"{server}?") and "kommune=taarnby" in page.url


def test_the_list_says_in_which_order_it_stands(page: Page, server: str) -> None:
    page.goto(server)
    page.wait_for_selector(LIVE)
    rule = page.locator("[data-order]")
    expect(rule).to_contain_text("fortæller mest")
    page.select_option("[data-sort]", "newest")
    expect(rule).to_contain_text("begyndte sidst")


def test_the_front_page_is_whole_without_scripts(browser: Browser, server: str, catalogue: Catalogue) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".numbers b").first).to_have_text(str(len(catalogue.cases)))
    expect(page.locator(".themes a").first).to_be_visible()
    expect(page.locator("[data-results] .card").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("query", ["", "?evidence=evalueret"])
def test_the_front_page_is_accessible(page: Page, server: str, query: str) -> None:
    page.goto(f"{server}{query}")
    page.wait_for_selector(LIVE)
    assert_accessible(page)
    assert_accessible(page, "dark", COLOURS)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_on_the_front_page_is_wider_than_the_window(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server)
    page.wait_for_selector(LIVE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_legend_of_the_marks_is_one_click_away(page: Page, server: str, site: Path) -> None:
    page.goto(server)
    page.wait_for_selector(LIVE)
    page.get_by_role("link", name="Sådan læser du mærkerne").click()
    expect(page.locator("#kortenes-maerker")).to_be_in_viewport()
    legend = (site / "maerkning" / "index.html").read_text("utf-8")
    for words in ("Under 100.000 kr.", "100 mio. kr. og derover", "Prisåret", "Ikke med"):
        assert words in legend
