"""A case file that is sound by itself, as it can be kept: its case, and what other files are compared with."""

import datetime
import json
from collections.abc import Callable
from dataclasses import astuple, dataclass
from functools import cache
from typing import Annotated, Any, Self, get_args, get_origin, get_type_hints

from generator.model import Case
from generator.problems import Problem
from generator.reading.document import Document, Place
from generator.reading.log import Log, Reading
from generator.values import Part

KIND = "case"
"""What a store has them under."""


@dataclass(frozen=True)
class Sound:
    """What is read of a file and told of it, as far as others are compared with it, and the case in it."""

    reading: Reading
    case: Case

    def packed(self) -> bytes:
        """Return it as bytes."""
        document = self.reading.document
        head = {
            "file": document.file,
            "slug": self.case.slug,
            "data": document.data,
            "values": [*document.values.items()],
            "core": document.core,
            "warnings": [*map(astuple, self.reading.log.warnings)],
        }
        told = json.dumps(head, ensure_ascii=False)
        return f"{told}\n{self.case.model_dump_json(exclude_unset=True)}".encode()

    @classmethod
    def unpacked(cls, content: bytes, kind: type[Case]) -> Self:
        """Return what such bytes say of a case of a kind; what they hold was checked before they were made."""
        head, told = map(json.loads, content.split(b"\n"))
        values = {tuple(path): Place(*place) for path, place in head["values"]}
        document = Document(head["file"], _listed(head["data"]), values=values, core=head["core"])
        warnings = [Problem(*warning) for warning in head["warnings"]]
        return cls(
            Reading(document, Log(head["file"], warnings=warnings)),
            _maker(kind)({"slug": head["slug"], **told}),
        )


def _listed(data: Any) -> Any:
    """Return data with its lists as documents have them."""
    if isinstance(data, dict):
        return {key: _listed(value) for key, value in data.items()}
    return tuple(map(_listed, data)) if isinstance(data, list) else data


_Make = Callable[[Any], Any]


@cache
def _maker(kind: type[Part]) -> _Make:
    """Return what makes a group of fields of those that JSON has, without checking them once more."""
    hints = get_type_hints(kind, include_extras=True)
    makes = {name: _make(hints[name]) for name in kind.model_fields}
    defaults = {
        name: None if field.is_required() else field.default for name, field in kind.model_fields.items()
    }

    def make(told: dict[str, Any]) -> Part:
        fields = {**defaults, **told}
        for name, value in told.items():
            if each := makes.get(name):
                fields[name] = each(value)
        made = object.__new__(kind)
        object.__setattr__(made, "__dict__", fields)
        object.__setattr__(made, "__pydantic_fields_set__", set(told))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    return make


def _make(kind: Any) -> _Make | None:
    """Return what makes a value of the one that JSON has; None where they are the same."""
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Part):
        return _maker(kind)
    origin, (first, *others) = get_origin(kind), get_args(kind) or (None,)
    inner = _make(first) if first else None
    if inner is None:
        return tuple if origin is tuple else None
    if origin is tuple:
        return lambda told: tuple(map(inner, told))
    is_known = origin is Annotated or others == [type(None)]
    return (lambda told: None if told is None else inner(told)) if is_known else None
