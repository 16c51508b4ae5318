"""The scale of a chart: round numbers from the lowest to the highest, zero among them."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

STEPS = 5
"""How many steps a scale has at most."""
SMALLEST, LARGEST = 1e-9, 1e15
"""The largest number of a chart lies between these: smaller ones are not written apart, larger ones not exact."""


@dataclass(frozen=True)
class Scale:
    """Numbers along one side of a chart, `step` apart."""

    low: float
    high: float
    step: float

    def at(self, value: float) -> float:
        """Return where a number lies, in percent of the way from the lowest to the highest."""
        return round(100 * (value - self.low) / (self.high - self.low), 1)

    def ticks(self) -> tuple[float, ...]:
        """Return the numbers that a line is drawn at."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + self.step * index, 10) for index in range(count + 1))


def is_drawable(numbers: Iterable[float]) -> bool:
    """Return whether a scale can tell some numbers apart."""
    largest = max(map(abs, numbers), default=0)
    return largest == 0 or SMALLEST <= largest <= LARGEST


def scale(numbers: Iterable[float]) -> Scale:
    """Return the scale that holds some numbers."""
    known = [0.0, *numbers]
    low, high = min(known), max(known)
    if low == high:
        high = low + 1
    return min(_fitting(low, high), key=lambda each: (each.high - each.low, -each.step))


def _fitting(low: float, high: float) -> Iterator[Scale]:
    """Yield the scales with a few round steps that hold all from `low` to `high`."""
    power = 10.0 ** math.floor(math.log10((high - low) / STEPS))
    for factor in (1, 2, 4, 5, 10):
        step = factor * power
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first <= STEPS or factor == 10:
            yield Scale(first * step, last * step, step)
