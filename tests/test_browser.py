"""The site as people meet it, in a real Chromium."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

KINDS = {
    "front": "",
    "case": "case/hjoerring-modellen/",
    "case with many parties": "case/it-forsyningen/",
    "short case": "case/klimapulje-taarnby/",
    "theme": "tema/aeldre/",
    "driver": "drivkraft/ledelse/",
    "barrier": "barriere/kultur/",
    "municipality without cases": "kommune/laesoe/",
    "overview": "kommune/",
    "forms": "samarbejdsform/",
    "form": "samarbejdsform/kommune-stat/",
    "matrix": "drivkraefter-og-barrierer/",
    "gains": "gevinst/",
    "gain": "gevinst/oekonomi/",
    "money": "tal-i-kroner/",
    "financing": "finansiering/",
    "financing model": "finansiering/flerstrenget/",
    "points": "ti-punkter/",
    "sources": "kilde/",
    "tagging": "maerkning/",
    "glossary": "begreber/",
    "about": "om/",
    "accessibility": "tilgaengelighed/",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, server: str, kind: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server + KINDS[kind])
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags})
    context.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_page_never_scrolls_sideways(page: Page, server: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", KINDS)
def test_no_request_leaves_the_site_and_the_console_is_silent(page: Page, server: str, kind: str) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server + KINDS[kind], wait_until="networkidle")
    own = urlsplit(server).netloc
    assert {urlsplit(url).netloc for url in requests if not url.startswith("data:")} == {own}
    assert not complaints


def test_case_is_whole_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + KINDS["case"])
    headings = page.locator("h2").all_inner_texts()
    context.close()
    wanted = ["Formål", "Organisering", "Finansiering", "Gevinster", "Drivkræfter", "Barrierer"]
    assert [heading for heading in headings if heading in wanted] == wanted


def test_keyboard_reaches_the_content_and_shows_where_it_is(page: Page, server: str) -> None:
    page.goto(server + KINDS["case"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    focused = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert focused not in {"none", ""}


def test_the_choice_of_scheme_is_kept_from_page_to_page(page: Page, server: str) -> None:
    page.goto(server)
    page.evaluate("document.querySelectorAll('[name=__palette]')[2].click()")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.goto(server + KINDS["case"])
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_was_address_leads_to_the_statement(page: Page, server: str) -> None:
    page.goto(server + "was/")
    page.wait_for_url("**/tilgaengelighed/")
    assert page.locator("h1").inner_text() == "Tilgængelighedserklæring"
