"""What numbers are, and what their series says in a sentence."""

import pytest

from generator.charts.headlines import Course, described, headline
from generator.charts.traits import column, difference, is_by_year, is_expected, labels, noted, number
from generator.series import Series


def series(columns: tuple[str, ...], *rows: tuple[object, ...]) -> Series:
    return Series.model_validate({"title": "Tal", "unit": "mio. kr.", "columns": columns, "rows": rows})


NET = series(
    ("År", "Ud", "Ind", "Netto"), ("2017", 10, 11, 1), ("2018", 10, 12, 2), ("2019 (budget)", 10, 15, 5)
)


def test_labels_tell_years_and_what_is_not_measured_yet() -> None:
    assert is_by_year(labels(NET)) and not is_by_year(("2018", "I alt"))
    assert noted("2019 (budget)") == ("2019", "budget") and noted("2019") == ("2019", "")
    assert is_expected("Måltal 2025") and not is_expected("Målt i 2025")


def test_a_column_is_the_difference_of_two_only_where_all_rows_agree() -> None:
    assert difference(NET) == 3
    assert difference(series(("År", "Ud", "Ind", "Netto"), ("2018", 10, 12, 2), ("2019", 10, 15, 8))) is None
    assert difference(series(("År", "Ud", "Ind", "Netto"), ("2018", 10, None, 2))) is None
    assert difference(series(("År", "Ud"), ("2018", 10))) is None


def test_a_cell_without_a_number_has_none() -> None:
    assert column(series(("År", "Ud"), ("2018", 10), ("2019", None)), 1) == (10, None)
    assert number("ikke oplyst") is None and number(0) == 0


def test_what_was_only_expected_is_no_change() -> None:
    course = Course("Ud", (("2017", 10.0), ("2018", 5.0), ("2019 (budget)", 99.0)))
    assert [label for label, _ in course.measured] == ["2017", "2018"]
    assert course.change == 0.5
    assert course.said(5.25) == "5,25"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (NET, "Netto gik fra 1 i 2017 til 2 i 2018. Budget for 2019: 5"),
        (
            series(("År", "Ud"), ("2018", 10), ("2019", None), ("2020", 7.5)),
            "Ud gik fra 10,0 i 2018 til 7,5 i 2020",
        ),
        (series(("Område", "Svar"), ("Nord", 3)), "Svar: 3"),
        (
            series(("Område", "Før", "Efter"), ("Nord", 3, 5), ("Syd", 4, 9)),
            "Efter er størst i alle grupper: 5 til 9",
        ),
        (series(("Område", "Før", "Efter"), ("Nord", 7, 5), ("Syd", 4, 9)), "Størst er Efter for Syd: 9"),
    ],
)
def test_the_headline_follows_from_the_numbers(shown: Series, said: str) -> None:
    assert said in headline(shown)


def test_a_chart_in_words_names_unit_ends_and_the_table() -> None:
    assert described(NET) == (
        "Søjlediagram: Tal, mio. kr. Ud: fra 10 (2017) til 10 (2019 (budget)). Ind: fra 11 (2017) til 15 "
        "(2019 (budget)). Netto: fra 1 (2017) til 5 (2019 (budget)). Alle tal står i tabellen under diagrammet."
    )
