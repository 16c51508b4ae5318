"""The map of municipalities: where the tiles lie, who borders whom, and what is counted."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.addresses import value_url
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.tiles import PITCH, tile_map
from generator.vocabulary import COLUMNS, Municipality

LARGEST = 20_000
"""How many bytes the map may take in a page."""
TOUCHING = 0.8
"""So many of the pairs of neighbours have tiles that touch; about the capital there is no room for more."""


@pytest.fixture(scope="module")
def places(catalogue: Catalogue) -> dict[str, Municipality]:
    found = catalogue.vocabulary["municipalities"]
    return {slug: place for slug, place in found.items() if isinstance(place, Municipality)}


def test_every_municipality_has_a_tile_of_its_own(catalogue: Catalogue) -> None:
    drawn = tile_map(catalogue, catalogue.cases)
    assert {tile.slug for tile in drawn.tiles} == set(catalogue.vocabulary["municipalities"])
    assert len({(tile.row, tile.column) for tile in drawn.tiles}) == len(drawn.tiles)
    assert max(tile.x for tile in drawn.tiles) + PITCH == drawn.ground.width <= COLUMNS * PITCH
    lengths = [int(run.partition("h")[2]) for run in drawn.ground.tiles.split("M")[1:]]
    assert sum(length + 2 for length in lengths) == PITCH * len(drawn.tiles)


def test_neighbours_lie_beside_each_other(places: dict[str, Municipality]) -> None:
    apart = [
        max(abs(place.row - places[other].row), abs(place.column - places[other].column))
        for slug, place in places.items()
        for other in place.neighbours
        if slug < other
    ]
    assert sum(distance == 1 for distance in apart) >= TOUCHING * len(apart)


def test_the_map_counts_the_cases_that_it_is_given(made: Catalogue) -> None:
    drawn = tile_map(made, made.cases)
    assert {tile.slug: tile.count for tile in drawn.tiles} == {
        slug: made.count("municipality", slug) for slug in made.terms("municipality")
    }
    assert {tile.slug for tile in drawn.marked} == set(made.used("municipality"))
    assert {step.number for step in drawn.steps} == {tile.step for tile in drawn.marked}
    assert tile_map(made, ()).marked == () == tile_map(made, ()).steps


def test_steps_grow_with_the_catalogue(made: Catalogue) -> None:
    case = next(case for case in made.cases if case.municipalities)
    few, many = tile_map(made, [case] * 27), tile_map(made, [case] * 400)
    assert [step.words for step in few.steps] == ["5 eller flere"]
    assert [step.words for step in many.steps] == ["50 eller flere"]
    assert few.dominant is not None
    assert few.dominant.slug in case.municipalities


@pytest.mark.slow
def test_the_page_of_municipalities_draws_what_the_cases_say(site: Path, catalogue: Catalogue) -> None:
    html = (site / "kommune" / "index.html").read_text("utf-8")
    figure = re.search(r'<figure class="map">.*?</figure>', html, re.DOTALL)
    assert figure is not None
    assert len(figure[0].encode()) <= LARGEST
    assert 'role="img"' not in figure[0]
    for slug, term in catalogue.terms("municipality").items():
        count = catalogue.count("municipality", slug)
        told = f"{count} case" if count == 1 else f"{count} cases" if count else "ingen cases"
        tile = re.search(rf'<a href="\.\./{value_url(FACETS["municipality"], slug)}".*?</a>', figure[0])
        assert tile is not None
        assert f"<title>{term.name}: {told}</title>" in tile[0]
        assert (f">{count}</text>" in tile[0]) == bool(count)


def test_arrow_keys_walk_the_map_and_enter_opens_a_municipality(page: Page, server: str) -> None:
    page.goto(f"{server}kommune/")
    page.locator("svg[data-tiles] a[href$='/aarhus/']").focus()
    for key, name in (("ArrowLeft", "Skanderborg"), ("ArrowUp", "Favrskov"), ("ArrowRight", "Randers")):
        page.keyboard.press(key)
        expect(page.locator("svg[data-tiles] a:focus title")).to_contain_text(name)
        expect(page.locator(".map__now")).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Randers")


def test_the_map_is_one_stop_for_tab_and_can_be_skipped(page: Page, server: str) -> None:
    page.goto(f"{server}kommune/")
    page.locator(".map__skip").focus()
    page.keyboard.press("Tab")
    expect(page.locator("svg[data-tiles] a:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("svg[data-tiles] a:focus")).to_have_count(0)
    page.locator(".map__skip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#kommuner-med-cases$"))


def test_a_tile_is_large_enough_for_a_finger_on_the_narrowest_screen(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{server}kommune/")
    expect(page.get_by_role("link", name=re.compile("^Samsø: "))).to_have_count(1)
    width = page.locator("svg[data-tiles]").evaluate("svg => svg.getBoundingClientRect().width")
    assert width / COLUMNS >= 24


@pytest.mark.slow
def test_a_municipality_leads_to_its_neighbours_and_they_lead_back(
    site: Path, places: dict[str, Municipality], catalogue: Catalogue
) -> None:
    pages = {slug: (site / "kommune" / slug / "index.html").read_text("utf-8") for slug in places}
    for slug, place in places.items():
        near = pages[slug].partition('id="taet-paa"')[2]
        assert near
        for other in place.neighbours:
            assert f'href="../../kommune/{other}/"' in near
            assert f'href="../../kommune/{slug}/"' in pages[other]
        assert f'href="../../region/{place.region}/"' in near
        assert catalogue.count("municipality", slug) or 'href="../../foreslaa/"' in pages[slug]


@pytest.mark.slow
def test_a_theme_shows_where_its_cases_are_from(site: Path, catalogue: Catalogue) -> None:
    for slug in catalogue.used("theme"):
        drawn = tile_map(catalogue, catalogue.cases_with("theme", slug))
        html = (site / "tema" / slug / "index.html").read_text("utf-8")
        told = html.partition('id="kommuner"')[2].partition("</section>")[0]
        assert told.count("<g class=") - len(drawn.steps) - 1 == len(drawn.marked)
        assert re.findall(r'kommune/([a-z-]+)/"', told) == [tile.slug for tile in drawn.ranked()]


@pytest.mark.slow
def test_a_case_marks_its_municipalities(site: Path, catalogue: Catalogue) -> None:
    for case in catalogue.cases:
        html = (site / "case" / case.slug / "index.html").read_text("utf-8")
        figure = html.partition('<figure class="map map--marks">')[2].partition("</figure>")[0]
        assert figure.count("<g ") == len(case.municipalities)
        assert all(name in figure for name in catalogue.names("municipality", case.municipalities))


def test_a_tile_of_the_front_page_filters_by_its_municipality(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    count = catalogue.count("municipality", "koege")
    page.goto(server)
    page.locator("svg[data-tiles] a[href$='/koege/']").click()
    expect(page).to_have_url(re.compile(r"[?]kommune=koege$"))
    expect(page.locator("#cases")).to_have_text(f"{count} af {len(catalogue.cases)} cases")
    expect(page.locator("#cases")).to_be_focused()
    page.go_back()
    page.locator(".hero svg[data-tiles] a.step0").first.click()
    expect(page.locator("h1")).not_to_contain_text("Hvad virkede")


def test_the_map_counts_what_is_found_beside_it(page: Page, server: str, catalogue: Catalogue) -> None:
    theme = max(catalogue.used("theme"), key=lambda slug: catalogue.count("theme", slug))
    cases = catalogue.cases_with("theme", theme)
    found, known = tile_map(catalogue, cases), tile_map(catalogue, catalogue.cases)
    most, counts = found.ranked()[0], {tile.slug: str(tile.count) for tile in found.tiles}
    page.goto(server)
    hero, side = page.locator(".hero svg[data-tiles]"), page.locator("[data-side] svg[data-tiles]")
    expect(hero.locator("a > text")).to_have_text([str(tile.count) for tile in known.marked])
    page.goto(f"{server}?theme={theme}")
    expect(side.locator("a > text")).to_have_text([counts[tile.slug] for tile in known.marked])
    title = side.locator(f"a[href$='/{most.slug}/'] title")
    expect(title).to_have_text(re.compile(rf"^{most.name}: {most.count} cases?$"))
    expect(page.locator("[data-announce]")).to_contain_text(f"{len(found.marked)} kommune")
    expect(page.locator("[data-map-found]")).to_contain_text(f"fra {len(found.marked)} kommune")
    side.locator(f"a[href$='/{most.slug}/']").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"theme={theme}&kommune={most.slug}$"))
    expect(page.locator("#cases")).to_be_focused()
    expect(page.locator("#cases")).to_have_text(f"{most.count} af {len(catalogue.cases)} cases")
    page.locator("[data-chips] [data-clear]").click()
    expect(hero.locator("a > text")).to_have_text([str(tile.count) for tile in known.marked])


def test_a_phone_has_the_map_of_what_is_found_below_its_filters(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}?theme={min(catalogue.used('theme'))}")
    page.get_by_role("button", name=re.compile("^Filtre")).click()
    drawer = page.locator("[data-panel-body]")
    expect(drawer.locator("form + figure svg[data-tiles]")).to_have_count(1)
    page.get_by_role("button", name="Luk").click()
    expect(page.locator("[data-side] figure + form")).to_have_count(1)


def test_a_reader_chooses_a_municipality_once(page: Page, server: str) -> None:
    page.goto(f"{server}kommune/naestved/")
    page.get_by_role("button", name="Gør Næstved til min kommune").click()
    expect(page.get_by_role("button", name="Næstved er min kommune")).to_be_visible()
    page.goto(server)
    expect(page.locator("svg[data-tiles] .is-mine title")).to_contain_text("Næstved")
    page.locator("[data-home-way] a").click()
    expect(page.locator("h1")).to_have_text("Næstved")
    page.get_by_role("button", name="Næstved er min kommune").click()
    page.goto(server)
    expect(page.locator("[data-home-way]")).to_contain_text("Vælg den på listen")
    expect(page.locator("svg[data-tiles] .is-mine")).to_have_count(0)
