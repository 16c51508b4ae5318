"""Tables in text files: values with semicolon, comma, tab or stroke between them."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from generator.editing.sheets.table import MAX_ROWS, Cell, Spot, Table, UnreadableError, text_cell
from generator.wording import wording

DELIMITERS = ";,\t|"
_SINGLE, _LETTERS = ("cp1252", "mac_roman", "cp850"), "æøåÆØÅ"
"""How sheets of Windows, Macintosh and DOS write a letter in one byte, and those that tell them apart."""
MAX_CELLS = 1_000_000
"""How many cells a file may have, empty ones counted in."""
_NAMED = re.compile(r"sep=(.)\r?\n?|\"sep=(.)\"\r?\n?", re.IGNORECASE)


def read_delimited(content: bytes) -> Iterator[Table]:
    """Yield the table in a text file as each delimiter gives it, or as the one that the file names does.

    Raises UnreadableError when the bytes are no text, or have cells without end.
    """
    text = _decoded(content)
    named = _NAMED.match(text)
    if named:
        text = text[named.end() :]
    for delimiter in (named[1] or named[2]) if named else DELIMITERS:
        yield _table(text, delimiter)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        found = [*_texts(content, "utf-32")]
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = [*_texts(content, "utf-16")]
    elif b"\0" in content[:200]:
        found = [*_texts(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")]
    else:
        found = [*_texts(content, "utf-8-sig")] or [*_texts(content, *_SINGLE)]
    if not found:
        raise UnreadableError(wording.sheet_messages["not_text_file"])
    return max(found, key=lambda text: sum(map(text.count, _LETTERS)))


def _texts(content: bytes, *encodings: str) -> Iterator[str]:
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            yield content.decode(encoding)


def _table(text: str, delimiter: str) -> Table:
    records, broken = _records(text, delimiter)
    heads = [record for record in records[:10] if not any("\n" in value for value in record)]
    width = max(map(len, heads), default=0)
    rows: dict[int, dict[int, Cell]] = {}
    faults = [(Spot(len(records) + 1), wording.sheet_messages["open_quote"])] if broken else []
    for number, record in enumerate(records, 1):
        cells = ((index, text_cell(value)) for index, value in enumerate(record, 1))
        if found := {index: cell for index, cell in cells if cell}:
            rows[number] = found
        if len(record) != width and (column := _swallowing(record, delimiter)):
            faults.append((Spot(number, column), wording.sheet_messages["maybe_open_quote"]))
    return Table("", rows, tuple(faults))


def _records(text: str, delimiter: str) -> tuple[list[list[str]], bool]:
    """Return the records up to the first that a quotation mark breaks, and whether there is one."""
    records: list[list[str]] = []
    limit = csv.field_size_limit(max(len(text), 1))
    cells = filled = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            records.append(record)
            cells += len(record) or 1
            filled += any(record)
            if cells > MAX_CELLS:
                raise UnreadableError(wording.sheet_messages["too_large"])
            if filled > MAX_ROWS:
                break
    except csv.Error:
        return records, True
    finally:
        csv.field_size_limit(limit)
    return records, False


def _swallowing(record: list[str], delimiter: str) -> int:
    """Return the column of the cell that seems to hold cells of the next row, as behind an open quote, or 0."""
    lines = ((index, value.splitlines()) for index, value in enumerate(record, 1))
    return next((i for i, found in lines if any(delimiter in line for line in found[1:])), 0)
