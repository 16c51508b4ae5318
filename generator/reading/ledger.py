"""The ledger of public addresses: every one that the catalogue has had, so that none vanishes unseen.

A line has an address; one that is closed for good says why, and readers who come there are told.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import files
from generator.addresses import at, former_pages, former_url, overview_url, value_url
from generator.problems import Problem
from generator.reading.naming import LEDGER as FILE
from generator.shape import Shape
from generator.text import enumeration
from generator.vocabulary import Vocabulary
from generator.wording import by_language, wording

NAMED = 5
"""How many addresses a warning names."""


@dataclass(frozen=True)
class Entry:
    """An address, the line where it stands, and why it is closed; none when it is not."""

    address: str
    line: int
    reason: str | None = None


@dataclass(frozen=True)
class Ledger:
    """The addresses that are written down, and what is wrong with them."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def closed(self) -> dict[str, str]:
        """The addresses that are closed, each with the reason."""
        return {entry.address: entry.reason for entry in self.entries if entry.reason}


NONE = Ledger()


def read(folder: Path, known: Collection[str], vocabulary: Vocabulary) -> Ledger:
    """Return the ledger of a folder of cases; empty where there is none.

    `known` are the addresses that lead somewhere; of values in a broken vocabulary nobody can tell.
    """
    path = folder / FILE
    if not path.exists():
        return NONE
    try:
        lines = files.read_text(path).split("\n")
    except OSError as error:
        return Ledger(problems=(Problem(f"{folder.name}/{FILE}", 1, 1, "", files.told(error), "ledger"),))
    entries, problems = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line.strip(), number)
        if entry:
            entries.append(entry)
        told = _fault(entry, known, vocabulary.shape) if entry else wording.ledger["odd"]
        if told and not (entry and entry.address.startswith(_unsure(vocabulary))):
            name = entry.address if entry else line.strip()[:80]
            problems.append(Problem(f"{folder.name}/{FILE}", number, 1, name, told, "ledger"))
    return Ledger(tuple(entries), tuple(problems))


def leading(vocabulary: Vocabulary, slugs: Iterable[str], pages: Iterable[Path]) -> frozenset[str]:
    """Return the addresses that lead somewhere: those of cases, now and before, values of facets and written pages."""
    return frozenset(
        (
            *map(former_url, slugs),
            *_values(vocabulary),
            *_written(pages),
            *map(at, ("all", "editors", "statement_short")),
            *former_pages(),
        )
    )


def added(text: str, addresses: Iterable[str]) -> str:
    """Return the text of a ledger with addresses that it may have already, in order."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head = [line for line in lines if line.startswith("#")] or wording.ledger["head"].split("\n")
    kept = {line.partition(" ")[0]: line for line in lines if not line.startswith("#")}
    kept = {address or "./": address or "./" for address in addresses} | kept
    return "\n".join([*head, *(kept[address] for address in sorted(kept))]) + "\n"


def lacking(folder: Path, ledger: Ledger, unwritten: Collection[str]) -> Iterator[Problem]:
    """Yield one warning of the addresses that a ledger does not have; none where there is no ledger."""
    if ledger.entries and unwritten:
        named = [address or "./" for address in sorted(unwritten)]
        others = [wording.ledger["others"].format(count=len(named) - NAMED)] if len(named) > NAMED else []
        told = wording.ledger["unwritten"].format(listed=enumeration([*named[:NAMED], *others]))
        yield Problem(f"{folder.name}/{FILE}", ledger.entries[-1].line, 1, "", told, "unwritten", "warning")


def with_new(folder: Path, addresses: Iterable[str]) -> dict[Path, str]:
    """Return the ledger of a folder with addresses, as it shall be written; nothing where there is none."""
    path = folder / FILE
    return {path: added(files.read_text(path), addresses)} if path.is_file() else {}


def _unsure(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return how the addresses begin whose vocabulary cannot be read whole."""
    return tuple(
        overview_url(facet)
        for facet in vocabulary.shape.facets.values()
        if facet.vocabulary in vocabulary.broken
    )


@by_language
def _line() -> re.Pattern[str]:
    """Return what a line of the ledger is: an address, and where it is closed, the reason."""
    closed = re.escape(wording.ledger["closed"])
    return re.compile(rf"(?P<address>(?:[a-z0-9]+(?:-+[a-z0-9]+)*/)+|\./)(?: +{closed} *(?P<reason>.*))?")


def _entry(line: str, number: int) -> Entry | None:
    found = _line().fullmatch(line)
    if found is None:
        return None
    address = "" if found["address"] == "./" else found["address"]
    return Entry(address, number, found["reason"])


def _fault(entry: Entry, known: Collection[str], shape: Shape) -> str | None:
    """Return what is wrong with an address, or None of one that leads somewhere or is closed."""
    said, closed = wording.ledger, wording.ledger["closed"]
    if entry.reason is not None and entry.address in known:
        return said["back"].format(closed=closed)
    if entry.reason is not None:
        return None if entry.reason else said["no_reason"].format(closed=closed)
    if entry.address in known:
        return None
    return said["lost"].format(instead=_instead(entry.address, shape), address=entry.address, closed=closed)


def _instead(address: str, shape: Shape) -> str:
    folder, _, slug = address.rstrip("/").rpartition("/")
    if folder == "case":
        return wording.ledger["alias"].format(slug=slug)
    vocabularies = [facet.vocabulary for facet in shape.facets.values() if facet.folder == folder]
    if vocabularies:
        return wording.ledger["redirect"].format(slug=slug, file=vocabularies[0])
    return wording.ledger["page"].format(slug=address.rstrip("/"))


def _values(vocabulary: Vocabulary) -> Iterator[str]:
    for facet in vocabulary.shape.facets.values():
        yield overview_url(facet)
        for term in vocabulary[facet.vocabulary].values():
            yield from (value_url(facet, slug) for slug in (term.slug, *term.redirects))


def _written(pages: Iterable[Path]) -> Iterator[str]:
    """Yield the addresses of hand-written pages, by their way below the folder."""
    for page in pages:
        url = page.with_suffix("").as_posix()
        yield "" if url in {"index", "README"} else f"{url}/"
