"""Figures as bars: a number before and after, and amounts of a case beside each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.scale import Scale, is_drawable, scale
from generator.charts.series import THINNEST
from generator.model import Figure, GainFigure
from generator.wording import wording


@dataclass(frozen=True)
class Level:
    """A number as a bar: where it is in percent from the left, and what it is called beside another."""

    name: str
    value: float
    x: float
    width: float
    zero: float
    """Where zero is."""
    is_before: bool
    is_expected: bool
    """Whether the number is a guess, or hoped for."""


@dataclass(frozen=True)
class Levels:
    """The bars of each figure of a list, and how they are read; no words where there is none."""

    bars: tuple[tuple[Level, ...], ...]
    reading: str


def levels(figures: Sequence[Figure]) -> Levels:
    """Return the bars of figures; none for those that nothing can be held up against.

    What stands in the same unit has the same scale. A range is no bar, and an amount is drawn only beside another of
    the same unit and period.
    """
    numbers: dict[str, list[float]] = defaultdict(list)
    for figure in figures:
        numbers[figure.unit] += _values(figure, figures)
    scales = {unit: scale(values) for unit, values in numbers.items() if values and is_drawable(values)}
    bars = tuple(
        _bars(figure, _values(figure, figures), scales[figure.unit]) if figure.unit in scales else ()
        for figure in figures
    )
    return Levels(bars, _reading([figure for figure, found in zip(figures, bars, strict=True) if found]))


def _reading(drawn: Sequence[Figure]) -> str:
    """Return how the bars of figures are read."""
    is_shared = len({figure.unit for figure in drawn}) < len(drawn)
    is_mixed = is_shared and len({figure.kind for figure in drawn}) > 1
    told = {"zero": bool(drawn), "scale": is_shared, "kinds": is_mixed}
    return " ".join(wording.levels[key] for key, is_told in told.items() if is_told)


def _values(figure: Figure, figures: Sequence[Figure]) -> tuple[float, ...]:
    """Return the numbers of a figure that are drawn."""
    if figure.to is not None:
        return ()
    if isinstance(figure, GainFigure):
        return () if figure.before is None else (figure.before, figure.value)
    beside = [
        other
        for other in figures
        if (other.unit, other.period, other.to) == (figure.unit, figure.period, None)
    ]
    return (figure.value,) if len(beside) > 1 else ()


def _bars(figure: Figure, values: Sequence[float], measure: Scale) -> tuple[Level, ...]:
    names = (wording.common["before"], wording.common["after"]) if len(values) > 1 else ("",)
    return tuple(
        _bar(name, value, measure, is_before=bool(name) and place == 0, is_firm=figure.is_firm)
        for place, (name, value) in enumerate(zip(names, values, strict=False))
    )


def _bar(name: str, value: float, measure: Scale, *, is_before: bool, is_firm: bool) -> Level:
    start, end = sorted((measure.at(0), measure.at(value)))
    length = max(round(end - start, 1), THINNEST)
    return Level(name, value, start, length, measure.at(0), is_before, not is_before and not is_firm)
