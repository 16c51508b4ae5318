"""Cases from a spreadsheet: every row a case, every fault at its row and column."""

import csv
import datetime
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli import main
from generator.editing.fmt import fmt
from generator.load import load

SOUND = {
    "Titel": "Fælles kørsel",
    "Resumé": "To kommuner deler biler: det sparer tid.",
    "Kommuner": "Køge; varde",
    "Temaer": "aeldre",
    "Samarbejdsform": "intern",
    "Status": "i-drift",
    "Periode: Startår": 2015,
    "Formål": "Færre biler.\n\nMindre ventetid.",
    "Organisering": "ikke oplyst",
    "Finansiering: Finansieringsmodel": "eksisterende-ressourcer",
    "Finansiering: Beløb 1: Tal": "1.234,5",
    "Finansiering: Beløb 1: Enhed": "mio. kr.",
    "Finansiering: Beløb 1: Hvad": "samlet udgift",
    "Finansiering: Beløb 1: Periode": 2018,
    "Finansiering: Beløb 1: Slags": "opgjort",
    "Gevinster 1: Gevinsttype": "tid",
    "Gevinster 1: Dokumentation": "forventet",
    "Gevinster 1: Beskrivelse": "Mindre ventetid.",
    "Drivkræfter": None,
    "Drivkræfter 1: Faktor": "ledelse",
    "Drivkræfter 1: Beskrivelse": "Lederne bakkede op.",
    "Barrierer 1: Faktor": "kultur",
    "Barrierer 1: Beskrivelse": "Vaner.",
    "Kilder 1: Kilde": "kl-casekatalog",
    "Kilder 1: Sted": "side 4",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def filled(cases: Path, table: Path, *rows: dict[str, object]) -> Path:
    """Fill the template sheet as an editor would."""
    done = run("template-sheet", "--cases", str(cases), "-o", str(table))
    assert done.exit_code == 0, done.output
    if table.suffix == ".csv":
        with table.open(encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(file, delimiter=";"))
        with table.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([row.get(name) for name in names] for row in rows)
    else:
        book = load_workbook(table)
        names = [str(cell.value) for cell in book["Cases"][1]]
        for row in rows:
            book["Cases"].append([row.get(name) for name in names])
        book.save(table)
    return table


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_filled_template_becomes_sound_cases(cases: Path, tmp_path: Path, suffix: str) -> None:
    table = filled(cases, tmp_path / f"x{suffix}", SOUND, {**SOUND, "Titel": "Anden kørsel"})
    done = run("import", str(table), "--cases", str(cases))
    assert done.exit_code == 0, done.output
    loaded = {case.slug: case for case in load(cases)[0]}
    case = loaded["faelles-koersel"]
    assert case.municipalities == ("koege", "varde")
    assert case.financing is not None
    assert (case.financing.amounts[0].value, case.financing.amounts[0].period) == (1234.5, "2018")
    assert case.purpose == "Færre biler.\n\nMindre ventetid."
    text = (cases / "anden-koersel.yaml").read_bytes()
    assert fmt("x", text).encode() == text


def test_every_fault_names_row_and_column_and_sound_rows_come_through(cases: Path, tmp_path: Path) -> None:
    wrong = {**SOUND, "Titel": "Forkert", "Kommuner": "Køge; Vadre", "Gevinster 1: Dokumentation": "bevist"}
    taken = {**SOUND, "Titel": "Een plan"}
    table = filled(cases, tmp_path / "x.xlsx", wrong, SOUND, taken, {"Resumé": "Uden titel"})
    before = (cases / "een-plan.yaml").read_bytes()
    done = run("import", str(table), "--cases", str(cases))
    assert done.exit_code == 1
    assert "række 2, kolonne" in done.output
    assert '(Kommuner): municipalities[1]: "Vadre" findes ikke. Mente du "varde"?' in done.output
    assert '(Gevinster 1: Dokumentation): gains[0].evidence: "bevist" findes ikke.' in done.output
    assert "række 4: " in done.output
    assert "række 5: Titel mangler" in done.output
    assert (cases / "faelles-koersel.yaml").is_file()
    assert not (cases / "forkert.yaml").exists()
    assert (cases / "een-plan.yaml").read_bytes() == before


def test_cells_are_read_as_the_sheet_shows_them(cases: Path, tmp_path: Path) -> None:
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
    table = filled(cases, tmp_path / "x.xlsx", *rows)
    book = load_workbook(table)
    for row in book["Cases"].iter_rows(min_row=2):
        for cell in row:
            cell.number_format = "0.0%" if cell.value == 0.125 else cell.number_format
    book.save(table)
    done = run("import", str(table), "--cases", str(cases))
    assert done.exit_code == 0, done.output
    for case in load(cases)[0]:
        if case.slug.startswith("dato-"):
            assert case.confirmed is not None
            assert case.confirmed.date == datetime.date(2026, 5, 3)
            assert case.gains is not None
            assert case.gains[0].figures[0].value == 12.5
            assert case.advice == ("Første.", "Andet.")


def test_a_table_as_danish_excel_saves_it(cases: Path, tmp_path: Path) -> None:
    table = filled(cases, tmp_path / "x.csv", {**SOUND, "Titel": "Køreplan"})
    table.write_bytes(table.read_text("utf-8-sig").encode("cp1252"))
    assert run("import", str(table), "--cases", str(cases)).exit_code == 0
    assert {case.slug: case for case in load(cases)[0]}["koereplan"].title == "Køreplan"


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
    cases: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    table = tmp_path / name
    table.write_bytes(content)
    done = run("import", str(table), "--cases", str(cases))
    assert said in done.output
    assert done.exit_code == 1


def test_faults_come_in_the_order_of_the_rows(cases: Path, tmp_path: Path) -> None:
    rows = [{**SOUND, "Titel": title, "Kommuner": "Vadre"} for title in ("Øst", "Anden", "Midt")]
    table = filled(cases, tmp_path / "x.csv", *rows, {**SOUND, "Titel": "ord " * 27})
    done = run("import", str(table), "--cases", str(cases))
    assert [int(number) for number in re.findall(r"række (\d+)", done.output)] == [2, 3, 4]
    assert (cases / f"{'ord-' * 19}ord.yaml").is_file()


def test_an_unknown_column_is_told(cases: Path, tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    table.write_text("Titel,Farve\nNoget,blå\n", "utf-8")
    done = run("import", str(table), "--cases", str(cases))
    assert 'kolonnen "Farve" findes ikke' in done.output
