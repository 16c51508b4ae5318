"""A new site in the place of the old one: the same files as if all were new, and whole at every moment."""

import errno
import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.files import State
from generator.site import succession
from generator.site.succession import take_place

OLD = {f"case/{name}/index.html": name for name in "abcdefgh"} | {
    "index.html": "front",
    "assets/site.css": "old",
}


def laid(folder: Path, contents: Mapping[str, str]) -> Path:
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)
    folder.mkdir(exist_ok=True)
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


def staying(site: Path, *but: str) -> dict[str, State]:
    return {path: state for path, state in files.tree(site).files.items() if state and path not in but}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return laid(tmp_path / "site", OLD)


def succeeded(site: Path, comes: Mapping[str, str], *gone: str) -> dict[str, str]:
    """Let a site be followed by one that has other files too, and return what is there then."""
    known = site.stat().st_ino
    new, stays = laid(site.with_name("new"), comes), staying(site, *gone, *comes)
    told = take_place(new, site, stays)
    assert told == files.tree(site).files
    assert site.stat().st_ino == known, "the folder is the same"
    wanted = {path: content for path, content in OLD.items() if path in stays} | dict(comes)
    assert contents(site) == wanted
    assert {*files.tree(site).folders} == {*files.tree(laid(site.with_name("wanted"), wanted)).folders}
    return contents(site)


def test_new_files_are_moved_into_the_old_site_and_the_others_stay_untouched(site: Path) -> None:
    known = {path: (site / path).stat() for path in OLD}
    succeeded(site, {"case/a/index.html": "A", "case/i/index.html": "i"})
    for path, told in known.items():
        if path != "case/a/index.html":
            assert os.path.samestat((site / path).stat(), told)


def test_a_renamed_case_leaves_no_folder_behind(site: Path) -> None:
    assert "case/z/index.html" in succeeded(site, {"case/z/index.html": "a"}, "case/a/index.html")
    assert not (site / "case" / "a").exists()


def test_a_file_becomes_a_folder_and_a_folder_a_file(site: Path) -> None:
    succeeded(
        site,
        {"assets/site.css/a.css": "now a folder", "case/a": "now a file"},
        *("assets/site.css", "case/a/index.html"),
    )


@pytest.mark.parametrize("to", ["nowhere", "."])
def test_a_link_in_the_way_is_taken_away_and_what_it_leads_to_is_left(
    site: Path, tmp_path: Path, to: str
) -> None:
    aside = laid(tmp_path / "aside", {"own.html": "own"})
    (site / "guide").symlink_to(aside / to)
    take_place(laid(tmp_path / "new", {"guide/index.html": "guide"}), site, staying(site, "guide"))
    assert contents(site) == {**OLD, "guide/index.html": "guide"}
    assert contents(aside) == {"own.html": "own"}


def test_what_somebody_put_into_the_site_goes_as_ever(site: Path) -> None:
    laid(site, {"own/notes.txt": "x", "case/a/draft.html": "y"})
    (site / "empty").mkdir()
    succeeded(site, {"index.html": "new"}, "own/notes.txt", "case/a/draft.html")


def test_a_name_that_changes_only_its_capitals_is_there_afterwards(site: Path) -> None:
    laid(site, {"billeder/Kort.png": "x"})
    succeeded(site, {"billeder/kort.png": "x"}, "billeder/Kort.png")


def test_a_file_that_is_the_same_keeps_its_moment(site: Path, tmp_path: Path) -> None:
    known = (site / "index.html").stat()
    new = laid(tmp_path / "new", {**OLD, "case/a/index.html": "A"})
    take_place(new, site, {})
    assert os.path.samestat((site / "index.html").stat(), known)
    assert contents(site) == {**OLD, "case/a/index.html": "A"}


def test_a_site_of_which_most_is_new_is_swapped_whole(site: Path, tmp_path: Path) -> None:
    known, moment = site.stat().st_ino, (site / "index.html").stat().st_mtime_ns
    comes = {f"tema/{number}/index.html": str(number) for number in range(99)}
    new = laid(tmp_path / "new", comes)
    told = take_place(new, site, staying(site, "case/a/index.html"))
    assert {*contents(site)} == {*told}
    assert site.stat().st_ino != known
    assert (site / "index.html").stat().st_mtime_ns == moment
    assert told == files.tree(site).files
    assert {*told} == {*OLD, *comes} - {"case/a/index.html"}


@pytest.mark.parametrize(("folder", "is_moved"), [("case/a", False), ("case/b", True)])
def test_files_are_moved_where_there_is_leave_for_all_that_changes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, is_moved: bool
) -> None:
    known, access = site.stat().st_ino, os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != site / folder and access(path, mode))
    take_place(laid(tmp_path / "new", {"index.html": "new"}), site, staying(site, "case/a/index.html"))
    wanted = {path: content for path, content in OLD.items() if path != "case/a/index.html"}
    assert contents(site) == wanted | {"index.html": "new"}
    assert (site.stat().st_ino == known) is is_moved


def test_where_there_are_no_links_files_are_copied(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    comes = {f"tema/{number}/index.html": str(number) for number in range(99)}
    told = take_place(laid(tmp_path / "new", comes), site, staying(site))
    assert contents(site) == {**OLD, **comes}
    assert told == files.tree(site).files


def test_a_file_that_cannot_be_read_is_replaced(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment, read = (site / "index.html").stat().st_mtime_ns, files.read

    def forbidden(path: Path) -> bytes:
        if path == site / "index.html":
            raise PermissionError
        return read(path)

    monkeypatch.setattr(files, "read", forbidden)
    take_place(laid(tmp_path / "new", OLD), site, {})
    assert contents(site) == OLD
    assert (site / "index.html").stat().st_mtime_ns != moment


@pytest.mark.parametrize("folder", ["", "case"])
def test_a_site_that_cannot_be_read_whole_is_swapped_for_the_new_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    scan, opened = os.scandir, os.open

    def forbidden(path: Any) -> Any:
        if str(path).rstrip("/") == str(site / folder).rstrip("/"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return scan(path)

    def not_opened(path: Any, *given: Any, **options: Any) -> int:
        if path == site / folder:
            raise PermissionError(errno.EACCES, "no", str(path))
        return opened(path, *given, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", forbidden)
        patch.setattr(os, "open", not_opened)
        told = take_place(laid(tmp_path / "new", OLD), site, {})
    assert contents(site) == OLD
    assert told == files.tree(site).files


def change(site: Path) -> None:
    (site / "case" / "b" / "index.html").write_text("another")


def lose(site: Path) -> None:
    (site / "case" / "b" / "index.html").unlink()


def lose_all(site: Path) -> None:
    site.rename(site.with_name("gone"))


@pytest.mark.parametrize("meddle", [change, lose, lose_all])
def test_a_site_that_was_changed_meanwhile_is_left(site: Path, meddle: Callable[[Path], None]) -> None:
    stays = staying(site)
    meddle(site)
    left = contents(site)
    with pytest.raises(OSError, match="changed"):
        take_place(laid(site.with_name("new"), {"index.html": "new"}), site, stays)
    assert contents(site) == left


def killed_at(number: int, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Work in a process that dies before it changes a folder for the nth time, and return whether it did."""
    if (child := os.fork()) == 0:
        left = [number]

        def counted(method: Callable[..., Any]) -> Callable[..., Any]:
            def call(*given: Any, **named: Any) -> Any:
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                return method(*given, **named)

            return call

        for name in ("replace", "unlink", "mkdir", "rmdir"):
            monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_puts_it_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes = {"index.html": "NEW", "assets/site.css": "NEW", "case/z/index.html": "z"}
    wanted = {path: content for path, content in OLD.items() if path != "case/a/index.html"} | comes
    deaths = 0
    for moment in range(99):
        site = laid(tmp_path / str(moment) / "site", OLD)
        stays = staying(site, "case/a/index.html", *comes)

        def work(site: Path = site, stays: Mapping[str, State] = stays) -> None:
            take_place(laid(site.with_name("new"), comes), site, stays)

        laid(site.with_name("new"), comes)
        if not killed_at(moment, work, monkeypatch):
            break
        deaths += 1
        there = contents(site)
        assert all(content in {OLD.get(path), wanted.get(path)} for path, content in there.items())
        assert {*OLD} - {"case/a/index.html"} <= {*there}
        if there["index.html"] == "NEW":
            assert there["assets/site.css"] == "NEW", "what a page asks for comes before it"
        take_place(laid(site.with_name("again"), comes), site, stays)
        assert contents(site) == wanted
    assert deaths >= len(comes) + 2


def test_one_build_at_a_time_changes_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def looked(new: Path, *rest: Any) -> None:
        with pytest.raises(BlockingIOError):
            lock(site)
        seen.append(new)

    monkeypatch.setattr(succession, "_move", looked)
    take_place(laid(site.with_name("new"), {"index.html": "new"}), site, staying(site, "index.html"))
    assert seen


def lock(folder: Path) -> None:
    """Take the lock of a folder; raises BlockingIOError when somebody has it."""
    fcntl = pytest.importorskip("fcntl")
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(handle)
