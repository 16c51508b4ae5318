"""A cell as the value of a field: lists split, numbers and dates read as people write them, tags by their names."""

import datetime
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.editing.formatter import item_schema
from generator.editing.sheets.columns import NAME, is_list, is_sentences, tag_of
from generator.editing.sheets.table import Cell
from generator.locale import spoken
from generator.reading import hints
from generator.reading.scalars import Misread
from generator.text import decimal, is_ambiguous, plain_text, typed_date
from generator.unstated import says_unstated
from generator.vocabulary import Factor, Term, Vocabulary
from generator.wording import wording

DECIMALS = 15
"""How many decimals a number in a case may have."""
MANY_WORDS = 2000
"""How long a text may be to be taken for words with commas between them."""

_BULLET = re.compile(r"^[-*•·–]\s+")
_POINT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_ZERO_FIRST = re.compile(r"[-+]?0[0-9]+")
_TOKEN = re.compile(r"\w+|[^\w\s().,:]")
_TIME_OF_DAY = re.compile(r"[T ][0-9]{1,2}[:.][0-9]{2}.*")
_TRUTH = {**dict.fromkeys(("x", "true", "1"), True), **dict.fromkeys(("false", "0"), False)}
"""What says yes or no in any language."""

Tags = Mapping[str, Mapping[str, str]]
"""The slugs of the words by all that they are called, for each vocabulary."""


def tags_of(vocabulary: Vocabulary) -> Tags:
    """Return the slugs of a vocabulary's words by slug and by name."""
    return {
        name: {plain_text(called): slug for called, slug in _called(terms)}
        for name, terms in vocabulary.items()
    }


def is_unstated(cell: Cell) -> bool:
    """Return whether a cell says that the source is silent."""
    return says_unstated(plain_text(cell.shown))


def value_of(cell: Cell, schema: Mapping[str, Any], tags: Tags) -> Any:
    """Return what a cell says as a case has it; what is no such value is left for the validator to tell."""
    if is_unstated(cell):
        return wording.common["unstated"]
    if is_list(schema):
        return tuple(_words(cell.shown, schema, tags))
    if any(part.get("type") == "boolean" for part in _options(schema)):
        return _truth(cell)
    if _is_number(schema):
        return _number(cell)
    if any(part.get("format") == "date" for part in _options(schema)):
        return _date(cell)
    tag = tag_of(schema)
    return tags[tag].get(plain_text(cell.shown), cell.shown) if tag else cell.shown


def doubts(cell: Cell, schema: Mapping[str, Any], beside: str = "") -> Iterator[str]:
    """Yield what an editor should look at once more: a number not shown in full, a text that may be several.

    `beside` is what the cells beside it say, as their unit.
    """
    if cell.is_scaled:
        yield wording.sheet_messages["scaled"].format(shown=cell.shown)
    if _is_number(schema) and not _says(beside, cell.words):
        yield wording.sheet_messages["beside_number"].format(words=cell.words)
    items = item_schema(schema)
    if items is None or tag_of(schema) or "pattern" in items:
        return
    sign, words = (";", "read_as_one_text") if is_sentences(schema) else (",", "read_as_one_name")
    for item in _split(cell.shown, schema):
        if sign in item:
            yield wording.sheet_messages[words].format(shown=item if len(item) <= 60 else f"{item[:59]}…")


def _options(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield schema
    for option in schema.get("anyOf", ()):
        yield from _options(option)


def _is_number(schema: Mapping[str, Any]) -> bool:
    return any(part.get("type") in {"number", "integer"} for part in _options(schema))


def _says(text: str, words: str) -> bool:
    """Return whether all of some words and signs are in a text."""
    return {*_TOKEN.findall(plain_text(words))} <= {*_TOKEN.findall(plain_text(text))}


def _truth(cell: Cell) -> bool | str:
    if isinstance(cell.value, bool):
        return cell.value
    answer = hints.truth(cell.shown)
    return _TRUTH.get(cell.shown.casefold(), cell.shown) if answer is None else answer


# Lists and tags


def _split(text: str, schema: Mapping[str, Any]) -> list[str]:
    sign = r"\n" if is_sentences(schema) else r"[;\n]"
    words = (_BULLET.sub("", word.strip()) for word in re.split(sign, text))
    return [word for word in words if word]


def _words(text: str, schema: Mapping[str, Any], tags: Tags) -> Iterator[str]:
    tag = tag_of(schema)
    for word in _split(text, schema):
        yield from (_slugs(word, tags[tag]) or [word]) if tag else [word]


def _slugs(text: str, known: Mapping[str, str]) -> list[str]:
    """Return the tags in a text with commas between them, or none where one of them is not known.

    A name may hold commas itself, so the longest that is known is taken first.
    """
    if len(text) > MANY_WORDS:
        return []
    if slug := known.get(plain_text(text)):
        return [slug]
    for comma in reversed([*re.finditer(",", text[:NAME])]):
        first = known.get(plain_text(text[: comma.start()]))
        rest = _slugs(text[comma.end() :], known) if first else []
        if first and rest:
            return [first, *rest]
    return []


def _called(terms: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """Yield all that terms are called, with their slugs; what names one best comes last."""
    for slug, term in terms.items():
        if isinstance(term, Factor):
            yield term.driver.name, slug
            yield term.barrier.name, slug
    yield from ((term.name, slug) for slug, term in terms.items())
    yield from zip(terms, terms, strict=True)


# Numbers and dates


def _number(cell: Cell) -> Any:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _as_kept(value)
    text = cell.shown.replace("\N{MINUS SIGN}", "-").removesuffix("%").strip()
    if is_ambiguous(text) or _ZERO_FIRST.fullmatch(text):
        return Misread(text)
    if _POINT.fullmatch(text):
        return _as_kept(float(text))
    between, sign = (",", ".") if spoken().decimal_sign == "." else (".", ",")
    if _grouped(between, sign).fullmatch(text):
        plain = re.sub(rf"[{between} \u00a0\u202f]", "", text).replace(sign, ".")
        return _as_kept(float(plain) if "." in plain else int(plain))
    return cell.shown


@cache
def _grouped(between: str, sign: str) -> re.Pattern[str]:
    """Return the pattern of a number with a sign or a space between its thousands, and one before its decimals."""
    groups = rf"([{between}][0-9]{{3}})+|([ \u00a0\u202f][0-9]{{3}})+"
    return re.compile(rf"[-+]?(0|[1-9][0-9]*|[1-9][0-9]{{0,2}}({groups}))([{sign}][0-9]+)?")


def _as_kept(value: float) -> Any:
    """Return a number as a case can keep it, or as misread where that would be another number."""
    if isinstance(value, int) or math.isinf(value):
        return value
    kept = round(float(f"{value:.15g}"), DECIMALS)
    if not math.isclose(kept, value):
        return Misread(decimal(value))
    return int(kept) if kept.is_integer() else kept


def _date(cell: Cell) -> datetime.date | str:
    if isinstance(cell.value, datetime.date):
        return cell.value
    return typed_date(_TIME_OF_DAY.sub("", cell.shown)) or cell.shown
