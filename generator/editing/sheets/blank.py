"""The empty sheet that an editor fills in: a column for each field, with help, words to choose from and an example."""

import csv
import datetime
import errno
import io
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.formatter import resolve
from generator.editing.sheets.columns import (
    Column,
    Layout,
    columns,
    is_list,
    is_sentences,
    may_be_unstated,
    tag_of,
)
from generator.locale import spoken
from generator.model import Case
from generator.vocabulary import Vocabulary
from generator.wording import wording

ROOM = 500
"""How many rows have lists to choose from."""
RULES = ("rows", "silent", "several", "numbers", "groups", "hidden")
"""What the guide says of the whole sheet, by the keys of the words."""
EXAMPLES: Mapping[str, object] = {
    "period.start": 2023,
    "financing.amounts.value": 1.5,
    "financing.amounts.period": "2024",
    "gains.figures.value": 20,
    "gains.figures.period": "2024",
    "confirmed.date": datetime.date(2026, 5, 3),
}
"""What the example says beside its texts, by field; where nothing is said, it has the first word that may be chosen."""


def as_xlsx(vocabulary: Vocabulary) -> bytes:
    """Return an empty workbook with all columns, their help, an example, and lists to choose from.

    Raises OSError when the folder for temporary files is full.
    """
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = wording.sheet_names["cases"]
    kind = vocabulary.shape.case
    found = [*columns(Layout.of(vocabulary))]
    places = _write_lists(book.create_sheet(wording.sheet_names["lists"]), found, vocabulary)
    _write_guide(book.create_sheet(wording.sheet_names["guide"], 1), found, kind)
    _write_headings(sheet, found, kind)
    _offer_choices(sheet, found, places)
    example = book.create_sheet(wording.sheet_names["example"], 2)
    _write_headings(example, found, kind)
    example.append([_example(column, vocabulary) for column in found])
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    return _saved(book)


def as_csv(vocabulary: Vocabulary) -> bytes:
    """Return the columns as a text file that Danish spreadsheets open."""
    text = io.StringIO()
    names = (column.name for column in columns(Layout.of(vocabulary)))
    csv.writer(text, delimiter=spoken().delimiter, lineterminator="\r\n").writerow(names)
    return text.getvalue().encode("utf-8-sig")


def _saved(book: Workbook) -> bytes:
    """Return a workbook as a file; raises OSError when the folder for temporary files is full."""
    content = io.BytesIO()
    try:
        book.save(content)
    except OSError:
        raise
    except Exception as error:  # lxml answers a full disk with an error of its own
        raise OSError(errno.ENOSPC, "temporary folder", tempfile.gettempdir()) from error
    return content.getvalue()


# The sheets


def _write_headings(sheet: Worksheet, found: Sequence[Column], kind: type[Case]) -> None:
    for index, column in enumerate(found, 1):
        cell = sheet.cell(1, index, column.name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E6F0F7")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(_help(column, kind), wording.sheet_guide["author"], width=320, height=110)
        sheet.column_dimensions[get_column_letter(index)].width = 40 if _is_long(column.schema) else 22
    sheet.freeze_panes = "B2"


def _write_guide(sheet: Worksheet, found: Sequence[Column], kind: type[Case]) -> None:
    said = wording.sheet_guide
    rules = [(said[rule], said[f"{rule}_text"]) for rule in RULES]
    heads = (said["how"], ""), (said["column"], said["help"])
    for line in (heads[0], *rules, ("", ""), heads[1]):
        sheet.append(line)
    for column in found:
        sheet.append([column.name, _help(column, kind)])
    for number in (1, len(RULES) + 3):
        sheet.cell(number, 1).font = sheet.cell(number, 2).font = Font(bold=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 100


def _write_lists(sheet: Worksheet, found: Sequence[Column], vocabulary: Vocabulary) -> dict[str, str]:
    """Write the words that cells may hold, and return the range of each vocabulary by its name."""
    kind = vocabulary.shape.case
    heads = {tag: column for column in reversed(found) if (tag := tag_of(column.schema))}
    silent = {tag_of(column.schema) for column in found if may_be_unstated(column, kind)}
    places = {}
    for index, name in enumerate((name for name in vocabulary if name in heads and vocabulary[name]), 1):
        words = [term.name for term in vocabulary[name].values()] + [wording.common["unstated"]] * (
            name in silent
        )
        for row, word in enumerate([heads[name].name.rpartition(": ")[2], *words], 1):
            sheet.cell(row, index, word)
        letter = get_column_letter(index)
        sheet.cell(1, index).font = Font(bold=True)
        sheet.column_dimensions[letter].width = 30
        places[name] = f"{wording.sheet_names['lists']}!${letter}$2:${letter}${len(words) + 1}"
    return places


def _offer_choices(sheet: Worksheet, found: Sequence[Column], places: Mapping[str, str]) -> None:
    for index, column in enumerate(found, 1):
        tag = tag_of(column.schema)
        if tag and tag in places and not is_list(column.schema):
            choice = DataValidation("list", formula1=places[tag], allow_blank=True)
            choice.error = wording.sheet_guide["choose"]
            sheet.add_data_validation(choice)
            letter = get_column_letter(index)
            choice.add(f"{letter}2:{letter}{ROOM}")


# What is said of a column


def _help(column: Column, kind: type[Case]) -> str:
    guide = wording.sheet_guide
    several = guide["several_texts" if is_sentences(column.schema) else "several_names"]
    also = [several] if is_list(column.schema) else []
    also += [guide["unstated"]] if may_be_unstated(column, kind) else []
    said = str(column.schema["description"]).replace(guide["file_decimals"], guide["sheet_decimals"])
    return " ".join([said.replace("`", '"'), *also])


def _is_long(schema: Mapping[str, Any]) -> bool:
    text = resolve(schema, "maxLength")
    return text is not None and text["maxLength"] > 110


def _example(column: Column, vocabulary: Vocabulary) -> Any:
    """Return what the example says of a field: a made-up text, or the first word that may be chosen."""
    if any(part for part in column.path if isinstance(part, int)):
        return None
    key = ".".join(part for part in column.path if isinstance(part, str))
    if told := EXAMPLES.get(key) or wording.sheet_example.get(key):
        return told
    tag = tag_of(column.schema)
    first = next(iter(vocabulary[tag].values()), None) if tag else None
    return first.name if first else None
