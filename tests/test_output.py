"""The files of a site: what is the same as before stays as it lies there, and nothing else does."""

import os
import shutil
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.site.output import Each, Group, Output
from generator.site.succession import take_place
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


def built(site: Path, kept: Store, some: Group) -> list[str]:
    """Build a site of one group, and return the paths of what was written for it."""
    new = site.with_name("new")
    new.mkdir()
    output = Output(new, site, kept, "site")
    assert output.bring(some) == {path: len(content) for path, content in CONTENTS.items()}
    written = sorted(contents(new))
    output.close(take_place(new, site, output.stays))
    shutil.rmtree(new, ignore_errors=True)
    assert contents(site) == CONTENTS
    return written


def test_nothing_is_taken_over_from_a_site_that_cannot_be_read_whole(
    tmp_path: Path, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path / "site", kept, group(CONTENTS))
    scan = os.scandir

    def forbidden(path: Any) -> Any:
        if str(path).rstrip("/").endswith("site/case"):
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", forbidden)
    output = Output(tmp_path / "new", tmp_path / "site", kept, "site")
    output.bring(group(CONTENTS))
    assert output.stays == {}


def fail() -> None:
    raise AssertionError


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_group_that_is_made_of_the_same_is_neither_made_nor_written(tmp_path: Path, kept: Store) -> None:
    assert built(tmp_path / "site", kept, group(CONTENTS)) == sorted(CONTENTS)
    assert built(tmp_path / "site", kept, group(CONTENTS, make=fail)) == []
    assert built(tmp_path / "site", kept, group(CONTENTS, make=fail)) == []


def test_of_files_that_are_made_one_by_one_only_the_new_are_made(tmp_path: Path, kept: Store) -> None:
    site, asked = tmp_path / "site", []

    def built_of(told: dict[str, str]) -> None:
        def make(paths: AbstractSet[str]) -> dict[str, bytes]:
            asked.append({*paths})
            return {path: told[path].encode() for path in paths}

        output = Output(tmp_path / "new", site, kept, "site")
        sizes = output.bring(Each({path: f"key of {text}" for path, text in told.items()}, make))
        assert sizes == {path: len(text) for path, text in told.items()}
        (tmp_path / "new").mkdir(exist_ok=True)
        output.close(take_place(tmp_path / "new", site, output.stays))
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        assert contents(site) == {path: text.encode() for path, text in told.items()}

    built_of({"a.js": "a", "case/b.js": "b", "c.js": "c"})
    built_of({"a.js": "a", "case/b.js": "other", "d.js": "d"})
    built_of({"a.js": "a", "case/b.js": "other", "d.js": "d"})
    assert asked == [{"a.js", "case/b.js", "c.js"}, {"case/b.js", "d.js"}, set()]


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
    site = tmp_path / "site"
    built(site, kept, group(CONTENTS))
    change(site)
    assert built(site, kept, group(CONTENTS)) == ["index.html"]
    assert not (site / "index.html").is_symlink()


def test_what_lies_behind_a_link_is_no_part_of_the_site(tmp_path: Path, kept: Store) -> None:
    site = tmp_path / "site"
    built(site, kept, group(CONTENTS))
    (site / "data").rename(tmp_path / "elsewhere")
    (site / "data").symlink_to(tmp_path / "elsewhere")
    assert built(site, kept, group(CONTENTS)) == ["data/cases.csv"]
    assert not (site / "data").is_symlink()
    assert (tmp_path / "elsewhere" / "cases.csv").is_file()


def test_a_group_that_is_made_of_something_else_writes_only_what_is_new(tmp_path: Path, kept: Store) -> None:
    site = tmp_path / "site"
    built(site, kept, group(CONTENTS))
    other = Output(tmp_path / "other", site, kept, "site")
    other.bring(group({**CONTENTS, "index.html": b"other"}, key="two"))
    assert contents(tmp_path / "other") == {"index.html": b"other"}
    assert [*other.stays] == ["case/a/index.html", "data/cases.csv"]


def test_a_file_is_taken_over_by_what_it_is_made_of(tmp_path: Path, kept: Store) -> None:
    site = tmp_path / "site"
    output = Output(site, tmp_path / "none", kept, "site")
    output.write("a.html", b"a", "key of a")
    (site / "b.html").write_bytes(b"b")
    output.mark("b.html", "key of b")
    output.close(files.tree(site).files)
    output = Output(tmp_path / "new", site, kept, "site")
    assert not output.takes(("a.html", "key of a"), ("b.html", "another"))
    assert not output.stays
    assert output.takes(("a.html", "key of a"), ("b.html", "key of b"))
    assert output.stays == files.tree(site).files
    assert not Output(tmp_path / "new", site, kept, "another site").takes(("a.html", "key of a"))


def test_a_document_is_copied_once(tmp_path: Path, kept: Store) -> None:
    site, new, document = tmp_path / "site", tmp_path / "new", tmp_path / "abc-1.pdf"
    document.write_bytes(b"%PDF")
    output = Output(site, tmp_path / "none", kept, "site")
    output.copy("pdf/a.pdf", document)
    output.close(files.tree(site).files)
    again = Output(new, site, kept, "site")
    again.copy("pdf/a.pdf", document)
    assert [*again.stays] == ["pdf/a.pdf"]
    again.copy("pdf/a.pdf", document.rename(tmp_path / "abd-2.pdf"))
    assert contents(new) == contents(site) == {"pdf/a.pdf": b"%PDF"}


def test_without_a_store_everything_is_made(tmp_path: Path) -> None:
    assert built(tmp_path / "site", NOTHING, group(CONTENTS)) == sorted(CONTENTS)
    assert built(tmp_path / "site", NOTHING, group(CONTENTS)) == sorted(CONTENTS)
