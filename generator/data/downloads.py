"""The files of the open data: which there are, what each is called, and what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import DATA, record_path, series_path
from generator.data import delimited, records, tables
from generator.data.release import Release
from generator.data.tables import CASES, GAINS, Column
from generator.reading.schema import FILE as SCHEMA_FILE

SCHEMA = f"assets/{SCHEMA_FILE}"
"""Where the site has the schema of a case."""

KINDS = {"string": "Tekst", "integer": "Helt tal", "number": "Tal", "date": "Dato"}
"""What readers see the kinds of columns called."""


@dataclass(frozen=True)
class Download:
    """A file that readers fetch: where it lies, what it has, and what kind of file it is.

    `file_type` is its code in the file types of the EU's Publications Office.
    """

    path: str
    title: str
    help: str
    format: str
    media_type: str
    file_type: str
    columns: tuple[Column, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]


ALL = Download(
    f"{DATA}cases.json",
    "Alle cases med alle felter",
    "Hver case står, som redaktionen har skrevet den. Ordlisterne er med.",
    "JSON",
    "application/json",
    "JSON",
)
TABLES = (
    Download(
        f"{DATA}cases.csv",
        "Cases i en tabel",
        "En række for hver case: sted, år, mærker, stærkeste gevinst, beløb og kilder.",
        "CSV",
        "text/csv",
        "CSV",
        CASES,
    ),
    Download(
        f"{DATA}gains.csv",
        "Gevinsternes tal",
        "En række for hvert tal med enhed, periode, slags, rolle og dokumentation.",
        "CSV",
        "text/csv",
        "CSV",
        GAINS,
    ),
)
DOWNLOADS = (*TABLES, ALL)
"""What the page of the data lists, in its order."""


def files(release: Release) -> dict[str, bytes]:
    """Return every file of the open data by its path on the site."""
    return {
        path: content.encode() if isinstance(content, str) else content for path, content in _files(release)
    }


def _files(release: Release) -> Iterator[tuple[str, str | bytes]]:
    lines = [records.as_json(release, case) for case in release.catalogue.cases]
    for case, line in zip(release.catalogue.cases, lines, strict=True):
        yield record_path(case), f"{line}\n"
        for number, series in enumerate(case.series, 1):
            yield series_path(case, number), delimited.of_rows(tables.series(series))
    yield ALL.path, records.all_as_json(release, release.address(SCHEMA), lines)
    for download, table in zip(TABLES, (tables.cases(release), tables.gains(release)), strict=True):
        yield download.path, delimited.as_csv(table)
