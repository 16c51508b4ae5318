"""Many texts as one run of numbers, to be worked on at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class Stream(NamedTuple):
    """Names in the order of the texts: what number each name has, the numbers, and the place of each."""

    names: Mapping[str, int]
    numbers: Numbers
    places: Numbers

    @classmethod
    def of(cls, texts: Iterable[tuple[int, Sequence[str]]]) -> Self:
        """Return the names in the texts, each with its place."""
        names = numbering()
        numbers, places = [array_of(())], [array_of(())]
        for place, text in texts:
            numbers.append(array_of(map(names.__getitem__, text)))
            places.append(np.full(len(text), place, np.int32))
        return cls(names, np.concatenate(numbers), np.concatenate(places))

    def split(self, parts: Callable[[str], Iterable[str]]) -> Self:
        """Return the stream with the parts of each name instead of it."""
        names = numbering()
        members = [[names[part] for part in parts(name)] for name in self.names]
        at, which = spread(self.numbers, array_of(map(len, members)))
        return type(self)(names, array_of(chain.from_iterable(members))[which], self.places[at])

    def renamed(self, rename: Callable[[str], str]) -> Self:
        """Return the stream with another name instead of each, which several may share."""
        names = numbering()
        return type(self)(
            names, array_of(names[rename(name)] for name in self.names)[self.numbers], self.places
        )

    def followed_by(self, other: Self) -> Self:
        """Return this stream and another behind it."""
        names = numbering(self.names)
        numbers = array_of(names[name] for name in other.names)[other.numbers]
        return type(self)(names, np.append(self.numbers, numbers), np.append(self.places, other.places))

    def parts(self, size: int) -> Iterator[Self]:
        """Yield the stream in parts, each with the places of so many that follow each other."""
        order = np.argsort(self.places, kind="stable")
        ordered = self.places[order]
        starts = np.arange(size, int(ordered[-1]) + 1, size) if len(ordered) else ordered
        for part in np.split(order, np.searchsorted(ordered, starts)):
            yield type(self)(self.names, self.numbers[part], self.places[part])

    def counts(self) -> dict[str, int]:
        """Return how often each name stands somewhere."""
        counts = np.bincount(self.numbers, minlength=len(self.names))
        return dict(zip(self.names, counts.tolist(), strict=True))

    def places_of(self, row: Sequence[str]) -> Numbers:
        """Return the places where names follow each other, each once."""
        numbers = [self.names.get(name, -1) for name in row]
        starts = np.flatnonzero(self.numbers[: len(self.numbers) - len(row) + 1] == numbers[0])
        for step, number in enumerate(numbers[1:], 1):
            there = starts + step
            starts = starts[(self.numbers[there] == number) & (self.places[there] == self.places[starts])]
        return np.unique(self.places[starts])


def array_of(numbers: Iterable[int]) -> Numbers:
    """Return numbers as an array."""
    return np.fromiter(numbers, np.int32)


def spread(owners: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """Return the members of each owner in order: which of `owners` it belongs to, and its number.

    Members are numbered on end, owner by owner; `sizes` says how many each has.
    """
    times = sizes[owners]
    at = np.repeat(np.arange(len(owners), dtype=np.int32), times)
    shift = starts_of(sizes)[owners] - starts_of(times)
    return at, np.arange(len(at), dtype=np.int32) + shift[at]


def starts_of(sizes: Numbers) -> Numbers:
    """Return where each of several parts begins that follow each other."""
    return np.cumsum(sizes, dtype=np.int32) - sizes


def numbering(known: Mapping[str, int] | None = None) -> defaultdict[str, int]:
    """Return a dictionary that numbers names as they come."""
    names: defaultdict[str, int] = defaultdict(None, known or {})
    names.default_factory = names.__len__
    return names
