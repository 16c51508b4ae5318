"""Danish words for the search: one spelling, one stem, and the words inside compounds.

`theme_overrides/assets/js/search/danish.js` does the same to what a reader types; a test holds them together.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from Stemmer import Stemmer

_STOP = """
    ad af aldrig alle allerede alligevel alt altid altså anden andet andre at bare begge blandt blev
    blevet blive bliver burde bør både ca da de dem den denne der deraf deres derfor derfra derved det
    dette dig din dine disse dit dog du efter egentlig ej eller ellers en én end endnu enkelt éns ens
    enten er et faktisk fik for foran fordi fra fx før først få fået får gennem gerne gjaldt gjorde gjort
    gælde gældende gælder gør gøre haft ham han hans har havde have heller hellere hen hende hendes henne
    her herfra herhjemme hinanden hos hun hvad hvem hver hverken hvert hvilke hvilken hvilket hvis hvor
    hvordan hvorfor hvorfra hvorhen hvori hvornår hvorvidt i idet igen igennem ikke imellem imens imod ind
    inde inden indtil ingen inkl intet ja jeg jer jeres jo kan kom komme kommer kommet kun kunne kunnet
    langs lige ligesom man mange med meget mellem men mens mere mest mig min mindst mine mit mod mon mv må
    måske måtte ned nede nej netop nogen nogensinde noget nogle nok nu nær nævnte når og også om omkring
    op oppe os osv over overfor overhovedet overvejende pga pr på samme sammen samt se selv selve selvom
    ses siden sig sin sine sit skal skulle skullet snart som stadig så sådan således thi til tilbage tit
    ud ude uden udenfor udover under undervejs ved vedrørende vi via vil ville villet vor vores være været
"""
STOP_WORDS = frozenset(_STOP.split())
"""Words that say nothing about what a text is about: pronouns, prepositions, conjunctions, adverbs, auxiliaries."""
_LIGHT = """
    anbefale arbejde bede bedre bedst begynde bestemt betyde bringe bruge case dag dårlig eksempel
    ekstra emne erfaring fast finde flere flest folk forbedre foregå forskel forskellig forsøge
    fortsætte fortælle fremme fungere fylde færre færrest følge gang ganske generelt gennemføre give god
    gode grund gå handle hel hente holde hurtig hverdag høj håndtere indføre interessant kende klare
    komme konkret kort lade lang lave let lidt ligge lille lykkes længe løbe løse løsning mangle mene
    menneske metode mindre mulig mulighed mængde måde måle nem ny nytte næste nødvendig nå opleve opnå
    opstå ordentlig ordning passe problem projekt prøve resultat rigtig ringe sag samtidig sende sidste
    sige sikre skabe skaffe ske slags slippe slutte slå små spørge spørgsmål sted stille stoppe stor
    størst stå svær sætte tage tale temmelig tilbyde tiltag ting tro type tænke umulig undgå vide vigtig
    virke virkelig virkning vise vælge ændre øge ønske år
"""

_WORD = re.compile(r"[0-9]+,[0-9]+|[^\W_]+(?:[-–](?![0-9]+,[0-9])[^\W_]+)*")
_NUMBER = re.compile(r"(?<![0-9.,])(?:([0-9]{1,3}(?:[. ][0-9]{3})+)|([0-9]+))(?:[.,]([0-9]+))?(?![.,]?[0-9])")
"""A number as people write it: 100000, 100.000 or 100 000, and 12,5 or 12.5."""
_FRACTION = re.compile(r"(?:([0-9]+) ?)?([¼½¾])")
_FRACTIONS = {"¼": "25", "½": "5", "¾": "75"}
_SPELLINGS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ä", "æ"), ("ö", "ø"))
_FOREIGN = str.maketrans({"ð": "d", "đ": "d", "ł": "l", "œ": "ø", "ß": "ss", "þ": "th"})
_ACCENTED = re.compile(r"[^\x00-\x7fæøå]+")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_KEPT_HEADS = ("ejendom", "fordom", "intellig", "ledig", "mulig")
_KEPT = re.compile(f"({'|'.join(_KEPT_HEADS)})(?:hed|ens|ent)?(?:m?e[nrt]?s?|m?ernes?|m?ene|t|s)?")
"""Words whose stem would fall together with another word's: ledig and ledelse, intelligens and intern."""
FORMS = """
    barn børn, mand mænd, hånd hænder hænderne, kraft kræfter kræfterne, fod fødder, tand tænder, ny nye
    nyt nyere nyeste, stor større størst største, lang længere længst længste, ung yngre yngst yngste,
    binde bandt bundet bundne, bringe bragt bragte, bryde brudt brudte, byde budt budte, bære båret bårne,
    dele delt delte, drikke drak drukket, drive drevet drevne drev, finde fandt fundet fundne, flyde flød
    flydt, firma firmær firmærne, få får fik fået, følge fulgt fulgte, føre ført førte, give gav givet
    givne, gribe greb grebet grebne, gå går gik gået, gøre gjort gjorde gjorte, hjælpe hjalp hjulpet,
    hænge hang hængt hængte, høre hørt hørte, kende kendt kendte, køre kørt kørte, købe købt købte,
    levering levere leverer leveret leverede, lyde lød lydt, lægge lagt lagte lagde, lære lært lærte, løse
    løst løste, måle målt målte, nå når nåede nået, rejse rejst rejste, række rakt rakte, sige sagt sagde,
    skrive skrev skrevet skrevne, skyde skød skudt skudte, skære skåret skårne, slippe slap sluppet
    slupne, skema skemær skemærne, slå slår slog slået, snyde snød snydt snydte, springe sprang sprunget
    sprungne, sprede spredt spredte, spørge spurgt spurgte, stige steg steget stegne, stå står stod stået,
    strække strakt strakte, svinde svandt svundet svundne, tema temær temærne, sælge solgt solgte, sætte
    sat satte, tage taget tagne, tale talt talte, trække trak trukket trukne, træde trådt trådte, træffe
    traf truffet trufne, tvinge tvang tvunget tvungne, vejledning vejlede, vende vendt vendte, vinde vandt
    vundet, vise vist viste, vælge valgt valgte, vække vakt vakte
"""
"""Words with the forms that no rule leads back to them."""
PREFIXES = """
    af an be for fore forud frem gen gennem hen ind med mis ned om op over plan på sam til tilrette ud und under ved
"""
_IRREGULAR = {
    before + form: before + base
    for base, *forms in map(str.split, FORMS.split(","))
    for form in forms
    for before in ("", *PREFIXES.split())
}
_DERIVED = ("ering", "ation", "ator", "ativ")
"""What makes other words of a verb in -ere: koordinering, koordination and koordinator of koordinere."""
_SUFFIXES = (("isk", 8, 2), ("dom", 5, 3))
"""Suffixes, the length of stems that only longer ones lose them at, and how many letters are lost."""
_NEUTER = ("alt", "art", "elt", "ivt", "omt")
"""How adjectives end that have got a t: socialt, individuelt, effektivt."""
ENDING = (
    "(?:[lnrt]?ing|e?ls|s?e?lig|hed|skab|ende|isk|sk|itet|tion|ell|sigt|[gk]?ern|er|sk|ism|mæssig|bar|som|ene|[lrst]et)"
    "(?:e|en|er|et|erne|ene|ens|ernes|ere|s|t)*"
)
"""A pattern of endings that are words too, or look like the end of a compound, and are no part of one."""
_IS_ENDING = re.compile(ENDING).fullmatch
_SHORTENED = (*_NEUTER, *(suffix for suffix, *_ in _SUFFIXES), *_DERIVED, "ed", "ing", "is", "mr", "tr", "el")
"""How the stems end that the stemmer leaves too long."""
_VOWELS = "aeiouyæøå"
_SHORTEST, _LINKS = 3, ("", "s", "e")
_LINKED_BY_E = 0.74
"""How likely a compound is that is linked by e, when the one without is 1."""
_FEWEST_LETTERS = 7
_STEMS_KNOWN = 100_000
"""Of how many words the stems are known once they are worked out."""
_STEM_ALONE = 4
"""How short a beginning such as arbejd- is too short to be known by its stem alone."""


def lowered(text: str) -> str:
    """Return text in small letters and plain characters: CO₂ as co2, and numbers as 100000 and 12,5."""
    if text.isalpha() and text.islower() and unicodedata.is_normalized("NFKC", text):
        return text
    if not text.isascii() and any(sign in text for sign in _FRACTIONS):
        text = _FRACTION.sub(lambda found: f"{found[1] or 0},{_FRACTIONS[found[2]]}", text)
    return _NUMBER.sub(_plain_number, unicodedata.normalize("NFKC", text).lower())


def _plain_number(found: re.Match[str]) -> str:
    whole = found[2] or re.sub(r"[. ]", "", found[1])
    return f"{whole},{part}" if (part := (found[3] or "").rstrip("0")) else whole


def canonical(text: str) -> str:
    """Return lower-case text in one spelling: Aabenraa, Åbenrå and AABENRÅ are the same word, Müller is muller."""
    text = lowered(text)
    for written, meant in _SPELLINGS:
        text = text.replace(written, meant)
    return _ACCENTED.sub(_without_accents, text)


def _without_accents(found: re.Match[str]) -> str:
    return _ACCENT.sub("", unicodedata.normalize("NFD", found[0].translate(_FOREIGN)))


def words(text: str) -> Iterator[str]:
    """Yield the words of canonical text in order, hyphenated ones both in parts and joined, a number as one."""
    for found in _WORD.findall(text):
        if "-" in found or "–" in found:
            parts = re.split("[-–]", found)
            yield from parts
            if all(len(part) > 1 for part in parts) and not all(map(str.isdecimal, parts)):
                yield "".join(parts)
        else:
            yield found


@lru_cache(maxsize=_STEMS_KNOWN)
def stem(word: str) -> str:
    """Return the stem of a canonical word, the same for vejledning and vejlede, regel and regler."""
    if word.startswith(_KEPT_HEADS) and (kept := _KEPT.fullmatch(word)):
        return kept[1]
    if word in _IRREGULAR:
        return stem(_IRREGULAR[word])
    short: str = _STEMMER.stemWord(word)
    if short in _IRREGULAR:
        return stem(_IRREGULAR[short])
    return _shortened(short, word) if short.endswith(_SHORTENED) else short


def _shortened(short: str, word: str) -> str:
    """Return a stem without the endings that the stemmer leaves on it."""
    if len(short) > 5 and short.endswith(_NEUTER):
        short = short[:-1]
    for suffix, longer, letters in _SUFFIXES:
        if len(short) > longer and short.endswith(suffix):
            return short[:-letters]
    if len(short) > 5 and short.endswith("ed") and word.endswith(("ede", "edes")):
        return short[:-3] if short[-3] == short[-4] else short[:-2]
    verb = short.removesuffix(next(filter(short.endswith, _DERIVED), ""))
    if 4 <= len(verb) < len(short):
        short = verb[:-1] if verb[-1] == verb[-2] else verb
    elif len(short) > 7 and short.endswith("ning") and short[-5] not in _VOWELS:
        short = short[:-4]
    elif len(short) > 5 and short.endswith("ing"):
        short = short[:-3]
    if len(short) > 6 and short.endswith("is"):
        return short[:-2]
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
    return len(word) >= _SHORTEST and word.isalpha() and word not in STOP_WORDS and not _IS_ENDING(word)


_STEMMER = Stemmer("danish", 0)
LIGHT_STEMS = frozenset(map(stem, _LIGHT.split()))
"""Words, by their stems, that say little about what a text is about, whatever else they stand with."""
