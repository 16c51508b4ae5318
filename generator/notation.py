"""How numbers, dates and web addresses are written, in files and by people: patterns of whole texts.

The form reads by those of numbers and dates too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
DIGITS = re.compile(r"[-+]?[0-9][0-9_]*")
"""What YAML takes for a whole number, though people may not: 0101, 1_000, 08."""
ZERO_FIRST = re.compile(r"[-+]?0[0-9]{1,17}")

POINT_NUMBER = re.compile(r"([-+]?)([0-9]*)(?:\.([0-9]+))?")
NEGATIVE = re.compile(r"\(([0-9.,]+)\)|([0-9.,]+) ?[-\u2212]")
"""A negative number as accounts have it: (5), 5-."""
_APART = "(?<![0-9A-Za-zÀ-ÖØ-öø-ÿ_])"
ALONE = re.compile(rf"([^0-9]*?)((?:{_APART}[-+\u2212] ?)?(?:{_APART}[.,])?[0-9]+(?:[ .,][0-9]+)*)([^0-9]*)")
"""The only number in a text, with what stands before and after it."""

SHORT_YEAR = re.compile(r"(.*[/.-] ?)([0-9]{2})")
MONTH_ALONE = re.compile(r"([a-z]{3,})[.,]? ([0-9]{4})")
YEAR_FIRST = re.compile(
    r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?:[t ][0-9:.]+(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
"""These are ways to write a date, in small letters: whole, without the century, and without the day."""
_URL = re.compile(r"https?://[^\s<>\"/?#\[\]]+([/?#][^\s<>\"]*)?")
LONGEST_LINE = 300
"""How many characters a text on one line may have."""
_COMMON = {
    "integer": INTEGER,
    "decimal": DECIMAL,
    "digits": DIGITS,
    "zeroFirst": ZERO_FIRST,
    "pointNumber": POINT_NUMBER,
    "negative": NEGATIVE,
    "alone": ALONE,
    "shortYear": SHORT_YEAR,
    "monthAlone": MONTH_ALONE,
    "yearFirst": YEAR_FIRST,
}
_NEVER = "(?!)"


def is_url(text: str) -> bool:
    """Return whether a text is a web address."""
    return len(text) <= LONGEST_LINE and bool(_URL.fullmatch(text))


@dataclass(frozen=True)
class Notation:
    """How people who write a language type numbers and dates, in small letters."""

    thousands: re.Pattern[str]
    """What may be a number with three decimals as well as thousands, in a file whose decimals have a point."""
    grouped: re.Pattern[str]
    """A number with signs between its thousands: its sign, whole part and decimals."""
    range: re.Pattern[str]
    before_day: re.Pattern[str]
    """A date behind words that lead up to it."""
    day_first: re.Pattern[str]
    month_in_letters: re.Pattern[str]
    month_first: re.Pattern[str]
    """A month in letters, a day and a year."""

    @property
    def patterns(self) -> Mapping[str, str]:
        """All patterns, for the form; they mean the same in Python and in JavaScript."""
        own = {
            "thousands": self.thousands,
            "grouped": self.grouped,
            "range": self.range,
            "beforeDay": self.before_day,
            "dayFirst": self.day_first,
            "monthInLetters": self.month_in_letters,
            "monthFirst": self.month_first,
        }
        return {name: pattern.pattern for name, pattern in {**_COMMON, **own}.items()}


NORDIC = Notation(
    thousands=re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}"),
    grouped=re.compile(r"([-+]?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]*)(?:,([0-9]+))?"),
    range=re.compile(r"([0-9.,]+)\s*(?:[-–]|til)\s*([0-9.,]+)"),
    before_day=re.compile(r"(?:(?:d\.|den) ?)?(.*)"),
    day_first=re.compile(r"([0-9]{1,2})[/.-] ?([0-9]{1,2})(?:[/.,-] ?| )([0-9]{4})"),
    month_in_letters=re.compile(r"([0-9]{1,2})\.? ?([a-z]+)[.,]? ([0-9]{4})"),
    month_first=re.compile(rf"{_NEVER}()()()"),
)
"""Danish and Norwegian: 1.234,5 and 3. maj 2026."""
ENGLISH = Notation(
    thousands=re.compile(_NEVER),
    grouped=re.compile(
        r"([-+]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:(?:\.|(?<!,[0-9]{3}),(?![0-9]{3}$))([0-9]+))?"
    ),
    range=re.compile(r"([0-9.,]+)\s*(?:[-–]|to)\s*([0-9.,]+)"),
    before_day=re.compile(r"(?:on )?(?:the )?(.*)"),
    day_first=re.compile(r"(1[3-9]|2[0-9]|3[01])[/.-] ?([0-9]{1,2})(?:[/.,-] ?| )([0-9]{4})"),
    month_in_letters=re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? ?([a-z]+)[.,]? ([0-9]{4})"),
    month_first=re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"),
)
"""1,234.5 and 3 May 2026, or May 3, 2026; 3/5/2026 means either of two days. Only others write 1,5."""
