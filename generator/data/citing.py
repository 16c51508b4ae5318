"""How a case is cited: one reference, as text and in the formats that programs for references read."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.addresses import DATA
from generator.data.release import Release
from generator.locale import spoken
from generator.model import Case
from generator.text import date
from generator.wording import wording

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: f"\\{character}" for character in "{}&%$#_"},
    }
)
"""What stands in BibTeX for the characters that mean something there."""


@dataclass(frozen=True)
class Cited:
    """What a reference tells of a case: `changed` is the day of its version, none when it is not known."""

    key: str
    title: str
    summary: str
    catalogue: str
    publisher: str
    changed: datetime.date | None
    url: str

    @property
    def version(self) -> str:
        """The version in words."""
        return wording.citing["version"].format(day=date(self.changed)) if self.changed else ""


def cited(release: Release, case: Case) -> Cited:
    """Return the reference to a case."""
    publisher = release.settings.publisher
    return Cited(
        key=f"case-{case.slug}",
        title=case.title,
        summary=case.summary,
        catalogue=release.name,
        publisher=publisher.name if publisher else "",
        changed=release.changed(case),
        url=release.case_address(case),
    )


def as_text(told: Cited) -> str:
    """Return a reference in words: title, catalogue, publisher, version and address."""
    parts = (told.title, told.catalogue, told.publisher, told.version)
    sentences = (part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
    return f"{' '.join(sentences)} {told.url}"


def as_bibtex(told: Cited) -> str:
    """Return a reference as BibTeX."""
    fields = {
        "title": f"{{{_latex(told.title)}}}",
        "howpublished": _latex(told.catalogue),
        "publisher": _latex(told.publisher),
        "year": str(told.changed.year) if told.changed else "",
        "month": str(told.changed.month) if told.changed else "",
        "note": _latex(told.version),
        "url": told.url,
        "language": spoken().citation,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{told.key},\n{lines}}}\n"


def as_ris(told: Cited) -> str:
    """Return a reference as RIS."""
    fields = {
        "TY": "ELEC",
        "ID": told.key,
        "TI": told.title,
        "T2": told.catalogue,
        "PB": told.publisher,
        "PY": f"{told.changed.year}" if told.changed else "",
        "DA": f"{told.changed:%Y/%m/%d}" if told.changed else "",
        "ET": told.version,
        "AB": told.summary,
        "LA": wording.language,
        "UR": told.url,
    }
    lines = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields.items() if value)
    return f"{lines}ER  - \r\n"


def as_csl(told: Cited) -> dict[str, Any]:
    """Return a reference as CSL-JSON has it."""
    day = told.changed
    fields = {
        "id": told.key,
        "type": "webpage",
        "title": told.title,
        "container-title": told.catalogue,
        "publisher": told.publisher,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "version": day.isoformat() if day else None,
        "abstract": told.summary,
        "language": wording.language,
        "URL": told.url,
    }
    return {name: value for name, value in fields.items() if value}


def csl_text(told: Cited) -> str:
    """Return a reference as it stands in a list of CSL-JSON."""
    return json.dumps([as_csl(told)], ensure_ascii=False, indent=2)[2:-2]


@dataclass(frozen=True)
class Format:
    """A format for references: its name, where all of them lie in it, and how it has one.

    `start`, `between` and `end` stand around several.
    """

    name: str
    path: str
    media_type: str
    one: Callable[[Cited], str]
    start: bytes = b""
    between: bytes = b""
    end: bytes = b""

    def whole(self, references: Iterable[bytes]) -> bytes:
        """Return a file of references, each of which is in this format already."""
        return self.start + self.between.join(references) + self.end


FORMATS = (
    Format("BibTeX", f"{DATA}cases.bib", "application/x-bibtex", as_bibtex, between=b"\n"),
    Format("RIS", f"{DATA}cases.ris", "application/x-research-info-systems", as_ris),
    Format(
        "CSL-JSON",
        f"{DATA}cases.csl.json",
        "application/vnd.citationstyles.csl+json",
        csl_text,
        *(b"[\n", b",\n", b"\n]\n"),
    ),
)


def copies(told: Cited) -> Iterator[tuple[str, str]]:
    """Yield the name of each format and the reference in it, as readers can copy it below the summary of the case."""
    brief = replace(told, summary="")
    for each in FORMATS:
        yield each.name, each.whole([each.one(brief).encode()]).decode().strip().replace("\r\n", "\n")


def _latex(text: str) -> str:
    return text.translate(_LATEX)
