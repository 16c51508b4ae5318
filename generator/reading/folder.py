"""Case files and vocabularies from a folder: values, or every problem at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, TypeVar
from urllib.parse import unquote

from pydantic import BaseModel, ValidationError

from generator import files
from generator.model import Case
from generator.problems import InvalidCasesError, Problem, in_order
from generator.reading import slugs
from generator.reading.document import Document
from generator.reading.explanation import explain, refuse_unwritten
from generator.reading.hints import hint, maybe
from generator.reading.keys import read_as_meant
from generator.reading.naming import SUFFIX, bare_name, means_a_case, stray
from generator.reading.reader import MAX_BYTES, read
from generator.reading.scalars import what
from generator.reading.slugs import VOCABULARY_FOLDER
from generator.reading.subject import Subject
from generator.reading.warnings import warn
from generator.text import slugify
from generator.vocabulary import Municipality, Term, Vocabulary

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


@dataclass(frozen=True)
class _File:
    """A file as its name and what it holds, or as what keeps it from being read."""

    name: str
    content: bytes = b""
    problems: tuple[Problem, ...] = ()


def load(folder: FilePath) -> tuple[tuple[Case, ...], Vocabulary]:
    """Return the cases and the vocabulary in `folder`.

    Raises InvalidCasesError with every problem in every file.
    """
    loaded = examine(folder)
    if loaded.problems:
        raise InvalidCasesError(loaded.problems)
    return loaded.cases, loaded.vocabulary


def examine(folder: FilePath, proposed: Iterable[Document] = ()) -> Loaded:
    """Return what is sound in `folder` together with the problems, in file and line order.

    The `proposed` documents count as if their files lay in the folder.
    """
    vocabulary, problems = load_vocabulary(folder / VOCABULARY_FOLDER, folder.name)
    taken = slugs.reserved(folder)
    found = [(path.relative_to(folder), *read_case(path, folder, vocabulary)) for path in case_files(folder)]
    proposals: dict[str, Document] = {}
    for document in proposed:
        proposals[document.file] = document
        name = FilePath(FilePath(document.file).name)
        found.append((name, document, parse_case(document, name.stem, vocabulary)))
    for name, document, _ in found:
        slugs.check_file_name(document, name, folder.name, taken)
    documents = [document for _, document, _ in found]
    slugs.check(documents, proposals)
    warn([(slugs.slug_of(document), document) for document in documents])
    present = frozenset(map(slugs.slug_of, documents))
    former = frozenset(alias for document in documents for alias in slugs.former(document))
    documents += _others(folder)
    problems += [problem for document in documents for problem in document.problems]
    warnings = [warning for document in documents for warning in document.warnings]
    sound = [case for _, document, case in found if case and not document.problems and not vocabulary.broken]
    return Loaded(tuple(sound), vocabulary, in_order(problems), present, former, in_order(warnings))


def forget() -> None:
    """Keep no file that was read, for nobody will ask for it again."""
    _parsed.cache_clear()


def case_files(folder: FilePath) -> list[FilePath]:
    """Return every file in `folder` that is or means to be a case, in order of name."""
    found = filter(means_a_case, folder.rglob("*"))
    return sorted(path for path in found if not _is_aside(path.relative_to(folder)))


def read_case(path: FilePath, folder: FilePath, vocabulary: Vocabulary) -> tuple[Document, Case | None]:
    """Return the document of one file, with its problems, and the case in it if it is sound by itself."""
    shown = shown_name(path, folder)
    try:
        document, case = _parsed(shown, content(path, folder, shown), bare_name(path), vocabulary)
    except InvalidCasesError as error:
        return Document(shown, problems=[*error.problems]), None
    return document.copy(), case


def read_document(path: FilePath, folder: FilePath) -> Document:
    """Return the document of one file in `folder`, with its problems as YAML."""
    shown = shown_name(path, folder)
    try:
        return read(shown, content(path, folder, shown))
    except InvalidCasesError as error:
        return Document(shown, problems=[*error.problems])


def content(path: FilePath, folder: FilePath, shown: str = "") -> bytes:
    """Return as much of a file in `folder` as is read of any.

    Raises InvalidCasesError when it is no file that can be read, or lies outside the folder.
    """
    document = Document(shown or shown_name(path, folder))
    try:
        if not path.is_file():
            document.report((), "unreadable")
        elif not path.resolve().is_relative_to(folder.resolve()):
            document.report((), "symlink")
        else:
            return files.read(path, MAX_BYTES + 1)
    except OSError:
        document.report((), "unreadable")
    raise InvalidCasesError(document.problems)


def _is_mapping(document: Document, empty: str = "empty_file", example: str = "title") -> bool:
    """Return whether a document has fields, as a case must, after reporting what it is instead."""
    if document.data is None:
        if not document.problems:
            document.report((), empty)
        return False
    if not isinstance(document.data, dict):
        document.report((), "not_a_mapping", found=what(document.data), example=example)
        return False
    return True


def fields_in(document: Document) -> dict[str, Any]:
    """Return the fields of a case as they are written.

    Raises InvalidCasesError when YAML cannot read them, or there are none.
    """
    if not _is_mapping(document) or document.problems:
        raise InvalidCasesError(document.problems)
    fields: dict[str, Any] = document.data
    return fields


def parse_case(document: Document, slug: str, vocabulary: Vocabulary) -> Case | None:
    """Return the case in `document`, or None after reporting there what is wrong."""
    if not _is_mapping(document):
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
    vocabulary, problems = _vocabulary(
        tuple(_vocabulary_file(folder, name, shown) for name in Vocabulary.kinds)
    )
    return vocabulary, [*problems]


def shown_name(path: FilePath, folder: FilePath) -> str:
    """Return a file's name as problems tell it: cases/min-case.yaml."""
    name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "?", name)


# Files


def _is_aside(path: FilePath) -> bool:
    return path.parts[0] == VOCABULARY_FOLDER or any(part.startswith(".") for part in path.parts)


def _others(folder: FilePath) -> Iterator[Document]:
    """Yield a document with its problem for each thing in the folder that is no case, and no page or part of one.

    MkDocs would publish what a symbolic link leads to, and documents nobody asked for; a pipe it would wait for.
    """
    linked = _pages(folder)
    for path in sorted(folder.rglob("*")):
        document = Document(shown_name(path, folder))
        with suppress(OSError):
            if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(folder.resolve()):
                document.report((), "symlink")
            elif not means_a_case(path) and not _is_aside(path.relative_to(folder)):
                code = _fault(path) or (stray(path) if path.name not in linked else None)
                if code:
                    document.report((), code, name=path.name)
        if document.problems:
            yield document


def _pages(folder: FilePath) -> str:
    """Return the text of all hand-written pages as far as they can be read, with the names that they link to."""
    texts = []
    for path in sorted(folder.rglob("*.md")):
        with suppress(OSError):
            texts.append(files.read(path).decode(errors="replace"))
    return unquote("\n".join(texts))


def _fault(path: FilePath) -> str | None:
    """Return what is wrong with a page, picture or folder beside the cases."""
    if path.is_dir():
        around = path.is_symlink() and path.absolute().is_relative_to(path.resolve())
        return "unreadable" if around else None
    try:
        if path.suffix == ".md":
            files.read(path).decode("utf-8-sig")
        return None if path.is_file() else "unreadable"
    except OSError:
        return "unreadable"
    except UnicodeDecodeError:
        return "not_utf8"


def _vocabulary_file(folder: FilePath, name: str, shown: str) -> _File:
    """Return a vocabulary's file, with what is wrong with it where it cannot be read."""
    file = f"{name}{SUFFIX}"
    document = Document(f"{shown}/{VOCABULARY_FOLDER}/{file}")
    if not (folder / file).exists():
        document.report((), "vocabulary_missing", name=file)
        return _File(document.file, problems=tuple(document.problems))
    try:
        return _File(document.file, content(folder / file, folder, document.file))
    except InvalidCasesError as error:
        return _File(document.file, problems=error.problems)


# Data


@lru_cache(maxsize=2048)  # while an editor watches, most files are as they were
def _parsed(shown: str, held: bytes, slug: str, vocabulary: Vocabulary) -> tuple[Document, Case | None]:
    document = read(shown, held)
    return document, parse_case(document, slug, vocabulary)


@lru_cache(maxsize=4)
def _vocabulary(contents: tuple[_File, ...]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Return the vocabularies in files, and what is wrong with them: read once for as long as no file changes."""
    documents = {
        name: _vocabulary_document(file) for name, file in zip(Vocabulary.kinds, contents, strict=True)
    }
    terms = {name: _terms(documents[name], kind) for name, kind in Vocabulary.kinds.items()}
    if not documents["regions"].problems:
        _check_regions(documents["municipalities"], terms)
    broken = frozenset(name for name, document in documents.items() if document.problems)
    problems = [problem for document in documents.values() for problem in document.problems]
    return Vocabulary(terms, broken), tuple(problems)


def _vocabulary_document(file: _File) -> Document:
    return Document(file.name, problems=[*file.problems]) if file.problems else read(file.name, file.content)


def _terms(document: Document, kind: type[Term]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    if not _is_mapping(document, "empty_vocabulary", "kommunal"):
        return terms
    for slug, data in document.data.items():
        if slug != slugify(slug):
            document.report((slug,), "bad_slug", document.keys[slug,], value=slug, hint=maybe(slugify(slug)))
        if slug in slugs.DEVICES:
            document.report((slug,), "device_name", document.keys[slug,], slug=slug)
        term = validate(Subject(document, kind, (slug,)), data, slug)
        if term is not None:
            terms[slug] = term
    return terms


def _check_regions(document: Document, terms: Mapping[str, Mapping[str, Term]]) -> None:
    for term in terms["municipalities"].values():
        if isinstance(term, Municipality) and term.region not in terms["regions"]:
            near = hint(term.region, terms["regions"])
            document.report((term.slug, "region"), "not_allowed", value=term.region, hint=near)
