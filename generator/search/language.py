"""A language as the search reads it: one spelling, words, and one stem for all forms of a word.

`theme_overrides/assets/js/search/language.js` does the same to what a reader types; a test holds them together.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from Stemmer import Stemmer

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_WORD = re.compile(r"[0-9]+,[0-9]+|[^\W_]+(?:[-–](?![0-9]+,[0-9])[^\W_]+)*")
_FRACTION = re.compile(r"(?:([0-9]+) ?)?([¼½¾])")
_FRACTIONS = {"¼": "25", "½": "5", "¾": "75"}
_FOREIGN = {"ð": "d", "đ": "d", "ł": "l", "ß": "ss", "þ": "th"}
_ACCENT = re.compile(r"[\u0300-\u036f]")
SHORTEST = 3
"""How many letters each of the two words of a compound has at least."""
_STEMS_KNOWN = 100_000
"""Of how many words the stems are known once they are worked out."""


def contracted(stem: str, vowels: str) -> str:
    """Return a stem in -el as the forms that lose its e have it: regel as regl, gammel as gaml."""
    if len(stem) > 4 and stem.endswith("el") and stem[-3] not in vowels:
        return (stem[:-3] if stem[-3] == stem[-4] else stem[:-2]) + "l"
    return stem


def _as_it_is(word: str, _: str = "") -> str:
    return word


@dataclass(frozen=True, eq=False)
class Language:
    """What the search knows of one language."""

    name: str
    """What Snowball calls it, as the scripts for it are called: `search/{name}.js` and `vendor/{name}-stemmer.js`."""
    stop_words: frozenset[str]
    """Words that say nothing of what a text is about: pronouns, prepositions, conjunctions, adverbs, auxiliaries."""
    light: str
    """Words that say little of it, whatever else they stand with."""
    spellings: tuple[tuple[str, str], ...]
    """What is written in place of other letters, and those letters."""
    letters: str = ""
    """The letters beside a to z."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """The letters of other languages that are no letter with an accent, beside those that all fold alike."""
    thousands: str = "."
    """The sign that parts a large number."""
    either: str = ""
    """A pattern of the words between two that share an end, the first without it: ergo- og fysioterapeuter."""
    links: tuple[str, ...] = ()
    """What may stand between the two words of a compound; nothing where there are no compounds."""
    ending: str = "(?:)"
    """A pattern of endings that are words too, or look like the end of a compound, and are no part of one."""
    forms: str = ""
    """Words with the forms that no rule leads back to them, the words parted by commas."""
    prefixes: str = ""
    """What may stand before each of `forms`."""
    kept: tuple[str, ...] = ()
    """The stems of words that the stemmer would take for another's."""
    kept_endings: str = ""
    """A pattern of what may stand behind those stems."""
    respelt: Callable[[str], str] = _as_it_is
    """A word as the stemmer is to have it."""
    shortened: Callable[[str, str], str] = _as_it_is
    """A stem without the endings that the stemmer leaves on it, from the stem and its word."""

    def lowered(self, text: str) -> str:
        """Return text in small letters and plain characters: CO₂ as co2, and numbers as 100000 and 12,5."""
        if text.isalpha() and text.islower() and unicodedata.is_normalized("NFKC", text):
            return text
        if not text.isascii() and any(sign in text for sign in _FRACTIONS):
            text = _FRACTION.sub(lambda found: f"{found[1] or 0},{_FRACTIONS[found[2]]}", text)
        return self._number.sub(_plain_number, unicodedata.normalize("NFKC", text).lower())

    def canonical(self, text: str) -> str:
        """Return lower-case text in one spelling: Aabenraa, Åbenrå and AABENRÅ are the same word, Müller is muller."""
        text = self.lowered(text)
        for written, meant in self.spellings:
            text = text.replace(written, meant)
        return self._accented.sub(self._without_accents, text)

    def each_canonical(self, words: Iterable[str]) -> list[str]:
        """Return each of some words, of small letters, in its one spelling, in less time than one by one."""
        text = "\n".join(words)
        return self.canonical(text).split("\n") if text else []

    def words(self, text: str) -> list[str]:
        """Return the words of canonical text in order, hyphenated ones both in parts and joined, a number as one."""
        words: list[str] = _WORD.findall(text)
        if "-" in text or "–" in text:
            return [each for word in words for each in ((word,) if word.isalnum() else _apart(word))]
        return words

    @cached_property
    def stem(self) -> "_lru_cache_wrapper[str]":
        """The function from a canonical word to its stem, the same for vejledning and vejlede, regel and regler."""
        return lru_cache(maxsize=_STEMS_KNOWN)(self._stemmed)

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem of each of many words, in less time than one by one."""
        return [*map(self._whole, words, self._stemmer.stemWords([*map(self.respelt, words)]))]

    def may_be_part(self, word: str) -> bool:
        """Return whether a compound may be made of a canonical word."""
        return (
            len(word) >= SHORTEST
            and word.isalpha()
            and word not in self.stop_words
            and not self._is_ending(word)
        )

    @cached_property
    def light_stems(self) -> frozenset[str]:
        """The stems of the light words."""
        return frozenset(map(self.stem, self.light.split()))

    @cached_property
    def ellipsis(self) -> re.Pattern[str] | None:
        """The pattern of a word that lacks its end, and the one that has it."""
        letter = r"[^\W\d_]"
        lacking = rf"(?<!{letter})({letter}{{3,}}+)"  # tried once for each word, not for each letter of it
        return re.compile(rf"{lacking}- (?:{self.either}) ({letter}{{7,}})") if self.either else None

    def _stemmed(self, word: str) -> str:
        return self._whole(word, self._stemmer.stemWord(self.respelt(word)))

    def _whole(self, word: str, short: str) -> str:
        """Return the stem of a word that the stemmer makes `short`."""
        if word.startswith(self.kept) and (kept := self._kept.fullmatch(word)):
            return kept[1]
        if word in self._irregular:
            return self.stem(self._irregular[word])
        if short in self._irregular:
            return self.stem(self._irregular[short])
        return self.shortened(short, word)

    @cached_property
    def _is_ending(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.ending).fullmatch

    @cached_property
    def _kept(self) -> re.Pattern[str]:
        return re.compile(f"({'|'.join(self.kept)}){self.kept_endings}")

    @cached_property
    def _stemmer(self) -> Stemmer:
        return Stemmer(self.name, 0)

    @cached_property
    def _irregular(self) -> Mapping[str, str]:
        return {
            before + form: before + base
            for base, *forms in map(str.split, filter(None, self.forms.split(",")))
            for form in forms
            for before in ("", *self.prefixes.split())
        }

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """A number as people write it: 100000, 100.000 or 100 000, and 12,5 or 12.5."""
        first = (
            "[0-9](?<![0-9.,][0-9])"  # looks back behind the digit, since a search for digits alone is quick
        )
        whole = rf"({first}(?:[0-9]{{0,2}}(?:[{self.thousands} ][0-9]{{3}})+|[0-9]*))"
        return re.compile(rf"{whole}(?:[.,]([0-9]+))?(?![.,]?[0-9])")

    @cached_property
    def _accented(self) -> re.Pattern[str]:
        return re.compile(rf"[^\x00-\x7f{self.letters}]+")

    @cached_property
    def _foreign(self) -> Mapping[int, str]:
        return str.maketrans({**_FOREIGN, **self.foreign})

    def _without_accents(self, found: re.Match[str]) -> str:
        return _ACCENT.sub("", unicodedata.normalize("NFD", found[0].translate(self._foreign)))


def _plain_number(found: re.Match[str]) -> str:
    whole = re.sub(r"[^0-9]", "", found[1])
    return f"{whole},{part}" if (part := (found[2] or "").rstrip("0")) else whole


def _apart(word: str) -> Iterator[str]:
    """Yield the parts of a hyphenated word, and the word that they are together."""
    parts = re.split("[-–]", word)
    yield from parts
    if len(parts) > 1 and all(len(part) > 1 for part in parts) and not all(map(str.isdecimal, parts)):
        yield "".join(parts)
