"""Sound case files that are kept: what is found again is what was read, and what is told of it is the same."""

import shutil
from pathlib import Path

import pytest

from generator.reading import folder
from generator.reading.folder import Loaded, examine
from generator.reading.log import Reading
from generator.reading.reader import skim
from generator.store import NOTHING, Store
from helpers import CASES, MADE, made_cases


def again(cases: Path, kept: Store = NOTHING) -> Loaded:
    """Return what is read in a folder by a program that has read nothing before."""
    folder.forget()
    return examine(cases, kept=kept)


def told(loaded: Loaded) -> tuple[object, ...]:
    """Return all that is read, with the types of its values; each vocabulary is equal to itself alone."""
    cases = [(repr(case), case.model_fields_set) for case in loaded.cases]
    return cases, loaded.problems, loaded.warnings, loaded.slugs, loaded.former, loaded.known


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    made_cases(tmp_path / "cases")
    return tmp_path / "cases"


@pytest.mark.parametrize("source", [CASES, MADE], ids=["real", "made"])
def test_what_is_kept_is_what_was_read(source: Path, kept: Store) -> None:
    plain = told(again(source))
    assert told(again(source, kept)) == plain
    assert told(again(source, kept)) == plain


def test_cases_that_are_held_share_what_they_have_in_common(cases: Path, kept: Store) -> None:
    for _ in range(2):
        named = [source.model_fields_set for case in again(cases, kept).cases for source in case.sources]
        assert len({*map(id, named)}) == len({*map(frozenset, named)}) < len(named)


def test_only_a_changed_file_is_read_again(cases: Path, kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    again(cases, kept)
    changed, *_ = sorted(cases.glob("*.yaml"))
    changed.write_text(changed.read_text("utf-8") + "# noget nyt\n", "utf-8")
    parsed: list[str] = []

    def counted(file: str, content: bytes) -> Reading:
        parsed.append(file)
        return skim(file, content)

    monkeypatch.setattr(folder, "skim", counted)
    found = again(cases, kept)
    assert parsed == [f"cases/{changed.name}"]
    assert told(found) == told(again(cases))


def test_what_files_say_against_each_other_is_told_of_kept_ones(cases: Path, kept: Store) -> None:
    first, second, *_ = sorted(cases.glob("*.yaml"))
    again(cases, kept)
    shutil.copyfile(second, cases / "en-kopi.yaml")
    copied = again(cases, kept)
    assert {warning.code for warning in copied.warnings} >= {"same_title"}
    assert told(again(cases, kept)) == told(again(cases)) == told(copied)
    text = (cases / "en-kopi.yaml").read_text("utf-8")
    (cases / "en-kopi.yaml").write_text(f"{text}aliases: [{second.stem}, {first.stem}]\n", "utf-8")
    assert again(cases, kept).problems == again(cases, kept).problems == again(cases).problems != ()


def test_a_renaming_that_broke_off_is_known_among_kept_files(cases: Path, kept: Store) -> None:
    old = next(file for file in sorted(cases.glob("*.yaml")) if "\naliases:" not in file.read_text("utf-8"))
    text = old.read_text("utf-8")
    (cases / "nyt-navn.yaml").write_text(f"{text}aliases: [{old.stem}]\n", "utf-8")
    for store in (kept, kept, NOTHING):
        assert "half_renamed" in {problem.code for problem in again(cases, store).problems}


def test_another_vocabulary_reads_all_files_again(cases: Path, kept: Store) -> None:
    again(cases, kept)
    themes = cases / "vocabulary" / "themes.yaml"
    used = again(cases).cases[0].themes[0]
    themes.write_text(themes.read_text("utf-8").replace(f"\n{used}:", f"\n{used}-nu:"), "utf-8")
    assert "not_allowed" in {problem.code for problem in again(cases, kept).problems}


def test_a_faulty_file_is_not_kept(cases: Path, kept: Store) -> None:
    again(cases, kept)
    file, *_ = sorted(cases.glob("*.yaml"))
    file.write_text("title: [", "utf-8")
    assert again(cases, kept).problems == again(cases, kept).problems != ()


def test_a_file_that_could_not_be_read_is_read_once_it_can(cases: Path, kept: Store) -> None:
    link = cases / "en-genvej.yaml"
    link.symlink_to(cases.parent / "udenfor.yaml")
    (cases.parent / "udenfor.yaml").write_bytes(b"")
    assert "symlink" in {problem.code for problem in examine(cases, kept=kept).problems}
    link.unlink()
    link.write_bytes(b"")
    assert "symlink" not in {problem.code for problem in examine(cases, kept=kept).problems}
