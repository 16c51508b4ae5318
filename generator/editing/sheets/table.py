"""A table of cells as a spreadsheet shows it: the value of each cell, and its place."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from generator.editing.sheets.formats import NumberFormat
from generator.locale import spoken
from generator.text import date as date_in_words
from generator.text import decimal
from generator.wording import wording

Value = str | bool | int | float | datetime.date

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
MAX_ROWS = 5_000
"""How many rows with something in them a table may have; of a longer one, one more is read."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ERROR = re.compile(
    r"#[A-ZÀ-Þ0-9/_]{1,24}[!?]|#(N/A|I/T|NV|N/D|N/B|GETTING_DATA|HENTER_DATA)|#{3,}|(?i:err|error|fejl|feil|fehler):\d{3}"
    r"|(?:Loading|Indlæser|Laster inn)(?:\.\.\.|…)"
)
_ITEMS = re.compile(r"[;\n]")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What stands in the format of a date as it is, or tells colour and language."""


class UnreadableError(ValueError):
    """A file cannot be read as a table; the message is a sentence for its editor."""


@dataclass(frozen=True)
class Cell:
    """A cell with something in it: its value, the text that the sheet shows, or the code of what is wrong.

    The value of a percentage is in per cent: 12.5 where the sheet shows 12,5 %. Of a number that is scaled, the sheet
    shows only the thousands or millions; `words` are what it shows beside a number: ca., > or kr.
    """

    value: Value
    shown: str
    fault: str = ""
    is_scaled: bool = False
    words: str = ""


@dataclass(frozen=True)
class Spot:
    """A place in a table; rows and columns count from 1, and 0 stands for all of them."""

    row: int = 0
    column: int = 0
    heading: str = ""

    def __str__(self) -> str:
        """Return the place as an editor finds it: række 2, kolonne C (Kommuner)."""
        row = wording.spot["row"].format(row=self.row) if self.row else ""
        said = wording.spot["headed" if self.heading else "column"]
        column = said.format(column=letter(self.column), heading=self.heading) if self.column else ""
        return ", ".join(filter(None, (row, column)))


Remark = tuple[Spot, str]
"""Something to tell an editor, and where."""


@dataclass(frozen=True)
class Table:
    """The cells of a table that have something in them, by row and column, which both count from 1.

    `faults` tell what could not be read, `warnings` what was left out on purpose.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    faults: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    is_hidden: bool = False


def letter(column: int) -> str:
    """Return what a column is called: C, or its number where sheets have no name for it."""
    return get_column_letter(column) if column <= LAST_COLUMN else str(column)


def text_cell(text: str) -> Cell | None:
    """Return the cell that holds a text, or None where there is nothing to see."""
    whole = _LINE_ENDS.sub("\n", _paired(unescape(text))).strip()
    if not whole:
        return None
    error = next((item for item in map(str.strip, _ITEMS.split(whole)) if _ERROR.fullmatch(item)), "")
    return Cell(whole, error or whole, "error_cell" if error else "")


def value_cell(value: object, number_format: str = "") -> Cell | None:
    """Return the cell that holds a value in a number format, or None where there is nothing to see."""
    if value is None:
        return None
    if isinstance(value, bool):
        return Cell(value, wording.spot["yes" if value else "no"])
    if isinstance(value, int | float):
        return _number_cell(value, NumberFormat.of(number_format, value))
    if isinstance(value, datetime.datetime):
        return _date_cell(value, _LITERAL.sub("", number_format).casefold())
    if isinstance(value, datetime.time):
        shown = f"{value:%H:%M:%S}".removesuffix(":00")
        return Cell(shown, shown)
    return text_cell(_duration(value) if isinstance(value, datetime.timedelta) else str(value))


def _paired(text: str) -> str:
    """Return a text without halves of characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number_cell(value: float, number_format: NumberFormat) -> Cell:
    if number_format.is_percent:
        value = float(Decimal(f"{value:.15g}") * 100)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    full = decimal(value).replace(".", spoken().decimal_sign) if abs(value) < float("inf") else str(value)
    is_scaled = value != 0 and number_format.is_scaled
    words = number_format.words if value else ""
    return Cell(value, full if is_scaled else number_format.shown(full), is_scaled=is_scaled, words=words)


def _duration(length: datetime.timedelta) -> str:
    """Return a length of time in hours and minutes: 30:00, and seconds where there are any."""
    whole = round(length.total_seconds())
    minutes, seconds = divmod(abs(whole), 60)
    return f"{'-' if whole < 0 else ''}{minutes // 60}:{minutes % 60:02}" + (
        f":{seconds:02}" if seconds else ""
    )


def _date_cell(moment: datetime.datetime, number_format: str) -> Cell:
    """Return a date; as text it is told no more exactly than the sheet shows it."""
    day, words = moment.date(), date_in_words(moment)
    if number_format not in {"", "general"} and "d" not in number_format:
        words = words.partition(" ")[2] if "m" in number_format else str(day.year)
    return Cell(day, words)
