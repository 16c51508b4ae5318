"""The files of a site: what is the same as before is taken over as it lies there, and nothing else is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.output import Group, Output
from generator.store import NOTHING, Store

CONTENTS = {"index.html": b"front", "case/a/index.html": b"a", "data/cases.csv": b"name\n"}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


def group(contents: dict[str, bytes], key: str = "one", make: Callable[[], None] = lambda: None) -> Group:
    def made() -> dict[str, bytes]:
        make()
        return contents

    return Group(key, made)


def built(folder: Path, former: Path, kept: Store, some: Group) -> Path:
    """Build a site of one group, and return its folder."""
    output = Output(folder, former, kept, "site")
    assert output.bring(some) == {path: len(content) for path, content in CONTENTS.items()}
    output.close(folder)
    return folder


def fail() -> None:
    raise AssertionError


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_group_that_is_made_of_the_same_is_not_made_again(tmp_path: Path, kept: Store) -> None:
    first = built(tmp_path / "1", tmp_path / "none", kept, group(CONTENTS))
    again = built(tmp_path / "2", first, kept, group(CONTENTS, make=fail))
    assert contents(again) == CONTENTS
    assert all((first / path).samefile(again / path) for path in CONTENTS)
    third = built(tmp_path / "3", again, kept, group(CONTENTS, make=fail))
    assert contents(third) == CONTENTS


def touch(folder: Path) -> None:
    file = folder / "index.html"
    file.write_bytes(b"FRONT")
    os.utime(file, ns=(0, 0))


def lead_elsewhere(folder: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(folder / "case" / "a" / "index.html")


@pytest.mark.parametrize(
    "change",
    [touch, lead_elsewhere, lambda folder: (folder / "index.html").unlink()],
    ids=["touched", "a link", "gone"],
)
def test_what_somebody_changed_in_the_site_is_written_anew(
    tmp_path: Path, kept: Store, change: Callable[[Path], None]
) -> None:
    first = built(tmp_path / "1", tmp_path / "none", kept, group(CONTENTS))
    change(first)
    again = built(tmp_path / "2", first, kept, group(CONTENTS))
    assert contents(again) == CONTENTS
    assert not (first / "index.html").exists() or not (again / "index.html").samefile(first / "index.html")
    assert (again / "data" / "cases.csv").samefile(first / "data" / "cases.csv")


def test_a_group_that_is_made_of_something_else_writes_only_what_is_new(tmp_path: Path, kept: Store) -> None:
    first = built(tmp_path / "1", tmp_path / "none", kept, group({**CONTENTS, "index.html": b"other"}))
    again = built(tmp_path / "2", first, kept, group(CONTENTS, key="two"))
    assert contents(again) == CONTENTS
    same = [path for path in CONTENTS if (again / path).samefile(first / path)]
    assert same == ["case/a/index.html", "data/cases.csv"]


def test_a_file_is_taken_over_by_what_it_is_made_of(tmp_path: Path, kept: Store) -> None:
    first, again = tmp_path / "1", tmp_path / "2"
    output = Output(first, tmp_path / "none", kept, "site")
    output.write("a.html", b"a", "key of a")
    (first / "b.html").write_bytes(b"b")
    output.mark("b.html", "key of b")
    output.close(first)
    output = Output(again, first, kept, "site")
    assert not output.takes(("a.html", "key of a"), ("b.html", "another"))
    assert not again.exists()
    assert output.takes(("a.html", "key of a"), ("b.html", "key of b"))
    assert contents(again) == {"a.html": b"a", "b.html": b"b"}
    assert not Output(tmp_path / "3", again, kept, "another site").takes(("a.html", "key of a"))


def test_where_there_are_no_links_files_are_copied(
    tmp_path: Path, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    first = built(tmp_path / "1", tmp_path / "none", kept, group(CONTENTS))
    again = built(tmp_path / "2", first, kept, group(CONTENTS, make=fail))
    third = built(tmp_path / "3", again, kept, group(CONTENTS, make=fail))
    assert contents(third) == CONTENTS


def test_without_a_store_everything_is_made(tmp_path: Path) -> None:
    first = built(tmp_path / "1", tmp_path / "none", NOTHING, group(CONTENTS))
    again = built(tmp_path / "2", first, NOTHING, group(CONTENTS))
    assert contents(again) == CONTENTS
    assert not any((first / path).samefile(again / path) for path in CONTENTS)
