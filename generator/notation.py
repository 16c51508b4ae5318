"""How numbers and dates are written, in files and by Danes: patterns of whole texts, by which the form reads too."""

import re

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
DIGITS = re.compile(r"[-+]?[0-9][0-9_]*")
"""What YAML takes for a whole number, though people may not: 0101, 1_000, 08."""
ZERO_FIRST = re.compile(r"[-+]?0[0-9]{1,17}")
THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What may be a number with three decimals as well as thousands with a point."""

POINT_NUMBER = re.compile(r"([-+]?)([0-9]*)(?:\.([0-9]+))?")
COMMA_NUMBER = re.compile(r"([-+]?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]*)(?:,([0-9]+))?")
RANGE = re.compile(r"([0-9.,]+)\s*(?:[-–]|til)\s*([0-9.,]+)")
NEGATIVE = re.compile(r"\(([0-9.,]+)\)|([0-9.,]+) ?[-\u2212]")
"""A negative number as accounts have it: (5), 5-."""
_APART = "(?<![0-9A-Za-zÀ-ÖØ-öø-ÿ_])"
ALONE = re.compile(rf"([^0-9]*?)((?:{_APART}[-+\u2212] ?)?(?:{_APART}[.,])?[0-9]+(?:[ .,][0-9]+)*)([^0-9]*)")
"""The only number in a text, with what stands before and after it."""

DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-] ?([0-9]{1,2})(?:[/.,-] ?| )([0-9]{4})")
MONTH_IN_LETTERS = re.compile(r"([0-9]{1,2})\.? ?([a-z]+)[.,]? ([0-9]{4})")
SHORT_YEAR = re.compile(r"(.*[/.-] ?)([0-9]{2})")
MONTH_ALONE = re.compile(r"([a-z]{3,})[.,]? ([0-9]{4})")
YEAR_FIRST = re.compile(
    r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?:[t ][0-9:.]+(?:z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
"""These are ways to write a date, in small letters: whole, without the century, and without the day."""

PATTERNS = {
    "integer": INTEGER.pattern,
    "decimal": DECIMAL.pattern,
    "digits": DIGITS.pattern,
    "zeroFirst": ZERO_FIRST.pattern,
    "thousands": THOUSANDS.pattern,
    "pointNumber": POINT_NUMBER.pattern,
    "commaNumber": COMMA_NUMBER.pattern,
    "range": RANGE.pattern,
    "negative": NEGATIVE.pattern,
    "alone": ALONE.pattern,
    "dayFirst": DAY_FIRST.pattern,
    "monthInLetters": MONTH_IN_LETTERS.pattern,
    "shortYear": SHORT_YEAR.pattern,
    "monthAlone": MONTH_ALONE.pattern,
    "yearFirst": YEAR_FIRST.pattern,
}
"""All of them, for the form; they mean the same in Python and in JavaScript."""
