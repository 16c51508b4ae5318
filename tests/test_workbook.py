"""Workbooks: rows are written as openpyxl writes them, no text is a formula, and equal tables give equal bytes."""

import datetime
import io
import re
import zipfile

from openpyxl import Workbook, load_workbook

from generator.catalogue import Catalogue
from generator.data import frame, tables, workbook
from generator.data.tables import Row

EVIL = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("https://evil.example";"x")',
    "=2;3",
    "#N/A",
    "</t></is></c>",
)
ROWS: list[Row] = [
    ("Æ", " et mellemrum ", "flere\nlinjer", "a & b < c > d", '"citat"', 1, -2.5, 1e15, 0.1 + 0.2),
    (datetime.date(2026, 5, 3), "x" * 40_000, "\N{SNOWMAN}", *range(30)),
    ("alene",),
]


def written(made: Catalogue, rows: list[Row]) -> bytes:
    """Return a workbook with rows in its first sheet."""
    both = (tables.cases(made.shape), tables.gains(made.shape))
    return workbook.filled(frame.framed(both), [[workbook.as_rows([row]) for row in rows]])


def sheet(content: bytes) -> list[str]:
    """Return the XML of each row of the first sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return re.findall(r"<row.*?</row>", archive.read("xl/worksheets/sheet1.xml").decode(), re.DOTALL)


def test_rows_are_as_openpyxl_writes_them(made: Catalogue) -> None:
    book = Workbook(write_only=True)
    first, told = book.create_sheet("Cases"), io.BytesIO()
    for row in (("Overskrift",), *ROWS):
        first.append(row)
    book.save(told)
    _, *wanted = sheet(told.getvalue())
    _, *found = sheet(written(made, ROWS))
    assert [row.replace(f' s="{workbook.DAY_STYLE}"', ' s="1"') for row in found] == wanted


def test_no_text_is_a_formula_an_error_or_a_part_of_the_file(made: Catalogue) -> None:
    _, *cells = load_workbook(io.BytesIO(written(made, [(text,) for text in EVIL])))["Cases"]["A"]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in EVIL]


def test_a_day_is_one_that_all_programs_show(made: Catalogue) -> None:
    days = [
        datetime.date(1850, 1, 1),
        datetime.date(1900, 2, 1),
        datetime.date(1900, 3, 1),
        datetime.date(2026, 5, 3),
    ]
    book = load_workbook(io.BytesIO(written(made, [(day,) for day in days])))
    _, *cells = book["Cases"]["A"]
    assert [cell.value for cell in cells[:2]] == ["1850-01-01", "1900-02-01"]
    assert [cell.value.date() for cell in cells[2:]] == days[2:]
    assert [cell.number_format for cell in cells[2:]] == ["yyyy-mm-dd"] * 2


def test_headings_stay_in_sight_and_a_sheet_tells_what_they_mean(made: Catalogue) -> None:
    book = load_workbook(io.BytesIO(written(made, [])))
    assert book.sheetnames == ["Cases", "Gevinster", "Felter"]
    assert book["Cases"].freeze_panes == "C2" and book["Cases"]["A1"].font.bold
    _, *told = book["Felter"].iter_rows(values_only=True)
    both = (tables.cases(made.shape), tables.gains(made.shape))
    assert told == [(table.title, column.name, column.help) for table in both for column in table.columns]


def test_equal_tables_give_equal_bytes(made: Catalogue) -> None:
    assert written(made, ROWS) == written(made, ROWS)
