"""Counts as bars: parts of a whole, counts beside each other, counts by year, and shades of counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Case
from generator.series import Series
from generator.text import ranges
from generator.wording import wording

SINGLY = 40
"""So many things are drawn one by one; more are drawn as parts of the whole."""
GAP = 1.2
"""How far single things are apart at most, in percent."""
SPANS = (1, 2, 5, 10, 20, 50, 100)
"""So many years stand together in a bar."""
PERIODS = 6
"""So many bars of years have room beside each other."""


@dataclass(frozen=True)
class Part:
    """A part of a bar: which of the kinds it is, and where it is in percent."""

    kind: int
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class Shades:
    """How dark a count is drawn: each shade begins at a count."""

    starts: tuple[int, ...]

    def of(self, count: int) -> int:
        """Return the shade of a count, from 1; 0 for none."""
        return sum(count >= start for start in self.starts)

    def words(self) -> tuple[str, ...]:
        """Return the counts of each shade: 1, 2–3, 4 og flere."""
        return (*ranges(self.starts), wording.map["or_more"].format(count=self.starts[-1]))


def shares(counts: Sequence[int], singly: int = SINGLY) -> tuple[Part, ...]:
    """Return a bar of so many things of each kind: each thing by itself when they are few, else each kind."""
    total = sum(counts)
    if total > singly:
        return tuple(_parts(list(enumerate(counts)), total))
    return tuple(_parts([(kind, 1) for kind, count in enumerate(counts) for _ in range(count)], total, GAP))


def stacked(rows: Sequence[Sequence[int]]) -> tuple[tuple[Part, ...], ...]:
    """Return a bar for each row with a part for each of its counts; the longest is as long as there is room."""
    most = max((sum(row) for row in rows), default=0)
    return tuple(tuple(_parts(list(enumerate(row)), most)) for row in rows)


def lengths(counts: Iterable[int], most: int) -> tuple[float, ...]:
    """Return how long a bar is for each count, in percent, where `most` has all the room."""
    return tuple(round(100 * count / most, 1) if most else 0 for count in counts)


def shades(most: int) -> Shades:
    """Return the four shades of counts up to `most`: each begins at about twice as many as the one before."""
    starts = [1]
    for part in (8, 4, 2):
        starts.append(max(starts[-1] + 1, round(most / part)))
    return Shades(tuple(starts))


def by_start(cases: Iterable[Case]) -> Series | None:
    """Return how many cases began in which years, in a few periods of like length; None when none tells."""
    years = Counter(case.start for case in cases if case.start)
    if not years:
        return None
    first, last = min(years), max(years)
    span = next((each for each in SPANS if last // each - first // each < PERIODS), SPANS[-1])
    starts = range(first - first % span, last + 1, span)
    return Series(
        title=wording.starts["title"],
        unit=wording.starts["unit"],
        columns=(wording.starts["year"], wording.starts["cases"]),
        rows=tuple(
            (_period(start, span), sum(years[year] for year in range(start, start + span)))
            for start in starts
        ),
    )


def _period(start: int, span: int) -> str:
    return str(start) if span == 1 else f"{start}–{(start + span - 1) % 100:02}"


def _parts(pieces: Sequence[tuple[int, int]], total: int, gap: float = 0.3) -> Iterator[Part]:
    before = 0
    for kind, count in pieces:
        if count:
            room = 100 * count / total
            yield Part(kind, count, round(100 * before / total, 2), round(room - min(gap, room / 8), 2))
        before += count
