"""Near words: a slip is understood, and no word is ever turned round."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.distance import likeness, slips
from generator.near import is_opposite, nearest, negations
from generator.reading.folder import load_vocabulary
from generator.reading.hints import choice, one_of
from generator.text import slugify
from generator.values import other_qualifiers, qualifiers

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
    ("word", "other", "count"),
    [
        ("tid", "tid", 0),
        ("tid", "tids", 1),
        ("tid", "ti", 1),
        ("tid", "tod", 1),
        ("tid", "tdi", 1),
        ("", "tid", 3),
        ("borger", "brogre", 2),
        ("sundhed", "sund", 3),
    ],
)
def test_slips_of_the_finger_are_counted(word: str, other: str, count: int) -> None:
    for most in range(9):
        assert slips(word, other, most) == slips(other, word, most) == min(count, most + 1)


@given(st.text("abå-", max_size=8), st.text("abå-", max_size=8), st.integers(0, 4))
def test_no_slip_is_passed_over(word: str, other: str, most: int) -> None:
    assert slips(word, other, most) == min(slips(word, other, 99), most + 1)


def test_likeness_is_the_part_that_no_slip_touches() -> None:
    assert likeness("koordinering", "koordniering") == 1 - 1 / 12
    assert likeness("tid", "tids", 0.75) == 0.75
    assert likeness("tid", "tids", 0.76) == 0
    assert likeness("tid", "bo") == 0
    assert likeness("", "") == 1


def test_two_letters_that_are_swapped_hide_no_word() -> None:
    for name, terms in VOCABULARY.items():
        for slug in (slug for slug in terms if not set(slug.split("-")) & set(negations())):
            at = len(slug) // 2
            swapped = slug[: at - 1] + slug[at] + slug[at - 1] + slug[at + 1 :]
            assert len(slug) < 5 or VOCABULARY.nearest(name, swapped) == slug, (name, swapped)


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


@pytest.mark.parametrize("no", negations())
@pytest.mark.parametrize("word", [*GAINS, *EVIDENCE[:3], *STATUSES])
def test_every_no_turns_every_word_round(no: str, word: str) -> None:
    assert is_opposite(f"{no}-{word}", word)
    assert is_opposite(word, f"{no}-{word}")
    assert not is_opposite(word, word)


VOCABULARY = load_vocabulary(Path(__file__).parent.parent / "cases" / "vocabulary")[0]
OWN_WORDS = {
    ("gains", "figures", "kind"): {
        "opgjort": "målt maalt Målt registreret optalt talt konstateret realiseret opnået faktisk regnskab opgjordt",
        "anslaaet": "skønnet estimeret vurderet anslag anslåt",
        "forventet": "budget budgetteret prognose planlagt mål forventning",
        "aftalt": "besluttet bevilget kontrakt takst aftale aftalte",
        "": "beregnet afholdt ansat antaget ukendt målet",
    },
    ("gains", "figures", "role"): {
        "resultat": "effekt udbytte resultater resulat",
        "udgangspunkt": "før baseline nulpunkt",
        "indsats": "input aktivitet deltagere",
        "sammenligning": "kontrolgruppe benchmark landsgennemsnit",
        "": "output mål midtvejs",
    },
    ("gains", "evidence"): {
        "evalueret": "evaluering forskning evalueres",
        "egen-opgoerelse": "egen-evaluering selvevaluering intern-evaluering egne-tal egen",
        "forventet": "prognose budget forventning",
        "ikke-dokumenteret": "udokumenteret påstået anekdotisk ikke-målt",
        "": "dokumenteret målt ikke-evalueret god",
    },
    ("status",): {
        "under-forberedelse": "planlagt besluttet ikke-startet forberedelse",
        "forsoeg": "pilot projekt afprøvning forsøg",
        "i-drift": "drift implementeret permanent idrift",
        "afsluttet": "færdig gennemført afslutet",
        "opgivet": "stoppet nedlagt droppet",
        "": "i-gang udgivet fortsat besluttes ikke-afsluttet uafsluttet indstillet startet",
    },
    ("level",): {
        "statslig": "staten national",
        "regional": "region hospital",
        "kommunal": "kommune lokal",
        "": "eu",
    },
}


@pytest.mark.parametrize("path", OWN_WORDS, ids="-".join)
def test_editors_own_words_are_understood_and_never_turned_round(path: tuple[str, ...]) -> None:
    for meant, words in OWN_WORDS[path].items():
        for word in words.split():
            said = choice(word, VOCABULARY, path)
            assert said == (f' Mente du "{meant}"?' if meant else said), word
            assert bool(meant) or "Vælg en af" in said, word


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("cirka ca circa omkring", "ca."),
        ("over flere-end mere", "mere end"),
        ("under færre-end mindre", "mindre end"),
        ("minimum mindste", "mindst"),
        ("maks højest ikke-mere-end", "højst"),
        ("næsten knapt", "knap"),
        ("lidt-over godt-og-vel", "godt"),
    ],
)
def test_other_qualifiers_are_understood(words: str, meant: str) -> None:
    for word in words.split():
        assert one_of(word.replace("-", " "), qualifiers(), other_qualifiers()) == f' Mente du "{meant}"?', (
            word
        )


def test_no_word_means_two_of_a_vocabulary() -> None:
    for name, terms in VOCABULARY.items():
        called = [
            (slugify(word), slug)
            for slug, term in terms.items()
            for word in {slugify(word) for word in (slug, term.name, *term.forms)}
        ]
        assert name == "related" or len(set(called)) == len({word for word, _ in called}), name
