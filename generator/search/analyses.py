"""What words are found by: their stems, those of the words inside them, and the groups of what means the same."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np

from generator.search.lexicon import Lexicon
from generator.search.morphology import Morphology
from generator.search.postings import Weights, divided, keys
from generator.search.tokens import Numbers, array_of, numbering, spread

_PART, _SYNONYM = 0.7, 0.6
_SHARES = np.array((1.0, _PART, _SYNONYM, _PART * _SYNONYM))
"""The shares of a word's weight that terms have, the greatest first."""
_SHARE_BITS = 2
_STEM, _INSIDE, _GROUP = range(3)
"""Where they stand: that of its stem, of the stem of a word inside, and how far behind each of these its group's."""


class Analyses(NamedTuple):
    """What finds words: the names of the terms, in order, and word by word their numbers and shares of its weight."""

    names: list[str]
    own: Numbers
    """The number of the term that is each word's stem; -1 where it has none, as a stop word."""
    sizes: Numbers
    """How many terms each word has."""
    found: Numbers
    shares: Weights


class _Terms(NamedTuple):
    """Terms side by side: the word that each finds, the number of its name, and where its share stands."""

    words: Numbers
    names: Numbers
    shares: Numbers

    def once(self) -> "_Terms":
        """Return each term of each word once, with the greatest of its shares, word by word."""
        found = np.sort(keys(self.words, self.names) << _SHARE_BITS | self.shares)
        found = found[np.diff(found >> _SHARE_BITS, prepend=-1) > 0]
        return _Terms(*divided(found >> _SHARE_BITS), found.astype(np.int32) & len(_SHARES) - 1)


def analyses(
    words: Collection[str], morphology: Morphology, lexicon: Lexicon, synonyms: Mapping[str, str]
) -> Analyses:
    """Return those of words, or rows of words; `synonyms` has the groups of each stem, and of such rows."""
    said, stop = [*words], morphology.language.stop_words
    at = array_of(place for place, word in enumerate(said) if " " not in word and word not in stop)
    numbers = morphology.look(said[place] for place in at.tolist())
    inside, parts = lexicon.parts(numbers)
    stems = _Terms(
        np.append(at, at[inside]),
        morphology.stems[np.append(numbers, parts)],
        np.repeat((_STEM, _INSIDE), (len(at), len(inside))),
    )
    groups = numbering()
    same = [
        _groups(stems, synonyms, morphology.numbers, groups),
        _rows(said, synonyms, len(morphology), groups),
    ]
    terms = _Terms(*map(np.concatenate, zip(stems, *same, strict=True))).once()
    names = [*morphology.names, *groups]
    is_term = np.zeros(len(names), np.bool_)
    is_term[terms.names] = True
    order = sorted(np.flatnonzero(is_term).tolist(), key=names.__getitem__)
    ranks = np.full(len(names), -1, np.int32)
    ranks[order] = np.arange(len(order))
    own = np.full(len(said), -1, np.int32)
    own[at] = ranks[morphology.stems[numbers]]
    sizes = np.bincount(terms.words, minlength=len(said)).astype(np.int32)
    return Analyses(
        [names[number] for number in order], own, sizes, ranks[terms.names], _SHARES[terms.shares]
    )


def _groups(
    terms: _Terms, synonyms: Mapping[str, str], stems: Mapping[str, int], groups: Mapping[str, int]
) -> _Terms:
    """Return the groups of terms, which get the numbers behind those of all `stems`."""
    known = ((stems[form], some) for form, some in synonyms.items() if form in stems)
    pairs = sorted((form, len(stems) + groups[group]) for form, some in known for group in some.split())
    forms, same = np.array(pairs, np.int32).reshape(-1, 2).T
    at, which = spread(terms.names, np.bincount(forms, minlength=len(stems)).astype(np.int32))
    return _Terms(terms.words[at], same[which], terms.shares[at] + _GROUP)


def _rows(said: Iterable[str], synonyms: Mapping[str, str], behind: int, groups: Mapping[str, int]) -> _Terms:
    """Return the groups of rows of words."""
    rows = ((place, row) for place, row in enumerate(said) if " " in row)
    pairs = [(place, behind + groups[group]) for place, row in rows for group in synonyms[row].split()]
    places, same = np.array(pairs, np.int32).reshape(-1, 2).T
    return _Terms(places, same, np.full_like(places, _GROUP))
