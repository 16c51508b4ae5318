"""Danish text: addresses, order, numbers and dates; other languages are in test_locale."""

import datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.text import is_money as says_money


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Hjørring-modellen", "hjoerring-modellen"),
        ("  Ældre & Sundhed: Å! ", "aeldre-sundhed-aa"),
        ("A\u030aben", "aaben"),
        ("ro\u0338d", "roed"),
        ("Café Zürich", "cafe-zurich"),
        ("§ 60-fællesskab", "60-faellesskab"),
        ("../../etc", "etc"),
        ("日本", ""),
    ],
)
def test_slugify(written: str, slug: str) -> None:
    assert text.slugify(written) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(written: str) -> None:
    slug = text.slugify(written)
    assert text.slugify(slug) == slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_sort_key_follows_the_danish_alphabet() -> None:
    names = [
        "Zebra",
        "Ærø",
        "Ødsted",
        "Aabenraa",
        "Ålborg",
        "Aarhus",
        "Albertslund",
        "Øster",
        "æble",
        "Vejle",
    ]
    assert sorted(names, key=text.sort_key) == [
        "Albertslund", "Vejle", "Zebra", "æble", "Ærø", "Ødsted", "Øster", "Aabenraa", "Ålborg", "Aarhus"
    ]  # fmt: skip


def test_sort_key_counts_and_ignores_accents() -> None:
    assert sorted(["Sag 10", "Sag 9", "Ság 8"], key=text.sort_key) == ["Ság 8", "Sag 9", "Sag 10"]


@pytest.mark.parametrize(
    ("value", "written"),
    [(1234.5, "1.234,5"), (0, "0"), (-15.5, "−15,5"), (326.0, "326"), (1_000_000, "1.000.000"), (0.1, "0,1")],
)
def test_number(value: float, written: str) -> None:
    assert text.number(value) == written


def test_a_small_count_is_written_in_letters() -> None:
    assert [text.in_words(count) for count in (2, 4, 10, 11)] == ["to", "fire", "ti", "11"]


def test_date() -> None:
    assert text.date(datetime.date(2026, 5, 3)) == "3. maj 2026"


@pytest.mark.parametrize(
    "written",
    [
        "3/5-2026",
        "3/5 2026",
        "03.05.2026",
        "d. 3/5-2026",
        "den 3. maj 2026",
        "3.maj 2026",
        "3. maj, 2026",
        "2026-5-3",
        "2026/05/03",
        "2026-05-03T10:00:00+02:00",
        "2026-05-03T00:00:00.000Z",
    ],
)
def test_a_date_is_read_as_danes_and_systems_write_it(written: str) -> None:
    assert text.typed_date(written) == datetime.date(2026, 5, 3)


@pytest.mark.parametrize("written", ["maj 2026", "31/4 2026", "2026", "3 2026", "i går", "den"])
def test_what_is_no_whole_date_is_none(written: str) -> None:
    assert text.typed_date(written) is None


def test_enumeration() -> None:
    assert [text.enumeration(list("abc")[:n]) for n in range(4)] == ["", "a", "a og b", "a, b og c"]
    assert text.enumeration(["a", "b"], "or") == "a eller b"


def test_initial_is_the_letter_of_the_dictionary() -> None:
    words = ["Aarhus", "ældre", "Én plan", "Ødsted", "zebra"]
    assert [text.initial(word) for word in words] == ["Å", "Æ", "E", "Ø", "Z"]


def test_numbers_below_each_other_have_the_same_decimals() -> None:
    column = [15.7, 37.0, None, 1200, "x"]
    assert text.decimals(column) == 1
    assert [text.number(value, 1) for value in (15.7, 37.0, 1200)] == ["15,7", "37,0", "1.200,0"]
    assert text.decimals([]) == text.decimals([1, 2.0]) == 0


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))))
def test_quoted_text_is_read_back_unchanged(written: str) -> None:
    assert yaml.safe_load(text.quoted(written)) == written


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("10,5", "10.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("10.5", "10.5"),
        ("−3", "-3"),
        ("1 000", "1000"),
        ("2,125", "2.1250"),
        ("0,125", "0.125"),
        ("-,5", "-0.5"),
        ("00,5", "0.5"),
        (",", None),
        ("ti", None),
        ("1,2,3", None),
        ("", None),
    ],
)
def test_typed_number(written: str, number: str | None) -> None:
    assert text.typed_number(written) == number


@pytest.mark.parametrize(
    ("unit", "is_money"),
    [
        *(
            (unit, True)
            for unit in (
                "kr.",
                "kr",
                "Kr.",
                "kroner",
                "mio. kr.",
                "mio.kr.",
                "mio kr pr. år",
                "t.kr.",
                "tkr.",
            )
        ),
        *(
            (unit, True)
            for unit in (
                "mkr",
                "mia. kr.",
                "DKK",
                "tDKK",
                "DKK pr. borger",
                "kr./år",
                "2019-kroner",
                "milliardkroner",
            )
        ),
        *(
            (unit, False)
            for unit in ("borgere", "krav", "mio. borgere", "pct.", "euro", "krops", "kredse", "krisecentre")
        ),
    ],
)
def test_money_in_every_spelling(unit: str, is_money: bool) -> None:
    assert says_money(unit) == is_money


@pytest.mark.parametrize(
    ("written", "most", "shown"),
    [
        ("Fælles bad", 10, "Fælles bad"),
        ("Fælles, bad og mad", 10, "Fælles …"),
        ("Sundhedsaftale", 10, "Sundhedsa…"),
    ],
)
def test_a_text_is_shortened_after_a_whole_word(written: str, most: int, shown: str) -> None:
    assert text.shortened(written, most) == shown
