"""Work that a process of its own does: the same comes of it, and nothing of it stays behind whatever happens."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli
from mkdocs.exceptions import PluginError

from generator.search import index
from generator.site import fork, plugin
from generator.site.fork import DiedError, Fork, pays
from helpers import QUIET, interruptible, write_project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux doubles a process")
PATIENCE = 60
ENDLESS = """
import os, sys, time
from generator.search import index
from generator.site import fork
from mkdocs.__main__ import cli

def endless(*given):
    print("begun", os.getpid(), flush=True)
    time.sleep(600)

index.index, fork.pays.__globals__["FEWEST"] = endless, 1
cli(sys.argv[1:])
"""
"""A build whose search is never made."""


def test_the_result_is_that_of_the_work_with_all_that_is_here() -> None:
    here = {"a": [1, 2]}
    assert Fork(lambda: (here, os.getpid() != os.getppid())).result() == (here, True)
    assert Fork(os.getpid).result() != os.getpid()


def test_what_goes_wrong_goes_wrong_here_too() -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, "full", "x.js")

    with pytest.raises(OSError, match="full") as raised:
        Fork(fail).result()
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "x.js")
    assert "in fail" in raised.value.__notes__[0]


def test_a_process_that_dies_is_told_of() -> None:
    with pytest.raises(DiedError, match=rf"kode -9.*{fork.SWITCH}"):
        Fork(die).result()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_nothing_is_done_any_more_when_it_is_ended() -> None:
    receiver, sender = os.pipe()

    def work() -> None:
        os.write(sender, b".")
        signal.pause()

    forked = Fork(work)
    os.close(sender)
    assert os.read(receiver, 1) == b"."
    forked.end()
    assert os.read(receiver, 1) == b""  # nobody can write any more
    os.close(receiver)


def test_it_is_for_many_cases_and_several_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert [pays(cases) for cases in (84, 200, 4_000, 10_000)] == [False, True, True, False]
    monkeypatch.setenv(fork.SWITCH, "false")
    assert not pays(200)
    monkeypatch.delenv(fork.SWITCH)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not pays(200)
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not pays(200)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path)
    return tmp_path


def build(project: Path, monkeypatch: pytest.MonkeyPatch, is_apart: bool) -> Result:
    monkeypatch.setattr(fork, "pays", lambda _: is_apart)
    return CliRunner().invoke(cli, ["build", "--quiet", "--strict", "-f", str(project / "mkdocs.yml")])


def left(project: Path) -> list[Path]:
    """Return what is left of a site, whole or half."""
    return [*project.glob("site"), *project.glob(".site*")]


@pytest.mark.slow
def test_one_process_and_two_make_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(Fork, "__init__", counted(Fork.__init__, begun))
    sites = []
    for is_apart in (False, True):
        done = build(project, monkeypatch, is_apart)
        assert (done.exit_code, done.output) == (0, "")
        site = project / "site"
        sites.append({path: path.read_bytes() for path in site.rglob("*") if path.is_file()})
        site.rename(project / f"site of {is_apart}")
        (project / ".cache" / "store.sqlite").unlink()
    assert sites[0] == sites[1]
    assert len(begun) == 1


def counted(method: Callable[..., None], begun: list[object]) -> Callable[..., None]:
    def call(*given: object) -> None:
        begun.append(given)
        method(*given)

    return call


@pytest.mark.slow
def test_a_fault_is_told_as_by_one_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(_: plugin.CatalogPlugin, error: Exception) -> None:
        told.append(repr(error))
        raise error

    def fail(*_: object) -> None:
        raise PluginError("Det går ikke.")

    monkeypatch.setattr(plugin.CatalogPlugin, "on_build_error", tell)
    monkeypatch.setattr(index, "index", fail)
    for is_apart in (False, True):
        assert build(project, monkeypatch, is_apart).exit_code
    assert told == [repr(PluginError("Det går ikke."))] * 2


@pytest.mark.slow
def test_there_is_no_site_when_the_process_dies(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "index", lambda *_: die())
    done = build(project, monkeypatch, is_apart=True)
    assert done.exit_code
    assert "blev stoppet undervejs (kode -9)" in done.output
    assert left(project) == []


@pytest.fixture
def endless(project: Path) -> "Iterator[tuple[subprocess.Popen[str], int]]":
    """Begin a build whose search is never made; give it with the number of the process that is to make it."""
    words = ("-c", ENDLESS, "build", "--quiet", "-f", str(project / "mkdocs.yml"))
    with interruptible(*words, environment=QUIET) as begun:
        assert begun.stdout
        word, number = begun.stdout.readline().split()
        assert word == "begun"
        yield begun, int(number)


@pytest.mark.slow
def test_an_interruption_ends_both_and_leaves_nothing(
    project: Path, endless: "tuple[subprocess.Popen[str], int]"
) -> None:
    building, other = endless
    os.killpg(building.pid, signal.SIGINT)
    _, said = building.communicate(timeout=PATIENCE)
    assert building.returncode
    assert "Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)
    assert left(project) == []


@pytest.mark.slow
def test_the_process_ends_with_one_that_is_killed(endless: "tuple[subprocess.Popen[str], int]") -> None:
    building, _ = endless
    building.kill()
    building.communicate(timeout=PATIENCE)  # waits until nobody can write to it any more
