"""A series: numbers by year or group, which a case tells as a table and charts draw."""

from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.marks import Mark
from generator.messages import remedy
from generator.values import Fault, Line, Part
from generator.wording import wording


class Series(Part):
    """Numbers by year or group."""

    title: Line
    """What the table shows."""
    unit: Line
    """The unit of its numbers."""
    columns: Annotated[tuple[Line, ...], Field(min_length=2, max_length=12)]
    """The names of the columns; the first names the rows."""
    rows: Annotated[
        tuple[tuple[Annotated[str | float | None, Mark("x-cells")], ...], ...],
        Field(min_length=1, max_length=200),
    ]
    """A label and numbers for each row, None where the source has no number."""
    note: Line | None = None
    """What a reader must know about the numbers."""

    @field_validator("rows", mode="before")
    @classmethod
    def _fit(cls, rows: Any, info: ValidationInfo) -> Any:
        if not isinstance(rows, tuple) or not rows:
            return rows
        width = len(info.data.get("columns", ()))
        faults = [fault for index, row in enumerate(rows) for fault in _row_faults(index, row, width)]
        if width and not faults and not any(_is_number(cell) for row in rows for cell in row[1:]):
            faults = [((), "no_numbers", {})]
        if faults:
            raise PydanticCustomError("faults", "", {"faults": faults})
        return rows


def _row_faults(index: int, row: Any, width: int) -> list[Fault]:
    """Return what is wrong with a table's row, as paths below the rows with the code of a message."""
    if not isinstance(row, tuple):
        return [((index,), "row_shape", {"input": row})]
    faults: list[Fault] = []
    if width and len(row) != width:
        hint = remedy("decimal_comma") if len(row) > width else ""
        values = {
            "found": wording.found_values.counted("fields", len(row)),
            "expected": wording.found_values.counted("columns", width),
            "hint": hint,
        }
        faults.append(((index,), "row_width", values))
    if row and not isinstance(row[0], str):
        faults.append(((index, 0), "row_label", {"input": row[0]}))
    return faults + [
        ((index, column), "not_number", {"input": cell})
        for column, cell in enumerate(row[1:], 1)
        if cell is not None and not _is_number(cell)
    ]


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)
