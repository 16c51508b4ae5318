"""The live preview: a change shows, a fault shows its message, and the server lives on."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import yaml

from helpers import CASES, ROOT, interruptible

pytestmark = pytest.mark.slow

PATIENCE = 90
FILE = "hjoerring-modellen.yaml"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """One case by itself, so that the preview is quick."""
    folder = tmp_path / "cases"
    shutil.copytree(CASES, folder, ignore=shutil.ignore_patterns("*.yaml", "addresses.txt"))
    shutil.copytree(CASES / "vocabulary", folder / "vocabulary", dirs_exist_ok=True)
    write(folder)
    return folder


def write(folder: Path, **changes: object) -> None:
    """Write the case anew with some of its fields changed."""
    case = yaml.safe_load((CASES / FILE).read_text("utf-8")) | {"related": {}} | changes
    (folder / FILE).write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture
def broken(cases: Path, tmp_path: Path) -> Iterator[str]:
    """A preview that begins with a faulty case, and with a folder that is named as a case."""
    write(cases, form="interm")
    (cases / "mappe.yaml").mkdir()
    yield from served(cases, tmp_path)


@pytest.fixture
def preview(cases: Path, tmp_path: Path) -> Iterator[str]:
    yield from served(cases, tmp_path)


def served(cases: Path, tmp_path: Path) -> Iterator[str]:
    config, address = settled(cases, tmp_path)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(config), "-a", address]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as server:
        yield f"http://{address}/"
        server.terminate()


def settled(cases: Path, tmp_path: Path) -> tuple[Path, str]:
    """Return the settings of a catalogue, and where it can be shown."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(cases),
        "site_url": f"http://{address}/",
        "theme": {"custom_dir": str(ROOT / "theme_overrides")},
    }
    config = tmp_path / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings), "utf-8")
    return config, address


@contextmanager
def command(*words: str, temporary: Path) -> "Iterator[subprocess.Popen[str]]":
    """Begin a command that somebody at a keyboard can end, and that has its passing files in a folder."""
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with interruptible("-m", "generator", *words, environment=environment) as begun:
        try:
            yield begun
        finally:
            with suppress(ProcessLookupError):
                os.killpg(begun.pid, signal.SIGKILL)


def wait_for(url: str, words: str, present: bool = True) -> str:
    """Return the page once it has, or no longer has, some words."""
    page = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                page = answer.read().decode("utf-8")
        except OSError:
            page = "" if present else words
        if (words in page) == present:
            return page
        time.sleep(0.3)
    raise AssertionError(f"{words!r} {'never came' if present else 'never went'}: {page[:2000]}")


def test_preview_follows_changes_and_survives_faults(cases: Path, preview: str) -> None:
    address = f"{preview}case/hjoerring-modellen/"
    wait_for(address, "Hjørring-modellen")
    write(cases, title="En ny titel")
    wait_for(address, "En ny titel")
    write(cases, form="interm")
    page = wait_for(preview, "Mente du &#34;intern&#34;?")
    assert 'role="alert"' in page
    write(cases)
    wait_for(preview, 'role="alert"', present=False)


def test_preview_begins_with_faults_and_survives_a_broken_vocabulary(cases: Path, broken: str) -> None:
    assert "Mente du &#34;intern&#34;?" in wait_for(broken, 'role="alert"')
    (cases / "mappe.yaml").rmdir()
    write(cases)
    address = f"{broken}case/hjoerring-modellen/"
    wait_for(address, "Hjørring-modellen")
    themes = cases / "vocabulary" / "themes.yaml"
    words = themes.read_text("utf-8")
    themes.unlink()
    wait_for(broken, "Ordlisten themes.yaml mangler")
    themes.write_text(words, "utf-8")
    wait_for(broken, 'role="alert"', present=False)
    wait_for(address, "Hjørring-modellen")


def test_a_preview_that_is_ended_leaves_nothing_behind(cases: Path, tmp_path: Path) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    config, address = settled(cases, tmp_path)
    with command("serve", "--settings", str(config), "-a", address, temporary=temporary) as server:
        page = f"http://{address}/case/hjoerring-modellen/"
        wait_for(page, "Hjørring-modellen")
        write(cases, title="En ny titel")
        wait_for(page, "En ny titel")  # from now on the rest is built
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(PATIENCE) == 0
    assert not [*temporary.iterdir()]


def test_a_build_that_is_ended_does_not_say_that_it_built(cases: Path, tmp_path: Path) -> None:
    config, _ = settled(cases, tmp_path)
    with command("build", "--settings", str(config), temporary=tmp_path) as building:
        end = time.monotonic() + PATIENCE
        while not (tmp_path / ".cache").exists() and time.monotonic() < end:
            time.sleep(0.1)
        os.killpg(building.pid, signal.SIGINT)
        assert building.wait(PATIENCE) == 1
        assert building.stdout and building.stdout.read() == ""
    assert not (tmp_path / "site").exists()
