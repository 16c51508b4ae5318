"""What is sound in a case file, but for a person to judge."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.model import RESULT
from generator.personal import findings
from generator.problems import Path, field_name
from generator.reading.document import Document
from generator.text import slugify


def warn(documents: Sequence[tuple[str, Document]]) -> None:
    """Add to documents, each with its case's slug, the warnings about them."""
    _same_titles(documents)
    for _, document in documents:
        _no_headline(document)
        _personal_data(document)


def _same_titles(documents: Iterable[tuple[str, Document]]) -> None:
    """Warn of cases with one and the same title, as a copy has."""
    titled: dict[str, dict[str, Document]] = {}
    for slug, document in documents:
        if any(problem.code == "half_renamed" for problem in document.problems):
            continue
        title = document.data.get("title") if isinstance(document.data, dict) else None
        if isinstance(title, str) and slugify(title):
            titled.setdefault(slugify(title), {}).setdefault(slug, document)
    for first, *others in map(dict.values, titled.values()):
        for document in others:
            document.warn(("title",), "same_title", other=first.file)
        if others:
            first.warn(("title",), "same_title", other=others[0].file)


def _no_headline(document: Document) -> None:
    """Warn of a case with figures of its gains, none of which is a result."""
    data = document.data if isinstance(document.data, dict) else {}
    gains = list(_parts(data.get("gains")))
    counted = [(index, figures) for index, gain in gains if (figures := [*_parts(gain.get("figures"))])]
    if counted and not any(figure.get("role") == RESULT for _, figures in counted for _, figure in figures):
        document.warn(("gains", counted[0][0], "figures"), "no_headline")


_TOLD = {"personal_mailbox", "not_number", "not_year", "not_date"}
"""What is told of a text that shall be something else, or of a person's mailbox where a role's belongs."""


def _personal_data(document: Document) -> None:
    """Warn of what looks like personal data in texts that no error tells of."""
    refused = {problem.field for problem in document.problems if problem.code in _TOLD}
    for path, text in _texts(document.data, ()):
        if document.is_refused(path) or field_name(path) in refused:
            continue
        for found in findings(text):
            first = found.words.split()[0]
            place = document.find(path, first, text[: found.start].count(first))
            document.warn(path, found.code, place)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text in a value, with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | tuple):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(part, (*path, key))


def _parts(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the groups in a list, with their places, as far as they are there."""
    for index, part in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(part, dict):
            yield index, part
