"""What the browser searches in: facets, cards, words and texts, cut into files that load one by one.

Each file is a classic script that hands its data over by name, as `scripts` writes it.
The reading side is in theme_overrides/assets/js/.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from itertools import chain, product

from generator import citations, fields, prose, scripts, store
from generator.addresses import SEARCH_FOLDER, concept_url, value_url
from generator.blocks import Block, Box, Figures, Items, Note, Prose, Table
from generator.card import card
from generator.catalogue import Catalogue
from generator.figures import amount, sentence
from generator.marks import FACT
from generator.model import Case
from generator.pages import value_definition, value_name
from generator.search import terms
from generator.search.said import Document, Reader, Said
from generator.search.tokens import Words
from generator.search.word_list import RELATED, SAME
from generator.store import NOTHING, Store
from generator.text import sort_key
from generator.view import every_block, view
from generator.vocabulary import Concept, Synonym, Term

KIND = "searched"
"""What a store has under it what the browser searches in of each case."""
CARDS, TEXTS, FIGURES = 4, 4, 50
SIZES = {"cards": CARDS, "texts": TEXTS, "figures": FIGURES}
"""How many cases one file of cards, one of texts and one of figures holds."""
AT_ONCE = 500
"""How many cases are worked on at once, a multiple of all of these, so that memory does not grow with all of them."""


@dataclass(frozen=True)
class Entry:
    """Something else than a case that the search finds: a tag page, a page of knowledge, a term."""

    kind: str
    title: str
    url: str
    lead: str = ""
    text: str = ""


def index(
    catalogue: Catalogue, entries: Iterable[Entry] = (), directory_urls: bool = True, kept: Store = NOTHING
) -> dict[str, bytes]:
    """Return every file that the browser searches in, by its path on the site; what is found of a case is kept."""
    cases, others = catalogue.listed, (*_entries(catalogue), *entries)
    values, synonyms = _values(catalogue), _synonyms(catalogue)
    reader, words, files = Reader(synonyms), Words(), dict[str, bytes]()
    for start in range(0, len(cases), AT_ONCE):
        told = _told(catalogue, cases[start : start + AT_ONCE], reader, kept)
        *shown, said = zip(*told, strict=True)
        for each in said:
            words.add(Said.of(each))
        for (name, size), items in zip(SIZES.items(), shown, strict=True):
            files |= _numbered(name, items, start, size)
    for entry in others:
        words.add(reader.read(Document(entry.title, summary=entry.lead, text=entry.text)))
    data = {
        "facets": {
            "cases": len(cases),
            "directories": directory_urls,
            "sizes": SIZES,
            "values": values,
            "joint": catalogue.shape.joint,
            "names": {facet.folder: name for name, facet in catalogue.facets.items()},
        },
        **{f"facets/{name}": data for name, data in _facets(catalogue, values).items()},
        "entries": [_entry(entry) for entry in others],
        "titles": sorted(range(len(cases)), key=lambda number: sort_key(cases[number].title)),
        "confirmed": ",".join(str(case.confirmed.date) if case.confirmed else "" for case in cases),
        **terms.index(words, len(cases), synonyms, kept),
    }
    return files | dict(_file(name, scripts.text(each)) for name, each in data.items())


def _told(
    catalogue: Catalogue, cases: Iterable[Case], reader: Reader, kept: Store
) -> Iterator[tuple[bytes, ...]]:
    """Yield what is shown of each case in files of the names in `SIZES`, and what it says; it is kept."""
    makes = {
        store.key(catalogue.digests[case.slug]): partial(_case, catalogue, case, reader) for case in cases
    }
    yield from (tuple(each.split(b"\n", len(SIZES))) for each in kept.complete(KIND, makes).values())


def _case(catalogue: Catalogue, case: Case, reader: Reader) -> bytes:
    """Return the same of one case, a line for each, and what it says behind them."""
    text, names = _text(catalogue, case), _tags(catalogue, case)
    shown = {
        "cards": asdict(card(catalogue, case)),
        "texts": f"{text}\n{', '.join((*names, *case.search_words))}",
        "figures": _figures(catalogue, case),
    }
    said = reader.read(_document(catalogue, case, text, names)).packed()
    return b"\n".join((*(scripts.text(shown[name]).encode() for name in SIZES), said))


def _numbered(name: str, items: Sequence[bytes], start: int, size: int) -> Iterator[tuple[str, bytes]]:
    """Yield the files of some items, of which the first has the number `start` among all."""
    for first in range(0, len(items), size):
        some = b",".join(items[first : first + size]).decode()
        yield _file(f"{name}/{(start + first) // size}", f"[{some}]")


def _file(name: str, told: str) -> tuple[str, bytes]:
    return f"{SEARCH_FOLDER}/{name}.js", scripts.handing(name, told).encode()


# Facets and cards


def _values(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the values of each facet, and the years in which cases began."""
    years = {year for case in catalogue.cases for year in _start(case)}
    return {**{facet: list(catalogue.terms(facet)) for facet in catalogue.facets}, "year": sorted(years)}


def _facets(catalogue: Catalogue, values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return which values each case has, as one string for each facet, or for those that describe the same part."""
    cases = catalogue.listed
    joint = {facet for facets in catalogue.shape.joint.values() for facet in facets}
    packed = {
        facet: _packed(values[facet], (catalogue.tags(case, facet) for case in cases))
        for facet in catalogue.facets
        if facet not in joint
    }
    for part, facets in catalogue.shape.joint.items():
        rows = [*product(*(values[facet] for facet in facets))]
        packed[part] = _packed(rows, (catalogue.joint_tags(case, part) for case in cases))
    return {**packed, "year": _packed(values["year"], map(_start, cases))}


def _start(case: Case) -> list[str]:
    return [str(case.start)] if case.start else []


def _packed(values: Sequence[object], tags: Iterable[Sequence[object]]) -> str:
    """Return one character for each value of each case; odd ones are the last of a case, 1 says none."""
    numbers = {value: 2 * number for number, value in enumerate(values, 1)}
    codes: list[int] = []
    for some in tags:
        codes += sorted(numbers[tag] for tag in some) or [0]
        codes[-1] += 1
    return "".join(_CHARACTERS[code] for code in codes)


_CHARACTERS = [chr(code) for code in (*range(35, 92), *range(93, 127), *range(192, 4000))]
"""What reads as itself inside a JavaScript string; sets.js knows them too."""


def _figures(catalogue: Catalogue, case: Case) -> dict[str, object]:
    """Return a case's headline, the figures of its gains and those of its financing, as the download tells them."""
    words, strongest = catalogue.vocabulary, catalogue.strongest_gain(case)
    headline = strongest.headline if strongest else None
    gains = []
    for gain in case.gains or ():
        name = f"{words['gain_types'][gain.type].name}, {words['evidence'][gain.evidence].name.lower()}"
        gains += [f"{name}: {sentence(figure, words)}" for figure in gain.figures]
    amounts = [sentence(figure, words) for figure in case.amounts]
    return {"headline": sentence(headline, words) if headline else "", "gains": gains, "amounts": amounts}


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    """Yield the pages of tags that have cases, and the terms of the glossary."""
    for key, facet in catalogue.facets.items():
        for slug, term in catalogue.terms(key).items():
            if catalogue.count(key, slug):
                name, definition = value_name(key, term), value_definition(key, term)
                yield Entry("tag", f"{facet.name}: {name}", value_url(facet, slug), definition)
    for concept in catalogue.concepts:
        yield Entry(
            "term", concept.name, concept_url(concept.slug), concept.definition, " ".join(concept.forms)
        )


def _entry(entry: Entry) -> dict[str, str]:
    return {"kind": entry.kind, "title": entry.title, "url": entry.url, "lead": _short(entry.lead)}


def _short(text: str) -> str:
    return text if len(text) <= 140 else text[:140].rpartition(" ")[0] + " …"


# Words


def _text(catalogue: Catalogue, case: Case) -> str:
    """Return all that a case says beyond its title, tags and summary, a line for each block."""
    contact = case.contact.told if case.contact else ""
    return "\n".join(filter(None, (*_lines(every_block(view(catalogue, case))), contact)))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Prose() | Box():
                yield prose.plain(block.text)
            case Items():
                yield from map(prose.plain, block.items)
            case Note():
                yield block.text
            case Figures():
                yield from (f"{figure.what}: {amount(figure)} {figure.unit}" for figure in block.figures)
            case Table():
                yield f"{block.series.title}: {', '.join(block.series.columns)}"
            case _:
                pass  # tags, words and sources are named with the case


def _document(catalogue: Catalogue, case: Case, text: str, tags: Sequence[str]) -> Document:
    tags = [
        *tags,
        case.slug.replace("-", " "),
        *(alias.replace("-", " ") for alias in case.aliases),
    ]
    tags += [str(year) for year in (case.period.start, case.period.end) if year] if case.period else []
    named = [
        *tags,
        *(f"{source.name} {source.published}".strip() for source in citations.of(catalogue, case)),
    ]
    return Document(case.title, "\n".join(named), case.summary, text, "\n".join(case.search_words))


def _tags(catalogue: Catalogue, case: Case) -> list[str]:
    """Return the names of all that a case is tagged with by hand, and the short texts among its facts."""
    names = [
        value_name(key, catalogue.term(key, slug))
        for key, facet in catalogue.facets.items()
        for slug in catalogue.tags(case, key)
        if key != "source" and not facet.is_derived
    ]
    told = (getattr(case, name) for name in _short_texts(type(case)))
    return [*names, *chain.from_iterable((each,) if isinstance(each, str) else each or () for each in told)]


@cache
def _short_texts(kind: type[Case]) -> tuple[str, ...]:
    """Return the facts of a case that are plain text, as its partners are."""
    known = kind.model_fields
    return tuple(
        name
        for name, field in known.items()
        if FACT in field.metadata and fields.is_free_text(kind, (name,)) and fields.is_text(kind, name)
    )


def _synonyms(catalogue: Catalogue) -> dict[str, str]:
    """Return the groups of each word or row of words, stemmed: one of the same meaning, then those of one subject."""
    words = catalogue.vocabulary
    groups: dict[str, list[str]] = {}
    for term in (*words["synonyms"].values(), *words["glossary"].values()):
        for form in _forms(term):
            groups.setdefault(form, [f"{SAME}{term.slug}"])
    for term in words["related"].values():
        for form in _forms(term):
            groups.setdefault(form, []).append(f"{RELATED}{term.slug}")
    return {form: " ".join(dict.fromkeys(some)) for form, some in groups.items()}


def _forms(term: Term) -> Iterator[str]:
    if isinstance(term, Synonym | Concept) and term.forms:
        yield from map(terms.synonym, (term.name, *term.forms))
