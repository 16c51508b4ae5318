"""Texts that are searched as one are searched as each by itself."""

import re

import pytest

from generator.reading.joined import Joined
from generator.reading.warnings import _FOLDED

TEXTS = [
    "Jens - og Lis",
    "",
    "İİ 1. og - to",
    "A",
    "İ",
    "slut -",
    "- først",
    "a 12) b",
    "a 1x) b",
    "før. – efter",
]


@pytest.mark.parametrize("order", [TEXTS, TEXTS[::-1], [], ["a"]])
def test_each_text_is_found_where_it_stands(order: list[str]) -> None:
    for pattern in (re.compile("a"), re.compile(r"\bi"), re.compile("[0-9-]"), _FOLDED):
        alone = {place for place, text in enumerate(order) if pattern.search(text.lower())}
        assert Joined(order).having(pattern) == alone


def test_several_patterns_are_looked_for() -> None:
    assert Joined(["et", "to", "tre"]).having(re.compile("o"), re.compile("r")) == {1, 2}


def test_nothing_is_found_across_texts() -> None:
    assert not Joined(["1 2 3 4", "5 6 7 8"]).having(re.compile("4[^0-9]{0,3}5"))


def test_what_may_be_an_item_in_the_middle_of_a_line_is_found() -> None:
    former = re.compile(r" (?<=\S )(?:[-*+•·▪–]|[0-9]+[.)]) ")
    for before in ("", " ", "a", "a ", "a  ", "\n", "\n ", "1 ", "- "):
        for mark in ("-", "•", "–", "1.", "12)", "1", "12", "a.", "-1.", "1-", "1.-"):
            for after in ("", " ", " b", "b"):
                text = before + mark + after
                assert bool(_FOLDED.search(text)) == bool(former.search(text)), text
