"""The ways of languages: dates, numbers, lists, order and addresses, in each that there is."""

import datetime

import pytest

from generator import text
from generator.locale import LOCALES, spoken
from generator.wording import LANGUAGES
from helpers import speak


@pytest.fixture(params=LOCALES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    speak(monkeypatch, request.param)
    return str(request.param)


def test_every_language_with_words_has_ways() -> None:
    assert set(LANGUAGES) == set(LOCALES)


def test_dates(language: str) -> None:
    expected = {"da": "3. maj 2026", "en": "3 May 2026", "nb": "3. mai 2026"}
    assert text.date(datetime.date(2026, 5, 3)) == expected[language]


def test_a_month_is_read_by_its_name(language: str) -> None:
    written = {"da": "3. marts 2026", "en": "3 March 2026", "nb": "3. mars 2026"}[language]
    assert text.typed_date(written) == datetime.date(2026, 3, 3)


def test_numbers(language: str) -> None:
    large, low = {
        "da": ("1.234,5", "−15,50"),
        "en": ("1,234.5", "−15.50"),
        "nb": ("1\N{NO-BREAK SPACE}234,5", "−15,50"),
    }[language]
    assert (text.number(1234.5), text.number(-15.5, 2)) == (large, low)
    assert text.decimals([15.75, 1200, None]) == 2
    assert text.size(1_234_567) == f"1{spoken().decimal_sign}2 MB"


def test_lists(language: str) -> None:
    both, either = {
        "da": ("a, b og c", "a eller b"),
        "en": ("a, b and c", "a or b"),
        "nb": ("a, b og c", "a eller b"),
    }[language]
    assert (text.enumeration(["a", "b", "c"]), text.enumeration(["a", "b"], "or")) == (both, either)


def test_order_and_initials(language: str) -> None:
    northern = ["Albertslund", "Vejle", "Zebra", "Ærø", "Ødsted", "Östersund", "Aabenraa", "Ålborg"]
    expected = {
        "da": (northern, "AVZÆØØÅÅ"),
        "nb": (northern, "AVZÆØØÅÅ"),
        "en": (
            ["Aabenraa", "Ærø", "Albertslund", "Ålborg", "Ødsted", "Östersund", "Vejle", "Zebra"],
            "AAAAOOVZ",
        ),
    }
    ordered = sorted(northern, key=text.sort_key)
    assert (ordered, "".join(map(text.initial, ordered))) == expected[language]
    assert text.initial("") == ""


def test_addresses(language: str) -> None:
    expected = {"da": "aeroe-aas-cafe", "en": "aero-as-cafe", "nb": "aero-as-cafe"}
    assert text.slugify("Ærø Ås: café") == expected[language]


def test_names_of_the_language(language: str) -> None:
    expected = {"da": ("da-DK", "dansk"), "en": ("en-GB", "English"), "nb": ("nb-NO", "norsk bokmål")}
    assert (spoken().tag, spoken().name) == expected[language]
