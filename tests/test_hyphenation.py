"""Where the words of a printed text may be divided."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.printing.hyphenation import DIVISIBLE, SEAMS, printable
from helpers import speak


def text_of(printed: Any) -> str:
    """Return the text that pieces make together."""
    if isinstance(printed, str):
        return printed
    if printed is None:
        return ""
    if isinstance(printed, list):
        return "".join(map(text_of, printed))
    return text_of(printed.get("v", printed.get("h", printed.get("n"))))


def divided(printed: Any) -> list[str]:
    """Return the parts that may be divided with hyphens."""
    return [piece["h"] for piece in printed["v"] if isinstance(piece, dict) and "h" in piece]


def test_short_words_stay_whole() -> None:
    assert printable("Fælles lærlinge i to kommuner") == "Fælles lærlinge i to kommuner"


def test_a_long_word_may_be_divided() -> None:
    printed = printable("en kommunalbestyrelse her")
    assert divided(printed) == ["kommunalbestyrelse"]
    assert text_of(printed) == "en kommunalbestyrelse her"


@pytest.mark.parametrize("seam", [seam for seam in SEAMS if len(seam.replace("-", "")) >= DIVISIBLE])
def test_a_listed_compound_is_divided_at_its_seam_and_nowhere_else(seam: str) -> None:
    word = seam.replace("-", "")
    printed = printable(word)
    assert text_of(printed) == word
    ends = [len(text_of(printed["v"][: index + 1])) for index in range(len(printed["v"]))]
    places = [len(seam[:at].replace("-", "")) for at, letter in enumerate(seam) if letter == "-"]
    assert set(places) <= {end - 1 for end in ends} | {0}
    assert all(len(part) == 1 for part in divided(printed))


def test_what_is_known_of_one_language_divides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert divided(printable("en medarbejderdag")) != ["medarbejderdag"]
    speak(monkeypatch, "en")
    assert divided(printable("en medarbejderdag")) == ["medarbejderdag"]


@pytest.mark.parametrize("key", ["title", "unit", "lead"])
def test_no_word_of_a_heading_is_divided(key: str) -> None:
    assert printable({key: "kommunalbestyrelsens beslutning"}) == {key: "kommunalbestyrelsens beslutning"}


def test_an_address_breaks_after_its_marks_without_a_hyphen() -> None:
    address = "https://www.eksempel.dk/rapporter/2020/samarbejde?id=12"
    printed = printable(address)
    assert None in printed["v"]
    assert not divided(printed)
    assert text_of(printed) == address


def test_what_is_no_running_text_stays_as_it_is() -> None:
    data = {"url": "https://www.eksempel.dk/" + "a" * 60, "id": "tema-kommunalbestyrelse", "count": 3}
    assert printable(data) == data


@given(st.text(st.characters(exclude_categories=["C", "M"]), max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    wanted = unicodedata.normalize("NFC", text).replace("§ ", "§\N{NO-BREAK SPACE}")
    assert text_of(printable(text)) == wanted
