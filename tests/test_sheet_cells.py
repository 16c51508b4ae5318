"""What a cell holds is what the case says: numbers, dates, lists, tags and what is not known."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.editing.formatter import write
from generator.editing.sheets.sheet import read_sheet
from generator.reading.folder import load
from generator.reading.reader import read
from generator.vocabulary import Vocabulary
from sheets import SOUND, case_of, imported, text_table, workbook

AMOUNT = "Finansiering: Beløb 1: Tal"


@pytest.fixture(scope="module")
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    return catalogue.vocabulary


def written(table: Path, vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Return the data of the only row of a table, written as a case file and read back."""
    [row] = read_sheet(table, vocabulary).rows
    reading = read("x", write(row.document.data).encode())
    assert reading.log.problems == []
    data = reading.document.data
    return {key: value.strip() if isinstance(value, str) else value for key, value in data.items()}


def amount(data: Mapping[str, Any]) -> Any:
    return data["financing"]["amounts"][0]["value"]


def formatted(path: Path, name: str, value: object, number_format: str) -> Path:
    """Write a sound row with one cell in a number format."""
    book = workbook(path, {**SOUND, name: value})
    for heading, cell in zip(book["Cases"][1], book["Cases"][2], strict=True):
        if heading.value == name:
            cell.number_format = number_format
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("value", "number_format", "kept"),
    [
        (2.125, "General", 2.125),
        (0.125, "0.000", 0.125),
        (-12.375, "#,##0.000", -12.375),
        (999.999, '#,##0.000 "kr."', 999.999),
        (100.25, "0.00", 100.25),
        (1234.125, "General", 1234.125),
        (0.12345, "0.000%", 12.345),
        (0.02125, "0%", 2.125),
        (12.5, '0.0"%"', 12.5),
        (1 / 3, "0.00", 0.333333333333333),
        (1e-07, "General", 0.0000001),
        (1e9, "0", 1000000000),
        (0.1 + 0.2, "General", 0.3),
        (2500000, "0.0,,", 2500000),
    ],
)
def test_a_number_cell_keeps_its_value(
    tmp_path: Path, vocabulary: Vocabulary, value: float, number_format: str, kept: float
) -> None:
    table = formatted(tmp_path / "x.xlsx", AMOUNT, value, number_format)
    assert amount(written(table, vocabulary)) == kept


@pytest.mark.parametrize(
    "number_format", ["0,", "0.0,,", "#,##0.0,", '#,##0.0,,"mio"', '[>1000000]0.0,,"M";0']
)
def test_a_number_shown_in_thousands_or_millions_is_told(
    few: Path, tmp_path: Path, number_format: str
) -> None:
    done = imported(few, formatted(tmp_path / "x.xlsx", AMOUNT, 2500000, number_format))
    assert (
        f"({AMOUNT}): advarsel: arket viser kun tusinder eller millioner, men tallet er 2500000."
        in done.output
    )


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (20, '"ca. "0', "ca."),
        (40, '"> "0', ">"),
        (5, '"-"0', "-"),
        (20, '0" pct."', "pct."),
        (5, "[$EUR] #,##0", "EUR"),
        (-5, '0;"minus "0', "minus"),
        (2500000, '#,##0.0,,"M"', "M"),
    ],
)
def test_words_that_a_format_shows_beside_a_number_are_told(
    few: Path, tmp_path: Path, value: float, number_format: str, words: str
) -> None:
    done = imported(few, formatted(tmp_path / "x.xlsx", AMOUNT, value, number_format))
    assert f'({AMOUNT}): advarsel: arket viser "{words}" ved tallet.' in done.output


@pytest.mark.parametrize(
    "number_format",
    ["General", "#,##0", "#,##0.00", "0", '#,##0 "kr."', "0.00E+00", "_-* #,##0.00 [$kr.-406]_-;-* #,##0_-"],
)
def test_a_number_shown_in_full_is_not_told(few: Path, tmp_path: Path, number_format: str) -> None:
    done = imported(few, formatted(tmp_path / "x.xlsx", AMOUNT, 2500000, number_format))
    assert "advarsel" not in done.output


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2,125", 2.125),
        ("2,1250", 2.125),
        ("2.1250", 2.125),
        ("-1,125", -1.125),
        ("−1,125", -1.125),
        ("0.125", 0.125),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\N{NO-BREAK SPACE}234", 1234),
        ("1.234.567", 1234567),
        ("12,345 %", 12.345),
        ("1000", 1000),
    ],
)
def test_a_number_in_text_is_read_as_danes_write_it(
    tmp_path: Path, vocabulary: Vocabulary, text: str, kept: float
) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, AMOUNT: text})
    assert amount(written(table, vocabulary)) == kept


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("2.125", '"2.125" kan læses på to måder. Skriv 2125, eller 2,1250, hvis det er decimaler.'),
        ("0101", "et tal må ikke begynde med 0, men her står 0101. Skriv 101."),
        ("1,234.5", 'skal være et tal, men her står teksten "1,234.5".'),
        ("12 34", 'skal være et tal, men her står teksten "12 34".'),
        (",5", "Skriv 0,5."),
        ("(5)", "Skriv -5."),
        ("1.234,5-", "Skriv -1234,5."),
        ("-2,5 mio. kr.", 'Skriv -2,5, og enheden i "Finansiering: Beløb 1: Enhed".'),
        ("2,5 mio. kr.", 'Skriv 2,5, og enheden i "Finansiering: Beløb 1: Enhed".'),
        (
            "ca. 20",
            'Skriv 20, og resten i "Finansiering: Beløb 1: Enhed" eller "Finansiering: Beløb 1: Forbehold".',
        ),
        ("10-20", 'Skriv 10 i "Finansiering: Beløb 1: Tal" og 20 i "Finansiering: Beløb 1: Til".'),
        ("10 til 20", 'Skriv 10 i "Finansiering: Beløb 1: Tal" og 20 i "Finansiering: Beløb 1: Til".'),
        ("ukendt", "Lad alle celler om tallet stå tomme, når kilden ikke har det."),
    ],
)
def test_a_number_that_is_none_is_told_with_what_to_write(
    few: Path, tmp_path: Path, cell: str, said: str
) -> None:
    done = imported(few, text_table(tmp_path / "x.csv", {**SOUND, AMOUNT: cell}))
    assert done.exit_code == 1
    assert f"({AMOUNT}): " in done.output
    assert said in done.output


def test_a_truth_or_a_number_too_fine_is_no_amount(few: Path, tmp_path: Path) -> None:
    rows = [{**SOUND, "Titel": f"Nr. {value}", AMOUNT: value} for value in (True, 1e-20)]
    workbook(tmp_path / "x.xlsx", *rows)
    output = imported(few, tmp_path / "x.xlsx").output
    assert (
        'række 2, kolonne K (Finansiering: Beløb 1: Tal): skal være et tal, men her står teksten "SAND".'
        in output
    )
    assert "række 3" in output
    assert "Skriv det med færre cifre." in output


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6).map(lambda f: round(f, 6)),
    day=st.dates(datetime.date(1900, 3, 1), datetime.date(2100, 12, 31)),
    text=st.text(
        st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60
    ).map(lambda text: f"Ord {text} ord"),
)
def test_what_a_cell_holds_is_what_the_case_says(
    tmp_path: Path, vocabulary: Vocabulary, value: float, day: datetime.date, text: str
) -> None:
    row = {**SOUND, AMOUNT: value, "Senest bekræftet: Dato": day, "Formål": text}
    workbook(tmp_path / "x.xlsx", row)
    danish = {**row, AMOUNT: f"{value:f}".replace(".", ","), "Senest bekræftet: Dato": f"{day:%d-%m-%Y}"}
    for table in (tmp_path / "x.xlsx", text_table(tmp_path / "x.csv", danish)):
        data = written(table, vocabulary)
        assert amount(data) == value
        assert data["confirmed"]["date"] == day
        assert data["purpose"] == text


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (2018, "0", "2018"),
        (2018.0, "0", "2018"),
        (2.5, "0.0", "2,5"),
        (0.125, "0.0%", "12,5 %"),
        (datetime.datetime(2018, 5, 3), "dd-mm-yyyy", "3. maj 2018"),
        (datetime.datetime(2018, 5, 3), "mmm yyyy", "maj 2018"),
        (datetime.datetime(2018, 1, 1), "yyyy", "2018"),
        (datetime.time(12, 30), "hh:mm", "12:30"),
        (datetime.timedelta(hours=30), "[h]:mm", "30:00"),
        (datetime.timedelta(hours=-1, minutes=-30), "[h]:mm", "-1:30"),
        (4.1, "0.00", "4,10"),
        (-4.1, "0.00;(0.00)", "-4,10"),
        (7, "000", "007"),
        (12, '"side "0', "side 12"),
        (12, "@", "12"),
        (12, '"side "@', "side 12"),
        (3, '0"."', "3."),
        (2500000, "0.00E+00", "2500000"),
        ("Linje et_x000D_\nLinje to\r\nLinje tre", "General", "Linje et\nLinje to\nLinje tre"),
        ("_x005F_x000D_ er en kode", "General", "_x000D_ er en kode"),
    ],
)
def test_a_text_is_what_the_sheet_shows(
    tmp_path: Path, vocabulary: Vocabulary, value: object, number_format: str, shown: str
) -> None:
    table = formatted(tmp_path / "x.xlsx", "Målgruppe", value, number_format)
    assert written(table, vocabulary)["target_group"] == shown


def test_line_ends_of_every_kind_are_one_kind(few: Path, tmp_path: Path) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Formål": "Afsnit et.\r\n\r\nAfsnit to._x000D_\nMere."})
    assert case_of(few, table).purpose == "Afsnit et.\n\nAfsnit to.\nMere."
    assert "purpose: |\n" in (few / "faelles-koersel.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "group",
    [
        {"Gevinster": "ikke oplyst"},
        {"Gevinster 1: Gevinsttype": "Ikke oplyst."},
        {"Gevinster 1: Gevinsttype": "ikke oplyst", "Gevinster 1: Dokumentation": "ikke oplyst"},
        {"Drivkræfter": "ikke oplyst"},
        {"Drivkræfter 1: Faktor": "ikke oplyst"},
        {"Barrierer": "ikke oplyst"},
        {"Barrierer 1: Faktor": "ikke oplyst"},
        {"Periode": "ikke oplyst"},
        {"Periode: Startår": "ikke oplyst"},
        {"Finansiering": "ikke oplyst"},
        {"Finansiering: Finansieringsmodel": "ikke oplyst"},
        {"Status": "ikke oplyst"},
        {"Målgruppe": "ikke oplyst"},
        {"Formål": "ikke oplyst"},
        {"Organisering": "ikke oplyst"},
    ],
)
def test_all_that_may_be_unknown_can_be_told_unknown(
    few: Path, tmp_path: Path, group: dict[str, str]
) -> None:
    name = next(iter(group)).split(":")[0].removesuffix(" 1")
    others = {key: value for key, value in SOUND.items() if not key.startswith(name)}
    workbook(tmp_path / "x.xlsx", {**others, **group})
    case = case_of(few, tmp_path / "x.xlsx")
    keys = {"Gevinster": "gains", "Drivkræfter": "drivers", "Barrierer": "barriers", "Periode": "period"}
    keys |= {"Finansiering": "financing", "Status": "status", "Målgruppe": "target_group"}
    keys |= {"Formål": "purpose", "Organisering": "organisation"}
    assert getattr(case, keys[name]) is None
    assert f"{keys[name]}: ikke oplyst" in (few / "faelles-koersel.yaml").read_text("utf-8")


def test_a_group_column_tells_nothing_but_unknown(few: Path, tmp_path: Path) -> None:
    rows = [{**SOUND, "Titel": text, "Gevinster": text} for text in ("ikke oplyst", "Vi sparede tid")]
    workbook(tmp_path / "x.xlsx", *rows)
    output = imported(few, tmp_path / "x.xlsx").output
    assert 'her står "ikke oplyst", men kolonne P (Gevinster 1: Gevinsttype) er også udfyldt.' in output
    assert 'her kan kun stå "ikke oplyst". Skriv alt andet i kolonnen "Gevinster 1: Gevinsttype"' in output


@pytest.mark.parametrize(
    ("cell", "slugs"),
    [
        ("herning, holstebro", ("herning", "holstebro")),
        ("Herning,Holstebro; Høje-Taastrup", ("herning", "holstebro", "hoeje-taastrup")),
        ("HERNING\nholstebro", ("herning", "holstebro")),
        ("• Herning\n• Holstebro", ("herning", "holstebro")),
        ("Høje-Taastrup", ("hoeje-taastrup",)),
    ],
)
def test_tags_may_be_parted_as_one_likes(
    tmp_path: Path, vocabulary: Vocabulary, cell: str, slugs: tuple[str, ...]
) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Kommuner": cell})
    assert written(table, vocabulary)["municipalities"] == slugs


def test_a_name_with_commas_is_one_tag(tmp_path: Path, vocabulary: Vocabulary) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Temaer": "Børn, unge og familier, Sundhed"})
    assert written(table, vocabulary)["themes"] == ("boern-og-unge", "sundhed")


def test_unknown_names_with_commas_are_told_to_be_parted(few: Path, tmp_path: Path) -> None:
    done = imported(few, text_table(tmp_path / "x.csv", {**SOUND, "Kommuner": "herning, holstbro"}))
    assert '"herning, holstbro" findes ikke. Skil navnene med semikolon.' in done.output


def test_sentences_are_parted_by_lines_alone_and_doubts_are_told(few: Path, tmp_path: Path) -> None:
    row = {
        **SOUND,
        "Forbehold": "Tallet er usikkert; kilden siger 3.\nMere.",
        "Andre parter": "KL, Region X; Novo",
        "Søgeord": "delebil; hvem kører mig",
    }
    table = text_table(tmp_path / "x.csv", row)
    done = imported(few, table)
    assert done.exit_code == 0, done.output
    case = {case.slug: case for case in load(few)[0]}["faelles-koersel"]
    assert case.caveats == ("Tallet er usikkert; kilden siger 3.", "Mere.")
    assert case.partners == ("KL, Region X", "Novo")
    assert case.search_words == ("delebil", "hvem kører mig")
    assert (
        '(Andre parter): advarsel: "KL, Region X" er læst som ét punkt. Er det flere, så skil dem med semikolon.'
        in done.output
    )
    assert '"Tallet er usikkert; kilden siger 3." er læst som ét punkt.' in done.output


def test_years_in_one_cell_are_told_apart(few: Path, tmp_path: Path) -> None:
    done = imported(few, text_table(tmp_path / "x.csv", {**SOUND, "Periode: Startår": "2021-2023"}))
    assert 'Skriv 2021 i "Periode: Startår" og 2023 i "Periode: Slutår".' in done.output


def test_groups_that_are_skipped_close_up_and_keep_their_columns(few: Path, tmp_path: Path) -> None:
    third = {"Gevinster 3: Gevinsttype": "borger", "Gevinster 3: Dokumentation": "bevist"}
    done = imported(
        few, text_table(tmp_path / "x.csv", {**SOUND, **third, "Gevinster 3: Beskrivelse": "Glade."})
    )
    assert '(Gevinster 3: Dokumentation): "bevist" findes ikke.' in done.output
