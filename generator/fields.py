"""The fields of a model by their path: which there are, and what editors call them."""

import datetime
import typing
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from types import GenericAlias
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import Case, Figure
from generator.problems import Path
from generator.references import Reference, needed_of_source
from generator.values import Unstated
from generator.wording import by_language, wording

Model = type[BaseModel]


@cache
def names(kind: Model) -> Sequence[str]:
    """Return the keys that an editor may write in a model."""
    return tuple(name for name in kind.model_fields if name != "slug")


def needed(kind: Model) -> list[str]:
    """Return the keys that an editor must write in a model."""
    return [name for name in names(kind) if kind.model_fields[name].is_required()]


def model_at(kind: Model, path: Path) -> Model | None:
    """Return the model of the value at `path` below `kind`."""
    model: Model | None = kind
    for part in path:
        if isinstance(part, str):
            field = model.model_fields.get(part) if model else None
            model = _inner_model(field.annotation) if field else None
    return model


def field_at(kind: Model, path: Path) -> FieldInfo | None:
    """Return the field that `path` ends in, or None where it ends in a list's item."""
    if not path or isinstance(path[-1], int):
        return None
    model = model_at(kind, path[:-1])
    return model.model_fields.get(path[-1]) if model else None


def group_at(kind: Model, path: Path) -> Model | None:
    """Return the model of the group at `path`, or None where a list or something else belongs."""
    return _group_at(kind, tuple(0 if isinstance(part, int) else part for part in path))


@cache
def _group_at(kind: Model, path: Path) -> Model | None:
    if path and isinstance(path[-1], str):
        outer = model_at(kind, path[:-1])
        if outer is None or path[-1] not in outer.model_fields or not is_group(outer, path[-1]):
            return None
    return model_at(kind, path)


def is_group(kind: Model, name: str) -> bool:
    """Return whether a field is one part, and no list of them."""
    annotation = kind.model_fields[name].annotation
    options = () if typing.get_origin(annotation) is tuple else typing.get_args(annotation)
    return any(part is model_at(kind, (name,)) for part in (annotation, *options))


def takes_unstated(field: FieldInfo | None) -> bool:
    """Return whether a field may say that the source is silent."""
    return field is not None and any(isinstance(item, Unstated) for item in field.metadata)


def is_needed(kind: Model, path: Path, given: Collection[int | str]) -> bool:
    """Return whether the field that `path` ends in must be there, in a group where the keys `given` are."""
    field = field_at(kind, path)
    if field is not None and model_at(kind, path[:-1]) is Reference:
        return path[-1] in needed_of_source(given)
    return field is not None and field.is_required()


@by_language
def label(kind: Model, name: str) -> str:
    """Return a field's name."""
    if issubclass(kind, Figure):
        return wording.figure_labels[name]
    field = kind.model_fields.get(name)
    if field and field.title:
        return field.title
    if of_setting := wording.setting_labels.get(f"{kind.__name__.lower()}.{name}"):
        return of_setting
    return wording.labels.get(f"{prefix(kind)}{name}", name)


def guidance(kind: Model, name: str) -> str:
    """Return what a field is for."""
    if issubclass(kind, Figure):
        return wording.figure_help[name]
    field = kind.model_fields.get(name)
    return (field and field.description) or wording.help.get(f"{prefix(kind)}{name}", "")


def label_at(kind: Model, path: str) -> str:
    """Return the name of the field of a case at a path without numbers: gains.evidence."""
    *groups, name = path.split(".")
    return label(model_at(kind, tuple(groups)) or kind, name)


def guidance_at(kind: Model, path: str) -> str:
    """Return what the field of a case at a path without numbers is for."""
    *groups, name = path.split(".")
    return guidance(model_at(kind, tuple(groups)) or kind, name)


def prefix(kind: Model) -> str:
    """Return what stands before a field's name in the path of its label."""
    return next((before for before, model in groups(Case).items() if model is kind), "")


def groups_with(kind: Model, name: str) -> list[str]:
    """Return the fields of a case that are made of parts with a field called `name`."""
    return [prefix[:-1] for prefix, model in groups(kind).items() if prefix and name in model.model_fields]


def vocabulary_at(kind: Model, path: Sequence[str | int]) -> str | None:
    """Return the vocabulary that a field of a case takes its words from, if it does."""
    return vocabularies(kind).get(tuple(part for part in path if isinstance(part, str)))


def is_list(kind: Model, path: Sequence[str]) -> bool:
    """Return whether a field of a case takes a list of words of a vocabulary."""
    return len(path) == 1 and typing.get_origin(kind.model_fields[path[0]].annotation) is tuple


def vocabularies(kind: Model) -> Mapping[tuple[str, ...], str]:
    """Return the vocabulary of every field of a case that has one, by its path without numbers."""
    return _marked(kind, "x-vocabulary")


def is_markdown(kind: Model, path: str) -> bool:
    """Return whether a field of a case, by its path without numbers, or each text in it, is Markdown."""
    return path in _by_path(kind, "x-markdown")


def markdown(kind: Model) -> Collection[tuple[str, ...]]:
    """Return the paths, without numbers, of the fields of a case that are Markdown, or have texts that are."""
    return _marked(kind, "x-markdown").keys()


def types(kind: Model, name: str) -> frozenset[type]:
    """Return the types that a field's value, or the values in its list, can have."""
    return _values(kind.model_fields[name].annotation)


def is_link(kind: Model, path: str) -> bool:
    """Return whether a field of a case takes a web address."""
    return _by_path(kind, "x-rule").get(path) == "url"


def is_text(kind: Model, name: str) -> bool:
    """Return whether a field of a case takes plain texts: neither Markdown nor numbers, days or groups."""
    values = types(kind, name)
    return str in values and not is_markdown(kind, name) and not values & {float, datetime.date}


def is_free_text(kind: Model, path: Sequence[str | int]) -> bool:
    """Return whether a text of a case can say anything: it is no word of a list, no address and no date."""
    names = tuple(part for part in path if isinstance(part, str))
    return not any(
        names in _marked(kind, keyword) for keyword in ("x-vocabulary", "x-rule", "enum", "pattern", "format")
    )


@cache
def _marked(kind: Model, keyword: str) -> Mapping[tuple[str, ...], Any]:
    """Return what a keyword of the schema says of every field that has it, by the field's path without numbers."""
    schema = json_schema(kind)
    found: dict[tuple[str, ...], Any] = {}

    def walk(node: Mapping[str, Any], path: tuple[str, ...]) -> None:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if keyword in node:
            found[path] = node[keyword]
        for option in (*node.get("anyOf", ()), *filter(None, [node.get("items")])):
            walk(option, path)
        for name, field in node.get("properties", {}).items():
            walk(field, (*path, name))

    walk(schema, ())
    return found


@by_language
def json_schema(kind: Model) -> Mapping[str, Any]:
    """Return the JSON Schema of a case, which takes a while to make; nobody may change it."""
    return kind.model_json_schema()


@cache
def _by_path(kind: Model, keyword: str) -> Mapping[str, Any]:
    """Return the same by the path as it is written: gains.text."""
    return {".".join(path): value for path, value in _marked(kind, keyword).items()}


@cache
def groups(kind: Model) -> Mapping[str, Model]:
    """Return the models inside a case by the prefix of their fields' labels."""
    groups: dict[str, Model] = {"": kind}
    for name, field in kind.model_fields.items():
        if inner := _inner_model(field.annotation):
            groups[f"{name}."] = inner
    return groups


def _values(annotation: Any) -> frozenset[type]:
    """Return the types that a value, or those in a list, can have."""
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        return frozenset({annotation})
    return frozenset().union(*map(_values, filter(_is_type, typing.get_args(annotation))))


def _is_type(part: Any) -> bool:
    return isinstance(part, type) or bool(typing.get_args(part))


def _inner_model(annotation: Any) -> Model | None:
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_inner_model, typing.get_args(annotation))), None)
