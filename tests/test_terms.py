"""The index of words says of every document what a plain reading of it says."""

import base64
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import terms
from generator.search.said import Document, Reader, Said
from generator.search.tokens import Words

WEIGHTS = (11.0, 7.0, 4.5, 1.5, 3.0)
SYNONYMS = {
    "løn": "~penge ≈arbejde",
    "sag": "~sager ≈arbejde",
    "dem os": "~fælles",
    "by land": "~fælles",
    "by hav": "~kyst",
}
WORDS = ("By", "land,", "hav", "(løn)", "sag", "SAGER", "dem", "os", "og", "–", "by-land", "1984")
STEMS, STOP = {"sager": "sag"}, {"og", "dem", "os"}
"""All that Danish has to say of these words: they are too short to be compounds."""

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
documents = st.lists(st.builds(Document, st.just("x"), texts, texts, texts, texts), max_size=40)


@pytest.mark.slow
@given(documents)
def test_each_term_is_where_it_stands_and_weighs_what_it_should(some: list[Document]) -> None:
    assert decoded(index(some)) == read(some)


def test_weights_of_many_documents_are_kept_apart() -> None:
    some = [
        Document("by" if number % 200 == 0 else "hav", text="by " * (number % 3)) for number in range(3000)
    ]
    assert decoded(index(some, {})) == read(some, {})


def test_an_index_of_nothing() -> None:
    assert decoded(index([])) == {}


def test_documents_that_say_nothing_beside_others() -> None:
    some = [Document("og dem"), *[Document("os")] * 600, Document("By land", text="og dem os")]
    assert decoded(index(some[:-1])) == read(some[:-1]) == {}
    assert decoded(index(some)) == read(some)


def index(some: list[Document], synonyms: dict[str, str] = SYNONYMS) -> dict[str, Any]:
    """Return the files of the index, of documents that were kept on the way."""
    reader, words = Reader(synonyms), Words()
    for document in some:
        words.add(Said.of(reader.read(document).packed()))
    return terms.index(words, len(some), synonyms)


def decoded(files: dict[str, Any]) -> dict[str, dict[int, int]]:
    """Return the weight of each term in each document, as the browser reads the files."""
    found = {}
    for name, shard in files.items():
        if name.startswith("terms/"):
            data = iter(base64.b64decode(shard["postings"]))
            for term in unfolded(shard["terms"].split(" ")):
                postings = iter([next(data) for _ in range(number(data))])
                found[term] = dict(documents_of(postings))
            assert not list(data)
    return found


def unfolded(coded: list[str]) -> Iterator[str]:
    term = ""
    for code in coded:
        term = term[: int(code[0], 36)] + code[1:]
        yield term


def documents_of(postings: Iterator[int]) -> Iterator[tuple[int, int]]:
    document = 0
    for first in postings:
        value = number(postings, first)
        document += value >> 4
        yield document, value & 15


def number(data: Iterator[int], first: int | None = None) -> int:
    byte = next(data) if first is None else first
    return byte if byte < 128 else byte - 128 + 128 * number(data)


def read(some: list[Document], synonyms: dict[str, str] = SYNONYMS) -> dict[str, dict[int, int]]:
    """Return the same by reading text by text."""
    weights: defaultdict[str, defaultdict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for at, document in enumerate(some):
        for weight, text in zip(WEIGHTS, document, strict=True):
            words = list(words_of(text))
            stems = [STEMS.get(word, word) for word in words]
            for word, count in Counter(words).items():
                if word not in STOP:
                    term, heavier = STEMS.get(word, word), weight + min(2, math.log2(count))
                    weights[term][at].append(heavier)
                    for group in synonyms.get(term, "").split():
                        weights[group][at].append(heavier * 0.6)
            for row, groups in synonyms.items():
                if " " in row and f" {row} " in f" {' '.join(stems)} ":
                    for group in groups.split():
                        weights[group][at].append(weight * 0.6)
    return {
        term: {at: min(15, level(max(found)) + (len(found) > 1)) for at, found in held.items()}
        for term, held in weights.items()
    }


def level(weight: float) -> int:
    """Return how much of what it can say a word of a weight says: half of it at 4, in fifteen steps to four fifths."""
    return min(15, max(1, round(15 / 0.8 * weight / (weight + 4))))


def words_of(text: str) -> Iterator[str]:
    for piece in text.lower().split():
        word = piece.strip("(),–")
        if word:
            yield from (*word.split("-"), *([word.replace("-", "")] if "-" in word else []))
