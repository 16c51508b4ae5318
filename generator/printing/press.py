"""Publications set as PDFs, each once: what is set already is kept."""

import hashlib
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from importlib import import_module
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from generator.printing import cache
from generator.printing.letters import TEMPLATES
from generator.printing.publications import Publication
from generator.printing.typst import ENGINE, PDF, Printer, words
from generator.text import size
from generator.wording import Own, wording

CACHE = Path(".cache/pdf")
LITTLE = 200_000
"""So much data is set before another process has started."""
AT_ONCE = 3_400_000
"""More data than this is not set at once: the engine needs nearly 400 times as much memory."""
_CAN_WAIT = hasattr(signal, "pthread_sigmask")
"""Whether a signal can be made to wait for a process to be ready."""

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


def beside(publication: Publication) -> int:
    """Return how many processes may set such publications at once: a power of two, or one on each processor."""
    fitting = max(1, AT_ONCE // len(publication.data))
    return min(os.cpu_count() or 1, 1 << fitting.bit_length() - 1)


def fingerprint() -> str:
    """Return a digest of all that decides a document's look: templates, their words, fonts and engine."""
    digest = hashlib.sha256(f"{ENGINE}\0{words()}".encode())
    for path in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        digest.update(path.relative_to(TEMPLATES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _pressed(
    new: Collection[Publication], keys: Mapping[Publication, str], folder: Path
) -> Iterator[tuple[Publication, Path]]:
    """Set publications, the largest first, on several processors when there is much, and yield each with its file."""
    if len(new) == 1 or sum(len(publication.data) for publication in new) <= LITTLE:
        printer = Printer()
        for publication in new:
            yield publication, cache.keep(folder, keys[publication], printer.print(publication))
        return
    falling = sorted(new, key=lambda publication: len(publication.data), reverse=True)
    for workers, group in groupby(falling, beside):
        yield from _shared(workers, [*group], keys, folder)


def _shared(
    workers: int, group: Sequence[Publication], keys: Mapping[Publication, str], folder: Path
) -> Iterator[tuple[Publication, Path]]:
    """Set publications in so many processes, and yield each with its file; what is left when one fails is not begun."""
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, wording.voice) as pool:
        with _deaf():
            jobs = {
                pool.submit(_work, publication, keys[publication], folder): publication
                for publication in group
            }
        try:
            for job in as_completed(jobs):
                yield jobs[job], job.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _digest(design: str, data: str) -> str:
    return hashlib.sha256(f"{design}\0{data}".encode()).hexdigest()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started here hear Ctrl+C only once they end at it without a word, where a system can."""
    if not _CAN_WAIT:
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _start(language: str, own: Own) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # it ends with the command, and has nothing to say of it
    if _CAN_WAIT:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    wording.speak(language, own)
    global _printer  # noqa: PLW0603 - a worker process has one printer
    _printer = Printer()


def _work(publication: Publication, key: str, folder: Path) -> Path:
    return cache.keep(folder, key, _printer.print(publication))
