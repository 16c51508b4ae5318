"""Tables as a workbook: a sheet for each, and one that tells what the columns mean; equal tables give equal bytes."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from generator.data.tables import Cell, Table
from generator.wording import wording

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CREATED = datetime.datetime(2026, 1, 1)
_CORE = "docProps/core.xml"
_NARROWEST, _WIDEST = 12, 50


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """Return tables as a workbook; no text in it is a formula."""
    book = Workbook(write_only=True)
    for table in tables:
        _write(book, table.title, [column.name for column in table.columns], table.rows)
    told = [(table.title, column.name, column.help) for table in tables for column in table.columns]
    words = wording.workbook
    _write(book, words["title"], [words["sheet"], words["field"], words["meaning"]], told)
    content = io.BytesIO()
    book.save(content)
    return _settled(content.getvalue())


def _write(book: Workbook, title: str, names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "C2" if len(names) > 3 else "A2"
    for index, name in enumerate(names, 1):
        width = max(_NARROWEST, min(_WIDEST, len(name) + 4))
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.append([_head(sheet, name) for name in names])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _head(sheet: Any, name: str) -> Any:
    cell = WriteOnlyCell(sheet, name)
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Any, value: Cell) -> Any:
    """Return a value as it is written; a text that begins as a formula does is told to be none."""
    if not isinstance(value, str) or not value.startswith("="):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _settled(content: bytes) -> bytes:
    """Return a workbook without the moment in which it was made."""
    core = tostring(DocumentProperties(creator="casekatalog", created=_CREATED, modified=_CREATED).to_tree())
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(settled, "w") as archive:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, core if name == _CORE else made.read(name))
    return settled.getvalue()
