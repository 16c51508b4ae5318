"""Case files and vocabularies from a folder: values, or every problem at once."""

import datetime
import re
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import labels
from generator.document import Document, Place, read
from generator.model import Case, Unstated
from generator.problems import InvalidCasesError, Path, Problem
from generator.text import nearest, slugify
from generator.vocabulary import Municipality, Term, Vocabulary

SUFFIX = ".yaml"
VOCABULARY_FOLDER = "vocabulary"
SHORT_LIST = 12

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """What a folder of case files holds: the sound cases, the vocabulary, and the problems."""

    cases: tuple[Case, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]


def load(folder: FilePath) -> tuple[tuple[Case, ...], Vocabulary]:
    """Return the cases and the vocabulary in `folder`.

    Raises InvalidCasesError with every problem in every file.
    """
    loaded = examine(folder)
    if loaded.problems:
        raise InvalidCasesError(loaded.problems)
    return loaded.cases, loaded.vocabulary


def examine(folder: FilePath) -> Loaded:
    """Return what is sound in `folder` together with the problems, in file and line order."""
    vocabulary, problems = load_vocabulary(folder / VOCABULARY_FOLDER, _shown(folder))
    documents: list[Document] = []
    cases: dict[str, Case] = {}
    if not problems:
        for path in case_files(folder):
            document, case = read_case(path, folder, vocabulary)
            documents.append(document)
            if case is not None:
                cases[case.slug] = case
        _check_addresses(documents, folder)
        _check_references(documents, cases)
        problems = [problem for document in documents for problem in document.problems]
    faulty = {problem.file for problem in problems}
    sound = (case for slug, case in cases.items() if f"{_shown(folder)}/{slug}{SUFFIX}" not in faulty)
    return Loaded(tuple(sound), vocabulary, InvalidCasesError(problems).problems)


def case_files(folder: FilePath) -> list[FilePath]:
    """Return every file in `folder` that is or means to be a case, in order of name."""
    found = (path for pattern in ("*.yaml", "*.yml", "*/**/*.yaml", "*/**/*.yml") for path in folder.glob(pattern))
    return sorted(path for path in found if path.relative_to(folder).parts[0] != VOCABULARY_FOLDER)


def read_case(path: FilePath, folder: FilePath, vocabulary: Vocabulary) -> tuple[Document, Case | None]:
    """Return the document of one file, with its problems, and the case that it holds if it is sound by itself."""
    document = _read_file(path, folder)
    if document.problems:
        return document, None
    case = parse_case(document, path.stem, vocabulary)
    _check_file_name(document, path, folder)
    return document, case


def parse_case(document: Document, slug: str, vocabulary: Vocabulary) -> Case | None:
    """Return the case in `document`, or None after reporting there what is wrong."""
    if not _is_mapping(document):
        return None
    if "slug" in document.data:
        document.data.pop("slug")
        document.report(("slug",), "unknown_key", document.keys[("slug",)], key="slug", hint="")
    return _validate(document, Case, {"slug": slug, **document.data}, vocabulary)


def load_vocabulary(folder: FilePath, shown: str = "cases") -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabularies in `folder` and what is wrong with them."""
    terms: dict[str, Mapping[str, Term]] = {}
    problems: list[Problem] = []
    for name, kind in Vocabulary.kinds.items():
        file = f"{shown}/{VOCABULARY_FOLDER}/{name}{SUFFIX}"
        path = folder / f"{name}{SUFFIX}"
        if not path.is_file():
            text = labels.message("vocabulary_missing", name=f"{name}{SUFFIX}")
            problems.append(Problem(file, 1, 1, "", text, "vocabulary_missing"))
            terms[name] = {}
            continue
        document = read(file, path.read_bytes())
        terms[name] = _terms(document, kind)
        problems += document.problems
    vocabulary = Vocabulary(terms)
    problems += _unknown_regions(vocabulary, f"{shown}/{VOCABULARY_FOLDER}/municipalities{SUFFIX}")
    return vocabulary, problems


def _terms(document: Document, kind: type[Term]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    if document.problems or not _is_mapping(document):
        return terms
    for slug, data in document.data.items():
        if slug != slugify(slug):
            document.report((slug,), "bad_file_name", document.keys[(slug,)], name=slugify(slug))
        entry = {"slug": slug, **data} if isinstance(data, dict) else data
        term = _validate(document, kind, entry, None, (slug,))
        if term is not None:
            terms[slug] = term
    return terms


def _unknown_regions(vocabulary: Vocabulary, file: str) -> list[Problem]:
    problems = []
    for term in vocabulary["municipalities"].values():
        if isinstance(term, Municipality) and term.region not in vocabulary["regions"]:
            hint = _hint(nearest(term.region, vocabulary["regions"]))
            text = labels.message("unknown_region", value=term.region, hint=hint)
            problems.append(Problem(file, 1, 1, f"{term.slug}.region", text, "unknown_region"))
    return problems


# Files and addresses


def _shown(folder: FilePath) -> str:
    return folder.name


def _read_file(path: FilePath, folder: FilePath) -> Document:
    file = f"{_shown(folder)}/{path.relative_to(folder).as_posix()}"
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        document = Document(file)
        document.report((), "symlink")
        return document
    try:
        return read(file, path.read_bytes())
    except OSError as error:
        document = Document(file)
        document.report((), "unreadable", reason=error.strerror)
        return document


def _check_file_name(document: Document, path: FilePath, folder: FilePath) -> None:
    slug = slugify(path.stem) or "min-case"
    if path.parent != folder:
        document.report((), "wrong_folder", name=f"{_shown(folder)}/{slug}{SUFFIX}")
    elif path.suffix != SUFFIX:
        document.report((), "wrong_suffix", name=f"{slug}{SUFFIX}")
    if path.stem != slug:
        document.report((), "bad_file_name", name=f"{slug}{SUFFIX}")
    fixed = {page.stem for page in folder.glob("*.md")} | {facet.path for facet in labels.FACETS.values()}
    if slug in fixed | {"case", "assets", "404"}:
        document.report((), "reserved_name", slug=slug)


def _check_addresses(documents: Iterable[Document], folder: FilePath) -> None:
    """Report files, and former addresses, that lead to one and the same address."""
    taken: dict[str, str] = {}
    documents = list(documents)
    for document in documents:
        slug = slugify(FilePath(document.file).stem)
        if slug in taken:
            document.report((), "same_address", other=taken[slug], slug=slug)
        else:
            taken[slug] = document.file
    for document in documents:
        aliases = document.data.get("aliases", ()) if isinstance(document.data, dict) else ()
        for index, alias in enumerate(aliases if isinstance(aliases, tuple) else ()):
            if taken.setdefault(str(alias), document.file) != document.file or alias == FilePath(document.file).stem:
                document.report(("aliases", index), "alias_taken", value=alias, other=taken[str(alias)])


def _check_references(documents: Iterable[Document], cases: Mapping[str, Case]) -> None:
    """Report references to cases that are not there; a faulty case is there all the same."""
    documents = list(documents)
    slugs = {FilePath(document.file).stem for document in documents}
    for document in documents:
        slug = FilePath(document.file).stem
        if slug not in cases:
            continue
        for kind in ("inspired_by", "see_also"):
            for index, value in enumerate(getattr(cases[slug].related, kind)):
                if value == slug:
                    document.report(("related", kind, index), "own_case")
                elif value not in slugs:
                    hint = _hint(nearest(value, slugs - {slug}))
                    document.report(("related", kind, index), "unknown_case", value=value, hint=hint)


# What a validator found, in Danish


def _is_mapping(document: Document) -> bool:
    if document.data is None and not document.values.get(()):
        document.report((), "empty_file")
    elif not isinstance(document.data, dict):
        document.report((), "not_a_mapping", found=_found(document.data))
    return isinstance(document.data, dict) and not document.problems


def _validate(
    document: Document, kind: type[_Model], data: Any, vocabulary: Vocabulary | None, base: Path = ()
) -> _Model | None:
    before = len(document.problems)
    value: _Model | None = None
    for path in document.nulls:
        if path[: len(base)] == base and "rows" not in path:
            _report_empty(document, kind, base, path)
    try:
        value = kind.model_validate(data, context={"vocabulary": vocabulary})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(document, kind, base, details, vocabulary)
    return value if len(document.problems) == before else None


def _report(
    document: Document, kind: type[BaseModel], base: Path, details: ErrorDetails, vocabulary: Vocabulary | None
) -> None:
    """Turn one of pydantic's errors into a problem with a place, Danish words and the nearest right value."""
    path = (*base, *_data_path(details["loc"]))
    error, value, context = details["type"], details["input"], details.get("ctx", {})
    if error == "faults":
        for at, code, values in context["faults"]:
            inner = {**details, "type": code, "input": values.get("input"), "ctx": values, "loc": (*details["loc"], *at)}
            _report(document, kind, base, typing.cast(ErrorDetails, inner), vocabulary)
        return
    path = (*path, *context.get("at", ()))
    place = document.place(path)
    if error == "extra_forbidden":
        key = str(path[-1])
        hint = _key_hint(key, _model_at(kind, path[len(base) : -1]))
        document.report(path, "unknown_key", document.keys.get(path), key=key, hint=hint)
    elif error == "missing":
        document.report(path, "missing", _start(document, path[:-1]), key=path[-1], unstated=_unstated(kind, base, path))
    elif value is None and path in document.nulls:
        return
    elif error == "not_allowed":
        document.report(path, error, value=value, hint=_choice_hint(str(value), context, vocabulary))
    elif "offset" in context:
        line = place.line + context["offset"] + (1 if place.block else 0)
        document.report(path, error, Place(line, place.column if not place.block else 1))
    else:
        code, values = _explain(error, value, context, place, kind, path[len(base) :])
        document.report(path, code, place, **values)


def _report_empty(document: Document, kind: type[BaseModel], base: Path, path: Path) -> None:
    field = _field_at(kind, path[len(base) :])
    code = "empty_required" if field is None or field.is_required() else "empty"
    document.report(path, code, unstated=_unstated(kind, base, path))


def _explain(
    error: str, value: Any, context: Mapping[str, Any], place: Place, kind: type[BaseModel], path: Path
) -> tuple[str, dict[str, object]]:
    raw = place.raw or ""
    found = {"found": _found(value)}
    match error:
        case "string_type" if place.raw is not None:
            return "not_text", {**found, "raw": f"`{raw}`", "suggestion": f'"{raw}"'}
        case "string_type":
            return "not_text_but", found
        case "string_too_short" | "too_short" if not value:
            return "empty_required", {"unstated": _unstated(kind, (), path)}
        case "string_too_long":
            return "too_long", {"length": len(value), "limit": context["max_length"]}
        case "too_short":
            return "too_few", {"limit": context["min_length"]}
        case "too_long":
            return "too_many", {"length": context["actual_length"], "limit": context["max_length"]}
        case "tuple_type":
            return "not_list", found
        case "model_type" | "model_attributes_type" | "dataclass_type":
            model = _model_at(kind, path)
            return "not_group", {**found, "example": next(iter(model.model_fields)) if model else "felt"}
        case "bool_type":
            hint = {"ja": "true", "yes": "true", "nej": "false"}.get(raw.lower())
            return "not_boolean", {**found, "hint": _hint(hint)}
        case "date_type" | "date_from_datetime_inexact" | "date_parsing":
            return "not_date", found
        case "int_type" | "int_from_float" if path[-1:] in {("start",), ("end",)}:
            return "not_year", found
        case "int_type" | "float_type" | "not_number" | "none_required" | "int_from_float" | "finite_number":
            return "not_number", {**found, "hint": _number_hint(value)}
        case "greater_than_equal":
            return "too_small", {"limit": context["ge"]}
        case "less_than_equal":
            return "too_big", {"limit": context["le"]}
        case "string_pattern_mismatch":
            return "not_allowed", {"value": value, "hint": _hint(_as_written(str(value)))}
    if error in labels.MESSAGES:
        return error, {key: item for key, item in context.items() if key != "at"}
    return "invalid", {}


def _data_path(loc: tuple[int | str, ...]) -> Path:
    """Return pydantic's path without the names that it adds for the members of unions."""
    return tuple(part for part in loc if isinstance(part, int) or not re.search(r"[\[(]|^(str|float|none|int)$", part))


def _start(document: Document, path: Path) -> Place:
    """Return the first line of what stands at `path`: its key when it has one."""
    return document.keys.get(path) or document.place(path)


def _found(value: object) -> str:
    match value:
        case None:
            return "ingenting"
        case bool():
            return "en ja/nej-værdi"
        case int() | float():
            return "et tal"
        case datetime.date():
            return "en dato"
        case str():
            return f'teksten "{value if len(value) <= 40 else value[:39] + "…"}"'
        case tuple():
            return "en liste"
        case dict():
            return "flere felter"
    return "noget andet"


def _hint(near: str | None) -> str:
    return labels.MAYBE.format(nearest=near) if near else ""


def _as_written(value: str) -> str | None:
    slug = slugify(value)
    return slug if slug != value and slug else None


def _number_hint(value: object) -> str:
    if not isinstance(value, str):
        return ""
    plain = value.strip().replace(" ", "")
    if re.fullmatch(r"[-+]?[\d.]*\d(,\d+)?", plain):
        return _hint(plain.replace(".", "").replace(",", "."))
    return ""


def _choice_hint(value: str, context: Mapping[str, Any], vocabulary: Vocabulary | None) -> str:
    name = context.get("vocabulary")
    if name is None or vocabulary is None:
        choices: Sequence[str] = context.get("choices", ())
        near = nearest(value, choices)
    else:
        choices = list(vocabulary[name])
        near = vocabulary.nearest(name, value)
    if near:
        return _hint(near)
    if name is None or len(choices) <= SHORT_LIST:
        return labels.ALLOWED.format(allowed=", ".join(choices))
    return labels.ALLOWED_LIST.format(name=name)


def _key_hint(key: str, model: type[BaseModel] | None) -> str:
    if model is None:
        return ""
    keys = [name for name in model.model_fields if name != "slug"]
    danish = {_label(model, name): name for name in keys}
    near = nearest(key, [*keys, *danish])
    return _hint(danish.get(near, near)) if near else labels.ALLOWED.format(allowed=", ".join(keys))


def _label(model: type[BaseModel], name: str) -> str:
    group = {"Figure": labels.FIGURE_FIELDS}.get(model.__name__, labels.FIELDS)
    prefix = next((p for p, m in _groups().items() if m is model), "")
    return group.get(f"{prefix}{name}" if group is labels.FIELDS else name, (name, ""))[0]


@cache
def _groups() -> dict[str, type[BaseModel]]:
    """Return the models inside a case by the prefix of their fields' labels."""
    groups = {"": Case}
    for name, field in Case.model_fields.items():
        if inner := _inner_model(field.annotation):
            groups[f"{name}."] = inner
    return groups


def _model_at(kind: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the value at `path` below `kind`."""
    model: type[BaseModel] | None = kind
    for part in path:
        if isinstance(part, str):
            field = model.model_fields.get(part) if model else None
            model = _inner_model(field.annotation) if field else None
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_inner_model, typing.get_args(annotation))), None)


def _field_at(kind: type[BaseModel], path: Path) -> Any:
    names = [index for index, part in enumerate(path) if isinstance(part, str)]
    if not names or names[-1] != len(path) - 1:
        return None
    model = _model_at(kind, path[: names[-1]])
    return model.model_fields.get(str(path[-1])) if model else None


def _unstated(kind: type[BaseModel], base: Path, path: Path) -> str:
    """Return the reminder that a field may say that the source is silent, where it may."""
    field = _field_at(kind, path[len(base) :])
    takes = field is not None and any(isinstance(item, Unstated) for item in field.metadata)
    return labels.OR_UNSTATED if takes else ""
