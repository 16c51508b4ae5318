"""The cases as open data: whole, honest, and read by others as what they are."""

import csv
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import frictionless
import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.catalogue import Catalogue
from generator.data import delimited, downloads, export, schema_org, tables
from generator.data.release import Release
from generator.data.tables import Row, Table, no_value
from generator.model import Case
from generator.reading.schema import case_schema
from generator.reading.settings import Licence, Settings
from generator.site.render import Site
from helpers import ROOT, Elements, figures

SETTINGS = Settings(site_name="Katalog", site_url="https://example.org/katalog/")
EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://evil.example";"x")', 'a;b"c', "=2;3")


@pytest.fixture(params=["catalogue", "made"])
def release(request: pytest.FixtureRequest) -> Release:
    """The real cases, then those made for tests."""
    return Release(request.getfixturevalue(request.param), SETTINGS)


@pytest.fixture
def files(release: Release) -> dict[str, bytes]:
    return export.files(release)


def again(release: Release, entry: dict[str, Any]) -> Case:
    """Return the case that a program makes of its record."""

    def frozen(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: frozen(item) for key, item in value.items()}
        return tuple(map(frozen, value)) if isinstance(value, list) else value

    data = frozen(entry["case"])
    if "confirmed" in data:
        data["confirmed"]["date"] = datetime.date.fromisoformat(data["confirmed"]["date"])
    words = {"vocabulary": release.catalogue.vocabulary}
    return Case.model_validate({"slug": entry["slug"], **data}, context=words)


def rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file as another program reads them."""
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))


def test_json_makes_the_same_cases_again(release: Release, files: dict[str, bytes]) -> None:
    told = json.loads(files["data/cases.json"])["cases"]
    assert [again(release, entry) for entry in told] == list(release.catalogue.cases)
    for case, entry in zip(release.catalogue.cases, told, strict=True):
        assert json.loads(files[f"case/{case.slug}.json"]) == entry
        assert entry["url"] == f"https://example.org/katalog/case/{case.slug}/"


def test_json_keeps_the_schema_that_it_names(release: Release, files: dict[str, bytes]) -> None:
    told = json.loads(files["data/cases.json"])
    assert told["schema"] == "https://example.org/katalog/assets/case.schema.json"
    schema = Draft202012Validator(case_schema(release.catalogue.vocabulary))
    assert [error.message for entry in told["cases"] for error in schema.iter_errors(entry["case"])] == []


def test_json_names_the_words_that_cases_are_tagged_with(release: Release, files: dict[str, bytes]) -> None:
    told = json.loads(files["data/cases.json"])
    for entry in told["cases"]:
        for theme in entry["case"]["themes"]:
            assert told["vocabularies"]["themes"][theme] == release.catalogue.term("theme", theme).name


def test_the_table_of_cases_has_each_case_once(release: Release, files: dict[str, bytes]) -> None:
    told = rows(files["data/cases.csv"])
    assert [row["Case"] for row in told] == [case.slug for case in release.catalogue.cases]
    for row, case in zip(told, release.catalogue.cases, strict=True):
        assert row["Tema"].split("; ") == release.catalogue.names("theme", case.themes)
        assert row["Startår"] == str((case.period and case.period.start) or "ikke oplyst")
        assert row["Antal forbehold"] == str(len(case.caveats))


def test_every_figure_of_a_gain_stands_with_what_is_behind_it(
    release: Release, files: dict[str, bytes]
) -> None:
    words, told = release.catalogue.vocabulary, iter(rows(files["data/gains.csv"]))
    for case in release.catalogue.cases:
        for number, gain in enumerate(case.gains or (), 1):
            for figure in gain.figures:
                row = next(told)
                assert (row["Case"], row["Gevinst nr."]) == (case.slug, str(number))
                assert float(row["Tal"].replace(",", ".")) == figure.value
                assert (row["Enhed"], row["Periode"]) == (figure.unit, figure.period or "ikke oplyst")
                assert row["Slags"] == words["figure_kinds"][figure.kind].name
                assert row["Dokumentation"] == words["evidence"][gain.evidence].name
            if not gain.figures:
                row = next(told)
                assert (row["Case"], row["Tal"], row["Enhed"]) == (case.slug, "ikke målt", "ikke målt")
    assert next(told, None) is None


def both(release: Release) -> list[tuple[Table, list[Row]]]:
    """Return the two tables, each with its rows."""
    shape, cases = release.catalogue.shape, release.catalogue.cases
    told = (tables.cases(shape), tables.gains(shape))
    return [(table, [row for case in cases for row in table.rows(release, case)]) for table in told]


def test_no_cell_is_empty_and_each_is_of_its_kind(release: Release) -> None:
    for table, told in both(release):
        kinds = {"string": str, "integer": int, "number": int | float, "date": datetime.date}
        for row in told:
            for column, cell in zip(table.columns, row, strict=True):
                assert cell != "", column
                assert cell in no_value() or isinstance(cell, kinds[column.kind]), (column, cell)


def test_no_text_runs_as_a_formula_and_numbers_stay_numbers() -> None:
    written = delimited.as_csv([(text, -2.5, 1234567) for text in EVIL])
    told = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert [row[1:] for row in told] == [["-2,5", "1234567"]] * len(EVIL)
    assert [row[0].removeprefix("'") for row in told] == [*EVIL]
    assert not [row for row in told if row[0].startswith(("=", "+", "-", "@"))]


def test_the_workbook_has_the_same_cells(release: Release, files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(files["data/cases.xlsx"]))
    assert book.sheetnames == ["Cases", "Gevinster", "Felter"]
    for table, rows in both(release):
        head, *told = book[table.title].iter_rows(values_only=True)
        assert head == tuple(table.names)
        days = [
            tuple(cell.date() if isinstance(cell, datetime.datetime) else cell for cell in row)
            for row in told
        ]
        assert days == rows


def test_many_cases_have_no_workbook(made: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST", 3)
    release = Release(made, SETTINGS)
    files = export.files(release)
    assert "data/cases.xlsx" not in files
    assert b"cases.xlsx" not in files["data/catalog.ttl"]
    assert "cases.xlsx" not in json.dumps(schema_org.dataset(release))


def test_the_data_package_is_valid(release: Release, files: dict[str, bytes], tmp_path: Path) -> None:
    for path, content in files.items():
        if path.startswith("data/"):
            (tmp_path / Path(path).name).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["rowNumber", "fieldName", "note"]) == []
    figures = sum(max(1, len(gain.figures)) for case in release.catalogue.cases for gain in case.gains or ())
    assert [task.stats["rows"] for task in report.tasks] == [len(release.catalogue.cases), figures]
    text = (tmp_path / "gains.csv").read_text("utf-8").replace("Tal før", "Tal før det", 1)
    (tmp_path / "gains.csv").write_text(text, "utf-8")
    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_front_page_names_the_files(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    for path in re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', html):
        assert (site / path).is_file(), path
    assert 'href="data/cases.json"' in html


def test_the_same_cases_make_the_same_files(release: Release) -> None:
    assert export.files(release) == export.files(Release(release.catalogue, SETTINGS))


def test_the_files_hold_every_figure_that_was_read(catalogue: Catalogue) -> None:
    found = json.loads(export.files(Release(catalogue))["data/cases.json"])["cases"]
    values = [figure.value for case in catalogue.cases for figure in figures(case)]
    told = [
        figure["value"]
        for entry in found
        for part in [*_amounts(entry["case"]), *_gains(entry["case"])]
        for figure in part
    ]
    assert sorted(told) == sorted(values)


def _amounts(case: dict[str, Any]) -> list[list[dict[str, Any]]]:
    financing = case["financing"]
    return [financing.get("amounts", [])] if isinstance(financing, dict) else []


def _gains(case: dict[str, Any]) -> list[list[dict[str, Any]]]:
    gains = case["gains"]
    return [gain.get("figures", []) for gain in gains] if isinstance(gains, list) else []


def test_the_licence_is_that_of_the_settings(made: Catalogue) -> None:
    licence = Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/")
    settings = SETTINGS.model_copy(update={"licence": licence})
    html = Site(made, ROOT / "theme_overrides", settings).render_view("data", "data/")
    assert f'<a href="{licence.url}" rel="license">CC BY 4.0</a>' in html
    assert json.loads(export.files(Release(made, settings))["data/cases.json"])["license"] == licence.url


def test_the_page_lists_what_lies_beside_it_and_tells_of_each_field(site: Path) -> None:
    html = (site / "data" / "index.html").read_text("utf-8")
    links = Elements(html).links
    for each in downloads.DOWNLOADS:
        assert f"../{each.path}" in links
        assert (site / each.path).is_file()
        for column in each.columns:
            assert f">{column.name}</th>" in html
    assert "Udgiveren har ikke oplyst nogen licens" in html
