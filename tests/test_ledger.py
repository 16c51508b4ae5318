"""The ledger of addresses: none that readers may have kept vanishes without a word."""

from pathlib import Path

import pytest

from generator.reading import ledger
from generator.reading.folder import examine
from helpers import Elements, run_in

GONE = "psykiatri-under-samme-tag"


@pytest.fixture
def written(cases: Path) -> Path:
    """The made cases with all their addresses written down."""
    run_in(cases, "addresses")
    return cases


def told(cases: Path) -> list[str]:
    return [str(problem) for problem in examine(cases).problems]


def test_the_command_writes_each_address_once(written: Path) -> None:
    file = written / "addresses.txt"
    text = file.read_text("utf-8")
    listed = [line.partition(" ")[0] for line in text.splitlines() if not line.startswith("#")]
    assert listed == sorted({*listed})
    assert {"./", "om/", "alle/", f"case/{GONE}/", "tema/", "tema/aeldre/", "kommune/koege/"} <= {*listed}
    again = run_in(written, "addresses")
    assert again.output.startswith("0 nye adresser")
    assert file.read_text("utf-8") == text
    assert told(written) == []


def test_a_case_that_vanishes_is_told_with_the_line_and_what_to_write(written: Path) -> None:
    lines = (written / "addresses.txt").read_text("utf-8").splitlines()
    line = lines.index(f"case/{GONE}/") + 1
    (written / f"{GONE}.yaml").unlink()
    [problem] = [problem for problem in told(written) if "addresses.txt" in problem]
    assert problem.startswith(f"cases/addresses.txt:{line}:1: case/{GONE}/: findes ikke mere")
    assert f"Skriv {GONE} under `aliases`" in problem
    assert f"skriv her: case/{GONE}/ nedlagt: og grunden." in problem
    assert run_in(written, "check").exit_code == 1
    assert run_in(written, "addresses").exit_code == 1


def test_doing_as_told_settles_it(written: Path) -> None:
    (written / f"{GONE}.yaml").unlink()
    other = written / "skolen-aabner.yaml"
    other.write_text(f"{other.read_text('utf-8')}aliases: [{GONE}]\n", "utf-8")
    assert [problem for problem in told(written) if "addresses.txt" in problem] == []


def test_an_address_can_be_closed_with_a_reason(written: Path) -> None:
    file = written / "addresses.txt"
    (written / f"{GONE}.yaml").unlink()
    text = file.read_text("utf-8")
    file.write_text(text.replace(f"case/{GONE}/", f"case/{GONE}/ nedlagt: Den stod to gange."), "utf-8")
    assert [problem for problem in told(written) if "addresses.txt" in problem] == []
    assert examine(written).ledger.closed[f"case/{GONE}/"] == "Den stod to gange."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("case/Ærø", "er ikke en adresse. Skriv den som case/min-case/"),
        ("https://example.org/", "er ikke en adresse"),
        ("case/skolen-aabner/ nedlagt: Væk.", 'findes igen. Slet "nedlagt:" og grunden'),
        ("case/noget/ nedlagt:", "mangler grunden"),
        ("tema/noget/", "Skriv noget under `redirects` for det mærke i vocabulary/themes.yaml"),
        ("noget/", "Læg noget.md tilbage"),
    ],
)
def test_a_line_that_is_wrong_is_told(cases: Path, line: str, words: str) -> None:
    (cases / "addresses.txt").write_text(f"# Adresser\n\n{line}\n", "utf-8")
    [problem] = told(cases)
    assert problem.startswith("cases/addresses.txt:3:1: ")
    assert words in problem


def test_what_cannot_be_read_is_not_taken_for_lost(written: Path) -> None:
    (written / "vocabulary" / "themes.yaml").write_text("aeldre: [\n", "utf-8")
    (written / f"{GONE}.yaml").write_text("title: [\n", "utf-8")
    assert [problem for problem in told(written) if "addresses.txt" in problem] == []


def test_a_renaming_writes_both_addresses_down(written: Path) -> None:
    assert run_in(written, "rename-case", GONE, "psykiatri-og-naboer").exit_code == 0
    assert run_in(written, "rename-tag", "tema", "aeldre", "aeldre-borgere").exit_code == 0
    entries = {entry.address for entry in examine(written).ledger.entries}
    assert {f"case/{GONE}/", "case/psykiatri-og-naboer/", "tema/aeldre/", "tema/aeldre-borgere/"} <= entries
    assert told(written) == []


def test_without_a_ledger_nothing_is_asked(cases: Path) -> None:
    (cases / "addresses.txt").unlink()
    (cases / f"{GONE}.yaml").unlink()
    assert [problem for problem in told(cases) if "addresses.txt" in problem] == []
    run_in(cases, "rename-case", "skolen-aabner", "skolen-aabner-igen")
    assert not (cases / "addresses.txt").exists()


def test_what_somebody_wrote_into_the_ledger_is_kept() -> None:
    text = "# Vores egne ord\ntema/b/ nedlagt: Væk.\ncase/a/\n"
    assert ledger.added(text, ["case/a/", "", "tema/b/"]) == (
        "# Vores egne ord\n./\ncase/a/\ntema/b/ nedlagt: Væk.\n"
    )


def test_a_closed_address_tells_readers_why(made_project: Path) -> None:
    site = made_project / "site"
    html = (site / "case" / "gammel-case" / "index.html").read_text("utf-8")
    assert "<h1>Siden er nedlagt</h1>" in html
    assert "Kilden er &lt;b&gt;trukket&lt;/b&gt; tilbage." in html
    assert '<meta name="robots" content="noindex">' in html
    assert "../../" in Elements(html).links or "../../index.html" in Elements(html).links
    assert "gammel-case" not in (site / "sitemap.xml").read_text("utf-8")
    assert not (site / "addresses.txt").exists()
