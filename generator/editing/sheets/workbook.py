"""Tables in a workbook (.xlsx): what its visible sheets show."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from generator.editing.sheets.table import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_ROWS,
    Cell,
    Remark,
    Spot,
    Table,
    UnreadableError,
    value_cell,
)
from generator.wording import wording

MAX_UNPACKED = 50_000_000
"""How many bytes a workbook may hold when it is unpacked: a small file can grow without bound."""
MAX_ELEMENTS = 200_000
"""How many elements of XML a workbook may hold; each cell takes two, and its text two more."""
MAX_SETTINGS = 20_000
"""How many of them may be anything but cells in one part of it, for these take their reader long."""
MAX_PADDING = 2_000_000
"""How many rows and cells may be passed over for being before the last ones: a blank far out costs all before it."""
MAX_MERGED = 1_000
_TYPES, _BOOK = "[Content_Types].xml", "xl/workbook.xml"
"""The parts of a workbook that tell what it has in it."""
_STRICT = b"http://purl.oclc.org/ooxml/"
"""What the strict form of the format names its elements by."""
_LONG = 50
"""How many characters of attributes count as an element of their own."""
_OF_CELLS = {"row", "c", "v", "f", "is", "si", "t"}


def read_workbook(content: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook.

    Raises UnreadableError when the bytes are no workbook, a damaged one, or one of a hostile size.
    """
    try:
        with warnings.catch_warnings(), ZipFile(io.BytesIO(content)) as archive:
            warnings.simplefilter("ignore")
            _refuse_hostile(archive)
            if _BOOK in archive.namelist() and _STRICT in archive.read(_BOOK):
                raise UnreadableError(wording.sheet_messages["strict"])
            return tuple(_tables(content, archive))
    except UnreadableError:
        raise
    except Exception as error:  # openpyxl answers damage with whatever it stumbles over
        raise UnreadableError(wording.sheet_messages["damaged"]) from error


def _refuse_hostile(archive: ZipFile) -> None:
    parts = archive.infolist()
    if _TYPES not in archive.namelist():
        raise UnreadableError(wording.sheet_messages["not_a_table"])
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableError(wording.sheet_messages["too_large"])
    found = 0
    for part in parts:
        found += _elements(
            archive.read(part), MAX_ELEMENTS - found, part.filename.endswith((".xml", ".rels"))
        )


def _elements(xml: bytes, limit: int, is_xml: bool) -> int:
    """Return how many elements a part of a workbook has, long attributes counted in.

    Raises UnreadableError as soon as they are more than `limit`, or ExpatError when a part `is_xml` but damaged.
    """
    found = settings = 0

    def count(name: str, attributes: list[str]) -> None:
        nonlocal found, settings
        weight = 1 + sum(map(len, attributes)) // _LONG
        found += weight
        settings += 0 if name.rpartition(":")[2] in _OF_CELLS else weight
        if found > limit or settings > MAX_SETTINGS:
            raise UnreadableError(wording.sheet_messages["too_large"])

    def refuse(*_: object) -> None:
        raise UnreadableError(wording.sheet_messages["damaged"])

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = count, refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        if is_xml:
            raise
    return found


class _Reader(ExcelReader):
    """Reads what has cells, and no charts."""

    def read_chartsheet(self, sheet: object, rel: object) -> None:
        """Leave out a sheet that is a chart."""


def _tables(content: bytes, archive: ZipFile) -> Iterator[Table]:
    reader = _Reader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    reader.read()
    sheets = {sheet.title: sheet for sheet in reader.wb.worksheets}
    padding = 0
    for sheet, relation in reader.parser.find_sheets():
        if sheet.name in sheets and relation.target in archive.namelist():
            marks = _marks(archive.read(relation.target))
            padding += marks.padding
            if padding > MAX_PADDING or len(marks.merged) > MAX_MERGED:
                raise UnreadableError(wording.sheet_messages["too_large"])
            yield _table(sheets[sheet.name], marks)


@dataclass
class _Marks:
    """What a sheet's XML tells beside the values of its cells."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    unsaved: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First column, first row, last column and last row of merged cells."""
    padding: int = 0
    """How many rows there are up to the last, and cells in each up to its last."""

    def hides(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return any(column in columns for columns in self.hidden_columns)


def _marks(xml: bytes) -> _Marks:
    """Return the marks of a sheet; raises ValueError when its cells are not in order, so that some get lost."""
    marks = _Marks()
    row = 0
    for _, element in ElementTree.iterparse(io.BytesIO(xml)):
        tag = element.tag.rpartition("}")[2]
        if tag == "row":
            before, column = row, 0
            row = _in_order(int(element.get("r", row + 1)), row, LAST_ROW)
            for cell in element:
                at = coordinate_to_tuple(cell.attrib["r"])[1] if "r" in cell.attrib else column + 1
                column = _in_order(at, column, LAST_COLUMN)
                if _is_unsaved(cell):
                    marks.unsaved.add((row, column))
            marks.padding += row - before + column
            if _is_hidden(element):
                marks.hidden_rows.add(row)
            element.clear()
        elif tag == "col" and _is_hidden(element):
            marks.hidden_columns.append(range(int(element.attrib["min"]), int(element.attrib["max"]) + 1))
        elif tag == "mergeCell":
            left, top, right, bottom = map(int, map(str, range_boundaries(element.attrib["ref"])))
            marks.merged.append((left, top, right, bottom))
    return marks


def _in_order(number: int, before: int, last: int) -> int:
    if not before < number <= last:
        raise ValueError(number)
    return number


def _is_hidden(element: ElementTree.Element) -> bool:
    return element.get("hidden") in {"1", "true"}


def _is_unsaved(cell: ElementTree.Element) -> bool:
    """Return whether a cell has a formula but not what it gave, as when no spreadsheet ever opened the file."""
    formula = cell.find("{*}f") is not None
    return formula and not cell.findtext("{*}v") and cell.get("t") != "str"


def _table(sheet: Any, marks: _Marks) -> Table:
    rows: dict[int, dict[int, Cell]] = {}
    sheet.reset_dimensions()  # some programs write a wrong one
    for number, cells in enumerate(sheet.iter_rows(), 1):
        found = {
            column: _cell(cell, (number, column) in marks.unsaved) for column, cell in enumerate(cells, 1)
        }
        if kept := {column: cell for column, cell in found.items() if cell}:
            rows[number] = kept
        if len(rows) > MAX_ROWS:
            break
    for bounds in marks.merged:
        _mark_merged(rows, *bounds)
    warned = tuple(_without_hidden(rows, marks))
    return Table(sheet.title, rows, warnings=warned, is_hidden=sheet.sheet_state != "visible")


def _cell(cell: Any, is_unsaved: bool) -> Cell | None:
    if is_unsaved:
        return Cell("", "", "unsaved")
    if cell.value is None:
        return None
    if cell.data_type == "e":
        return Cell(str(cell.value), str(cell.value), "error_cell")
    return value_cell(cell.value, str(cell.number_format))


def _mark_merged(rows: dict[int, dict[int, Cell]], left: int, top: int, right: int, bottom: int) -> None:
    """Mark the cells that seem to have the value of the first one they are merged with, but have none."""
    if left not in rows.get(top, {}):
        return
    for number, cells in rows.items():
        if top <= number <= bottom:
            for column in range(left, min(right, max(left, *cells)) + 1):
                if (number, column) != (top, left):
                    cells[column] = Cell("", "", "merged")


def _without_hidden(rows: dict[int, dict[int, Cell]], marks: _Marks) -> Iterator[Remark]:
    """Take out what nobody sees, and yield a warning of each row and column in which something stood."""
    for number in sorted(marks.hidden_rows & rows.keys()):
        del rows[number]
        yield Spot(number), wording.sheet_messages["hidden_row"]
    hidden = {column for cells in rows.values() for column in cells if marks.hides(column)}
    for column in sorted(hidden):
        for cells in rows.values():
            cells.pop(column, None)
        yield Spot(0, column), wording.sheet_messages["hidden_column"]
    for number in [number for number, cells in rows.items() if not cells]:
        del rows[number]
