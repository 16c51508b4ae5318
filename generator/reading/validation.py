"""Data as they were meant, checked by their kind: the value, or all that is wrong."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.reading.explanation import explain, refuse_unwritten
from generator.reading.keys import read_as_meant
from generator.reading.log import Reading
from generator.reading.subject import Subject
from generator.wording import wording

_Model = TypeVar("_Model", bound=BaseModel)


def validate(subject: Subject[_Model], slug: str = "") -> tuple[Reading, _Model | None]:
    """Return what is read, as it was meant, and the value in it, or None after reporting what is wrong with it.

    `slug` is the value's name, if it has one.
    """
    if (value := _sound(subject, slug)) is not None:
        return subject.reading, value
    before = len(subject.log.problems)
    if isinstance(subject.data, dict):
        subject = read_as_meant(subject)
    data = subject.data
    if isinstance(data, dict) and slug:
        if "slug" in data:
            here = (*subject.base, "slug")
            subject.log.refuse(here, "slug_key", subject.document.keys[here])
        data = {**data, "slug": slug}
    refuse_unwritten(subject)
    try:
        value = subject.kind.model_validate(data, context={"vocabulary": subject.vocabulary})
    except ValidationError as error:
        explain(subject, error)
        return subject.reading, None
    return subject.reading, value if len(subject.log.problems) == before else None


def _sound(subject: Subject[_Model], slug: str) -> _Model | None:
    """Return the value in data with which nothing is wrong; None where it must be told what is, and where."""
    data = subject.data
    if (
        subject.log.problems
        or not isinstance(data, dict)
        or "slug" in data
        or _is_unwritten(data, wording.common["todo"])
    ):
        return None
    given = {**data, "slug": slug} if slug else data
    try:
        return subject.kind.model_validate(given, context={"vocabulary": subject.vocabulary})
    except ValidationError:
        return None


def _is_unwritten(value: Any, todo: str, may_lack: bool = False) -> bool:
    """Return whether something is empty, but for the cells of a table, or still says that it must be written."""
    if isinstance(value, dict):
        return any(_is_unwritten(part, todo, may_lack or name == "rows") for name, part in value.items())
    if isinstance(value, tuple):
        return any(_is_unwritten(part, todo, may_lack) for part in value)
    return value == todo or (value is None and not may_lack)
