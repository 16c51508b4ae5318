"""The slugs of the cases: which there can be, which there were, and whether what refers to one finds it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from generator.messages import message, remedy
from generator.packed import page_views
from generator.problems import Path
from generator.reading.document import TOP
from generator.reading.hints import hint
from generator.reading.log import Reading
from generator.reading.naming import SUFFIX, UNNAMED, bare_name
from generator.shape import Shape
from generator.text import slugify

VOCABULARY_FOLDER = "vocabulary"
LONGEST_SLUG = 80
SITES_OWN = frozenset({"index", "case", "assets", "404", "search", "sitemap", VOCABULARY_FOLDER})
"""Addresses that belong to the site itself, beside those of facets and of the hand-written pages."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself, whatever stands after a full stop; git cannot put such a file there.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""


def fixed(shape: Shape) -> Collection[str]:
    """Return the addresses that no case can have, whatever pages somebody wrote by hand."""
    return SITES_OWN | {facet.folder for facet in shape.facets.values()}


def written(folder: FilePath) -> Collection[str]:
    """Return the addresses of the hand-written pages, those that every catalogue has too."""
    return {page.stem for page in (*map(FilePath, page_views()), *folder.glob("*.md"))}


def reserved(folder: FilePath, shape: Shape) -> Collection[str]:
    """Return the addresses that no case can have: the site's own, and those of the hand-written pages."""
    return {*fixed(shape), *written(folder)}


def name_faults(slug: str, folder: FilePath, shape: Shape) -> Iterator[str]:
    """Yield why no case can have an address, whether or not one has it already."""
    if slug in DEVICES:
        yield message("device_name", slug=slug)
    if slug in reserved(folder, shape):
        yield message("reserved_name", slug=slug)


def check_file_name(reading: Reading, path: FilePath, shown: str, taken: Collection[str]) -> None:
    """Report a file name that gives no address of its own; `path` is the way below the folder."""
    name = bare_name(path)
    slug = slugify(name) or UNNAMED
    if len(path.parts) > 1:
        reading.report((), "wrong_folder", TOP, name=f"{shown}/{slug}{SUFFIX}")
    if path.suffix != SUFFIX:
        reading.report((), "wrong_suffix", TOP, name=f"{slug}{SUFFIX}")
    elif path.name != f"{slug}{SUFFIX}":
        reading.report((), "bad_file_name", TOP, name=f"{slug}{SUFFIX}")
    if len(slug) > LONGEST_SLUG:
        reading.report((), "long_file_name", TOP, length=len(slug), limit=LONGEST_SLUG)
    if slug in taken:
        reading.report((), "reserved_name", TOP, slug=slug)
    if slug in DEVICES:
        reading.report((), "device_name", slug=slug)


def check(readings: Sequence[Reading], proposed: Mapping[str, Reading]) -> None:
    """Report what the files of a folder say against each other; what is `proposed`, by file, must yield."""
    _check_addresses(readings, proposed)
    _check_references(readings)


def slug_of(reading: Reading) -> str:
    """Return the address of a case by the name of its file."""
    return _slug_of_file(reading.document.file)


@cache
def _slug_of_file(file: str) -> str:
    return slugify(bare_name(FilePath(file)))


def former(reading: Reading) -> Iterator[str]:
    """Yield the addresses that a case had before."""
    return (alias for _, alias in _words(reading, "aliases"))


def _check_addresses(readings: Sequence[Reading], proposed: Mapping[str, Reading]) -> None:
    """Report files, and former addresses, that lead to one and the same address."""
    taken: dict[str, str] = {}
    for reading in readings:
        slug = slug_of(reading)
        if slug in taken:
            reading.report((), "same_address", TOP, other=taken[slug], slug=slug)
        else:
            taken[slug] = reading.document.file
    by_slug = {slug_of(reading): reading for reading in readings}
    for reading in readings:
        for path, alias in _words(reading, "aliases"):
            if alias in by_slug and _is_copy(reading, by_slug[alias]):
                reading.report(path, "half_renamed", old=alias, new=slug_of(reading))
                break
        else:
            _check_former(reading, taken, proposed)


def _check_former(reading: Reading, taken: dict[str, str], proposed: Mapping[str, Reading]) -> None:
    """Report former addresses that another case has or had, and note in `taken` that these are had."""
    for path, alias in _words(reading, "aliases"):
        other = taken.setdefault(alias, reading.document.file)
        if other in proposed and other != reading.document.file:
            proposed[other].report((), "same_address", other=reading.document.file, slug=alias)
        elif other != reading.document.file or alias == slug_of(reading):
            reading.report(path, "alias_taken", value=alias, other=other)
        if alias in DEVICES:
            reading.report(path, "device_name", slug=alias)


def _is_copy(reading: Reading, other: Reading) -> bool:
    """Whether two files are the same but that one has the other's address, as when a renaming broke off."""
    data, others = reading.document.data, other.document.data
    if reading is other or not isinstance(data, dict) or not isinstance(others, dict):
        return False
    known = {alias for _, alias in _words(other, "aliases")} | {slug_of(other)}
    if {alias for _, alias in _words(reading, "aliases")} != known - {slug_of(reading)}:
        return False
    return reading.document.likeness() == other.document.likeness()


def _check_references(readings: Iterable[Reading]) -> None:
    """Report references to cases that are not there; a faulty case is there all the same."""
    readings = list(readings)
    slugs = dict.fromkeys(map(slug_of, readings))
    renamed = {alias: slug_of(reading) for reading in readings for _, alias in _words(reading, "aliases")}
    for reading in readings:
        own = slug_of(reading)
        for path, value in _words(reading, "related", "inspired_by", "see_also"):
            if value == own:
                reading.report(path, "own_case")
            elif value not in slugs and value == slugify(value):
                others = [slug for slug in slugs if slug != own]
                near = hint(renamed.get(value, value), others, remedy("see_folder"))
                reading.report(path, "unknown_case", value=value, hint=near)


def _words(reading: Reading, field: str, *inner: str) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a list, or in the lists of a group, with their paths, as far as they are there."""
    whole = reading.document.data
    data = whole.get(field) if isinstance(whole, dict) else None
    lists: list[tuple[Path, Any]] = [] if inner else [((field,), data)]
    if isinstance(data, dict):
        lists = [((field, name), data.get(name)) for name in inner]
    for path, values in lists:
        for index, value in enumerate(values if isinstance(values, tuple) else ()):
            if isinstance(value, str) and not reading.log.is_refused((*path, index)):
                yield (*path, index), value
