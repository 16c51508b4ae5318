"""Cases side by side: which rows there are, what stands in them, and the page that shows them."""

import csv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from generator.catalogue import Catalogue
from generator.comparison import ANSWER, BEST, MOST, groups, lines
from generator.marks import is_met
from generator.model import Case
from generator.wording import wording
from helpers import COLOURS, assert_accessible

CHOSEN = ("alt-i-brug", "aaen-tilbage", "intet-oplyst")


def chosen(made: Catalogue) -> list[Case]:
    return [made.by_slug[slug] for slug in CHOSEN]


def open_at(tab: Page, folder: Path, *slugs: str) -> Locator:
    tab.goto((folder / "sammenlign.html").as_uri() + f"?cases={','.join(slugs)}")
    table = tab.locator(".comparison__table")
    expect(table).to_be_visible()
    return table


def given(tab: Page) -> list[str]:
    return parse_qs(urlsplit(tab.url).query)["cases"][0].split(",")


def test_every_field_that_readers_meet_has_one_row(made: Catalogue) -> None:
    met = {name for name, field in Case.model_fields.items() if is_met(field)}
    parts = [part for group in groups(made) for row in group.rows for part in row.parts]
    assert {part.partition(".")[0] for part in parts} == {*met, "summary", BEST, ANSWER}
    assert len(parts) == len(set(parts))


def test_nothing_that_a_case_tells_is_left_out(made: Catalogue) -> None:
    cases = chosen(made)
    for place, case in enumerate(cases):
        told = [line.cells[place] for _, rows in lines(made, cases) for line in rows]
        points = sum(block.kind == "points" for cell in told for block in cell.blocks)
        assert points == sum(len(getattr(case, name) or ()) for name in ("gains", "drivers", "barriers"))


def test_silence_is_told_in_words(made: Catalogue) -> None:
    silences = {
        cell.silence for _, rows in lines(made, chosen(made)) for line in rows for cell in line.cells
    } - {""}
    assert {"Ikke oplyst", "Ikke nævnt"} <= silences <= {"Ikke oplyst", "Ikke nævnt", "Ingen andre"}
    assert all(
        cell.blocks or cell.silence
        for _, rows in lines(made, chosen(made))
        for line in rows
        for cell in line.cells
    )


def test_a_factor_of_several_cases_has_a_row_and_the_others_stand_together(made: Catalogue) -> None:
    titles = {line.title for _, rows in lines(made, made.cases[:MOST]) for line in rows}
    for slug, factor in made.terms("driver").items():
        naming = sum(
            slug
            in {
                *(driver.factor for driver in case.drivers or ()),
                *(barrier.factor for barrier in case.barriers or ()),
            }
            for case in made.cases[:MOST]
        )
        assert (factor.name in titles) == (naming > 1)


def test_the_page_shows_what_python_makes_of_the_cases(folder: Path, tab: Page, made: Catalogue) -> None:
    table = open_at(tab, folder, *CHOSEN)
    unfold = tab.get_by_role("button", name="Vis de ens rækker")
    if unfold.is_visible():
        unfold.click()
    wanted = [
        (line.title, [cell.silence for cell in line.cells])
        for _, rows in lines(made, chosen(made))
        for line in rows
    ]
    expect(table.locator("> tbody > tr > th[scope=row]")).to_have_count(len(wanted))
    shown = table.evaluate(
        """table => [...table.querySelectorAll(":scope > tbody > tr:has(> th[scope=row])")].map(row => [
            row.querySelector("th").textContent,
            [...row.querySelectorAll(":scope > td")].map(
                cell => cell.matches(".comparison__untold") ? cell.textContent : ""),
        ])"""
    )
    assert [(title, cells) for title, cells in shown] == wanted
    assert table.locator("> thead th[scope=col]").count() == len(CHOSEN)


def test_equal_rows_are_folded_into_one_line(folder: Path, tab: Page, made: Catalogue) -> None:
    table = open_at(tab, folder, *CHOSEN)
    equal = [line.title for _, rows in lines(made, chosen(made)) for line in rows if line.is_equal]
    expect(tab.locator("[data-equal]")).to_be_visible(visible=bool(equal))
    for title in equal:
        expect(tab.locator("[data-equal-told]")).to_contain_text(title)
        expect(table.get_by_role("rowheader", name=title, exact=True)).to_have_count(0)


def test_the_short_of_cases_stands_first_and_long_groups_are_folded(
    folder: Path, tab: Page, made: Catalogue
) -> None:
    table = open_at(tab, folder, *CHOSEN)
    for group in groups(made):
        heading = table.get_by_role("button", name=group.title, exact=True)
        if heading.count():
            expect(heading).to_have_attribute("aria-expanded", "false" if group.is_long else "true")
    facts = table.get_by_role("button", name="Fakta og kilder")
    themes = table.locator("th[scope=row]", has_text="Temaer")
    expect(themes).to_be_hidden()
    facts.press("Enter")
    expect(facts).to_have_attribute("aria-expanded", "true")
    expect(themes).to_be_visible()


def test_a_long_text_is_cut_and_shown_whole_on_request(folder: Path, tab: Page) -> None:
    table = open_at(tab, folder, *CHOSEN)
    table.get_by_role("button", name="Hvordan gjorde de?").click()
    cut = table.locator(".comparison__text--cut:visible")
    more = table.get_by_role("button", name="Vis mere").first
    expect(more).to_be_visible()
    before = cut.count()
    more.press("Enter")
    expect(cut).to_have_count(before - 1)
    tab.get_by_role("button", name="Vis al tekst").click()
    expect(table.locator(".comparison__text--cut")).to_have_count(0)
    expect(table.locator("[aria-expanded=false]")).to_have_count(0)


def test_a_case_is_removed_and_back_and_the_address_restore_it(
    folder: Path, tab: Page, made: Catalogue
) -> None:
    table = open_at(tab, folder, *CHOSEN)
    tab.get_by_role("button", name=f"Fjern {made.by_slug[CHOSEN[1]].title}").press("Enter")
    expect(table.locator("> thead th[scope=col]")).to_have_count(2)
    expect(tab.locator("[data-status]")).to_be_focused()
    assert given(tab) == [CHOSEN[0], CHOSEN[2]]
    tab.reload()
    expect(table.locator("> thead th[scope=col]")).to_have_count(2)
    tab.go_back()
    expect(table.locator("> thead th[scope=col]")).to_have_count(3)


def test_cases_are_picked_on_cards_and_pages(folder: Path, tab: Page) -> None:
    tab.goto((folder / "tema" / "aeldre.html").as_uri())
    tab.locator(".card .choose--compared").first.click()
    bar = tab.get_by_role("complementary", name="Valgt til sammenligning")
    expect(bar).to_contain_text("Vælg én til")
    first = tab.locator(".card .choose--compared").first.get_attribute("data-slug")
    other = next(slug for slug in CHOSEN if slug != first)
    tab.goto((folder / "case" / f"{other}.html").as_uri())
    tab.locator(".actions .choose--compared").click()
    bar.get_by_role("link", name="Sammenlign 2 cases").click()
    expect(tab.locator(".comparison__table > thead th[scope=col]")).to_have_count(2)
    assert given(tab) == [first, other]


def test_one_case_too_many_is_refused_in_words(folder: Path, tab: Page) -> None:
    tab.goto((folder / "index.html").as_uri())
    buttons = tab.locator("[data-results] .choose--compared")
    for number in range(MOST + 1):
        buttons.nth(number).click()
    bar = tab.get_by_role("complementary", name="Valgt til sammenligning")
    expect(bar.get_by_role("status")).to_have_text(f"Højst {MOST} ad gangen")
    expect(bar.get_by_role("link")).to_have_text(f"Sammenlign {MOST} cases")


def test_cases_come_from_the_list_too(folder: Path, tab: Page, made: Catalogue) -> None:
    tab.goto((folder / "case" / f"{CHOSEN[2]}.html").as_uri())
    tab.locator(".actions .choose--shortlist").click()
    table = open_at(tab, folder, *CHOSEN[:2])
    tab.get_by_role("button", name=f"Føj til sammenligningen: {made.by_slug[CHOSEN[2]].title}").click()
    expect(table.locator("> thead th[scope=col]")).to_have_count(3)
    assert given(tab) == list(CHOSEN)


REFUSING = """for (const way of ["pushState", "replaceState"])
  history[way] = () => { throw new DOMException("from a folder", "SecurityError"); };"""
"""What some browsers do where a page is opened from a folder."""


@pytest.mark.parametrize(
    ("page", "shown"),
    [("sammenlign", ".comparison__table > thead th[scope=col]"), ("min-liste", "article.handout__case")],
)
def test_a_browser_that_keeps_the_address_loads_the_page_anew(
    folder: Path, tab: Page, made: Catalogue, page: str, shown: str
) -> None:
    tab.add_init_script(REFUSING)
    tab.goto((folder / f"{page}.html").as_uri() + f"?cases={','.join(CHOSEN)}")
    expect(tab.locator(shown)).to_have_count(3)
    tab.get_by_role("button", name=f"Fjern {made.by_slug[CHOSEN[1]].title}").click()
    expect(tab.locator(shown)).to_have_count(2)
    assert given(tab) == [CHOSEN[0], CHOSEN[2]]


def test_there_are_words_for_as_many_cases_as_fit() -> None:
    """What is the same for both, for all three, and so on."""
    assert len([key for key in wording.side_by_side if key.startswith("same_")]) == MOST - 1


def test_what_the_address_names_wrongly_is_told(made_server: str, page: Page) -> None:
    page.goto(f"{made_server}sammenlign/?cases=findes-ikke,%3Cscript%3E,alt-i-brug,alt-i-brug")
    status = page.locator("[data-status]")
    expect(status).to_contain_text("1 case i linket findes ikke")
    expect(status).to_contain_text("Vælg mindst én case mere")
    expect(page.locator(".comparison__table")).to_have_count(0)


def test_two_fit_a_phone_and_any_other_two_follow(folder: Path, tab: Page, made: Catalogue) -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    table = open_at(tab, folder, *CHOSEN)
    heads = table.locator("> thead th[scope=col] a")
    titles = [made.by_slug[slug].title for slug in CHOSEN]
    expect(heads).to_have_text(titles[:2])
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.get_by_label("Til højre").select_option(label=titles[2])
    expect(heads).to_have_text([titles[0], titles[2]])
    tab.get_by_role("button", name="Næste par").click()
    expect(heads).to_have_text([titles[2], titles[1]])
    tab.set_viewport_size({"width": 1280, "height": 800})
    expect(heads).to_have_text(titles)


def test_it_prints_on_a_sheet_on_its_side_with_all_cases(
    folder: Path, tab: Page, made: Catalogue, tmp_path: Path
) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    open_at(tab, folder, *CHOSEN)
    tab.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "a.pdf").pages
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(842, 595)}
    for sheet in sheets:
        text = " ".join(sheet.extract_text().split())
        assert all(made.by_slug[slug].title.split()[0] in text for slug in CHOSEN)
        assert "Fjern" not in text


@pytest.mark.parametrize("width", [1280, 390])
def test_comparison_is_accessible(folder: Path, tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    open_at(tab, folder, *CHOSEN)
    assert_accessible(tab)
    assert_accessible(tab, "dark", COLOURS)


@pytest.mark.parametrize("page", ["sammenlign", "min-liste"])
def test_sheets_have_the_cases_and_no_formula(folder: Path, tab: Page, made: Catalogue, page: str) -> None:
    tab.goto((folder / f"{page}.html").as_uri() + f"?cases={','.join(CHOSEN)}")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Hent som CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    for case in chosen(made):
        assert any(case.title in row for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("address", ["sammenlign", "min-liste"])
def test_an_agenda_tells_of_all_the_cases(
    made_server: str, page: Page, made: Catalogue, address: str
) -> None:
    page.goto(f"{made_server}{address}/?cases={','.join(CHOSEN)}")
    page.get_by_role("button", name="Til dagsorden").click()
    expect(page.get_by_text("Kopieret.")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    for case in chosen(made):
        assert case.title in text
        assert f"{made_server}case/{case.slug}/" in text


@pytest.mark.parametrize("asked", ["", "?cases=", "?cases=constructor", f"?cases={'a' * 5000}"])
def test_an_address_without_cases_says_how_to_choose(page: Page, server: str, asked: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{server}sammenlign/{asked}")
    expect(page.locator("[data-comparison-page] [data-status]")).to_contain_text("Vælg 2-4")
    assert not faults


def test_a_group_of_which_no_case_tells_is_left_out(made: Catalogue) -> None:
    cases = [
        case.model_copy(update={"advice": (), "derived_advice": (), "caveats": ()}) for case in chosen(made)
    ]
    told = [title for title, _ in lines(Catalogue(cases, made.vocabulary), cases)]
    assert wording.comparison["learned"] not in told and wording.comparison["facts"] in told
