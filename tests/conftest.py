"""The built site, a server for it and a browser, shared by the tests."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.catalogue import Catalogue
from generator.reading.folder import load

ROOT = Path(__file__).parent.parent
CASES = ROOT / "cases"
CHROMIUM = Path("/usr/bin/chromium")


def build(target: Path, *options: str, engine: str = "mkdocs", config: Path = ROOT / "mkdocs.yml") -> None:
    """Build the site into `target`, strictly."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [
        sys.executable,
        "-m",
        engine,
        "build",
        "--strict",
        "--quiet",
        "-f",
        str(config),
        "-d",
        str(target),
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(*load(CASES))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of cases that a test may change."""
    target = tmp_path / "cases"
    shutil.copytree(CASES, target)
    return target


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder with the vocabularies and a single case, which is quickly read."""
    target = tmp_path / "cases"
    shutil.copytree(CASES / "vocabulary", target / "vocabulary")
    shutil.copy(CASES / "vej-og-park-nordfyn.yaml", target)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    build(target)
    return target


@contextmanager
def serving(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Give the address of a server for a folder."""
    answer = functools.partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


class StrictHandler(QuietHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()


@pytest.fixture(scope="session")
def strict_server(site: Path) -> Iterator[str]:
    with serving(site, StrictHandler) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    with sync_playwright() as playwright:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()
