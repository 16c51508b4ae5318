"""The words inside compounds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from generator.search.language import SHORTEST
from generator.search.morphology import STEM_ALONE, Cuts, Morphology, Which
from generator.search.tokens import Numbers, array_of

_LINKED_BY_E = 0.74
"""How likely a compound is that is linked by e, when the one without is 1."""
_SHARED_FROM, _SHARED = 9, 4
"""How many letters a compound has at least, and each of its words, that tells of an end which several share."""
_OFTEN = 3
"""How common both words of a compound are at least, where one of them is as short as can be."""
_SEVERAL = 3
"""How many compounds these are at least."""


class Lexicon:
    """The words that compounds may be made of, learnt from the texts themselves; none in a language without them."""

    def __init__(self, morphology: Morphology, counts: Mapping[str, int]) -> None:
        """Learn from canonical words and how often each occurs."""
        self._morphology, links = morphology, morphology.language.links
        counts = counts if links else {}
        words = morphology.look(counts)
        self._alone = np.zeros(len(morphology), np.int64)
        """How often each name is a word that may be part of a compound."""
        self._alone[words] = array_of(counts.values()) * morphology.is_part[words]
        self._stems = np.zeros(len(morphology), np.int64)
        """How often each is the stem of such words."""
        np.add.at(self._stems, morphology.stems[words], self._alone[words])
        shared = array_of(self._shared_heads(words))
        self._stems[shared] = 1
        morphology.begin(shared)
        is_long = morphology.lengths[: len(self._stems)] > STEM_ALONE
        self._firsts = np.where(self._alone, self._alone, (self._stems > 0) & is_long)
        """How common each is as what compounds begin with; a stem by itself is as rare as can be."""

    def parts(self, words: Numbers) -> tuple[Numbers, Numbers]:
        """Return the words inside compounds, those inside of these among them.

        It is where each compound stands among `words`, and the number of a word inside.
        """
        owners, parts = [array_of(())], [array_of(())]
        at, inside = np.arange(len(words), dtype=np.int32), words
        while len(at):
            self._morphology.learn(inside)
            splits = self.splits(inside)
            place = np.full(len(self._morphology), -1, np.int32)
            place[splits.words] = np.arange(len(splits.words))
            is_split = place[inside] >= 0
            chosen, at = place[inside[is_split]], np.tile(at[is_split], 2)
            inside = np.append(splits.firsts[chosen], splits.heads[chosen])
            owners.append(at)
            parts.append(inside)
        return np.concatenate(owners), np.concatenate(parts)

    def splits(self, words: Numbers) -> Cuts:
        """Return how compounds among some words, of which all is known, are most likely cut in two, each once."""
        morphology, links = self._morphology, self._morphology.language.links
        alone, stems, firsts = map(self._grown, (self._alone, self._stems, self._firsts))
        cuts = morphology.cuts.only(_among(words, morphology)[morphology.cuts.words])
        common = firsts[cuts.firsts]
        heads = stems[morphology.stems[cuts.heads]] * morphology.is_part[cuts.heads]
        begins, ends = morphology.lengths[cuts.firsts], morphology.lengths[cuts.heads]
        factors = np.array([_LINKED_BY_E if link == "e" else 1.0 for link in links])
        is_linked = np.array([link != "" for link in links], np.bool_)
        likely = common * heads * factors[cuts.links]
        likely[(np.minimum(begins, ends) == SHORTEST) & (np.minimum(common, heads) < _OFTEN)] = 0
        likely[is_linked[cuts.links] & (alone[cuts.firsts] == 0)] = 0
        may_be = np.flatnonzero(likely)
        order = np.lexsort([each[may_be] for each in (cuts.links, begins, -likely, cuts.words)])
        cuts = cuts.only(may_be[order])
        return cuts.only(np.diff(cuts.words, prepend=-1) > 0)

    def ending(self, word: str) -> str:
        """Return the longest known word that a word ends in: terapeuterne of fysioterapeuterne."""
        morphology, known = self._morphology, len(self._stems)
        for at in range(SHORTEST, len(word) - SHORTEST):
            number = morphology.numbers.get(morphology.language.stem(word[at:]), known)
            if number < known and self._stems[number]:
                return word[at:]
        return ""

    def _grown(self, counts: Numbers) -> Numbers:
        """Return counts with nothing for the names that came later."""
        return np.pad(counts, (0, len(self._morphology) - len(counts)))

    def _shared_heads(self, words: Numbers) -> Iterator[int]:
        """Yield the stems of ends that several compounds share, such as -forløb, though they never stand alone."""
        morphology, cuts = self._morphology, self._morphology.cuts
        links = np.array([link in ("", "s") for link in morphology.language.links], np.bool_)
        stems = morphology.stems[cuts.heads]
        sizes, ends = morphology.lengths[cuts.words], morphology.lengths[cuts.heads]
        may_be = _among(words, morphology)[cuts.words] & links[cuts.links] & morphology.is_part[cuts.heads]
        may_be &= (self._alone[cuts.firsts] > 1) & (self._stems[stems] == 0)
        may_be &= (sizes >= _SHARED_FROM) & (np.minimum(ends, sizes - ends) >= _SHARED)
        may_be &= morphology.lengths[stems] >= _SHARED
        may_be &= np.bincount(stems[may_be], minlength=len(morphology))[stems] >= _SEVERAL
        names = morphology.names
        several: dict[int, set[str]] = defaultdict(set)
        for word, _, _, head in zip(*(column.tolist() for column in cuts.only(may_be)), strict=True):
            several[int(morphology.stems[head])].add(names[word].removesuffix(names[head]))
        for stem, before in several.items():
            if len(before) >= _SEVERAL and morphology.language.may_be_part(names[stem]):
                yield stem


def _among(words: Numbers, morphology: Morphology) -> Which:
    """Return of each name whether it is one of some words."""
    is_asked = np.zeros(len(morphology), np.bool_)
    is_asked[words] = True
    return is_asked
