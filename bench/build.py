"""Measure the build beside its peers: `python -m bench.build [NUMBER OF CASES ...]` prints tables in Markdown.

All are given the same cases, in turn and in several rounds; of what they take, the medians are told. Compare within
one run only: how busy the machine is changes processor seconds too.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from importlib.metadata import version
from pathlib import Path

from bench import cases, generators, serving, weight
from bench.process import Cost, apart, run
from generator.printing.press import CACHE

SIZES = (100, 1_000)
MANY = 5_000
"""From so many cases on, one round is enough, and Material by itself would take an hour."""
ROUNDS, SAVES = 3, 3
HUGO, PAGEFIND, BOTH = "Hugo", "Pagefind over its pages", "Hugo + Pagefind"
_MKDOCS = (sys.executable, "-m", "mkdocs")
_COMMAND = (sys.executable, "-m", "generator")


def _nothing(_: Path) -> None:
    pass


@dataclass(frozen=True)
class Step:
    """Something to measure: what is done before, a command, the folder it runs in, and the site that it makes."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    before: Callable[[Path], None] = _nothing
    site: str = ""


def main(sizes: Sequence[int]) -> None:
    """Print the tables."""
    own = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    print(f"Python {sys.version.split()[0]}, {own}; {generators.versions()}")
    print(f"{os.cpu_count()} cores, load {_load()}\n")
    with tempfile.TemporaryDirectory() as folder:
        page = _page(Path(folder) / "few")
        cases.copy(Path(folder) / "real")
        _print_saves("the real", Path(folder) / "real")
        for size in sizes:
            _measure(size, Path(folder) / str(size), page)
    print(f"load at the end {_load()}")


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def _page(folder: Path) -> Path:
    """Build a small site, and return the page of a case."""
    apart(cases.write, 2, folder)
    run([*_MKDOCS, "build", "-q"], folder)
    return folder / "site" / "case" / "case-0" / "index.html"


def _measure(size: int, folder: Path, page: Path) -> None:
    """Print what so many cases take."""
    project, peers = folder / "project", folder / "peers"
    apart(cases.write, size, project)
    steps = [*_checks(project), *_builds(project, peers, page, size)]
    costs: dict[str, list[Cost]] = {step.name: [] for step in steps}
    files = {}
    for turn in range(ROUNDS if size < MANY else 1):
        for step in steps:
            step.before(step.folder)
            costs[step.name].append(run(step.command, step.folder))
            print(f"{size:,} cases, round {turn + 1}: {step.name}: {costs[step.name][-1]}", file=sys.stderr)
            if step.site:
                files[step.name] = weight.files(step.folder / step.site)
    if (peers / "hugo").exists():
        apart(generators.check_cards, project, peers / "hugo" / "site")
    taken = {name: _median(some) for name, some in costs.items()}
    if HUGO in taken and PAGEFIND in taken:
        taken[BOTH] = _sum(taken[HUGO], taken[PAGEFIND])
        files[BOTH] = (files[HUGO][0] + files[PAGEFIND][0], files[HUGO][1] + files[PAGEFIND][1])
    _print_costs(size, taken, files)
    _print_pages(weight.pages(project / "site"))
    _print_saves(f"{size:,}", project)


def _checks(project: Path) -> Iterator[Step]:
    """Yield what editors do before a build, at first and with nothing changed since."""
    for name, command in {"check": ["check"], "fmt --check": ["fmt", "--check"]}.items():
        yield Step(f"{name}, cold", [*_COMMAND, *command], project, _forget)
        yield Step(f"{name}, nothing changed", [*_COMMAND, *command], project)


def _builds(project: Path, peers: Path, page: Path, size: int) -> Iterator[Step]:
    """Yield the builds: the project's, those of the peers that are at hand, and what the project does again."""
    hugo, material, build = peers / "hugo", peers / "material", [*_COMMAND, "build"]
    yield Step("build, cold", build, project, _cold, "site")
    if generators.HUGO.exists():
        apart(generators.write_hugo, project, page, hugo)
        yield Step(HUGO, [generators.HUGO, "--quiet"], hugo, _cold, "site")
        if generators.PAGEFIND.exists():
            yield Step(
                PAGEFIND, [generators.PAGEFIND, "--site", "site", "--quiet"], hugo, site="site/pagefind"
            )
    if generators.MATERIAL.exists() and size < MANY:
        apart(generators.write_material, project, material)
        yield Step("Material, tags and search", [generators.MATERIAL, "build", "-q"], material, _cold, "site")
    yield Step("build, nothing changed", build, project)
    yield Step("build, one case changed", build, project, _edited)


def _forget(folder: Path) -> None:
    """Take away what is kept from before."""
    shutil.rmtree(folder / CACHE.parts[0], ignore_errors=True)


def _cold(folder: Path) -> None:
    """Take away what is kept from before, and put the site aside.

    To delete it would measure the disk: ext4 looks for long past thousands of files that went a minute ago whenever a
    new one is made.
    """
    _forget(folder)
    with suppress(FileNotFoundError):
        (folder / "site").rename(Path(tempfile.mkdtemp(prefix=".former-", dir=folder)) / "site")


def _edited(project: Path) -> None:
    serving.edit(project / "cases", "Rettet")


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*map(astuple, costs), strict=True)))


def _sum(one: Cost, other: Cost) -> Cost:
    """Return what two commands take, one after the other."""
    return Cost(one.processor + other.processor, one.clock + other.clock, max(one.memory, other.memory))


def _print_costs(size: int, taken: Mapping[str, Cost], files: Mapping[str, tuple[int, int]]) -> None:
    """Print a row for each step; where both peers are at hand, also its part of their processor seconds.

    The memory of a command that ends before anybody looks at it is not known.
    """
    print(f"| {size:,} cases | processor s | of {BOTH} | s by the clock | MB memory | files | MB written |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, cost in taken.items():
        part = f"{cost.processor / taken[BOTH].processor:.2f}" if BOTH in taken else ""
        count, size = files.get(name, (0, 0))
        written = f"{count:,} | {size / 1e6:.1f}" if count else "|"
        memory = f"{cost.memory:.0f}" if cost.memory else ""
        print(f"| {name} | {cost.processor:.2f} | {part} | {cost.clock:.2f} | {memory} | {written} |")


def _print_pages(pages: weight.Pages) -> None:
    print(f"\n- largest page: {pages.largest or 'the front page'}, {pages.size / 1e3:.0f} kB")
    print(f"- most elements at first paint, of the largest pages: {pages.elements:,}")
    print(f"- kB before the first paint of the front page, compressed: {pages.first / 1e3:.0f}")


def _print_saves(name: str, project: Path) -> None:
    cost = _median(serving.saves(project, SAVES))
    print(
        f"- saved to served, {name} cases: {cost.processor:.2f} processor s, {cost.clock:.2f} s by the clock\n"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
