"""Tables as text files that spreadsheets of the language open: with a byte order mark, in Danish with semicolons."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence

from generator.data.tables import Cell, Table
from generator.locale import spoken
from generator.text import decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""


def as_csv(table: Table) -> bytes:
    """Return a table as CSV."""
    return of_rows([[column.name for column in table.columns], *table.rows])


def of_rows(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV; no text in it can run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=spoken().delimiter, lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return decimal(cell).replace(".", spoken().decimal_sign)
