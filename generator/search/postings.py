"""Which documents have each term, and how weighty it is there.

A place is a document's number times sixteen plus a field; a posting is a document's number times sixteen
plus a weight. Arrays have one dimension and stand side by side.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.search.tokens import Numbers, Stream, starts_of

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
_LOW = 15
"""The four bits of a field or a weight, and so the greatest weight."""


def weighed(words: Stream) -> tuple[Numbers, Numbers, Weights]:
    """Return each word once for each of its places, and what it weighs there by how often it stands there."""
    keys, at = np.unique(_keys(words.numbers, words.places), return_inverse=True)
    counts = np.bincount(at, words.times)
    weights = _FIELDS[keys & _LOW] + np.minimum(_MOST_FOR_COUNT, np.log2(counts))
    return *_divided(keys), weights


def merged(terms: Numbers, places: Numbers, weights: Weights) -> Keys:
    """Return the terms in order with their postings, one for each document, with how much of what it can say it says.

    It is most of the term's places there, and one more where the term has other places too.
    """
    levels = _LOW / _FULL * weights / (weights + _HALF)
    rounded = np.clip(np.rint(levels).astype(np.int32), 1, _LOW)
    keys = np.sort(_keys(terms, places & ~_LOW | rounded))
    same = keys[1:] >> 4 == keys[:-1] >> 4
    last, again = np.append(~same, True), np.append(False, same)
    found: Keys = np.minimum(keys + again, keys | _LOW)[last]
    return found


def joined(parts: Iterable[Keys]) -> tuple[Numbers, Numbers]:
    """Return the terms in order, and their postings, of several parts that have different documents."""
    keys = np.concatenate([*parts])
    keys.sort()
    return _divided(keys)


def coded(postings: Numbers, counts: Numbers) -> Iterator[bytes]:
    """Yield the postings of each term, of which there are `counts`, as bytes after the number of these bytes."""
    start = 0
    for first in range(0, len(counts), _AT_ONCE):
        some = counts[first : first + _AT_ONCE]
        end = start + int(some.sum())
        yield from _coded(postings[start:end], some)
        start = end


def _coded(postings: Numbers, counts: Numbers) -> Iterator[bytes]:
    """Yield those of a few terms; each is the difference from the document before above its weight."""
    starts = starts_of(counts)
    before = np.append(0, postings[:-1] & ~_LOW)
    before[starts] = 0
    data, sizes = _seven_bit((postings - before).astype(np.int32))
    lengths = np.add.reduceat(sizes, starts)
    heads, head_sizes = _seven_bit(lengths)
    for head, body in zip(_cut(heads, head_sizes), _cut(data, lengths), strict=True):
        yield head + body


def _seven_bit(values: Numbers) -> tuple[bytes, Numbers]:
    """Return numbers with seven bits a byte, the lowest first, and how many bytes each takes."""
    left = np.stack([values >> bits for bits in range(0, int(values.max()).bit_length(), 7)], axis=1)
    used = left > 0
    more = np.pad(used[:, 1:], ((0, 0), (0, 1))).view(np.uint8) << 7
    return ((left & 127).astype(np.uint8) | more)[used].tobytes(), used.sum(axis=1)


def _cut(data: bytes, sizes: Numbers) -> Iterator[bytes]:
    return (data[start:end] for start, end in pairwise((0, *np.cumsum(sizes).tolist())))


def _keys(words: Numbers, places: Numbers) -> Keys:
    return words.astype(np.int64) << 32 | places


def _divided(keys: Keys) -> tuple[Numbers, Numbers]:
    return (keys >> 32).astype(np.int32), keys.astype(np.int32)
