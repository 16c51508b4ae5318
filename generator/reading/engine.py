"""What the site engine is set to in `mkdocs.yml`: its places, language, logo and menu."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from generator import packed
from generator.facets import FACETS
from generator.locale import LOCALES
from generator.messages import message
from generator.problems import Path, Problem, field_name
from generator.reading import hints, language
from generator.reading.document import Document
from generator.reading.naming import SUFFIX
from generator.reading.places import DOCS, wrong
from generator.reading.slugs import VOCABULARY_FOLDER
from generator.shape import Shape
from generator.views import NEEDS
from generator.wording import LANGUAGES

GONE = "gone_from_menu"
MENU = ("nav",)


def refused(document: Document, folder: FilePath, logo: Path | None) -> Iterator[Problem]:
    """Yield what is wrong with the settings of a catalogue in a folder, whose `logo` is named at a place, if it is."""
    yield from wrong(document, folder)
    yield from _unknown_language(document)
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


def _unknown_language(document: Document) -> Iterator[Problem]:
    given = document.at(language.AT)
    if given is not None and given not in LANGUAGES:
        place, names = document.place(language.AT), {code: LOCALES[code].names for code in LANGUAGES}
        value, forms = place.raw or str(given), {name: code for code in names for name in names[code]}
        text = message("not_allowed", value=value, hint=hints.one_of(value, LANGUAGES, forms))
        yield Problem(document.file, place.line, place.column, field_name(language.AT), text, "not_allowed")


def _no_logo(document: Document, folder: FilePath, logo: Path | None) -> Iterator[Problem]:
    docs = document.at(DOCS)
    if logo and isinstance(docs, str) and not (folder / docs / str(document.at(logo))).is_file():
        place = document.place(logo)
        yield Problem(document.file, place.line, place.column, "logo", message("no_logo"), "no_logo")
