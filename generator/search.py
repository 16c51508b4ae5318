"""What the browser searches in: facets, cards, words and texts, cut into files that load one by one.

Each file is a classic script that hands its data over by `KAT.put(name, data)`, so that it loads the same
way from a server, under a strict policy and from a folder. The reading side is in theme_overrides/assets/js/.
"""

import base64
import json
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator import danish, prose
from generator.catalogue import Catalogue, figures
from generator.catalogue import years as years_of
from generator.danish import canonical
from generator.labels import FACETS
from generator.model import Case
from generator.pages import value_definition, value_name, value_url
from generator.vocabulary import Concept, Synonym

FOLDER = "assets/search"
CARDS, TEXTS = 8, 4
"""How many cases one file of cards, and one file of texts, holds."""
_SHARD = 36_000
_LEXICON = 40_000
_TITLE, _TAGS, _SUMMARY, _TEXT = 11.0, 7.0, 4.5, 1.5
_PART, _SYNONYM = 0.7, 0.6
_MOST = 15
_OFTEN = [0.0] + [min(3.0, math.log2(count)) for count in range(1, 33)]

_ELLIPSIS = re.compile(r"([^\W\d_]{3,})- (?:og|eller) ([^\W\d_]{7,})")
"""ergo- og fysioterapeuter: the first word lacks its end."""

_Fields = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Entry:
    """Something else than a case that the search finds: a tag page, a page of knowledge, a term."""

    kind: str
    title: str
    url: str
    lead: str = ""
    text: str = ""


def index(
    catalogue: Catalogue, entries: Iterable[Entry] = (), directory_urls: bool = True
) -> dict[str, bytes]:
    """Return every file that the browser searches in, by its path on the site."""
    cases, others = catalogue.cases, (*_entries(catalogue), *entries)
    texts = [_text(case) for case in cases]
    shown = [f"{text}\n{', '.join(_tags(catalogue, case))}" for case, text in zip(cases, texts, strict=True)]
    fields = [_case_fields(catalogue, case, text) for case, text in zip(cases, texts, strict=True)]
    fields += [((_TITLE, e.title), (_SUMMARY, e.lead), (_TEXT, e.text)) for e in others]
    facets = _facets(catalogue)
    files = {
        "facets": {
            "cases": len(cases),
            "directories": directory_urls,
            "sizes": {"cards": CARDS, "texts": TEXTS},
            "values": {name: values for name, (values, _) in facets.items()},
            "names": {facet.path: name for name, facet in FACETS.items()},
        },
        **{f"facets/{name}": data for name, (_, data) in facets.items()},
        "entries": [[entry.kind, entry.title, entry.url, _short(entry.lead)] for entry in others],
        "confirmed": ",".join(str(case.confirmed.date) if case.confirmed else "" for case in cases),
        **_numbered("cards", [_card(catalogue, case) for case in cases], CARDS),
        **_numbered("texts", shown, TEXTS),
        **_terms(fields, len(cases), _synonyms(catalogue)),
    }
    return {f"{FOLDER}/{name}.js": _script(name, data) for name, data in files.items()}


def _script(name: str, data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'KAT.put("{name}",{text})\n'.encode()


def _numbered(name: str, items: Sequence[object], size: int) -> dict[str, object]:
    return {f"{name}/{start // size}": items[start : start + size] for start in range(0, len(items), size)}


# Facets and cards


def _facets(catalogue: Catalogue) -> dict[str, tuple[list[str], str]]:
    """Return the values of each facet, and which of them each case has, as one string."""
    facets: dict[str, tuple[list[str], str]] = {}
    for facet in FACETS:
        values = list(catalogue.terms(facet))
        facets[facet] = values, _packed(values, (catalogue.tags(case, facet) for case in catalogue.cases))
    starts = [
        [str(case.period.start)] if case.period and case.period.start else [] for case in catalogue.cases
    ]
    years = sorted({year for start in starts for year in start})
    return {**facets, "year": (years, _packed(years, starts))}


def _packed(values: Sequence[object], tags: Iterable[Sequence[object]]) -> str:
    """Return one character for each value of each case; odd ones are the last of a case, 1 says none."""
    numbers = {value: 2 * number for number, value in enumerate(values, 1)}
    codes: list[int] = []
    for some in tags:
        codes += sorted(numbers[tag] for tag in some) or [0]
        codes[-1] += 1
    return "".join(_CHARACTERS[code] for code in codes)


_CHARACTERS = [chr(code) for code in (*range(35, 92), *range(93, 127), *range(192, 4000))]
"""What reads as itself inside a JavaScript string; danish.js knows them too."""


def _card(catalogue: Catalogue, case: Case) -> list[object]:
    """Return what a list shows of a case."""
    gain = catalogue.strongest_gain(case)
    return [
        case.slug,
        case.title,
        case.summary,
        catalogue.place(case),
        years_of(case),
        [catalogue.term("theme", slug).name for slug in case.themes],
        catalogue.term("gain_type", gain.type).name if gain else "",
        catalogue.term("evidence", gain.evidence).name if gain else "",
        gain.evidence if gain else "",
        int(case.short),
    ]


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    """Yield the pages of tags that have cases, and the terms of the glossary."""
    for key, facet in FACETS.items():
        for slug, term in catalogue.terms(key).items():
            if catalogue.count(key, slug):
                name, definition = value_name(key, term), value_definition(key, term)
                yield Entry("tag", f"{facet.name}: {name}", value_url(key, slug), definition)
    for concept in catalogue.concepts():
        yield Entry(
            "term", concept.name, f"begreber/#{concept.slug}", concept.definition, " ".join(concept.forms)
        )


def _short(text: str) -> str:
    return text if len(text) <= 140 else text[:140].rpartition(" ")[0] + " …"


# Words


def _text(case: Case) -> str:
    """Return all that a case says beyond its title, tags and summary, a line for each block."""
    return "\n".join(filter(None, (prose.plain(text) for text in _prose(case))))


def _prose(case: Case) -> Iterator[str]:
    yield from filter(None, (case.target_group, case.purpose, case.organisation))
    if case.financing and case.financing.text:
        yield case.financing.text
    yield from (gain.text for gain in case.gains or ())
    yield from (driver.text for driver in case.drivers or ())
    for barrier in case.barriers or ():
        yield from filter(None, (barrier.text, barrier.remedy))
    yield from (*case.advice, *case.caveats)
    yield from (f"{figure.what}: {figure.value:g} {figure.unit}" for figure in figures(case))
    yield from (f"{table.title}: {', '.join(table.columns)}" for table in case.series)
    if case.contact:
        yield f"{case.contact.role}, {case.contact.organisation}"


def _case_fields(catalogue: Catalogue, case: Case, text: str) -> _Fields:
    tags = [
        *_tags(catalogue, case),
        case.slug.replace("-", " "),
        *(alias.replace("-", " ") for alias in case.aliases),
    ]
    tags += [str(year) for year in (case.period.start, case.period.end) if year] if case.period else []
    named = [*tags, *(catalogue.term("source", reference.source).name for reference in case.sources)]
    return (
        (_TITLE, case.title),
        (_TAGS, "\n".join(named)),
        (_SUMMARY, case.summary),
        (_TEXT, text),
    )


def _tags(catalogue: Catalogue, case: Case) -> list[str]:
    """Return the names of all that a case is tagged with, and of its partners."""
    names = [
        value_name(facet, catalogue.term(facet, slug))
        for facet in FACETS
        for slug in catalogue.tags(case, facet)
        if facet != "source"
    ]
    return [*names, *case.partners]


def _synonyms(catalogue: Catalogue) -> dict[str, str]:
    """Return the group of each word or row of words that means the same as others, stemmed."""
    groups: dict[str, str] = {}
    for term in (*catalogue.vocabulary["synonyms"].values(), *catalogue.vocabulary["glossary"].values()):
        if isinstance(term, Synonym | Concept) and term.forms:
            for form in (term.name, *term.forms):
                stems = " ".join(danish.stem(word) for word in danish.words(canonical(form.replace("-", ""))))
                groups.setdefault(stems, f"~{term.slug}")
    return groups


def _terms(fields: Sequence[_Fields], cases: int, synonyms: Mapping[str, str]) -> dict[str, object]:
    """Return the index of words: which documents have each term, and how weighty it is there."""
    spelled = danish.count(text.lower() for document in fields for _, text in document)
    counts: Counter[str] = Counter()
    for word, count in spelled.items():
        counts[canonical(word)] += count
    lexicon = danish.Lexicon(counts)
    analyse = _analyser(lexicon, synonyms)
    rows: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for key, group in synonyms.items():
        if " " in key:
            rows[key.split()[0]].append((key.split(), group))
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, document in enumerate(fields):
        for term, weight in _weights(document, analyse, rows, lexicon).items():
            postings[term].append(number << 4 | max(1, min(_MOST, round(weight))))
    shards = list(_shards(postings))
    head = {
        "cases": cases,
        "documents": len(fields),
        "bounds": [terms[0] for terms, _ in shards],
        "stop": " ".join(sorted(danish.STOP_WORDS)),
        "synonyms": synonyms,
    }
    files: dict[str, object] = {"terms": head, "words": _word_list(postings, spelled)}
    for number, (terms, data) in enumerate(shards):
        files[f"terms/{number}"] = [" ".join(_front_coded(terms)), base64.b64encode(data).decode()]
    return files


_Analysis = tuple[tuple[str, float], ...]


def _analyser(lexicon: danish.Lexicon, synonyms: Mapping[str, str]) -> Callable[[str], _Analysis]:
    """Return the function from a word to the terms that find it, with their share of its weight."""
    known: dict[str, _Analysis] = {}

    def analyse(word: str) -> _Analysis:
        if word not in known:
            shares = {danish.stem(word): 1.0}
            for part in lexicon.parts(word):
                shares.setdefault(danish.stem(part), _PART)
            for term, share in list(shares.items()):
                if term in synonyms:
                    shares.setdefault(synonyms[term], share * _SYNONYM)
            known[word] = () if word in danish.STOP_WORDS else tuple(shares.items())
        return known[word]

    return analyse


def _weights(
    document: _Fields,
    analyse: Callable[[str], _Analysis],
    rows: Mapping[str, Sequence[tuple[Sequence[str], str]]],
    lexicon: danish.Lexicon,
) -> dict[str, float]:
    weights: dict[str, float] = {}
    for base, written in document:
        text = canonical(written)
        counts = Counter(danish.words(text))
        if base == _TITLE:
            counts.update(_joined(text))
        if "- " in text:
            counts.update(first + lexicon.ending(whole) for first, whole in _ELLIPSIS.findall(text))
        for word, count in counts.items():
            for term, share in analyse(word):
                weight = (base + _OFTEN[min(count, 32)]) * share
                if weight > weights.get(term, 0.0):
                    weights[term] = weight
    found = [
        row for first in rows.keys() & weights.keys() for row in rows[first] if weights.keys() >= {*row[0]}
    ]
    stemmed = [(base, _stemmed(canonical(text))) for base, text in document] if found else []
    for stems, group in found:
        row = f" {' '.join(stems)} "
        near = next((base for base, text in stemmed if row in text), 0.0)
        if near:
            weights[group] = max(weights.get(group, 0.0), near * _SYNONYM)
    return weights


def _joined(text: str) -> Iterator[str]:
    """Yield neighbouring words as one: task force is also written taskforce."""
    words = list(danish.words(text))
    for first, second in pairwise(words):
        if min(len(first), len(second)) > 2 and not {first, second} & danish.STOP_WORDS:
            yield first + second


def _stemmed(text: str) -> str:
    """Return the stems of a text in order, between spaces."""
    return f" {' '.join(map(danish.stem, danish.words(text)))} "


def _shards(postings: Mapping[str, "array[int]"]) -> Iterator[tuple[list[str], bytes]]:
    """Yield neighbouring terms with their postings, a file's worth at a time."""
    terms: list[str] = []
    data = bytearray()
    for term in sorted(postings):
        if terms and len(data) > _SHARD:
            yield terms, bytes(data)
            terms, data = [], bytearray()
        coded = _coded(postings[term])
        terms.append(term)
        data += _number(len(coded)) + coded
    if terms:
        yield terms, bytes(data)


def _coded(postings: "array[int]") -> bytearray:
    """Return documents as differences, each with its weight in the lowest four bits, seven bits a byte."""
    data = bytearray()
    before = 0
    for posting in postings:
        value = posting - (before & ~15)
        before = posting
        while value > 127:
            data.append(value & 127 | 128)
            value >>= 7
        data.append(value)
    return data


def _number(value: int) -> bytes:
    data = bytearray()
    while value > 127:
        data.append(value & 127 | 128)
        value >>= 7
    data.append(value)
    return bytes(data)


def _front_coded(terms: Iterable[str]) -> Iterator[str]:
    """Yield each term as the number of letters that it shares with the one before (base 36) and the rest."""
    before = ""
    for term in terms:
        shared = 0
        while shared < min(35, len(before), len(term)) and before[shared] == term[shared]:
            shared += 1
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + term[shared:]
        before = term


def _word_list(postings: Mapping[str, "array[int]"], counts: Mapping[str, int]) -> list[str]:
    """Return the commonest terms, how common each is, and the word that readers know it by."""
    forms: dict[str, str] = {}
    for word, count in counts.items():
        term = danish.stem(canonical(word))
        if term in postings and count > counts.get(forms.get(term, ""), 0):
            forms[term] = word
    for term in postings:
        if not term.startswith("~"):
            forms.setdefault(term, term)
    common = sorted(forms, key=lambda term: -len(postings[term]))[:_LEXICON]
    common.sort()
    rarity = "".join(
        "0123456789abcdefghijklmnopqrstuvwxyz"[min(35, len(postings[t]).bit_length())] for t in common
    )
    shown = (forms[t][len(t) :] if forms[t].startswith(t) else f"!{forms[t]}" for t in common)
    return [" ".join(_front_coded(common)), rarity, " ".join(shown)]
