"""A refusal: one fault that a validator found, with its path in the document, its value, and the field it is in."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator import fields
from generator.problems import Path
from generator.reading.subject import Subject


@dataclass(frozen=True)
class Refusal:
    """One fault: its code, where it is, the value and what the validator knows about it."""

    subject: Subject[BaseModel]
    code: str
    path: Path
    value: Any
    context: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    several: bool = False

    @property
    def raw(self) -> str:
        """The value as it is written, or nothing."""
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
        """The field that the value is of; none of an item in a list."""
        return fields.field_at(self.subject.kind, self.within)


def refusals(subject: Subject[BaseModel], error: ValidationError) -> Iterator[Refusal]:
    """Yield what a validator refused, each at the value that an editor has to look at."""
    for details in error.errors(include_url=False):
        code, context = details["type"], details.get("ctx", {})
        path = _data_path(subject, details["loc"], whole=code == "missing")
        if code == "missing" and not is_needed(subject, path):
            code = "no_source"
        if code in {"no_source", "two_sources"}:
            path = path[:-1]
        if code == "no_source" and subject.log.is_refused((*path, "source")):
            continue
        if code == "too_short" and len(details["input"]) >= context["min_length"]:
            continue  # long enough, but for items that have faults of their own
        if code != "faults":
            yield Refusal(subject, code, path, details["input"], context)
            continue
        for at, inner, values in context["faults"]:
            yield Refusal(subject, inner, (*path, *at), values.get("input"), values, several=True)


def is_needed(subject: Subject[BaseModel], path: Path) -> bool:
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
