"""The real cases: every entry of the sources is in, and no number says more than its source.

A new case, other words and another address leave all of it true.
"""

from pathlib import Path

import pytest
import yaml

from generator.catalogue import Catalogue
from generator.model import Case
from generator.reading.folder import examine
from helpers import CASES, figures

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


@pytest.fixture(scope="module")
def by_address(catalogue: Catalogue) -> dict[str, Case]:
    """The cases by every address that leads to them, former ones too."""
    return {slug: case for case in catalogue.cases for slug in (case.slug, *case.aliases)}


@pytest.mark.parametrize(("source", "entry", "slug"), ENTRIES)
def test_entry_is_in_a_case_that_names_its_source(
    by_address: dict[str, Case], source: str, entry: str, slug: str
) -> None:
    assert source in {reference.source for reference in by_address[slug].sources}, entry


def test_expected_sums_are_not_told_as_results(by_address: dict[str, Case]) -> None:
    hjoerring = by_address["hjoerring-modellen"]
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
def test_cases_with_numbers_over_time_have_a_table(by_address: dict[str, Case], slug: str) -> None:
    assert by_address[slug].series


def test_hjoerrings_table_adds_up(by_address: dict[str, Case]) -> None:
    rows = by_address["hjoerring-modellen"].series[0].rows
    sums = [round(sum(float(row[column] or 0) for row in rows), 1) for column in (1, 2, 3)]
    assert sums == [158.0, 326.0, 168.0]


def test_budget_years_are_marked_in_a_table(by_address: dict[str, Case]) -> None:
    assert by_address["hjoerring-modellen"].series[0].rows[-1][0] == "2019 (budget)"


@pytest.mark.parametrize("slug", ["gladsaxe-familieomraadet", "styringspanel-varde"])
def test_damaged_charts_give_no_kroner(by_address: dict[str, Case], slug: str) -> None:
    case = by_address[slug]
    assert not any(figure.is_money for figure in figures(case))
    assert not any("kr" in table.unit for table in case.series)


def test_a_number_lost_with_its_chart_is_left_empty(by_address: dict[str, Case]) -> None:
    shares = by_address["mad-til-hver-dag"].series[0].rows
    assert [row[1:] for row in shares] == [(80, 15, 5), (87, 11, None)]


def test_no_case_warns_of_anything() -> None:
    assert examine(CASES).warnings == ()
