"""The blocks that a case as readers meet it is made of: plain data, which each output renders by its kind."""

from dataclasses import dataclass
from typing import ClassVar

from generator.model import Figure
from generator.series import Series
from generator.vocabulary import Term


@dataclass(frozen=True)
class Tags:
    """Values of a facet."""

    kind: ClassVar = "tags"
    facet: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Words:
    """Plain texts, each by itself."""

    kind: ClassVar = "words"
    items: tuple[str, ...]


@dataclass(frozen=True)
class Years:
    """When something ran, and a doubt about it."""

    kind: ClassVar = "years"
    text: str
    note: str


@dataclass(frozen=True)
class Prose:
    """Markdown."""

    kind: ClassVar = "prose"
    text: str


@dataclass(frozen=True)
class Items:
    """A list of short Markdown; numbered from `start` when its items have addresses that begin with `anchor`."""

    kind: ClassVar = "items"
    items: tuple[str, ...]
    anchor: str = ""
    start: int = 1


@dataclass(frozen=True)
class Figures:
    """Numbers with all that stands behind them."""

    kind: ClassVar = "figures"
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Note:
    """A short text with a name."""

    kind: ClassVar = "note"
    name: str
    text: str


@dataclass(frozen=True)
class Gap:
    """What a part could tell and does not: its name, and the words that stand in its place."""

    kind: ClassVar = "gap"
    name: str
    text: str


@dataclass(frozen=True)
class Box:
    """Markdown set apart, with a name."""

    kind: ClassVar = "box"
    name: str
    text: str


@dataclass(frozen=True)
class Table:
    """A table of numbers; `number` counts the tables of a case from 1, `file` is where they lie for spreadsheets."""

    kind: ClassVar = "table"
    series: Series
    number: int
    file: str
    source: str
    """The names of the documents that the numbers are taken from."""


@dataclass(frozen=True)
class Point:
    """One of several parts: its tags as a head, and the rest."""

    head: tuple[Tags, ...]
    body: tuple["Block", ...]


@dataclass(frozen=True)
class Points:
    """Parts of one kind; minor ones are told of, but not documented."""

    kind: ClassVar = "points"
    points: tuple[Point, ...]
    is_minor: bool = False


@dataclass(frozen=True)
class Row:
    """What a case rests on: a name, or the value of a facet, and what is said of it."""

    name: str
    text: str
    shared: Term | None = None
    url: str = ""
    mailbox: str = ""


@dataclass(frozen=True)
class Rows:
    """Sources."""

    kind: ClassVar = "rows"
    rows: tuple[Row, ...]


Block = Tags | Words | Years | Prose | Items | Figures | Note | Gap | Box | Table | Points | Rows
