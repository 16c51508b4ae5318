"""The names of fields that a document has and its model has not, and what they were meant to be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from generator import fields
from generator.messages import remedy
from generator.model import Case, Figure
from generator.near import alike, exact, overlapping
from generator.problems import Path
from generator.reading.document import Correction
from generator.reading.hints import maybe
from generator.reading.subject import Subject
from generator.text import enumeration
from generator.wording import wording

_Kind = TypeVar("_Kind", bound=BaseModel)


def read_as_meant(subject: Subject[_Kind]) -> Subject[_Kind]:
    """Report the fields that there are none of; return the rest, misspelt or misplaced ones as they are meant to be."""
    while correction := _correction(subject):
        subject = replace(subject, reading=subject.reading.corrected(correction))
    return subject


def _correction(subject: Subject[BaseModel]) -> Correction | None:
    """Return where the unknown fields belong that were plainly meant to be others, after reporting them all."""
    document, log = subject.document, subject.log
    ways: dict[Path, Path] = {}
    standing = {**document.keys}
    for path, model, key in _unknown_keys(subject):
        if log.is_full:
            return None
        if log.is_refused(path) or _is_tag(subject, path, model, key):
            continue
        meant, hint = _meant(subject, path[len(subject.base) :], model, key)
        target = (*subject.base, *meant) if meant else None
        if target in standing:
            hint = remedy("already", name=meant[-1] if meant else key, line=standing[target].line)
        here = (*path, key)
        is_read = target is not None and document.takes(target) and target not in ways.values()
        told = log.report if is_read else log.refuse
        told(here, "unknown_key", document.keys[here], key=key, hint=hint)
        if target and is_read:
            ways[here] = target
            standing.setdefault(target, document.keys[here])
        elif path and not meant and fields.groups_with(subject.kind, key):
            log.refused.add(path)  # a part of another kind; that it lacks what this kind needs is no matter
    return Correction(ways) if ways else None


def _unknown_keys(subject: Subject[BaseModel]) -> Iterator[tuple[Path, type[BaseModel], str]]:
    """Yield every key that its group has no field for, with the group's path and model."""
    document, log, depth = subject.document, subject.log, len(subject.base)
    models: dict[Path, type[BaseModel] | None] = {}
    for path in document.keys:
        group = path[:-1]
        if path[:depth] != subject.base or len(path) == depth or log.is_refused(path):
            continue
        if group not in models:
            models[group] = fields.group_at(subject.kind, group[depth:])
        model = models[group]
        if model and path[-1] not in model.model_fields:
            yield group, model, str(path[-1])


def _is_tag(subject: Subject[BaseModel], path: Path, model: type[BaseModel], key: str) -> bool:
    """Report a key that is a word of the vocabulary of its part's first field, as in `- ledelse: text`."""
    first = fields.names(model)[0]
    within = (*path[len(subject.base) :], first)
    name = fields.vocabulary_at(subject.kind, within) if issubclass(subject.kind, Case) else None
    tag = exact(key, subject.vocabulary.spellings(name)) if name and subject.vocabulary else None
    if tag is None or subject.vocabulary is None or name is None or "text" not in model.model_fields:
        return False
    word = subject.vocabulary.spellings(name)[tag]
    here = subject.document.keys[*path, key]
    subject.log.refuse(path, "tag_as_key", here, key=key, field=first, suggestion=f"{first}: {word}")
    return True


def _meant(
    subject: Subject[BaseModel], group: Path, model: type[BaseModel], key: str
) -> tuple[Path | None, str]:
    """Return the path that an unknown key in a group was probably meant to have, and what is said about it."""
    called = _called(model)
    if near := exact(key, called):
        return (*group, called[near]), maybe(called[near])
    case = subject.kind if issubclass(subject.kind, Case) else None
    if case and (moved := _in_group(case, group, key)):
        return moved
    if near := alike(key, called):
        return (*group, called[near]), maybe(called[near])
    if case and not group and (moved := _under_another_name(case, key)):
        return moved
    if near := overlapping(key, [name for name in called if len(name) > 3]):
        return (*group, called[near]), maybe(called[near])
    used = remedy("use_field", allowed=", ".join(fields.names(model)))
    return None, remedy("move_text") if re.search(r"\s", key) else used


def _in_group(case: type[Case], group: Path, key: str) -> tuple[Path | None, str] | None:
    """Return the same for a key that the case, or another group of it, has."""
    if group and key in fields.names(case):
        return (key,), remedy("move_out")
    homes = fields.groups_with(case, key)
    named = enumeration([f'"{home}"' for home in homes], "or")
    if homes and group:
        return None, remedy("belongs", group=named)
    if homes:
        alone = homes[0] if len(homes) == 1 and fields.is_group(case, homes[0]) else None
        return (alone, key) if alone else None, remedy("move_in", group=named)
    return None


def _under_another_name(case: type[Case], key: str) -> tuple[Path | None, str] | None:
    """Return the same for a key that is what editors call a field of a group."""
    for prefix, model in fields.groups(case).items():
        called = _called(model)
        if prefix and (near := exact(key, called)):
            return None, remedy("move_in_as", group=prefix.rstrip("."), name=called[near])
    return None


def _called(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the fields of a model by everything that an editor may call them; a field's own name first."""
    names, others = fields.names(model), wording.other_names
    called = {name: name for name in names}
    for name in names:
        called.setdefault(fields.label(model, name), name)
    for name in names:
        path = f"figure.{name}" if model is Figure else f"{fields.prefix(model)}{name}"
        for other in others.listed(path) if path in others else ():
            called.setdefault(other, name)
    return called
