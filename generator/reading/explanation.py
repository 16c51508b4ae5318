"""What validation found wrong: in plain words, at its place, with what to write instead."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from generator import fields, messages
from generator.messages import remedy
from generator.notation import ZERO_FIRST
from generator.problems import Path
from generator.reading import hints
from generator.reading.document import Place
from generator.reading.refusal import Refusal, is_needed, refusals
from generator.reading.scalars import Misread, plain, what
from generator.reading.subject import Subject
from generator.text import enumeration, is_ambiguous, quoted, slugify
from generator.wording import wording

Saying = tuple[str, Mapping[str, object]]
"""The code of a message and its values."""


def explain(subject: Subject[BaseModel], error: ValidationError) -> None:
    """Report all that a validator found, once for each value."""
    seen: set[Path] = set()
    for refusal in refusals(subject, error):
        if subject.log.is_full:
            return
        known = refusal.path in seen and not refusal.several
        seen.add(refusal.path)
        if not known and not subject.log.is_refused(refusal.path):
            place = _PLACES.get(refusal.code, _value_place)(refusal)
            code, values = _SAYINGS.get(refusal.code, _as_it_is)(refusal)
            subject.log.report(refusal.path, code, place, **values)


def refuse_unwritten(subject: Subject[BaseModel]) -> None:
    """Report, once and for all, the values that are empty or still say that something must be written."""
    document, depth = subject.document, len(subject.base)
    for path in document.nulls:
        if path[:depth] == subject.base and "rows" not in path:
            _refuse_empty(subject, path)
    todo = wording.common["todo"]
    for path in [path for path, place in document.values.items() if place.raw == todo]:
        subject.log.refuse(path, "todo", document.place(path))


def _refuse_empty(subject: Subject[BaseModel], path: Path) -> None:
    refusal = Refusal(subject, "empty", path, None)
    if refusal.field is not None or isinstance(path[-1], int):
        code, values = _empty(refusal)
        subject.log.refuse(path, code, subject.document.place(path), **values)


# Where a fault is shown


def _value_place(refusal: Refusal) -> Place:
    return refusal.subject.document.place(refusal.path)


def _group_place(refusal: Refusal) -> Place:
    return refusal.subject.document.start(refusal.path[:-1])


def _mark_place(refusal: Refusal) -> Place:
    """The place of a piece of Markdown within its text."""
    return refusal.subject.document.find(refusal.path, refusal.context["mark"], refusal.context["skip"])


_PLACES: Mapping[str, Callable[[Refusal], Place]] = {
    "missing": _group_place,
    "heading": _mark_place,
    "image": _mark_place,
    "indented_list": _mark_place,
    "run_together": _mark_place,
}


# What is said about it


def _as_it_is(refusal: Refusal) -> Saying:
    """A message of the project's own validators, with the values that they gave."""
    if messages.has_words(refusal.code):
        return refusal.code, refusal.context
    return "invalid", {}


def _missing(refusal: Refusal) -> Saying:
    key, group = refusal.path[-1], refusal.path[:-1]
    where = remedy("at_the_end")
    if group:
        name = str(group[-1]) if isinstance(group[-1], str) else ""
        where = remedy("in_group", group=name) if name else remedy("in_item")
    unstated = remedy("or_key_unstated", key=key) if _or_unstated(refusal) else ""
    return "missing", {"key": key, "unstated": unstated, "where": where}


def _not_text(refusal: Refusal) -> Saying:
    value = refusal.value
    if isinstance(value, dict) and len(value) == 1:
        [key] = value
        inner = refusal.subject.document.place((*refusal.path, key))
        if inner.raw is not None and inner.line == _value_place(refusal).line:
            return "colon_in_text", {"suggestion": quoted(f"{key}: {inner.raw}")}
    if refusal.raw:
        return "not_text", {"raw": refusal.raw, "found": what(value), "suggestion": f'"{refusal.raw}"'}
    if isinstance(value, tuple) and refusal.field is not None and _is_below(refusal):
        return "text_as_list", {"key": refusal.path[-1]}
    return "not_text_but", {"found": what(value)}


def _is_below(refusal: Refusal) -> bool:
    """Return whether a value stands on the lines below its field's name."""
    key = refusal.subject.document.keys.get(refusal.path)
    return key is not None and key.line < _value_place(refusal).line


def _empty(refusal: Refusal) -> Saying:
    if refusal.field is None:
        return "empty_item", {}
    code = "empty_required" if is_needed(refusal.subject, refusal.path) else "empty"
    return code, {"unstated": _or_unstated(refusal), "hint": _choose(refusal)}


def _choose(refusal: Refusal) -> str:
    """Return the words of the vocabulary that an empty field is chosen from, if it is."""
    name, vocabulary = fields.vocabulary_at(refusal.subject.kind, refusal.names), refusal.subject.vocabulary
    return hints.allowed(vocabulary, name) if name and vocabulary else ""


def _too_few(refusal: Refusal) -> Saying:
    if not refusal.value:
        return "empty_list", {"unstated": _or_unstated(refusal)}
    return "too_few", {"limit": refusal.context["min_length"], "length": len(refusal.value)}


def _too_many(refusal: Refusal) -> Saying:
    if isinstance(refusal.value, str):
        return _too_long(refusal)
    return "too_many", {"length": len(refusal.value), "limit": refusal.context["max_length"]}


def _too_long(refusal: Refusal) -> Saying:
    return "too_long", {"length": len(refusal.value.strip()), "limit": refusal.context["max_length"]}


def _not_list(refusal: Refusal) -> Saying:
    values = {"found": what(refusal.value), "unstated": _or_unstated(refusal), "hint": _list_hint(refusal)}
    return "not_list", values


def _list_hint(refusal: Refusal) -> str:
    if isinstance(refusal.value, dict) and refusal.value:
        return remedy("dash_before_first")
    raw = refusal.raw
    if hints.tells_nothing(raw) or isinstance(refusal.value, dict):
        return _silent_hint(refusal, [])
    return hints.listed(raw, refusal.subject.vocabulary, refusal.names)


def _silent_hint(refusal: Refusal, none: Any) -> str:
    """Return what to do with a field of which nothing is known, or of which there is none."""
    field = refusal.field
    if _or_unstated(refusal):
        return remedy("write_unstated")
    if field is not None and field.is_required():
        name = fields.vocabulary_at(refusal.subject.kind, refusal.names)
        if refusal.names == ("sources",):
            return remedy("needed_source")
        return remedy("needed_tag", name=name) if name else remedy("needed")
    return remedy("write_none") if none == [] and hints.is_none(refusal.raw) else remedy("delete_field")


def _not_group(refusal: Refusal) -> Saying:
    model = fields.model_at(refusal.subject.kind, refusal.within) or refusal.subject.kind
    named = enumeration([f"`{name}`" for name in fields.names(model)])
    silent = hints.tells_nothing(refusal.raw)
    if refusal.raw and silent and refusal.field is not None:
        told = _silent_hint(refusal, None)
    else:
        words, is_item = refusal.subject.vocabulary, refusal.field is None
        told = hints.group(model, refusal.value, words, refusal.names, is_item)
    unstated = remedy("or_be_unstated") if _or_unstated(refusal) else ""
    return "not_group", {"found": what(refusal.value), "fields": named, "unstated": unstated, "hint": told}


def _not_boolean(refusal: Refusal) -> Saying:
    meant = hints.truth(refusal.raw)
    hint = "" if meant is None else hints.maybe(plain(meant))
    return "not_boolean", {"found": what(refusal.value), "hint": hint}


def _not_date(refusal: Refusal) -> Saying:
    return "not_date", {"found": what(refusal.value), "hint": hints.date(refusal.raw)}


def _not_number(refusal: Refusal) -> Saying:
    raw = refusal.raw
    if isinstance(refusal.value, Misread) and ZERO_FIRST.fullmatch(raw):
        return "octal", {"raw": raw, "suggestion": str(int(raw))}
    is_year = refusal.path[-1] in {"start", "end", "year"}
    if isinstance(refusal.value, Misread) and is_ambiguous(raw) and not is_year:
        return "thousands", {"raw": raw, "whole": raw.replace(".", ""), "decimal": f"{raw}0"}
    is_word = isinstance(refusal.value, str | bool) or not raw
    found = what(refusal.value) if is_word else f"`{raw}`"
    if is_year:
        hint = hints.year(raw, str(refusal.path[-1]))
        return "not_year", {"found": found, "hint": hint}
    if hints.tells_nothing(raw):
        optional = remedy("delete_field") if refusal.path[-1] == "to" else remedy("delete_figure")
        silent = remedy("write_null") if "rows" in refusal.path else optional
        return "not_number", {"found": found, "hint": silent}
    return "not_number", {"found": found, "hint": hints.number(raw)}


def _beyond(refusal: Refusal) -> Saying:
    code, bound = ("too_small", "ge") if "ge" in refusal.context else ("too_big", "le")
    return code, {"limit": f"{refusal.context[bound]:.0f}"}


def _bad_pattern(refusal: Refusal) -> Saying:
    if refusal.path[-1] == "code":
        return "bad_code", {}
    return "bad_slug", {
        "value": refusal.value,
        "hint": hints.maybe(slugify(refusal.value.removesuffix(".yaml"))),
    }


def _not_allowed(refusal: Refusal) -> Saying:
    value, vocabulary = str(refusal.context["value"]), refusal.subject.vocabulary
    if "vocabulary" not in refusal.context or vocabulary is None:
        told = hints.one_of(value, refusal.context["choices"], refusal.context["forms"])
    else:
        told = hints.choice(value, vocabulary, refusal.names, _or_unstated(refusal))
    return "not_allowed", {"value": value, "hint": told}


def _bad_address(refusal: Refusal) -> Saying:
    return refusal.code, {"hint": hints.address(refusal.raw)}


def _bad_mailbox(refusal: Refusal) -> Saying:
    is_silent = hints.tells_nothing(refusal.raw)
    return "bad_mailbox", {"hint": remedy("delete_field") if is_silent else ""}


def _not_unstated(refusal: Refusal) -> Saying:
    if refusal.field is None:
        return "not_unstated", {"otherwise": remedy("or_delete_item")}
    is_fixed = is_needed(refusal.subject, refusal.path)
    return "not_unstated", {"otherwise": "" if is_fixed else remedy("or_delete_field")}


def _row_label(refusal: Refusal) -> Saying:
    return "row_label", {"suggestion": f'"{refusal.raw if refusal.value is not None else "..."}"'}


def _row_shape(refusal: Refusal) -> Saying:
    return "row_shape", {"suggestion": f"[{refusal.raw or '...'}]"}


_SAYINGS: Mapping[str, Callable[[Refusal], Saying]] = {
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
    "not_unstated": _not_unstated,
    "row_label": _row_label,
    "row_shape": _row_shape,
}


def _or_unstated(refusal: Refusal) -> str:
    """Return the reminder that a field may say that the source is silent, where it may."""
    return remedy("or_unstated") if fields.takes_unstated(refusal.field) else ""
