"""What the site engine is set to in `mkdocs.yml`: folders, address, language; told before the engine stops at it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator import packed
from generator.facets import FACETS
from generator.locale import LOCALES
from generator.messages import message, shown
from generator.problems import Path, Problem, field_name
from generator.reading import hints, language
from generator.reading.document import Document
from generator.reading.naming import PARTS, SUFFIX
from generator.reading.slugs import VOCABULARY_FOLDER
from generator.shape import Shape
from generator.values import Url
from generator.views import NEEDS
from generator.wording import LANGUAGES, wording

NO_FOLDER, BAD_ADDRESS, GONE = "no_folder", "bad_url", "gone_from_menu"
ENGINES_TO_TELL = frozenset({NO_FOLDER, BAD_ADDRESS})
"""The codes of what the site engine would tell in English, or stop at, before it loads any plugin."""
THEME, DOCS, ADDRESS, MENU = ("theme", "custom_dir"), ("docs_dir",), ("site_url",), ("nav",)
_URL = TypeAdapter(Url)


def refused(document: Document, folder: FilePath, logo: Path | None) -> Iterator[Problem]:
    """Yield what is wrong with the settings of a catalogue in a folder, whose `logo` is named at a place, if it is."""
    yield from _wrong_address(document)
    yield from _unknown_language(document)
    yield from _missing(document, folder)
    yield from _no_logo(document, folder, logo)


def gone_from_menu(
    document: Document, folder: FilePath, without: Collection[str], shape: Shape
) -> Iterator[Problem]:
    """Yield each line of the menu that leads to a page of a view, or of a facet, that the catalogue does without."""
    docs = document.at(DOCS)
    cases = folder / docs if isinstance(docs, str) else folder
    words = cases / VOCABULARY_FOLDER
    missing = {view for view, name in NEEDS.items() if name and not (words / f"{name}{SUFFIX}").exists()}
    there = packed.pages_without({*without, *missing})
    gone = {page for page in packed.page_views() if page not in there and not (cases / page).exists()}
    gone |= {f"{facet.folder}/index.md" for facet in FACETS.values() if facet.key not in shape.facets}
    for path, page in _pages(document.at(MENU), MENU):
        if page in gone:
            place = document.place(path)
            text = message(GONE, page=page)
            yield Problem(document.file, place.line, place.column, field_name(path), text, GONE)


def _pages(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the pages of a menu with their paths in the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _pages(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _pages(inner, (*path, index))


def _wrong_address(document: Document) -> Iterator[Problem]:
    given = document.at(ADDRESS)
    if isinstance(given, str) and given:
        try:
            _URL.validate_python(given)
        except ValidationError:
            place = document.place(ADDRESS)
            text = message(BAD_ADDRESS)
            yield Problem(document.file, place.line, place.column, field_name(ADDRESS), text, BAD_ADDRESS)


def _unknown_language(document: Document) -> Iterator[Problem]:
    given = document.at(language.AT)
    if given is not None and given not in LANGUAGES:
        place, names = document.place(language.AT), {code: LOCALES[code].names for code in LANGUAGES}
        value, forms = place.raw or str(given), {name: code for code in names for name in names[code]}
        text = message("not_allowed", value=value, hint=hints.one_of(value, LANGUAGES, forms))
        yield Problem(document.file, place.line, place.column, field_name(language.AT), text, "not_allowed")


def _missing(document: Document, folder: FilePath) -> Iterator[Problem]:
    """Yield a problem for each folder that is not there or not whole, of which the site engine tells in English."""
    for path, text in ((DOCS, wording.engine["no_cases"]), (THEME, wording.engine["no_theme"])):
        given = document.at(path)
        if not isinstance(given, str):
            continue
        own_or_packed = (folder / given, packed.THEME)
        lacking = [
            part for part in PARTS if path == THEME and not any((at / part).exists() for at in own_or_packed)
        ]
        if not (folder / given).is_dir():
            yield _unfound(document, path, text.format(folder=shown(given)))
        elif lacking:
            yield _unfound(
                document, path, wording.engine["no_part"].format(part=lacking[0], folder=shown(given))
            )


def _no_logo(document: Document, folder: FilePath, logo: Path | None) -> Iterator[Problem]:
    docs = document.at(DOCS)
    if logo and isinstance(docs, str) and not (folder / docs / str(document.at(logo))).is_file():
        place = document.place(logo)
        yield Problem(document.file, place.line, place.column, "logo", message("no_logo"), "no_logo")


def _unfound(document: Document, path: Path, text: str) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, field_name(path), text, NO_FOLDER)
