"""Advice on plain words in case files: long sentences, unexplained abbreviations, and texts that are hard to read."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from generator import fields, prose, readability
from generator.model import Case
from generator.problems import Path, Problem, field_name
from generator.reading.beside import case_files
from generator.reading.document import Place, texts
from generator.reading.folder import read_case
from generator.reading.log import Reading
from generator.unstated import says_unstated
from generator.vocabulary import Vocabulary
from generator.wording import wording

NAMING = ("title", "partners", "units")
"""The fields in which capitals are names."""


def advise(folder: FilePath, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield the advice on every case in a folder that is sound by itself."""
    known = known_abbreviations(vocabulary)
    for reading, case in _sound(folder, vocabulary):
        yield from advice(reading, type(case), known)


def advice(reading: Reading, kind: type[Case], known: frozenset[str]) -> Iterator[Problem]:
    """Yield the advice on the file of a case of a kind, when readers know some abbreviations."""
    told = told_in(reading, kind)
    plain = [prose.plain(text) for _, text in told]
    for (path, _), text in zip(told, plain, strict=True):
        for sentence, count in readability.long_sentences(text):
            values = {"count": count, "limit": readability.LONG_SENTENCE}
            yield _problem(reading, path, "long_sentence", _place(reading, path, sentence), **values)
    names = " ".join(text for path, text in texts(reading.document.data) if path[0] in NAMING)
    for number, found in readability.unexplained(plain, known | {*readability.words(names)}):
        path = told[number][0]
        yield _problem(reading, path, "unexplained", reading.document.find(path, found), found=found)
    lix = readability.lix(plain)
    if lix is not None and lix >= readability.HARD:
        values = {"lix": lix, "limit": readability.HARD}
        yield _problem(reading, ("summary",), "hard_to_read", reading.document.place(("summary",)), **values)


def lixes(folder: FilePath, vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return the LIX of the cases in a folder that are sound and long enough, by slug, the hardest first."""
    found = {
        case.slug: lix
        for reading, case in _sound(folder, vocabulary)
        if (lix := readability.lix(prose.plain(text) for _, text in told_in(reading, type(case)))) is not None
    }
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def telling(kind: type[Case]) -> Collection[tuple[str, ...]]:
    """Return the fields of a case, by their paths without numbers, that readers read as prose."""
    return {("summary",), *fields.markdown(kind)} - {("editor_notes",)}


def told_in(reading: Reading, kind: type[Case]) -> list[tuple[Path, str]]:
    """Return the texts of a case that readers read as prose, each with its path."""
    found, wanted = texts(reading.document.data), telling(kind)
    return [(path, text) for path, text in found if _names(path) in wanted and not says_unstated(text)]


def known_abbreviations(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the abbreviations that readers know, or that the glossary explains."""
    terms = (*vocabulary["abbreviations"].values(), *vocabulary["glossary"].values())
    return frozenset(name for term in terms for name in (term.name, *term.forms))


def _sound(folder: FilePath, vocabulary: Vocabulary) -> Iterator[tuple[Reading, Case]]:
    """Yield the cases in a folder that are sound by themselves, each with its file."""
    for path in case_files(folder):
        reading, case = read_case(path, folder, vocabulary)
        if case is not None:
            yield reading, case


def _names(path: Path) -> tuple[str, ...]:
    """Return a path without the numbers of items."""
    return tuple(part for part in path if isinstance(part, str))


def _place(reading: Reading, path: Path, sentence: str) -> Place:
    """Return where a sentence begins: at as many of its first words as stand together on one line."""
    first = sentence.split()
    for count in range(min(4, len(first)), 1, -1):
        place = reading.document.find(path, " ".join(first[:count]))
        if place != reading.document.place(path):
            return place
    return reading.document.place(path)


def _problem(reading: Reading, path: Path, code: str, place: Place, **values: Any) -> Problem:
    file, name = reading.document.file, field_name(path)
    return Problem(
        file, place.line, place.column, name, wording.advice[code].format(**values), code, "advice"
    )
