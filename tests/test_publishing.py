"""The commands `casekatalog pdf` and `casekatalog offline`: what they write, and what they say is wrong."""

import zipfile
from pathlib import Path

import page as pdf_rules
import pytest

from generator.cli import publishing
from generator.printing import publications
from helpers import run, settings


def printed(*arguments: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 0, result.output


def test_command_prints_a_case_some_cases_a_tag_and_says_what_is_wrong(
    made_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_folder)
    for name, options in {
        "case.pdf": ("--case", "aaen-tilbage"),
        "flere.pdf": ("--case", "alt-i-brug", "--case", "aaen-tilbage"),
        "tema.pdf": ("--tag", "theme:kultur-og-fritid"),
        "side om side.pdf": ("--compare", "alt-i-brug", "aaen-tilbage"),
    }.items():
        printed("pdf", *options, "-o", str(tmp_path / name))
        report = pdf_rules.validate_pdf(str(tmp_path / name), limits=pdf_rules.SafetyLimits.unlimited())
        assert report.is_compliant


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--case", "findes-ikke", "--case", "aaen-tilbagee"),
            'Casen "findes-ikke" findes ikke.\nCasen "aaen-tilbagee" findes ikke. Mente du "aaen-tilbage"?',
        ),
        (("--compare", "alt-i-brug", "aaen-tilbagee"), 'Mente du "aaen-tilbage"?'),
        (("--compare", "alt-i-brug"), "Nævn 2-4 forskellige cases at stille side om side"),
        (("--tag", "theme:findes-ikke"), 'Mærket "theme:findes-ikke" findes ikke.\n'),
        (("--tag", "theme:ældre"), 'Mærket "theme:ældre" findes ikke. Mente du "theme:aeldre"?'),
        (("--tag", "tema:aeldre"), 'Mærket "tema:aeldre" findes ikke. Mente du "theme:aeldre"?'),
        (("--tag", "aeldre"), 'Mærket "aeldre" findes ikke. Skriv det som theme:aeldre.'),
        (("--tag", "municipality:bornholm"), 'Ingen case har mærket "municipality:bornholm".'),
        (("--all", "--tag", "theme:aeldre"), "Vælg kun én"),
    ],
)
def test_command_says_what_is_wrong(
    arguments: tuple[str, ...], told: str, made_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_folder)
    result = run("pdf", *arguments, "-o", str(tmp_path / "x.pdf"))
    assert result.exit_code == 2
    assert told in result.output
    assert not list(tmp_path.iterdir())


def test_output_is_written_whole_where_it_can_be(
    made_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_folder)
    case = ("pdf", "--case", "intet-oplyst", "-o")
    printed(*case, str(tmp_path / "ny mappe" / "x.pdf"))
    (tmp_path / "fil").write_text("")
    for place, code, told in (
        (tmp_path, 2, "er en mappe"),
        (tmp_path / "fil" / "x.pdf", 1, "kan ikke læses eller skrives"),
    ):
        result = run(*case, str(place))
        assert (result.exit_code, told in result.output) == (code, True), result.output
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["fil", "ny mappe", "x.pdf"]


def test_a_catalogue_that_cannot_be_printed_is_told(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(few.parent)
    [case] = few.glob("*.yaml")
    text = case.read_text("utf-8")
    case.write_text(text.replace("\n  ", "\n  ➔ ", 1), "utf-8")
    unprintable = run("pdf", "-o", "x.pdf")
    case.write_text(text.replace("form: ", "form: x", 1), "utf-8")
    faulty = run("pdf", "-o", "x.pdf")
    case.unlink()
    empty = run("pdf", "-o", "x.pdf")
    told = ("➔ (U+2794) findes ikke i PDF'ens skrifttyper", "1 fejl i 1 fil", "Der er ingen cases i cases/.")
    for result, words in zip((unprintable, faulty, empty), told, strict=True):
        assert (result.exit_code, words in result.output) == (1, True), result.output
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.slow
def test_every_document_is_written_into_a_folder(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(few.parent)
    (tmp_path / "fil").write_text("")
    refused = run("pdf", "--all", "-o", "fil")
    assert (refused.exit_code, "er en fil. Med --all skrives der til en mappe" in refused.output) == (2, True)
    printed("pdf", "--all", "-o", "ud")
    found = {path.relative_to(tmp_path / "ud").as_posix() for path in (tmp_path / "ud").rglob("*.pdf")}
    assert {"pdf/katalog.pdf", "pdf/case/vej-og-park-nordfyn.pdf"} < found


def test_a_catalogue_in_volumes_is_as_many_files(
    made_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_folder)
    monkeypatch.setattr(publications, "LARGEST_BOOK", 6)
    monkeypatch.setattr(publications, "LARGEST_VOLUME", 6)
    monkeypatch.setattr(publishing, "press", lambda wanted, done: dict.fromkeys(wanted, tmp_path / "en"))
    (tmp_path / "en").write_bytes(b"PDF")
    printed("pdf", "-o", str(tmp_path / "katalog.pdf"))
    assert [path.name for path in sorted(tmp_path.glob("*.pdf"))] == ["katalog-1.pdf", "katalog-2.pdf"]


@pytest.mark.slow
def test_the_site_is_packed_whole_or_not_at_all(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(few.parent)
    file = settings(few.parent)
    (few / "index.md").write_text("# Cases\n", "utf-8")
    printed("offline", "--settings", str(file), "-o", "kat.zip", "--no-pdf")
    with zipfile.ZipFile("kat.zip") as archive:
        assert {"kat/index.html", "kat/case/vej-og-park-nordfyn.html"} < set(archive.namelist())
    (few / "vej-og-park-nordfyn.yaml").write_text("title: x\n")
    failed = run("offline", "--settings", str(file), "-o", "ny.zip", "--no-pdf")
    assert (failed.exit_code, "Sitet kunne ikke bygges." in failed.output) == (1, True)
    assert not Path("ny.zip").exists()
