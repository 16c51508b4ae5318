"""A case file that is sound by itself, as it can be kept: its case, and what is for a person to judge."""

import datetime
import json
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from functools import cache
from typing import Annotated, Any, Self, get_args, get_origin, get_type_hints

from generator.model import Case
from generator.problems import Problem
from generator.reading.document import Document
from generator.reading.log import Log, Reading
from generator.values import Part

KIND = "case"
"""What a store has them under."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The case in a file, and what is for a person to judge in it."""

    case: Case
    warnings: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, case: Case, warnings: Iterable[Problem]) -> Self:
        """Return a case that was just read, as slender as one that was kept."""
        _slim(case)
        return cls(case, tuple(warnings))

    def packed(self) -> bytes:
        """Return it as bytes."""
        head = json.dumps([self.case.slug, *map(astuple, self.warnings)], ensure_ascii=False)
        return f"{head}\n{self.case.model_dump_json(exclude_unset=True)}".encode()

    @classmethod
    def unpacked(cls, content: bytes, kind: type[Case]) -> Self:
        """Return what such bytes say of a case of a kind; what they hold was checked before they were made."""
        (slug, *warnings), told = map(json.loads, content.split(b"\n"))
        return cls(_maker(kind)({"slug": slug, **told}), tuple(Problem(*warning) for warning in warnings))

    def read_again(self, file: str, whole: Callable[[], Document]) -> tuple[Reading, Case]:
        """Return what other files are compared with, and the case; `whole` reads the file where more is asked for."""
        case = self.case
        related = {"inspired_by": case.related.inspired_by, "see_also": case.related.see_also}
        data = {"title": case.title, "aliases": case.aliases, "related": related}
        document = Document.placed_later(file, data, (), whole)
        return Reading(document, Log(file, warnings=[*self.warnings])), case


@cache
def _names(names: frozenset[str]) -> set[str]:
    """Return a set of names, one for all groups that have the same: nobody changes those of what is frozen."""
    return set(names)


def _slim(value: Any) -> None:
    """Let the groups of fields in a value share the sets of the fields that they were given."""
    if isinstance(value, tuple):
        for part in value:
            _slim(part)
    elif not isinstance(value, str) and isinstance(value, Part):  # to tell what is no model takes its time
        object.__setattr__(value, "__pydantic_fields_set__", _names(frozenset(value.model_fields_set)))
        for part in vars(value).values():
            _slim(part)


_Make = Callable[[Any], Any]


@cache
def _maker(kind: type[Part]) -> _Make:
    """Return what makes a group of fields of those that JSON has, without checking them once more."""
    hints = get_type_hints(kind, include_extras=True)
    makes = {name: each for name in kind.model_fields if (each := _make(hints[name]))}
    defaults = {
        name: None if field.is_required() else field.default for name, field in kind.model_fields.items()
    }
    put = object.__setattr__

    def make(told: dict[str, Any]) -> Part:
        fields = {**defaults, **told}
        for name, each in makes.items():
            if name in told:
                fields[name] = each(told[name])
        made = object.__new__(kind)
        put(made, "__dict__", fields)
        put(made, "__pydantic_fields_set__", _names(frozenset(told)))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
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
