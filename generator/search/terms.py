"""The index of words that the browser searches in: which documents have each term, and how weighty it is there.

What a word is found by is worked out once for each different word. The reading side is
theme_overrides/assets/js/search/index.js.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from generator.search.analyses import Analyses, analyses
from generator.search.lexicon import Lexicon
from generator.search.morphology import Morphology
from generator.search.postings import Keys, coded, joined, merged, weighed
from generator.search.said import FIELD_BITS
from generator.search.spoken import spoken
from generator.search.tokens import Numbers, Stream, Words, array_of, spread
from generator.search.word_list import front_coded, word_list
from generator.store import NOTHING, Store

_SHARD = 14_000
_AT_ONCE = 500
"""The words of how many documents are worked on at once, so that memory does not grow with all of them."""


def index(words: Words, cases: int, synonyms: Mapping[str, str], kept: Store = NOTHING) -> dict[str, object]:
    """Return the files of the index by name; `synonyms` gives the groups of each stemmed word or row of words."""
    language, written = spoken(), words.written()
    meant = language.each_canonical(written.names)
    said, found = _understood(words, written.renamed(meant), synonyms, kept)
    counts, postings = _postings(said, found)
    shards = [*_shards(found.names, *coded(postings, counts))]
    head = {
        "cases": cases,
        "documents": len(words),
        "bounds": list(_bounds(names for names, _ in shards)),
        "stop": " ".join(sorted(language.stop_words)),
        "light": " ".join(sorted(language.light_stems)),
        "ending": language.ending,
        "forms": " ".join(language.forms.split()),
        "prefixes": " ".join(language.prefixes.split()),
        "synonyms": synonyms,
    }
    own = found.own[array_of(map(said.names.__getitem__, meant))]
    files: dict[str, object] = {"terms": head, "words": word_list(written, own, found.names, counts)}
    for number, (names, data) in enumerate(shards):
        told = base64.b64encode(data).decode()
        files[f"terms/{number}"] = {"terms": " ".join(front_coded(names)), "postings": told}
    language.stem.cache_clear()  # nobody asks for so many again
    return files


def synonym(form: str) -> str:
    """Return a synonym, a word or a row of words, as the index knows it."""
    language = spoken()
    return " ".join(map(language.stem, language.words(language.canonical(form.replace("-", "")))))


def _understood(
    words: Words, meant: Stream, synonyms: Mapping[str, str], kept: Store
) -> tuple[Stream, Analyses]:
    """Return all that documents say, also without writing it, and what finds that; `meant` is what they write."""
    morphology = Morphology(spoken(), kept)
    lexicon = Lexicon(morphology, meant.counts())
    ended = ((place, first + lexicon.ending(whole)) for place, first, whole in words.unended)
    said = meant.followed_by(Stream.of(chain(words.unwritten, ended)))
    found = analyses(said.names, morphology, lexicon, synonyms)
    morphology.keep()
    return said, found


def _postings(words: Stream, found: Analyses) -> tuple[Numbers, Numbers]:
    """Return in how many documents each term is, and the postings of all terms, one term after the other."""
    parts = [_posted(part, found) for part in words.parts(_AT_ONCE << FIELD_BITS)]
    terms, postings = joined(parts) if parts else (array_of(()), array_of(()))
    return np.bincount(terms, minlength=len(found.names)).astype(np.int32), postings


def _posted(words: Stream, analyses: Analyses) -> Keys:
    """Return the terms that words are found by, in order, with their postings."""
    numbers, places, weights = weighed(words)
    at, which = spread(numbers, analyses.sizes)
    return merged(analyses.found[which], places[at], weights[at] * analyses.shares[which])


def _shards(terms: Sequence[str], postings: bytes, sizes: Numbers) -> Iterator[tuple[Sequence[str], bytes]]:
    """Yield the names of neighbouring terms with their postings, a file's worth at a time."""
    ends = np.cumsum(sizes)
    first = start = 0
    while first < len(terms):
        last = max(first + 1, int(np.searchsorted(ends, start + _SHARD, "right")))
        end = int(ends[last - 1])
        yield terms[first:last], postings[start:end]
        first, start = last, end


def _bounds(shards: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the shortest text that sorts before all terms of a file and after those of the file before."""
    last = ""
    for terms in shards:
        yield next(terms[0][:end] for end in range(1, len(terms[0]) + 1) if terms[0][:end] > last)
        last = terms[-1]
