"""What validation found wrong: in Danish, at its place, with what to write instead."""

import dataclasses
import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator import fields, labels
from generator.document import Document, Place
from generator.model import Case, Period, Reference
from generator.problems import Path
from generator.scalars import Misread
from generator.text import danish_date, danish_number, enumeration, nearest, quoted, slugify
from generator.vocabulary import Vocabulary

SHORT_LIST = 12
"""How many allowed values a message names one by one."""

SILENT = {"", "ikke-oplyst", "uoplyst", "ukendt", "ingen", "ingenting", "ved-ikke", "na", "n-a"}
"""Other words, as slugs, for that nothing is told; a stroke has none."""

Saying = tuple[str, Mapping[str, object]]
"""The code of a message and its values."""


_Kind_co = TypeVar("_Kind_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Subject(Generic[_Kind_co]):
    """What is validated: data of a `kind`, at `base` in a document, with the words it may use."""

    document: Document
    kind: type[_Kind_co]
    base: Path = ()
    vocabulary: Vocabulary | None = None


def explain(subject: Subject[BaseModel], error: ValidationError) -> None:
    """Report all that a validator found, once for each value."""
    seen: set[Path] = set()
    for finding in _findings(subject, error):
        if subject.document.is_full:
            return
        known = finding.path in seen and not finding.several
        seen.add(finding.path)
        if not known and not subject.document.is_refused(finding.path):
            place = _PLACES.get(finding.code, _value_place)(finding)
            code, values = _SAYINGS.get(finding.code, _as_it_is)(finding)
            subject.document.report(finding.path, code, place, **values)


def read_as_meant(subject: Subject[BaseModel]) -> None:
    """Report the fields that there are none of; a misspelt or misplaced one is read as what it is meant to be."""
    document = subject.document
    ways: dict[Path, Path] = {}
    for path, model, key in _unknown_keys(subject):
        if document.is_full:
            return
        meant, hint = _meant(subject, path[len(subject.base) :], model, key)
        target = (*subject.base, *meant) if meant else None
        if target in document.keys:
            hint += labels.ALREADY.format(line=document.keys[target].line)
        here = (*path, key)
        is_read = target is not None and document.takes(target) and target not in ways.values()
        told = document.report if is_read else document.refuse
        told(here, "unknown_key", document.keys[here], key=key, hint=hint)
        if target and is_read:
            ways[here] = target
        elif path and not meant and fields.groups_with(key):
            document.refused.add(
                path
            )  # a part of another kind; that it lacks what this kind needs is no matter
    if ways:
        document.move(ways)
        read_as_meant(subject)


def _unknown_keys(subject: Subject[BaseModel]) -> Iterator[tuple[Path, type[BaseModel], str]]:
    """Yield every key that its group has no field for, with the group's path and model."""
    document, depth = subject.document, len(subject.base)
    models: dict[Path, type[BaseModel] | None] = {}
    for path in document.keys:
        group = path[:-1]
        if path[:depth] != subject.base or len(path) == depth or document.is_refused(path):
            continue
        if group not in models:
            models[group] = fields.group_at(subject.kind, group[depth:])
        model = models[group]
        if model and path[-1] not in model.model_fields:
            yield group, model, str(path[-1])


def refuse_unwritten(subject: Subject[BaseModel]) -> None:
    """Report, once and for all, the values that are empty or still say that something must be written."""
    document, depth = subject.document, len(subject.base)
    for path in document.nulls:
        if path[:depth] == subject.base and "rows" not in path:
            _refuse_empty(subject, path)
    for path in [path for path, place in document.values.items() if place.raw == labels.TODO]:
        document.refuse(path, "todo", document.place(path))


def _refuse_empty(subject: Subject[BaseModel], path: Path) -> None:
    finding = _Finding(subject, "empty", path, None)
    if finding.field is not None or isinstance(path[-1], int):
        code, values = _empty(finding)
        subject.document.refuse(path, code, subject.document.place(path), **values)


@dataclass(frozen=True)
class _Finding:
    """One fault: its code, where it is, the value and what the validator knows about it."""

    subject: Subject[BaseModel]
    code: str
    path: Path
    value: Any
    context: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    several: bool = False

    @property
    def raw(self) -> str:
        return self.subject.document.place(self.path).raw or ""

    @property
    def within(self) -> Path:
        """The path below the model that is validated."""
        return self.path[len(self.subject.base) :]

    @property
    def field(self) -> FieldInfo | None:
        return fields.field_at(self.subject.kind, self.within)


def _findings(subject: Subject[BaseModel], error: ValidationError) -> Iterator[_Finding]:
    for details in error.errors(include_url=False):
        code, context = details["type"], details.get("ctx", {})
        path = _data_path(subject, details["loc"], whole=code == "missing")
        if code == "missing" and not _is_needed(subject, path):
            code = "no_source"
        if code in {"no_source", "two_sources"}:
            path = path[:-1]
        if code == "no_source" and subject.document.is_refused((*path, "source")):
            continue
        if code == "too_short" and len(details["input"]) >= context["min_length"]:
            continue  # long enough, but for items that have faults of their own
        if code != "faults":
            yield _Finding(subject, code, path, details["input"], context)
            continue
        for at, inner, values in context["faults"]:
            yield _Finding(subject, inner, (*path, *at), values.get("input"), values, several=True)


def _is_needed(subject: Subject[BaseModel], path: Path) -> bool:
    """Return whether what stands beside a field demands it."""
    given = {key[-1] for key in subject.document.keys if key[:-1] == path[:-1]}
    return fields.is_needed(subject.kind, path[len(subject.base) :], given)


def _data_path(subject: Subject[BaseModel], loc: tuple[int | str, ...], whole: bool) -> Path:
    """Return the path in the document, without the names that pydantic adds for the members of unions."""
    path = subject.base
    for part in loc[:-1] if whole else loc:
        if (*path, part) in subject.document.values:
            path = (*path, part)
    return (*path, loc[-1]) if whole else path


# Where a fault is shown


def _value_place(finding: _Finding) -> Place:
    return finding.subject.document.place(finding.path)


def _group_place(finding: _Finding) -> Place:
    return finding.subject.document.start(finding.path[:-1])


def _mark_place(finding: _Finding) -> Place:
    """The place of a piece of Markdown within its text."""
    return finding.subject.document.find(finding.path, finding.context["mark"], finding.context["skip"])


_PLACES: Mapping[str, Callable[[_Finding], Place]] = {
    "missing": _group_place,
    "heading": _mark_place,
    "image": _mark_place,
}


# What is said about it


def _as_it_is(finding: _Finding) -> Saying:
    """A message of the project's own validators, with the values that they gave."""
    if finding.code in labels.MESSAGES:
        return finding.code, finding.context
    return "invalid", {}


def _missing(finding: _Finding) -> Saying:
    key = finding.path[-1]
    unstated = labels.OR_KEY_UNSTATED.format(key=key) if _or_unstated(finding) else ""
    return "missing", {"key": key, "unstated": unstated}


def _not_text(finding: _Finding) -> Saying:
    value = finding.value
    if isinstance(value, dict) and len(value) == 1:
        [key] = value
        inner = finding.subject.document.place((*finding.path, key))
        if inner.raw is not None and inner.line == _value_place(finding).line:
            return "colon_in_text", {"suggestion": quoted(f"{key}: {inner.raw}")}
    if finding.raw:
        return "not_text", {"raw": finding.raw, "found": what(value), "suggestion": f'"{finding.raw}"'}
    return "not_text_but", {"found": what(value)}


def _empty(finding: _Finding) -> Saying:
    if finding.field is None:
        return "empty_item", {}
    code = "empty_required" if _is_needed(finding.subject, finding.path) else "empty"
    return code, {"unstated": _or_unstated(finding)}


def _too_few(finding: _Finding) -> Saying:
    if not finding.value:
        return "empty_list", {"unstated": _or_unstated(finding)}
    return "too_few", {"limit": finding.context["min_length"], "length": len(finding.value)}


def _too_many(finding: _Finding) -> Saying:
    if isinstance(finding.value, str):
        return _too_long(finding)
    return "too_many", {"length": len(finding.value), "limit": finding.context["max_length"]}


def _too_long(finding: _Finding) -> Saying:
    return "too_long", {"length": len(finding.value.strip()), "limit": finding.context["max_length"]}


def _not_list(finding: _Finding) -> Saying:
    values = {"found": what(finding.value), "unstated": _or_unstated(finding), "hint": _list_hint(finding)}
    return "not_list", values


def _list_hint(finding: _Finding) -> str:
    raw = finding.raw
    if isinstance(finding.value, dict):
        return labels.DASH_BEFORE_FIRST
    if _is_silent(raw):
        return _maybe(labels.UNSTATED) if _or_unstated(finding) else labels.DELETE_FIELD
    if re.match(r"[^\w\s\"'(]", raw):
        return labels.DASH_AND_SPACE
    return labels.DASH_EACH


def _not_group(finding: _Finding) -> Saying:
    model = fields.model_at(finding.subject.kind, finding.within) or finding.subject.kind
    example = fields.names(model)[0]
    unstated = _or_unstated(finding)
    hint = _maybe(labels.UNSTATED) if unstated and _is_silent(finding.raw) else ""
    years = re.findall(r"\b[12][0-9]{3}\b", finding.raw)
    if model is Period and 1 <= len(years) <= 2:
        given = [f"`{name}: {year}`" for name, year in zip(("start", "end"), years, strict=False)]
        hint = labels.WRITE_BELOW.format(text=enumeration(given))
    if model is Reference:
        hint = labels.OWN_SOURCE_URL if "://" in finding.raw else labels.OWN_SOURCE
    return "not_group", {"found": what(finding.value), "example": example, "unstated": unstated, "hint": hint}


def _not_boolean(finding: _Finding) -> Saying:
    meant = {"ja": "true", "sand": "true", "nej": "false", "falsk": "false"}.get(finding.raw.casefold())
    return "not_boolean", {"found": what(finding.value), "hint": _maybe(meant)}


def _not_date(finding: _Finding) -> Saying:
    meant = danish_date(finding.raw)
    return "not_date", {
        "found": what(finding.value),
        "hint": labels.WRITE.format(text=meant) if meant else "",
    }


def _not_number(finding: _Finding) -> Saying:
    raw = finding.raw
    if isinstance(finding.value, Misread) and re.fullmatch(r"[-+]?0[0-9]{1,17}", raw):
        return "octal", {"raw": raw, "suggestion": str(int(raw))}
    if isinstance(finding.value, Misread) and re.fullmatch(r"[-+]?[0-9]{1,3}\.[0-9]{3}", raw):
        return "thousands", {"raw": raw, "whole": raw.replace(".", ""), "decimal": f"{raw}0"}
    is_word = isinstance(finding.value, str | bool) or not raw
    found = what(finding.value) if is_word else f"`{raw}`"
    if finding.path[-1] in {"start", "end", "year"}:
        optional = _maybe(labels.UNSTATED) if _is_silent(raw) else ""
        if finding.path[-1] != "year":
            optional = labels.DELETE_YEAR
        return "not_year", {"found": found, "hint": _year_hint(raw, finding.path[-1]) or optional}
    if _is_silent(raw):
        silent = labels.WRITE_NULL if "rows" in finding.path else labels.DELETE_FIGURE
        return "not_number", {"found": found, "hint": silent}
    return "not_number", {"found": found, "hint": _number_hint(raw, is_word)}


def _year_hint(raw: str, key: int | str) -> str:
    years = re.findall(r"\b[12][0-9]{3}\b", raw)
    if len(years) == 2 and key == "year":
        return labels.WRITE_LATEST.format(text=max(years))
    if len(years) == 2:
        return labels.WRITE_YEARS.format(start=years[0], end=years[1])
    if len(years) != 1:
        return ""
    return (labels.WRITE_PLAIN if years[0] == raw else labels.WRITE).format(text=years[0])


def _number_hint(raw: str, is_word: bool) -> str:
    meant = danish_number(raw)
    if meant and meant == raw:
        return labels.WRITE_PLAIN.format(text=meant) if is_word else labels.FEWER_DIGITS
    if meant:
        return labels.WRITE.format(text=meant)
    if ends := re.fullmatch(r"([0-9.,]+)\s*[-–]\s*([0-9.,]+)", raw):
        low, high = danish_number(ends[1]), danish_number(ends[2])
        return labels.WRITE_RANGE.format(low=low, high=high) if low and high else ""
    alone = re.fullmatch(r"([^0-9]*?)([0-9]+(?:[ .,][0-9]+)*)([^0-9]*)", raw)
    meant = danish_number(alone[2]) if alone else None
    if not alone or not meant:
        return ""
    return (labels.WRITE_QUALIFIER if alone[1].strip() else labels.WRITE_UNIT).format(text=meant)


def _too_small(finding: _Finding) -> Saying:
    return "too_small", {"limit": _plain_number(finding.context["ge"])}


def _too_big(finding: _Finding) -> Saying:
    return "too_big", {"limit": _plain_number(finding.context["le"])}


def _plain_number(limit: float) -> str:
    return f"{limit:.0f}"


def _bad_pattern(finding: _Finding) -> Saying:
    if finding.path[-1] == "code":
        return "bad_code", {}
    return "bad_slug", {"value": finding.value, "hint": _maybe(slugify(finding.value.removesuffix(".yaml")))}


def _not_allowed(finding: _Finding) -> Saying:
    value = str(finding.context["value"])
    return "not_allowed", {"value": value, "hint": _choice_hint(finding, value)}


def _row_label(finding: _Finding) -> Saying:
    return "row_label", {"suggestion": f'"{finding.raw if finding.value is not None else "..."}"'}


def _row_shape(finding: _Finding) -> Saying:
    return "row_shape", {"suggestion": f"[{finding.raw or '...'}]"}


_SAYINGS: Mapping[str, Callable[[_Finding], Saying]] = {
    "missing": _missing,
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _bad_pattern,
    "too_short": _too_few,
    "too_long": _too_many,
    "tuple_type": _not_list,
    "model_type": _not_group,
    "bool_type": _not_boolean,
    "date_type": _not_date,
    "int_type": _not_number,
    "float_type": _not_number,
    "not_number": _not_number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_big,
    "not_allowed": _not_allowed,
    "row_label": _row_label,
    "row_shape": _row_shape,
}


# Words and hints


def what(value: object) -> str:
    """Return in a word or two what stands in a place."""
    if isinstance(value, str):
        return f'teksten "{value if len(value) <= 40 else value[:39] + "…"}"'
    if isinstance(value, Misread):
        return value.found
    return next(words for kind, words in _KINDS if isinstance(value, kind))


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "en ja/nej-værdi"),
    (int, "et tal"),
    (float, "et tal"),
    (datetime.date, "en dato"),
    (tuple, "en liste"),
    (dict, "flere felter"),
    (object, "ingenting"),
)


def hint(value: str, choices: Collection[str], otherwise: str = "", besides: str = "") -> str:
    """Return what was probably meant, or else what is allowed: the words if they are few, or `otherwise`."""
    if near := nearest(value, choices):
        return _maybe(near)
    if 0 < len(choices) <= SHORT_LIST:
        return labels.ALLOWED.format(allowed=", ".join(choices) + besides)
    return otherwise


def _maybe(near: str | None) -> str:
    return labels.MAYBE.format(nearest=near) if near else ""


def _is_silent(raw: str) -> bool:
    """Return whether an editor wrote in other words, or a stroke, that nothing is told."""
    return slugify(raw) in SILENT


def _or_unstated(finding: _Finding) -> str:
    """Return the reminder that a field may say that the source is silent, where it may."""
    return labels.OR_UNSTATED if fields.takes_unstated(finding.field) else ""


def _choice_hint(finding: _Finding, value: str) -> str:
    name, vocabulary = finding.context.get("vocabulary"), finding.subject.vocabulary
    if name is None or vocabulary is None:
        return hint(value, finding.context["choices"])
    own = labels.OWN_SOURCE if name == "sources" else ""
    near = vocabulary.nearest(name, value)
    if isinstance(finding.path[-1], int) and _is_several(value, vocabulary[name][near].name if near else ""):
        return labels.ONE_EACH
    otherwise = labels.ALLOWED_LIST.format(name=name)
    if near:
        return _maybe(near) + own
    return own + otherwise if own else hint(value, [*vocabulary[name]], otherwise, _or_unstated(finding))


def _is_several(value: str, near: str) -> bool:
    """Return whether a word seems to be several, of which the nearest single word would leave out the others."""
    signs = (",", ";", "/", "&", " og ")
    return any(sign in value.casefold() and sign not in near.casefold() for sign in signs)


def _meant(
    subject: Subject[BaseModel], group: Path, model: type[BaseModel], key: str
) -> tuple[Path | None, str]:
    """Return the path that an unknown key in a group was probably meant to have, and what is said about it."""
    if subject.kind is Case:
        homes = fields.groups_with(key)
        named = enumeration([f'"{home}"' for home in homes], "eller")
        if group and key in fields.names(Case):
            return (key,), labels.MOVE_OUT
        if group and homes:
            return None, labels.BELONGS.format(group=named)
        if homes:
            alone = homes[0] if len(homes) == 1 and fields.is_group(Case, homes[0]) else None
            return (alone, key) if alone else None, labels.MOVE_IN.format(group=named)
    danish = {fields.label(model, name): name for name in fields.names(model)}
    if near := nearest(key, [*danish.values(), *danish]):
        name = danish.get(near, near)
        return (*group, name), _maybe(name)
    if re.search(r"\s", key):
        return None, labels.MOVE_TEXT
    return None, hint(key, [*danish.values()], labels.SEE_GUIDE)
