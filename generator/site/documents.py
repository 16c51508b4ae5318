"""The PDFs of a published site, which its pages link to, and the pictures of its cases."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.catalogue import Catalogue
from generator.printing import cache, letters
from generator.printing.imprint import Imprint
from generator.printing.picture import Picture
from generator.printing.press import CACHE, described, press
from generator.printing.publications import Publication, publications
from generator.progress import Progress
from generator.wording import wording


@dataclass(frozen=True)
class Documents:
    """The PDFs with the files in which they lie, and the pictures of cases by slug."""

    printed: Mapping[Publication, Path] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @cached_property
    def pdfs(self) -> Mapping[str, str]:
        """What a link says of each PDF, by its path."""
        return {document.path: described(file) for document, file in self.printed.items()}

    @cached_property
    def volumes(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the themes in each volume of the catalogue, by its path."""
        return {document.path: document.themes for document in self.printed if document.themes}


NONE = Documents()


def printed(
    catalogue: Catalogue, imprint: Imprint, docs: Path, folder: Path, say: Callable[..., None]
) -> dict[Publication, Path]:
    """Return the PDFs of a catalogue whose cases lie in `docs`; what is set already is kept in `folder`.

    Raises PrintError with every field that cannot be printed, and OSError.
    """
    if problems := letters.unprintable(catalogue, docs):
        raise letters.PrintError("\n".join(map(str, problems)))
    wanted = [*publications(catalogue, imprint)]
    progress = Progress(wording.building["printing"], len(wanted), say)
    found = press(wanted, folder / CACHE, done=lambda _: progress.step())
    cache.prune(folder / CACHE, {*found.values()})
    return found
