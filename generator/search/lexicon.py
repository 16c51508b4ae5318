"""The words inside compounds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.search.language import Language

_SHORTEST = 3
_LINKED_BY_E = 0.74
"""How likely a compound is that is linked by e, when the one without is 1."""
_FEWEST_LETTERS = 7
_STEM_ALONE = 4
"""How short a beginning such as arbejd- is too short to be known by its stem alone."""


class Lexicon:
    """The words that compounds may be made of, learnt from the texts themselves; none in a language without them."""

    def __init__(self, language: Language, counts: Mapping[str, int]) -> None:
        """Learn from canonical words and how often each occurs."""
        counts = counts if language.links else {}
        self._language, self._stem = language, language.stem
        self._is_ending = re.compile(language.ending).fullmatch
        alone = {word: n for word, n in counts.items() if self._may_be_part(word)}
        self._stems: Counter[str] = Counter()
        for word, n in alone.items():
            self._stems[self._stem(word)] += n
        for head in self._shared_heads(counts, alone):
            self._stems.setdefault(head, 1)
        self._firsts: dict[str, tuple[int, tuple[str, ...]]] = {
            short: (1, ("",)) for short in self._stems if len(short) > _STEM_ALONE
        }
        self._firsts |= {word: (n, language.links) for word, n in alone.items()}
        self._as_head = cache(self._count_as_head)
        self._parts: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words inside a compound, the larger before the smaller ones that they are made of."""
        if word not in self._parts:
            first, head = self.split(word) or ("", "")
            parts = (first, *self.parts(first), head, *self.parts(head)) if first else ()
            self._parts[word] = tuple(dict.fromkeys(parts))
        return self._parts[word]

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two words that a compound most likely consists of."""
        if len(word) < _FEWEST_LETTERS or not word.isalpha():
            return None
        best, found = 0.0, None
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            first = word[:end]
            if first not in self._firsts:
                continue
            common, links = self._firsts[first]
            for link in links:
                if word.startswith(link, end):
                    head = word[end + len(link) :]
                    heads = self._as_head(head)
                    if not heads or (min(end, len(head)) == _SHORTEST and min(common, heads) < 3):
                        continue
                    likely = common * heads * (_LINKED_BY_E if link == "e" else 1)
                    if likely > best:
                        best, found = likely, (first, head)
        return found

    def ending(self, word: str) -> str:
        """Return the longest known word that a word ends in: terapeuterne of fysioterapeuterne."""
        for at in range(_SHORTEST, len(word) - _SHORTEST):
            if self._stems.get(self._stem(word[at:])):
                return word[at:]
        return ""

    def _count_as_head(self, head: str) -> int:
        return self._stems.get(self._stem(head), 0) if self._may_be_part(head) else 0

    def _shared_heads(self, counts: Iterable[str], alone: Mapping[str, int]) -> Iterator[str]:
        """Yield the stems of ends that several compounds share, such as -forløb, though they never stand alone."""
        firsts = {word for word, n in alone.items() if n > 1}
        firsts |= {f"{word}s" for word in firsts}
        ends: dict[str, set[str]] = defaultdict(set)
        for word in counts:
            if len(word) >= _FEWEST_LETTERS + 2 and word.isalpha():
                for at in range(4, len(word) - 3):
                    if word[:at] in firsts:
                        ends[word[at:]].add(word[:at])
        heads: dict[str, set[str]] = defaultdict(set)
        for end, found in ends.items():
            if self._may_be_part(end):
                heads[self._stem(end)] |= found
        for head, found in heads.items():
            if len(found) >= 3 and len(head) >= 4 and self._may_be_part(head):
                yield head

    def _may_be_part(self, word: str) -> bool:
        return (
            len(word) >= _SHORTEST
            and word.isalpha()
            and word not in self._language.stop_words
            and not self._is_ending(word)
        )
