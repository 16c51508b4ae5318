"""What an editor watches: the changed cases first, the rest behind them, and never a site that is half built."""

from pathlib import Path
from threading import Condition, Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from generator.site.preview import Preview, StoppedError

PATIENCE = 20


@pytest.fixture
def server(tmp_path: Path) -> Any:
    (tmp_path / "first").mkdir()
    epochs = {"_visible_epoch": 1, "_wanted_epoch": 2, "_epoch_cond": Condition()}
    return SimpleNamespace(root=str(tmp_path / "first"), **epochs)


class Builds:
    """Builds that each write a page, as soon as they may."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()
        self.number = 0
        self.preview: Preview

    def __call__(self) -> None:
        self.number += 1
        Path(self.preview.folder, "a.html").write_text(f"built {self.number}", "utf-8")
        self.begun.set()
        assert self.may_end.wait(PATIENCE)
        self.preview.go_on()


def watching(server: Any, builds: Builds, renewals: list[list[str]]) -> Preview:
    """Return a preview with builds, each of whose changes renews some pages; it is shown by MkDocs' server."""

    def renew(folder: Path) -> list[str]:
        paths = renewals.pop(0)
        for path in paths:
            (folder / path).write_text("renewed", "utf-8")
        return paths

    builds.preview = Preview(server, builds, renew)
    return builds.preview


def wait(preview: Preview) -> None:
    """Wait until what was wanted last is built."""
    assert preview._next
    preview._next.result(PATIENCE)


def page(server: Any) -> str:
    return Path(server.root, "a.html").read_text("utf-8")


def test_a_changed_page_is_shown_while_the_rest_is_built(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"]])
    preview()
    assert builds.begun.wait(PATIENCE)
    assert page(server) == "renewed"
    server._visible_epoch = server._wanted_epoch  # which MkDocs does once it is called back
    builds.may_end.set()
    wait(preview)
    assert server.root == preview.folder
    assert page(server) == "built 1"
    assert server._visible_epoch == server._wanted_epoch == 3, "browsers load what was built behind the page"
    preview.close()


def test_a_page_that_changes_while_the_site_is_built_is_shown_at_once_and_stays(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"], ["a.html"]])
    preview()
    assert builds.begun.wait(PATIENCE)
    first = preview._next
    preview()
    builds.may_end.set()
    assert first
    first.result(PATIENCE)
    assert page(server) == "renewed" or builds.number == 2
    wait(preview)
    assert page(server) == "built 2"
    preview.close()


def test_a_build_lets_pages_be_renewed_first(server: Any) -> None:
    preview = watching(server, Builds(), [])
    going_on = Thread(target=preview.go_on, daemon=True)
    with preview._shown:
        going_on.start()
        going_on.join(0.1)
        assert going_on.is_alive()
    going_on.join(PATIENCE)
    assert not going_on.is_alive()


def test_a_page_that_is_gone_is_not_brought_back_by_a_build_that_began_before(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"]])
    (Path(server.root) / "a.html").write_text("old", "utf-8")
    preview()
    assert builds.begun.wait(PATIENCE)
    (Path(server.root) / "a.html").unlink()
    with preview._shown:
        preview._renewed.add("a.html")
    builds.may_end.set()
    wait(preview)
    assert not (Path(server.root) / "a.html").exists()
    preview.close()


def test_what_changes_more_than_cases_is_shown_when_it_is_built_and_stops_an_older_build(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"], []])
    preview()
    assert builds.begun.wait(PATIENCE)
    first = preview._next
    builds.may_end.set()
    preview()
    assert page(server) == f"built {builds.number}"
    assert first and (isinstance(first.exception(), StoppedError) or builds.number == 2)
    preview.close()


def test_each_build_has_a_folder_of_its_own_and_the_last_one_goes(server: Any) -> None:
    builds = Builds()
    builds.may_end.set()
    preview = watching(server, builds, [[], []])
    preview()
    first = Path(server.root)
    preview()
    assert not first.exists()
    assert Path(server.root).is_dir()
    preview.close()
    assert not Path(server.root).exists()


def test_a_build_that_fails_leaves_what_is_shown(server: Any, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError("broken")

    renewals = [[], ["a.html"]]
    preview = Preview(server, fail, lambda _: renewals.pop(0))
    with pytest.raises(ValueError, match="broken"):
        preview()
    assert Path(server.root).name == "first"
    assert not Path(preview.folder).exists()
    preview()
    preview._builds.shutdown()
    assert "broken" in caplog.text
    assert Path(server.root).name == "first"


def test_a_preview_that_ends_does_not_wait_for_what_it_builds(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"]])
    preview()
    assert builds.begun.wait(PATIENCE)
    builds.may_end.set()
    preview.close()
    assert not Path(preview.folder).exists()
