"""Which documents have each term, and how weighty it is there.

A place is a document's number above the bits of a field; a posting is a document's number above a weight, which has
as many bits. Arrays have one dimension and stand side by side.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from generator.search.said import FIELD_BITS
from generator.search.tokens import Numbers, Stream, array_of, starts_of

Weights = NDArray[np.float64]
Keys = NDArray[np.int64]
"""Two numbers in one, the first in the upper half: a term and a posting, or a word and a place."""

_FIELDS = np.array((11.0, 7.0, 4.5, 1.5, 3.0))
"""What a word weighs in each field of a document: title, tags, summary, text, search words."""
_MOST_FOR_COUNT = 2.0
_HALF, _FULL = 4.0, 0.8
"""Of which weight a word says half of what it can say, and what it says of the greatest one: a title more than a
text, but not ten times more."""
_AT_ONCE = 5_000
"""The postings of how many terms are packed at once, so that memory does not grow with all of them."""
_GREATEST = array_of((1 << bits) - 1 for bits in (7, 14, 21, 28))
"""The greatest numbers that one, two, three and four bytes can hold with seven bits in each."""
_LOW = (1 << FIELD_BITS) - 1
"""The bits of a field or a weight, and so the greatest weight."""


def weighed(words: Stream) -> tuple[Numbers, Numbers, Weights]:
    """Return each word once for each of its places, and what it weighs there by how often it stands there."""
    found = keys(words.numbers, words.places)
    order = np.argsort(found)
    first = np.flatnonzero(np.diff(found[order], prepend=-1))
    counts = np.add.reduceat(words.times[order], first)
    found = found[order][first]
    weights = _FIELDS[found & _LOW] + np.minimum(_MOST_FOR_COUNT, np.log2(counts))
    return *divided(found), weights


def merged(terms: Numbers, places: Numbers, weights: Weights) -> Keys:
    """Return the terms in order with their postings, one for each document, with how much of what it can say it says.

    It is most of the term's places there, and one more where the term has other places too.
    """
    levels = _LOW / _FULL * weights / (weights + _HALF)
    rounded = np.clip(np.rint(levels).astype(np.int32), 1, _LOW)
    found = np.sort(keys(terms, places & ~_LOW | rounded))
    last = np.diff(found >> FIELD_BITS, append=-1) != 0
    again = np.diff(found >> FIELD_BITS, prepend=-1) == 0
    most: Keys = np.minimum(found + again, found | _LOW)[last]
    return most


def joined(parts: Iterable[Keys]) -> tuple[Numbers, Numbers]:
    """Return the terms in order, and their postings, of several parts that have different documents."""
    found = np.concatenate([*parts])
    found.sort()
    return divided(found)


def coded(postings: Numbers, counts: Numbers) -> tuple[bytes, Numbers]:
    """Return the postings of all terms, of which there are `counts`, as bytes, and how many bytes each term has.

    They are those of the term after their number.
    """
    data, sizes = bytearray(), [array_of(())]
    for some, size in _coded_at_once(postings, counts):
        data += some
        sizes.append(size)
    return bytes(data), np.concatenate(sizes)


def _coded_at_once(postings: Numbers, counts: Numbers) -> Iterator[tuple[bytes, Numbers]]:
    start = 0
    for first in range(0, len(counts), _AT_ONCE):
        some = counts[first : first + _AT_ONCE]
        end = start + int(some.sum())
        yield _coded(postings[start:end], some)
        start = end


def _coded(postings: Numbers, counts: Numbers) -> tuple[bytes, Numbers]:
    """Return those of a few terms; each is the difference from the document before above its weight."""
    starts = starts_of(counts)
    before = np.append(0, postings[:-1] & ~_LOW)
    before[starts] = 0
    values = (postings - before).astype(np.int32)
    lengths = np.add.reduceat(_sizes(values), starts)
    values = np.insert(values, starts, lengths)
    return _seven_bit(values), lengths + _sizes(lengths)


def _sizes(values: Numbers) -> Numbers:
    """Return how many bytes numbers take with seven bits in each."""
    return np.searchsorted(_GREATEST, values).astype(np.int32) + 1


def _seven_bit(values: Numbers) -> bytes:
    """Return numbers with seven bits a byte, the lowest first."""
    left = np.stack([values >> bits for bits in range(0, int(values.max()).bit_length(), 7)], axis=1)
    used = left > 0
    more = np.pad(used[:, 1:], ((0, 0), (0, 1))).view(np.uint8) << 7
    return ((left & 127).astype(np.uint8) | more)[used].tobytes()


def keys(words: Numbers, places: Numbers) -> Keys:
    """Return pairs of numbers, each as one."""
    return words.astype(np.int64) << 32 | places


def divided(pairs: Keys) -> tuple[Numbers, Numbers]:
    """Return both numbers of each pair."""
    return (pairs >> 32).astype(np.int32), pairs.astype(np.int32)
