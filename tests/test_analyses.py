"""A word is found by its stem, by the words inside it, and, more faintly, by what means the same."""

import pytest

from generator.search.analyses import analyses
from generator.search.danish import DANISH
from generator.search.lexicon import Lexicon
from generator.search.morphology import Morphology

WORDS = {"skole": 4, "skoler": 3, "elever": 2, "skoleelever": 1, "og": 9}
SYNONYMS = {"skol": "~1", "elev": "~1 ≈2", "ny by": "~3"}


def found(word: str) -> dict[str, float]:
    """Return what finds a word among the others: each term, and its share of the word's weight."""
    morphology = Morphology(DANISH)
    lexicon = Lexicon(morphology, WORDS)
    said = [*WORDS, "ny by"]
    told = analyses(said, morphology, lexicon, SYNONYMS)
    ends = told.sizes.cumsum().tolist()
    place = said.index(word)
    part = slice(ends[place] - told.sizes.tolist()[place], ends[place])
    terms = (told.names[number] for number in told.found[part].tolist())
    return dict(zip(terms, told.shares[part].round(2).tolist(), strict=True))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("skoler", {"skol": 1.0, "~1": 0.6}),
        ("elever", {"elev": 1.0, "~1": 0.6, "≈2": 0.6}),
        ("skoleelever", {"skoleelev": 1.0, "skol": 0.7, "elev": 0.7, "~1": 0.42, "≈2": 0.42}),
        ("og", {}),
        ("ny by", {"~3": 0.6}),
    ],
)
def test_what_finds_a_word(word: str, expected: dict[str, float]) -> None:
    assert found(word) == expected
