"""A case at a glance: the gain that is shown best, the numbers beside it, and the doubts."""

import pytest

from generator.catalogue import Catalogue
from generator.glance import NUMBERS, Glance, glance
from generator.model import Case


def brief(catalogue: Catalogue, case: Case | str) -> Glance:
    return glance(catalogue, catalogue.by_slug[case] if isinstance(case, str) else case)


def test_a_silent_source_claims_nothing(made: Catalogue) -> None:
    assert brief(made, "intet-oplyst") == Glance(None, (), "")


def test_the_best_documented_gain_is_told_by_its_result_or_its_text(made: Catalogue) -> None:
    claim = brief(made, "psykiatri-under-samme-tag").claim
    assert claim and claim.type.name == "Borger"
    assert claim.figure and claim.figure.value == 18 and not claim.text
    bare = brief(made, "unge-i-laere").claim
    assert bare and not bare.figure and bare.text == "Lærlingene ser flere slags arbejde."


def test_the_numbers_are_money_first_and_never_the_headline_again(catalogue: Catalogue) -> None:
    for case in catalogue.cases:
        found = brief(catalogue, case)
        figures = [number.figure for number in found.numbers]
        assert len(figures) <= NUMBERS
        if found.claim:
            assert found.claim.figure not in figures, case.slug
        if case.financing and case.financing.amounts:
            assert figures[0] == case.financing.amounts[0], case.slug
        for number in found.numbers:
            gains = [gain for gain in case.gains or () if number.figure in gain.figures]
            assert (number.evidence is None) == (not gains), case.slug
            if number.evidence:
                assert number.evidence.slug in {gain.evidence for gain in gains}, case.slug


@pytest.mark.parametrize(("count", "told"), [(0, ""), (1, "1 forbehold"), (3, "3 forbehold")])
def test_doubts_are_counted(made: Catalogue, count: int, told: str) -> None:
    case = made.by_slug["alt-i-brug"].model_copy(update={"caveats": ("Et tal er usikkert.",) * count})
    assert brief(made, case).doubts == told
