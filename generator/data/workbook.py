"""Rows of a workbook: of each row the XML, and all of them put into the frame that openpyxl writes."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count

from generator.data.tables import Cell

DAY_STYLE = 2
"""The number of the style of days in a frame; the one of headings comes before it."""

_NUMBER = b"\0"
"""What stands for the number of a row until its place is known; no text in XML can hold it."""
_ROW_END, _ROWS_END = b"</row>", b"</sheetData>"
_DAY_ZERO, _FIRST_DAY = datetime.date(1899, 12, 30), datetime.date(1900, 3, 1)
"""From when a workbook counts days, and the first day on which all programs agree."""
_LONGEST = 32_767
"""How many characters a cell has room for."""


def as_rows(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as a sheet has them, without their numbers; no text is a formula."""
    return "".join(map(_row, rows)).encode("ascii", "xmlcharrefreplace")


def filled(frame: bytes, sheets: Iterable[Iterable[bytes]]) -> bytes:
    """Return a workbook: of each sheet in its frame, from the first one on, the rows below the headings."""
    told = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in enumerate(sheets, 1)}
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(frame)) as empty, zipfile.ZipFile(content, "w") as archive:
        for name in empty.namelist():
            part = empty.read(name)
            if name in told:
                part = part.replace(_ROWS_END, b"".join((*_numbered(told[name]), _ROWS_END)))
            put(archive, name, part)
    return content.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    """Put a file into a workbook, without the moment in which it was made: equal tables give equal bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _numbered(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield rows with their numbers; the first one is that of the headings."""
    number = count(2)
    for some in rows:
        for row in some.split(_ROW_END)[:-1]:
            yield row.replace(_NUMBER, b"%d" % next(number)) + _ROW_END


def _row(cells: Sequence[Cell]) -> str:
    told = "".join(map(_cell, _columns(len(cells)), cells))
    return f'<row r="\0">{told}</row>'


def _cell(column: str, value: Cell) -> str:
    """Return a cell as openpyxl writes it; a day before days are counted is a text."""
    if isinstance(value, str):
        return _text(column, value)
    if not isinstance(value, datetime.date):
        return f'<c r="{column}\0" t="n"><v>{value:.16g}</v></c>'
    if value < _FIRST_DAY:
        return _text(column, value.isoformat())
    return f'<c r="{column}\0" s="{DAY_STYLE}" t="n"><v>{(value - _DAY_ZERO).days}</v></c>'


def _text(column: str, value: str) -> str:
    kept = "" if value == value.strip() else ' xml:space="preserve"'
    text = value[:_LONGEST].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<c r="{column}\0" t="inlineStr"><is><t{kept}>{text}</t></is></c>'


@cache
def _columns(number: int) -> tuple[str, ...]:
    """Return the names of so many columns: A to Z, AA, AB."""
    return tuple(map(_letters, range(number)))


def _letters(index: int) -> str:
    before = _letters(index // 26 - 1) if index >= 26 else ""
    return f"{before}{chr(ord('A') + index % 26)}"
