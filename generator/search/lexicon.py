"""The words inside compounds."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from generator.search.cuts import SHORTEST, Cuts, Places
from generator.search.language import Language
from generator.search.postings import Weights
from generator.search.tokens import Numbers, array_of

_LINKED_BY_E = 0.74
"""How likely a compound is that is linked by e, when the one without is 1."""
_STEM_ALONE = 4
"""How short a beginning such as arbejd- is too short to be known by its stem alone."""
_SHARED_FROM, _SHARED = 9, 4
"""How many letters a compound has at least, and each of its words, that tells of an end which several share."""


class Lexicon:
    """The words that compounds may be made of, learnt from the texts themselves; none in a language without them."""

    def __init__(self, language: Language, counts: Mapping[str, int], cuts: Cuts | None = None) -> None:
        """Learn from canonical words and how often each occurs; `cuts` may know some of them."""
        counts = counts if language.links else {}
        self._language, self._stem = language, language.stem
        self._is_ending = re.compile(language.ending).fullmatch
        self._cuts = cuts or Cuts(language)
        self._alone = {word: n for word, n in counts.items() if self._may_be_part(word)}
        self._stems: Counter[str] = Counter()
        for word, n in self._alone.items():
            self._stems[self._stem(word)] += n
        self._cuts.look(counts, self._beginnings())
        for head in [*self._shared_heads(counts)]:
            self._stems[head] = 1
        self._firsts = self._beginnings()

    def parts(self, words: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the words inside compounds, those of some words among them.

        The larger stand before the smaller ones that they are made of.
        """
        splits = self.splits(words)
        while self._cuts.look([*chain.from_iterable(splits.values())]):
            splits = self.splits()
        parts: dict[str, tuple[str, ...]] = {}
        for word in sorted(splits, key=len):
            first, head = splits[word]
            inside = (first, *parts.get(first, ()), head, *parts.get(head, ()))
            parts[word] = tuple(dict.fromkeys(inside))
        return parts

    def splits(self, words: Collection[str] = ()) -> dict[str, tuple[str, str]]:
        """Return the two words that compounds most likely consist of, those of some words among them."""
        cuts = self._cuts
        cuts.look(words, self._firsts)
        rows = cuts.rows()
        common = array_of(map(self._firsts.get, cuts.firsts, repeat(0)))[rows.firsts]
        heads = array_of(map(self._count_as_head, cuts.heads, cuts.stems))[rows.heads]
        factors = np.array([_LINKED_BY_E if link == "e" else 1.0 for link in self._language.links])
        likely = common.astype(np.int64) * heads * factors[rows.links]
        shorter = np.minimum(_lengths(cuts.firsts)[rows.firsts], _lengths(cuts.heads)[rows.heads])
        is_alone = _among(self._alone, cuts.firsts)[rows.firsts]
        is_linked = ~_among({""}, self._language.links)[rows.links]
        likely[(shorter == SHORTEST) & (np.minimum(common, heads) < 3) | is_linked & ~is_alone] = 0
        best = rows.only(_greatest(rows.words, likely))
        words, beginnings, ends = [*cuts.words], [*cuts.firsts], [*cuts.heads]
        found = zip(best.words.tolist(), best.firsts.tolist(), best.heads.tolist(), strict=True)
        return {words[word]: (beginnings[first], ends[head]) for word, first, head in found}

    def ending(self, word: str) -> str:
        """Return the longest known word that a word ends in: terapeuterne of fysioterapeuterne."""
        for at in range(SHORTEST, len(word) - SHORTEST):
            if self._stems.get(self._stem(word[at:])):
                return word[at:]
        return ""

    def _beginnings(self) -> dict[str, int]:
        """Return how common each word is that a compound may begin with; a stem by itself is as rare as can be."""
        return {short: 1 for short in self._stems if len(short) > _STEM_ALONE} | self._alone

    def _count_as_head(self, head: str, stem: str) -> int:
        count = self._stems.get(stem, 0)
        return count if count and self._may_be_part(head) else 0

    def _shared_heads(self, counts: Mapping[str, int]) -> Iterator[str]:
        """Yield the stems of ends that several compounds share, such as -forløb, though they never stand alone."""
        cuts, links = self._cuts, self._language.links
        rows, sizes, ends = cuts.rows(), _lengths(cuts.words), _lengths(cuts.heads)
        often = array_of(map(self._alone.get, cuts.firsts, repeat(0))) > 1
        is_known, is_written = _among(self._stems, cuts.stems), _among(counts, cuts.words)
        may_be = often[rows.firsts] & ~is_known[rows.heads] & _among({"", "s"}, links)[rows.links]
        may_be &= is_written[rows.words] & (sizes[rows.words] >= _SHARED_FROM)
        may_be &= np.minimum(ends[rows.heads], sizes[rows.words] - ends[rows.heads]) >= _SHARED
        rows = rows.only(np.flatnonzero(may_be))
        firsts, heads = [*cuts.firsts], [*cuts.heads]
        found: dict[str, set[str]] = defaultdict(set)
        for _, first, link, head in zip(*(column.tolist() for column in rows), strict=True):
            found[heads[head]].add(firsts[first] + links[link])
        several: dict[str, set[str]] = defaultdict(set)
        for head, before in found.items():
            if self._may_be_part(head):
                several[self._stem(head)] |= before
        for stem, before in several.items():
            if len(before) >= 3 and len(stem) >= _SHARED and self._may_be_part(stem):
                yield stem

    def _may_be_part(self, word: str) -> bool:
        return (
            len(word) >= SHORTEST
            and word.isalpha()
            and word not in self._language.stop_words
            and not self._is_ending(word)
        )


def _lengths(names: Iterable[str]) -> Numbers:
    return array_of(map(len, names))


def _among(known: Container[str], names: Iterable[str]) -> NDArray[np.bool_]:
    return np.fromiter(map(known.__contains__, names), np.bool_)


def _greatest(groups: Numbers, values: Weights) -> Places:
    """Return where the first of the greatest values of each group is, if it is above 0; groups follow each other."""
    if not len(groups):
        return np.flatnonzero(groups)
    firsts = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    most = np.repeat(np.maximum.reduceat(values, firsts), np.diff(np.append(firsts, len(groups))))
    greatest = np.flatnonzero((values == most) & (values > 0))
    return greatest[np.unique(groups[greatest], return_index=True)[1]]
