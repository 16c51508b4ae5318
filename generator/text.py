"""Text as the language of the catalogue has it: addresses, alphabetical order, numbers and dates."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern

from generator.locale import Locale, spoken
from generator.money import current
from generator.notation import MONTH_ALONE, POINT_NUMBER, YEAR_FIRST
from generator.wording import wording

UNIT_WORD = re.compile(r"[^\W\d_]+|[€£$/]")
"""A word of a unit, or a sign that stands for one."""


def lines(text: str) -> list[str]:
    """Return the lines of a text, which end in CR LF, LF or CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def slugify(text: str) -> str:
    """Return `text` as it stands in an address: lower-case a-z, digits and single hyphens."""
    return _slug(text, spoken())


@lru_cache(maxsize=16_384)
def _slug(text: str, locale: Locale) -> str:
    plain = text.casefold()
    if not text.isascii():
        folded = _composed(text).casefold().translate(locale.addressed)
        plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@lru_cache(maxsize=16_384)
def plain_text(text: str) -> str:
    """Return a text as it is compared: one form of every letter, single spaces, nothing unseen."""
    seen = unicodedata.normalize("NFKC", text)
    if not seen.isprintable():
        seen = "".join(c for c in seen if unicodedata.category(c) != "Cf")
    return " ".join(seen.split()).casefold()


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts as a dictionary of the language does; in Danish æ, ø, å are last, and aa is å.

    Case and accents only decide between words that are otherwise alike.
    """
    return _sort_key(text, spoken())


@lru_cache(maxsize=16_384)
def _sort_key(text: str, locale: Locale) -> tuple[str, str]:
    folded = locale.in_order(_composed(text).casefold())
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z{|}0-9]+", " ", letters).strip()
    return re.sub(r"\d+", lambda m: m[0].zfill(8), words), text


def initial(text: str) -> str:
    """Return the letter under which a dictionary of the language lists `text`."""
    return spoken().letter(sort_key(text)[0][:1]).upper()


def number(value: float, decimals: int = 0) -> str:
    """Return a number as people write it: 1.234,5, a real minus sign, and at least so many decimals."""
    return _number(str(value), decimals, spoken())


@lru_cache(maxsize=16_384)
def _number(value: str, decimals: int, locale: Locale) -> str:
    written: str = _pattern(decimals).apply(Decimal(value), locale.babel)
    return written.replace("-", "\N{MINUS SIGN}")


@cache
def _pattern(decimals: int) -> NumberPattern:
    """Return the pattern of numbers with at least so many decimals, and at most ten."""
    return parse_pattern(f"#,##0.{'0' * decimals:#<10}")


def ranges(starts: Sequence[int]) -> Iterator[str]:
    """Yield the counts from each start to before the next: 1, 2–4; the last start has no end."""
    for start, following in pairwise(starts):
        yield str(start) if following == start + 1 else f"{start}–{following - 1}"


def shortened(text: str, most: int) -> str:
    """Return a text in at most so many characters: whole words, and an ellipsis where some are left out."""
    if len(text) <= most:
        return text
    begun, blank, _ = text[: most - 1].rpartition(" ")
    return f"{begun.rstrip(' ,;:.–-')} …" if blank else f"{text[: most - 1]}…"


def in_words(count: int) -> str:
    """Return a small count as it stands in a sentence: fire; a larger one in digits."""
    return wording.numerals.get(str(count)) or str(count)


def decimal(value: float) -> str:
    """Return a number in full, with a point and without exponent; a float with the 15 digits that it can keep."""
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_money(unit: str) -> bool:
    """Return whether a unit is money, however it is written: mio. kr., tkr., kroner, DKK pr. år."""
    return any(re.fullmatch(current().word, word) for word in UNIT_WORD.findall(unit.casefold()))


def decimals(values: Iterable[object]) -> int:
    """Return how many decimals the numbers among `values` need to stand below each other."""
    sign = spoken().decimal_sign
    numbers = (number(value) for value in values if isinstance(value, int | float))
    return max((len(text.partition(sign)[2]) for text in numbers), default=0)


def date(value: datetime.date) -> str:
    """Return a date in words: 3. maj 2026."""
    return _date(value, spoken())


@lru_cache(maxsize=16_384)
def _date(value: datetime.date, locale: Locale) -> str:
    return format_date(value, "long", locale=locale.babel)


def typed_date(text: str) -> datetime.date | None:
    """Return the date in a text as people write it (3/5-2026, den 3. maj 2026), or None when there is none."""
    typed = spoken().notation
    found = typed.before_day.fullmatch(text.casefold())
    text = found[1] if found else ""
    numbers = typed.day_first.fullmatch(text)
    words = typed.month_in_letters.fullmatch(text)
    month_first = typed.month_first.fullmatch(text)
    turned = YEAR_FIRST.fullmatch(text)
    if numbers:
        day, month, year = map(int, numbers.groups())
    elif turned:
        year, month, day = map(int, turned.groups())
    elif words and (named := _month(words[2])):
        day, month, year = int(words[1]), named, int(words[3])
    elif month_first and (named := _month(month_first[1])):
        day, month, year = int(month_first[2]), named, int(month_first[3])
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def typed_month(text: str) -> tuple[int, int] | None:
    """Return the year and month in a text that tells no day (feb 2024), or None when there are none."""
    found = MONTH_ALONE.fullmatch(text.casefold())
    month = _month(found[1]) if found else None
    return (int(found[2]), month) if found and month else None


def _month(word: str) -> int | None:
    """Return the number of the month that a word, or its first letters, names."""
    return next(
        (n for n, name in enumerate(spoken().months, 1) if len(word) >= 3 and name.startswith(word)), None
    )


def size(count: int) -> str:
    """Return how large a file of so many bytes is, in words: 85 kB, 1,2 MB."""
    kilobytes = -(-count // 1000)
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{number(round(kilobytes / 1000, 1))} MB"


def enumeration(words: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
    """Return words as a list in running text: a, b og c; with `or`: a, b eller c."""
    return format_list(words, style, locale=spoken().babel)


def counted(number: int, one: str, many: str) -> str:
    """Return how many there are, in words: 1 case, 2 cases."""
    return f"{number} {one if number == 1 else many}"


def quoted(text: str) -> str:
    """Return a text in quotes as YAML reads it back unchanged."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def typed_number(text: str) -> str | None:
    """Return a number that people write (1.234,5) as YAML has it (1234.5), or None when it is no number."""
    plain = re.sub(r"[\s_\N{NO-BREAK SPACE}]", "", text).replace("\N{MINUS SIGN}", "-")
    found = POINT_NUMBER.fullmatch(plain) or spoken().notation.grouped.fullmatch(plain)
    if not found or not any(found.groups("")[1:]):
        return None
    sign, whole, decimals = found.groups("")
    whole = re.sub("[.,]", "", whole).lstrip("0") or "0"
    return clear_number(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")


def clear_number(written: str) -> str:
    """Return a number as YAML has it, 2.125 as 2.1250, so that nobody takes it for thousands."""
    return f"{written}0" if is_ambiguous(written) else written


def is_ambiguous(written: str) -> bool:
    """Return whether a number may have three decimals as well as thousands, as people of the language read it."""
    return spoken().notation.thousands.fullmatch(written) is not None


def _composed(text: str) -> str:
    """Return the text in one Unicode form; ø with a stroke of its own, which NFC leaves apart, too."""
    return unicodedata.normalize("NFC", text).replace("o\u0338", "ø").replace("O\u0338", "Ø")


_LIST_MARKS = (
    *(r"[-*+•·▪] ", r"[–—−] ", r"[0-9]+[.)] ", r"[a-zæøå][.)] ", r"\([0-9a-z]+\) "),
    *(r"> ?", r"\|", r"[✓✔☑→»] ?", r"-(?=\w)"),
)
_ITEM = re.compile("|".join(_LIST_MARKS))
_LONG_LINE = 60
"""A line as long as this may end where it does because there was no room for more."""


def begins_item(line: str) -> bool:
    """Return whether a line begins as the items of a list do: with a bullet, a number or a sign."""
    return _ITEM.match(line) is not None


def run_together(lines: Sequence[str]) -> int | None:
    """Return the first of a paragraph's lines that was meant to stand by itself, or None when none was.

    Such a line begins as others do, with a bullet, a number or a sign, below a line that had come to its end.
    """
    stripped = [line.strip() for line in lines]
    if not any(map(begins_item, stripped[1:])):
        return None
    for mark in _LIST_MARKS:
        marked = [index for index, line in enumerate(stripped) if re.match(mark, line)]
        ended = [index for index in marked if index and _has_ended(stripped[index - 1])]
        if ended and (len(marked) > 1 or mark is _LIST_MARKS[0]):
            return ended[0]
    return None


def _has_ended(line: str) -> bool:
    return len(line) < _LONG_LINE or line.endswith((".", ":", "!", "?", ";"))
