"""A sheet from the inside: its headings, cells and rows as values, and what comes of them."""

import datetime
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.catalogue import Catalogue
from generator.editing.sheets import blank, cells, columns, delimited, intake, row, words, workbook
from generator.editing.sheets.columns import Column, Layout, column_of
from generator.editing.sheets.formats import NumberFormat
from generator.editing.sheets.sheet import Sheet
from generator.editing.sheets.table import Cell, Spot, UnreadableError, text_cell
from generator.model import Case
from generator.reading.scalars import Misread
from generator.wording import wording


@pytest.fixture(scope="module")
def layout(made: Catalogue) -> Layout:
    return Layout.of(made.vocabulary)


@pytest.fixture(scope="module")
def tags(made: Catalogue) -> cells.Tags:
    return cells.tags_of(made.vocabulary)


def cell(text: str) -> Cell:
    found = text_cell(text)
    assert found
    return found


def column(name: str, layout: Layout) -> Column:
    found = column_of(name, layout)
    assert found, name
    return found


def filled(layout: Layout, tags: cells.Tags, **texts: str) -> row.Row:
    """Return a row of which each cell has a heading; `__` stands for what parts one."""
    named = {name.replace("__", ": ").replace("_", " "): text for name, text in texts.items()}
    heads = {index: column(name, layout) for index, name in enumerate(named, 1)}
    return row.row_of(2, {index: cell(text) for index, text in enumerate(named.values(), 1)}, heads, tags)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Titel", ("title",)),
        (" titel *", ("title",)),
        ("title", ("title",)),
        ("Gevinster 2: Tal 1: Enhed", ("gains", 1, "figures", 0, "unit")),
        ("Kontakt: Rolle", ("contact", "role")),
        ("Kontakt", ("contact",)),
        ("Titel: Rolle", None),
        ("series", None),
        ("Noget andet", None),
    ],
)
def test_a_heading_means_one_field(name: str, path: tuple[object, ...] | None, layout: Layout) -> None:
    found = column_of(name, layout)
    assert (found.path if found else None) == path


def test_the_columns_of_a_template_know_their_own_headings(layout: Layout) -> None:
    found = [*columns.columns(layout)]
    assert all(column_of(each.name, layout) == each for each in found)
    assert len({each.path for each in found}) == len(found)
    assert columns.first_inside(("gains",), Case) == ("gains", 0, "type")
    assert columns.heading(("gains", 1, "type"), Case) == "Gevinster 2: Gevinsttype"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("Titel", "Fælles kørsel", "Fælles kørsel"),
        ("Formål", "Ikke oplyst.", wording.common["unstated"]),
        ("Temaer", "aeldre; Sundhed", ("aeldre", "sundhed")),
        ("Kommuner", "Køge, Varde", ("koege", "varde")),
        ("advice", "- Det ene; begge\n- Det andet", ("Det ene; begge", "Det andet")),
        ("Periode: Startår", "2014", 2014),
        ("Gevinster 1: Tal 1: Tal", "1.234,5", 1234.5),
        ("Gevinster 1: Tal 1: Tal", "1.234", Misread("1.234")),
        ("Gevinster 1: Tal 1: Tal", "007", Misread("007")),
        ("Gevinster 1: Tal 1: Tal", "mange", "mange"),
        ("Senest bekræftet: Dato", "3. maj 2026", datetime.date(2026, 5, 3)),
        ("Kort case", "Ja", True),
    ],
)
def test_a_cell_is_read_as_danes_write_it(
    name: str, text: str, value: object, layout: Layout, tags: cells.Tags
) -> None:
    assert cells.value_of(cell(text), column(name, layout).schema, tags) == value


def test_a_text_that_may_be_several_is_doubted(layout: Layout) -> None:
    partners = column("Andre parter", layout).schema
    assert [*cells.doubts(cell("Køge, Varde"), partners)] and not [
        *cells.doubts(cell("Køge; Varde"), partners)
    ]


def test_a_row_is_a_case_without_the_groups_that_are_skipped(layout: Layout, tags: cells.Tags) -> None:
    read = filled(
        layout,
        tags,
        Titel="En",
        Gevinster_3__Beskrivelse="Tid",
        Gevinster_3__Gevinsttype="tid",
        Drivkræfter="ikke oplyst",
    )
    assert read.title == "En"
    assert read.document.data["gains"] == ({"text": "Tid", "type": "tid"},)
    assert read.document.data["drivers"] == wording.common["unstated"]
    assert read.log.spot(("gains", 0, "type")).column == 3


def test_what_no_cell_may_hold_is_told_at_its_cell(layout: Layout, tags: cells.Tags) -> None:
    read = filled(layout, tags, Titel="#REF!", Gevinster="noget", Gevinster_1__Gevinsttype="tid")
    assert [(problem.code, problem.column) for problem in read.log.problems] == [
        ("error_cell", 1),
        ("group_cell", 2),
    ]


@pytest.mark.parametrize(
    "text", ["#REF!", "Et råd\n#REF!\nEt til", "KL; #N/A", "Err:502", "ERR:502", "Fejl:502", "Loading..."]
)
def test_an_error_is_told_also_among_others(text: str) -> None:
    assert cell(text).fault == "error_cell"


@pytest.mark.parametrize(
    ("value", "number_format", "shown", "words"),
    [
        (12.5, "General", "12,5", ""),
        (12.5, 'General" stk."', "12,5 stk.", "stk."),
        (12.5, "0.00_);(0.00)", "12,50", ""),
        (-12.5, "0.00_);(0.00)", "-12,50", ""),
        (0, '0;-0;"ingen"', "ingen", ""),
    ],
)
def test_a_number_is_shown_as_its_format_says(
    value: float, number_format: str, shown: str, words: str
) -> None:
    found = NumberFormat.of(number_format, value)
    assert (found.shown(str(value).replace(".", ",")), found.words if value else "") == (shown, words)


def test_messages_speak_of_columns() -> None:
    said = words.told(
        "missing", {"unstated": " eller `period: ikke oplyst`"}, {"period": "Periode"}.__getitem__
    )
    assert said == 'cellen er tom. Skriv noget eller "ikke oplyst".'
    assert "Skriv 2,5" in words.told("not_number", {"found": "2.5", "hint": " Skriv 2.5"}, str)


@pytest.mark.parametrize(
    "content",
    [
        "a;b\r\n1;2\r\n".encode("utf-8-sig"),
        "a;b\n1;2\n".encode("utf-16"),
        "sep=;\na;b\n1;2\n".encode("cp1252"),
    ],
)
def test_a_text_file_is_a_table_in_any_encoding(content: bytes) -> None:
    table = next(delimited.read_delimited(content))
    assert [[each.shown for each in cells.values()] for cells in table.rows.values()] == [
        ["a", "b"],
        ["1", "2"],
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "utf-8", "utf-16"])
def test_letters_are_read_as_the_program_wrote_them(encoding: str) -> None:
    table = next(delimited.read_delimited("Resumé;Kommune\nÅben dør på Ærø;Ærø\n".encode(encoding)))
    assert table.rows[2][1].shown == "Åben dør på Ærø" and table.rows[1][1].shown == "Resumé"


def test_a_quote_that_is_not_closed_is_told_at_its_row() -> None:
    table = next(delimited.read_delimited(b'a;b\n"1;2\n'))
    assert table.faults == ((Spot(2), wording.sheet_messages["open_quote"]),)


def test_a_workbook_shows_what_its_sheets_show_and_nothing_else_is_one() -> None:
    book = Workbook()
    book.create_sheet("Cases", 0).append(["a", 12.5, None, True])
    book.create_sheet("Skjult").sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    first, _, hidden = workbook.read_workbook(content.getvalue())
    assert {at: each.shown for at, each in first.rows[1].items()} == {1: "a", 2: "12,5", 4: "SAND"}
    assert hidden.is_hidden and not first.is_hidden
    with pytest.raises(UnreadableError):
        workbook.read_workbook(b"PK\x03\x04")


def test_the_empty_sheet_has_every_column_once(made: Catalogue, layout: Layout) -> None:
    names = [each.name for each in columns.columns(layout)]
    assert blank.as_csv(made.vocabulary).decode("utf-8-sig").rstrip().split(";") == names


def test_rows_are_taken_in_all_or_nothing_and_no_file_is_overwritten(
    few: Path, layout: Layout, tags: cells.Tags
) -> None:
    rows = (filled(layout, tags, Titel="Vej og Park Nordfyn"), filled(layout, tags, Titel="En ny"))
    done = intake.take_in(Sheet("Cases", rows, (), ()), few)
    assert not done.is_sound and not done.texts
    assert any("findes allerede" in line for line in done.told)
    assert any(line.startswith('arket "Cases", række 2') for line in done.told)
