"""What is validated, and where its data stand."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.problems import Path
from generator.reading.document import Document
from generator.vocabulary import Vocabulary

_Kind_co = TypeVar("_Kind_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Subject(Generic[_Kind_co]):
    """What is validated: data of a `kind`, at `base` in a document, with the words it may use."""

    document: Document
    kind: type[_Kind_co]
    base: Path = ()
    vocabulary: Vocabulary | None = None
