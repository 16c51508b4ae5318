"""Publications set as PDFs, each once: what is set already is kept."""

import hashlib
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from generator.printing import cache
from generator.printing.letters import TEMPLATES
from generator.printing.publications import Publication
from generator.printing.typst import ENGINE, PDF, Printer, words
from generator.text import size
from generator.wording import Own, wording

CACHE = Path(".cache/pdf")
FEW = 12
"""So few documents are set before another process has started."""

_printer: Printer


def press(
    publications: Iterable[Publication],
    folder: Path = CACHE,
    done: Callable[[Publication], None] = lambda _: None,
) -> dict[Publication, Path]:
    """Return each publication's file in the cache `folder`, after setting those that are new there.

    Raises PrintError when one cannot be set.
    """
    design = fingerprint()
    keys = {publication: _digest(design, publication.data) for publication in publications}
    found = cache.find(folder, {*keys.values()})
    new = [publication for publication, key in keys.items() if key not in found]
    for publication in keys.keys() - {*new}:
        done(publication)
    for publication, file in _pressed(new, keys, folder):
        found[keys[publication]] = file
        done(publication)
    return {publication: found[key] for publication, key in keys.items()}


def described(file: Path) -> str:
    """Return what a link says about a document: its kind, length and size."""
    content = file.read_bytes()
    return (
        f"PDF, {wording.print_file.counted('pages', import_module(PDF).pages(content))}, {size(len(content))}"
    )


def fingerprint() -> str:
    """Return a digest of all that decides a document's look: templates, their words, fonts and engine."""
    digest = hashlib.sha256(f"{ENGINE}\0{words()}".encode())
    for path in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        digest.update(path.relative_to(TEMPLATES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _pressed(
    new: Sequence[Publication], keys: Mapping[Publication, str], folder: Path
) -> Iterator[tuple[Publication, Path]]:
    """Set publications, on several processors when they are many, and yield each with its file."""
    workers = min(os.cpu_count() or 1, math.ceil(len(new) / FEW))
    if workers <= 1:
        printer = Printer()
        for publication in new:
            yield publication, cache.keep(folder, keys[publication], printer.print(publication))
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, wording.voice) as pool:
        jobs = {
            pool.submit(_work, publication, keys[publication], folder): publication for publication in new
        }
        for job in as_completed(jobs):
            yield jobs[job], job.result()


def _digest(design: str, data: str) -> str:
    return hashlib.sha256(f"{design}\0{data}".encode()).hexdigest()


def _start(language: str, own: Own) -> None:
    wording.speak(language, own)
    global _printer  # noqa: PLW0603 - a worker process has one printer
    _printer = Printer()


def _work(publication: Publication, key: str, folder: Path) -> Path:
    return cache.keep(folder, key, _printer.print(publication))
