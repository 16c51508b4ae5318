"""The tables that readers sort, filter and set up themselves, in a real Chromium."""

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.catalogue import Catalogue
from generator.text import sort_key
from helpers import assert_accessible

SCROLLED = "frame => frame.scrollWidth > frame.clientWidth"


def open_table(page: Page, server: str, query: str = "") -> Locator:
    page.goto(f"{server}?view=tabel{query}")
    table = page.get_by_role("table", name="Cases")
    expect(table.locator("tbody tr").first).to_be_visible()
    return table


def titles(table: Locator) -> list[str]:
    return [title.replace("\xad", "") for title in table.locator("tbody th").all_inner_texts()]


def test_a_heading_sorts_both_ways_in_step_with_the_list(
    page: Page, made_server: str, made: Catalogue
) -> None:
    table = open_table(page, made_server)
    ordered = sorted((case.title for case in made.cases), key=sort_key)
    heading = table.get_by_role("columnheader", name="Case")
    for order, value, way in ((ordered, "title", "ascending"), (ordered[::-1], "last", "descending")):
        heading.get_by_role("button").press("Enter")
        expect(heading).to_have_attribute("aria-sort", way)
        expect(page.locator("[data-sort]")).to_have_value(value)
        expect(table.locator("tbody th")).to_have_text(order)
        expect(heading.get_by_role("button")).to_be_focused()
    page.select_option("[data-sort]", "newest")
    expect(table.get_by_role("columnheader", name="År")).to_have_attribute("aria-sort", "descending")
    expect(heading).not_to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("order", ["nyeste", "aeldste"])
def test_cases_without_a_year_come_last_whichever_way(
    page: Page, made_server: str, made: Catalogue, order: str
) -> None:
    table = open_table(page, made_server, f"&sort={order}")
    begun = {case.title: case.period.start if case.period else None for case in made.cases}
    shown = [begun[title] for title in titles(table)]
    told = [year for year in shown if year]
    assert told == sorted(told, reverse=order == "nyeste")
    assert shown == [*told, *[None] * (len(shown) - len(told))]
    assert len(told) > 1


def test_chosen_columns_are_kept(page: Page, made_server: str) -> None:
    table = open_table(page, made_server)
    page.get_by_text("Kolonner", exact=True).press("Enter")
    page.get_by_label("Temaer").check()
    page.get_by_label("Pris", exact=True).uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Kolonner", exact=True)).to_be_focused()
    for _ in range(2):
        expect(table.get_by_role("columnheader", name="Temaer")).to_be_visible()
        expect(table.get_by_role("columnheader", name="Pris")).to_be_hidden()
        page.reload()


def test_the_table_tells_figure_and_evidence(page: Page, made_server: str, made: Catalogue) -> None:
    table = open_table(page, made_server)
    for case in made.cases:
        row = table.get_by_role("row").filter(has=page.get_by_role("link", name=case.title, exact=True))
        gain = made.strongest_gain(case)
        if gain:
            expect(row).to_contain_text(made.vocabulary["evidence"][gain.evidence].name)
        if gain and gain.headline:
            expect(row).to_contain_text(gain.headline.unit)
            expect(row).to_contain_text(gain.headline.period or "periode ikke oplyst")
        if not gain:
            expect(row).to_contain_text("Gevinst ikke oplyst")


def test_the_table_fits_a_desk_and_keeps_the_case_on_a_phone(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    table = open_table(page, server)
    frame = page.get_by_role("region", name="Cases som tabel")
    hint = page.get_by_text("Rul tabellen til siden")
    assert not frame.evaluate(SCROLLED)
    expect(hint).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(hint).to_be_visible()
    assert frame.evaluate(SCROLLED)
    frame.evaluate("frame => frame.scrollTo(1000, 0)")
    expect(table.locator("tbody th").first).to_be_in_viewport(ratio=1)
    page.get_by_text("Kolonner", exact=True).click()
    assert_accessible(page)
