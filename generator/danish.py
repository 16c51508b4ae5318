"""Danish words for the search: one spelling, one stem, and the words inside compounds.

`theme_overrides/assets/js/danish.js` does the same to what a reader types; a test holds them together.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from Stemmer import Stemmer

STOP_WORDS = frozenset(
    """
    ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog
    du efter eller en end er et fik for fra få fået får gjorde gjort gør gøre ham han hans har havde
    have hende hendes her hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i
    gælde gælder gældende gjaldt ca fx mv osv pr
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
_DERIVED = ("ering", "ation", "ator", "ativ")
"""What makes other words of a verb in -ere: koordinering, koordination and koordinator of koordinere."""
_ENDING = re.compile(
    r"(?:[lnt]?ing|e?ls|s?e?lig|hed|skab|ende|isk|sk|itet|tion|ell|sigt|g?ern|er|sk|ism|mæssig|bar|som)"
    r"(?:e|en|er|et|erne|ene|ens|ernes|ere|s|t)*"
)
"""Endings that are words too, or look like the end of a compound, and are no part of one."""
_VOWELS = "aeiouyæøå"
_SHORTEST, _LINKS = 3, ("", "s", "e")
_LINKED_BY_E = 0.74
"""How likely a compound is that is linked by e, when the one without is 1."""
_FEWEST_LETTERS = 7
_STEM_ALONE = 4
"""How short a beginning such as arbejd- is too short to be known by its stem alone."""


def lowered(text: str) -> str:
    """Return text in small letters, each of them one character."""
    return unicodedata.normalize("NFC", text).lower()


def canonical(text: str) -> str:
    """Return lower-case text in one spelling: Aabenraa, Åbenrå and AABENRÅ are the same word."""
    text = lowered(text)
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
    if word.startswith(_KEPT):
        return next((kept for kept in _KEPT if word.startswith(kept) and len(word) <= len(kept) + 4), word)
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
        return short[:-3] if short[-3] == short[-4] else short[:-2]
    verb = short.removesuffix(next(filter(short.endswith, _DERIVED), ""))
    if 4 <= len(verb) < len(short):
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
        alone = {word: n for word, n in counts.items() if _may_be_part(word)}
        self._stems: Counter[str] = Counter()
        for word, n in alone.items():
            self._stems[stem(word)] += n
        for head in _shared_heads(counts, alone):
            self._stems.setdefault(head, 1)
        self._firsts: dict[str, tuple[int, tuple[str, ...]]] = {
            short: (1, ("",)) for short in self._stems if len(short) > _STEM_ALONE
        }
        self._firsts |= {word: (n, _LINKS) for word, n in alone.items()}
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
            if self._stems.get(stem(word[at:])):
                return word[at:]
        return ""

    def _count_as_head(self, head: str) -> int:
        return self._stems.get(stem(head), 0) if _may_be_part(head) else 0


def _shared_heads(counts: Iterable[str], alone: Mapping[str, int]) -> Iterator[str]:
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
        if _may_be_part(end):
            heads[stem(end)] |= found
    for head, found in heads.items():
        if len(found) >= 3 and len(head) >= 4 and _may_be_part(head):
            yield head


def _may_be_part(word: str) -> bool:
    return (
        len(word) >= _SHORTEST and word.isalpha() and word not in STOP_WORDS and not _ENDING.fullmatch(word)
    )


_STEMMER = Stemmer("danish", 0)
