"""What the search knows of each language: forms of one word have one stem, and compounds are taken apart."""

import pytest

from generator.search.danish import DANISH
from generator.search.english import ENGLISH
from generator.search.language import Language
from generator.search.lexicon import Lexicon
from generator.search.norwegian import NORWEGIAN


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (ENGLISH, "organise organises organising organize"),
        (ENGLISH, "school schools"),
        (NORWEGIAN, "kommune kommunen kommuner kommunene"),
        (DANISH, "kommune kommunen kommuner kommunerne"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: Language, forms: str) -> None:
    assert len({language.stem(language.canonical(word)) for word in forms.split()}) == 1


@pytest.mark.parametrize("language", [DANISH, NORWEGIAN], ids=["da", "nb"])
def test_a_compound_is_known_by_the_words_that_texts_have(language: Language) -> None:
    lexicon = Lexicon(language, {"skole": 5, "elever": 5, "hjem": 3})
    assert lexicon.parts(["skoleelever"]) == {"skoleelever": ("skole", "elever")}
    assert lexicon.splits(["skolebestyrelse"]).keys() == {"skoleelever"}


def test_english_writes_its_compounds_apart() -> None:
    assert Lexicon(ENGLISH, {"school": 5, "house": 5}).splits(["schoolhouse"]) == {}
