"""A series of numbers as print draws it: a chart with words for it, and a table."""

import re
from typing import Any

from generator import text
from generator.labels import UNSTATED
from generator.model import Series

_YEAR = re.compile(r"(1[89]|20)\d\d\b")


def printed(series: Series) -> dict[str, Any]:
    """Return a table of numbers as a printed page needs it: what its chart shows, and what its cells say."""
    numbers = [[cell for cell in row[1:] if not isinstance(cell, str)] for row in series.rows]
    return {
        "title": series.title,
        "unit": series.unit,
        "columns": list(series.columns),
        "labels": [str(row[0]) for row in series.rows],
        "numbers": numbers,
        "cells": [[UNSTATED if cell is None else text.number(cell) for cell in row] for row in numbers],
        "note": series.note or "",
        "upright": _is_by_year(series) and len(series.rows) <= 12,
        "alt": _described(series),
    }


def _described(series: Series) -> str:
    """Return what a chart shows, in words; all its numbers stand in the table below it."""
    told = []
    for column, name in enumerate(series.columns[1:], 1):
        known = [
            (cell, f"{text.number(cell)} ({row[0]})")
            for row in series.rows
            if isinstance(cell := row[column], int | float)
        ]
        if len(known) < 2:
            told.append(f"{name}: {known[0][1] if known else UNSTATED}.")
        elif _is_by_year(series):
            told.append(f"{name}: fra {known[0][1]} til {known[-1][1]}.")
        else:
            told.append(f"{name}: højest {max(known)[1]}, lavest {min(known)[1]}.")
    what = f"Søjlediagram: {series.title}, {series.unit.rstrip('.')}."
    return f"{what} {' '.join(told)} Alle tal står i tabellen under diagrammet."


def _is_by_year(series: Series) -> bool:
    return all(_YEAR.match(str(row[0])) for row in series.rows)
