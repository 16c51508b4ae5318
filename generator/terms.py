"""The index of words that the browser searches in: which documents have each term, and how weighty it is there.

All texts are taken apart once, into the pieces that stand between spaces; what a piece says is worked out
once for each different piece. The reading side is theme_overrides/assets/js/search.js.
"""

import base64
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator import danish


class Document(NamedTuple):
    """What is searched of a case, a tag or a page: the weightiest first."""

    title: str
    tags: str = ""
    summary: str = ""
    text: str = ""


_WEIGHTS = (11.0, 7.0, 4.5, 1.5)
"""What a word weighs in each field of a document."""
_PART, _SYNONYM = 0.7, 0.6
_MOST_FOR_COUNT = 3.0
_MOST = 15
_SHARD = 14_000
_LEXICON = 40_000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_ELLIPSIS = re.compile(r"([^\W\d_]{3,})- (?:og|eller) ([^\W\d_]{7,})")
"""ergo- og fysioterapeuter: the first word lacks its end."""

_Places = defaultdict[str, list[int]]
"""Where words stand: document times sixteen plus field, once for each time."""
_Postings = Mapping[str, list[int]]
"""Which documents have each term, in order: document times sixteen plus weight."""


def index(documents: Sequence[Document], cases: int, synonyms: Mapping[str, str]) -> dict[str, object]:
    """Return the files of the index by name; `synonyms` gives the group of each stemmed word or row of words."""
    pieces = _pieces(documents)
    spelled: Counter[str] = Counter()
    places: _Places = defaultdict(list)
    for piece, found in pieces.items():
        for word in danish.words(piece):
            spelled[word] += len(found)
            places[danish.canonical(word)] += found
    lexicon = danish.Lexicon({word: len(found) for word, found in places.items()})
    _add_unwritten(places, documents, lexicon)
    postings = _postings(places, _analyser(lexicon, synonyms), _rows(pieces, documents, synonyms))
    shards = list(_shards(postings))
    head = {
        "cases": cases,
        "documents": len(documents),
        "bounds": list(_bounds(terms for terms, _ in shards)),
        "stop": " ".join(sorted(danish.STOP_WORDS)),
        "synonyms": synonyms,
    }
    files: dict[str, object] = {"terms": head, "words": _word_list(postings, spelled)}
    for number, (terms, data) in enumerate(shards):
        files[f"terms/{number}"] = [" ".join(_front_coded(terms)), base64.b64encode(data).decode()]
    return files


def synonym(form: str) -> str:
    """Return a synonym, a word or a row of words, as the index knows it."""
    return _stems(form.replace("-", ""))


def _stems(text: str) -> str:
    """Return the stems of the words of a text, in order."""
    return " ".join(map(danish.stem, danish.words(danish.canonical(text))))


def _pieces(documents: Iterable[Document]) -> _Places:
    """Return where each piece of text stands that is between spaces."""
    places: _Places = defaultdict(list)
    for number, document in enumerate(documents):
        for field, text in enumerate(document):
            place = number << 4 | field
            for piece in danish.lowered(text).split():
                places[piece].append(place)
    return places


def _add_unwritten(places: _Places, documents: Iterable[Document], lexicon: danish.Lexicon) -> None:
    """Add the words that a text means but writes otherwise: task force is also written taskforce."""
    for number, document in enumerate(documents):
        words = list(danish.words(danish.canonical(document.title)))
        for first, second in pairwise(words):
            if min(len(first), len(second)) > 2 and not {first, second} & danish.STOP_WORDS:
                places[first + second].append(number << 4)
        for field, text in enumerate(document):
            if "- " in text:
                for first, whole in _ELLIPSIS.findall(danish.canonical(text)):
                    places[first + lexicon.ending(whole)].append(number << 4 | field)


def _rows(
    pieces: _Places, documents: Sequence[Document], synonyms: Mapping[str, str]
) -> dict[str, list[int]]:
    """Return the postings of the synonyms that are rows of words."""
    rows = {tuple(key.split()): group for key, group in synonyms.items() if " " in key}
    wanted = {stem for row in rows for stem in row}
    telling: dict[str, str] = {}
    standing: defaultdict[str, set[int]] = defaultdict(set)
    for piece, found in pieces.items():
        stems = _stems(piece)
        for stem in wanted.intersection(stems.split()):
            telling[piece] = stems
            standing[stem].update(found)

    @cache
    def stemmed(place: int) -> str:
        text = danish.lowered(documents[place >> 4][place & 15])
        return f" {' '.join([telling.get(piece, '') for piece in text.split()])} "

    postings: defaultdict[str, list[int]] = defaultdict(list)
    for row, group in rows.items():
        for place in set.intersection(*(standing[stem] for stem in row)):
            if f" {' '.join(row)} " in stemmed(place):
                postings[group].append(_posting(place >> 4, _WEIGHTS[place & 15] * _SYNONYM))
    return postings


_Analysis = Mapping[str, float]


def _analyser(lexicon: danish.Lexicon, synonyms: Mapping[str, str]) -> Callable[[str], _Analysis]:
    """Return the function from a word to the terms that find it, with their share of its weight."""

    def analyse(word: str) -> _Analysis:
        if word in danish.STOP_WORDS:
            return {}
        shares = {danish.stem(word): 1.0}
        for part in lexicon.parts(word):
            shares.setdefault(danish.stem(part), _PART)
        for term, share in list(shares.items()):
            if term in synonyms:
                shares.setdefault(synonyms[term], share * _SYNONYM)
        return shares

    return analyse


def _postings(
    places: _Places, analyse: Callable[[str], _Analysis], rows: Mapping[str, list[int]]
) -> dict[str, list[int]]:
    """Return the postings of each term, by the weightiest of the words that it stands for."""
    postings: defaultdict[str, list[int]] = defaultdict(list, rows)
    for word, found in places.items():
        shares = analyse(word)
        counts = Counter(found).items() if shares else ()
        weighed: dict[float, list[int]] = {}
        for term, share in shares.items():
            if share not in weighed:
                weights = _weights(share)
                weighed[share] = [place & ~15 | weights[count << 4 | place & 15] for place, count in counts]
            postings[term] += weighed[share]
    return {term: _merged(found) for term, found in postings.items()}


def _merged(postings: list[int]) -> list[int]:
    """Return the weightiest posting of each document, in order; one more where a term stands in other ways too."""
    postings.sort()
    documents = [posting >> 4 for posting in postings]
    merged = dict(zip(documents, postings, strict=True))
    if len(merged) < len(postings):
        for document in {one for one, other in pairwise(documents) if one == other}:
            merged[document] = min(merged[document] + 1, document << 4 | _MOST)
    return list(merged.values())


class _Weights(dict[int, int]):
    """What a share of a word weighs: by how often it stands there times sixteen, plus the field."""

    def __init__(self, share: float) -> None:
        self._share = share

    def __missing__(self, key: int) -> int:
        count, field = key >> 4, key & 15
        self[key] = _posting(0, (_WEIGHTS[field] + min(_MOST_FOR_COUNT, math.log2(count))) * self._share)
        return self[key]


_weights = cache(_Weights)


def _posting(document: int, weight: float) -> int:
    return document << 4 | max(1, min(_MOST, round(weight)))


def _shards(postings: _Postings) -> Iterator[tuple[list[str], bytes]]:
    """Yield neighbouring terms with their postings, a file's worth at a time."""
    terms: list[str] = []
    data = bytearray()
    for term in sorted(postings):
        coded = _coded(postings[term])
        if terms and len(data) + len(coded) > _SHARD:
            yield terms, bytes(data)
            terms, data = [], bytearray()
        terms.append(term)
        data += _number(len(coded)) + coded
    if terms:
        yield terms, bytes(data)


def _bounds(shards: Iterable[list[str]]) -> Iterator[str]:
    """Yield the shortest text that sorts before all terms of a file and after those of the file before."""
    last = ""
    for terms in shards:
        yield next(terms[0][:end] for end in range(1, len(terms[0]) + 1) if terms[0][:end] > last)
        last = terms[-1]


def _coded(postings: Sequence[int]) -> bytes:
    """Return documents as differences, each with its weight in the lowest four bits."""
    return b"".join([_number(later - (before & ~15)) for before, later in pairwise((0, *postings))])


@cache
def _number(value: int) -> bytes:
    """Return a number with seven bits a byte, the lowest first."""
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
        for one, other in zip(before, term[:35], strict=False):
            if one != other:
                break
            shared += 1
        yield _DIGITS[shared] + term[shared:]
        before = term


def _word_list(postings: _Postings, counts: Mapping[str, int]) -> list[str]:
    """Return the commonest terms, how common each is, and the word that readers know it by."""
    forms: dict[str, str] = {}
    for word, count in counts.items():
        meant = danish.canonical(word)
        term = danish.stem(meant)
        if term in postings and meant not in danish.STOP_WORDS and count > counts.get(forms.get(term, ""), 0):
            forms[term] = word
    for term in postings:
        if not term.startswith("~"):
            forms.setdefault(term, term)
    common = sorted(forms, key=lambda term: -len(postings[term]))[:_LEXICON]
    common.sort()
    rarity = "".join(_DIGITS[min(35, len(postings[term]).bit_length())] for term in common)
    shown = (forms[t][len(t) :] if forms[t].startswith(t) else f"!{forms[t]}" for t in common)
    return [" ".join(_front_coded(common)), rarity, " ".join(shown)]
