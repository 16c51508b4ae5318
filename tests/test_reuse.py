"""From a case to doing the same: the list to tick off, and the form with the origin filled in."""

from pathlib import Path

from playwright.sync_api import Page, expect

from generator.catalogue import Catalogue
from generator.prose import plain
from helpers import assert_accessible

SLUG = "hjoerring-modellen"


def open_sheet(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Huskeliste").click()
    expect(page.get_by_role("dialog", name="Huskeliste")).to_be_visible()


def test_the_list_has_all_that_is_to_be_had_met_and_followed(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    open_sheet(page, f"{server}case/{SLUG}/")
    checklist = page.get_by_role("dialog", name="Huskeliste")
    case = catalogue.by_slug[SLUG]
    drivers, barriers = case.drivers or (), case.barriers or ()
    boxes = len(drivers) + len(barriers) + len(case.advice) + len(case.derived_advice)
    expect(checklist.get_by_role("checkbox")).to_have_count(boxes)
    told = checklist.inner_text()
    texts = [driver.text for driver in drivers] + [barrier.text for barrier in barriers]
    for text in (*texts, *case.advice, *case.caveats):
        assert plain(text) in told
    assert all(plain(barrier.remedy) in told for barrier in barriers if barrier.remedy)
    assert told.count("Kilden nævner ingen løsning") == sum(barrier.remedy is None for barrier in barriers)
    assert_accessible(page)
    checklist.get_by_role("button", name="Luk").click()
    expect(checklist).to_be_hidden()


def test_the_list_is_printed_alone(page: Page, server: str) -> None:
    open_sheet(page, f"{server}case/{SLUG}/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_role("dialog", name="Huskeliste")).to_be_visible()
    expect(page.locator(".checklist__ways")).to_be_hidden()
    expect(page.locator(".md-container")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".md-container")).to_be_visible()


def test_the_list_has_an_address_and_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'case' / SLUG / 'index.html').as_uri()}#huskeliste")
    expect(page.get_by_role("dialog", name="Huskeliste")).to_be_visible()


def test_the_form_begins_with_what_both_share(page: Page, server: str, catalogue: Catalogue) -> None:
    page.goto(f"{server}case/{SLUG}/")
    page.get_by_role("link", name="Vi har gjort det samme").click()
    case = catalogue.by_slug[SLUG]
    expect(page.get_by_role("link", name=case.title).first).to_be_visible()
    expect(page.locator('[data-path="organisation"]')).to_contain_text(
        f"Hvad gjorde I anderledes end »{case.title}«?"
    )
    page.wait_for_function("casekatalog.current")
    data = page.evaluate("casekatalog.current.data")
    assert data["related"]["inspired_by"] == [SLUG]
    assert (data["themes"], data["form"]) == (list(case.themes), case.form)
    assert not data["title"] and not data["organisation"]


def test_what_is_written_after_another_case_is_a_draft_of_its_own(page: Page, server: str) -> None:
    page.goto(f"{server}foreslaa/")
    page.fill("#felt-title", "En helt anden case")
    page.goto(f"{server}foreslaa/?inspireret={SLUG}")
    expect(page.locator("#felt-title")).to_have_value("")
    page.fill("#felt-title", "Det samme hos os")
    page.reload()
    expect(page.locator("#felt-title")).to_have_value("Det samme hos os")
    page.goto(f"{server}foreslaa/")
    expect(page.locator("#felt-title")).to_have_value("En helt anden case")


def test_a_copied_link_never_opens_another_draft_as_if_it_followed(page: Page, server: str) -> None:
    page.goto(f"{server}foreslaa/?kladde=2")
    page.fill("#felt-title", "Min egen kladde")
    for number in ("2", "1e999", "0.5", "-1"):
        page.goto(f"{server}foreslaa/?inspireret={SLUG}&kladde={number}")
        page.wait_for_function("casekatalog.current")
        expect(page.locator("#felt-title")).to_have_value("")
        assert page.evaluate("casekatalog.current.data.related?.inspired_by") == [SLUG]
        assert "kladde=2" not in page.url
