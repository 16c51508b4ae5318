"""What an editor watches: the changed case first, and never a site that is half built."""

from dataclasses import replace
from pathlib import Path
from threading import Condition
from types import SimpleNamespace
from typing import Any

import pytest

from generator.problems import Problem
from generator.reading.folder import examine
from generator.site.preview import Preview, changed


@pytest.fixture
def server(tmp_path: Path) -> Any:
    (tmp_path / "first").mkdir()
    epochs = {"_visible_epoch": 1, "_wanted_epoch": 2, "_epoch_cond": Condition()}
    return SimpleNamespace(root=str(tmp_path / "first"), **epochs)


def test_the_changed_page_is_shown_before_the_rest_is_built(server: Any) -> None:
    told: list[tuple[str, bool]] = []

    def renew(folder: Path) -> bool:
        told.append((folder.name, server._visible_epoch == server._wanted_epoch))
        return True

    def build() -> None:
        told.append((Path(server.root).name, server._visible_epoch == server._wanted_epoch))

    preview = Preview(server, build, renew)
    preview()
    assert told == [("first", False), ("first", True)]
    assert server.root == preview.folder
    assert server._wanted_epoch > server._visible_epoch, "browsers load what was built behind the page"


def test_each_build_has_a_folder_of_its_own_and_the_last_one_goes(server: Any) -> None:
    preview = Preview(server, lambda: None, lambda _: False)
    preview()
    first = Path(server.root)
    preview()
    assert not first.exists()
    assert Path(server.root).is_dir()
    preview.close()
    assert not Path(server.root).exists()


def test_a_build_that_fails_leaves_what_is_shown(server: Any) -> None:
    def fail() -> None:
        raise ValueError("broken")

    preview = Preview(server, fail, lambda _: False)
    with pytest.raises(ValueError, match="broken"):
        preview()
    assert Path(server.root).name == "first"
    assert not Path(preview.folder).exists()


def test_only_a_case_that_changed_alone_comes_first(few: Path) -> None:
    before = examine(few)
    assert changed(before, before) is None
    case = few / "vej-og-park-nordfyn.yaml"
    case.write_text(case.read_text("utf-8").replace("summary: ", "summary: Nu "), "utf-8")
    after = examine(few)
    assert changed(before, after) == after.cases[0]
    told = replace(after, warnings=(*after.warnings, Problem("a", 1, 1, "title", "Ret det", code="x")))
    assert changed(before, told) is None, "the notice of what is wrong stands on every page"
    assert changed(before, replace(after, cases=())) is None
    vocabulary = few / "vocabulary" / "themes.yaml"
    vocabulary.write_text(vocabulary.read_text("utf-8") + "\n", "utf-8")
    assert changed(before, examine(few)) is None
