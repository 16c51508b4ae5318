"""What is sound in a case file, but for a person to judge."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Any

from generator import fields, personal
from generator.model import Case
from generator.problems import Path, field_name
from generator.reading.comments import comments
from generator.reading.document import Document, Place, texts
from generator.reading.findings import SIGNS, findings, is_bare_unit
from generator.reading.hints import silences
from generator.reading.joined import Joined
from generator.reading.log import Reading
from generator.text import begins_item, quoted, run_together, slugify
from generator.unstated import says_unstated
from generator.wording import wording

_FOLDED = re.compile(r"[-*+•·▪–0-9](?<=\S .)(?:(?<![0-9])|(?<=[0-9])[0-9]*[.)]) ")
"""What may be an item of a list in the middle of a line."""
_TOLD = {"personal_mailbox", "personal_website", "not_number", "not_year", "not_date"}
"""What is told of a text that shall be something else, or of what is a person's where a role's belongs."""


def judge(reading: Reading, kind: type[Case] = Case) -> None:
    """Add to what is read of a file, whose case is of a kind, the warnings about it by itself."""
    placed = [*texts(reading.document.data)]
    joined = Joined([text for _, text in placed])
    _no_headline(reading)
    _texts_to_judge(reading, placed, joined.having(*SIGNS))
    _lost_ends(reading, placed, kind)
    _comments_to_judge(reading)
    _folded_lists(reading, [placed[index] for index in sorted(joined.having(_FOLDED))])


def compare(readings: Sequence[tuple[str, Reading]]) -> None:
    """Add to what is read of files, each with its case's slug, the warnings that follow from the others.

    What an error tells of by now is not told once more as a text that says nothing.
    """
    _same_titles(readings)
    for _, reading in readings:
        faulty = {problem.field for problem in reading.log.problems}
        reading.log.warnings = [
            warning
            for warning in reading.log.warnings
            if warning.code != "silent_text" or warning.field not in faulty
        ]


def _same_titles(readings: Iterable[tuple[str, Reading]]) -> None:
    """Warn of cases with one and the same title, as a copy has."""
    titled: dict[str, dict[str, Reading]] = {}
    for slug, reading in readings:
        if any(problem.code == "half_renamed" for problem in reading.log.problems):
            continue
        data = reading.document.data
        title = data.get("title") if isinstance(data, dict) else None
        if isinstance(title, str) and slugify(title):
            titled.setdefault(slugify(title), {}).setdefault(slug, reading)
    for first, *others in map(dict.values, titled.values()):
        for reading in others:
            reading.warn(("title",), "same_title", other=first.document.file)
        if others:
            first.warn(("title",), "same_title", other=others[0].document.file)


def _no_headline(reading: Reading) -> None:
    """Warn of a case with figures of its gains, none of which is a result."""
    data = reading.document.data if isinstance(reading.document.data, dict) else {}
    gains = list(_parts(data.get("gains")))
    counted = [(index, figures) for index, gain in gains if (figures := [*_parts(gain.get("figures"))])]
    if counted and not any(
        figure.get("role") == wording.slugs["result"] for _, figures in counted for _, figure in figures
    ):
        reading.warn(("gains", counted[0][0], "figures"), "no_headline")


def _texts_to_judge(reading: Reading, placed: Sequence[tuple[Path, str]], suspected: Collection[int]) -> None:
    """Warn of what is found in the `suspected` texts, and of texts that say nothing, where no error tells of them."""
    faulty = {problem.field for problem in reading.log.problems}
    refused = {problem.field for problem in reading.log.problems if problem.code in _TOLD}
    silent = silences([text for _, text in placed])
    units = {index for index, (path, _) in enumerate(placed) if path[-1:] == ("unit",)}
    for index in sorted({*suspected, *silent, *units}):
        path, text = placed[index]
        if reading.log.is_refused(path) or (refused and field_name(path) in refused):
            continue
        for found in findings(text) if index in suspected else ():
            first = found.words.split()[0]
            place = reading.document.find(path, first, text[: found.start].count(first))
            if found.code != "bullets" or not _is_folded(reading.document, place):
                reading.warn(path, found.code, place)
        if index in silent and _is_to_tell(path, text) and field_name(path) not in faulty:
            reading.warn(path, "silent_text", found=text)
        if index in units and is_bare_unit(text):
            reading.warn(path, "bare_unit", found=text)


def _is_folded(document: Document, place: Place) -> bool:
    """Whether what stands at a place begins its line, so that another warning tells that YAML folds it."""
    return bool(document.lines) and not document.lines[place.line - 1][: place.column - 1].strip()


def _is_to_tell(path: Path, text: str) -> bool:
    """Whether something should stand where a text says nothing; a table may count those who do not know."""
    return text.strip() != "" and not says_unstated(text) and not {"rows", "columns"}.intersection(path)


def _lost_ends(reading: Reading, placed: Iterable[tuple[Path, str]], kind: type[Case]) -> None:
    """Warn of texts that YAML ends at a #, which begins a comment; behind a tag or an address it is meant as one."""
    for path, text in placed if reading.document.comments else ():
        lost = reading.document.comments.get(path)
        if (
            lost
            and fields.is_free_text(kind, path)
            and text != wording.common["todo"]
            and not says_unstated(text)
        ):
            mended = quoted(f"{text} {lost.raw}")
            reading.warn(path, "lost_end", lost, found=lost.raw, suggestion=mended)


def _comments_to_judge(reading: Reading) -> None:
    """Warn of personal data in comments, which are as public as the texts."""
    commented = [line.partition("#")[2] for line in reading.document.lines if "#" in line]
    if not Joined(commented).having(*SIGNS):
        return
    for comment in comments(reading.document.lines):
        text = comment.text.lstrip("#")
        first = comment.column + len(comment.text) - len(text)
        for found in findings(text):
            if found.code in personal.SIGNS:
                reading.warn((), found.code, Place(comment.line, first + found.start))


def _folded_lists(reading: Reading, placed: Iterable[tuple[Path, str]]) -> None:
    """Warn of lists that YAML folds into one line, for the text has no |, where no error tells of the field."""
    document = reading.document
    faulty = {problem.field for problem in reading.log.problems}
    folded = [(path, text) for path, text in placed if document.lines and _FOLDED.search(text)]
    items = [line for line in map(str.strip, document.lines) if begins_item(line)] if folded else []
    for path, text in folded:
        if field_name(path) in faulty or not any(item in text for item in items):
            continue
        first = document.place(path)
        rest = map(str.strip, document.lines[first.line :])
        written = [
            document.lines[first.line - 1][first.column - 1 :],
            *takewhile(partial(_is_in, text), rest),
        ]
        if not written[0].startswith("|") and (merged := run_together(written)) is not None:
            line = document.lines[first.line - 1 + merged]
            place = Place(first.line + merged, len(line) - len(line.lstrip()) + 1)
            reading.warn(path, "folded_list", place)


def _is_in(text: str, line: str) -> bool:
    return bool(line) and line in text


def _parts(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the groups in a list, with their places, as far as they are there."""
    for index, part in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(part, dict):
            yield index, part
