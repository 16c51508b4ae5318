"""What editors type, read by the ways of the language of their catalogue, with messages as good in each."""

import csv
import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import readability, text
from generator.data import delimited
from generator.editing.sheets import cells
from generator.editing.sheets.table import Cell, value_cell
from generator.locale import LOCALES
from generator.near import is_opposite, nearest, negations, parts
from generator.reading import hints
from generator.reading.findings import findings
from generator.reading.scalars import Misread, resolve
from generator.wording import FIRST, LANGUAGES, wording
from helpers import run

CASE = {"da": "app-uden-brugere", "en": "app-without-users", "nb": "app-uten-brukere"}


@pytest.fixture(autouse=True)
def _danish_again() -> Iterator[None]:
    yield
    wording.speak(FIRST)


@pytest.fixture(scope="module")
def demos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration in every language; no test may change it."""
    folder = tmp_path_factory.mktemp("demos")
    for language in LANGUAGES:
        assert run("init", str(folder / language), "--language", language, "--demo").exit_code == 0
    return folder


@pytest.fixture
def catalogues(demos: Path, tmp_path: Path) -> Path:
    """A folder with the same, that a test may change."""
    return Path(shutil.copytree(demos, tmp_path / "demos"))


def told(cases: Path, language: str, old: str, new: str) -> str:
    """Return what `check` says of the demonstration when one of its cases has something else in it."""
    file = cases / f"{CASE[language]}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return run("check", "--cases", str(cases)).output


FAULTS = [
    ("en", "gains:\n", "outcome:\n", 'Did you mean "gains"?'),
    ("en", "advice:\n", "lessons:\n", 'Did you mean "advice"?'),
    ("en", "target_group:", "audience:", 'Did you mean "target_group"?'),
    ("nb", "gains:\n", "utbytte:\n", 'Mente du "gains"?'),
    ("nb", "advice:\n", "lærdom:\n", 'Mente du "advice"?'),
    ("nb", "target_group:", "brukere:", 'Mente du "target_group"?'),
    ("en", "value: 9,", "value: n/a,", "delete"),
    ("nb", "value: 9,", "value: ukjent,", "slett"),
    ("en", "value: 45000,", 'value: "45,000",', "Write 45000"),
    ("en", "value: 45000,", 'value: "about 45,000",', "45000"),
    ("en", "value: 45000,", "value: 45,000,", "with a point: 45000"),
    ("en", "value: 9,", "value: 5 to 9,", "value: 5"),
    ("nb", "value: 9,", "value: 5 til 9,", "value: 5"),
    ("en", "value: 9,", "value: 9 citizens,", "write 9"),
    ("nb", "value: 450000,", 'value: "450.000",', "skriv 450000"),
    ("nb", "value: 9,", "value: ca. 9,", "9"),
    ("en", "start: 2022", "start: in the spring of 2022", "write 2022"),
    ("nb", "start: 2022", "start: våren 2022", "skriv 2022"),
    ("en", "value: 9,", "value: 9,qualifier: approx.,", 'Did you mean "about"?'),
    ("en", "sources:\n", "confirmed:\n  date: 5 May 2026\n  by: The council\nsources:\n", "Write 2026-05-05"),
    ("nb", "sources:\n", "confirmed:\n  date: 5. mai 2026\n  by: Rådet\nsources:\n", "Skriv 2026-05-05"),
    ("en", "form: internal", "form: internal and municipal", "internal"),
    ("nb", "status: oppgitt", "status: i drift", 'Mente du "i-drift"?'),
    ("en", "status: given-up", "status: in use", 'Did you mean "in-use"?'),
    ("en", "title:", "short: yes please\ntitle:", "true"),
    ("en", "themes: [children-and-young-people, digitalisation]", "themes: digitalisation and health",
     "[digitalisation, health]"),
    ("nb", "themes: [barn-og-unge, digitalisering]", "themes: digitalisering og helse", "[digitalisering, helse]"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "said"), FAULTS)
def test_a_fault_gets_the_message_of_its_language(
    catalogues: Path, language: str, old: str, new: str, said: str
) -> None:
    assert said.casefold() in told(catalogues / language / "cases", language, old, new).casefold()


@pytest.mark.parametrize(
    ("language", "yes", "no", "silent", "none"),
    [
        ("da", "Ja", "nej", "uoplyst", "ingen"),
        ("en", "Yes", "no", "N/A", "none"),
        ("nb", "Ja", "nei", "ukjent", "ingen"),
    ],
)
def test_answers_in_words_are_understood(language: str, yes: str, no: str, silent: str, none: str) -> None:
    wording.speak(language)
    assert (hints.truth(yes), hints.truth(no), hints.truth(silent)) == (True, False, None)
    assert hints.tells_nothing(silent) and hints.tells_nothing("-") and not hints.tells_nothing(yes)
    assert hints.tells_nothing(none) and hints.is_none(none) and not hints.is_none(yes)


NUMBERS = {
    "da": [("1.234,5", "1234.5"), ("1,5", "1.5"), ("1 234", "1234"), ("2.125", "2.1250"), ("1,234.5", None)],
    "en": [("1,234.5", "1234.5"), ("1,234", "1234"), ("1.5", "1.5"), ("2.125", "2.125"), ("12,5", "12.5"),
           ("1,234,567", "1234567"), ("1.234,5", None), ("1234,567", None)],
    "nb": [("1.234,5", "1234.5"), ("1,5", "1.5"), ("1 234", "1234"), ("2.125", "2.1250"), ("1,234.5", None)],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_read_as_the_language_writes_them(language: str) -> None:
    wording.speak(language)
    for typed, meant in NUMBERS[language]:
        assert text.typed_number(typed) == meant, typed


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("da", "1.234", Misread("1.234")),
        ("nb", "1.234", Misread("1.234")),
        ("en", "1.234", 1.234),
        ("en", "1,234", "1,234"),
    ],
)
def test_a_number_in_a_file_is_doubted_where_people_read_it_in_two_ways(
    language: str, typed: str, meant: object
) -> None:
    wording.speak(language)
    assert resolve(typed) == meant


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en", "5 May 2026", (2026, 5, 5)),
        ("en", "the 5th of May 2026", (2026, 5, 5)),
        ("en", "May 5, 2026", (2026, 5, 5)),
        ("en", "25/05/2026", (2026, 5, 25)),
        ("en", "05/06/2026", None),
        ("en", "5. mai 2026", None),
        ("nb", "5. mai 2026", (2026, 5, 5)),
        ("nb", "den 5. des. 2026", (2026, 12, 5)),
        ("nb", "5.6.2026", (2026, 6, 5)),
        ("nb", "May 5, 2026", None),
        ("da", "May 5, 2026", None),
    ],
)
def test_dates_are_read_as_the_language_writes_them(
    language: str, typed: str, day: tuple[int, int, int] | None
) -> None:
    wording.speak(language)
    assert text.typed_date(typed) == (datetime.date(*day) if day else None)


@pytest.mark.parametrize(
    ("language", "shown", "value"),
    [
        ("en", "1,234", 1234),
        ("en", "1,234.5", 1234.5),
        ("en", "1.234", 1.234),
        ("en", "12,5", "12,5"),
        ("nb", "1.234,5", 1234.5),
        ("nb", "1\u00a0234", 1234),
        ("nb", "1.234", Misread("1.234")),
    ],
)
def test_cells_hold_numbers_as_the_language_writes_them(language: str, shown: str, value: object) -> None:
    wording.speak(language)
    assert cells.value_of(Cell(shown, shown), {"type": "number"}, {}) == value


def test_a_cell_shows_its_number_as_the_language_writes_it() -> None:
    for language, shown in {"da": "2,50", "en": "2.50", "nb": "2,50"}.items():
        wording.speak(language)
        cell = value_cell(2.5, "0.00")
        assert cell and cell.shown == shown


@pytest.mark.parametrize(
    ("language", "row"),
    [("da", "a, b;1234,5;2026-05-03"), ("en", '"a, b",1234.5,2026-05-03'), ("nb", "a, b;1234,5;2026-05-03")],
)
def test_open_data_are_tables_that_spreadsheets_of_the_language_open(language: str, row: str) -> None:
    wording.speak(language)
    written = delimited.as_csv([("a, b", 1234.5, datetime.date(2026, 5, 3))])
    assert written.decode("utf-8-sig").rstrip() == row


SHEETS = {
    "en": {
        "Title": "Shared driving", "Summary": "Two towns drive together.", "Municipalities": "Dunmere; Farleigh",
        "Themes": "Health", "Form of collaboration": "Municipalities together", "Purpose": "Fewer cars.",
        "Organisation": "A shared team.", "Period: First year": "2018", "Short case": "Yes",
        "Financing": "not stated", "Drivers": "not stated", "Barriers": "not stated",
        "Gains 1: Type of gain": "Time for the core task", "Gains 1: Evidence": "Evaluated",
        "Gains 1: Description": "Less waiting.", "Gains 1: Figures 1: Number": "1,234.5",
        "Gains 1: Figures 1: Unit": "trips", "Gains 1: Figures 1: What": "driven",
        "Gains 1: Figures 1: Period": "2019", "Gains 1: Figures 1: Kind": "Measured",
        "Gains 1: Figures 1: Role": "Result", "Status": "In use",
        "Last confirmed: Date": "5 May 2026", "Last confirmed: Confirmed by": "The board",
        "Sources 1: Title": "Report", "Sources 1: Publisher": "The board", "Sources 1: Year": "2019",
    },
    "nb": {
        "Tittel": "Felles kjøring", "Sammendrag": "To byer kjører sammen.", "Kommuner": "Bergen; Oslo",
        "Temaer": "Helse", "Samarbeidsform": "Samarbeid mellom kommuner", "Formål": "Færre biler.",
        "Organisering": "Et felles lag.", "Periode: Startår": "2018", "Kort case": "Ja",
        "Finansiering": "ikke oppgitt", "Drivkrefter": "ikke oppgitt", "Barrierer": "ikke oppgitt",
        "Gevinster 1: Gevinsttype": "Tid til kjerneoppgaven", "Gevinster 1: Dokumentasjon": "Evaluert",
        "Gevinster 1: Beskrivelse": "Mindre venting.", "Gevinster 1: Tall 1: Tall": "1 234,5",
        "Gevinster 1: Tall 1: Enhet": "turer", "Gevinster 1: Tall 1: Hva": "kjørt",
        "Gevinster 1: Tall 1: Periode": "2019", "Gevinster 1: Tall 1: Slag": "Målt",
        "Gevinster 1: Tall 1: Rolle": "Resultat", "Status": "I drift",
        "Sist bekreftet: Dato": "5. mai 2026", "Sist bekreftet: Bekreftet av": "Rådet",
        "Kilder 1: Tittel": "Rapport", "Kilder 1: Utgiver": "Rådet", "Kilder 1: År": "2019",
    },
}  # fmt: skip


@pytest.mark.parametrize(("language", "slug"), [("en", "shared-driving"), ("nb", "felles-kjoring")])
def test_a_template_filled_as_the_language_writes_becomes_a_case(
    catalogues: Path, language: str, slug: str
) -> None:
    cases, table = str(catalogues / language / "cases"), catalogues / "filled.csv"
    assert run("template-sheet", "--cases", cases, "-o", str(table)).exit_code == 0
    sign, row = LOCALES[language].delimiter, SHEETS[language]
    names = next(csv.reader([table.read_text("utf-8-sig")], delimiter=sign))
    groups = {name: value for name, value in row.items() if name not in names}
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=sign).writerows(
            [[*names, *groups], [*map(row.get, names), *groups.values()]]
        )
    done = run("import", str(table), "--cases", cases)
    assert done.exit_code == 0, done.output
    case = (catalogues / language / "cases" / f"{slug}.yaml").read_text("utf-8")
    assert "value: 1234.5," in case and "date: 2026-05-05" in case and "short: true" in case


@pytest.mark.parametrize(
    ("language", "code", "text"),
    [
        ("en", "personal_mail", "Write to mary.smith@dunmere.example today."),
        ("en", "phone_number", "Call 020 7946 0958 today."),
        ("en", "phone_number", "Telephone: 01632-960123."),
        ("en", "phone_number", "Or +44 20 7946 0958."),
        ("nb", "personal_mail", "Skriv til kari.nordmann@bergen.example i dag."),
        ("nb", "phone_number", "Ring 912 34 567 i dag."),
        ("nb", "phone_number", "Tlf. 55 12 34 56 eller +47 55 12 34 56."),
        ("nb", "cpr_number", "Født 010203 12345 i byen."),
        ("da", "cpr_number", "Født 010203-1234 i byen."),
    ],
)
def test_personal_data_is_known_as_the_language_has_it(language: str, code: str, text: str) -> None:
    wording.speak(language)
    assert [found.code for found in findings(text)][:1] == [code]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Write to health@dunmere.example or adult.care@dunmere.example."),
        ("en", "It cost 1,234,567 EUR in 2014-2018, and 45,000 came."),
        ("nb", "Skriv til helse@bergen.example eller postmottak@bergen.example."),
        ("nb", "Det kostet 12 345 678 kr i 2014-2018, org.nr. 912 345 678."),
        ("da", "Skriv til sundhed@koege.dk."),
    ],
)
def test_shared_mailboxes_and_amounts_are_no_personal_data(language: str, text: str) -> None:
    wording.speak(language)
    assert [*findings(text)] == []


@pytest.mark.parametrize(
    ("language", "text", "sentences", "unexplained"),
    [
        ("en", "See e.g. Dunmere, approx. No. 4. It went on.", 2, []),
        ("en", "The NHS and the NGO met. NHS stands for what is national.", 2, ["NGO"]),
        ("nb", "Se bl.a. Bergen og nr. 4. Det gikk.", 2, []),
        ("nb", "NAV og KS møttes. NAV betyr noe.", 2, ["KS"]),
        ("da", "Se bl.a. Varde, fx. Odense. KL står for noget.", 2, []),
    ],
)
def test_plain_words_are_judged_by_the_language(
    language: str, text: str, sentences: int, unexplained: list[str]
) -> None:
    wording.speak(language)
    assert len([*readability.sentences(text)]) == sentences
    assert [found for _, found in readability.unexplained([text], set())] == unexplained


def test_several_words_are_parted_by_the_word_of_the_language() -> None:
    for language, word in {"da": "og", "en": "and", "nb": "og"}.items():
        wording.speak(language)
        assert parts(f"a, b {word} c") == ["a", "b", "c"]


def test_a_no_turns_a_word_round_in_its_language() -> None:
    assert not is_opposite("unfinished", "not-such")
    wording.speak("en")
    assert is_opposite("unfinished", "finished") and is_opposite("without-time", "time")
    assert nearest("not in use", ["in-use"]) is None and nearest("in us", ["in-use"]) == "in-use"
    assert "uten" not in negations()
    wording.speak("nb")
    assert is_opposite("uten-tid", "tid") and nearest("uferdig", ["ferdig"]) is None


def test_no_other_name_means_two_fields_of_a_group() -> None:
    for language in LANGUAGES:
        wording.speak(language)
        paths = wording.other_names.keys() - {"name", "definition"}  # of words
        for group in {path.rpartition(".")[0] for path in paths}:
            names = [
                name
                for path in paths
                if path.rpartition(".")[0] == group
                for name in wording.other_names.listed(path)
            ]
            assert len(names) == len(set(names)), (language, group, sorted(names))
