"""Near words: a slip is understood, and no word is ever turned round."""

import pytest

from generator.near import NO, is_opposite, nearest

GAINS = ["oekonomi", "tid", "faglighed", "borger"]
EVIDENCE = ["evalueret", "egen-opgoerelse", "forventet", "ikke-dokumenteret"]
STATUSES = ["under-forberedelse", "forsoeg", "i-drift", "afsluttet", "opgivet"]
PLACES = ["koebenhavn", "koege", "ringkoebing-skjern", "alleroed", "bornholm", "hoeje-taastrup"]


@pytest.mark.parametrize(
    ("word", "choices", "near"),
    [
        ("økonomi", GAINS, "oekonomi"),
        ("okonomi", GAINS, "oekonomi"),
        ("tids", GAINS, "tid"),
        ("borg", GAINS, "borger"),
        ("Faglighed", GAINS, "faglighed"),
        ("xyz", GAINS, None),
        ("", GAINS, None),
        ("evalueres", EVIDENCE, "evalueret"),
        ("egen", EVIDENCE, "egen-opgoerelse"),
        ("afslutet", STATUSES, "afsluttet"),
        ("Københavns Kommune", PLACES, "koebenhavn"),
        ("Bornholms Regionskommune", PLACES, "bornholm"),
        ("Ringkøbing–Skjern", PLACES, "ringkoebing-skjern"),
        ("Ringkøbing/Skjern Kommune", PLACES, "ringkoebing-skjern"),
        ("Høje Tåstrup", PLACES, "hoeje-taastrup"),
        ("alle", PLACES, None),
        ("skole", ["dagtilbud-og-skole"], "dagtilbud-og-skole"),
        ("itern", ["intern"], "intern"),
        ("udsate", ["udsatte"], "udsatte"),
    ],
)
def test_a_slip_is_understood(word: str, choices: list[str], near: str | None) -> None:
    assert nearest(word, choices) == near


@pytest.mark.parametrize(
    ("word", "choices"),
    [
        ("dokumenteret", EVIDENCE),
        ("veldokumenteret", EVIDENCE),
        ("uevalueret", EVIDENCE),
        ("ikke evalueret", EVIDENCE),
        ("ikke forventet", EVIDENCE),
        ("ikke egen opgørelse", EVIDENCE),
        ("uafsluttet", STATUSES),
        ("u-afsluttet", STATUSES),
        ("ikke i drift", STATUSES),
        ("aldrig opgivet", STATUSES),
        ("uden tid", GAINS),
        ("ingen økonomi", GAINS),
        ("manglende faglighed", GAINS),
        ("nej", ["helt", "delvist", "ikke"]),
        ("formel", ["uformel"]),
        ("direkte", ["indirekte"]),
        ("tilfreds", ["utilfreds"]),
    ],
)
def test_no_word_is_turned_round(word: str, choices: list[str]) -> None:
    assert nearest(word, choices) is None


@pytest.mark.parametrize(
    "word", ["udokumenteret", "ikke dokumenteret", "ikke-dokumentret", "dokumenteret ikke"]
)
def test_a_no_in_other_words_is_understood(word: str) -> None:
    assert nearest(word, EVIDENCE) == "ikke-dokumenteret"


@pytest.mark.parametrize("no", NO)
@pytest.mark.parametrize("word", [*GAINS, *EVIDENCE[:3], *STATUSES])
def test_every_no_turns_every_word_round(no: str, word: str) -> None:
    assert is_opposite(f"{no}-{word}", word)
    assert is_opposite(word, f"{no}-{word}")
    assert not is_opposite(word, word)
