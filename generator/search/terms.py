"""The index of words that the browser searches in: which documents have each term, and how weighty it is there.

What a word is found by is worked out once for each different word. The reading side is
theme_overrides/assets/js/search/index.js.
"""

import base64
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import numpy as np

from generator.search.language import Language
from generator.search.lexicon import Lexicon
from generator.search.postings import Weights, coded, joined, merged, weighed
from generator.search.spoken import spoken
from generator.search.tokens import Numbers, Stream, Words, array_of, numbering, spread

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


def index(words: Words, cases: int, synonyms: Mapping[str, str]) -> dict[str, object]:
    """Return the files of the index by name; `synonyms` gives the groups of each stemmed word or row of words."""
    language = spoken()
    written = words.written()
    often = written.counts()
    meant = written.renamed(language.canonical)
    lexicon = Lexicon(language, meant.counts())
    ended = ((place, first + lexicon.ending(whole)) for place, first, whole in words.unended)
    found = meant.followed_by(Stream.of(chain(words.unwritten, ended)))
    terms = _terms(found, _analyser(language, lexicon, synonyms))
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
    files: dict[str, object] = {"terms": head, "words": _word_list(language, counts, often)}
    for number, (names, data) in enumerate(shards):
        postings = base64.b64encode(data).decode()
        files[f"terms/{number}"] = {"terms": " ".join(_front_coded(names)), "postings": postings}
    language.stem.cache_clear()  # nobody asks for so many again
    return files


def synonym(form: str) -> str:
    """Return a synonym, a word or a row of words, as the index knows it."""
    language = spoken()
    return " ".join(map(language.stem, language.words(language.canonical(form.replace("-", "")))))


_Analysis = Mapping[str, float]


def _analyser(
    language: Language, lexicon: Lexicon, synonyms: Mapping[str, str]
) -> Callable[[str], _Analysis]:
    """Return the function from a word or a row of words to the terms that find it, with their share of its weight."""

    def analyse(word: str) -> _Analysis:
        if " " in word:
            return dict.fromkeys(synonyms[word].split(), _SYNONYM)
        if word in language.stop_words:
            return {}
        shares = {language.stem(word): 1.0}
        for part in lexicon.parts(word):
            shares.setdefault(language.stem(part), _PART)
        for term, share in list(shares.items()):
            for group in synonyms.get(term, "").split():
                shares.setdefault(group, share * _SYNONYM)
        return shares

    return analyse


def _terms(words: Stream, analyse: Callable[[str], _Analysis]) -> list[Term]:
    """Return the terms of all words, in order."""
    known, sizes, found, shares = numbering(), array("i"), array("i"), array("d")
    for word in words.names:
        analysis = analyse(word)
        sizes.append(len(analysis))
        found.extend(map(known.__getitem__, analysis))
        shares.extend(analysis.values())
    if not known:
        return []
    names = sorted(known)
    ranks = np.empty(len(names), np.int32)
    ranks[array_of(known[name] for name in names)] = np.arange(len(names), dtype=np.int32)
    analyses = np.asarray(sizes), ranks[np.asarray(found)], np.asarray(shares)
    terms, posted = joined([_posted(part, *analyses) for part in words.parts(_AT_ONCE << 4)])
    counts = np.bincount(terms).astype(np.int32)
    return list(map(Term, names, counts.tolist(), coded(posted, counts)))


def _posted(words: Stream, sizes: Numbers, found: Numbers, shares: Weights) -> tuple[Numbers, Numbers]:
    """Return the terms that words are found by, in order, with their postings.

    `sizes` says how many terms each word has; `found` has these word by word, and `shares` how much of it each says.
    """
    numbers, places, weights = weighed(words)
    at, which = spread(numbers, sizes)
    return merged(found[which], places[at], weights[at] * shares[which])


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


def _word_list(language: Language, found: Mapping[str, int], written: Mapping[str, int]) -> dict[str, str]:
    """Return the commonest terms, how common each is, and the word that readers know it by.

    `found` says in how many documents each term is, `written` how often each word stands in the texts.
    """
    forms: dict[str, str] = {}
    for word, count in written.items():
        meant = language.canonical(word)
        term = language.stem(meant)
        if term in found and meant not in language.stop_words and count > written.get(forms.get(term, ""), 0):
            forms[term] = word
    for term in found:
        if not term.startswith((SAME, RELATED)):
            forms.setdefault(term, term)
    common = sorted(forms, key=lambda term: -found[term])[:_LEXICON]
    common.sort()
    rarity = "".join(_DIGITS[min(35, found[term].bit_length())] for term in common)
    shown = (forms[t][len(t) :] if forms[t].startswith(t) else f"!{forms[t]}" for t in common)
    return {"terms": " ".join(_front_coded(common)), "common": rarity, "shown": " ".join(shown)}
