"""What the model says of a field beside its type: where readers meet it, and what its JSON Schema is marked with."""

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Mark:
    """A keyword that a value's schema has: x-markdown, x-unique."""

    keyword: str
    value: Any = True

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        value = [*self.value] if isinstance(self.value, tuple) else self.value
        return {**handler(schema), self.keyword: value}


FACT = Mark("x-fact")
"""Puts a field among the facts beside a case's head."""
BESIDE = Mark("x-beside")
"""Puts a field in a box of its own beside a case, and below its sections where there are no boxes."""
ASIDE = Mark("x-aside")
"""Folds a list of short texts away at the end of a case's page; nothing prints it."""


@dataclass(frozen=True)
class Section:
    """Gives a field a section of its own; one that need not be there is left out where it is empty."""

    anchor: str
    """The section's address on the page."""
    items: str = ""
    """What the addresses of its items begin with, when they are numbered."""
    continues: str = ""
    """The field whose numbers go on here."""
    tone: str = ""
    """How the section is set apart."""
    is_untitled: bool = False
    """Whether the section has no heading, since each of its blocks has one."""
    has_help: bool = False
    """Whether readers see the field's help below the heading."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-section": {key: value for key, value in asdict(self).items() if value}}


def section_of(field: FieldInfo) -> Section | None:
    """Return the section that a field has of its own, if it has one."""
    return next((mark for mark in field.metadata if isinstance(mark, Section)), None)


def is_met(field: FieldInfo) -> bool:
    """Return whether readers meet a field below the head of a case, as a fact, in a section or in a box."""
    return FACT in field.metadata or BESIDE in field.metadata or section_of(field) is not None
