"""Cases in a spreadsheet: a row for each, whose faults are told by row and column."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.editing.sheets.cells import Tags, tags_of
from generator.editing.sheets.columns import Column, Layout, column_of, columns
from generator.editing.sheets.delimited import read_delimited
from generator.editing.sheets.row import Row, row_of
from generator.editing.sheets.table import (
    MAX_ROWS,
    Cell,
    Remark,
    Spot,
    Table,
    UnreadableError,
    letter,
)
from generator.editing.sheets.workbook import read_workbook
from generator.messages import shown
from generator.model import Case
from generator.near import nearest
from generator.problems import Path as FieldPath
from generator.progress import Watch, unwatched
from generator.reading.hints import maybe
from generator.text import number as danish
from generator.text import plain_text
from generator.vocabulary import Vocabulary
from generator.wording import wording

MAX_BYTES = 20_000_000
_TEXT = {".csv", ".tsv", ".txt"}
_NUMBER = re.compile(r" [0-9]+\Z")
_FEW = 3
"""How many rows and columns that are left out are told of where no cases are found."""
_FIRST_ROWS = 10
"""Among how many rows the headings are looked for."""


@dataclass(frozen=True)
class Sheet:
    """What a sheet holds: its name, a document for each row, and what is wrong with it or left out as a whole."""

    name: str
    rows: tuple[Row, ...]
    faults: tuple[Remark, ...]
    warnings: tuple[Remark, ...]


def read_sheet(path: Path, vocabulary: Vocabulary, watch: Watch[int] = unwatched) -> Sheet:
    """Return the cases in a workbook (.xlsx) or a text file (.csv), as one document for each.

    Raises UnreadableError when the file is neither, or nothing in it is a case.
    """
    layout = Layout.of(vocabulary)
    given = [*_tables(path)]
    tables = [table for table in given if table.name not in _beside() and table.rows]
    hidden = [
        table.name for table in tables if table.is_hidden and _known(table.rows[_top(table, layout)], layout)
    ]
    unread = [(Spot(), wording.sheet_messages["hidden_sheet"].format(name=name)) for name in hidden]
    visible = [table for table in tables if not table.is_hidden]
    if not visible:
        raise UnreadableError(_with(wording.sheet_messages["empty"], [*unread, *_unseen(given, layout)]))
    chosen = _chosen(visible, layout)
    if not chosen:
        raise UnreadableError(_with(_no_headings(visible), [*unread, *_unseen(given, layout)]))
    table, others = chosen
    if len(table.rows) > MAX_ROWS:
        raise UnreadableError(wording.sheet_messages["too_many_rows"].format(limit=danish(MAX_ROWS)))
    unread += [(Spot(), wording.sheet_messages["other_sheet"].format(name=other)) for other in others]
    top = _top(table, layout)
    heads = _Heads.of(table, top, layout)
    below = [number for number in table.rows if number > top]
    rows = tuple(
        _rows(table, watch(wording.sheet_messages["reading"], below), heads, tags_of(vocabulary), layout.kind)
    )
    if not rows and not table.faults and not heads.faults:
        raise UnreadableError(_with(wording.sheet_messages["empty"], [*unread, *table.warnings[:_FEW]]))
    above = [
        (Spot(number), wording.sheet_messages["above_headings"]) for number in table.rows if number < top
    ]
    return Sheet(table.name, rows, (*heads.faults, *table.faults), (*unread, *above, *table.warnings))


def _rows(
    table: Table, numbers: Iterable[int], heads: "_Heads", tags: Tags, kind: type[Case]
) -> Iterator[Row]:
    broken = {spot.row for spot, _ in table.faults}
    for number in numbers:
        cells = table.rows[number]
        is_whole = number not in broken and not heads.unusable & cells.keys()
        yield replace(row_of(number, cells, heads.columns, tags, kind), is_whole=is_whole)


# The file and its headings


def _tables(path: Path) -> Iterable[Table]:
    try:
        if not path.is_file():
            raise UnreadableError(wording.sheet_messages["not_a_file"])
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(wording.sheet_messages["too_large"])
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(wording.sheet_messages["unreadable"]) from error
    if content.startswith(b"PK\x03\x04"):
        return read_workbook(content)
    if path.suffix.casefold() in _TEXT:
        return read_delimited(content)
    raise UnreadableError(wording.sheet_messages["not_a_table"])


def _beside() -> set[str]:
    """Return the sheets of a template that help an editor and hold no cases."""
    return {name for key, name in wording.sheet_names.items() if key != "cases"}


def _chosen(tables: Sequence[Table], layout: Layout) -> tuple[Table, list[str]] | None:
    """Return the table with the cases, and the names of other sheets that have headings too, or None."""
    counts = {index: _known(table.rows[_top(table, layout)], layout) for index, table in enumerate(tables)}
    own = plain_text(wording.sheet_names["cases"])
    named = [index for index in counts if counts[index] and plain_text(tables[index].name) == own]
    best = named[0] if named else max(counts, key=lambda index: counts[index])
    if not counts[best]:
        return None
    others = [tables[index].name for index, count in counts.items() if count > 1 and index != best]
    return tables[best], [name for name in others if name]


def _no_headings(tables: Sequence[Table]) -> str:
    """Return what is said of tables without known headings, with what the first of them begins with."""
    first = next(iter(tables[0].rows.values()))
    found = ", ".join(f'"{shown(cell.shown)}"' for cell in [*first.values()][:5])
    return wording.sheet_messages["no_headings"].format(found=shown(found))


def _unseen(tables: Sequence[Table], layout: Layout) -> Iterator[Remark]:
    """Yield what may be why no cases are found: what is hidden, a quote open in the first row, a sheet's name."""
    for table in tables:
        if table.name not in _beside() and not table.is_hidden:
            yield from (fault for fault in table.faults if fault[0].row == 1)
            yield from table.warnings[:_FEW]
        elif table.rows and not table.is_hidden and _known(table.rows[_top(table, layout)], layout) > 1:
            right = wording.sheet_names["cases"]
            yield Spot(), wording.sheet_messages["sheet_beside"].format(name=table.name, right=right)


def _with(words: str, remarks: Iterable[Remark]) -> str:
    """Return a sentence and the remarks that go with it, each once."""
    told = (f"{spot}: {said}" if str(spot) else said for spot, said in dict.fromkeys(remarks))
    return " ".join([words, *(text[0].upper() + text[1:] for text in told)])


def _top(table: Table, layout: Layout) -> int:
    """Return the number of the row with the headings: that with the most that are known, among the first."""
    first = [*table.rows][:_FIRST_ROWS]
    return max(first, key=lambda number: (_known(table.rows[number], layout), -number))


def _known(cells: Mapping[int, Cell], layout: Layout) -> int:
    return sum(column_of(cell.shown, layout) is not None for cell in cells.values())


@dataclass(frozen=True)
class _Heads:
    """The columns by their number, those that no row may use, and what is wrong with them."""

    columns: Mapping[int, Column]
    unusable: frozenset[int]
    faults: tuple[Remark, ...]

    @classmethod
    def of(cls, table: Table, top: int, layout: Layout) -> "_Heads":
        """Return the headings in the row `top`; a column without anything under it does no harm."""
        used = {column for number, cells in table.rows.items() if number > top for column in cells}
        columns: dict[int, Column] = {}
        unusable: set[int] = set()
        faults: list[Remark] = []
        taken: dict[FieldPath, int] = {}
        for index in sorted(used | table.rows[top].keys()):
            name = " ".join(table.rows[top][index].shown.split()) if index in table.rows[top] else ""
            column = column_of(name, layout) if name else None
            first = taken.setdefault(column.path, index) if column else index
            if column and first == index:
                columns[index] = column
                continue
            if column and not {index, first} <= used:
                columns[index if index in used else first] = column
                taken[column.path] = index if index in used else first
                continue
            unusable |= {index, first}
            faults.append((Spot(top, index, shown(name)), _head_fault(name, first if column else 0, layout)))
        return cls(columns, frozenset(unusable), tuple(faults))


def _head_fault(name: str, first: int, layout: Layout) -> str:
    if first:
        return wording.sheet_messages["repeated_column"].format(name=shown(name), first=letter(first))
    if not name:
        return wording.sheet_messages["no_heading"]
    return wording.sheet_messages["unknown_column"].format(name=shown(name), hint=maybe(_near(name, layout)))


def _near(name: str, layout: Layout) -> str | None:
    """Return the heading that an unknown one was probably meant to be, with its own numbers."""
    names = {_unnumbered(column.name): column.name for column in reversed([*columns(layout)])}
    near = nearest(_unnumbered(name), names)
    if near is None:
        return None
    parts = names[near].split(": ")
    own = [*map(_NUMBER.search, name.split(": ")), *[None] * len(parts)]
    return ": ".join(
        _NUMBER.sub(number[0], part) if number else part for number, part in zip(own, parts, strict=False)
    )


def _unnumbered(name: str) -> str:
    return ": ".join(_NUMBER.sub("", part) for part in name.split(": "))
