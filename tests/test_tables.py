"""The tables that readers sort, filter and set up themselves, in a real Chromium."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.catalogue import Catalogue
from generator.figures import covered
from generator.text import sort_key
from helpers import assert_accessible

ROWS = "[data-money-section] tbody tr:visible, [data-money-sorted] tbody tr:visible"
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
    frame = page.get_by_role("group", name="Cases som tabel")
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


def open_figures(page: Page, server: str, query: str = "") -> Locator:
    page.goto(f"{server}tal-i-kroner/{query}")
    form = page.get_by_role("form", name="Filtre")
    expect(form).to_be_visible()
    return form


def test_figures_in_kroner_are_filtered_and_the_address_tells(
    page: Page, made_server: str, made: Catalogue
) -> None:
    form = open_figures(page, made_server)
    money = list(made.money())
    rows = page.locator(ROWS)
    expect(rows).to_have_count(len(money))
    some = next(each for each in money if covered(each.figure))
    year = str(covered(some.figure)[0])
    asked = {"Tema": some.case.themes[0], "Slags tal": some.figure.kind, "År": year}
    for label, value in asked.items():
        form.get_by_role("combobox", name=label, exact=True).select_option(value)
    wanted = [
        each
        for each in money
        if some.case.themes[0] in each.case.themes
        and each.figure.kind == some.figure.kind
        and int(year) in covered(each.figure)
    ]
    expect(rows).to_have_count(len(wanted))
    expect(form.get_by_role("status")).to_contain_text(f"{len(money)} tal")
    page.reload()
    expect(rows).to_have_count(len(wanted))
    form.get_by_role("button", name="Nulstil").click()
    expect(rows).to_have_count(len(money))
    form.get_by_label("Søg i tabellerne").fill(some.figure.what.upper())
    for row in rows.all():
        expect(row).to_contain_text(some.figure.what[1:])


def test_figures_are_sorted_by_headings_but_not_by_amount(
    page: Page, made_server: str, made: Catalogue
) -> None:
    form = open_figures(page, made_server)
    page.get_by_role("button", name="Case", exact=True).first.click()
    table = page.get_by_role("table", name="Tal i kroner", exact=True)
    heading = table.get_by_role("columnheader", name="Case")
    ordered = sorted({each.case.title for each in made.money()}, key=sort_key)
    expect(table.get_by_role("rowheader")).to_have_text(ordered)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(form.get_by_label("Sortér")).to_have_value("case")
    heading.get_by_role("button").press("Enter")
    expect(table.get_by_role("rowheader")).to_have_text(ordered[::-1])
    expect(heading.get_by_role("button")).to_be_focused()
    expect(table.locator("tbody tr")).to_have_count(len(list(made.money())))
    amount = table.get_by_role("columnheader", name="Beløb og enhed")
    expect(amount.get_by_role("button")).to_have_count(0)
    form.get_by_label("Sortér").select_option("")
    expect(table).to_be_hidden()


def test_the_sheet_of_figures_is_what_is_shown(page: Page, made_server: str, made: Catalogue) -> None:
    form = open_figures(page, made_server, "?aar=-&sort=hvad")
    with page.expect_download() as download:
        form.get_by_role("button", name="Hent som CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    heading, *rows = csv.reader(text.splitlines(), delimiter=";")
    assert heading[1:-1] == ["Case", "Hvad", "Beløb og enhed", "Periode", "Slags tal", "Dokumentation"]
    untold = [each for each in made.money() if not covered(each.figure)]
    assert len(rows) == len(untold) > 0
    assert {row[1] for row in rows} == {each.case.title for each in untold}
    assert all(all(row) for row in rows)


def test_headings_of_figures_stay_in_sight_and_a_phone_has_them_in_each_row(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    open_figures(page, server, "?sort=case")
    table = page.get_by_role("table", name="Tal i kroner", exact=True)
    table.locator("tbody tr").nth(12).evaluate("row => row.scrollIntoView({block: 'start'})")
    expect(table.get_by_role("columnheader", name="Periode")).to_be_in_viewport(ratio=1)
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 800})
    expect(table.locator("thead")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_accessible(page)


def test_without_scripts_all_figures_are_there(browser: Browser, made_server: str, made: Catalogue) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{made_server}tal-i-kroner/")
    expect(page.locator(ROWS)).to_have_count(len(list(made.money())))
    expect(page.locator("[data-money]")).to_be_hidden()
    context.close()
