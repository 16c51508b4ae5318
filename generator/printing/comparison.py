"""Cases side by side as print shows them: the same rows as on the page, as plain data."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from generator.addresses import case_url
from generator.blocks import Block, Point, Points, Prose, Row, Rows, Tags, Words, Years
from generator.catalogue import Catalogue, years
from generator.comparison import Cell, Line, lines, standing
from generator.model import Case
from generator.printing import layout
from generator.printing.layout import Data

Running = Tags | Words | Years | Prose | Rows
"""What can stand in a line of text."""

SIGNS = {"driver": "+", "barrier": "−"}
"""What stands before the factors that drove a case and that hindered it."""


def of_cases(catalogue: Catalogue, cases: Sequence[Case], site: str) -> Data:
    """Return cases side by side: a column for each, the rows that tell them apart, and those that do not."""
    groups = [(title, rows) for title, rows in lines(catalogue, cases)]
    told_apart = [(title, [row for row in rows if not _folds(row)]) for title, rows in groups]
    return {
        "columns": [_column(catalogue, case, site) for case in cases],
        "equal": [_equal(row) for _, rows in groups for row in rows if _folds(row)],
        "groups": [
            {"name": title, "rows": [_row(catalogue, row) for row in rows]}
            for title, rows in told_apart
            if rows
        ],
    }


def _column(catalogue: Catalogue, case: Case, site: str) -> Data:
    return {
        "title": case.title,
        "kicker": [part for part in (catalogue.place(case), years(case)) if part],
        "address": layout.address(site, case_url(case)),
    }


def _folds(line: Line) -> bool:
    """Return whether a row says the same of all cases in words that a line has room for."""
    return line.is_equal and all(_is_running(block) for block in line.cells[0].blocks)


def _is_running(block: Block) -> TypeGuard[Running]:
    """Return whether a line of text can hold a block: no list, and no second paragraph."""
    return isinstance(block, Running) and [node["t"] for node in _running(block)] == ["paragraph"]


def _equal(line: Line) -> Data:
    cell = line.cells[0]
    nodes = [node for block in cell.blocks if _is_running(block) for node in _running(block)]
    return {"name": line.title, "text": nodes or layout.paragraph(cell.silence)}


def _running(block: Running) -> list[Data]:
    if isinstance(block, Rows):
        return layout.paragraph("; ".join(map(_named, block.rows)))
    return layout.running(block)


def _named(row: Row) -> str:
    return f"{row.name}: {row.text}" if row.name else row.text


def _row(catalogue: Catalogue, line: Line) -> Data:
    return {"name": line.title, "cells": [_cell(catalogue, cell) for cell in line.cells]}


def _cell(catalogue: Catalogue, cell: Cell) -> Data:
    return {
        "silence": cell.silence,
        "blocks": [part for block in cell.blocks for part in _parts(catalogue, block)],
    }


def _parts(catalogue: Catalogue, block: Block) -> list[Data]:
    """Return a block as it stands in a cell, each point by itself."""
    if isinstance(block, Points):
        return [_point(catalogue, point) for point in block.points]
    return [layout.of_block(catalogue, block)]


def _point(catalogue: Catalogue, point: Point) -> Data:
    """Return a point with the side that a factor was on; the type of a gain is told by its row."""
    first = point.head[0].facet
    shown = replace(point, head=point.head[1:]) if first == "gain_type" else point
    return {
        "t": "point",
        "side": f"{SIGNS[first]} {catalogue.facets[first].name}" if first in SIGNS else "",
        "hindered": first == "barrier",
        "standing": standing(catalogue, point),
        **layout.of_point(catalogue, shown),
    }
