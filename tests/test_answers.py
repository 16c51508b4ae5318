"""What a case answers of the fixed questions: the rules, one by one."""

from typing import Any

import pytest

from generator.answers import KNOWN, PARTLY, UNTOLD, answers, profile, told
from generator.catalogue import Catalogue


def answer(catalogue: Catalogue, question: str, **changed: Any) -> tuple[str, str]:
    case = catalogue.by_slug["alt-i-brug"]
    found = answers(case.model_copy(update=changed), catalogue.vocabulary)
    (one,) = (each for each in found if each.question.slug == question)
    return one.degree, one.reason


def test_a_silent_source_answers_nothing(made: Catalogue) -> None:
    found = answers(made.by_slug["intet-oplyst"], made.vocabulary)
    assert [each.question.slug for each in found] == [*made.vocabulary["questions"]]
    assert {each.degree for each in found} == {UNTOLD}
    assert told(made.by_slug["intet-oplyst"], made.vocabulary) == ()


def test_only_what_others_have_examined_is_a_known_effect(made: Catalogue) -> None:
    gains = made.by_slug["alt-i-brug"].gains or ()
    for evidence in made.vocabulary["evidence"]:
        only = (gains[0].model_copy(update={"evidence": evidence}),)
        degree, reason = answer(made, "virkning", gains=only)
        assert degree == (KNOWN if evidence == "evalueret" else PARTLY)
        assert made.term("evidence", evidence).name.lower() in reason
    assert answer(made, "virkning", gains=None) == (UNTOLD, "Kilden nævner ingen gevinst")


@pytest.mark.parametrize(
    ("changed", "degree", "reason"),
    [
        ({}, KNOWN, "2 drivkræfter og formålet"),
        ({"purpose": None}, PARTLY, "2 drivkræfter, men ikke formålet"),
        ({"drivers": None}, PARTLY, "Formålet, men ingen drivkræfter"),
        ({"drivers": None, "purpose": None}, UNTOLD, "Hverken formål eller drivkræfter"),
    ],
)
def test_background(made: Catalogue, changed: dict[str, Any], degree: str, reason: str) -> None:
    assert answer(made, "baggrund", **changed) == (degree, reason)


def test_conditions_are_known_when_all_that_stood_in_the_way_was_met(made: Catalogue) -> None:
    barriers = made.by_slug["alt-i-brug"].barriers or ()
    met = tuple(barrier for barrier in barriers if barrier.remedy)
    assert answer(made, "vilkaar") == (PARTLY, "2 barrierer, 1 med modtræk")
    assert answer(made, "vilkaar", barriers=met) == (KNOWN, "1 barriere, 1 med modtræk")
    unmet = tuple(barrier for barrier in barriers if not barrier.remedy)
    assert answer(made, "vilkaar", barriers=unmet) == (PARTLY, "1 barriere, ingen med modtræk")
    assert answer(made, "vilkaar", barriers=None) == (UNTOLD, "Kilden nævner ingen barrierer")


def test_advice_that_editors_draw_is_not_the_sources(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    assert case.derived_advice
    assert answer(made, "fremgangsmaade")[0] == KNOWN
    assert answer(made, "fremgangsmaade", advice=())[0] == PARTLY
    assert answer(made, "fremgangsmaade", organisation=None)[0] == PARTLY
    assert answer(made, "fremgangsmaade", organisation=None, advice=())[0] == UNTOLD


def test_a_price_is_known_when_kroner_are_counted_or_agreed(made: Catalogue) -> None:
    financing = made.by_slug["alt-i-brug"].financing
    assert financing

    def priced(**changed: Any) -> str:
        amounts = (financing.amounts[0].model_copy(update=changed),)
        return answer(made, "pris", financing=financing.model_copy(update={"amounts": amounts}))[0]

    assert priced(kind="opgjort", unit="mio. kr.") == priced(kind="aftalt", unit="tkr. om året") == KNOWN
    assert priced(kind="forventet", unit="mio. kr.") == PARTLY
    assert priced(kind="aftalt", unit="kr. pr. borger") == PARTLY
    assert priced(kind="opgjort", unit="årsværk") == UNTOLD
    nothing = financing.model_copy(update={"amounts": ()})
    assert answer(made, "pris", financing=nothing) == (
        UNTOLD,
        "Finansieringen er nævnt, men intet beløb i kroner",
    )
    assert answer(made, "pris", financing=None)[0] == UNTOLD


def test_every_case_answers_every_question_and_is_found_by_what_it_tells(catalogue: Catalogue) -> None:
    for case in catalogue.cases:
        found = answers(case, catalogue.vocabulary)
        assert [each.question.slug for each in found] == [*catalogue.vocabulary["questions"]]
        assert all(each.reason for each in found)
        telling = {each.question.slug for each in found if each.degree != UNTOLD}
        assert telling == {
            slug for slug in catalogue.terms("told") if case in catalogue.cases_with("told", slug)
        }


def test_a_profile_counts_each_case_once_for_each_question(catalogue: Catalogue) -> None:
    for theme in catalogue.terms("theme"):
        cases = catalogue.cases_with("theme", theme)
        for row in profile(cases, catalogue.vocabulary):
            telling = catalogue.cases_with("told", row.question.slug)
            assert row.told == sum(case in telling for case in cases)
            assert row.cases == len(cases) and row.known <= row.told
