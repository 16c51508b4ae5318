"""Measure the print: processor seconds, memory and size for 1, 100 and 1,000 cases made from the catalogue's own.

Each size runs in a process of its own, because the memory that is told is the most that a process has had.
"""

import multiprocessing
import resource
import sys
import time
from pathlib import Path

from generator.catalogue import Catalogue
from generator.model import Case
from generator.printing.imprint import Imprint
from generator.printing.publications import books, single
from generator.printing.typst import Printer
from generator.reading.folder import load

ROOT = Path(__file__).parent.parent
IMPRINT = Imprint("Casekataloget", "Måling", "https://example.org/katalog/")
SIZES = (100, 1000)


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("| cases | CPU s | wall s | MB memory | MB file |\n|---|---|---|---|---|")
    for size in sizes:
        print(fresh(book, size))
    print(fresh(one_case, 0))


def fresh(measure: object, size: int) -> str:
    """Return a row that a fresh process has measured."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (size,))  # type: ignore[arg-type]


def book(size: int) -> str:
    """Measure the whole catalogue."""
    catalogue = enlarged(size)
    cpu, wall = time.process_time(), time.perf_counter()
    printer = Printer()
    content = b"".join(printer.print(volume) for volume in books(catalogue, IMPRINT))
    return row(str(size), time.process_time() - cpu, time.perf_counter() - wall, content)


def one_case(_: int) -> str:
    """Measure a case by itself, after the first one."""
    catalogue = Catalogue(*load(ROOT / "cases"))
    printer = Printer()
    printer.print(single(catalogue, catalogue.cases[0], IMPRINT))
    cases = catalogue.cases[1:41]
    cpu, wall = time.process_time(), time.perf_counter()
    contents = [printer.print(single(catalogue, case, IMPRINT)) for case in cases]
    count = len(cases)
    return row(
        f"one of {count}",
        (time.process_time() - cpu) / count,
        (time.perf_counter() - wall) / count,
        contents[0],
    )


def row(name: str, cpu: float, wall: float, content: bytes) -> str:
    """Return a row of the table."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {name} | {cpu:.3f} | {wall:.3f} | {memory} | {len(content) / 1e6:.2f} |"


def enlarged(size: int) -> Catalogue:
    """Return a catalogue with `size` cases: the real ones, over and over under other names."""
    cases, vocabulary = load(ROOT / "cases")
    return Catalogue([copy(cases[n % len(cases)], n) for n in range(size)], vocabulary)


def copy(case: Case, number: int) -> Case:
    """Return a case under another name."""
    return case.model_copy(update={"slug": f"{case.slug}-{number}", "title": f"{number} {case.title}"[:110]})


if __name__ == "__main__":
    main()
