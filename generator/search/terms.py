"""The index of words that the browser searches in: which documents have each term, and how weighty it is there.

What a word is found by is worked out once for each different word. The reading side is
theme_overrides/assets/js/search/index.js.
"""

import base64
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import numpy as np

from generator.search.cuts import Cuts
from generator.search.language import Language
from generator.search.lexicon import Lexicon
from generator.search.postings import Keys, Weights, coded, joined, merged, weighed
from generator.search.said import FIELD_BITS
from generator.search.spoken import spoken
from generator.search.tokens import Numbers, Stream, Words, array_of, numbering, spread
from generator.store import NOTHING, Store

SAME, RELATED = "~", "≈"
"""What the names of groups begin with: of words that mean the same, and of those that belong to one subject."""
_PART, _SYNONYM = 0.7, 0.6
_SHARD = 14_000
_LEXICON = 40_000
_AT_ONCE = 500
"""The words of how many documents are worked on at once, so that memory does not grow with all of them."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Term(NamedTuple):
    """What documents are found by: in how many it is, and its postings as they stand in a file."""

    name: str
    documents: int
    postings: bytes


def index(words: Words, cases: int, synonyms: Mapping[str, str], kept: Store = NOTHING) -> dict[str, object]:
    """Return the files of the index by name; `synonyms` gives the groups of each stemmed word or row of words."""
    language, often = spoken(), words.written().counts()
    meanings = {word: language.canonical(word) for word in often}
    terms = _terms(*_understood(words, words.written().renamed(meanings.__getitem__), synonyms, kept))
    shards = list(_shards(terms))
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
    counts = {term.name: term.documents for term in terms}
    files: dict[str, object] = {"terms": head, "words": _word_list(language, counts, often, meanings)}
    for number, (names, data) in enumerate(shards):
        postings = base64.b64encode(data).decode()
        files[f"terms/{number}"] = {"terms": " ".join(_front_coded(names)), "postings": postings}
    language.stem.cache_clear()  # nobody asks for so many again
    return files


def synonym(form: str) -> str:
    """Return a synonym, a word or a row of words, as the index knows it."""
    language = spoken()
    return " ".join(map(language.stem, language.words(language.canonical(form.replace("-", "")))))


class _Analyses(NamedTuple):
    """What finds words: the names of the terms, in order, and word by word their numbers and shares of its weight."""

    names: list[str]
    sizes: Numbers
    """How many terms each word has."""
    found: Numbers
    shares: Weights


def _understood(
    words: Words, meant: Stream, synonyms: Mapping[str, str], kept: Store
) -> tuple[Stream, _Analyses]:
    """Return all that documents say, also without writing it, and what finds that; `meant` is what they write."""
    language = spoken()
    cuts = Cuts(language, kept)
    lexicon = Lexicon(language, meant.counts(), cuts)
    ended = ((place, first + lexicon.ending(whole)) for place, first, whole in words.unended)
    said = meant.followed_by(Stream.of(chain(words.unwritten, ended)))
    analyses = _analyses(said.names, _analyser(language, lexicon, synonyms, said.names))
    cuts.keep()
    return said, analyses


def _analyser(
    language: Language, lexicon: Lexicon, synonyms: Mapping[str, str], words: Collection[str]
) -> Callable[[str], Mapping[str, float]]:
    """Return the function from one of some words, or a row of words, to the terms that find it.

    It gives them with their share of its weight.
    """
    parts = lexicon.parts(words)
    groups = {form: some.split() for form, some in synonyms.items()}

    def analyse(word: str) -> Mapping[str, float]:
        if " " in word:
            return dict.fromkeys(groups[word], _SYNONYM)
        if word in language.stop_words:
            return {}
        shares = {language.stem(word): 1.0}
        for part in parts.get(word, ()):
            shares.setdefault(language.stem(part), _PART)
        if not groups.keys().isdisjoint(shares):
            for term, share in list(shares.items()):
                for group in groups.get(term, ()):
                    shares.setdefault(group, share * _SYNONYM)
        return shares

    return analyse


def _analyses(words: Iterable[str], analyse: Callable[[str], Mapping[str, float]]) -> _Analyses:
    """Return the analyses of all words side by side."""
    known, sizes, found, shares = numbering(), array("i"), array("i"), array("d")
    for word in words:
        analysis = analyse(word)
        sizes.append(len(analysis))
        found.extend(map(known.__getitem__, analysis))
        shares.extend(analysis.values())
    names = sorted(known)
    ranks = np.empty(len(names), np.int32)
    ranks[array_of(known[name] for name in names)] = np.arange(len(names), dtype=np.int32)
    return _Analyses(names, np.asarray(sizes), ranks[np.asarray(found)], np.asarray(shares))


def _terms(words: Stream, analyses: _Analyses) -> list[Term]:
    """Return the terms of all words, in order."""
    if not analyses.names:
        return []
    terms, posted = joined(_posted(part, analyses) for part in words.parts(_AT_ONCE << FIELD_BITS))
    counts = np.bincount(terms).astype(np.int32)
    return list(map(Term, analyses.names, counts.tolist(), coded(posted, counts)))


def _posted(words: Stream, analyses: _Analyses) -> Keys:
    """Return the terms that words are found by, in order, with their postings."""
    numbers, places, weights = weighed(words)
    at, which = spread(numbers, analyses.sizes)
    return merged(analyses.found[which], places[at], weights[at] * analyses.shares[which])


def _shards(terms: Iterable[Term]) -> Iterator[tuple[list[str], bytes]]:
    """Yield the names of neighbouring terms with their postings, a file's worth at a time."""
    names: list[str] = []
    data = bytearray()
    for term in terms:
        if names and len(data) + len(term.postings) > _SHARD:
            yield names, bytes(data)
            names, data = [], bytearray()
        names.append(term.name)
        data += term.postings
    if names:
        yield names, bytes(data)


def _bounds(shards: Iterable[list[str]]) -> Iterator[str]:
    """Yield the shortest text that sorts before all terms of a file and after those of the file before."""
    last = ""
    for terms in shards:
        yield next(terms[0][:end] for end in range(1, len(terms[0]) + 1) if terms[0][:end] > last)
        last = terms[-1]


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


def _word_list(
    language: Language, found: Mapping[str, int], often: Mapping[str, int], meanings: Mapping[str, str]
) -> dict[str, str]:
    """Return the commonest terms, how common each is, and the word that readers know it by.

    `found` says in how many documents each term is, `often` how often each word stands in the texts, and `meanings`
    which canonical word it is.
    """
    forms: dict[str, str] = {}
    for word, count in often.items():
        meant = meanings[word]
        term = language.stem(meant)
        if term in found and meant not in language.stop_words and count > often.get(forms.get(term, ""), 0):
            forms[term] = word
    for term in found:
        if not term.startswith((SAME, RELATED)):
            forms.setdefault(term, term)
    common = sorted(forms, key=found.__getitem__, reverse=True)[:_LEXICON]
    common.sort()
    rarity = "".join(_DIGITS[min(35, found[term].bit_length())] for term in common)
    shown = (forms[t][len(t) :] if forms[t].startswith(t) else f"!{forms[t]}" for t in common)
    return {"terms": " ".join(_front_coded(common)), "common": rarity, "shown": " ".join(shown)}
