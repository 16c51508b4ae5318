"""The site as people meet it, in a real Chromium."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from helpers import COLOURS, QuietHandler, assert_accessible, serving
from kinds import DIFFERENT, KINDS, PAGES, TEMPLATES

SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
WITH_STYLE = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""


MOVED = """globalThis.moved = 0; globalThis.shifts = [];
new PerformanceObserver(list => { for (const shift of list.getEntries()) {
  moved += shift.value;
  shifts.push(...shift.sources.map(source => source.node?.className || source.node?.nodeName));
} }).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"


COVERED = """() => {
  const under = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const stops = Array.from(document.querySelectorAll(kinds)).filter(stop =>
    !stop.closest(".md-header, .md-skip, dialog") && stop.checkVisibility({visibilityProperty: true}));
  const covered = [...stops, ...stops.toReversed()].filter(stop => {
    stop.focus();
    const { top, bottom, height } = stop.getBoundingClientRect();
    const isCovered = bottom <= under || (top < under && height < window.innerHeight - under);
    return stop === document.activeElement && isCovered;
  });
  document.activeElement.blur();
  window.scrollTo(0, 0);
  return covered.map(stop => stop.outerHTML.slice(0, 200));
}"""
"""What the header hides while it has the focus, when all is walked through forwards and back."""


class Visit:
    """A first visit to a page under a strict policy: what it asked for, and what it complained of."""

    def __init__(self, page: Page, address: str, path: str) -> None:
        self.page, self.host = page, urlsplit(address).netloc
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda told: self.complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address + path, wait_until="networkidle")

    def width(self, width: int, style: str = "") -> int:
        """Return how wide the page is in a window of some width."""
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.evaluate(WITH_STYLE, style)
        wide: int = self.page.evaluate("document.documentElement.scrollWidth")
        return wide


@pytest.fixture(scope="module")
def visit(browser: Browser, strict_server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """One visit to a kind of page for all that is asked of it; the tests must leave the page as they met it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield Visit(context.new_page(), strict_server, KINDS[request.param])
    context.close()


every_kind = pytest.mark.parametrize("visit", KINDS, indirect=True)


@every_kind
def test_a_first_visit_asks_for_few_files_and_none_from_elsewhere(visit: Visit) -> None:
    asked = [url for url in visit.requests if not url.startswith("data:")]
    assert {urlsplit(url).netloc for url in asked} == {visit.host}
    assert len(asked) <= 12, asked
    assert sum(url.endswith(".css") for url in asked) == 1
    assert not visit.complaints


@every_kind
def test_page_never_scrolls_sideways(visit: Visit) -> None:
    for width in (320, 390, 1280):
        assert visit.width(width) <= width


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [KINDS[kind] for kind in DIFFERENT])
def test_nothing_that_is_read_moves_when_font_and_scripts_come(
    browser: Browser, server: str, path: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    late: list[Route] = []

    def hold(font: Route) -> None:  # a method of a list cannot be marked, as playwright does with handlers
        late.append(font)

    page.route("**/*.woff2", hold)
    page.add_init_script(MOVED)
    page.goto(server + path, wait_until="domcontentloaded")
    page.wait_for_function(PAINTED)
    for font in late:
        font.continue_()
    page.wait_for_load_state()
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("moved") < 0.05, page.evaluate("shifts")
    context.close()


@every_kind
def test_reader_can_set_letters_and_words_apart_on_a_phone(visit: Visit) -> None:
    assert visit.width(320, SPACED) <= 320
    name = visit.page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth")


@every_kind
def test_every_section_has_a_heading_of_its_own(visit: Visit) -> None:
    bare = """sections => sections.filter(section =>
      !Array.from(section.querySelectorAll("h1, h2, h3, h4, h5, h6")).some(heading =>
        heading.closest("section, article, aside, nav") === section)
    ).map(section => section.outerHTML.slice(0, 200))"""
    assert visit.page.locator("section, article").evaluate_all(bare) == []


@every_kind
def test_focus_is_never_under_the_header_at_four_times_the_size(visit: Visit) -> None:
    visit.width(320)
    visit.page.set_viewport_size({"width": 320, "height": 256})
    visit.page.emulate_media(reduced_motion="reduce")
    covered = visit.page.evaluate(COVERED)
    visit.page.emulate_media(reduced_motion="no-preference")
    assert covered == []


def test_no_template_is_left_out() -> None:
    parts = {path.relative_to(PAGES).as_posix() for path in PAGES.glob("*/*.html")}
    assert parts - TEMPLATES == set()
    parts_of_heads, feed = {"case-head.html", "closed-head.html", "feed-links.html"}, "feed.html"
    whole = {path.name for path in PAGES.glob("*.html")} - parts_of_heads - {feed}
    assert whole == {
        "case.html",
        "closed.html",
        "editors.html",
        "listing.html",
        "matrix.html",
        "money.html",
        "overview.html",
        "redirect.html",
        "value.html",
    }


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("visit", DIFFERENT, indirect=True)
def test_axe_finds_nothing(visit: Visit, scheme: Literal["light", "dark"], width: int) -> None:
    visit.width(width)
    assert_accessible(visit.page, scheme)


@every_kind
def test_reader_can_double_the_letters_alone(visit: Visit) -> None:
    for width in (390, 1280):
        visit.width(width)
        size = visit.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert visit.width(width, f":root {{ font-size: {2 * size}px !important }}") <= width


@pytest.mark.parametrize("visit", ["evaluer", "paa-tvaers-af-kilderne"], indirect=True)
def test_a_table_too_wide_for_a_phone_is_scrolled_by_keyboard(visit: Visit) -> None:
    visit.width(320)
    assert visit.page.locator("main table").count()
    assert_accessible(visit.page)


def test_a_stacked_table_stays_a_table(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server + KINDS["overview of form"])
    assert page.get_by_role("rowheader").count() > 5
    assert page.get_by_role("cell").count() > 10


def test_case_is_whole_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + KINDS["case"])
    headings = page.locator("h2").all_inner_texts()
    context.close()
    wanted = ["Formål", "Organisering", "Finansiering", "Gevinster", "Drivkræfter", "Barrierer"]
    assert [heading for heading in headings if heading in wanted] == wanted


def test_nothing_is_offered_that_only_scripts_can_do(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for kind in DIFFERENT:
        page.goto(server + KINDS[kind])
        offered = page.locator(":is(button, input, select, textarea):visible").all_inner_texts()
        assert not offered, (kind, offered)
    context.close()


def test_keyboard_reaches_the_content_and_shows_where_it_is(page: Page, server: str) -> None:
    page.goto(server + KINDS["case"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.contains(document.querySelector('h1'))")
    for _ in range(3):
        page.keyboard.press("Tab")
    focused = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert focused not in {"none", ""}


def test_keyboard_reaches_the_cases_in_three_strokes(page: Page, server: str) -> None:
    page.goto(server)
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "cases"


def test_the_choice_of_scheme_is_kept_from_page_to_page(page: Page, server: str) -> None:
    page.goto(server)
    switch = page.locator("[data-scheme-switch]")
    switch.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    switch.click()
    expect(switch).to_have_accessible_name("Mørkt udseende. Følg din enhed")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(server + KINDS["case"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_was_address_leads_to_the_statement(page: Page, server: str) -> None:
    page.goto(server + "was/")
    page.wait_for_url("**/tilgaengelighed/")
    assert page.locator("h1").inner_text().replace("\xad", "") == "Tilgængelighedserklæring"


def test_keyboard_opens_and_closes_the_menu_of_a_phone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server + KINDS["case"])
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".site-menu__open")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("dialog", name="Menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.classList.contains('site-menu__open')")


def test_the_menu_of_a_phone_shows_where_a_page_belongs(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server + KINDS["om"] + "?x=1#kontakt")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("dialog [aria-current]")).to_have_text("Om kataloget")
    expect(page.locator("dialog details[open] > summary")).to_have_text("Om")
    page.get_by_role("button", name="Luk").click()
    page.goto(server + KINDS["case"])
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("dialog :is([aria-current], [open] > summary)")).to_have_count(0)
    page.locator("dialog a", has_text="Cases").click()
    page.wait_for_url(server)


@pytest.mark.parametrize("width", [390, 1100])
def test_focus_in_the_menu_is_always_on_what_is_seen(page: Page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + KINDS["om"])
    page.get_by_role("button", name="Menu").click()
    stops = []
    for _ in range(40):
        stops.append(page.evaluate("document.activeElement.innerText"))
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert page.evaluate(
            "document.activeElement.checkVisibility({opacityProperty: true, visibilityProperty: true})"
        )
    assert {"Luk", "Cases", "Temaer og steder", "Begreber"} <= set(stops)
    assert "Temaer" not in stops
    page.locator("summary", has_text="Temaer og steder").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Temaer"
    page.keyboard.press("Enter")
    page.wait_for_url("**/tema/")


@pytest.mark.parametrize("kind", ["index", "om", "foreslaa", "drivkraefter-og-barrierer"])
def test_a_letter_alone_does_nothing(page: Page, server: str, kind: str) -> None:
    address = server + KINDS[kind]
    page.goto(address)
    page.locator("main button:visible, main a:visible").first.focus()
    for key in "npfs.,/":
        page.keyboard.press(key)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Søg i hele kataloget")).to_be_visible()
    expect(page.locator("#finder-q")).to_have_value("")
    assert page.url == address


@pytest.mark.parametrize("kind", ["index", "case", "tal-i-kroner", "ti-punkter"])
def test_focus_is_never_under_the_header(page: Page, server: str, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(server + KINDS[kind])
    page.locator("footer a").last.focus()
    for _ in range(page.locator("footer a").count() + 20):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
        assert top >= header, page.evaluate("document.activeElement.outerHTML")


def test_focus_is_never_in_the_closed_menu(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server + KINDS["om"])
    for _ in range(20):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('dialog') !== null")


class MovedHandler(QuietHandler):
    """Has the site at the root, where its settings do not say that it is; what is not there has its page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class LostHandler(MovedHandler):
    """Has the site below /casekatalog/, as its settings say."""

    def send_head(self) -> Any:
        self.path = self.path.removeprefix("/casekatalog")
        return super().send_head()


@pytest.mark.parametrize("path", ["findes-ikke", "case/findes-ikke/", "case/a/b/c/"])
def test_a_page_that_is_not_there_leads_on_at_every_depth(page: Page, site: Path, path: str) -> None:
    with serving(site, LostHandler) as address:
        page.goto(f"{address}casekatalog/{path}")
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        assert_accessible(page)
        assert_accessible(page, "dark", COLOURS)
        page.fill("main input", "teknik")
        page.keyboard.press("Enter")
        page.wait_for_url("**/casekatalog/?q=teknik")


@pytest.mark.parametrize("path", ["findes-ikke", "case/findes-ikke/", "et/helt/andet/sted"])
def test_a_page_that_is_not_there_finds_the_site_wherever_it_lies(page: Page, site: Path, path: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    with serving(site, MovedHandler) as address:
        page.goto(f"{address}{path}")
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        expect(page.locator("[data-finder-open]")).to_be_visible()
        page.fill("main input", "teknik")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}?q=teknik")
        expect(page.locator("[data-catalogue].is-live")).to_be_visible()
    assert not faults


def test_a_page_that_is_not_there_is_readable_without_its_style(page: Page, site: Path) -> None:
    page.route("**/*.css", lambda route: route.abort())
    with serving(site, LostHandler) as address:
        page.goto(f"{address}findes-ikke")
        widths = page.locator("svg:visible").evaluate_all("all => all.map(each => each.clientWidth)")
        assert max(widths) <= 24


@pytest.mark.parametrize(
    ("kind", "told"),
    [("theme", ["Hvad casene fortæller sammen", "Det gav"]), ("case", ["Hvad ved vi?", "Fakta", "Formål"])],
)
def test_the_first_page_that_a_browser_prints_is_full(
    page: Page, server: str, kind: str, told: list[str]
) -> None:
    page.goto(server + KINDS[kind])
    first = PdfReader(BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    assert [heading for heading in told if heading not in first] == []


@pytest.mark.parametrize("address", ["", "?theme=aeldre", "case/hjoerring-modellen/"])
def test_print_leaves_out_what_paper_cannot_do(page: Page, server: str, address: str) -> None:
    page.goto(server + address, wait_until="networkidle")
    page.emulate_media(media="print")
    for part in (".md-header", ".actions", ".choose", ".query", ".catalogue__side", ".hero__map", ".more"):
        assert not page.locator(f"{part}:visible").count(), part
    dark = "all => all.some(each => getComputedStyle(each).borderImageSource !== 'none')"
    assert not page.locator(".hero").evaluate_all(dark)


def test_what_folds_shows_its_focus(page: Page, server: str) -> None:
    page.goto(server + KINDS["case"])
    fold = page.locator("summary", has_text="BibTeX")
    fold.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(fold).to_be_focused()
    expect(fold).to_have_css("outline-style", "solid")
