"""A case in short: what a card shows, what it says where nothing is told, and the order of lists."""

import pytest

from generator import cost
from generator.card import Card, card
from generator.catalogue import Catalogue
from generator.model import Figure, Financing, Gain, GainFigure
from generator.order import fullest_first, fullness
from generator.wording import FIRST, wording

FIGURE = GainFigure.model_construct(
    value=4.0, unit="timer", what="mere tid", period="2018", kind="opgjort", role="resultat"
)
GAIN = Gain.model_construct(type="tid", evidence="egen-opgoerelse", text="Tid.", figures=(FIGURE,))


def gain(**changes: object) -> Gain:
    return GAIN.model_copy(update=changes)


def shown(made: Catalogue, **changes: object) -> Card:
    case = made.by_slug["intet-oplyst"].model_copy(update=changes)
    return card(Catalogue([case], made.vocabulary), case)


def paid(**changes: object) -> Financing:
    amount = Figure.model_construct(
        value=2.0, unit="mio. kr.", what="i alt", period="2018", kind="opgjort"
    ).model_copy(update=changes)
    return Financing.model_construct(model=None, amounts=(amount,))


def test_a_card_has_at_most_three_marks_and_a_word_at_each(made: Catalogue) -> None:
    for case in made.cases:
        indicators = card(made, case).indicators
        assert len({each.about for each in indicators}) == len(indicators) <= 3
        assert all(each.word and each.symbol for each in indicators)


def test_untold_unmeasured_and_no_effect_are_three_things(made: Catalogue) -> None:
    untold = shown(made, gains=None)
    unmeasured = shown(made, gains=(gain(evidence="ikke-dokumenteret", figures=()),))
    lost = shown(made, gains=(gain(type=wording.slugs["no_gain"], figures=()),))
    assert [each.silence for each in (untold, unmeasured, lost)] == [
        wording.card["no_gain"],
        wording.card["unmeasured"],
        wording.card["no_effect"],
    ]
    assert [each.told for each in untold.indicators] == [False, False]
    assert [each.told for each in lost.indicators] == [True, True, False]


def test_a_headline_keeps_unit_period_and_kind(made: Catalogue) -> None:
    pair = FIGURE.model_copy(update={"before": 2.0, "before_qualifier": "ca."})
    told = shown(made, gains=(gain(figures=(pair,)),))
    assert told.headline
    assert (told.headline.before, told.headline.after, told.headline.unit) == ("ca. 2", "4", "timer")
    assert "2018" in told.headline.basis
    assert "opgjort" in told.headline.basis
    assert told.silence == ""


def test_the_marks_belong_to_the_figure_that_is_shown(made: Catalogue) -> None:
    told = shown(made, gains=(gain(type="borger", evidence="forventet"), GAIN))
    assert told.headline
    assert [each.word for each in told.indicators][:2] == ["Egen opgørelse", "Tid til kerneopgaven"]


@pytest.mark.parametrize(
    ("amount", "name"),
    [
        ({"value": 99_999, "unit": "kr."}, "Under 100.000 kr."),
        ({"value": 100_000, "unit": "kroner"}, "100.000 kr.–1 mio. kr."),
        ({"value": 1, "unit": "mio. kr."}, "1–10 mio. kr."),
        ({"value": 9, "to": 12, "unit": "mio. kr."}, "10–100 mio. kr."),
        ({"value": 500, "unit": "tkr."}, "100.000 kr.–1 mio. kr."),
        ({"value": 2, "unit": "mia. kr."}, "100 mio. kr. og derover"),
        ({"value": 4.6, "unit": "mio. kr. pr. år"}, "1–10 mio. kr. om året"),
        ({"value": 4.6, "unit": "mio. kr. årligt"}, "1–10 mio. kr. om året"),
    ],
)
def test_an_amount_falls_into_its_band(made: Catalogue, amount: dict[str, object], name: str) -> None:
    case = made.cases[0].model_copy(update={"financing": paid(**amount)})
    found = cost.cost(case)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "unit", ["kr. pr. døgn", "kr. pr. kommune", "pct.", "kr./borger", "timer", "kr. i timen"]
)
def test_the_price_of_a_unit_is_no_cost_of_the_whole(made: Catalogue, unit: str) -> None:
    assert cost.cost(made.cases[0].model_copy(update={"financing": paid(unit=unit)})) is None


@pytest.mark.parametrize(
    ("code", "unit", "told"),
    [
        ("da", "mio. kr. pr. år", "1–10 mio. kr. om året"),
        ("da", "million EUR", None),
        ("en", "million EUR", "1–10 million EUR"),
        ("en", "€ million", "1–10 million EUR"),
        ("en", "thousand euros a year", "Below 100,000 EUR a year"),
        ("en", "EUR per citizen", None),
        ("en", "million citizens", None),
        ("nb", "mill. kr i året", "1–10 mill. kr i året"),
        ("nb", "kr per innbygger", None),
    ],
)
def test_money_is_known_by_the_units_of_the_language(
    made: Catalogue, code: str, unit: str, told: str | None
) -> None:
    case = made.cases[0].model_copy(update={"financing": paid(value=1, unit=unit)})
    wording.speak(code)
    try:
        found = cost.cost(case)
        assert (found.name if found else None) == told
        assert cost.has_unit_price(case) == ("citizens" not in unit and (code, unit) != ("da", "million EUR"))
    finally:
        wording.speak(FIRST)


def test_there_are_five_bands_and_each_begins_where_the_last_ends() -> None:
    names = [cost.band_name(number) for number in range(len(cost.LIMITS) + 1)]
    assert len(set(names)) == len(names) == 5
    assert list(cost.LIMITS) == sorted(cost.LIMITS)


def test_what_is_told_of_the_cost_is_told_apart(made: Catalogue) -> None:
    def words(financing: Financing) -> str:
        return shown(made, financing=financing).indicators[-1].word

    assert words(paid()) == "1–10 mio. kr., opgjort"
    assert words(paid(unit="kr. pr. døgn")) == wording.card["unit_price"]
    assert words(paid(unit="pct.")) == wording.card["no_cost"]


def test_lists_begin_with_the_fullest_then_the_newest(made: Catalogue) -> None:
    order = made.listed
    assert {case.slug for case in order} == {case.slug for case in made.cases}
    keys = [(-fullness(case), -((case.period and case.period.start) or 0)) for case in order]
    assert keys == sorted(keys)
    assert order[-1].slug == "intet-oplyst"
    assert fullest_first(reversed(order)) == order
