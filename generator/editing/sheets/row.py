"""A row of a sheet, read as a case: the place of each value is its cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator import fields
from generator.editing.sheets.cells import Tags, doubts, is_unstated, value_of
from generator.editing.sheets.columns import Column, first_inside, heading, takes_unstated
from generator.editing.sheets.table import Cell, Spot, letter
from generator.editing.sheets.words import told
from generator.model import Case
from generator.problems import Path, Problem, Severity
from generator.reading.characters import CONTROL, character_name
from generator.reading.document import TOP, Document, Place
from generator.reading.log import MAX_PROBLEMS, Log, Reading
from generator.reading.scalars import Misread
from generator.wording import wording


@dataclass
class RowLog(Log):
    """What is said of the row `number`; `heads` tells the cell of each field, empty ones too.

    The row is of a case of a `kind`.
    """

    number: int = 0
    kind: type[Case] = Case
    heads: dict[Path, Spot] = field(default_factory=dict)

    def spot(self, path: Path) -> Spot:
        """Return the cell of a field, or else the first of those in it, or that of the field around it."""
        while path and path not in self.heads:
            inside = [spot for at, spot in self.heads.items() if at[: len(path)] == path]
            if inside:
                return min(inside, key=lambda spot: spot.column)
            path = path[:-1]
        return self.heads.get(path, Spot(self.number))

    def report(self, path: Path, code: str, place: Place = TOP, hint: object = "", **values: object) -> None:
        """Add an error about the value at `path`, in the words of sheets."""
        if code == "missing" and not any(at[: len(path)] == path for at in self.heads):
            self.tell(
                None, self._words(path, "missing_column", {**values, "name": heading(path, self.kind)}), code
            )
        else:
            self.tell(path, self._words(path, code, {**values, "hint": hint}), code)

    def warn(self, path: Path, code: str, place: Place = TOP, **values: object) -> None:
        """Add a warning about the value at `path`, in the words of sheets."""
        self.tell(path, self._words(path, code, values), code, "warning")

    def tell(self, path: Path | None, text: str, code: str, severity: Severity = "error") -> None:
        """Add what is said of the value at `path`, or of the row as a whole."""
        told_of = self.warnings if severity == "warning" else self.problems
        spot = Spot(self.number) if path is None else self.spot(path or ("title",))
        if len(told_of) < MAX_PROBLEMS:
            told_of.append(Problem(self.file, spot.row, spot.column, spot.heading, text, code, severity))

    def _words(self, path: Path, code: str, values: Mapping[str, object]) -> str:
        return told(code, values, lambda key: self._name(path, key))

    def _name(self, path: Path, key: str) -> str:
        """Return the name of the column of a field that a message about another one names."""
        for length in range(len(path), -1, -1):
            group = path[:length]
            model = fields.model_at(self.kind, group)
            if model and key in model.model_fields:
                at = (*group, key) if fields.group_at(self.kind, group) else (*group, 0, key)
                return self.heads[at].heading if at in self.heads else heading(at, self.kind)
        return key


@dataclass(frozen=True)
class Row(Reading):
    """A row as it is read; `is_whole` tells whether all its cells are."""

    log: RowLog
    number: int
    is_whole: bool = True

    @property
    def title(self) -> str:
        """The case's title, or nothing."""
        return str(self.document.data.get("title", ""))

    def named(self, file: str) -> "Row":
        """Return the row as it is read from a case's file."""
        return replace(self, document=replace(self.document, file=file), log=replace(self.log, file=file))


@dataclass(frozen=True)
class _Filling:
    """The data of a row and the places of its values, as they are put there."""

    log: RowLog
    data: dict[Any, Any] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def refuse(self, path: Path, code: str, values: Mapping[str, object]) -> None:
        """Report a cell that cannot be read."""
        if len(path) > 1:
            self._group(path[:-1])
        place = Place(self.log.number, 1)
        self.values.setdefault(path, place)
        self.log.refuse(path, code, place, **values)

    def enter(self, path: Path, entry: "_Entry", tags: Tags, beside: str) -> None:
        """Put what a cell says into the data; `beside` is what the others of its group say."""
        cell, schema = entry.cell, entry.column.schema
        value = value_of(cell, schema, tags)
        self.put(path, value, value.raw if isinstance(value, Misread) else cell.shown)
        for doubt in doubts(cell, schema, beside):
            self.log.tell(path, doubt, "read_as_one", "warning")

    def put(self, path: Path, value: Any, raw: str) -> None:
        """Put a value into the data."""
        self._group(path[:-1])[path[-1]] = value
        self.values[path] = self._place(path, raw)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            self.values[*path, index] = self._place(path, str(item))

    def _place(self, path: Path, raw: str | None = None) -> Place:
        return Place(self.log.number, self.log.spot(path).column, raw)

    def _group(self, path: Path) -> dict[Any, Any]:
        """Return the group at a path, made where there is none; a list is a group by number until all is there."""
        group = self.data
        for length, part in enumerate(path, 1):
            group = group.setdefault(part, {})
            self.values.setdefault(path[:length], self._place(path[:length]))
        return group


@dataclass(frozen=True)
class _Entry:
    """A cell of a row, with its column."""

    index: int
    column: Column
    cell: Cell


def row_of(
    number: int,
    cells: Mapping[int, Cell],
    columns: Mapping[int, Column],
    tags: Tags,
    kind: type[Case] = Case,
) -> Row:
    """Return what is read of a row of cells; what is wrong with single cells is reported there."""
    filling = _Filling(RowLog("", number=number, kind=kind), values={(): Place(number, 1)})
    entries = [_Entry(index, columns[index], cell) for index, cell in cells.items() if index in columns]
    silent = _silent(entries, kind)
    told_of = [entry for entry in entries if entry.column.path[0] not in silent]
    ranks = _ranks(entry.column.path for entry in told_of)
    for index, column in sorted(columns.items(), key=lambda item: not _is_in(item[1].path, ranks)):
        filling.log.heads.setdefault(_moved(column.path, ranks), Spot(number, index, column.name))
    for group in silent:
        filling.put((group,), wording.common["unstated"], wording.common["unstated"])
    for entry in told_of:
        if fault := _fault(entry, told_of, kind):
            filling.refuse(_moved(entry.column.path, ranks), *fault)
        else:
            filling.enter(_moved(entry.column.path, ranks), entry, tags, _beside(entry, told_of))
    document = Document("", _compact(filling.data), values=filling.values)
    return Row(document, filling.log, number)


def _silent(entries: Iterable[_Entry], kind: type[Case]) -> set[str]:
    """Return the groups of which all that is written is that nothing is known."""
    words: dict[str, list[bool]] = {}
    for entry in entries:
        path = entry.column.path
        if (len(path) > 1 or entry.column.is_group) and takes_unstated(path[:1], kind):
            words.setdefault(str(path[0]), []).append(is_unstated(entry.cell))
    return {group for group, said in words.items() if all(said)}


# Groups that are left empty between others


def _ranks(paths: Iterable[Path]) -> dict[Path, int]:
    """Return the place in its list of every group that has something in it, empty ones left out."""
    items = sorted({path[: n + 1] for path in paths for n, part in enumerate(path) if isinstance(part, int)})
    ranks: dict[Path, int] = {}
    for item in items:
        ranks[item] = sum(other[:-1] == item[:-1] for other in ranks)
    return ranks


def _is_in(path: Path, ranks: Mapping[Path, int]) -> bool:
    """Return whether a field is in a group that has something in it."""
    return all(path[: n + 1] in ranks for n, part in enumerate(path) if isinstance(part, int))


def _moved(path: Path, ranks: Mapping[Path, int]) -> Path:
    return tuple(ranks.get(path[: n + 1], part) for n, part in enumerate(path))


# Values and faults of single cells


def _fault(entry: _Entry, others: Iterable[_Entry], kind: type[Case]) -> tuple[str, dict[str, object]] | None:
    """Return the code of what keeps a cell from being read, with the message's values, or None."""
    cell, column = entry.cell, entry.column
    if cell.fault:
        return cell.fault, {"shown": cell.shown}
    if unseen := CONTROL.search(cell.shown):
        return "control_character", {"name": character_name(unseen[0])}
    if not column.is_group:
        return None
    inside = [other for other in others if other.column.path[:1] == column.path[:1] and other is not entry]
    if inside and is_unstated(cell):
        return "group_twice", {"other": f"{letter(inside[0].index)} ({inside[0].column.name})"}
    return "group_cell", {"first": heading(first_inside(column.path, kind), kind)}


def _beside(entry: _Entry, others: Iterable[_Entry]) -> str:
    """Return what the other cells of a cell's group say."""
    group = entry.column.path[:-1]
    return " ".join(
        other.cell.shown for other in others if other.column.path[:-1] == group and other is not entry
    )


def _compact(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    if data and all(isinstance(key, int) for key in data):
        return tuple(_compact(data[key]) for key in sorted(data))
    return {key: _compact(value) for key, value in data.items()}
