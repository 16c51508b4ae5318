"""The documents that a case names as its sources: shared ones, or its own."""

from collections.abc import Collection
from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.values import Line, Part, Tag, Unstated, Url, Year

OWN_SOURCE = ("title", "publisher", "year")
"""What a source that is none of the vocabulary's tells of itself."""


class Reference(Part):
    """A source: one that cases share, by its slug, or the case's own with title, publisher and year."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["source", "where"]}, {"required": [*OWN_SOURCE]}]}
    )

    source: Annotated[str, Tag("sources")] | None = None
    """The shared document; none when the case has its own."""
    title: Annotated[Line | None, Field(validate_default=True)] = None
    """The title of the case's own document."""
    publisher: Annotated[Line | None, Field(validate_default=True)] = None
    """Who published it."""
    year: Annotated[Year | None, Unstated(), Field(validate_default=True)] = None
    """When it was published; none when it does not say."""
    where: Annotated[Line | None, Field(validate_default=True)] = None
    """Page or section; none when all of the case's own document is meant."""
    url: Url | None = None
    """The document's address."""
    lines: Line | None = None
    """Where in the extract that editors work from; no reader meets it."""

    @field_validator(*OWN_SOURCE, "where", mode="before")
    @classmethod
    def _one_or_the_other(cls, value: Any, info: ValidationInfo) -> Any:
        if "source" not in info.data:
            return value  # not sound, so that nobody knows which of the two is meant
        is_own = info.data["source"] is None
        is_needed = is_own == (info.field_name in OWN_SOURCE)
        if value is None and is_needed:
            raise PydanticCustomError("missing", "")
        if value is not None and not is_needed and not is_own:
            raise PydanticCustomError("two_sources", "")
        return value


def needed_of_source(given: Collection[object]) -> tuple[str, ...]:
    """Return the fields that a source needs beside those that it has; none when it names no document."""
    if "source" in given:
        return ("source", "where")
    return OWN_SOURCE if any(name in given for name in OWN_SOURCE) else ()
