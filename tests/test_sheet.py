"""Cases from a spreadsheet: every row a case, every fault at its row and column."""

import datetime
import random
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.editing.formatter import fmt
from generator.reading.folder import load
from helpers import run
from sheets import SOUND, TWO, case_of, filled, imported, lines, text_table, workbook


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_filled_template_becomes_sound_cases(few: Path, tmp_path: Path, suffix: str) -> None:
    table = filled(few, tmp_path / f"x{suffix}", SOUND, {**SOUND, "Titel": "Anden kørsel"})
    done = run("import", str(table), "--cases", str(few))
    assert done.exit_code == 0, done.output
    loaded = {case.slug: case for case in load(few)[0]}
    case = loaded["faelles-koersel"]
    assert case.municipalities == ("koege", "varde")
    assert case.financing is not None
    assert (case.financing.amounts[0].value, case.financing.amounts[0].period) == (1234.5, "2018")
    assert case.purpose == "Færre biler.\n\nMindre ventetid."
    text = (few / "anden-koersel.yaml").read_bytes()
    assert fmt("x", text).encode() == text


def test_every_fault_names_row_and_column_and_sound_rows_come_through(few: Path, tmp_path: Path) -> None:
    wrong = {**SOUND, "Titel": "Forkert", "Kommuner": "Køge; Vadre", "Gevinster 1: Dokumentation": "bevist"}
    taken = {**SOUND, "Titel": "Vej og Park Nordfyn"}
    table = filled(few, tmp_path / "x.xlsx", wrong, SOUND, taken, {"Resumé": "Uden titel"})
    before = (few / "vej-og-park-nordfyn.yaml").read_bytes()
    done = run("import", str(table), "--cases", str(few))
    assert done.exit_code == 1
    assert (
        'x.xlsx: arket "Cases", række 2, kolonne D (Kommuner): "Vadre" findes ikke. Mente du "varde"?'
        in done.output
    )
    assert '(Gevinster 1: Dokumentation): "bevist" findes ikke.' in done.output
    assert "række 4, kolonne A (Titel): " in done.output
    assert "række 5, kolonne A (Titel): cellen er tom. Skriv noget." in done.output
    assert (few / "faelles-koersel.yaml").is_file()
    assert not (few / "forkert.yaml").exists()
    assert (few / "vej-og-park-nordfyn.yaml").read_bytes() == before


def test_cells_are_read_as_the_sheet_shows_them(few: Path, tmp_path: Path) -> None:
    figure = {
        "Gevinster 1: Tal 1: Tal": 0.125,
        "Gevinster 1: Tal 1: Enhed": "pct.",
        "Gevinster 1: Tal 1: Hvad": "sparet tid",
        "Gevinster 1: Tal 1: Periode": 2018.0,
        "Gevinster 1: Tal 1: Slags": "opgjort",
    }
    dates = ["03-05-2026", "3/5/2026", "2026-05-03", datetime.datetime(2026, 5, 3)]
    rows = [
        {**SOUND, **figure, "Titel": f"Dato {number}", "Senest bekræftet: Dato": date}
        | {"Senest bekræftet: Bekræftet af": "Chef", "Gode råd": "Første.\nAndet."}
        for number, date in enumerate(dates)
    ]
    table = filled(few, tmp_path / "x.xlsx", *rows)
    book = load_workbook(table)
    for row in book["Cases"].iter_rows(min_row=2):
        for cell in row:
            cell.number_format = "0.0%" if cell.value == 0.125 else cell.number_format
    book.save(table)
    done = run("import", str(table), "--cases", str(few))
    assert done.exit_code == 0, done.output
    for case in load(few)[0]:
        if case.slug.startswith("dato-"):
            assert case.confirmed is not None
            assert case.confirmed.date == datetime.date(2026, 5, 3)
            assert case.gains is not None
            assert case.gains[0].figures[0].value == 12.5
            assert case.advice == ("Første.", "Andet.")


def test_a_table_as_danish_excel_saves_it(few: Path, tmp_path: Path) -> None:
    table = filled(few, tmp_path / "x.csv", {**SOUND, "Titel": "Køreplan"})
    table.write_bytes(table.read_text("utf-8-sig").encode("cp1252"))
    assert run("import", str(table), "--cases", str(few)).exit_code == 0
    assert {case.slug: case for case in load(few)[0]}["koereplan"].title == "Køreplan"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xlsx", b"no spreadsheet", "Gem arket som .xlsx eller .csv"),
        ("x.xls", b"old", "Gem arket som .xlsx eller .csv"),
        ("x.csv", b"", "har ingen cases"),
        ("x.csv", b"Titel\n", "har ingen cases"),
    ],
)
def test_a_file_that_is_no_table_is_told_of(
    few: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    table = tmp_path / name
    table.write_bytes(content)
    done = run("import", str(table), "--cases", str(few))
    assert said in done.output
    assert done.exit_code == 1


def test_faults_come_in_the_order_of_the_rows(few: Path, tmp_path: Path) -> None:
    rows = [{**SOUND, "Titel": title, "Kommuner": "Vadre"} for title in ("Øst", "Anden", "Midt")]
    table = filled(few, tmp_path / "x.csv", *rows, {**SOUND, "Titel": "ord " * 27})
    done = run("import", str(table), "--cases", str(few))
    assert [int(number) for number in re.findall(r"række (\d+)", done.output)] == [2, 3, 4]
    assert (few / f"{'ord-' * 19}ord.yaml").is_file()


def test_an_unknown_column_is_told(few: Path, tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    table.write_text("Titel,Farve\nNoget,blå\n", "utf-8")
    done = run("import", str(table), "--cases", str(few))
    assert 'kolonnen "Farve" findes ikke' in done.output


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Gevinster 2: Tal 3: Tallet", "Gevinster 2: Tal 3: Tal"),
        ("Finansiering: Bel¿b 2: Enhed", "Finansiering: Beløb 2: Enhed"),
        ("Gevinst 4: Gevinsttype", "Gevinster 4: Gevinsttype"),
        ("Kilder: Stedet", "Kilder 1: Sted"),
    ],
)
def test_a_heading_that_is_meant_keeps_its_numbers(
    few: Path, tmp_path: Path, heading: str, meant: str
) -> None:
    table = tmp_path / "x.csv"
    table.write_text(f"Titel;{heading}\nNoget;1\n", "utf-8")
    assert f'kolonnen "{heading}" findes ikke. Mente du "{meant}"?' in imported(few, table).output


# Headings


@pytest.mark.parametrize("second", ["Formål", "purpose", " FORMÅL ", "Forma\u030al", "Formål:"])
def test_a_column_that_stands_twice_is_told(few: Path, tmp_path: Path, second: str) -> None:
    table = tmp_path / "x.csv"
    names, cells = lines(SOUND)
    rows = [
        ";".join(map(str, [*names, second])),
        ";".join('"' + str(c or "") + '"' for c in [*cells, "Igen"]),
    ]
    table.write_text("\n".join(rows), "utf-8")
    done = imported(few, table)
    assert done.exit_code == 1
    assert f'kolonnen "{" ".join(second.split())}" står to gange; første gang i kolonne H.' in done.output
    assert not (few / "faelles-koersel.yaml").exists()


def test_a_numbered_and_an_unnumbered_column_are_one(few: Path, tmp_path: Path) -> None:
    for name in ("Gevinster: Beskrivelse", "Gevinster 01: Beskrivelse"):
        workbook(tmp_path / "x.xlsx", {**SOUND, name: "Noget andet."})
        assert f'kolonnen "{name}" står to gange' in imported(few, tmp_path / "x.xlsx").output


def test_an_empty_twin_column_does_no_harm(few: Path, tmp_path: Path) -> None:
    workbook(tmp_path / "x.xlsx", {**SOUND, "purpose": None})
    assert case_of(few, tmp_path / "x.xlsx").purpose == SOUND["Formål"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Farve", 'kolonnen "Farve" findes ikke. Ret overskriften'),
        ("Resume af casen", 'kolonnen "Resume af casen" findes ikke.'),
        ("Gevinster 4: Gevinstype", 'findes ikke. Mente du "Gevinster 4: Gevinsttype"?'),
        ("", "kolonnen har ingen overskrift."),
    ],
)
def test_a_cell_under_no_known_heading_keeps_its_row_out(
    few: Path, tmp_path: Path, heading: str, said: str
) -> None:
    workbook(tmp_path / "x.xlsx", {**TWO[0], heading: "blå"}, TWO[1])
    done = imported(few, tmp_path / "x.xlsx")
    assert done.exit_code == 1
    assert said in done.output
    assert not (few / "foerste.yaml").exists()
    assert (few / "anden.yaml").exists()


@pytest.mark.parametrize("heading", ["Resume\u0301", "RESUMÉ", "Resumé\u00a0", "summary"])
def test_a_heading_is_known_however_its_letters_are_made(few: Path, tmp_path: Path, heading: str) -> None:
    row = {heading if name == "Resumé" else name: value for name, value in SOUND.items()}
    workbook(tmp_path / "x.xlsx", row)
    assert case_of(few, tmp_path / "x.xlsx").summary == SOUND["Resumé"]


def test_a_table_without_known_headings_is_told(few: Path, tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    table.write_text("Navn;Tekst\nA;B\n", "utf-8")
    assert 'x.csv har ingen kendte overskrifter, men "Navn", "Tekst".' in imported(few, table).output


# Rows


def test_a_row_like_another_is_told_of_as_that(few: Path, tmp_path: Path) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Kommuner": "Vadre"}, SOUND)
    done = imported(few, table)
    assert "række 3, kolonne A (Titel): titlen giver samme adresse som række 2." in done.output
    assert "slug" not in done.output
    assert "findes allerede" not in done.output
    assert len(done.output.splitlines()) == 2


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Vej og Park Nordfyn", "vej-og-park-nordfyn.yaml findes allerede og er ikke rørt."),
        (
            "Et gammelt navn",
            'titlen giver adressen "et-gammelt-navn", som allerede fører til cases/vej-og',
        ),
        ("Index", 'titlen giver adressen "index", som en fast side har.'),
        ("!!!", "titlen skal have mindst ét bogstav eller tal."),
    ],
)
def test_a_title_whose_address_is_taken_is_told(few: Path, tmp_path: Path, title: str, said: str) -> None:
    taken = few / "vej-og-park-nordfyn.yaml"
    taken.write_text(taken.read_text("utf-8") + "aliases: [et-gammelt-navn]\n", "utf-8")
    before = sorted(few.iterdir())
    done = imported(few, text_table(tmp_path / "x.csv", {**SOUND, "Titel": title}))
    assert "række 2, kolonne A (Titel): " in done.output
    assert said in done.output
    assert len(done.output.splitlines()) == 1
    assert sorted(few.iterdir()) == before


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Titel": "#N/A"}, "kolonne A (Titel): cellen viser fejlen #N/A."),
        ({"Titel": None}, "kolonne A (Titel): cellen er tom. Skriv noget."),
        ({"Kilder 1: Sted": "#NUM!"}, "(Kilder 1: Sted): cellen viser fejlen #NUM!."),
        ({"Kilder 1: Sted": None}, "(Kilder 1: Sted): cellen er tom. Skriv noget."),
    ],
)
def test_one_fault_of_a_cell_is_told_once(
    few: Path, tmp_path: Path, cells: dict[str, str | None], said: str
) -> None:
    done = imported(few, text_table(tmp_path / "x.csv", {**SOUND, **cells}))
    assert said in done.output
    assert len(done.output.splitlines()) == 1


def test_an_unseen_character_is_told(few: Path, tmp_path: Path) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Formål": "Et\u200bord"})
    assert (
        "(Formål): Her står et usynligt tegn (U+200B mellemrum uden bredde)." in imported(few, table).output
    )


@pytest.mark.slow
def test_messages_speak_of_columns_and_never_of_files(few: Path, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    words = [
        "ikke oplyst",
        "10-20",
        "ca. 5 kr.",
        "nej, ja",
        "x" * 400,
        "# a",
        "2021-2023",
        3,
        2.5,
        True,
        "Vadre",
    ]
    run("template-sheet", "--cases", str(few), "-o", str(tmp_path / "t.csv"))
    names = (tmp_path / "t.csv").read_text("utf-8-sig").strip().split(";")
    book.active.append(names)
    for seed in range(40):
        book.active.append([random.Random(f"{seed}{name}").choice([*words, None]) for name in names])
    book.save(tmp_path / "x.xlsx")
    output = imported(few, tmp_path / "x.xlsx").output
    keys = r"`|\.yaml|\b(gains|figures|unit|qualifier|value|purpose|financing|factor|model|see_also|null)\b"
    assert output.count("\n") > 200
    assert [line for line in output.split("\n") if re.search(keys, line)] == []


def test_a_character_without_a_font_is_told_as_check_tells_it(few: Path, tmp_path: Path) -> None:
    row = {**SOUND, "Formål": "Færre biler ➔ mindre kø.", "Gode råd": "Kør 漢"}
    done = imported(few, text_table(tmp_path / "x.csv", row))
    assert done.exit_code == 1
    assert (
        'kolonne H (Formål): tegnet ➔ (U+2794) findes ikke i PDF\'ens skrifttyper. Skriv "→".' in done.output
    )
    assert "(Gode råd): tegnet 漢 (U+6F22)" in done.output
    assert not (few / "faelles-koersel.yaml").exists()


def test_columns_of_other_groups_are_named_in_full(few: Path, tmp_path: Path) -> None:
    figure = {"Tal": 7, "Enhed": "dage", "Hvad": "ventetid", "Periode": "2015", "Slags": "opgjort"}
    gain = {f"Gevinster 1: Tal 1: {name}": value for name, value in figure.items()}
    row = {**SOUND, **gain, "Finansiering: Beløb 1: Til": 1}
    output = imported(few, text_table(tmp_path / "x.csv", row)).output
    assert 'rollen Resultat: skriv resultat i "Gevinster 1: Tal 1: Rolle".' in output
    assert 'skriv tallet før i "Tal før" og tallet efter i "Finansiering: Beløb 1: Tal".' in output


def test_a_case_may_name_its_own_source(few: Path, tmp_path: Path) -> None:
    row = {name: value for name, value in SOUND.items() if not name.startswith("Kilder")}
    own = {
        "Kilder 1: Titel": "Evaluering",
        "Kilder 1: Udgiver": "Køge Kommune",
        "Kilder 1: År": "ikke oplyst",
    }
    [source] = case_of(few, text_table(tmp_path / "x.csv", {**row, **own})).sources
    assert (source.title, source.publisher, source.year, source.where) == (
        "Evaluering",
        "Køge Kommune",
        None,
        None,
    )
    both = {**SOUND, **own, "Titel": "To kilder"}
    none = {**row, "Kilder 1: Adresse": "https://koege.dk", "Titel": "Ingen kilde"}
    output = imported(few, text_table(tmp_path / "y.csv", both, none)).output
    assert 'Slet "Kilder 1: Kilde", når casen har sit eget dokument; ellers slet "Kilder 1: Titel"' in output
    assert (
        'kilden mangler. Skriv dokumentets "Kilder 1: Titel", "Kilder 1: Udgiver" og "Kilder 1: År"' in output
    )


# The template


def test_the_template_comes_back_as_it_was_filled(few: Path, tmp_path: Path) -> None:
    table = filled(few, tmp_path / "x.xlsx", SOUND)
    done = imported(few, table)
    assert done.output == f"Skrev {few / 'faelles-koersel.yaml'}\n"


def test_the_example_is_a_sound_case_and_no_case(few: Path, tmp_path: Path) -> None:
    table = filled(few, tmp_path / "x.xlsx")
    assert "har ingen cases" in imported(few, table).output
    book = filled_with_example(table)
    case = case_of(few, book, "faelles-koersel-til-genoptraening")
    assert case.barriers is None
    assert run("check", "--cases", str(few)).exit_code == 0


def filled_with_example(table: Path) -> Path:
    """Copy the example of a template to where cases stand."""
    book = load_workbook(table)
    book["Cases"].append([cell.value for cell in book["Eksempel"][2]])
    book.save(table)
    return table


def test_the_lists_hold_danish_words_that_cells_may_have(few: Path, tmp_path: Path) -> None:
    lists = load_workbook(filled(few, tmp_path / "x.xlsx"))["Ordlister"]
    columns = {
        str(column[0]): [word for word in column[1:] if word] for column in lists.iter_cols(values_only=True)
    }
    assert {"Temaer", "Kommuner", "Samarbejdsform", "Gevinsttype", "Faktor"} <= columns.keys()
    assert not columns.keys() & {"themes", "glossary", "points", "synonyms", "related"}
    assert "Høje-Taastrup" in columns["Kommuner"]
    assert "ikke oplyst" in columns["Gevinsttype"]
    assert "ikke oplyst" not in columns["Slags"]


def test_a_long_import_tells_how_far_it_has_come(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.progress.PAUSE", 0)
    monkeypatch.setattr("generator.cli.console.is_terminal", lambda: True)
    workbook(tmp_path / "x.xlsx", *TWO)
    done = run("import", str(tmp_path / "x.xlsx"), "--cases", str(few))
    assert done.exit_code == 0
    for doing in ("Læser rækker", "Tjekker rækker", "Skriver filer"):
        assert f"{doing}: 1 af 2\n" in done.output


def test_an_import_into_a_pipe_tells_only_what_came_of_it(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.progress.PAUSE", 0)
    workbook(tmp_path / "x.xlsx", *TWO)
    done = run("import", str(tmp_path / "x.xlsx"), "--cases", str(few))
    assert [line.partition(" ")[0] for line in done.output.splitlines()] == ["Skrev", "Skrev"]


def test_full_folder_for_temporary_files_is_told_in_one_line(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise RuntimeError("IO_ENOSPC")

    monkeypatch.setattr("generator.editing.sheets.blank.Workbook.save", full)
    done = run("template-sheet", "--cases", str(few), "-o", str(tmp_path / "x.xlsx"))
    assert done.exit_code == 1
    assert "kan ikke læses eller skrives: disken er fuld." in done.output
    assert len(done.output.splitlines()) == 1
    assert not (tmp_path / "x.xlsx").exists()
