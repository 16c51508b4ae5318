"""Case files and vocabularies from a folder: values, or every problem at once."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator import labels
from generator.document import Document
from generator.explain import Subject, explain, hint, read_as_meant, refuse_unwritten, what
from generator.facets import FACETS
from generator.model import Case
from generator.problems import InvalidCasesError, Path, Problem, in_order
from generator.reader import MAX_BYTES, read
from generator.text import slugify
from generator.vocabulary import Municipality, Term, Vocabulary
from generator.warnings import warn

SUFFIX = ".yaml"
VOCABULARY_FOLDER = "vocabulary"
LONGEST_SLUG = 80
RESERVED = {"index", "case", "assets", "404", "search", "sitemap", VOCABULARY_FOLDER} | {
    facet.path for facet in FACETS.values()
}
"""Addresses that belong to the site itself, beside those of the hand-written pages."""

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """What a folder of case files holds: the sound cases, the vocabulary, the errors, and the warnings.

    `slugs` are the addresses of all cases, faulty ones too, and `former` those that they had.
    """

    cases: tuple[Case, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]
    slugs: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    warnings: tuple[Problem, ...] = ()


def load(folder: FilePath) -> tuple[tuple[Case, ...], Vocabulary]:
    """Return the cases and the vocabulary in `folder`.

    Raises InvalidCasesError with every problem in every file.
    """
    loaded = examine(folder)
    if loaded.problems:
        raise InvalidCasesError(loaded.problems)
    return loaded.cases, loaded.vocabulary


def examine(folder: FilePath, proposed: Sequence[Document] = ()) -> Loaded:
    """Return what is sound in `folder` together with the problems, in file and line order.

    The `proposed` documents count as if their files lay in the folder.
    """
    vocabulary, problems = load_vocabulary(folder / VOCABULARY_FOLDER, folder.name)
    reserved = RESERVED | {page.stem for page in folder.glob("*.md")}
    found = [(path.relative_to(folder), *read_case(path, folder, vocabulary)) for path in case_files(folder)]
    for document in proposed:
        name = FilePath(FilePath(document.file).name)
        found.append((name, document, parse_case(document, name.stem, vocabulary)))
    for name, document, _ in found:
        _check_file_name(document, name, folder.name, reserved)
    documents = [document for _, document, _ in found]
    _check_addresses(documents, {document.file: document for document in proposed})
    _check_references(documents)
    warn([(_slug(document), document) for document in documents])
    slugs = frozenset(map(_slug, documents))
    former = frozenset(alias for document in documents for _, alias in _words(document, "aliases"))
    documents += [_link_out(path, folder) for path in _links_out(folder)]
    problems += [problem for document in documents for problem in document.problems]
    warnings = [warning for document in documents for warning in document.warnings]
    sound = [case for _, document, case in found if case and not document.problems and not vocabulary.broken]
    return Loaded(tuple(sound), vocabulary, in_order(problems), slugs, former, in_order(warnings))


def case_files(folder: FilePath) -> list[FilePath]:
    """Return every file in `folder` that is or means to be a case, in order of name."""
    found = (path for path in folder.rglob("*") if path.suffix.casefold() in {SUFFIX, ".yml"})
    return sorted(path for path in found if not _is_aside(path.relative_to(folder)))


def read_case(path: FilePath, folder: FilePath, vocabulary: Vocabulary) -> tuple[Document, Case | None]:
    """Return the document of one file, with its problems, and the case in it if it is sound by itself."""
    document = _read_file(path, folder, shown_name(path, folder))
    return document, parse_case(document, path.stem, vocabulary)


def parse_case(document: Document, slug: str, vocabulary: Vocabulary) -> Case | None:
    """Return the case in `document`, or None after reporting there what is wrong."""
    if not _is_mapping(document, "empty_file", "title"):
        return None
    case = validate(Subject(document, Case, (), vocabulary), document.data, slug)
    return None if document.problems else case


def validate(subject: Subject[_Model], data: Any, slug: str = "") -> _Model | None:
    """Return the value in `data`, or None after reporting what is wrong with it; `slug` is its name, if it has one."""
    document = subject.document
    before = len(document.problems)
    if isinstance(data, dict):
        read_as_meant(subject)
    if isinstance(data, dict) and slug:
        if "slug" in data:
            document.refuse((*subject.base, "slug"), "slug_key", document.keys[*subject.base, "slug"])
        data = {**data, "slug": slug}
    refuse_unwritten(subject)
    try:
        value = subject.kind.model_validate(data, context={"vocabulary": subject.vocabulary})
    except ValidationError as error:
        explain(subject, error)
        return None
    return value if len(document.problems) == before else None


def load_vocabulary(folder: FilePath, shown: str = "cases") -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabularies in `folder` and what is wrong with them."""
    documents = {name: _read_vocabulary(folder, name, shown) for name in Vocabulary.kinds}
    terms = {name: _terms(documents[name], kind) for name, kind in Vocabulary.kinds.items()}
    if not documents["regions"].problems:
        _check_regions(documents["municipalities"], terms)
    broken = frozenset(name for name, document in documents.items() if document.problems)
    problems = [problem for document in documents.values() for problem in document.problems]
    return Vocabulary(terms, broken), problems


def shown_name(path: FilePath, folder: FilePath) -> str:
    """Return a file's name as problems tell it: cases/min-case.yaml."""
    name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "?", name)


# Files


def _is_aside(path: FilePath) -> bool:
    return path.parts[0] == VOCABULARY_FOLDER or any(part.startswith(".") for part in path.parts)


def _read_file(path: FilePath, folder: FilePath, shown: str) -> Document:
    document = Document(shown)
    try:
        if not path.is_file():
            document.report((), "unreadable")
        elif not path.resolve().is_relative_to(folder.resolve()):
            document.report((), "symlink")
        else:
            with path.open("rb") as file:
                return read(shown, file.read(MAX_BYTES + 1))
    except OSError:
        document.report((), "unreadable")
    return document


def _links_out(folder: FilePath) -> list[FilePath]:
    """Return the symbolic links that lead out of the folder: MkDocs would publish what they lead to."""
    links = (path for path in folder.rglob("*") if path.is_symlink() and path.exists())
    return [link for link in links if not link.resolve().is_relative_to(folder.resolve())]


def _link_out(path: FilePath, folder: FilePath) -> Document:
    document = Document(shown_name(path, folder))
    document.report((), "symlink")
    return document


def _read_vocabulary(folder: FilePath, name: str, shown: str) -> Document:
    file = f"{name}{SUFFIX}"
    document = Document(f"{shown}/{VOCABULARY_FOLDER}/{file}")
    if not (folder / file).exists():
        document.report((), "vocabulary_missing", name=file)
        return document
    return _read_file(folder / file, folder, document.file)


# Data


def _is_mapping(document: Document, empty: str, example: str) -> bool:
    if document.data is None:
        if not document.problems:
            document.report((), empty)
        return False
    if not isinstance(document.data, dict):
        document.report((), "not_a_mapping", found=what(document.data), example=example)
        return False
    return True


def _terms(document: Document, kind: type[Term]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    if not _is_mapping(document, "empty_vocabulary", "kommunal"):
        return terms
    for slug, data in document.data.items():
        if slug != slugify(slug):
            near = labels.MAYBE.format(nearest=slugify(slug)) if slugify(slug) else ""
            document.report((slug,), "bad_slug", document.keys[slug,], value=slug, hint=near)
        term = validate(Subject(document, kind, (slug,)), data, slug)
        if term is not None:
            terms[slug] = term
    return terms


def _check_regions(document: Document, terms: Mapping[str, Mapping[str, Term]]) -> None:
    for term in terms["municipalities"].values():
        if isinstance(term, Municipality) and term.region not in terms["regions"]:
            near = hint(term.region, terms["regions"])
            document.report((term.slug, "region"), "not_allowed", value=term.region, hint=near)


# Names and references


def _check_file_name(document: Document, path: FilePath, shown: str, reserved: Collection[str]) -> None:
    """Report a file name that gives no address of its own; `path` is the way below the folder."""
    slug = slugify(path.stem) or "min-case"
    if len(path.parts) > 1:
        document.report((), "wrong_folder", name=f"{shown}/{slug}{SUFFIX}")
    if path.suffix != SUFFIX:
        document.report((), "wrong_suffix", name=f"{slug}{SUFFIX}")
    elif path.stem != slug:
        document.report((), "bad_file_name", name=f"{slug}{SUFFIX}")
    if len(slug) > LONGEST_SLUG:
        document.report((), "long_file_name", length=len(slug), limit=LONGEST_SLUG)
    if slug in reserved:
        document.report((), "reserved_name", slug=slug)


def _check_addresses(documents: Sequence[Document], proposed: Mapping[str, Document]) -> None:
    """Report files, and former addresses, that lead to one and the same address; what is new must yield."""
    taken: dict[str, str] = {}
    for document in documents:
        slug = _slug(document)
        if slug in taken:
            document.report((), "same_address", other=taken[slug], slug=slug)
        else:
            taken[slug] = document.file
    for document in documents:
        for path, alias in _words(document, "aliases"):
            other = taken.setdefault(alias, document.file)
            if other in proposed and other != document.file:
                proposed[other].report((), "same_address", other=document.file, slug=alias)
            elif other != document.file or alias == _slug(document):
                document.report(path, "alias_taken", value=alias, other=other)


def _check_references(documents: Iterable[Document]) -> None:
    """Report references to cases that are not there; a faulty case is there all the same."""
    documents = list(documents)
    slugs = {_slug(document) for document in documents}
    renamed = {alias: _slug(document) for document in documents for _, alias in _words(document, "aliases")}
    for document in documents:
        own = _slug(document)
        for path, value in _words(document, "related", "inspired_by", "see_also"):
            if value == own:
                document.report(path, "own_case")
            elif value not in slugs and value == slugify(value):
                near = hint(renamed.get(value, value), slugs - {own}, labels.SEE_FOLDER)
                document.report(path, "unknown_case", value=value, hint=near)


def _slug(document: Document) -> str:
    return slugify(FilePath(document.file).stem)


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
