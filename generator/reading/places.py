"""The places that the settings of a catalogue name: the folders of its cases, its theme and its site, and its address.

The site engine stops at a wrong one, in English, before it loads any plugin. This module loads quickly, so that
whoever runs the engine can tell of it first.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

from generator import packed
from generator.messages import message, shown
from generator.notation import is_url
from generator.problems import Path, Problem, field_name
from generator.reading.document import Document
from generator.reading.naming import PARTS
from generator.reading.section import inherited, section
from generator.wording import wording

NO_FOLDER, BAD_ADDRESS = "no_folder", "bad_url"
THEME, DOCS, SITE, ADDRESS = ("theme", "custom_dir"), ("docs_dir",), ("site_dir",), ("site_url",)
USUAL_SITE = "site"
"""The folder of a site whose settings name none."""


def faults(settings: FilePath) -> list[Problem]:
    """Return what is wrong with the places that a file of settings names, or the one that it inherits them from."""
    found: list[Problem] = []
    for file, document in inherited(settings).items():
        found = [*wrong(document, file.parent), *found]
        if section(document.data):
            break
    return found


def site(settings: FilePath) -> FilePath:
    """Return the folder that a file of settings names for the site."""
    return settings.parent / _named(settings, SITE, USUAL_SITE)


def address(settings: FilePath) -> str:
    """Return the address that a file of settings names for the site; empty where it names none."""
    return _named(settings, ADDRESS, "")


def wrong(document: Document, folder: FilePath) -> Iterator[Problem]:
    """Yield what is wrong with the places that settings in a folder name."""
    given = document.at(ADDRESS)
    if isinstance(given, str) and given and not is_url(given.strip()):
        yield _problem(document, ADDRESS, message(BAD_ADDRESS), BAD_ADDRESS)
    yield from _missing(document, folder)


def _named(settings: FilePath, path: Path, otherwise: str) -> str:
    texts = (document.at(path) for document in inherited(settings).values())
    return next((text for text in texts if isinstance(text, str)), otherwise)


def _missing(document: Document, folder: FilePath) -> Iterator[Problem]:
    """Yield a problem for each folder that is not there or not whole."""
    for path, text in ((DOCS, wording.engine["no_cases"]), (THEME, wording.engine["no_theme"])):
        given = document.at(path)
        if not isinstance(given, str):
            continue
        own_or_packed = (folder / given, packed.THEME)
        lacking = [
            part for part in PARTS if path == THEME and not any((at / part).exists() for at in own_or_packed)
        ]
        if not (folder / given).is_dir():
            yield _problem(document, path, text.format(folder=shown(given)), NO_FOLDER)
        elif lacking:
            told = wording.engine["no_part"].format(part=lacking[0], folder=shown(given))
            yield _problem(document, path, told, NO_FOLDER)


def _problem(document: Document, path: Path, text: str, code: str) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, field_name(path), text, code)
