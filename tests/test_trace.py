"""The trace of a folder: another once anything is that a check looks at, and none where it cannot be told."""

import os
from pathlib import Path

import pytest

from generator.reading.trace import SMALL, traced


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    cases = tmp_path / "cases"
    (cases / "vocabulary").mkdir(parents=True)
    (cases / "a.yaml").write_text("title: A\n")
    return cases


def trace(cases: Path) -> str | None:
    return traced(cases, cases.parent / "mkdocs.yml")


def test_it_is_the_same_for_the_same_content_at_another_time(cases: Path) -> None:
    before = trace(cases)
    os.utime(cases / "a.yaml", (1, 1))
    assert trace(cases) == before is not None


def test_it_tells_names_contents_and_folders_apart(cases: Path) -> None:
    seen = [trace(cases)]
    (cases / "a.yaml").write_text("title: B\n")
    seen.append(trace(cases))
    (cases / "a.yaml").rename(cases / "b.yaml")
    seen.append(trace(cases))
    (cases / "b.yaml").rename(cases / "vocabulary" / "b.yaml")
    seen.append(trace(cases))
    (cases / "empty").mkdir()
    seen.append(trace(cases))
    assert len({*seen}) == len(seen)


def test_it_follows_the_settings_to_those_that_they_are_inherited_from(cases: Path) -> None:
    (cases.parent / "mkdocs.yml").write_text("INHERIT: 'up/base.yml'\n")
    without = trace(cases)
    (cases.parent / "up").mkdir()
    (cases.parent / "up" / "base.yml").write_text("theme: {custom_dir: 'mine'}\nINHERIT: ../mkdocs.yml\n")
    missing = trace(cases)
    (cases.parent / "up" / "mine").mkdir()
    assert len({without, missing, trace(cases)}) == 3


@pytest.mark.parametrize(
    "inherits",
    [
        "INHERIT: base.yml  # ours",
        "INHERIT: 'base.yml' # ours",
        "{INHERIT: base.yml}",
        "INHERIT: >-\n  base.yml",
        "INHERIT:\n  base.yml",
        "? INHERIT\n: base.yml",
        'INHERIT: "b\\x61se.yml"',
    ],
)
def test_it_never_misses_what_settings_are_inherited_from(cases: Path, inherits: str) -> None:
    base = cases.parent / "base.yml"
    base.write_text("site_name: x\n")
    (cases.parent / "mkdocs.yml").write_text(f"{inherits}\n")
    before = trace(cases)
    base.write_text("site_name: y\n")
    assert before is None or trace(cases) != before


def test_a_comment_beside_what_is_inherited_leaves_it_told(cases: Path) -> None:
    (cases.parent / "base.yml").write_text("")
    (cases.parent / "mkdocs.yml").write_text("INHERIT: base.yml # ours\n")
    assert trace(cases)


def test_a_large_file_in_as_many_bytes_is_seen_even_where_it_seems_as_old(cases: Path) -> None:
    picture = cases / "picture.png"
    picture.write_bytes(b"a" * SMALL)
    before, known = trace(cases), picture.stat()
    picture.write_bytes(b"b" * SMALL)
    os.utime(picture, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert trace(cases) != before


def test_there_is_none_of_links_and_pipes(cases: Path) -> None:
    (cases / "c.yaml").symlink_to(cases / "a.yaml")
    assert trace(cases) is None
    (cases / "c.yaml").unlink()
    os.mkfifo(cases / "c.yaml")
    assert trace(cases) is None
