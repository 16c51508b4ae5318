"""Many texts as one run of numbers, to be worked on at once."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from generator.search.said import FIELD_BITS, Said

Numbers = NDArray[np.int32]


class Stream(NamedTuple):
    """Names, each with its number; the numbers as they come, the place of each, and how often it stands there."""

    names: Mapping[str, int]
    numbers: Numbers
    places: Numbers
    times: Numbers

    @classmethod
    def of(cls, found: Iterable[tuple[int, str]]) -> Self:
        """Return names that stand once in a place, each behind that place."""
        names = numbering()
        numbered = [(place, names[name]) for place, name in found]
        places, numbers = (array_of(each) for each in zip(*numbered, strict=True)) if numbered else ((), ())
        return cls(names, array_of(numbers), array_of(places), np.ones(len(numbered), np.int32))

    def renamed(self, others: Iterable[str]) -> Self:
        """Return the stream with another name instead of each, which several may share."""
        names = numbering()
        numbers = array_of(map(names.__getitem__, others))[self.numbers]
        return self._replace(names=names, numbers=numbers)

    def followed_by(self, other: Self) -> Self:
        """Return this stream and another behind it."""
        names = numbering(self.names)
        numbers = array_of(map(names.__getitem__, other.names))[other.numbers]
        return type(self)(
            names,
            np.append(self.numbers, numbers),
            np.append(self.places, other.places),
            np.append(self.times, other.times),
        )

    def parts(self, size: int) -> Iterator[Self]:
        """Yield the stream in parts, each with the places of so many that follow each other."""
        order = np.argsort(self.places, kind="stable").astype(np.int32)
        starts = np.arange(size, int(self.places.max(initial=0)) + 1, size)
        for part in np.split(order, np.searchsorted(self.places[order], starts)):
            if len(part):
                yield type(self)(self.names, self.numbers[part], self.places[part], self.times[part])

    def counts(self) -> dict[str, int]:
        """Return how often each name stands somewhere."""
        counts = np.bincount(self.numbers, self.times, len(self.names)).astype(np.int64)
        return dict(zip(self.names, counts.tolist(), strict=True))


class Words:
    """What all documents say, which come one after the other."""

    def __init__(self) -> None:
        """Know no document."""
        self._names = numbering()
        self._numbers, self._sizes, self._marks = array("i"), array("i"), bytearray()
        self.unwritten: list[tuple[int, str]] = []
        """What is meant but written otherwise, and synonyms that are rows of words, each behind its place."""
        self.unended: list[tuple[int, str, str]] = []
        """Words that lack their end, each behind its place and with a word that has the end."""

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._sizes)

    def add(self, said: Said) -> None:
        """Take what the next document says."""
        document = len(self) << FIELD_BITS
        self._numbers.extend(map(self._names.__getitem__, said.words))
        self._sizes.append(len(said.words))
        self._marks += said.marks
        self.unwritten += [(document | int(each[0]), each[1:]) for each in said.unwritten]
        for each in said.unended:
            first, whole = each[1:].split(" ")
            self.unended.append((document | int(each[0]), first, whole))

    def written(self) -> Stream:
        """Return the words that are written."""
        marks = np.frombuffer(self._marks, np.uint32).astype(np.int32)
        documents = np.repeat(np.arange(len(self), dtype=np.int32), array_of(self._sizes))
        places = documents << FIELD_BITS | marks & (1 << FIELD_BITS) - 1
        return Stream(self._names, np.frombuffer(self._numbers, np.int32), places, marks >> FIELD_BITS)


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


def numbering(known: Iterable[str] = ()) -> defaultdict[str, int]:
    """Return a dictionary that numbers names as they come, after those that are known, each once."""
    names: defaultdict[str, int] = defaultdict(None, zip(known, count(), strict=False))
    names.default_factory = names.__len__
    return names
