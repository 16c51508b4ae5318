"""Lists of words say what the browser reads, and name each term as readers write it."""

from collections.abc import Iterator

import pytest

from generator.search.said import Document, Reader
from generator.search.tokens import Words, array_of
from generator.search.word_list import RELATED, SAME, front_coded, word_list


def unfolded(coded: Iterator[str]) -> Iterator[str]:
    before = ""
    for entry in coded:
        before = before[: int(entry[0], 36)] + entry[1:]
        yield before


@pytest.mark.parametrize(
    "terms",
    [
        [],
        ["a"],
        ["", "a", "ab", "b"],
        ["skol", "skole", "skoler"],
        ["x" * 34 + "a", "x" * 35 + "a", "x" * 35 + "b", "x" * 60],
        ["ældre", "ældste", "ø"],
    ],
)
def test_terms_are_read_as_they_were_written(terms: list[str]) -> None:
    assert [*unfolded(front_coded(terms))] == terms


def test_each_term_is_shown_as_the_commonest_of_its_words_or_as_it_is() -> None:
    words = Words()
    for text in ("skoler skoler skolen æblet", "og skolen skoler"):
        words.add(Reader({}).read(Document("", text=text)))
    written, terms = words.written(), ["inden", "skol", "æbl", f"{SAME}1", f"{RELATED}2"]
    numbers = {"skoler": 1, "skolen": 1, "æblet": 2, "og": -1}
    own = array_of(numbers[name] for name in written.names)
    found = word_list(written, own, terms, array_of([1, 2, 1, 9, 9]))
    assert [*unfolded(iter(found["terms"].split()))] == ["inden", "skol", "æbl"]
    assert found["shown"].split(" ") == ["", "er", "et"]
    assert found["common"] == "121"


def test_a_word_that_does_not_begin_with_its_term_is_shown_whole() -> None:
    words = Words()
    words.add(Reader({}).read(Document("", text="mænd")))
    found = word_list(words.written(), array_of([0]), ["mand"], array_of([1]))
    assert found["shown"] == "!mænd"
