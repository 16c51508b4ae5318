"""The store: whatever happens to its file, what it gives is what was kept, and a build goes on."""

import sqlite3
import threading
from pathlib import Path

import pytest

from generator import store
from generator.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "store.sqlite"


def filled(file: Path) -> Store:
    kept = Store(file)
    kept.keep("case", {"a": b"one", "b": b"two"})
    return kept


def test_what_is_kept_is_found_by_kind_and_key(file: Path) -> None:
    kept = filled(file)
    kept.keep("page", {"a": b"another"})
    assert kept.find("case", ["a", "b", "c"]) == {"a": b"one", "b": b"two"}
    assert Store(file).find("page", ["a", "b"]) == {"a": b"another"}


def test_what_is_kept_again_takes_the_place_of_the_old(file: Path) -> None:
    kept = filled(file)
    kept.keep("case", {"a": b"new"})
    assert kept.find("case", ["a"]) == {"a": b"new"}


def test_a_store_that_is_switched_off_is_always_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.SWITCH, "false")
    kept = store.beside(tmp_path)
    kept.keep("case", {"a": b"one"})
    assert kept.find("case", ["a"]) == {}
    assert [*tmp_path.iterdir()] == []


def foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as base:
        base.execute("CREATE TABLE kept (something TEXT)")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b"not a database at all, but long enough to be looked at" * 20),
        lambda file: file.write_bytes(file.read_bytes()[:3000]),
        lambda file: file.write_bytes(file.read_bytes()[:100] + b"\xff" * (file.stat().st_size - 100)),
        lambda file: file.write_bytes(b""),
        foreign,
    ],
    ids=["no database", "cut", "overwritten", "empty", "another program's"],
)
def test_a_broken_file_is_replaced(file: Path, spoil: object) -> None:
    kept = filled(file)
    assert callable(spoil)
    spoil(file)
    assert kept.find("case", ["a"]) == {}
    for _ in range(2):  # the first finds that the file is broken
        kept.keep("case", {"a": b"again"})
    assert kept.find("case", ["a"]) == {"a": b"again"}


def test_a_content_that_is_not_as_it_was_kept_counts_as_missing(file: Path) -> None:
    kept = filled(file)
    file.write_bytes(file.read_bytes().replace(b"two", b"twn"))
    assert kept.find("case", ["a", "b"]) == {"a": b"one"}


def test_a_file_in_the_hands_of_another_build_is_waited_for_no_longer_than_needed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    kept = filled(file)
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert kept.find("case", ["a"]) == {}
    kept.keep("case", {"c": b"three"})
    other.rollback()
    other.close()
    assert kept.find("case", ["a", "c"]) == {"a": b"one"}


def test_two_builds_at_once_lose_nothing(file: Path) -> None:
    def work(name: str) -> None:
        for number in range(20):
            Store(file).keep("case", {f"{name}{number}": name.encode()})

    builds = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    keys = [f"{name}{number}" for name in "ab" for number in range(20)]
    assert len(Store(file).find("case", keys)) == 40


def test_what_nobody_asked_for_longest_goes_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(file, largest=1_000_000)
    for day in range(10):
        monkeypatch.setattr(store, "_today", lambda day=day: day)
        kept.keep("page", {str(day): bytes(90_000)})
        kept.find("page", ["0"])
    monkeypatch.setattr(store, "_today", lambda: 10)
    kept.keep("page", {"10": bytes(200_000)})
    left = kept.find("page", [*map(str, range(11))])
    assert {"0", "9", "10"} <= {*left} and "1" not in left
    for day in range(11, 60):
        kept.keep("page", {str(day): bytes(90_000)})
    assert file.stat().st_size < 1_300_000


def test_a_file_out_of_reach_counts_as_missing(tmp_path: Path) -> None:
    kept = Store(tmp_path / ("x" * 300))
    kept.keep("case", {"a": b"one"})
    assert kept.find("case", ["a"]) == {}


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be")
    kept = store.beside(tmp_path)
    kept.keep("case", {"a": b"one"})
    assert kept.find("case", ["a"]) == {}


def test_a_key_tells_parts_and_versions_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.key("a", b"b") == store.key(b"a", "b") != store.key("ab") != store.key("a", "b", "")
    before = store.key("a")
    monkeypatch.setattr(store, "program", lambda: "a newer program")
    assert store.key("a") != before
