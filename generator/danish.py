"""Danish words for the search: one spelling, one stem, and the words inside compounds.

`theme_overrides/assets/js/danish.js` does the same to what a reader types; a test holds them together.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import snowballstemmer

STOP_WORDS = frozenset(
    """
    ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du
    efter eller en end er et for fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor
    hvordan hvorfor i ikke ind ja jeg jer jo kan kun kunne man mange med meget mellem men mig min mine mod
    ned noget nogle nu når og også om op os over på sammen samt selv sig sin sine sit skal skulle som
    sådan thi til ud under var ved vi vil ville vor være været
    """.split()  # noqa: SIM905
)
"""Words that say nothing about what a text is about."""

_WORD = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")
_SPELLINGS = (
    ("aa", "å"),
    ("ae", "æ"),
    ("oe", "ø"),
    ("ä", "æ"),
    ("ö", "ø"),
    ("é", "e"),
    ("è", "e"),
    ("ü", "y"),
)
_KEPT = ("ledig", "intellig")
"""Words whose stem would fall together with another word's: ledig and ledelse, intelligens and intern."""
_ENDING = re.compile(
    r"(?:[lnt]?ing|e?ls|s?e?lig|hed|skab|ende|isk|sk|itet|tion|ell|sigt|g?ern|er|sk|ism|mæssig|bar|som)"
    r"(?:e|en|er|et|erne|ene|ens|ernes|ere|s|t)*"
)
"""Endings that are words too, or look like the end of a compound, and are no part of one."""
_VOWELS = "aeiouyæøå"
_SHORTEST, _LINKS = 3, ("", "s", "e")
_FEWEST_LETTERS = 7


def canonical(text: str) -> str:
    """Return lower-case text in one spelling: Aabenraa, Åbenrå and AABENRÅ are the same word."""
    text = unicodedata.normalize("NFC", text).lower()
    for written, meant in _SPELLINGS:
        text = text.replace(written, meant)
    return text


def words(text: str) -> Iterator[str]:
    """Yield the words of canonical text in order, hyphenated ones both in parts and joined."""
    for found in _WORD.findall(text):
        if "-" in found or "–" in found:
            parts = re.split("[-–]", found)
            yield from parts
            if all(len(part) > 1 for part in parts):
                yield "".join(parts)
        else:
            yield found


@cache
def stem(word: str) -> str:
    """Return the stem of a canonical word, the same for vejledning and vejlede, center and centret."""
    for kept in _KEPT:
        if word.startswith(kept):
            return kept if len(word) <= len(kept) + 4 else word
    short: str = _STEMMER.stemWord(word)
    if len(short) > 8 and short.endswith("ning") and short[-5] not in _VOWELS:
        return short[:-4]
    if len(short) > 6 and short.endswith("ing"):
        return short[:-3]
    return short[:-1] if len(short) > 4 and short.endswith("tr") else short


def parts(word: str, lexicon: "Lexicon") -> tuple[str, ...]:
    """Return the words inside a compound, the larger before the smaller ones that they are made of."""
    split = lexicon.split(word)
    if split is None:
        return ()
    return tuple(dict.fromkeys(part for half in split for part in (half, *parts(half, lexicon))))


class Lexicon:
    """The words that compounds may be made of, learnt from the texts themselves."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Learn from canonical words and how often each occurs."""
        self._counts = Counter({word: n for word, n in counts.items() if _may_be_part(word)})
        self._stems: Counter[str] = Counter()
        for word, n in self._counts.items():
            self._stems[stem(word)] += n
        self._learn_heads(counts)
        self._total = math.log(self._stems.total() + 1)

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two words that a compound most likely consists of."""
        if len(word) < _FEWEST_LETTERS or not word.isalpha():
            return None
        best, found = math.inf, None
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            head = word[end:]
            heads = self._stems.get(stem(head), 0)
            if not heads or not _may_be_part(head):
                continue
            for link in _LINKS:
                first = word[: end - len(link)]
                if link and not word.startswith(link, len(first)):
                    continue
                cost = self._cost(first, heads, link, head)
                if cost < best:
                    best, found = cost, (first, head)
        return found

    def _cost(self, first: str, heads: int, link: str, head: str) -> float:
        count = self._counts.get(first, 0)
        if not count and (link or len(first) < 5 or not self._stems.get(first)):
            return math.inf
        if min(len(first), len(head)) == _SHORTEST and min(count, heads) < 3:
            return math.inf
        count = count or 1
        return 2 * self._total - math.log(count) - math.log(heads) + (0.3 if link == "e" else 0)

    def _learn_heads(self, counts: Mapping[str, int]) -> None:
        """Learn the ends that several compounds share, such as -forløb, though they never stand alone."""
        ends: dict[str, set[str]] = {}
        for word in counts:
            if len(word) < _FEWEST_LETTERS + 2 or not word.isalpha():
                continue
            for end in range(4, len(word) - 3):
                first = word[:end]
                if max(self._counts.get(first, 0), self._counts.get(first.removesuffix("s"), 0)) > 1:
                    ends.setdefault(stem(word[end:]), set()).add(first)
        for head, firsts in ends.items():
            if len(firsts) >= 3 and len(head) >= 4 and head not in self._stems and _may_be_part(head):
                self._stems[head] = 1


def count(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word occurs in canonical texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(words(text))
    return counts


def _may_be_part(word: str) -> bool:
    return (
        len(word) >= _SHORTEST and word.isalpha() and word not in STOP_WORDS and not _ENDING.fullmatch(word)
    )


_STEMMER = snowballstemmer.stemmer("danish")
