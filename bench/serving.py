"""An editor saves a case while the site is served: how long until the page shows it."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.process import Cost, processor
from generator.editing.formatter import fmt

_PURPOSE = re.compile(r"^purpose: [|>].*\n  ", re.MULTILINE)
_EVERY = 0.05
"""Seconds between two looks at the page."""
_PATIENCE = 1_800
"""Seconds after which a page that has not come will not come."""


def edit(cases: Path, word: str) -> Path:
    """Put a word into the first case whose purpose takes several lines, and return its file."""
    file = next(file for file in sorted(cases.glob("*.yaml")) if _PURPOSE.search(file.read_text("utf-8")))
    text = file.read_text("utf-8")
    changed = _PURPOSE.sub(lambda begun: f"{begun[0]}{word} ", text, count=1)
    file.write_text(fmt(file.name, changed.encode()), "utf-8")
    return file


def saves(project: Path, number: int) -> list[Cost]:
    """Return what each of so many saves costs until the page shows it; memory is not told."""
    costs = []
    with _serving(project) as (pid, address):
        for turn in range(number):
            word = f"Gemt{turn}"
            before, begun = processor(pid), time.perf_counter()
            slug = edit(project / "cases", word).stem
            _wait(f"{address}/case/{slug}/", word)
            costs.append(Cost(processor(pid) - before, time.perf_counter() - begun, 0))
    return costs


@contextmanager
def _serving(project: Path) -> Iterator[tuple[int, str]]:
    """Give the number of the process that serves a project, and its address below which pages lie."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/casekatalog"
        _wait(f"{address}/", "<html")
        yield server.pid, address
    finally:
        server.terminate()
        server.wait()


def _wait(address: str, word: str) -> None:
    """Wait until a page shows a word.

    Raises TimeoutError when it never does.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:
                if word in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):  # it does not listen yet
            pass
        time.sleep(_EVERY)
    raise TimeoutError(f"{address} does not show {word}")
