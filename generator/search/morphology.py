"""How words are built: their stems, and how they can be cut in two; true whatever texts say, so that it is kept."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator import store
from generator.search.language import SHORTEST, Language
from generator.search.tokens import Numbers, array_of, numbering
from generator.store import NOTHING, Store

Which = NDArray[np.bool_]

KIND = "morphology"
"""What a store has it under."""
STEM_ALONE = 4
"""How short a beginning such as arbejd- is too short to be known by its stem alone."""
_FEWEST_LETTERS = 7
"""How many letters a word has at least that is cut."""
_LAST = "\U0010ffff"
"""What sorts behind every letter."""
_UNKNOWN = -1
"""In place of the number of a stem that nobody asked for."""
_MOST_WORDS = 2
"""How many times the words that are asked for may be known, before all is begun anew."""
_AT_ONCE = 20_000
"""How many words are cut at once, so that memory does not grow with all of them."""
_FEW = 0.01
"""How large a share of what is known may be new without being kept: it is worked out again the next time."""


class Cuts(NamedTuple):
    """Cuts side by side: the numbers of a word, of the first word in it, of the link behind that, and of the head."""

    words: Numbers
    firsts: Numbers
    links: Numbers
    heads: Numbers

    def only(self, chosen: Which | NDArray[np.intp]) -> "Cuts":
        """Return some of them."""
        return Cuts(*(column[chosen] for column in self))


_Begun = tuple[int, int, str, int]
"""The number of a word, that of the name that it begins with, the word, and how many letters the name has."""


class Morphology:
    """Words that were looked up, each with its stem, and all ways to cut it in two.

    Words, stems, and what words begin and end with are names, each with a number, by which the arrays tell of it.
    """

    def __init__(self, language: Language, kept: Store = NOTHING) -> None:
        """Know what a store has of the language."""
        self.language, self._store, self._key = language, kept, store.key(language.name)
        text, told = "", np.empty(0, np.int32)
        for content in kept.find(KIND, [self._key]).values():
            names, _, rest = content.partition(b"\0")
            text, told = names.decode(), np.frombuffer(rest, np.int32)
        self.names = text.split()
        self.numbers = numbering(self.names)
        self.lengths = array_of(map(len, self.names))
        """How many letters each name has."""
        stems, marks, cuts = np.split(told, np.array((1, 2)) * len(self.names))
        self.stems = stems.copy()
        """The number of each name's stem."""
        self.is_part, self._is_first, self._is_word = (marks & mark > 0 for mark in (1, 2, 4))
        """Which names may be part of a compound."""
        self.cuts = Cuts(*cuts.reshape(4, -1))
        """All ways to cut the words behind what compounds may begin with, and behind a link that may follow."""
        self._before, self._asked = self._known(), 0

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self.names)

    def look(self, words: Iterable[str]) -> Numbers:
        """Return the numbers of canonical words, of which all is known then."""
        words = [*words]
        # names in order are quick to put in order
        self._numbered(sorted(word for word in words if word not in self.numbers))
        numbers = self._numbered(words)
        self._asked = max(self._asked, len(numbers))
        self.learn(numbers)
        return numbers

    def learn(self, numbers: Numbers) -> None:
        """Take names for words, of which all is known then."""
        new = np.unique(numbers[~self._is_word[numbers]])
        if not len(new):
            return
        self._stem(new)
        if self.language.links:
            parts = new[self.is_part[new]]
            self._begin(np.append(parts, self._alone(self.stems[parts])))
            for start in range(0, len(new), _AT_ONCE):
                self._cut(self._begun(new[start : start + _AT_ONCE]))
        self._is_word[new] = True

    def begin(self, stems: Numbers) -> None:
        """Let more stems begin compounds."""
        self._begin(self._alone(stems))

    def keep(self) -> None:
        """Put into the store what is new; where most words are in no text any more, begin anew the next time."""
        if np.count_nonzero(self._is_word) > _MOST_WORDS * self._asked:
            self._store.keep(KIND, {self._key: b"\0"})
        elif self._known() > self._before * (1 + _FEW):
            self._store.keep(KIND, {self._key: self._packed()})

    def _packed(self) -> bytes:
        """Return all that is known, as it is read at the beginning."""
        marks = self.is_part + 2 * self._is_first + 4 * self._is_word
        told = np.concatenate([self.stems, marks, *self.cuts], dtype=np.int32)
        return b"".join((" ".join(self.names).encode(), b"\0", told.data))

    def _known(self) -> int:
        return int(np.count_nonzero(self._is_word) + np.count_nonzero(self._is_first))

    def _numbered(self, names: Iterable[str]) -> Numbers:
        """Return the number of each name; nothing is known of those that are new."""
        numbers = array_of(map(self.numbers.__getitem__, names))
        self.names += islice(self.numbers, len(self.names), None)
        if len(self.names) > len(self.lengths):
            lengths = array_of(map(len, self.names[len(self.lengths) :]))
            self.lengths = np.append(self.lengths, lengths)
            self.stems = np.append(self.stems, np.full_like(lengths, _UNKNOWN))
            self.is_part, self._is_first, self._is_word = (
                np.append(each, np.zeros_like(lengths, np.bool_))
                for each in (self.is_part, self._is_first, self._is_word)
            )
        return numbers

    def _stem(self, numbers: Numbers) -> None:
        """Find the stems of names, and which of them may be part of a compound."""
        new = np.unique(numbers[self.stems[numbers] == _UNKNOWN])
        names = [self.names[number] for number in new.tolist()]
        stems = self._numbered(self.language.stems(names))
        self.stems[new] = stems
        self.is_part[new] = np.fromiter(map(self.language.may_be_part, names), np.bool_)

    def _alone(self, stems: Numbers) -> Numbers:
        return stems[self.lengths[stems] > STEM_ALONE]

    def _begin(self, firsts: Numbers) -> None:
        """Let more names begin compounds, and cut the words that are known already behind them."""
        new = np.unique(firsts[~self._is_first[firsts]])
        self._is_first[new] = True
        words = sorted(filter(_is_cut, compress(self.names, self._is_word.tolist()))) if len(new) else []
        begun: list[_Begun] = []
        for number in new.tolist() if words else ():
            first = self.names[number]
            some = words[bisect_left(words, first) : bisect_left(words, first + _LAST)]
            begun += ((self.numbers[word], number, word, len(first)) for word in some)
        self._cut(begun)

    def _begun(self, words: Numbers) -> list[_Begun]:
        """Return words with each name that they begin with as a compound does."""
        is_first, number_of = self._is_first.tolist(), self.numbers.get
        names = ((number, self.names[number]) for number in words.tolist())
        return [
            (number, first, word, end)
            for number, word in names
            if _is_cut(word)
            for end in range(SHORTEST, len(word) - SHORTEST + 1)
            if (first := number_of(word[:end])) is not None and is_first[first]
        ]

    def _cut(self, begun: Sequence[_Begun]) -> None:
        """Cut words behind what they begin with."""
        for link, letters in enumerate(self.language.links):
            cut = [
                (number, first, word[end + len(letters) :])
                for number, first, word, end in begun
                if word.startswith(letters, end) and len(word) - end - len(letters) >= SHORTEST
            ]
            if cut:
                words, firsts, heads = zip(*cut, strict=True)
                new = Cuts(array_of(words), array_of(firsts), np.full(len(cut), link), self._numbered(heads))
                self._stem(new.heads)
                self.cuts = Cuts(
                    *(np.append(*each).astype(np.int32) for each in zip(self.cuts, new, strict=True))
                )


def _is_cut(word: str) -> bool:
    return len(word) >= _FEWEST_LETTERS and word.isalpha()
