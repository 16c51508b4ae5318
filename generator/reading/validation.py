"""Data as they were meant, checked by their kind: the value, or all that is wrong."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.reading.explanation import explain, refuse_unwritten
from generator.reading.keys import read_as_meant
from generator.reading.log import Reading
from generator.reading.subject import Subject

_Model = TypeVar("_Model", bound=BaseModel)


def validate(subject: Subject[_Model], slug: str = "") -> tuple[Reading, _Model | None]:
    """Return what is read, as it was meant, and the value in it, or None after reporting what is wrong with it.

    `slug` is the value's name, if it has one.
    """
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
