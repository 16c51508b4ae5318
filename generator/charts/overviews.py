"""Charts of several cases: what drove and hindered, how gains are shown, when cases began."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.charts.bars import Part, Shades, by_start, lengths, shades, stacked
from generator.charts.series import Chart, chart
from generator.insights import FactorRow, GainRow, Knowledge
from generator.text import enumeration
from generator.vocabulary import Term
from generator.wording import wording


@dataclass(frozen=True)
class FactorBars:
    """How many cases a factor drove and hindered, and how long its bars are in percent."""

    row: FactorRow
    drove: float
    hindered: float


@dataclass(frozen=True)
class GainBars:
    """How many gains of a type there are, and where the parts of its bar are, one for each strength of evidence."""

    row: GainRow
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Factors:
    """What drove and what hindered; the factors that most cases tell of come first."""

    headline: str
    bars: tuple[FactorBars, ...]


@dataclass(frozen=True)
class Gains:
    """How well the gains of each type are shown."""

    headline: str
    strengths: tuple[Term, ...]
    bars: tuple[GainBars, ...]


@dataclass(frozen=True)
class Starts:
    """In which years cases began, and how many do not tell."""

    chart: Chart
    untold: int
    total: int


def factors(matrix: Sequence[FactorRow]) -> Factors:
    """Return what drove the cases, and what hindered them."""
    rows = sorted(matrix, key=lambda row: -(row.drove + row.hindered))
    most = max((count for row in rows for count in (row.drove, row.hindered)), default=0)
    drove = lengths((row.drove for row in rows), most)
    hindered = lengths((row.hindered for row in rows), most)
    said = [
        _leading("drove", [(row.factor, row.drove) for row in rows]),
        _leading("hindered", [(row.factor, row.hindered) for row in rows]),
    ]
    return Factors(
        ". ".join(filter(None, said)),
        tuple(FactorBars(*found) for found in zip(rows, drove, hindered, strict=True)),
    )


def _leading(side: str, counts: Sequence[tuple[Term, int]]) -> str:
    """Return which factors most cases name on one side; nothing when no case names any."""
    most = max((count for _, count in counts), default=0)
    names = [term.name for term, count in counts if count == most]
    return wording.leading[side].format(names=enumeration(names), count=most) if most else ""


def shaded(matrix: Sequence[FactorRow]) -> Shades:
    """Return how dark the counts of each theme are drawn."""
    return shades(max((count for row in matrix for count in (*row.drivers, *row.barriers)), default=0))


def gains(knowledge: Knowledge) -> Gains:
    """Return how well the gains are shown, type by type."""
    strengths = tuple(knowledge.catalogue.terms("evidence").values())
    rows = knowledge.gain_table()
    parts = stacked([row.counts for row in rows])
    said = wording.leading["gains"].format(
        strongest=sum(row.counts[0] for row in rows),
        weakest=sum(row.counts[-1] for row in rows),
        total=sum(row.total for row in rows),
        first=strengths[0].name.lower(),
        last=strengths[-1].name.lower(),
    )
    return Gains(said, strengths, tuple(GainBars(*found) for found in zip(rows, parts, strict=True)))


def starts(catalogue: Catalogue) -> Starts | None:
    """Return when the cases began; None when no case tells, or when they are spread too far to be drawn."""
    shown = by_start(catalogue.cases)
    drawn = chart(shown, "") if shown else None
    if shown is None or drawn is None:
        return None
    counts = [int(row[1] or 0) for row in shown.rows]
    labels = [str(row[0]) for row, count in zip(shown.rows, counts, strict=True) if count == max(counts)]
    words = wording.starts["headline" if len(labels) == 1 else "same"]
    said = words.format(period=enumeration(labels), count=max(counts))
    total = len(catalogue.cases)
    subtitle = f"{wording.starts['title']}, {wording.starts['unit']}"
    return Starts(replace(drawn, headline=said, subtitle=subtitle), total - sum(counts), total)
