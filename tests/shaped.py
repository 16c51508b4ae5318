"""A catalogue whose cases have a shape of their own, by settings alone: its files are in tests/shaped/."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue
from generator.editing import first
from generator.reading import language
from generator.reading.folder import load
from generator.reading.settings import Settings, beside
from generator.views import words

FILES = Path(__file__).parent / "shaped"
UNUSED = ("municipalities", "regions", "levels", "financing_models", "incentives")
"""The vocabularies that it has no field for, and need not have."""
BRIDGE = "broende-i-bjergene"
"""The case that uses every field of its own."""


@dataclass(frozen=True)
class Shaped:
    """The catalogue, where it lies, and its settings."""

    folder: Path
    settings: Settings
    catalogue: Catalogue

    @property
    def cases(self) -> Path:
        """The folder of its cases."""
        return self.folder / "cases"


def shaped(folder: Path) -> Shaped:
    """Write the catalogue into a new folder, as `casekatalog init` and then an editor would, and load it."""
    first.write(folder, "Lande i arbejde", "1", demo=False)
    (folder / "cases" / "vores-foerste-case.yaml").unlink()
    for name in UNUSED:
        (folder / "cases" / "vocabulary" / f"{name}.yaml").unlink()
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    for file in (*(folder / "cases").glob("*.md"), *(folder / "cases" / "vocabulary").glob("*.yaml")):
        told = file.read_text("utf-8")
        file.write_text(told.replace("ikke oplyst", "ukendt").replace("Ikke oplyst", "Ukendt"), "utf-8")
    language.speak(folder / "mkdocs.yml")
    settings = beside(folder / "cases")
    cases, vocabulary = load(folder / "cases", settings.shape)
    return Shaped(folder, settings, Catalogue(cases, words(vocabulary, settings.without)))
