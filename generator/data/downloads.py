"""The files of the open data: which there are, what each is called, and what stands in it."""

from dataclasses import dataclass, replace

from generator.addresses import CASES_TABLE, DATA, GAINS_TABLE
from generator.data.release import Release
from generator.data.tables import Column, case_columns, gain_columns
from generator.reading.schema import FILE as SCHEMA_FILE

SCHEMA = f"assets/{SCHEMA_FILE}"
"""Where the site has the schema of a case."""
TURTLE = f"{DATA}catalog.ttl"
JSON_LD = f"{DATA}catalog.jsonld"
"""Where data portals find what the dataset is."""
KINDS = {"string": "Tekst", "integer": "Helt tal", "number": "Tal", "date": "Dato"}
"""What readers see the kinds of columns called."""


@dataclass(frozen=True)
class Format:
    """A kind of file; `file_type` is its code in the list of the EU's Publications Office."""

    name: str
    media_type: str
    file_type: str


@dataclass(frozen=True)
class Download:
    """A file that readers fetch: where it lies, what it has, and what kind of file it is."""

    path: str
    title: str
    help: str
    format: Format
    columns: tuple[Column, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]


_JSON = Format("JSON", "application/json", "JSON")
_CSV = Format("CSV", "text/csv", "CSV")

ALL = Download(
    f"{DATA}cases.json",
    "Alle cases med alle felter",
    "Hver case står, som redaktionen har skrevet den. Ordlisterne er med.",
    _JSON,
)
TABLES = (
    Download(
        CASES_TABLE,
        "Cases i en tabel",
        "En række for hver case: sted, år, mærker, stærkeste gevinst, beløb og kilder.",
        _CSV,
    ),
    Download(
        GAINS_TABLE,
        "Gevinsternes tal",
        "En række for hvert tal med enhed, periode, slags, rolle og dokumentation.",
        _CSV,
    ),
)
WORKBOOK = Download(
    f"{DATA}cases.xlsx",
    "Regneark med begge tabeller",
    "De to tabeller som ark i en projektmappe, med et ark om felterne.",
    Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
)
PACKAGE = Download(
    f"{DATA}datapackage.json",
    "Datapakke",
    "Beskriver tabellerne for programmer efter standarden Data Package.",
    _JSON,
)
DOWNLOADS = (*TABLES, WORKBOOK, ALL, PACKAGE)
MOST = 1_000
"""So many cases a workbook takes in the time that a build has; beyond that, the text files are there."""


def offered(release: Release) -> tuple[Download, ...]:
    """Return the files that there are of a release, in the order of the page of the data."""
    has_workbook = len(release.catalogue.cases) <= MOST
    shape = release.catalogue.shape
    columns = {CASES_TABLE: case_columns(shape), GAINS_TABLE: gain_columns(shape)}
    there = (each for each in DOWNLOADS if has_workbook or each is not WORKBOOK)
    return tuple(replace(each, columns=columns.get(each.path, ())) for each in there)
