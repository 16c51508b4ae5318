"""The files of the open data: which there are, what each is called, and what stands in it."""

from dataclasses import dataclass, replace

from generator.addresses import CASES_TABLE, DATA, GAINS_TABLE
from generator.data.release import Release
from generator.data.tables import Column, cases, gains
from generator.reading.schema import FILE as SCHEMA_FILE
from generator.wording import wording

SCHEMA = f"assets/{SCHEMA_FILE}"
"""Where the site has the schema of a case."""
TURTLE = f"{DATA}catalog.ttl"
JSON_LD = f"{DATA}catalog.jsonld"
"""Where data portals find what the dataset is."""


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
    key: str
    """By which it is known among the words of the language."""
    format: Format
    columns: tuple[Column, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return wording.downloads[self.key]

    @property
    def help(self) -> str:
        """What stands in it."""
        return wording.download_help[self.key]

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]


_JSON = Format("JSON", "application/json", "JSON")
_CSV = Format("CSV", "text/csv", "CSV")
_EXCEL = Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")

ALL = Download(
    f"{DATA}cases.json",
    "all_cases",
    _JSON,
)
TABLES = (
    Download(
        CASES_TABLE,
        "cases",
        _CSV,
    ),
    Download(
        GAINS_TABLE,
        "gains",
        _CSV,
    ),
)
WORKBOOK = Download(
    f"{DATA}cases.xlsx",
    "workbook",
    _EXCEL,
)
PACKAGE = Download(
    f"{DATA}datapackage.json",
    "package",
    _JSON,
)
DOWNLOADS = (*TABLES, WORKBOOK, ALL, PACKAGE)
MOST = 4_000
"""So many cases a workbook takes in half a second; beyond that, the text files are there."""


def offered(release: Release) -> tuple[Download, ...]:
    """Return the files that there are of a release, in the order of the page of the data."""
    has_workbook = len(release.catalogue.cases) <= MOST
    shape = release.catalogue.shape
    columns = {CASES_TABLE: cases(shape).columns, GAINS_TABLE: gains(shape).columns}
    there = (each for each in DOWNLOADS if has_workbook or each is not WORKBOOK)
    return tuple(replace(each, columns=columns.get(each.path, ())) for each in there)
