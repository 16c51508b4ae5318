"""The sources of cases as readers see them named."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue
from generator.model import Case
from generator.references import Reference
from generator.text import sort_key
from generator.vocabulary import Source, Term
from generator.wording import wording


@dataclass(frozen=True)
class Citation:
    """A source as a case names it; `shared` is the term of one that cases share."""

    name: str
    published: str
    """By whom and when; for a shared source its own page says it."""
    publisher: str
    where: str
    url: str
    shared: Term | None = None

    @property
    def place(self) -> str:
        """What is said after the name: by whom, when and where, each as a sentence of its own."""
        return " ".join(f"{part[:1].upper()}{part[1:]}." for part in (self.published, self.where) if part)


def of(catalogue: Catalogue, case: Case) -> tuple[Citation, ...]:
    """Return the sources of a case in its own order."""
    return tuple(_citation(catalogue, reference) for reference in case.sources)


def own_sources(catalogue: Catalogue) -> Iterator[tuple[Citation, tuple[Case, ...]]]:
    """Yield the documents that no vocabulary has, in alphabetical order, each with the cases that build on it."""
    found: defaultdict[Citation, dict[Case, None]] = defaultdict(dict)
    for case in catalogue.cases:
        for citation in of(catalogue, case):
            if citation.shared is None:
                found[replace(citation, where="", url="")][case] = None
    for document in sorted(found, key=lambda citation: (sort_key(citation.name), citation.published)):
        yield document, tuple(found[document])


def _citation(catalogue: Catalogue, reference: Reference) -> Citation:
    where, url = reference.where or "", reference.url or ""
    if reference.source:
        shared = catalogue.term("source", reference.source)
        publisher = shared.publisher if isinstance(shared, Source) else ""
        return Citation(shared.name, "", publisher, where, url, shared)
    published = f"{reference.publisher}, {reference.year or wording.view['no_year']}"
    return Citation(reference.title or "", published, reference.publisher or "", where, url)
