"""Finding a case as a reader does: filters, search, results and addresses in a real Chromium."""

import csv
import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.order import fullest_first
from generator.pages import FIRST
from helpers import COLOURS, assert_accessible

LIVE = "[data-catalogue].is-live"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(LIVE)


def hold(page: Page, address: str) -> Callable[[], None]:
    """Hold back the file at `address`; what is returned lets it go once it has been asked for."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    def release() -> None:
        while not held:
            page.wait_for_timeout(20)
        held[0].continue_()

    page.route(address, keep)
    return release


def slugs(page: Page) -> list[str]:
    """Return the cases that the page shows once it has painted its latest state."""
    page.evaluate("async () => { await globalThis.casekatalog?.settled; }")
    links = page.locator("[data-results] a").evaluate_all("links => links.map(link => link.pathname)")
    return [re.sub(r".*/case/([^/]+)/.*", r"\1", f"{link}/") for link in links]


def expect_count(page: Page, count: int) -> None:
    expect(page.locator("[data-status]")).to_have_text(re.compile(rf"^{count} (af|cases)"))


def tick(page: Page, facet: str, value: str) -> None:
    details = page.locator(f"details[data-facet={facet}]")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.locator(f"input[value={value}]").check()


def open_drawer(page: Page) -> None:
    page.click("[data-open-panel]")
    expect(page.locator("[data-panel]")).to_be_visible()


@pytest.mark.parametrize("facet", FACETS)
def test_each_facet_gives_the_cases_that_have_the_value(
    page: Page, server: str, catalogue: Catalogue, facet: str
) -> None:
    value = max(catalogue.terms(facet), key=lambda slug: catalogue.count(facet, slug))
    expected = fullest_first(catalogue.cases_with(facet, value))
    visit(page, server)
    tick(page, facet, value)
    expect_count(page, len(expected))
    assert slugs(page) == [case.slug for case in expected][:24]


def test_or_within_a_facet_and_across_facets(page: Page, server: str, catalogue: Catalogue) -> None:
    visit(page, server + "?theme=aeldre&theme=sundhed&gain_type=borger")
    either = {case.slug for theme in ("aeldre", "sundhed") for case in catalogue.cases_with("theme", theme)}
    wanted = either & {case.slug for case in catalogue.cases_with("gain_type", "borger")}
    expect_count(page, len(wanted))
    assert set(slugs(page)) <= wanted
    theme = page.locator("details[data-facet=theme]")
    with_gain = {case.slug for case in catalogue.cases_with("gain_type", "borger")}
    for term in catalogue.terms("theme"):
        count = len(with_gain & {case.slug for case in catalogue.cases_with("theme", term)})
        row = theme.locator("li", has=page.locator(f"input[value={term}]"))
        expect(row.locator(".count")).to_have_text(str(count))
        assert ("is-none" in (row.get_attribute("class") or "")) == (count == 0)


def test_start_year_is_a_range(page: Page, server: str, catalogue: Catalogue) -> None:
    visit(page, server)
    page.click("details[data-facet=year] summary")
    page.fill("[name=fra]", "2014")
    page.fill("[name=til]", "2017")
    page.keyboard.press("Tab")
    started = [c for c in catalogue.cases if c.period and c.period.start and 2014 <= c.period.start <= 2017]
    expect_count(page, len(started))
    page.wait_for_url("**fra=2014&til=2017*")


def test_chips_go_one_by_one_and_all_at_once(page: Page, server: str, catalogue: Catalogue) -> None:
    visit(page, server + "?theme=aeldre&kommune=koege")
    chips = page.locator("[data-chips] [data-remove]")
    expect(chips).to_have_count(2)
    page.get_by_role("button", name="Fjern filter: Kommune: Køge").click()
    expect(chips).to_have_count(1)
    expect_count(page, catalogue.count("theme", "aeldre"))
    assert page.evaluate("document.activeElement.dataset.remove") == "theme"
    page.get_by_role("button", name="Ryd alle").click()
    expect_count(page, len(catalogue.cases))
    page.wait_for_url(server)


def test_the_address_tells_the_state_and_back_undoes(page: Page, server: str) -> None:
    visit(page, server)
    tick(page, "theme", "aeldre")
    page.wait_for_url("**/?theme=aeldre")
    page.locator("#q").press_sequentially("rehab")
    page.wait_for_url("**/?q=rehab&theme=aeldre")
    page.select_option("[data-sort]", "newest")
    page.click("[data-view=table]")
    page.wait_for_url("**/?q=rehab&theme=aeldre&sort=nyeste&view=tabel")
    found, address = slugs(page), page.url
    assert found
    for url in ("**/?q=rehab&theme=aeldre&sort=nyeste", "**/?q=rehab&theme=aeldre", "**/?theme=aeldre"):
        page.go_back()
        page.wait_for_url(url)
    expect(page.locator("#q")).to_have_value("")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("rehab")
    visit(page, address)
    expect(page.locator("table.results")).to_be_visible()
    assert slugs(page) == found


def test_unknown_values_in_a_link_are_named_and_ignored(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    visit(page, server + "?theme=findes-ikke&region=hovedstaden&utm_source=x")
    expect(page.locator("[data-notice]")).to_contain_text("theme=findes-ikke")
    expect_count(page, catalogue.count("region", "hovedstaden"))


@pytest.mark.parametrize("query", ["municipality=koege", "kommune=koege", "kommune=koege&tema=findes-ikke"])
def test_filters_may_be_named_in_english_and_danish(
    page: Page, server: str, catalogue: Catalogue, query: str
) -> None:
    visit(page, f"{server}?{query}")
    expect_count(page, catalogue.count("municipality", "koege"))


@pytest.mark.parametrize(
    "query", ["constructor=x", "__proto__=x", "sort=constructor", "view=__proto__", "q=%E0%A4%A"]
)
def test_a_strange_link_breaks_nothing(page: Page, server: str, query: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{server}?{query}&theme=aeldre")
    expect(page.locator("[data-chips]")).to_contain_text("Ældre")
    assert not errors


def test_years_in_the_wrong_order_are_a_range_too(page: Page, server: str) -> None:
    visit(page, server + "?fra=2010&til=2015")
    found = slugs(page)
    visit(page, server + "?fra=2015&til=2010")
    expect(page.locator("input[name=fra]")).to_have_value("2010")
    assert slugs(page) == found


def test_a_file_that_does_not_come_is_told_and_fetched_again(page: Page, server: str) -> None:
    page.route("**/assets/search/terms/*.js", lambda route: route.abort())
    visit(page, server)
    page.fill("#q", "rehabilitering")
    expect(page.locator("[data-notice]")).to_contain_text("kunne ikke hentes")
    page.unroute("**/assets/search/terms/*.js")
    page.click("[data-retry]")
    expect(page.locator("[data-results] mark").first).to_be_visible()
    expect(page.locator("[data-notice]")).to_be_hidden()


def test_the_header_tells_when_a_file_does_not_come(page: Page, server: str) -> None:
    page.route("**/assets/search/*.js", lambda route: route.abort())
    page.goto(server + "om/")
    page.keyboard.press("Control+k")
    page.keyboard.type("køge")
    expect(page.locator("[data-finder-results]")).to_contain_text("kunne ikke hentes")
    page.unroute("**/assets/search/*.js")
    page.click("[data-retry]")
    expect(page.locator("[data-finder-results] a").first).to_be_visible()


def test_what_is_typed_before_the_index_has_come_counts(page: Page, server: str) -> None:
    release = hold(page, "**/assets/search/facets.js")
    page.goto(server, wait_until="commit")
    page.fill("#q", "hjørring")
    release()
    expect(page.locator("[data-results] mark").first).to_be_visible()
    expect(page.locator("#q")).to_have_value("hjørring")
    assert "q=hj" in page.url


def test_the_result_is_announced(page: Page, server: str) -> None:
    visit(page, server)
    page.fill("#q", "hjøring")
    expect(page.locator("[data-announce]")).to_have_text(re.compile("af .* cases.*hjøring.*hjørring"))


def test_a_printed_list_tells_what_was_looked_for(page: Page, server: str) -> None:
    visit(page, server + "?theme=aeldre&q=tid")
    page.emulate_media(media="print")
    content = "getComputedStyle(document.querySelector('[data-status]'), '::after').content"
    assert "tid" in page.evaluate(content)
    expect(page.locator("[data-chips]")).to_be_visible()
    expect(page.locator("[data-chips] [data-clear]")).to_be_hidden()


def test_the_menu_closes_by_escape_and_elsewhere(page: Page, server: str) -> None:
    visit(page, server)
    menu = page.locator("[data-menu]")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")


def test_typing_narrows_and_marks_with_text_around(page: Page, server: str) -> None:
    visit(page, server)
    page.locator("#q").press_sequentially("hjørr")
    expect(page.locator("[data-results] mark").first).to_be_visible()
    assert slugs(page)[0] == "hjoerring-modellen"
    page.fill("#q", "samtykke")
    expect(page.locator(".card__excerpt mark").first).to_have_text(re.compile("samtykke", re.IGNORECASE))


def test_a_search_word_finds_its_case_and_shows_in_the_excerpt(page: Page, made_server: str) -> None:
    visit(page, made_server)
    page.fill("#q", "hvem har kørestole til udlån")
    expect(page.locator(".card__excerpt").first).to_contain_text("hvem låner kørestole ud")
    assert slugs(page)[0] == "alt-i-brug"
    page.fill("#q", '"rollator på lånebasis"')
    expect_count(page, 1)


def test_nothing_found_names_the_word_and_offers_ways_out(page: Page, server: str) -> None:
    visit(page, server + "?theme=skat-og-kontrol&q=rehabilitering")
    expect(page.locator("[data-notice]")).to_contain_text("Ingen cases passer")
    page.get_by_role("button", name=re.compile("Uden filteret Tema")).click()
    expect(page.locator("[data-results] a").first).to_be_visible()
    page.fill("#q", "qzxvwqq")
    expect(page.locator("[data-notice]")).to_contain_text("qzxvwqq")
    page.fill("#q", "hjøring")
    expect(page.locator("[data-notice]")).to_contain_text("hjørring")


@pytest.mark.parametrize("sort", ["", "fyldigst", "dokumentation", "titel", "nyeste", "bekraeftet"])
def test_sorting(page: Page, server: str, catalogue: Catalogue, sort: str) -> None:
    visit(page, f"{server}?sort={sort}")
    cases = list(catalogue.cases if sort == "titel" else catalogue.listed)
    if sort == "dokumentation":
        ranks = list(catalogue.terms("evidence"))
        best = {case.slug: catalogue.strongest_gain(case) for case in cases}
        cases.sort(key=lambda case: ranks.index(gain.evidence) if (gain := best[case.slug]) else len(ranks))
    if sort == "nyeste":
        cases.sort(key=lambda case: -((case.period and case.period.start) or 0))
    if sort == "bekraeftet":
        cases.sort(key=lambda case: str(case.confirmed.date) if case.confirmed else "", reverse=True)
    is_asked = any(case.confirmed for case in cases) if sort == "bekraeftet" else sort != ""
    assert slugs(page) == [case.slug for case in cases][: 24 if is_asked else FIRST]


def test_more_cases_are_added_and_kept_when_coming_back(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    visit(page, server)
    page.click("[data-more] button")
    expect(page.locator("[data-results] a")).to_have_count(FIRST + 24)
    assert page.evaluate("document.activeElement.pathname").strip("/").endswith(catalogue.listed[FIRST].slug)
    page.locator("[data-results] a").nth(30).click()
    page.wait_for_url("**/case/**")
    page.go_back()
    expect(page.locator("[data-results] a")).to_have_count(FIRST + 24)


def test_more_cases_are_added_once_however_often_they_are_asked_for(page: Page, server: str) -> None:
    visit(page, server)
    page.evaluate("casekatalog.settled")
    late: list[Route] = []

    def keep(route: Route) -> None:
        late.append(route)

    page.route("**/cards/*", keep)
    page.click("[data-more] button")
    page.click("[data-more] button")
    for file in late:
        file.continue_()
    expect(page.locator("[data-results] a")).not_to_have_count(FIRST)
    page.evaluate("new Promise((done) => setTimeout(done))")
    found = slugs(page)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(("view", "fetched"), [("kort", True), ("tabel", False)])
def test_texts_are_fetched_for_cards_alone(page: Page, server: str, view: str, fetched: bool) -> None:
    visit(page, f"{server}?view={view}")
    page.evaluate("casekatalog.settled")
    page.evaluate(
        """() => casekatalog.results.addExcerpts(
          [document.querySelector("[data-results]")], [0], () => true, () => true)"""
    )
    assert page.evaluate("Array.from(casekatalog.data.keys()).some(name => /^texts/.test(name))") == fetched


def test_the_page_keeps_its_height_while_it_is_scrolled(page: Page, server: str) -> None:
    """What moves under the pointer loses the click."""
    visit(page, server)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator("[data-more]").scroll_into_view_if_needed()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_csv_holds_the_result_in_order(page: Page, server: str) -> None:
    visit(page, server + "?theme=aeldre&sort=nyeste")
    page.click("[data-menu] summary")
    with page.expect_download() as download:
        page.click("[data-csv]")
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Case"
    assert [re.sub(r".*/case/([^/]+)/", r"\1", row[-1]) for row in rows[1:]] == slugs(page)
    meals = next(row for row in rows if row[-1].endswith("/mad-til-hver-dag/"))
    column = rows[0].index
    assert len(meals[column("Kommune")].split("; ")) == 5
    assert meals[column("Gevinst: Økonomi")] == "Ikke dokumenteret"
    assert meals[column("Gevinst: Borger")] == "Egen opgørelse; Ikke dokumenteret"
    longest = next(row for row in rows if row[-1].endswith("/laengst-muligt-i-eget-liv/"))
    assert longest[column("Stærkeste gevinst: tal")].startswith("13 mio. kr. pr. år besparelse")
    assert all(
        text.startswith(("Økonomi, ", "Tid ", "Borger, "))
        for text in longest[column("Tal for gevinster")].split("; ")
    )
    assert len(rows[0]) == len(set(rows[0]))
    assert all(cell for row in rows for cell in row)


@pytest.mark.parametrize("chosen", ["", "?theme=aeldre", "?q=rehabilitering"])
def test_csv_has_as_many_rows_as_the_page_counts_and_the_day_in_its_name(
    page: Page, server: str, chosen: str
) -> None:
    page.clock.set_fixed_time(datetime.datetime(2026, 5, 3, 12))
    visit(page, server + chosen)
    page.evaluate("async () => { await globalThis.casekatalog?.settled; }")
    counted = re.match(r"\d+", page.locator("[data-status]").inner_text())
    page.click("[data-menu] summary")
    with page.expect_download() as download:
        page.click("[data-csv]")
    assert download.value.suggested_filename == "cases-2026-05-03.csv"
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")), delimiter=";"))
    assert counted and len(rows) - 1 == int(counted[0]) > 0


def test_page_and_script_lay_a_card_out_alike(page: Page, server: str) -> None:
    laid_out = """() => Array.from(document.querySelectorAll("[data-results] .card"), card => {
      const copy = card.cloneNode(true);
      copy.querySelectorAll("button").forEach(button => button.remove());
      copy.querySelectorAll("a").forEach(link => link.removeAttribute("href"));
      for (const each of [copy, ...copy.querySelectorAll("*")])
        for (const name of each.getAttributeNames()) if (name.startsWith("data-")) each.removeAttribute(name);
      return copy.outerHTML.replace(/\\s+/g, " ").replace(/ ?(<[^>]*>) ?/g, "$1");
    })"""
    visit(page, server)
    by_page = page.evaluate(laid_out)
    visit(page, f"{server}?sort=fyldigst")
    expect(page.locator("[data-results] .card[data-id]")).to_have_count(24)
    assert page.evaluate(laid_out)[:FIRST] == by_page


def test_link_is_copied(page: Page, server: str) -> None:
    visit(page, server + "?theme=aeldre")
    page.click("[data-menu] summary")
    page.click("[data-copy]")
    expect(page.locator("[data-copy]")).to_have_text("Linket er kopieret")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_municipalities_can_be_looked_up(page: Page, server: str) -> None:
    visit(page, server)
    page.click("details[data-facet=municipality] summary")
    page.fill("[data-narrow]", "aabenr")
    expect(page.locator("details[data-facet=municipality] li:visible")).to_have_count(1)


def test_a_closed_filter_has_its_boxes_once_it_is_opened(page: Page, server: str) -> None:
    visit(page, server + "?municipality=aarhus")
    expect(page.locator("[data-chips]")).to_contain_text("Aarhus")
    municipality = page.locator("details[data-facet=municipality]")
    expect(municipality.locator("li")).to_have_count(0)
    municipality.locator("summary").click()
    expect(municipality.locator("input[value=aarhus]")).to_be_checked()
    municipality.locator("input[value=aarhus]").uncheck()
    expect(page.locator("[data-chips]")).to_be_hidden()
    expect(municipality.locator("template")).to_have_count(0)


def test_drawer_on_a_phone(phone: Page, server: str, catalogue: Catalogue) -> None:
    visit(phone, server)
    open_drawer(phone)
    tick(phone, "theme", "aeldre")
    count = catalogue.count("theme", "aeldre")
    show = phone.locator("[data-show]")
    expect(show).to_have_text(f"Vis {count} cases")
    show.click()
    expect(phone.locator("[data-panel]")).to_be_hidden()
    expect_count(phone, count)
    expect(phone.locator("[data-open-panel]")).to_have_text("Filtre (1)")
    open_drawer(phone)
    phone.keyboard.press("Escape")
    expect(phone.locator("[data-open-panel]")).to_be_focused()


def test_all_by_keyboard(page: Page, server: str, catalogue: Catalogue) -> None:
    visit(page, server)
    page.focus("#q")
    page.keyboard.type("ledelse")
    expect(page.locator("[data-front]:visible")).to_have_count(0)
    expect(page.locator("[data-results] mark").first).to_be_visible()
    for key in ("Tab", "Tab", "Enter"):  # past the search's button, and the map beside the results
        page.keyboard.press(key)
    expect(page.locator("#cases")).to_be_focused()
    page.focus("#q")
    for _ in range(7):  # past the button, the map with its links, and the name of the filter
        page.keyboard.press("Tab")
    expect(page.locator("[name=theme]").first).to_be_focused()
    page.keyboard.press("Space")
    page.fill("#q", "")
    expect_count(page, catalogue.count("theme", page.locator("[name=theme]").first.input_value()))
    chip = page.locator("[data-remove]")
    chip.focus()
    page.keyboard.press("Enter")
    expect_count(page, len(catalogue.cases))


def test_a_notice_says_nothing_of_cases_that_lack_the_word_searched_instead(page: Page, server: str) -> None:
    page.goto(server)
    page.locator("#q").fill("plejehjem sygefravær hjøring")
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("Ingen cases har ordet “hjøring”. I stedet er der søgt på hjørring.")
    expect(notice).not_to_contain_text("Her er cases med")


def test_search_from_any_page(page: Page, server: str) -> None:
    page.goto(server + "om/")
    page.keyboard.press("Control+k")
    expect(page.locator("#finder-q")).to_be_focused()
    page.keyboard.type("samarbejde")
    for group in ("Cases", "Emner", "Begreber"):
        heading = page.locator("[data-finder-results] h2", has_text=group)
        expect(heading).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/case/**")


def test_results_that_come_late_keep_the_place_in_the_header(page: Page, server: str) -> None:
    page.goto(server + "om/")
    page.keyboard.press("Control+k")
    page.keyboard.type("samarbejde")
    first = page.locator("[data-finder-results] a").first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    for late in ("samarbejder", "rehabilitering"):
        page.evaluate(
            """late => {
                const field = document.querySelector("#finder-q");
                field.value = late;
                field.dispatchEvent(new Event("input"));
            }""",
            late,
        )
        expect(first.locator("mark", has_text=re.compile(late[:10], re.IGNORECASE))).to_be_visible()
        expect(page.locator("[data-finder-results] a:focus")).to_have_count(1)


@pytest.mark.parametrize("late", ["facets", "finder"])
def test_enter_in_the_header_waits_for_the_answer(page: Page, server: str, late: str) -> None:
    release = hold(page, f"**/assets/search/{late}.js")
    page.goto(server + "om/")
    page.keyboard.press("Control+k")
    page.keyboard.type("Hjørring-modellen")
    page.keyboard.press("Enter")
    release()
    page.wait_for_url("**/case/hjoerring-modellen/")


def test_the_header_answers_as_the_catalogue_page_does(page: Page, server: str) -> None:
    visit(page, server + "?q=rehabilitering")
    wanted = slugs(page)[:6]
    page.keyboard.press("Control+k")
    page.keyboard.type("rehabilitering")
    links = page.locator("[data-finder-results] ul[aria-labelledby=finder-case] a")
    expect(links).to_have_count(len(wanted))
    assert [re.sub(r".*/case/([^/]+)/", r"\1", str(a.get_attribute("href"))) for a in links.all()] == wanted


def test_without_javascript_every_case_is_within_reach(
    browser: Browser, server: str, catalogue: Catalogue
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    for part in (".query", ".facets", "[data-finder]", "[data-tools]"):
        expect(page.locator(part)).to_be_hidden()
    assert len(slugs(page)) == FIRST
    page.get_by_role("link", name="på én liste").press("Enter")
    page.wait_for_url("**/alle/")
    expect(page.locator("ul.listing a")).to_have_count(len(catalogue.cases))
    context.close()


def test_from_a_folder(page: Page, site: Path, catalogue: Catalogue) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    visit(page, (site / "index.html").as_uri())
    tick(page, "theme", "aeldre")
    expect_count(page, catalogue.count("theme", "aeldre"))
    page.fill("#q", "rehabilitering")
    page.locator("[data-results] a", has=page.locator("mark")).first.click()
    page.wait_for_url("**/case/*/index.html")
    early = "font"  # what is asked for before the style sheet needs it is refused in a folder, and comes with the sheet
    assert [each for each in complaints if early not in each and "ERR_FAILED" not in each] == []
    assert page.evaluate("document.fonts.check('1rem \\'Source Sans 3\\'')")


@pytest.mark.parametrize("width", [390, 1280])
def test_under_a_strict_policy(browser: Browser, strict_server: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    visit(page, strict_server + "?theme=aeldre")
    page.fill("#q", "rehabilitreing")
    expect(page.locator("[data-results] mark").first).to_be_visible()
    page.keyboard.press("Control+k")
    page.keyboard.type("ledelse")
    expect(page.locator("[data-finder-results] a").first).to_be_visible()
    for path in ("case/hjoerring-modellen/", "tema/aeldre/", "begreber/", "alle/"):
        page.goto(strict_server + path, wait_until="networkidle")
    context.close()
    assert not complaints


def test_no_page_has_an_inline_script(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "<script>" not in path.read_text("utf-8"), path


STATES = {
    "filters": "?theme=aeldre&kommune=koege&fra=2010",
    "text": "?q=rehabilitering",
    "nothing": "?q=qzxvw&theme=aeldre",
    "table": "?view=tabel",
    "unknown": "?theme=findes-ikke",
}


@pytest.mark.parametrize("state", [*STATES, "drawer", "finder", "open", "failed"])
def test_axe_finds_nothing_in_any_state(page: Page, server: str, state: str) -> None:
    page.set_viewport_size({"width": 390 if state in {"drawer", "table"} else 1280, "height": 900})
    if state == "failed":
        page.route("**/assets/search/terms*", lambda route: route.abort())
    visit(page, server + STATES.get(state, ""))
    if state == "drawer":
        open_drawer(page)
    if state == "finder":
        page.keyboard.press("Control+k")
        page.keyboard.type("ledelse")
        page.wait_for_selector("[data-finder-results] a")
    if state == "failed":
        page.fill("#q", "ledelse")
        page.wait_for_selector("[data-retry]")
    if state == "open":
        page.evaluate("document.querySelectorAll('[data-catalogue] details').forEach(d => { d.open = true })")
    assert_accessible(page)
    assert_accessible(page, "dark", COLOURS)


def test_choices_show_in_forced_colours(browser: Browser, server: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    visit(page, server + "?theme=aeldre")
    edge = "element => getComputedStyle(element).borderBottomWidth"
    views = page.locator("[data-catalogue] .toolbar__views button")
    assert len({view.evaluate(edge) for view in views.all()}) == 2
    drawn = "element => getComputedStyle(element, '::before').backgroundImage"
    assert "rgb" in page.locator("[data-results] .indicator").first.evaluate(drawn)
    context.close()


def test_nothing_moves_for_readers_who_asked_for_that(browser: Browser, server: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    visit(page, server)
    moving = """() => Array.from(document.querySelectorAll("*")).filter(element => {
      const style = getComputedStyle(element);
      return Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat)) > 0.01;
    }).length"""
    assert page.evaluate(moving) == 0
    context.close()


@pytest.mark.parametrize("address", ["", "?q=rehabilitering&theme=aeldre", "?view=tabel", "?q=qzxvw"])
def test_fits_320_pixels_and_large_text(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    visit(page, server + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 640, "height": 700})
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()
