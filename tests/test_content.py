"""The real cases: every entry of the sources is in, and what they say keeps to the catalogue's rules."""

from pathlib import Path

import pytest
import yaml

from conftest import CASES
from generator.catalogue import Catalogue, figures
from generator.reading.folder import examine

COVERAGE = yaml.safe_load((Path(__file__).parent / "coverage.yaml").read_text("utf-8"))
ENTRIES = [(source, entry, slug) for source, entries in COVERAGE.items() for entry, slug in entries.items()]
COUNTS = {
    "kl-casekatalog": 14,
    "mandag-morgen-2013": 18,
    "bachelor-taarnby": 31,
    "master-koblingskompetence": 9,
    "fremfaerd-magasin": 15,
}


def test_every_source_is_covered_whole() -> None:
    assert {source: len(entries) for source, entries in COVERAGE.items()} == COUNTS


@pytest.mark.parametrize(("source", "entry", "slug"), ENTRIES)
def test_entry_is_in_a_case_that_names_its_source(
    catalogue: Catalogue, source: str, entry: str, slug: str
) -> None:
    case = catalogue.by_slug[slug]
    assert source in {reference.source for reference in case.sources}, entry


def test_no_case_of_a_shared_source_is_without_an_entry(catalogue: Catalogue) -> None:
    shared = {case.slug for case in catalogue.cases if catalogue.tags(case, "source")}
    assert shared == {slug for _, _, slug in ENTRIES}


def test_expected_sums_are_not_told_as_results(catalogue: Catalogue) -> None:
    hjoerring = catalogue.by_slug["hjoerring-modellen"]
    sums = {figure.value: figure.kind for figure in figures(hjoerring) if "2019" in (figure.period or "")}
    assert sums[168] == sums[158] == sums[326] == "forventet"


@pytest.mark.parametrize(
    "slug",
    [
        "hjoerring-modellen",
        "aabenraa-modellen",
        "gladsaxe-familieomraadet",
        "mad-til-hver-dag",
        "faellesindkoeb-fyn",
    ],
)
def test_cases_with_numbers_over_time_have_a_table(catalogue: Catalogue, slug: str) -> None:
    assert catalogue.by_slug[slug].series


def test_hjoerrings_table_adds_up(catalogue: Catalogue) -> None:
    rows = catalogue.by_slug["hjoerring-modellen"].series[0].rows
    sums = [round(sum(float(row[column] or 0) for row in rows), 1) for column in (1, 2, 3)]
    assert sums == [158.0, 326.0, 168.0]


def test_budget_years_are_marked_in_a_table(catalogue: Catalogue) -> None:
    assert catalogue.by_slug["hjoerring-modellen"].series[0].rows[-1][0] == "2019 (budget)"


@pytest.mark.parametrize("slug", ["gladsaxe-familieomraadet", "styringspanel-varde"])
def test_damaged_charts_give_no_kroner(catalogue: Catalogue, slug: str) -> None:
    case = catalogue.by_slug[slug]
    assert not any(figure.is_money for figure in figures(case))
    assert not any("kr" in table.unit for table in case.series)


def test_a_number_lost_with_its_chart_is_left_empty(catalogue: Catalogue) -> None:
    shares = catalogue.by_slug["mad-til-hver-dag"].series[0].rows
    assert [row[1:] for row in shares] == [(80, 15, 5), (87, 11, None)]


def test_no_case_warns_of_anything() -> None:
    assert examine(CASES).warnings == ()
