"""The columns of a sheet: which field each fills, by its name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import fields
from generator.editing.formatter import item_schema, resolve
from generator.model import Case
from generator.problems import Path
from generator.reading.schema import case_schema
from generator.text import plain_text
from generator.vocabulary import Vocabulary

REPEATED = {"gains": 3, "drivers": 3, "barriers": 3, "figures": 1}
"""How many of each group a template has room for; an imported sheet may have more."""
OTHERS = 2
"""How many of those not named there."""
NAME = 300
"""How long a name may be; longer texts are sentences."""
NO_COLUMN = frozenset({"series"})
"""The fields that no row of cells can hold."""
LEFT_OUT = NO_COLUMN | {"aliases"}
"""The fields that a template has no column for."""

_PART = re.compile(r"(?P<name>.*?)(?: ?(?P<number>0?[1-9][0-9]?))?")


@dataclass(frozen=True)
class Column:
    """A column: its name, the field that it fills, and the schema of the field's value.

    A column of a whole group can only tell that nothing is known of it.
    """

    name: str
    path: Path
    schema: Mapping[str, Any]
    is_group: bool = False


@dataclass(frozen=True)
class Layout:
    """What columns follow from: a kind of case, and its schema."""

    kind: type[Case]
    schema: Mapping[str, Any]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Layout":
        """Return that of the cases that a vocabulary is for."""
        return cls(vocabulary.shape.case, case_schema(vocabulary))


def columns(layout: Layout) -> Iterator[Column]:
    """Yield the columns of a template."""
    yield from _columns(layout.schema, layout.schema["$defs"], layout.kind, ())


def column_of(name: str, layout: Layout) -> Column | None:
    """Return the column that a name means: `Titel`, `Kontakt: Rolle`, `Gevinster 2: Tal 1: Enhed`.

    Case, spaces and the form of letters make no difference, and a field's key does as well as its name.
    """
    path: Path = ()
    kind, schema = layout.kind, layout.schema
    node: Any = schema
    parts = [part.strip() for part in plain_text(name).rstrip(":* ").split(":")]
    for index, part in enumerate(parts):
        match = _PART.fullmatch(part)
        key = match and (_key(node, part) or _key(node, match["name"]))
        if not match or not key or key in NO_COLUMN:
            return None
        path, inner = (*path, key), node["properties"][key]
        group = _group(inner, schema["$defs"])
        is_last = index == len(parts) - 1
        if group is None:
            return Column(heading(path, kind), path, inner) if is_last else None
        if is_last:
            return (
                Column(heading(path, kind), path, inner, is_group=True)
                if match["number"] in {None, "1"}
                else None
            )
        if is_list(inner):
            path = (*path, int(match["number"] or 1) - 1)
        node = group
    return None


def heading(path: Path, kind: type[Case]) -> str:
    """Return the name of the column of a field that a kind of case has."""
    name = ""
    for index, part in enumerate(path):
        if isinstance(part, int):
            name += f" {part + 1}"
        else:
            label = fields.label(fields.model_at(kind, path[:index]) or kind, part)
            name += f": {label}" if name else label
    return name


def first_inside(path: Path, kind: type[Case]) -> Path:
    """Return the path of the first field in a group, or in the first of a list of them."""
    model = fields.model_at(kind, path)
    number = () if fields.group_at(kind, path) else (0,)
    return (*path, *number, fields.names(model)[0]) if model else path


def is_sentences(schema: Mapping[str, Any]) -> bool:
    """Return whether a field takes several texts that may hold a semicolon, so that each has its own line."""
    text = resolve(item_schema(schema), "maxLength")
    return text is not None and text["maxLength"] > NAME


def is_list(schema: Mapping[str, Any]) -> bool:
    """Return whether a field takes several values."""
    return item_schema(schema) is not None


def tag_of(schema: Mapping[str, Any]) -> str | None:
    """Return the vocabulary that a field takes its words from, or None."""
    tag = resolve(schema, "x-vocabulary") or resolve(item_schema(schema), "x-vocabulary")
    return str(tag["x-vocabulary"]) if tag else None


@cache
def takes_unstated(path: Path, kind: type[Case]) -> bool:
    """Return whether a field may say that the source is silent."""
    return fields.takes_unstated(fields.field_at(kind, path))


def may_be_unstated(column: Column, kind: type[Case]) -> bool:
    """Return whether a column may say that the source is silent, of its field or as the first of a whole group."""
    path = column.path
    return takes_unstated(path, kind) or (
        takes_unstated(path[:1], kind) and column.name == heading(first_inside(path[:1], kind), kind)
    )


def _columns(schema: Any, definitions: Any, kind: type[Case], path: Path) -> Iterator[Column]:
    for key, inner in schema["properties"].items():
        here = (*path, key)
        group = _group(inner, definitions)
        if key in LEFT_OUT:
            continue
        if group is None:
            yield Column(heading(here, kind), here, inner)
        elif not is_list(inner):
            yield from _columns(group, definitions, kind, here)
        else:
            for number in range(REPEATED.get(key, OTHERS)):
                yield from _columns(group, definitions, kind, (*here, number))


def _key(node: Any, name: str) -> str | None:
    fields_here = node["properties"].items()
    return next((key for key, inner in fields_here if name in {key, plain_text(inner["title"])}), None)


def _group(schema: Any, definitions: Any) -> Any:
    found = re.search(r"'\$ref': '#/\$defs/(\w+)'", str(schema))
    return definitions[found[1]] if found else None
