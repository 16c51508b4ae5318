"""Files that are no sound tables, or seem to say something else than they show: each is told of, and quickly."""

import io
import os
import random
import re
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.editing.sheets import sheet
from generator.editing.sheets.sheet import read_sheet
from generator.editing.sheets.table import UnreadableError
from generator.reading.folder import load
from helpers import run
from sheets import SOUND, TWO, case_of, imported, text_table, workbook

SECONDS = 20
"""How long a hostile file may keep a processor busy at most; waiting for others does not count."""


def change(path: Path, part: str, edit: Callable[[str], str]) -> Path:
    """Edit one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    contents[part] = edit(contents[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    workbook(tmp_path / "x.xlsx", SOUND)
    return tmp_path / "x.xlsx"


FIRST = "xl/worksheets/sheet1.xml"


# Text files


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_text_files_of_all_kinds_are_read(few: Path, tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = text_table(tmp_path / "x.csv", SOUND, delimiter=delimiter, encoding=encoding)
    assert case_of(few, table).purpose == SOUND["Formål"]


@pytest.mark.parametrize("top", ["sep=;\r\n", '"sep=;"\r\n', "sep=;\n"])
def test_a_named_delimiter_is_obeyed(few: Path, tmp_path: Path, top: str) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Kommuner": "Vadre"})
    table.write_bytes(top.encode() + table.read_bytes())
    assert "x.csv: række 2, kolonne C (Kommuner)" in imported(few, table).output


@pytest.mark.parametrize("above", ["Cases fra Køge, 2024\n", "Cases fra Køge;;;\n\nUdfyldt i maj\n"])
def test_rows_above_the_headings_are_told_of(few: Path, tmp_path: Path, above: str) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Formål": "Et; to, tre."})
    table.write_text(above + table.read_text("utf-8"), "utf-8")
    done = imported(few, table)
    assert done.exit_code == 0, done.output
    assert "række 1: advarsel: rækken står over overskrifterne og er ikke læst." in done.output


@pytest.mark.parametrize(
    "row",
    [
        'Første;"Husk det',
        'Første;"Husk det\nAnden;To;"abc"',
        'Første;"Husk det" her',
        'Første;"Husk det\nAnden;To"',
    ],
)
def test_an_open_quote_takes_no_row_in_silence(few: Path, tmp_path: Path, row: str) -> None:
    table = tmp_path / "x.csv"
    table.write_text(f"Titel;Resumé;Formål\nNul;Et resumé;Ord\n{row}\nTredje;Et resumé;Ord\n", "utf-8")
    done = imported(few, table)
    assert done.exit_code == 1
    assert "række 3" in done.output
    assert "anførselstegn" in done.output
    assert len([*few.glob("*.yaml")]) == 1


def test_a_cell_beyond_all_bounds_is_told_at_its_place(few: Path, tmp_path: Path) -> None:
    table = text_table(tmp_path / "x.csv", {**SOUND, "Formål": "ord " * 50_000})
    assert (
        "række 2, kolonne H (Formål): teksten er på 199999 tegn; højst 20000." in imported(few, table).output
    )


# What a workbook shows


@pytest.mark.parametrize(
    "error", ["#N/A", "#REF!", "#NAVN?", "#VÆRDI!", "#DIVISION/0!", "#NV", "#I/T", "Err:502"]
)
def test_an_error_cell_is_no_text(few: Path, tmp_path: Path, error: str) -> None:
    workbook(tmp_path / "x.xlsx", {**SOUND, "Målgruppe": error})
    for table in (tmp_path / "x.xlsx", text_table(tmp_path / "x.csv", {**SOUND, "Målgruppe": error})):
        done = imported(few, table)
        assert done.exit_code == 1
        assert f"(Målgruppe): cellen viser fejlen {error}." in done.output


def test_a_formula_without_a_result_is_told(few: Path, tmp_path: Path) -> None:
    workbook(tmp_path / "x.xlsx", {**SOUND, "Målgruppe": "=A2"})
    done = imported(few, tmp_path / "x.xlsx")
    assert "række 2, kolonne Z (Målgruppe): cellens formel har intet gemt resultat." in done.output
    assert not (few / "faelles-koersel.yaml").exists()


def test_a_formula_with_a_result_is_read(few: Path, sound: Path) -> None:
    change(sound, FIRST, lambda xml: xml.replace("<v>2015</v>", "<f>2014+1</f><v>2015</v>"))
    period = case_of(few, sound).period
    assert period is not None
    assert period.start == 2015


def test_merged_cells_are_told_where_they_are_empty(few: Path, tmp_path: Path) -> None:
    book = workbook(tmp_path / "x.xlsx", *TWO)
    book["Cases"].merge_cells("C2:C3")
    book.save(tmp_path / "x.xlsx")
    done = imported(few, tmp_path / "x.xlsx")
    assert "række 3, kolonne C (Kommuner): cellen er flettet med en anden" in done.output
    assert (few / "foerste.yaml").exists()
    assert not (few / "anden.yaml").exists()


def test_what_is_hidden_is_not_read_and_told(few: Path, tmp_path: Path) -> None:
    book = workbook(tmp_path / "x.xlsx", *TWO)
    book["Cases"].row_dimensions[2].hidden = True
    book["Cases"].column_dimensions["C"].hidden = True
    other = book.create_sheet("Kladde", 0)
    other.append(["Titel", "Resumé"])
    other.append(["Gemt", "Væk"])
    other.sheet_state = "hidden"
    book.save(tmp_path / "x.xlsx")
    done = imported(few, tmp_path / "x.xlsx")
    assert done.exit_code == 0, done.output
    assert "række 2: advarsel: rækken er skjult og ikke læst." in done.output
    assert "kolonne C: advarsel: kolonnen er skjult og ikke læst." in done.output
    assert 'arket "Kladde" er skjult og ikke læst.' in done.output
    cases = {case.slug: case for case in load(few)[0]}
    assert "foerste" not in cases
    assert cases["anden"].municipalities == ()


@pytest.mark.parametrize(
    ("hide", "said"),
    [
        (lambda cases: setattr(cases.row_dimensions[1], "hidden", True), "Række 1: rækken er skjult"),
        (lambda cases: setattr(cases.row_dimensions[2], "hidden", True), "Række 2: rækken er skjult"),
        (lambda cases: setattr(cases, "sheet_state", "hidden"), 'Arket "Cases" er skjult'),
        (lambda cases: setattr(cases, "title", "Eksempel"), 'Arket "Eksempel" læses ikke. Kald det "Cases"'),
    ],
)
def test_what_keeps_all_cases_from_sight_is_told(
    few: Path, tmp_path: Path, hide: Callable[[Any], None], said: str
) -> None:
    book = workbook(tmp_path / "x.xlsx", SOUND)
    book.create_sheet("Noter").append(["Husk kaffe"])
    hide(book["Cases"])
    book.active = 1
    book.save(tmp_path / "x.xlsx")
    done = imported(few, tmp_path / "x.xlsx")
    assert done.exit_code == 1
    assert said in done.output


@pytest.mark.parametrize("name", ["Titel", "Resumé", "Formål"])
def test_an_open_quote_among_the_headings_is_told(few: Path, tmp_path: Path, name: str) -> None:
    table = text_table(tmp_path / "x.csv", SOUND)
    table.write_text(table.read_text("utf-8").replace(name, f'"{name}', 1), "utf-8")
    assert 'Række 1: et anførselstegn (") bliver ikke lukket' in imported(few, table).output


def test_a_heading_as_long_as_a_text_is_told_in_short(few: Path, tmp_path: Path) -> None:
    output = imported(
        few, text_table(tmp_path / "x.csv", {**SOUND, "ord " * 3000: "x", "o" * 9000: "y"})
    ).output
    assert output.count("findes ikke.") == 2
    assert max(map(len, output.splitlines())) < 600


def test_the_sheet_with_the_cases_is_found_behind_a_cover(few: Path, tmp_path: Path) -> None:
    book = workbook(tmp_path / "x.xlsx", SOUND)
    book["Cases"].title = "Ark2"
    book.create_sheet("Forside", 0).append(["Velkommen", "Titel"])
    book.create_chartsheet("Diagram", 0)
    book.save(tmp_path / "x.xlsx")
    case_of(few, tmp_path / "x.xlsx")


def test_a_wrong_dimension_hides_nothing(few: Path, sound: Path) -> None:
    change(sound, FIRST, lambda xml: re.sub('<dimension ref="[^"]*"', '<dimension ref="A1"', xml))
    case_of(few, sound)


# Damage and malice


def hostile(sound: Path, kind: str) -> Path:
    """Return a sound workbook made hostile."""
    edits: dict[str, Callable[[str], str]] = {
        "a blank in the far corner": lambda xml: xml.replace(
            "</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
        ),
        "a row beyond the last": lambda xml: xml.replace('<row r="2"', '<row r="99999999999"'),
        "all cells merged": lambda xml: xml.replace(
            "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        "all cells linked": lambda xml: xml.replace(
            "</sheetData>",
            '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        ),
        "entities": lambda xml: xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1),
        "cells without end": lambda xml: xml.replace(
            "</sheetData>",
            "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(3, 200_000)) + "</sheetData>",
        ),
        "a bomb": lambda xml: xml.replace("</sheetData>", " " * 60_000_000 + "</sheetData>"),
        "cut XML": lambda xml: xml[: len(xml) // 2],
        "no XML": lambda _: "",
    }
    return change(sound, FIRST, edits[kind])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("a blank in the far corner", "Skrev "),
        ("a row beyond the last", "beskadiget"),
        ("all cells merged", "flettet"),
        ("all cells linked", "Skrev "),
        ("entities", "beskadiget"),
        ("cells without end", "for stor"),
        ("a bomb", "for stor"),
        ("cut XML", "beskadiget"),
        ("no XML", "beskadiget"),
    ],
)
def test_a_hostile_workbook_is_answered_quickly(few: Path, sound: Path, kind: str, said: str) -> None:
    begun = time.process_time()
    assert said in imported(few, hostile(sound, kind)).output
    assert time.process_time() - begun < SECONDS


STYLES = "xl/styles.xml"


@pytest.mark.parametrize(
    ("place", "new", "said"),
    [
        ((STYLES, "</cellXfs>"), "<xf/>" * 30_000, "er for stor."),
        ((STYLES, "</styleSheet>"), '<numFmt numFmtId="164" formatCode="0"/>' * 30_000, "er for stor."),
        ((FIRST, "</sheetData>"), "<row><c><v>1</v></c></row>" * 6_000, "har flere end 5.000 rækker."),
        ((FIRST, "</sheetData>"), "<row><c><v>1</v></c></row>" * 80_000, "er for stor."),
        ((FIRST, "</sheetData>"), '<row><c r="XFD1"/></row>' * 200, "er for stor."),
        ((FIRST, "</worksheet>"), f'<ignoredError sqref="{"A1 " * 400_000}"/>', "er for stor."),
        ((FIRST, "</worksheet>"), '<mergeCell ref="A1:B2"/>' * 1_001, "er for stor."),
    ],
    ids=["styles", "number formats", "rows", "many rows", "wide rows", "a long range", "merged cells"],
)
def test_a_workbook_that_takes_too_much_work_is_refused(
    few: Path, sound: Path, place: tuple[str, str], new: str, said: str
) -> None:
    part, at = place
    change(sound, part, lambda xml: xml.replace(at, new + at))
    done = imported(few, sound)
    assert said in done.output
    assert len(done.output.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("Titel;Formål\n" + "a;b\n" * 5_001, "har flere end 5.000 rækker."), (";" * 1_000_001, "er for stor.")],
)
def test_a_text_file_that_takes_too_much_work_is_refused(
    few: Path, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    assert said in imported(few, tmp_path / "x.csv").output


def test_what_is_no_file_is_told(few: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.csv"))
        for name in ("fifo.csv", "s.csv"):
            assert "er ikke en almindelig fil" in imported(few, tmp_path / name).output


def test_a_protected_workbook_is_told(few: Path, tmp_path: Path) -> None:
    table = tmp_path / "x.xlsx"
    table.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert "Gem arket som .xlsx eller .csv, uden adgangskode." in imported(few, table).output


def test_a_workbook_of_the_strict_form_is_told(few: Path, tmp_path: Path) -> None:
    workbook(tmp_path / "x.xlsx", *TWO)
    with (
        zipfile.ZipFile(tmp_path / "x.xlsx") as source,
        zipfile.ZipFile(tmp_path / "strict.xlsx", "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name).replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            target.writestr(name, content)
    assert (
        'er gemt som "Strict Open XML" og kan ikke læses.' in imported(few, tmp_path / "strict.xlsx").output
    )


@pytest.mark.slow
def test_damage_of_every_kind_is_one_sentence(catalogue: Catalogue, tmp_path: Path) -> None:
    workbook(tmp_path / "sound.xlsx", *TWO)
    sound = (tmp_path / "sound.xlsx").read_bytes()
    for seed in range(60):
        table = tmp_path / "x.xlsx"
        table.write_bytes(damaged(sound, random.Random(seed)))
        try:
            read_sheet(table, catalogue.vocabulary)
        except UnreadableError as error:
            assert str(error).endswith(".")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a workbook with stray bytes in the file, or within one of its parts."""
    if chance.random() < 0.3:
        return _stray(content, chance)
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(damaged, "w") as target:
        victim = chance.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            target.writestr(name, _stray(part, chance) if name == victim else part)
    return damaged.getvalue()


def _stray(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 5, 30])):
        at = chance.randrange(len(changed))
        changed[at : at + chance.choice([0, 1, 50])] = chance.randbytes(chance.choice([0, 1, 5]))
    return bytes(changed)


def test_a_sheet_that_is_too_large_is_refused(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MAX_BYTES", 10)
    (tmp_path / "stor.csv").write_text("Titel;Resumé\nEn;To\n", "utf-8")
    done = run("import", str(tmp_path / "stor.csv"), "--cases", str(few))
    assert (done.exit_code, "er for stor" in done.output) == (1, True), done.output
