"""What the comments and empty lines of a case file belong to, so that they move with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.editing.new_case import SCHEMA_LINE
from generator.problems import Path
from generator.reading.comments import Comment, comments
from generator.reading.document import Document

_SCHEMA = Comment(1, 1, SCHEMA_LINE, True)
"""The line by which editors' tools find the schema; it is written anew and is no note."""


@dataclass
class Notes:
    """Comments by the path of what they belong to: before it, last inside it, and at the end of its line."""

    before: dict[Path, list[str]] = field(default_factory=dict)
    inside: dict[Path, list[str]] = field(default_factory=dict)
    after: dict[Path, str] = field(default_factory=dict)
    end: list[str] = field(default_factory=list)


@dataclass(frozen=True, order=True)
class _Entry:
    """Where a key or an item of a list begins; `indent` is the column of its key or dash, where it has one."""

    line: int
    column: int
    depth: int
    path: Path
    indent: int


def notes_of(document: Document) -> Notes:
    """Give each comment to the value on whose line it ends, that it is inside, or that it stands before.

    So too empty lines.
    """
    found, notes = comments(document.lines), Notes()
    if found == [_SCHEMA] and not _may_have_blanks(document):  # as most files are; places are slow to find
        return notes
    told = sorted([*found, *_blanks(document, found)], key=lambda c: c.line)
    entries = sorted(_entries(document))
    for comment in told:
        here = (comment.line, comment.column)
        earlier = sum((entry.line, entry.column) <= here for entry in entries)
        if not comment.alone and earlier and entries[earlier - 1].path not in notes.after:
            notes.after[entries[earlier - 1].path] = comment.text
        elif around := _around(document, comment, entries, earlier):
            notes.inside.setdefault(around, []).append(comment.text)
        elif comment.text != SCHEMA_LINE:
            is_last = earlier == len(entries)
            lines = notes.end if is_last else notes.before.setdefault(entries[earlier].path, [])
            if comment.text or (lines and lines[-1]) or (not lines and earlier > 0):
                lines.append(comment.text)
    while notes.end and not notes.end[-1]:
        notes.end.pop()
    return notes


def _entries(document: Document) -> Iterator[_Entry]:
    for path, place in document.keys.items():
        yield _Entry(place.line, place.column, len(path), path, place.column)
    for path, place in document.values.items():
        if path and isinstance(path[-1], int):
            dash = re.search(r"-\s+$", document.lines[place.line - 1][: place.column - 1])
            yield _Entry(
                place.line, place.column, len(path), path, dash.start() + 1 if dash else place.column
            )


def _around(document: Document, comment: Comment, entries: list[_Entry], earlier: int) -> Path:
    """Return the path of the innermost group or list that a comment is indented into as its last line.

    It is empty when the comment stands no deeper than what comes after it.
    """
    later = entries[earlier] if earlier < len(entries) else None
    if not (comment.alone and comment.text and earlier) or (later and comment.column <= later.indent):
        return ()
    indents = {entry.path: entry.indent for entry in entries}
    path = entries[earlier - 1].path
    while path and (_is_text(document, path) or indents[path] >= comment.column):
        path = path[:-1]
    return path


def _is_text(document: Document, path: Path) -> bool:
    """Whether a comment inside a value would become part of it."""
    return document.values[path].raw is not None and path not in document.nulls


def _may_have_blanks(document: Document) -> bool:
    """Return whether an empty line may stand before a key at the top level: one does before a line without indent."""
    first = next(iter(document.data)) if isinstance(document.data, dict) and document.data else None
    if first is None or not any(line.startswith(f"{first}:") for line in document.lines):
        return True
    return any(not line.strip() and below[:1].strip() for line, below in pairwise(document.lines))


def _blanks(document: Document, found: list[Comment]) -> Iterator[Comment]:
    """Yield the empty lines right before a key at the top level, or before its comments."""
    commented = {comment.line for comment in found if comment.alone}
    for path, place in document.keys.items():
        number = place.line - 1
        while (
            len(path) == 1 and number >= 1 and (number in commented or not document.lines[number - 1].strip())
        ):
            if number not in commented:
                yield Comment(number, 1, "", True)
            number -= 1
