"""Measure the print: processor seconds, memory and size for one case, and for 100 and 1,000 made of the real ones.

Each row is measured in processes of its own, with all that they begin: what is read and laid out is in it.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import process
from generator.catalogue import Catalogue
from generator.model import Case
from generator.printing.imprint import Imprint
from generator.printing.press import press
from generator.printing.publications import Publication, books, single
from generator.reading.folder import load

ROOT = Path(__file__).parent.parent
IMPRINT = Imprint("Casekataloget", "Måling", "https://example.org/katalog/")
SIZES = (100, 1000)


def main() -> None:
    """Print the table, or set so many cases in a folder."""
    match sys.argv[1:]:
        case ["--set", size, folder]:
            press(wanted(int(size)), Path(folder))
        case sizes:
            print("| cases | volumes | CPU s | wall s | MB memory | MB file |\n|---|---|---|---|---|---|")
            for size in (1, *(map(int, sizes) if sizes else SIZES)):
                print(row(size))


def wanted(size: int) -> Iterable[Publication]:
    """Return the whole catalogue, or one case by itself."""
    catalogue = enlarged(size)
    return [single(catalogue, catalogue.cases[0], IMPRINT)] if size == 1 else books(catalogue, IMPRINT)


def row(size: int) -> str:
    """Return a row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        cost = process.run([sys.executable, "-m", "bench.print", "--set", str(size), folder], ROOT)
        sizes = [path.stat().st_size for path in Path(folder).iterdir()]
    told = f"{cost.processor:.1f} | {cost.clock:.1f} | {cost.memory:.0f} | {sum(sizes) / 1e6:.2f}"
    return f"| {size} | {len(sizes)} | {told} |"


def enlarged(size: int) -> Catalogue:
    """Return a catalogue with `size` cases: the real ones, over and over under other names."""
    cases, vocabulary = load(ROOT / "cases")
    return Catalogue([copy(cases[n % len(cases)], n) for n in range(size)], vocabulary)


def copy(case: Case, number: int) -> Case:
    """Return a case under another name."""
    return case.model_copy(update={"slug": f"{case.slug}-{number}", "title": f"{number} {case.title}"[:110]})


if __name__ == "__main__":
    main()
