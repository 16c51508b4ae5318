"""A publication as an accessible PDF, and cases as pictures: the only user of the PDF engine.

Typst sets the type. It gets its data as JSON that the templates walk, so that no text is ever read as markup,
and it sees no other folder than that of the templates.
"""

import json
import re
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import cast
from zlib import crc32

import typst

from generator.locale import spoken
from generator.printing.letters import TEMPLATES, PrintError, characters
from generator.printing.publications import Publication
from generator.wording import groups_in, wording

LARGE = 1_000_000
"""Before the engine would remember more data than this, what it does is dropped, so that memory does not add up."""
REMEMBERED = 10
"""So many publications back the engine keeps what it worked out."""
_TAGS = Path(__file__).with_name("tags.py")
ENGINE = f"typst {version('typst')}, pikepdf {version('pikepdf')}, tags {crc32(_TAGS.read_bytes())}"
"""What makes a PDF of data and templates: a file made by another engine is stale."""

_NOT_FOUND = re.compile(r"file not found \(searched at (.+)\)")

PDF = "generator.printing.pdf"
"""The module that opens a PDF again."""


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
        self._remembered = 0

    def print(self, publication: Publication) -> bytes:
        """Return the publication as PDF/UA-1, the same bytes for the same content.

        Raises PrintError when the engine fails or has to make do, for example without a font.
        """
        if self._remembered + len(publication.data) > LARGE:
            self._forget()
        self._remembered += len(publication.data)
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
        links = json.loads(publication.data).get("links", {})
        return cast(bytes, import_module(PDF).finished(content, links))

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
        """Let the engine set nothing until it has dropped what it remembers."""
        for _ in range(REMEMBERED if self._remembered else 0):
            self._compiler.compile(input=b"", format="pdf", sys_inputs={})
        self._remembered = 0


def words() -> str:
    """Return the words that the templates name, by group, and the language that is spoken, as JSON.

    Raises KeyError when they name a group that there is none of.
    """
    sources = (template.read_text("utf-8") for template in TEMPLATES.glob("*.typ"))
    named = groups_in("\n".join(sources)) - {"language"}
    groups, language = wording.plain(), spoken().babel
    ways = {"lang": language.language, "region": language.territory}
    return json.dumps(
        {"language": ways, **{name: groups[name] for name in sorted(named)}}, ensure_ascii=False
    )


def _main(templates: Path) -> Path:
    """Return the template that all begins with; raises PrintError when it is not there."""
    main = templates / "catalogue.typ"
    if not main.is_file():
        raise PrintError(_gone(main))
    return main


def _gone(template: Path) -> str:
    return wording.print_faults["no_template"].format(template=template)
