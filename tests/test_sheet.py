"""Cases from a spreadsheet: every row a case, every fault at its row and column."""

import csv
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


def test_an_unknown_column_is_told(cases: Path, tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    table.write_text("Titel,Farve\nNoget,blå\n", "utf-8")
    done = run("import", str(table), "--cases", str(cases))
    assert 'kolonnen "Farve" findes ikke' in done.output
