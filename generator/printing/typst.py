"""A publication as an accessible PDF: the only user of the PDF engine.

Typst sets the type. It gets its data as JSON that the templates walk, so that no text is ever read as markup,
and it sees no other folder than that of the templates.
"""

import json
import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from inspect import getsource
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from zlib import crc32

import pikepdf
import typst

from generator import files
from generator.catalogue import Catalogue
from generator.locale import spoken
from generator.messages import remedy
from generator.printing import tags
from generator.printing.publications import Publication
from generator.problems import Path as FieldPath
from generator.problems import Problem
from generator.reading.characters import NEAR
from generator.reading.document import texts
from generator.reading.file import read_file
from generator.reading.log import Reading
from generator.wording import wording

TEMPLATES = Path(__file__).parent / "templates"
LARGE = 1_000_000
"""Before a publication with more data than this, what the engine remembers of others is dropped."""
REMEMBERED = 10
"""So many publications back the engine keeps what it worked out."""
ENGINE = f"typst {version('typst')}, pikepdf {version('pikepdf')}, tags {crc32(getsource(tags).encode())}"
"""What makes a PDF of data and templates: a file made by another engine is stale."""

_FINE = re.compile(rb"(?<=\.\d\d)\d+")
"""Decimals on a page that no eye can see."""
_NAMED = re.compile(r"\bwording\.(\w+)")
_NOT_FOUND = re.compile(r"file not found \(searched at (.+)\)")
_SPACES = frozenset("\n\t\r ")

pikepdf.settings.set_flate_compression_level(7)


class PrintError(Exception):
    """The engine could not set a publication."""


class Printer:
    """Sets publications with the templates and fonts in a folder."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        """Prepare the engine; nothing but `templates` can be read, and no font of the machine is used.

        Raises PrintError when the templates or their fonts are not there.
        """
        main = _main(templates)
        characters(templates / "fonts")
        self._main = str(main)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(templates / "fonts")]
        )
        self._compiler = typst.Compiler(root=str(templates), font_paths=fonts)

    def print(self, publication: Publication) -> bytes:
        """Return the publication as PDF/UA-1, the same bytes for the same content.

        Raises PrintError when the engine fails or has to make do, for example without a font.
        """
        if len(publication.data) > LARGE:
            self._forget()
        try:
            content, warnings = self._compiler.compile_with_warnings(
                input=self._main,
                format="pdf",
                pdf_standards=["ua-1"],
                sys_inputs={"data": publication.data, "wording": words()},
                timestamp=0,
            )
        except typst.TypstError as error:
            if missing := _NOT_FOUND.search(error.message):
                raise PrintError(_gone(Path(missing[1]))) from error
            raise PrintError(f"{publication.path}: {error.message}") from error
        if warnings:
            raise PrintError(f"{publication.path}: {warnings[0].message}")
        return _finished(cast(bytes, content), json.loads(publication.data).get("links", {}))

    def draw(self, data: str) -> list[bytes]:
        """Return the picture of each case that `data` holds as PNG.

        Raises PrintError when the engine fails.
        """
        picture = str(Path(self._main).with_name("picture.typ"))
        try:
            drawn = self._compiler.compile(
                input=picture, format="png", ppi=72.0, sys_inputs={"data": data, "wording": words()}
            )
        except typst.TypstError as error:
            raise PrintError(f"picture.typ: {error.message}") from error
        return drawn if isinstance(drawn, list) else [cast(bytes, drawn)]

    def _forget(self) -> None:
        """Let the engine set nothing until it has dropped what it remembers, so that volumes do not add up."""
        for _ in range(REMEMBERED):
            self._compiler.compile(input=b"", format="pdf", sys_inputs={})


def words() -> str:
    """Return the words that the templates name, by group, and the language that is spoken, as JSON.

    Raises KeyError when they name a group that there is none of.
    """
    sources = (template.read_text("utf-8") for template in TEMPLATES.glob("*.typ"))
    named = {group for source in sources for group in _NAMED.findall(source)} - {"language"}
    groups, language = wording.plain(), spoken().babel
    ways = {"lang": language.language, "region": language.territory}
    return json.dumps(
        {"language": ways, **{name: groups[name] for name in sorted(named)}}, ensure_ascii=False
    )


def pages(content: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(BytesIO(content)) as document:
        return len(document.pages)


def unprintable(catalogue: Catalogue, folder: Path) -> list[Problem]:
    """Return a problem for every field of a case or of a vocabulary with a character that no font has.

    It stands where the character does in the files in `folder`. Raises PrintError when the fonts are not there.
    """
    problems: list[Problem] = []
    for name, content in _files(catalogue):
        if any(_unknown(content)):
            reading = read_file(folder / f"{name}.yaml", folder)
            reading.log.problems.clear()
            report_unprintable(reading, content)
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


def _main(templates: Path) -> Path:
    """Return the template that all begins with; raises PrintError when it is not there."""
    main = templates / "catalogue.typ"
    if not main.is_file():
        raise PrintError(_gone(main))
    return main


def _gone(template: Path) -> str:
    return wording.print_faults["no_template"].format(template=template)


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


def _finished(content: bytes, links: Mapping[str, str]) -> bytes:
    shrunk = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            page.Contents.write(_FINE.sub(b"", page.Contents.read_bytes()))
        tags.complete(document, links)
        document.save(
            shrunk,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return shrunk.getvalue()


def _files(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    """Yield the files of which something is printed: name and content."""
    for case in catalogue.cases:
        yield case.slug, case.model_dump()
    for name, terms in catalogue.vocabulary.items():
        yield f"vocabulary/{name}", {slug: term.model_dump() for slug, term in terms.items()}


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
