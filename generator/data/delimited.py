"""Tables as text files that spreadsheets of the language open: with a byte order mark, in Danish with semicolons."""

import csv
import datetime
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence

from generator.data.tables import Cell
from generator.locale import spoken
from generator.text import decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""


def joined(names: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """Return a file of rows that are CSV already, below the names of its columns."""
    return BOM_UTF8 + b"".join((as_rows([names]), *rows))


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a file of rows as CSV."""
    return BOM_UTF8 + as_rows(rows)


def as_rows(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV; no text in it can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=spoken().delimiter, lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return decimal(cell).replace(".", spoken().decimal_sign)
