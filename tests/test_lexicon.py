"""What the search knows of each language: forms of one word have one stem, and compounds are taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.danish import DANISH
from generator.search.english import ENGLISH
from generator.search.language import Language
from generator.search.lexicon import Lexicon
from generator.search.morphology import Morphology
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


@pytest.mark.parametrize("language", [DANISH, ENGLISH, NORWEGIAN], ids=["da", "en", "nb"])
def test_many_words_have_the_stems_that_each_has(language: Language) -> None:
    words = [*language.forms.replace(",", " ").split(), *language.light.split(), *language.stop_words]
    assert language.stems(words) == [language.stem(word) for word in words]


@pytest.mark.parametrize("language", [DANISH, ENGLISH, NORWEGIAN], ids=["da", "en", "nb"])
@given(text=st.text(st.characters() | st.sampled_from("12. ,½\n\u0308aeåßΣ-")))
def test_many_words_have_the_spelling_that_each_has(language: Language, text: str) -> None:
    words = language.words(language.lowered(text))
    assert language.each_canonical(words) == [language.canonical(word) for word in words]


@pytest.mark.parametrize("language", [DANISH, NORWEGIAN], ids=["da", "nb"])
def test_a_compound_is_known_by_the_words_that_texts_have(language: Language) -> None:
    assert parts(language, {"skole": 5, "elever": 5, "hjem": 3}, "skoleelever") == ["skole", "elever"]
    assert parts(language, {"skole": 5, "elever": 5, "hjem": 3}, "skolebestyrelse") == []


def test_a_compound_is_known_by_the_words_inside_its_words_too() -> None:
    found = parts(DANISH, {"hjemmepleje": 5, "hjemme": 3, "pleje": 4, "gruppe": 2}, "hjemmeplejegruppe")
    assert found == ["hjemmepleje", "gruppe", "hjemme", "pleje"]


def test_english_writes_its_compounds_apart() -> None:
    assert parts(ENGLISH, {"school": 5, "house": 5}, "schoolhouse") == []


def parts(language: Language, counts: dict[str, int], word: str) -> list[str]:
    """Return the words inside a word, where texts have some words so often."""
    morphology = Morphology(language)
    _, inside = Lexicon(morphology, counts).parts(morphology.look([word]))
    return [morphology.names[number] for number in inside.tolist()]
