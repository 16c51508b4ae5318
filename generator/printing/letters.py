"""The characters that print can show: those that all of its fonts have."""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic_core import to_json, to_jsonable_python

from generator import files
from generator.catalogue import Catalogue
from generator.messages import remedy
from generator.model import Case
from generator.problems import Path as FieldPath
from generator.problems import Problem
from generator.reading.characters import NEAR
from generator.reading.document import texts
from generator.reading.file import read_file
from generator.reading.log import Reading
from generator.vocabulary import Term
from generator.wording import wording

TEMPLATES = Path(__file__).parent / "templates"
_SPACES = frozenset("\n\t\r ")
_ASCII = bytes(range(128))


class PrintError(Exception):
    """The engine could not set a publication."""


def unprintable(catalogue: Catalogue, folder: Path) -> list[Problem]:
    """Return a problem for every field of a case or of a vocabulary with a character that no font has.

    It stands where the character does in the files in `folder`. Raises PrintError when the fonts are not there.
    """
    problems: list[Problem] = []
    for name, source in _files(catalogue):
        if not _is_printable(source):
            reading = read_file(folder / f"{name}.yaml", folder)
            reading.log.problems.clear()
            report_unprintable(reading, to_jsonable_python(source))
            problems += reading.log.problems
    return problems


def report_unprintable(reading: Reading, content: Any) -> None:
    """Report every text of a file's `content` with a character that no font has, each where it stands.

    Raises PrintError when the fonts are not there.
    """
    for path, letter in _unknown(content):
        told = {"character": letter, "point": f"U+{ord(letter):04X}", "hint": _instead(letter)}
        reading.report(path, "unprintable", reading.document.find(path, letter), **told)


def printable() -> str:
    """Return the characters that every font can show, as the inside of a pattern's brackets.

    Raises PrintError when the fonts are not there.
    """
    points = sorted(map(ord, characters(TEMPLATES / "fonts")))
    begins = [point for before, point in zip([-2, *points], points, strict=False) if point - before > 1]
    ends = [point for point, after in zip(points, [*points[1:], -2], strict=True) if after - point != 1]
    return "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in zip(begins, ends, strict=True))


@cache
def characters(fonts: Path) -> frozenset[str]:
    """Return the characters that every font in a folder can show.

    Raises PrintError when there is none, or one that is broken.
    """
    paths = sorted(fonts.glob("*.ttf"))
    if not paths:
        raise PrintError(wording.print_faults["no_fonts"].format(folder=fonts))
    return frozenset.intersection(*map(_shown, paths)) | _SPACES


def _shown(font: Path) -> frozenset[str]:
    """Return the characters that a font can show."""
    try:
        shown = frozenset(map(chr, _code_points(files.read(font))))
    except (OSError, struct.error, ValueError, OverflowError):
        shown = frozenset()
    if not shown:
        raise PrintError(wording.print_faults["broken_font"].format(font=font))
    return shown


def _files(catalogue: Catalogue) -> Iterator[tuple[str, Case | Mapping[str, Term]]]:
    """Yield the files of which something is printed: name, and the case or the terms in it."""
    for case in catalogue.cases:
        yield case.slug, case
    for name, terms in catalogue.vocabulary.items():
        yield f"vocabulary/{name}", terms


def _is_printable(source: Case | Mapping[str, Term]) -> bool:
    """Return whether all fonts have every character: those beyond ASCII, which all of them have, are few in JSON."""
    return characters(TEMPLATES / "fonts").issuperset(to_json(source).translate(None, _ASCII).decode())


def _unknown(content: Any) -> Iterator[tuple[FieldPath, str]]:
    """Yield the place of every text with a character that no font has, and the first one in it."""
    known = characters(TEMPLATES / "fonts")
    for path, value in texts(content):
        if not known.issuperset(value):
            yield path, next(letter for letter in value if letter not in known)


def _instead(letter: str) -> str:
    """Return what to write instead of a character that no font has, as the last words of a message."""
    known = characters(TEMPLATES / "fonts")
    apart = unicodedata.normalize("NFKD", letter)
    same = [unicodedata.normalize("NFKC", letter), "".join(c for c in apart if not unicodedata.combining(c))]
    near = next((text for text in (*same, NEAR.get(letter, "")) if text and known.issuperset(text)), "")
    return remedy("write", text=f'"{near}"') if near else remedy("another_way")


def _code_points(font: bytes) -> Iterator[int]:
    """Yield the code points in a TrueType font's character map, from its table of ranges (format 12).

    https://learn.microsoft.com/typography/opentype/spec/cmap
    """
    (tables,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(tables))
    start = next((offset for tag, _, offset, _ in entries if tag == b"cmap"), len(font))
    (count,) = struct.unpack_from(">H", font, start + 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">4xL", font, start + 4 + 8 * index)
        kind, groups = struct.unpack_from(">H10xL", font, start + offset)
        if kind == 12:
            for group in range(groups):
                first, last, _ = struct.unpack_from(">LLL", font, start + offset + 16 + 12 * group)
                yield from range(first, last + 1)
            return
