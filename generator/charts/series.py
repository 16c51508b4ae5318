"""A series of numbers as a chart: where its bars are, and what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.charts import headlines, traits
from generator.charts.scale import Scale, is_drawable, scale
from generator.series import Series
from generator.text import decimals
from generator.text import number as written
from generator.wording import wording

COLOURS = 4
"""More columns than this cannot be told apart."""
BARS = 40
"""More bars than this are no picture; the table has them."""
NUMBERED = 24
"""So many upright bars have room for their numbers; where there are more, the scale tells."""
UPRIGHT = 12
"""So many years stand beside each other; more lie below each other."""
CLOSE = 6
"""So many bars have room for their numbers on a narrow screen."""
WIDEST = 14
"""A scale whose numbers have more signs has no room beside a chart."""
SHORT = 4
"""A number of the scale with so many signs needs little room."""
ALONE = 1
"""The colour of the bars of a single column."""
FILLED = 76
"""How much of its room a group of upright bars takes, in percent."""
THINNEST = 0.6
"""How long the bar of a small number is at least, in percent."""


@dataclass(frozen=True)
class Bar:
    """A number as a bar: where it is in percent of the drawing, from its upper left corner."""

    column: int
    """The number of its colour: that of its column, from 0."""
    text: str
    """The number in words; empty when it is not told."""
    x: float
    y: float
    width: float
    height: float
    is_expected: bool
    is_below: bool
    """Whether the number is below zero."""

    @property
    def middle(self) -> float:
        """Where the middle of an upright bar is."""
        return round(self.x + self.width / 2, 1)

    @property
    def end(self) -> float:
        """Where an upright bar ends, above zero or below."""
        return round(self.y + self.height, 1) if self.is_below else self.y


@dataclass(frozen=True)
class Group:
    """The bars of a row, and where its room is."""

    label: str
    note: str
    is_expected: bool
    bars: tuple[Bar, ...]
    x: float
    width: float
    net: str
    """The difference of the two bars, where the series tells it."""

    @property
    def middle(self) -> float:
        """Where the middle of its room is."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Tick:
    """A line of the scale, in percent from the top."""

    at: float
    text: str
    is_zero: bool


@dataclass(frozen=True)
class Key:
    """What the bars of a column are."""

    column: int
    name: str
    is_expected: bool


@dataclass(frozen=True)
class Chart:
    """All that is drawn of a series."""

    headline: str
    subtitle: str
    described: str
    is_upright: bool
    keys: tuple[Key, ...]
    """None where there is a single column."""
    groups: tuple[Group, ...]
    ticks: tuple[Tick, ...]
    net: str
    """What the difference of the two bars is called."""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars."""
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def is_numbered(self) -> bool:
        """Whether the bars have room for their numbers."""
        return not self.is_upright or len(self.bars) <= NUMBERED

    @property
    def is_close(self) -> bool:
        """Whether a narrow screen has room for the numbers of the last column only."""
        return len(self.bars) > CLOSE

    @property
    def margin(self) -> int:
        """How much room the numbers of the scale need: 1, 2 or 3."""
        longest = max((len(tick.text) for tick in self.ticks), default=0)
        return 1 if longest <= SHORT else 2 if longest <= 2 * SHORT else 3

    @property
    def has_depth(self) -> bool:
        """Whether numbers stand below bars."""
        return any(bar.is_below for bar in self.bars)

    @property
    def expected(self) -> str:
        """What the expected rows are called, if there are any."""
        notes = [group.note for group in self.groups if group.is_expected]
        return notes[0] if notes else ""

    @property
    def is_told(self) -> bool:
        """Whether the source tells every number."""
        return all(bar.text for bar in self.bars)


def chart(series: Series, source: str) -> Chart | None:
    """Return the chart of a series from the documents that `source` names, or None when a picture cannot hold it."""
    net = traits.difference(series)
    columns = tuple(index for index in range(1, len(series.columns)) if index != net)
    numbers = [cell for index in columns for cell in traits.column(series, index) if cell is not None]
    if len(columns) > COLOURS or len(columns) * len(series.rows) > BARS or not is_drawable(numbers):
        return None
    frame = _Frame(series, columns, scale(numbers))
    return Chart(
        headline=headlines.headline(series),
        subtitle=wording.series["subtitle"].format(
            title=series.title, unit=series.unit.rstrip("."), source=source
        ),
        described=headlines.described(series),
        is_upright=frame.is_upright,
        keys=tuple(_keys(series, columns)) if len(columns) > 1 else (),
        groups=tuple(_group(frame, row, net) for row in range(len(series.rows))),
        ticks=tuple(_ticks(frame.measure)) if frame.is_upright else (),
        net=series.columns[net] if net else "",
    )


@dataclass(frozen=True)
class _Frame:
    """What all bars of a series are drawn in."""

    series: Series
    columns: tuple[int, ...]
    measure: Scale

    @cached_property
    def is_upright(self) -> bool:
        """Whether the rows stand beside each other: a few years, and numbers short enough for the scale."""
        names = traits.labels(self.series)
        widest = max(len(written(tick)) for tick in self.measure.ticks())
        return traits.is_by_year(names) and len(names) <= UPRIGHT and widest <= WIDEST

    @property
    def room(self) -> float:
        """How wide the room of a row is."""
        return 100 / len(self.series.rows)


def _keys(series: Series, columns: Sequence[int]) -> Iterator[Key]:
    for place, index in enumerate(columns):
        yield Key(place, series.columns[index], traits.is_expected(series.columns[index]))


def _ticks(measure: Scale) -> Iterator[Tick]:
    for value in measure.ticks():
        yield Tick(round(100 - measure.at(value), 1), written(value), value == 0)


def _group(frame: _Frame, row: int, net: int | None) -> Group:
    name = traits.labels(frame.series)[row]
    label, note = traits.noted(name)
    expected = traits.is_expected(note)
    return Group(
        label=label if expected else name,
        note=note if expected else "",
        is_expected=expected,
        bars=tuple(_bar(frame, row, place, expected) for place in range(len(frame.columns))),
        x=round(row * frame.room, 1),
        width=round(frame.room, 1),
        net=_signed(frame.series, row, net) if net else "",
    )


def _bar(frame: _Frame, row: int, place: int, expected: bool) -> Bar:
    index = frame.columns[place]
    numbers = traits.column(frame.series, index)
    value = numbers[row]
    start, end = sorted((frame.measure.at(0), frame.measure.at(value or 0)))
    length = 0 if value is None else max(round(end - start, 1), THINNEST)
    width = round(frame.room * FILLED / 100 / len(frame.columns), 1)
    left = frame.room * (row + (1 - FILLED / 100) / 2) + width * place
    upright = frame.is_upright
    return Bar(
        column=place if len(frame.columns) > 1 else ALONE,
        text="" if value is None else written(value, decimals(numbers)),
        x=round(left, 1) if upright else start,
        y=round(100 - start - length if value and value > 0 else 100 - end, 1) if upright else 0,
        width=width if upright else length,
        height=length if upright else 100,
        is_expected=expected or traits.is_expected(frame.series.columns[index]),
        is_below=value is not None and value < 0,
    )


def _signed(series: Series, row: int, net: int) -> str:
    """Return a difference with its sign."""
    numbers = traits.column(series, net)
    value = numbers[row] or 0
    return f"{'+' if value > 0 else ''}{written(value, decimals(numbers))}"
