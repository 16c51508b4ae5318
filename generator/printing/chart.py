"""A series of numbers as print shows it: its chart, and its table with what the cells say."""

from dataclasses import asdict
from typing import Any

from generator import text
from generator.blocks import Table
from generator.charts import series
from generator.charts.traits import column, labels
from generator.wording import wording


def printed(table: Table) -> dict[str, Any]:
    """Return a table of numbers as the template needs it; `chart` is None where a picture cannot hold it."""
    shown = table.series
    columns = [column(shown, index) for index in range(1, len(shown.columns))]
    drawn = series.chart(shown, table.source)
    return {
        "title": shown.title,
        "unit": shown.unit,
        "columns": list(shown.columns),
        "labels": list(labels(shown)),
        "cells": [[_cell(cells, row) for cells in columns] for row in range(len(shown.rows))],
        "note": shown.note or "",
        "chart": drawn and drawing(drawn),
    }


def drawing(drawn: series.Chart) -> dict[str, Any]:
    """Return a chart as the template needs it."""
    marks = {
        "expected": drawn.expected,
        "told": drawn.is_told,
        "numbered": drawn.is_numbered,
        "depth": drawn.has_depth,
    }
    return {**asdict(drawn), **marks}


def _cell(cells: tuple[float | None, ...], row: int) -> str:
    """Return a cell with as many decimals as those above and below it."""
    value = cells[row]
    return wording.common["unstated"] if value is None else text.number(value, text.decimals(cells))
