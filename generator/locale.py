"""The ways of a language: how it writes numbers, dates and lists, the order of its letters, and its name in open data.

Its words are in `wording`. How its typed numbers and dates are read is in `notation`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import babel
from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol

from generator.notation import ENGLISH, NORDIC, Notation
from generator.wording import wording

_AFTER_Z = "{|}"
"""The signs that sort after z, each in place of one of the last letters."""
_FOREIGN = {"ß": "ss", "ð": "d", "þ": "th"}
_PLAIN = {"æ": "ae", "ø": "o", "å": "a", **_FOREIGN}


@dataclass(frozen=True, eq=False)
class Money:
    """How units of money are written."""

    word: str
    """A word of a unit that says money, as a pattern that Python and scripts read."""
    amounts: Mapping[float, str]
    """The words of units in the catalogue's own money, by how much each stands for; several are multiplied."""
    yearly: str
    """What says that an amount is for a year, as such a pattern."""

    @cached_property
    def units(self) -> Mapping[str, float]:
        """How much each word of a unit stands for."""
        return {word: amount for amount, words in self.amounts.items() for word in words.split()}


@dataclass(frozen=True, eq=False)
class Locale:
    """The ways of one language."""

    babel: babel.Locale
    authority: str
    """Its name in the EU's table of languages, which open data are told by."""
    citation: str
    """Its name in BibLaTeX."""
    money: Money
    notation: Notation = NORDIC
    """How people who write it type numbers and dates."""
    country: str = ""
    """The country that its cases are from, in the EU's table of countries; none of a language of many."""
    slug_letters: Mapping[str, str] = field(default_factory=lambda: _PLAIN)
    """How letters stand in addresses, where that is another way than without their accents."""
    last_letters: str = ""
    """The letters after z."""
    order_letters: Mapping[str, str] = field(default_factory=lambda: {"æ": "ae", "ø": "o", **_FOREIGN})
    """The letters that sort as others do."""
    order_pairs: Mapping[str, str] = field(default_factory=dict)
    """The pairs of letters that sort as one."""

    def in_order(self, text: str) -> str:
        """Return lower-case text with letters that sort as the language has them, when signs sort by their number."""
        for pair, letter in self.order_pairs.items():
            text = text.replace(pair, letter)
        return text.translate(self._sorting)

    def letter(self, sign: str) -> str:
        """Return the letter that a sign stands for in what `in_order` returns."""
        place = _AFTER_Z.find(sign) if sign else -1
        return self.last_letters[place] if place >= 0 else sign

    @property
    def tag(self) -> str:
        """The language and the country whose ways it follows, as browsers know them: da-DK."""
        return f"{self.babel.language}-{self.babel.territory}"

    @property
    def name(self) -> str:
        """What the language is called in itself."""
        return str(babel.Locale(self.babel.language).get_display_name())

    @property
    def country_name(self) -> str:
        """What the country is called in the language; nothing where there is none."""
        return str(self.babel.get_territory_name()) if self.country else ""

    @property
    def names(self) -> tuple[str, ...]:
        """What else it may be called where its code is asked for."""
        return self.name, str(babel.Locale(self.babel.language).english_name), self.tag, str(self.babel)

    @property
    def for_scripts(self) -> Mapping[str, object]:
        """The ways that the site's scripts follow: its tag, how letters stand in addresses, and signs in tables."""
        signs = {"decimal_sign": self.decimal_sign, "delimiter": self.delimiter}
        return {"tag": self.tag, "slug_letters": dict(self.slug_letters), **signs}

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months in small letters, as dates are read by them."""
        return tuple(name.casefold() for name in get_month_names("wide", locale=self.babel).values())

    @cached_property
    def decimal_sign(self) -> str:
        """What stands before the decimals of a number."""
        return str(get_decimal_symbol(self.babel))

    @cached_property
    def delimiter(self) -> str:
        """What stands between the cells of a table in a text file, as spreadsheets of the language have it."""
        return ";" if self.decimal_sign == "," else ","

    @cached_property
    def addressed(self) -> Mapping[int, str]:
        """How letters stand in addresses, as `str.translate` takes it."""
        return str.maketrans(dict(self.slug_letters))

    @cached_property
    def _sorting(self) -> Mapping[int, str]:
        last = dict(zip(self.last_letters, _AFTER_Z, strict=False))
        return str.maketrans({**last, **{old: last.get(new, new) for old, new in self.order_letters.items()}})


_ORDER = {"ä": "æ", "ö": "ø", "ü": "y", "ð": "d", "þ": "th"}
"""What Danish and Norwegian dictionaries sort as another letter: Retskrivningsordbogen § 4."""
_KRONER = Money(
    word=r"(t|m|mia?|mio|mill?)?(kr|dkk)|[a-z]*kroner?s?",
    amounts={
        1: "kr kroner dkk",
        1_000: "tkr tusind",
        1_000_000: "mkr mio mill million millioner",
        1_000_000_000: "mia milliard milliarder",
    },
    yearly=r"(pr\.?|per|om|/) ?år(et)?\b|årligt?\b",
)
_NORWEGIAN_KRONER = Money(
    word=r"(t|m|mia?|mio|mill?|mrd)?(kr|nok)|[a-z]*kroner?s?",
    amounts={
        1: "kr kroner nok",
        1_000: "tkr tusen",
        1_000_000: "mkr mill mio million millioner",
        1_000_000_000: "mrd milliard milliarder",
    },
    yearly=r"(pr\.?|per|i|/) ?år(et)?\b|årlige?\b",
)
_EUROS = Money(
    word=r"[tkm]?(eur|gbp|usd|sek|nok|dkk)|euros?|pounds?|dollars?|[€£$]",
    amounts={
        1: "eur euro euros €",
        1_000: "teur keur k thousand thousands",
        1_000_000: "meur m million millions",
        1_000_000_000: "bn billion billions",
    },
    yearly=r"(a|per|each|/) ?(year|annum)\b|\b(yearly|annually)\b",
)
LOCALES = {
    "da": Locale(
        babel=babel.Locale("da", "DK"),
        authority="DAN",
        citation="danish",
        money=_KRONER,
        country="DNK",
        slug_letters={"æ": "ae", "ø": "oe", "å": "aa", **_FOREIGN},
        last_letters="æøå",
        order_letters=_ORDER,
        order_pairs={"aa": "å"},
    ),
    "en": Locale(
        babel=babel.Locale("en", "GB"),
        authority="ENG",
        citation="english",
        money=_EUROS,
        notation=ENGLISH,
    ),
    "nb": Locale(
        babel=babel.Locale("nb", "NO"),
        authority="NOB",
        citation="norsk",
        money=_NORWEGIAN_KRONER,
        country="NOR",
        last_letters="æøå",
        order_letters=_ORDER,
        order_pairs={"aa": "å"},
    ),
}
"""By the name of the file of its words."""


def spoken() -> Locale:
    """Return the ways of the language that is spoken."""
    return LOCALES[wording.language]
