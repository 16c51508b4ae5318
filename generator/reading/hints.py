"""What to write instead of a value, as the last words of a message."""

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator import fields
from generator.locale import spoken
from generator.messages import remedy
from generator.model import Figure, Period
from generator.near import FEW, SURE, exact, nearest, parts
from generator.notation import ALONE, NEGATIVE, SHORT_YEAR
from generator.reading.scalars import Misread, resolve
from generator.references import Reference
from generator.text import enumeration, is_ambiguous, quoted, slugify, typed_date, typed_month, typed_number
from generator.vocabulary import Term, Vocabulary
from generator.wording import by_language, wording

TOLD_LIST = 5
"""How many allowed values a message names with what they mean."""
LONGEST_TEXT = 90
"""How long a text may be that a message repeats."""
LONGEST_ANSWER = 20
"""A text longer than this tells more than that there is nothing, and need not be looked at."""

_YEAR = re.compile(r"\b[12][0-9]{3}\b")

Names = Sequence[str]
"""A path without the places in lists: ("gains", "type")."""

_PLACES: Mapping[Names, str] = {("municipalities",): "no_municipality", ("regions",): "no_region"}


def hint(value: str, choices: Collection[str], otherwise: str = "", besides: str = "") -> str:
    """Return what was probably meant, or else what is allowed: the words if they are few, or `otherwise`."""
    if near := nearest(value, choices):
        return maybe(near)
    if 0 < len(choices) <= FEW:
        return remedy("allowed", allowed=", ".join(choices), besides=besides)
    return otherwise


def one_of(value: str, choices: Collection[str], forms: Mapping[str, str]) -> str:
    """Return which of a few words was meant, by the `forms` that stand for one or nearly by itself, or all of them."""
    words = {**forms, **{choice: choice for choice in choices}}
    if own := exact(value, words):
        return maybe(words[own])
    return maybe(nearest(value, choices, SURE)) or remedy("allowed", allowed=", ".join(choices), besides="")


def maybe(near: str | None) -> str:
    """Return the question whether another word was meant."""
    return remedy("maybe", nearest=near) if near else ""


def choice(value: str, vocabulary: Vocabulary, path: Names, besides: str = "") -> str:
    """Return what to choose instead of `value` in the field at `path`, which takes a word of a vocabulary."""
    case = vocabulary.shape.case
    name = fields.vocabulary_at(case, path) or ""
    spellings = vocabulary.spellings(name)
    if own := exact(value, spellings):
        return maybe(spellings[own]) + (remedy("own_source") if name == "sources" else "")
    is_list = fields.is_list(case, path)
    if elsewhere := _elsewhere(value, vocabulary, path):
        return elsewhere + (remedy("delete_here") if is_list else allowed(vocabulary, name, besides))
    words = [exact(part, spellings) for part in parts(value)]
    if is_list and len(words) > 1 and all(words):
        return remedy("write_items", text=", ".join(spellings[word] for word in words if word))
    near = vocabulary.nearest(name, value)
    if is_list and _is_several(value, vocabulary[name][near].name if near else ""):
        return remedy("one_each")
    if not near:
        return _all(value, vocabulary, path, besides)
    return maybe(near) + (remedy("own_source") if name == "sources" else "")


def _is_several(value: str, near: str) -> bool:
    """Return whether a word seems to be several, of which the nearest single word would leave out the others."""
    signs = (",", ";", "/", "&", f" {wording.typed['and']} ")
    return any(sign in value.casefold() and sign not in near.casefold() for sign in signs)


def allowed(vocabulary: Vocabulary, name: str, besides: str = "") -> str:
    """Return the words of a vocabulary, with what they mean when they are few, or where they stand."""
    terms = vocabulary[name]
    if name == "sources":
        return remedy("own_source") + remedy("allowed_list", name=name)
    if len(terms) > FEW:
        return remedy("allowed_list", name=name)
    told = [f"{slug} ({meaning(term)})" if len(terms) <= TOLD_LIST else slug for slug, term in terms.items()]
    return remedy("allowed", allowed=", ".join(told), besides=besides)


def _all(value: str, vocabulary: Vocabulary, path: Names, besides: str) -> str:
    """Return what is allowed where nothing is near `value`, or where that belongs which is of another kind."""
    name = fields.vocabulary_at(vocabulary.shape.case, path) or ""
    if name == "sources" and _web_address(value):
        return remedy("own_source_url")
    other = _PLACES.get(tuple(path))
    return allowed(vocabulary, name, besides) + (remedy(other) if other else "")


def _web_address(text: str) -> str | None:
    """Return a text that is an address on the web as one is written, or None."""
    if not re.fullmatch(r"(?:https?://|www\.)\S+", text):
        return None
    return f"https://{text}" if text.startswith("www.") else text


def meaning(term: Term) -> str:
    """Return the first sentence of a definition, without its examples."""
    begins = "|".join(map(re.escape, wording.typed.listed("examples")))
    sentence = re.split(rf"[.;:](?:\s|$)|, (?:{begins}) ", " ".join(term.definition.split()))[0]
    return sentence[:1].lower() + sentence[1:]


def _elsewhere(value: str, vocabulary: Vocabulary, path: Names) -> str:
    """Return where `value` belongs when another field takes it: one beside this one, of the case, or of a part."""
    case = vocabulary.shape.case
    tags = fields.vocabularies(case)
    own = tags.get(tuple(path))
    for home in sorted(tags, key=lambda other: (other[:-1] != tuple(path[:-1]), len(other))):
        name = tags[home]
        names = {} if name in {own, "factors", "sources"} else vocabulary.names(name)
        if found := exact(value, names):
            slug = names[found]
            field = f"{home[-1]}: [{slug}]" if fields.is_list(case, home) else f"{home[-1]}: {slug}"
            group = remedy("under", group=home[-2]) if len(home) > 1 else ""
            return remedy("elsewhere", field=home[-1], group=group, suggestion=field)
    return ""


def listed(raw: str, vocabulary: Vocabulary | None, path: Names) -> str:
    """Return how the text `raw` is written as the list that the field at `path` takes."""
    case = vocabulary.shape.case if vocabulary else None
    name = fields.vocabulary_at(case, path) if case else None
    if name and vocabulary:
        spellings = vocabulary.spellings(name)
        words = [
            spellings.get(exact(part, spellings) or "") or vocabulary.nearest(name, part) or part
            for part in parts(raw)
        ]
        if all(re.fullmatch(r"[\w-]+(?: [\w-]+)*", word) for word in words):
            return remedy("write", text=f"[{', '.join(words)}]")
    if model := case and fields.model_at(case, tuple(path)):
        return remedy("write_below", text=f"`- {part_of(model, raw, vocabulary, path)}`")
    if re.match(r"[^\w\s\"'(]", raw):
        return remedy("dash_and_space")
    return remedy("dash_each")


def _exact_slug(text: str, vocabulary: Vocabulary, name: str) -> str | None:
    spellings = vocabulary.spellings(name)
    return spellings.get(exact(text, spellings) or "")


def _is_place(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a text is the name of a municipality or a region."""
    return any(_exact_slug(text, vocabulary, name) for name in ("municipalities", "regions"))


def part_of(model: type[BaseModel], value: Any, vocabulary: Vocabulary | None, path: Names) -> str:
    """Return the field of a part, with its value, that something written instead of the part was meant for."""
    names = fields.names(model)
    text = _text(value)
    tag = fields.vocabulary_at(vocabulary.shape.case, (*path, names[0])) if vocabulary else None
    meant = (
        ("date", value if isinstance(value, datetime.date) else typed_date(text)),
        ("url", _web_address(text)),
        ("mailbox", text if re.fullmatch(r"\S+@\S+", text) else None),
        ("organisation", text if vocabulary and _is_place(text, vocabulary) else None),
        (names[0], _exact_slug(text, vocabulary, tag) if tag and vocabulary else None),
    )
    for name, written in meant:
        if name in names and written:
            return f"{name}: {written}"
    return _figure(text) if model is Figure else _inside(model, value, text)


def _inside(model: type[BaseModel], value: Any, text: str) -> str:
    """Return the field of a part that takes a text, with the text when it is fit to be repeated."""
    names = fields.names(model)
    name = next((name for name in ("text", "role", "by", "see_also", "title") if name in names), names[0])
    is_told = 0 < len(text) <= LONGEST_TEXT and re.search(r"[^\W\d_]{3}", text)
    if not is_told or isinstance(value, dict | bool):
        return f"{name}: ..."
    return f"{name}: [{slugify(text)}]" if name == "see_also" else f"{name}: {plain(text)}"


def _text(value: Any) -> str:
    """Return a value as it is written, on one line; the values of a list one after another."""
    written = value.raw if isinstance(value, Misread) else value
    return " ".join(map(str, written) if isinstance(written, tuple) else str(written).split())


def _figure(text: str) -> str:
    found = re.fullmatch(r"([0-9]+(?:[ .,][0-9]+)*) ?(\D{0,30})", text)
    value = amount(found[1]) if found else None
    unit = found[2] if found and re.fullmatch(r"[\w. ]+", found[2]) else "..."
    return f"{{value: {value or '...'}, unit: {unit}, what: ..., period: ..., kind: ...}}"


def plain(text: str) -> str:
    """Return a text as it can stand in a file: with quotes where it needs them."""
    return text if re.fullmatch(r"[^\W\d_][\w.,/() -]*", text) and len(text) > 5 else quoted(text)


def group(
    model: type[BaseModel], value: Any, vocabulary: Vocabulary | None, path: Names, is_item: bool
) -> str:
    """Return how what is written instead of a group is written as its fields."""
    years = _YEAR.findall(_text(value)) if model is Period else []
    if model is Reference and vocabulary and (word := _exact_slug(_text(value), vocabulary, "sources")):
        return remedy("write", text=enumeration([f"`source: {word}`", "`where: ...`"]))
    if model is Reference:
        return remedy("own_source_url") if _web_address(_text(value)) else remedy("own_source")
    if isinstance(value, tuple) and value and all(isinstance(item, dict) for item in value):
        return remedy("no_dash")
    if 1 <= len(years) <= 2:
        given = [f"`{name}: {year}`" for name, year in zip(("start", "end"), years, strict=False)]
        return remedy("write_below", text=enumeration(given))
    if isinstance(value, tuple) and "see_also" in fields.names(model):
        part = f"see_also: [{', '.join(slugify(str(item)) for item in value)}]"
    elif isinstance(value, tuple) or model is Period:
        part = f"{fields.names(model)[0]}: ..."
    else:
        part = part_of(model, value, vocabulary, path)
    return remedy("write" if is_item else "write_below", text=f"`{part}`")


@by_language
def silent() -> frozenset[str]:
    """Return other words, as slugs, for that nothing is told; a stroke has none."""
    return frozenset({"", *wording.typed.listed("silent")})


@by_language
def none() -> frozenset[str]:
    """Return words, as slugs, for that there is none."""
    return frozenset(wording.typed.listed("none"))


@by_language
def nothing() -> frozenset[str]:
    """Return all words, as slugs, by which an editor tells nothing."""
    return silent() | none()


def truth(raw: str) -> bool | None:
    """Return what an editor answered in words, or None when it is no answer."""
    word = raw.casefold()
    meant = {True: wording.typed.listed("yes"), False: wording.typed.listed("no")}
    return next((answer for answer, words in meant.items() if word in words), None)


def is_none(raw: str) -> bool:
    """Return whether an editor wrote that there is none."""
    return len(raw) <= LONGEST_ANSWER and slugify(raw) in none()


def tells_nothing(raw: str) -> bool:
    """Return whether an editor wrote in other words, or a stroke, that nothing is told, or that there is none."""
    return bool(silences([raw]))


def silences(texts: Sequence[str]) -> set[int]:
    """Return the places of the texts that tell nothing."""
    known = nothing()
    return {
        place for place, text in enumerate(texts) if len(text) <= LONGEST_ANSWER and slugify(text) in known
    }


def date(raw: str) -> str:
    """Return how a date is written."""
    short = SHORT_YEAR.fullmatch(raw)
    if meant := typed_date(raw) or (short and typed_date(f"{short[1]}20{short[2]}")):
        return remedy("write", text=meant)
    month = typed_month(raw)
    return remedy("write_day", text=f"{month[0]}-{month[1]:02}-15") if month else ""


def address(raw: str) -> str:
    """Return how a web address is written, or what to do where there is none."""
    if tells_nothing(raw):
        return remedy("delete_field")
    found = re.fullmatch(r"(?:https?:?/{0,2})?([\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?)", raw, re.IGNORECASE)
    return remedy("write", text=f"https://{found[1]}") if found else ""


def year(raw: str, key: str) -> str:
    """Return the one year in a text as it is written, or what to do where there is none."""
    years = [raw.replace(".", "")] if is_ambiguous(raw) else _YEAR.findall(raw)
    if len(years) == 2 and key == "year":
        return remedy("write_latest", text=max(years))
    if len(years) == 2:
        return remedy("write_years", start=years[0], end=years[1])
    if len(years) == 1:
        return remedy("write_plain" if years[0] == raw else "write", text=years[0])
    if key != "year":
        return remedy("delete_year")
    return maybe(wording.common["unstated"]) if tells_nothing(raw) else ""


def number(raw: str) -> str:
    """Return how a number is written, and where what stands around it belongs."""
    if is_ambiguous(raw):
        return remedy("write_whole", whole=raw.replace(".", ""), decimal=f"{raw}0")
    turned = NEGATIVE.fullmatch(raw)
    meant = amount(f"-{turned[1] or turned[2]}" if turned else raw)
    if meant and isinstance(resolve(meant), Misread):
        return remedy("fewer_digits")
    if meant:
        return remedy("write_plain" if meant == raw else "write", text=meant)
    if ends := spoken().notation.range.fullmatch(raw):
        low, high = amount(ends[1]), amount(ends[2])
        return remedy("write_range", low=low, high=high) if low and high else ""
    alone = ALONE.fullmatch(raw)
    meant = amount(alone[2]) if alone else None
    if not alone or not meant:
        return ""
    return remedy("write_qualifier" if alone[1].strip() else "write_unit", text=meant)


def amount(text: str) -> str | None:
    """Return a number as people write it, 10.000, as YAML has it: what may be thousands or decimals is thousands."""
    if is_ambiguous(text):
        return text.replace(".", "")
    return typed_number(text)
