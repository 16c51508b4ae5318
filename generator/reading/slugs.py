"""The slugs of the cases: which there can be, which there were, and whether what refers to one finds it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from generator.facets import FACETS
from generator.messages import SEE_FOLDER, message
from generator.problems import Path
from generator.reading.document import TOP, Document
from generator.reading.hints import hint
from generator.reading.naming import SUFFIX, UNNAMED, bare_name
from generator.text import slugify

VOCABULARY_FOLDER = "vocabulary"
LONGEST_SLUG = 80
RESERVED = {"index", "case", "assets", "404", "search", "sitemap", VOCABULARY_FOLDER} | {
    facet.path for facet in FACETS.values()
}
"""Addresses that belong to the site itself, beside those of the hand-written pages."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself, whatever stands after a full stop; git cannot put such a file there.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""


def reserved(folder: FilePath) -> Collection[str]:
    """Return the addresses that no case can have: the site's own, and those of the hand-written pages."""
    return RESERVED | {page.stem for page in folder.glob("*.md")}


def name_faults(slug: str, folder: FilePath) -> Iterator[str]:
    """Yield why no case can have an address, whether or not one has it already."""
    if slug in DEVICES:
        yield message("device_name", slug=slug)
    if slug in reserved(folder):
        yield message("reserved_name", slug=slug)


def check_file_name(document: Document, path: FilePath, shown: str, taken: Collection[str]) -> None:
    """Report a file name that gives no address of its own; `path` is the way below the folder."""
    name = bare_name(path)
    slug = slugify(name) or UNNAMED
    if len(path.parts) > 1:
        document.report((), "wrong_folder", TOP, name=f"{shown}/{slug}{SUFFIX}")
    if path.suffix != SUFFIX:
        document.report((), "wrong_suffix", TOP, name=f"{slug}{SUFFIX}")
    elif path.name != f"{slug}{SUFFIX}":
        document.report((), "bad_file_name", TOP, name=f"{slug}{SUFFIX}")
    if len(slug) > LONGEST_SLUG:
        document.report((), "long_file_name", TOP, length=len(slug), limit=LONGEST_SLUG)
    if slug in taken:
        document.report((), "reserved_name", TOP, slug=slug)
    if slug in DEVICES:
        document.report((), "device_name", slug=slug)


def check(documents: Sequence[Document], proposed: Mapping[str, Document]) -> None:
    """Report what the files of a folder say against each other; what is `proposed`, by file, must yield."""
    _check_addresses(documents, proposed)
    _check_references(documents)


def slug_of(document: Document) -> str:
    """Return the address of a case by the name of its file."""
    return _slug_of_file(document.file)


@cache
def _slug_of_file(file: str) -> str:
    return slugify(bare_name(FilePath(file)))


def former(document: Document) -> Iterator[str]:
    """Yield the addresses that a case had before."""
    return (alias for _, alias in _words(document, "aliases"))


def _check_addresses(documents: Sequence[Document], proposed: Mapping[str, Document]) -> None:
    """Report files, and former addresses, that lead to one and the same address."""
    taken: dict[str, str] = {}
    for document in documents:
        slug = slug_of(document)
        if slug in taken:
            document.report((), "same_address", TOP, other=taken[slug], slug=slug)
        else:
            taken[slug] = document.file
    by_slug = {slug_of(document): document for document in documents}
    for document in documents:
        for path, alias in _words(document, "aliases"):
            if alias in by_slug and _is_copy(document, by_slug[alias]):
                document.report(path, "half_renamed", old=alias, new=slug_of(document))
                break
        else:
            _check_former(document, taken, proposed)


def _check_former(document: Document, taken: dict[str, str], proposed: Mapping[str, Document]) -> None:
    """Report former addresses that another case has or had, and note in `taken` that these are had."""
    for path, alias in _words(document, "aliases"):
        other = taken.setdefault(alias, document.file)
        if other in proposed and other != document.file:
            proposed[other].report((), "same_address", other=document.file, slug=alias)
        elif other != document.file or alias == slug_of(document):
            document.report(path, "alias_taken", value=alias, other=other)
        if alias in DEVICES:
            document.report(path, "device_name", slug=alias)


def _is_copy(document: Document, other: Document) -> bool:
    """Whether two files are the same but that one has the other's address, as when a renaming broke off."""
    if document is other or not isinstance(document.data, dict) or not isinstance(other.data, dict):
        return False
    known = {alias for _, alias in _words(other, "aliases")} | {slug_of(other)}
    if {alias for _, alias in _words(document, "aliases")} != known - {slug_of(document)}:
        return False
    return {**document.data, "aliases": None} == {**other.data, "aliases": None}


def _check_references(documents: Iterable[Document]) -> None:
    """Report references to cases that are not there; a faulty case is there all the same."""
    documents = list(documents)
    slugs = {slug_of(document) for document in documents}
    renamed = {alias: slug_of(document) for document in documents for _, alias in _words(document, "aliases")}
    for document in documents:
        own = slug_of(document)
        for path, value in _words(document, "related", "inspired_by", "see_also"):
            if value == own:
                document.report(path, "own_case")
            elif value not in slugs and value == slugify(value):
                near = hint(renamed.get(value, value), slugs - {own}, SEE_FOLDER)
                document.report(path, "unknown_case", value=value, hint=near)


def _words(document: Document, field: str, *inner: str) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a list, or in the lists of a group, with their paths, as far as they are there."""
    data = document.data.get(field) if isinstance(document.data, dict) else None
    lists: list[tuple[Path, Any]] = [] if inner else [((field,), data)]
    if isinstance(data, dict):
        lists = [((field, name), data.get(name)) for name in inner]
    for path, values in lists:
        for index, value in enumerate(values if isinstance(values, tuple) else ()):
            if isinstance(value, str) and not document.is_refused((*path, index)):
                yield (*path, index), value
