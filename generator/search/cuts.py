"""How words can be cut in two: it follows from the words alone and is true whatever texts say, so that it is kept."""

from array import array
from bisect import bisect_left
from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator import store
from generator.search.language import Language
from generator.search.tokens import Numbers, array_of, numbering
from generator.store import NOTHING, Store

Places = NDArray[np.int64]

KIND = "cuts"
"""What a store has them under."""
SHORTEST, FEWEST_LETTERS = 3, 7
"""How many letters each of the two words has at least, and a word that is cut."""
_LAST = "\U0010ffff"
"""What sorts behind every letter."""
_MOST_WORDS = 2
"""How many times the words that are asked for may be known, before the cuts are begun anew."""


class Rows(NamedTuple):
    """Cuts side by side, word by word: its number, those of the first word, of the link behind it, and of the head."""

    words: Numbers
    firsts: Numbers
    links: Numbers
    heads: Numbers

    def only(self, chosen: Places) -> "Rows":
        """Return some of them."""
        return Rows(*(column[chosen] for column in self))


class Cuts:
    """All ways to cut some words behind some first words, and behind the link that may follow."""

    def __init__(self, language: Language, kept: Store = NOTHING) -> None:
        """Know what a store has of them."""
        self._language, self._store, self._key = language, kept, store.key(language.name)
        self.words, self.firsts, self.heads = numbering(), numbering(), numbering()
        self.stems: list[str] = []
        """Those of the heads."""
        self._rows = array("i")
        for content in kept.find(KIND, [self._key]).values():
            text, _, rows = content.partition(b"\0")
            words, firsts, heads, self.stems = map(_names, text.decode().split("\n"))
            self.words, self.firsts, self.heads = map(numbering, (words, firsts, heads))
            self._rows.frombytes(rows)
        self._before, self._asked = len(self.words) + len(self.firsts), 0

    def look(self, words: Collection[str], firsts: Collection[str] = ()) -> bool:
        """Cut more words, and behind more first words; return whether any of the words is new."""
        if not self._language.links:
            return False
        self._asked = max(self._asked, len(words))
        self._begin([first for first in firsts if first not in self.firsts])
        before = len(self.words)
        for word in words:
            if word not in self.words and len(word) >= FEWEST_LETTERS and word.isalpha():
                self.words[word] = len(self.words)
                for end in range(SHORTEST, len(word) - SHORTEST + 1):
                    if (first := word[:end]) in self.firsts:
                        self._cut(word, first)
        self.stems += map(self._language.stem, islice(self.heads, len(self.stems), None))
        return len(self.words) > before

    def rows(self) -> Rows:
        """Return all cuts, those behind shorter first words before those behind longer ones."""
        words, firsts, links, heads = np.array(self._rows, np.int32).reshape(-1, 4).T
        order = np.lexsort((links, array_of(map(len, self.firsts))[firsts], words)).astype(np.int64)
        return Rows(words, firsts, links, heads).only(order)

    def keep(self) -> None:
        """Put into the store what is new; where most words are in no text any more, begin anew the next time."""
        if len(self.words) > _MOST_WORDS * self._asked:
            self._store.keep(KIND, {self._key: b"\n\n\n\0"})  # four empty lines of names
        elif len(self.words) + len(self.firsts) > self._before:
            lines = map(" ".join, (self.words, self.firsts, self.heads, self.stems))
            self._store.keep(KIND, {self._key: "\n".join(lines).encode() + b"\0" + self._rows.tobytes()})

    def _begin(self, firsts: Collection[str]) -> None:
        """Cut the words that are known behind new first words."""
        words = sorted(self.words) if firsts else []
        for first in firsts:
            self.firsts[first] = len(self.firsts)
            for word in words[bisect_left(words, first) : bisect_left(words, first + _LAST)]:
                self._cut(word, first)

    def _cut(self, word: str, first: str) -> None:
        for link, letters in enumerate(self._language.links):
            start = len(first) + len(letters)
            if len(word) - start >= SHORTEST and word.startswith(letters, len(first)):
                row = (self.words[word], self.firsts[first], link, self.heads[word[start:]])
                self._rows.extend(row)


def _names(line: str) -> list[str]:
    return line.split(" ") if line else []
