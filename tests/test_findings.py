"""What in a text is for a person to judge, and what only looks a little like it."""

from pathlib import Path

import pytest

from generator.reading.findings import SIGNS, findings
from generator.reading.joined import Joined
from helpers import JUDGED
from sheets import SOUND, imported, workbook


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in JUDGED.items() for text in texts])
def test_personal_data_is_found_and_nothing_else(code: str, text: str) -> None:
    assert {found.code for found in findings(text)} == {code} - {"none"}


def test_all_texts_are_looked_through_at_once() -> None:
    texts = [
        "I 2012",
        "34 og 5678",
        *(text for texts in JUDGED.values() for text in texts),
        "",
        "İ jens@koege.dk",
    ]
    for order in (texts, texts[::-1]):
        found = {place for place, text in enumerate(order) if [*findings(text)]}
        assert found <= Joined(order).having(*SIGNS) and len(found) > len(JUDGED)
    assert not Joined(["I 2012", "34 og 5678", "", "- Ord"]).having(*SIGNS)


def test_finding_tells_what_and_where() -> None:
    [found] = findings("Ring til Jens på 12 34 56 78, når det haster.")
    assert (found.words, found.start) == ("12 34 56 78", 17)


def test_blanks_without_end_in_a_link_are_passed_over() -> None:
    assert [*findings(f"[a]({' ' * 20_000}x")] == []


def test_import_warns_at_the_cell(few: Path, tmp_path: Path) -> None:
    row = {**SOUND, "Formål": "Ring til Jens på 12 34 56 78.", "Kilder 1: Sted": "side 4, jens@koege.dk"}
    table = tmp_path / "x.xlsx"
    workbook(table, row)
    done = imported(few, table)
    assert done.exit_code == 0
    assert (few / "faelles-koersel.yaml").is_file()
    told = [line.partition("række 2, ")[2] for line in done.output.splitlines() if "advarsel" in line]
    assert told == [
        "kolonne H (Formål): advarsel: her står noget, der ligner et telefonnummer. Alt i en case bliver offentligt. "
        'Slet det, og skriv en rolle og en fælles postkasse under "Kontakt".',
        "kolonne Y (Kilder 1: Sted): advarsel: her står en mailadresse, der ligner en persons. Alt i en case bliver "
        'offentligt. Skriv en fælles postkasse som sundhed@kommune.dk under "Kontakt" i stedet.',
    ]
