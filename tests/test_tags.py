"""Values with a rank and values that are silent."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator import evidence
from generator.catalogue import Catalogue
from generator.unstated import says_unstated
from generator.values import Unstated, stated


def test_gains_are_ranked_by_how_well_they_are_documented(made: Catalogue) -> None:
    known = made.vocabulary
    strong, *_, weak = evidence.strengths(known)
    assert evidence.grade(known, weak) == 1 and evidence.grade(known, strong) == len(known["evidence"])
    assert evidence.is_weakest(known, weak) and not evidence.is_weakest(known, None)
    gains = made.by_slug["alt-i-brug"].gains or ()
    assert evidence.strongest(known, gains) is gains[0] and evidence.strongest(known, ()) is None
    assert [evidence.rank(known, gain) for gain in gains] == sorted(
        evidence.rank(known, gain) for gain in gains
    )


@pytest.mark.parametrize("text", ["ikke oplyst", " Ikke oplyst. "])
def test_a_value_may_say_that_nothing_is_told(text: str) -> None:
    assert says_unstated(text) and not says_unstated("ikke oplyst i kilden")
    assert TypeAdapter(Annotated[int | None, Unstated()]).validate_python(text) is None
    with pytest.raises(PydanticCustomError):
        stated(text)


def test_what_is_told_is_still_checked() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Annotated[int | None, Unstated()]).validate_python("mange")
    assert stated("noget") == "noget"
