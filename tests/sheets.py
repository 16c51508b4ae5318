"""Sheets as editors fill them in, and what an import makes of them."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import Result
from openpyxl import Workbook, load_workbook

from generator.model import Case
from generator.reading.folder import load
from helpers import run

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

TWO = ({**SOUND, "Titel": "Første"}, {**SOUND, "Titel": "Anden"})


def filled(folder: Path, table: Path, *rows: Mapping[str, object]) -> Path:
    """Fill the template sheet as an editor would."""
    done = run("template-sheet", "--cases", str(folder), "-o", str(table))
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


def imported(folder: Path, table: Path) -> Result:
    """Import a table; a traceback fails the test."""
    done = run("import", str(table), "--cases", str(folder))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def case_of(folder: Path, table: Path, slug: str = "faelles-koersel") -> Case:
    """Return the case that a sound table gives."""
    done = imported(folder, table)
    assert done.exit_code == 0, done.output
    return {case.slug: case for case in load(folder)[0]}[slug]


def workbook(path: Path, *rows: Mapping[str, Any]) -> Workbook:
    """Return a new workbook with rows under just the headings that they use."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Cases"
    for line in lines(*rows):
        sheet.append(line)
    book.save(path)
    return book


def text_table(path: Path, *rows: Mapping[str, Any], delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """Write a text file with rows under just the headings that they use."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(lines(*rows))
    return path


def lines(*rows: Mapping[str, Any]) -> list[list[Any]]:
    """Return the headings that rows use, and the rows under them."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [names, *([row.get(name) for name in names] for row in rows)]
