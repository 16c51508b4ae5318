"""What the tests have in common: where things are, sites built once, servers, and axe."""

import functools
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urldefrag, urljoin

import click
import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from filelock import FileLock
from playwright.sync_api import Page

from generator.cli.main import main
from generator.model import Case, Figure
from generator.wording import Wording, wording

ROOT = Path(__file__).parent.parent
CASES = ROOT / "cases"
FILES = sorted(CASES.glob("*.yaml"))
MADE = Path(__file__).parent / "catalogue"
"""Ten cases made for tests: together they use every field, and no editor rewords them."""
JUDGED = yaml.safe_load((Path(__file__).parent / "data" / "findings.yaml").read_text("utf-8"))
"""Texts in which a person must judge something, and those in which nobody must, by the code of the finding."""
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The environment in which MkDocs says nothing of its future."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe looks for, by the tags of its rules."""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that another colour scheme can break."""
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}
"""The attributes by which elements load files."""
CLOSED = "case/gammel-case/ nedlagt: Kilden er <b>trukket</b> tilbage.\n"
"""The ledger of the made cases."""
PALETTES = {"light": "default", "dark": "slate"}


def build(
    target: Path,
    *options: str,
    engine: str = "mkdocs",
    config: Path = ROOT / "mkdocs.yml",
    environment: Mapping[str, str] = {},
) -> None:
    """Build the site into `target`, strictly."""
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
    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, env={**QUIET, **environment}, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


class Elements(HTMLParser):
    """Collects what a page links to, loads and can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.anchors.add(str(values["id"]))
        if tag == "a" and values.get("href") is not None:
            self.links.append(str(values["href"]))
        if tag in LOADED and values.get(LOADED[tag]) and values.get("rel") not in {"canonical", "alternate"}:
            self.loads.append(str(values[LOADED[tag]]))


def pages(site: Path) -> dict[str, Elements]:
    """Return the elements of every page of a site, by its path."""
    return {
        str(path.relative_to(site)): Elements(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def dead_links(site: Path) -> list[str]:
    """Return every link within a site that leads nowhere, with its page; of the 404 page they start at the root."""
    found = pages(site)
    dead = []
    for page, elements in found.items():
        for link in elements.links + elements.loads:
            if page == "404.html" or re.match(r"(https?|mailto):", link):
                continue
            path, anchor = _target(page, link)
            anchors = found[path].anchors if path in found else set()
            if not (site / path).is_file() or (
                anchor and anchor not in anchors and not anchor.startswith("__")
            ):
                dead.append(f"{page}: {link}")
    return dead


def _target(page: str, link: str) -> tuple[str, str]:
    url, anchor = urldefrag(urljoin(f"/{page}", link))
    path = unquote(url.partition("?")[0]).lstrip("/")
    return (f"{path}index.html" if not path or path.endswith("/") else path), anchor


def figures(case: Case) -> Iterator[Figure]:
    """Yield every figure of a case: what it cost, then what it gave."""
    yield from case.financing.amounts if case.financing else ()
    for gain in case.gains or ():
        yield from gain.figures


def run(*arguments: str, answers: str = "") -> Result:
    """Run the command `casekatalog`, with answers to what it asks."""
    return CliRunner().invoke(main, list(arguments), input=answers)


def run_in(cases: Path, *arguments: str, answers: str = "") -> Result:
    """Run the command on the cases in a folder, with answers to what it asks."""
    return run(*arguments, "--cases", str(cases), answers=answers)


def settings(folder: Path) -> Path:
    """Write the settings of a site whose cases lie in `folder`, and return their file."""
    ours = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": "cases",
        "theme": {"custom_dir": str(ROOT / "theme_overrides")},
    }
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(ours), "utf-8")
    return file


def made_cases(folder: Path) -> Path:
    """Put the made cases and the vocabularies into a new folder, and return it."""
    shutil.copytree(CASES / "vocabulary", folder / "vocabulary")
    shutil.copytree(MADE, folder, dirs_exist_ok=True)
    return folder


def write_project(folder: Path) -> Path:
    """Put a whole site of the made cases into a folder, whose pages name no other; return its settings."""
    made_cases(folder / "cases")
    for page in CASES.glob("*.md"):
        text = re.sub(r"\bcase/[a-z0-9-]+\.md", "case/alt-i-brug.md", page.read_text("utf-8"))
        (folder / "cases" / page.name).write_text(text, "utf-8")
    shutil.copytree(CASES / "billeder", folder / "cases" / "billeder")
    (folder / "cases" / "addresses.txt").write_text(CLOSED, "utf-8")
    return settings(folder)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the file or folder that `make` puts at a path: the first worker makes it, and all share it."""
    base = factory.getbasetemp()
    target = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with FileLock(f"{target}.lock"):
        if not target.exists():
            begun = target.with_name(f"{target.name}.begun")
            make(begun)
            begun.rename(target)
    return target


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


class StrictHandler(QuietHandler):
    """Let a page load nothing from elsewhere, and run nothing that stands in it."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()


class Server(ThreadingHTTPServer):
    """Refuses no browser that asks for many files at a time."""

    request_queue_size = 128


def interruptible(*words: str, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Begin what Python is to run, in a session of its own, so that somebody at a keyboard could end it.

    Tests that a shell runs in the background hear of no interruption, and neither does what they begin.
    """
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    begun = subprocess.Popen(
        [sys.executable, *words],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, heard)
    return begun


@contextmanager
def serving(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Give the address of a server for a folder."""
    answer = functools.partial(handler, directory=str(folder))
    with Server(("127.0.0.1", 0), answer) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def assert_accessible(
    page: Page, scheme: Literal["light", "dark"] = "light", rules: Sequence[str] = RULES
) -> None:
    """Fail with what axe finds on a page in a colour scheme; what it finds well is not told, to be quick."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_selector(f"body[data-md-color-scheme={PALETTES[scheme]}]")
    page.evaluate("Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => {})")
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"], "preload": False})
    assert found.violations_count == 0, found.generate_report()


def commands() -> dict[str, click.Command]:
    """Return the commands of `casekatalog` by name."""
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def speak(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Speak a language, words and ways alike, until the test ends."""
    for name, words in vars(Wording(language)).items():
        monkeypatch.setattr(wording, name, words)
