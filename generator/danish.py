"""Danish words for the search: one spelling, one stem, and the words inside compounds.

`theme_overrides/assets/js/danish.js` does the same to what a reader types; a test holds them together.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import snowballstemmer

STOP_WORDS = frozenset(
    """
    ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog
    du efter eller en end er et fik for fra få fået får gjorde gjort gør gøre ham han hans har havde
    have hende hendes her hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i
    ikke ind ja jeg jer jo kan kom komme kommer kun kunne man mange med meget mellem men mig min mine
    mod ned noget nogle nu når og også om op os over på sammen samt selv sig sin sine sit skal skulle
    som så sådan thi til ud under var ved vi vil ville vor være været
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
_FORMS = """
    barn børn, mand mænd, hånd hænder hænderne, kraft kræfter kræfterne, fod fødder, tand tænder, binde
    bandt bundet bundne, bringe bragt bragte, bryde brudt brudte, byde budt budte, bære båret bårne, dele
    delt delte, drive drevet drevne, finde fandt fundet fundne, følge fulgt fulgte, føre ført førte, give
    gav givet givne, gøre gjort gjorde gjorte, hjælpe hjalp hjulpet, høre hørt hørte, køre kørt kørte, købe
    købt købte, lægge lagt lagte lagde, lære lært lærte, løse løst løste, måle målt målte, rejse rejst
    rejste, sige sagt sagde, sætte sat satte, skrive skrev skrevet skrevne, skære skåret skårne, sælge solgt
    solgte, sprede spredt spredte, spørge spurgt spurgte, stige steget, tage taget tagne, tale talt talte,
    trække trak trukket trukne, tvinge tvang tvunget tvungne, vælge valgt valgte, vinde vandt vundet, vise
    vist viste
"""
"""Words with the forms that no rule leads back to them."""
_PREFIXES = "af an be for frem gen gennem ind med mis ned om op over på sam til ud under ved"
_IRREGULAR = {
    before + form: before + base
    for base, *forms in map(str.split, _FORMS.split(","))
    for form in forms
    for before in ("", *_PREFIXES.split())
}
_DERIVED = re.compile(r"(?<=.{4})(?:ering|at(?:ion|or|iv))$")
"""What makes other words of a verb in -ere: koordinering, koordination and koordinator of koordinere."""
_ENDING = re.compile(
    r"(?:[lnt]?ing|e?ls|s?e?lig|hed|skab|ende|isk|sk|itet|tion|ell|sigt|g?ern|er|sk|ism|mæssig|bar|som)"
    r"(?:e|en|er|et|erne|ene|ens|ernes|ere|s|t)*"
)
"""Endings that are words too, or look like the end of a compound, and are no part of one."""
_VOWELS = "aeiouyæøå"
_LINK_COST = 0.3
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
    """Return the stem of a canonical word, the same for vejledning and vejlede, regel and regler."""
    for kept in _KEPT:
        if word.startswith(kept):
            return kept if len(word) <= len(kept) + 4 else word
    if word in _IRREGULAR:
        return stem(_IRREGULAR[word])
    short: str = _STEMMER.stemWord(word)
    if short in _IRREGULAR:
        return stem(_IRREGULAR[short])
    return _shortened(short, word)


def _shortened(short: str, word: str) -> str:
    """Return a stem without the endings that the stemmer leaves on it."""
    if len(short) > 8 and short.endswith("isk"):
        return short[:-2]
    if len(short) > 5 and short.endswith("ed") and word.endswith(("ede", "edes")):
        return short[:-2]
    verb = _DERIVED.sub("", short)
    if verb != short:
        short = verb[:-1] if verb[-1] == verb[-2] else verb
    elif len(short) > 8 and short.endswith("ning") and short[-5] not in _VOWELS:
        short = short[:-4]
    elif len(short) > 6 and short.endswith("ing"):
        short = short[:-3]
    if len(short) > 4 and short.endswith(("mr", "tr")):
        return short[:-1]
    if len(short) > 4 and short.endswith("el") and short[-3] not in _VOWELS:
        return (short[:-3] if short[-3] == short[-4] else short[:-2]) + "l"
    return short


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
        self._parts: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words inside a compound, the larger before the smaller ones that they are made of."""
        if word not in self._parts:
            halves = self.split(word) or ()
            self._parts[word] = tuple(
                dict.fromkeys(part for half in halves for part in (half, *self.parts(half)))
            )
        return self._parts[word]

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two words that a compound most likely consists of."""
        if len(word) < _FEWEST_LETTERS or not word.isalpha():
            return None
        best, found = math.inf, None
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            first = word[:end]
            known = self._counts.get(first, 0)
            common = known or self._stems_alone(first)
            if not common:
                continue
            for link in _LINKS if known else ("",):
                if word.startswith(link, end):
                    head = word[end + len(link) :]
                    cost = self._cost(common, first, head) + (_LINK_COST if link == "e" else 0)
                    if cost < best:
                        best, found = cost, (first, head)
        return found

    def ending(self, word: str) -> str:
        """Return the longest known word that a word ends in: terapeuterne of fysioterapeuterne."""
        for at in range(_SHORTEST, len(word) - _SHORTEST):
            if self._stems.get(stem(word[at:])):
                return word[at:]
        return ""

    def _stems_alone(self, first: str) -> int:
        """Return whether a beginning such as arbejd- is known by its stem alone."""
        return 1 if len(first) > 4 and first in self._stems else 0

    def _cost(self, common: int, first: str, head: str) -> float:
        heads = self._stems.get(stem(head), 0) if _may_be_part(head) else 0
        if not heads or (min(len(first), len(head)) == _SHORTEST and min(common, heads) < 3):
            return math.inf
        return 2 * self._total - math.log(common) - math.log(heads)

    def _learn_heads(self, counts: Mapping[str, int]) -> None:
        """Learn the ends that several compounds share, such as -forløb, though they never stand alone."""
        ends: dict[str, set[str]] = defaultdict(set)
        for word in counts:
            if len(word) < _FEWEST_LETTERS + 2 or not word.isalpha():
                continue
            for at in range(4, len(word) - 3):
                first = word[:at]
                if max(self._counts.get(first, 0), self._counts.get(first.removesuffix("s"), 0)) > 1:
                    ends[word[at:]].add(first)
        heads: dict[str, set[str]] = defaultdict(set)
        for end, firsts in ends.items():
            if _may_be_part(end):
                heads[stem(end)] |= firsts
        for head, firsts in heads.items():
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
