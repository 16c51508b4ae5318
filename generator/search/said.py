"""What a document says, word by word: it follows from the document and the synonyms alone, so that it can be kept."""

import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from generator.search.spoken import spoken

FIELD_BITS = 4
"""How many bits of a mark say in which field a word stands; those above say how often."""


class Document(NamedTuple):
    """What is searched of a case, a tag or a page."""

    title: str
    tags: str = ""
    summary: str = ""
    text: str = ""
    search_words: str = ""


class Said(NamedTuple):
    """What a document says, as words in small letters."""

    words: Sequence[str]
    """Those of each field as they come, each once."""
    marks: bytes
    """For each of these words a number of 32 bits: how often it stands in which field."""
    unwritten: Sequence[str]
    """What is meant but written otherwise, and synonyms that are rows of words, each behind the digit of its field."""
    unended: Sequence[str]
    """Words that lack their end, each with a word that has it, behind the digit of the field."""

    @classmethod
    def of(cls, kept: bytes) -> Self:
        """Return what was said as `packed` has it."""
        text, _, marks = kept.partition(b"\0")
        words, unwritten, unended = text.decode().split("\n")
        return cls(words.split(), marks, _items(unwritten), _items(unended))

    def packed(self) -> bytes:
        """Return it as bytes to be kept."""
        lines = (" ".join(self.words), "\t".join(self.unwritten), "\t".join(self.unended))
        return "\n".join(lines).encode() + b"\0" + self.marks


def _items(line: str) -> list[str]:
    return line.split("\t") if line else []


class Reader:
    """Takes documents apart, in the language that is spoken."""

    def __init__(self, synonyms: Mapping[str, str]) -> None:
        """Know the synonyms, some of which are rows of stemmed words."""
        self._language = spoken()
        self._rows: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for row in synonyms:
            first, *more = row.split()
            if more:
                self._rows.setdefault(first, []).append((row, frozenset(more)))
        self._stems: dict[str, str] = {}

    def read(self, document: Document) -> Said:
        """Return what a document says."""
        language = self._language
        said: list[str] = []
        unwritten: list[str] = []
        unended: list[str] = []
        marks = array("I")
        for field, text in enumerate(document):
            words = language.words(language.lowered(text))
            times = Counter(words)
            self._stem([word for word in times if word not in self._stems])
            said += times
            marks.extend(count << FIELD_BITS | field for count in times.values())
            stems = frozenset(map(self._stems.__getitem__, times))
            unwritten += [f"{field}{row}" for row in self._rows_in(words, stems)]
            unended += [f"{field}{first} {whole}" for first, whole in self._unended(text)]
        unwritten += [f"0{word}" for word in self._joined(document.title)]
        return Said(said, marks.tobytes(), unwritten, unended)

    def _stem(self, words: Sequence[str]) -> None:
        """Know the stems of more words."""
        self._stems.update(
            zip(words, self._language.stems(self._language.each_canonical(words)), strict=True)
        )

    def _rows_in(self, words: Iterable[str], stems: frozenset[str]) -> Iterator[str]:
        """Yield the synonyms that are rows of words and stand among some words, which have some stems, each once."""
        firsts = sorted(self._rows.keys() & stems)
        if rows := [row for first in firsts for row, more in self._rows[first] if more <= stems]:
            text = f" {' '.join(map(self._stems.__getitem__, words))} "
            yield from (row for row in rows if f" {row} " in text)

    def _joined(self, title: str) -> Iterator[str]:
        """Yield the neighbouring words of a title as one: task force is also written taskforce."""
        language = self._language
        for first, second in pairwise(language.words(language.canonical(title))):
            if min(len(first), len(second)) > 2 and not {first, second} & language.stop_words:
                yield first + second

    def _unended(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the words of a text that lack their end, each with the one that has it."""
        language = self._language
        if "- " in text and language.ellipsis:
            for found in language.ellipsis.finditer(unicodedata.normalize("NFKC", text).lower()):
                yield from language.ellipsis.findall(language.canonical(found[0]))
