"""What is validated, and where its data stand."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.problems import Path
from generator.reading.document import Document
from generator.reading.log import Log, Reading
from generator.vocabulary import Vocabulary

_Kind_co = TypeVar("_Kind_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Subject(Generic[_Kind_co]):
    """What is validated: data of a `kind`, at `base` in a file as it is read, with the words it may use."""

    reading: Reading
    kind: type[_Kind_co]
    base: Path = ()
    vocabulary: Vocabulary | None = None

    @property
    def document(self) -> Document:
        """The document that the data stand in."""
        return self.reading.document

    @property
    def data(self) -> Any:
        """The data themselves."""
        return self.document.at(self.base)

    @property
    def log(self) -> Log:
        """What is said of the file."""
        return self.reading.log
