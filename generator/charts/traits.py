"""What the numbers of a series are: by year, expected, the difference of two others."""

import re
from collections.abc import Sequence

from generator.series import Series
from generator.text import decimals
from generator.wording import by_language, wording

_YEAR = re.compile(r"(1[89]|20)\d\d\b")
_NOTED = re.compile(r"(.+?) \(([^()]+)\)")


def number(cell: object) -> float | None:
    """Return a cell's number, if it tells one."""
    return None if cell is None or isinstance(cell, str) else float(str(cell))


def column(series: Series, index: int) -> tuple[float | None, ...]:
    """Return the numbers of a column."""
    return tuple(number(row[index]) for row in series.rows)


def is_by_year(labels: Sequence[str]) -> bool:
    """Return whether each label begins with a year."""
    return all(_YEAR.match(label) for label in labels)


def is_expected(label: str) -> bool:
    """Return whether a row or a column says that its numbers are not measured yet: a budget, a goal."""
    return _expected().search(label) is not None


def is_total(label: str) -> bool:
    """Return whether a row or a column is called the total of the others; it is no group among them."""
    return label.casefold().startswith(tuple(wording.series_signs.listed("total")))


@by_language
def _expected() -> re.Pattern[str]:
    """Return the words by which numbers are known as expected; one that ends with a hyphen is a beginning."""
    words = wording.series_signs.listed("expected")
    ends = (re.escape(word[:-1]) if word.endswith("-") else rf"{re.escape(word)}\b" for word in words)
    return re.compile(rf"\b(?:{'|'.join(ends)})", re.IGNORECASE)


def noted(label: str) -> tuple[str, str]:
    """Return a label and the note that stands after it in brackets: 2019 (budget)."""
    found = _NOTED.fullmatch(label)
    return (found[1], found[2]) if found else (label, "")


def labels(series: Series) -> tuple[str, ...]:
    """Return the name of each row."""
    return tuple(str(row[0]) for row in series.rows)


def difference(series: Series) -> int | None:
    """Return the column that is the difference of the two others, if the last is that in every row."""
    if len(series.columns) != 4:
        return None
    first, second, last = (column(series, index) for index in (1, 2, 3))
    slack = 1.01 * 10.0 ** -max(decimals(column(series, index)) for index in (1, 2, 3))
    for sign in (1, -1):
        rows = zip(first, second, last, strict=True)
        if all(_is_apart(one, two, net, sign, slack) for one, two, net in rows):
            return 3
    return None


def _is_apart(one: float | None, two: float | None, net: float | None, sign: int, slack: float) -> bool:
    """Return whether `net` is how far two numbers are apart, but for what rounding hides."""
    return None not in (one, two, net) and abs(sign * ((two or 0) - (one or 0)) - (net or 0)) <= slack
