"""What an editor watches: the changed cases first, the rest behind them, and never a site that is half built."""

from pathlib import Path
from threading import Condition, Event
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
    """Builds that each write a page: those behind as soon as they may, as a process that can be killed would."""

    def __init__(self, code: int = 0) -> None:
        self.begun, self.may_end = Event(), Event()
        self.number, self.killed = 0, 0
        self.returncode: int | None = None
        self._code = code
        self.preview: Preview

    def here(self) -> None:
        self._write(self.preview.folder)

    def behind(self, folder: str) -> Any:
        self.returncode = None
        self._write(folder)
        self.begun.set()
        return self

    def _write(self, folder: str) -> None:
        self.number += 1
        Path(folder, "a.html").write_text(f"built {self.number}", "utf-8")

    def poll(self) -> int | None:
        if self.may_end.is_set():
            self.returncode = self._code
        return self.returncode

    def kill(self) -> None:
        self.killed += 1
        self.returncode = -9

    def __enter__(self) -> "Builds":
        return self

    def __exit__(self, *error: object) -> None:
        assert self.returncode is not None


def watching(server: Any, builds: Builds, renewals: list[list[str]]) -> Preview:
    """Return a preview with builds, each of whose changes renews some pages; it is shown by MkDocs' server."""

    def renew(folder: Path) -> list[str]:
        paths = renewals.pop(0)
        for path in paths:
            (folder / path).write_text("renewed", "utf-8")
        return paths

    builds.preview = Preview(server, builds.here, builds.behind, renew)
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
    assert page(server) == "renewed"
    builds.may_end.set()
    assert first
    first.result(PATIENCE)
    assert page(server) == "renewed" or builds.number == 2
    wait(preview)
    assert page(server) == "built 2"
    preview.close()


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
    preview = watching(server, builds, [["a.html"], ["a.html"], []])
    preview()
    assert builds.begun.wait(PATIENCE)
    first = preview._next
    preview()
    preview()
    assert first and isinstance(first.exception(), StoppedError)
    assert preview._next and preview._next.cancelled(), "nobody wants the one that waited either"
    assert (page(server), builds.killed) == ("built 2", 1)
    preview.close()


def test_each_build_has_a_folder_of_its_own_and_the_last_one_goes(server: Any) -> None:
    preview = watching(server, Builds(), [[], []])
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

    builds, renewals = Builds(code=1), [[], ["a.html"]]
    preview = Preview(server, fail, builds.behind, lambda _: renewals.pop(0))
    with pytest.raises(ValueError, match="broken"):
        preview()
    assert Path(server.root).name == "first"
    assert not Path(preview.folder).exists()
    builds.may_end.set()
    preview()
    preview._builds.shutdown()
    assert "Sitet kunne ikke bygges" in caplog.text
    assert Path(server.root).name == "first"


def test_a_preview_that_ends_does_not_wait_for_what_it_builds(server: Any) -> None:
    builds = Builds()
    preview = watching(server, builds, [["a.html"]])
    preview()
    assert builds.begun.wait(PATIENCE)
    preview.close()
    assert builds.killed == 1
