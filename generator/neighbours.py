"""Values that stand together in cases, and in how many: the cases of a value are the bits of a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from operator import itemgetter

from generator.model import Case
from generator.text import sort_key
from generator.vocabulary import Term


@dataclass(frozen=True)
class Neighbour:
    """A value that goes together with another one, and in how many cases."""

    facet: str
    term: Term
    count: int


class Neighbours:
    """Tells which values stand together with others."""

    def __init__(self, cases: Sequence[Case], values: Iterable[tuple[str, Term, Iterable[Case]]]) -> None:
        """Take all cases, and those of each value that is told as a neighbour, after its facet and its term."""
        self._positions = {case.slug: position for position, case in enumerate(cases)}
        self._values = [
            (sort_key(term.name), self._bits(having), facet, term) for facet, term, having in values
        ]

    def of(self, facet: str, slug: str, cases: Iterable[Case], limit: int) -> tuple[Neighbour, ...]:
        """Return the values that stand together with a value, which some cases have, most frequent first.

        Of those with one name the first is the one whose first case comes first.
        """
        own = self._bits(cases)
        shared = (
            (-both.bit_count(), name, both & -both, other, term)
            for name, bits, other, term in self._values
            if (both := own & bits) and (other, term.slug) != (facet, slug)
        )
        found = nsmallest(limit, shared, key=itemgetter(0, 1, 2))
        return tuple(Neighbour(other, term, -count) for count, _, _, other, term in found)

    def _bits(self, cases: Iterable[Case]) -> int:
        bits = bytearray(len(self._positions) // 8 + 1)
        for position in (self._positions[case.slug] for case in cases):
            bits[position // 8] |= 1 << position % 8
        return int.from_bytes(bits, "little")
