"""What validation found wrong: in Danish, at its place, with what to write instead."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator import fields, labels, messages
from generator.notation import THOUSANDS, ZERO_FIRST
from generator.problems import Path
from generator.reading import hints
from generator.reading.document import Place
from generator.reading.scalars import Misread, what
from generator.reading.subject import Subject
from generator.text import enumeration, quoted, slugify

Saying = tuple[str, Mapping[str, object]]
"""The code of a message and its values."""


def explain(subject: Subject[BaseModel], error: ValidationError) -> None:
    """Report all that a validator found, once for each value."""
    seen: set[Path] = set()
    for finding in _findings(subject, error):
        if subject.log.is_full:
            return
        known = finding.path in seen and not finding.several
        seen.add(finding.path)
        if not known and not subject.log.is_refused(finding.path):
            place = _PLACES.get(finding.code, _value_place)(finding)
            code, values = _SAYINGS.get(finding.code, _as_it_is)(finding)
            subject.log.report(finding.path, code, place, **values)


def refuse_unwritten(subject: Subject[BaseModel]) -> None:
    """Report, once and for all, the values that are empty or still say that something must be written."""
    document, depth = subject.document, len(subject.base)
    for path in document.nulls:
        if path[:depth] == subject.base and "rows" not in path:
            _refuse_empty(subject, path)
    for path in [path for path, place in document.values.items() if place.raw == labels.TODO]:
        subject.log.refuse(path, "todo", document.place(path))


def _refuse_empty(subject: Subject[BaseModel], path: Path) -> None:
    finding = _Finding(subject, "empty", path, None)
    if finding.field is not None or isinstance(path[-1], int):
        code, values = _empty(finding)
        subject.log.refuse(path, code, subject.document.place(path), **values)


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
    def names(self) -> tuple[str, ...]:
        """The path below the model without the places in lists."""
        return tuple(part for part in self.within if isinstance(part, str))

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
        if code == "no_source" and subject.log.is_refused((*path, "source")):
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
    given = {at[-1] for at in subject.document.values if at[:-1] == path[:-1] and at}
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
    "indented_list": _mark_place,
    "run_together": _mark_place,
}


# What is said about it


def _as_it_is(finding: _Finding) -> Saying:
    """A message of the project's own validators, with the values that they gave."""
    if finding.code in messages.MESSAGES:
        return finding.code, finding.context
    return "invalid", {}


def _missing(finding: _Finding) -> Saying:
    key, group = finding.path[-1], finding.path[:-1]
    where = messages.AT_THE_END
    if group:
        name = str(group[-1]) if isinstance(group[-1], str) else ""
        where = messages.IN_GROUP.format(group=name) if name else messages.IN_ITEM
    unstated = messages.OR_KEY_UNSTATED.format(key=key) if _or_unstated(finding) else ""
    return "missing", {"key": key, "unstated": unstated, "where": where}


def _not_text(finding: _Finding) -> Saying:
    value = finding.value
    if isinstance(value, dict) and len(value) == 1:
        [key] = value
        inner = finding.subject.document.place((*finding.path, key))
        if inner.raw is not None and inner.line == _value_place(finding).line:
            return "colon_in_text", {"suggestion": quoted(f"{key}: {inner.raw}")}
    if finding.raw:
        return "not_text", {"raw": finding.raw, "found": what(value), "suggestion": f'"{finding.raw}"'}
    if isinstance(value, tuple) and finding.field is not None and _is_below(finding):
        return "text_as_list", {"key": finding.path[-1]}
    return "not_text_but", {"found": what(value)}


def _is_below(finding: _Finding) -> bool:
    """Return whether a value stands on the lines below its field's name."""
    key = finding.subject.document.keys.get(finding.path)
    return key is not None and key.line < _value_place(finding).line


def _empty(finding: _Finding) -> Saying:
    if finding.field is None:
        return "empty_item", {}
    code = "empty_required" if _is_needed(finding.subject, finding.path) else "empty"
    return code, {"unstated": _or_unstated(finding), "hint": _choose(finding)}


def _choose(finding: _Finding) -> str:
    """Return the words of the vocabulary that an empty field is chosen from, if it is."""
    name, vocabulary = fields.vocabulary_at(finding.names), finding.subject.vocabulary
    return hints.allowed(vocabulary, name) if name and vocabulary else ""


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
    if isinstance(finding.value, dict) and finding.value:
        return messages.DASH_BEFORE_FIRST
    raw = finding.raw
    if hints.is_silent(raw) or hints.is_none(raw) or isinstance(finding.value, dict):
        return _silent_hint(finding, [])
    return hints.listed(raw, finding.subject.vocabulary, finding.names)


def _silent_hint(finding: _Finding, none: Any) -> str:
    """Return what to do with a field of which nothing is known, or of which there is none."""
    field = finding.field
    if _or_unstated(finding):
        return messages.WRITE_UNSTATED
    if field is not None and field.is_required():
        name = fields.vocabulary_at(finding.names)
        if finding.names == ("sources",):
            return messages.NEEDED_SOURCE
        return messages.NEEDED_TAG.format(name=name) if name else messages.NEEDED
    return messages.WRITE_NONE if none == [] and hints.is_none(finding.raw) else messages.DELETE_FIELD


def _not_group(finding: _Finding) -> Saying:
    model = fields.model_at(finding.subject.kind, finding.within) or finding.subject.kind
    named = enumeration([f"`{name}`" for name in fields.names(model)])
    silent = hints.is_silent(finding.raw) or hints.is_none(finding.raw)
    if finding.raw and silent and finding.field is not None:
        told = _silent_hint(finding, None)
    else:
        words, is_item = finding.subject.vocabulary, finding.field is None
        told = hints.group(model, finding.value, words, finding.names, is_item)
    unstated = messages.OR_BE_UNSTATED if _or_unstated(finding) else ""
    return "not_group", {"found": what(finding.value), "fields": named, "unstated": unstated, "hint": told}


def _not_boolean(finding: _Finding) -> Saying:
    meant = {"ja": "true", "sand": "true", "nej": "false", "falsk": "false"}.get(finding.raw.casefold())
    return "not_boolean", {"found": what(finding.value), "hint": hints.maybe(meant)}


def _not_date(finding: _Finding) -> Saying:
    return "not_date", {"found": what(finding.value), "hint": hints.date(finding.raw)}


def _not_number(finding: _Finding) -> Saying:
    raw = finding.raw
    if isinstance(finding.value, Misread) and ZERO_FIRST.fullmatch(raw):
        return "octal", {"raw": raw, "suggestion": str(int(raw))}
    if isinstance(finding.value, Misread) and THOUSANDS.fullmatch(raw):
        return "thousands", {"raw": raw, "whole": raw.replace(".", ""), "decimal": f"{raw}0"}
    is_word = isinstance(finding.value, str | bool) or not raw
    found = what(finding.value) if is_word else f"`{raw}`"
    if finding.path[-1] in {"start", "end", "year"}:
        hint = hints.year(raw, str(finding.path[-1]))
        return "not_year", {"found": found, "hint": hint}
    if hints.is_silent(raw) or hints.is_none(raw):
        optional = messages.DELETE_FIELD if finding.path[-1] == "to" else messages.DELETE_FIGURE
        silent = messages.WRITE_NULL if "rows" in finding.path else optional
        return "not_number", {"found": found, "hint": silent}
    return "not_number", {"found": found, "hint": hints.number(raw)}


def _beyond(finding: _Finding) -> Saying:
    code, bound = ("too_small", "ge") if "ge" in finding.context else ("too_big", "le")
    return code, {"limit": f"{finding.context[bound]:.0f}"}


def _bad_pattern(finding: _Finding) -> Saying:
    if finding.path[-1] == "code":
        return "bad_code", {}
    return "bad_slug", {
        "value": finding.value,
        "hint": hints.maybe(slugify(finding.value.removesuffix(".yaml"))),
    }


def _not_allowed(finding: _Finding) -> Saying:
    value, vocabulary = str(finding.context["value"]), finding.subject.vocabulary
    if "vocabulary" not in finding.context or vocabulary is None:
        told = hints.one_of(value, finding.context["choices"], finding.context["forms"])
    else:
        told = hints.choice(value, vocabulary, finding.names, _or_unstated(finding))
    return "not_allowed", {"value": value, "hint": told}


def _bad_address(finding: _Finding) -> Saying:
    return finding.code, {"hint": hints.address(finding.raw)}


def _bad_mailbox(finding: _Finding) -> Saying:
    is_silent = hints.is_silent(finding.raw) or hints.is_none(finding.raw)
    return "bad_mailbox", {"hint": messages.DELETE_FIELD if is_silent else ""}


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
    "greater_than_equal": _beyond,
    "less_than_equal": _beyond,
    "not_allowed": _not_allowed,
    "bad_url": _bad_address,
    "bad_website": _bad_address,
    "bad_mailbox": _bad_mailbox,
    "row_label": _row_label,
    "row_shape": _row_shape,
}


def _or_unstated(finding: _Finding) -> str:
    """Return the reminder that a field may say that the source is silent, where it may."""
    return messages.OR_UNSTATED if fields.takes_unstated(finding.field) else ""
