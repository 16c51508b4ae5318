"""`check` once more: what it keeps saves work, and never changes what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import store
from generator.cli import verdict
from generator.model import Case
from generator.reading import folder
from generator.reading.log import Reading
from generator.reading.verdict import Verdict
from generator.vocabulary import Vocabulary
from helpers import ROOT, made_cases, run

WORDS = "cases/vocabulary/statuses.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue that was checked before."""
    monkeypatch.chdir(tmp_path)
    made_cases(tmp_path / "cases")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "theme_overrides" / "assets" / "fonts").mkdir(parents=True)
    (tmp_path / "theme_overrides" / "main.html").touch()
    told()
    return tmp_path


def told(*options: str) -> tuple[int, str]:
    """Return what `check` says."""
    done = run("check", *options)
    return done.exit_code, done.output


def edit(path: str, change: Callable[[str], str]) -> None:
    file = Path(path)
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def first() -> Path:
    return min(Path("cases").glob("*.yaml"))


def misspell(file: str) -> None:
    edit(file, lambda text: text.replace("casekatalog:\n", "casekatalog:\n      x: 1\n", 1))


def misspell_inherited() -> None:
    Path("mkdocs.yml").rename("base.yml")
    Path("mkdocs.yml").write_text("INHERIT: base.yml\n")
    told()
    misspell("base.yml")


CHANGES: dict[str, Callable[[], object]] = {
    "a case": lambda: edit(str(first()), lambda text: text + "farve: blå\n"),
    "the same case in as many bytes": lambda: edit(
        str(first()), lambda text: text.replace("title:", "titel:", 1)
    ),
    "a case that is gone": lambda: first().unlink(),
    "a case under another name": lambda: first().rename("cases/Et nyt navn.yaml"),
    "a word of a vocabulary": lambda: edit(WORDS, lambda text: text.replace("afsluttet:", "slut:", 1)),
    "a vocabulary that is gone": lambda: Path(WORDS).unlink(),
    "a setting": lambda: misspell("mkdocs.yml"),
    "the settings that are inherited": misspell_inherited,
    "the folder of templates": lambda: Path("theme_overrides").rename("old"),
    "a part of the templates": lambda: Path("theme_overrides/main.html").unlink(),
    "a document beside the cases": lambda: Path("cases/referat.docx").write_bytes(b"x"),
    "a link out of the folder": lambda: Path("cases/x.yaml").symlink_to(ROOT / "README.md"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_says_the_same_as_a_check_from_scratch(
    project: Path, change: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.packed.THEME", Path("theme_overrides"))  # as in a repository that has both
    before = told()
    change()
    kept = [told(), told()]
    monkeypatch.setenv(store.SWITCH, "false")
    assert kept == [told()] * 2
    assert kept[0] != before


def test_what_stood_in_a_file_for_a_moment_is_not_said_later(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, real = first().read_text("utf-8"), verdict.verdict
    faulty = sound.replace("title:", "titel:", 1)

    def saved_meanwhile(*given: Any) -> Verdict:
        first().write_text(sound, "utf-8")
        return real(*given)

    first().write_text(faulty, "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(verdict, "verdict", saved_meanwhile)
        told()
    first().write_text(faulty, "utf-8")
    assert told()[0] == 1


def test_nothing_is_read_again_when_nothing_has_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(), told("--advice")

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(verdict, "verdict", fail)
    assert (told(), told("--advice")) == before


def test_another_version_of_the_program_checks_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    real = verdict.verdict

    def count(folder: Path, advises: bool, kept: store.Store) -> Verdict:
        work.append(folder)
        return real(folder, advises, kept)

    monkeypatch.setattr(verdict, "verdict", count)
    told()
    assert work == []
    monkeypatch.setattr(store, "program", lambda: "a newer program")
    told()
    assert len(work) == 1


def test_a_broken_store_is_no_matter(project: Path) -> None:
    before = told()
    (project / store.FILE).write_bytes(b"broken" * 1000)
    assert [told(), told(), told()] == [before] * 3


def test_one_case_is_read_again_when_one_has_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    real = folder.parse_case

    def count(reading: Reading, slug: str, vocabulary: Vocabulary) -> tuple[Reading, Case | None]:
        read.append(slug)
        return real(reading, slug, vocabulary)

    monkeypatch.setattr(folder, "parse_case", count)
    folder.examine(project / "cases")
    read.clear()
    folder.examine(project / "cases")
    assert read == []
    edit(str(first()), lambda text: text.replace("title: ", "title: Nu ", 1))
    folder.examine(project / "cases")
    assert read == [first().stem]
