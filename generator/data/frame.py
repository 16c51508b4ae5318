"""The frame of a workbook: a sheet of headings for each table, and one that tells what the columns mean.

openpyxl writes it; loading openpyxl takes longer than all else, so that this module is loaded when there is no frame.
"""

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

from generator.data.tables import Table
from generator.data.workbook import put
from generator.wording import wording

_CREATED = datetime.datetime(2026, 1, 1)
_CORE = "docProps/core.xml"
_NARROWEST, _WIDEST = 12, 50


def framed(tables: Sequence[Table]) -> bytes:
    """Return a workbook of tables that has no rows yet; equal tables give equal bytes."""
    book = Workbook(write_only=True)
    for table in tables:
        _write(book, table.title, table.names)
    told = [(table.title, column.name, column.help) for table in tables for column in table.columns]
    words = wording.workbook
    _write(book, words["title"], [words["sheet"], words["field"], words["meaning"]], told)
    content = io.BytesIO()
    book.save(content)
    return _settled(content.getvalue())


def _write(book: Workbook, title: str, names: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "C2" if len(names) > 3 else "A2"
    for index, name in enumerate(names, 1):
        width = max(_NARROWEST, min(_WIDEST, len(name) + 4))
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.append([_head(sheet, name) for name in names])
    _add_day_style(sheet)
    for row in rows:
        sheet.append(row)


def _head(sheet: Any, name: str) -> Any:
    cell = WriteOnlyCell(sheet, name)
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


def _add_day_style(sheet: Any) -> None:
    """Let a frame have the style of days, which no cell of its own has."""
    cell = WriteOnlyCell(sheet)
    cell.number_format = "yyyy-mm-dd"
    _ = cell.style_id  # asking for its number is what adds it


def _settled(content: bytes) -> bytes:
    """Return a workbook without the moment in which it was made."""
    core = tostring(DocumentProperties(creator="casekatalog", created=_CREATED, modified=_CREATED).to_tree())
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(settled, "w") as archive:
        for name in made.namelist():
            put(archive, name, core if name == _CORE else made.read(name))
    return settled.getvalue()
