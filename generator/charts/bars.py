"""Counts as bars: parts of a whole, counts beside each other, and counts by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SINGLY = 40
"""So many things are drawn one by one; more are drawn as parts of the whole."""
GAP = 1.2
"""How far parts are apart at most, in percent."""


@dataclass(frozen=True)
class Part:
    """A part of a bar: which of the kinds it is, and where it is in percent."""

    kind: int
    count: int
    x: float
    width: float


def shares(counts: Sequence[int], singly: int = SINGLY) -> tuple[Part, ...]:
    """Return a bar of so many things of each kind: each thing by itself when they are few, else each kind."""
    total = sum(counts)
    if not total:
        return ()
    if total > singly:
        return tuple(_parts(list(enumerate(counts)), total))
    return tuple(_parts([(kind, 1) for kind, count in enumerate(counts) for _ in range(count)], total))


def _parts(pieces: Sequence[tuple[int, int]], total: int) -> Iterator[Part]:
    before = 0
    for kind, count in pieces:
        if count:
            room = 100 * count / total
            yield Part(kind, count, round(100 * before / total, 2), round(room - min(GAP, room / 8), 2))
        before += count
