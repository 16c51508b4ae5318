"""Lists of words as the browser reads them: in order, and short."""

from collections.abc import Iterator, Sequence

import numpy as np

from generator.search.tokens import Numbers, Stream, array_of

SAME, RELATED = "~", "≈"
"""What the names of groups begin with: of words that mean the same, and of those that belong to one subject."""
_LONGEST = 40_000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = len(_DIGITS) - 1


def front_coded(terms: Sequence[str]) -> Iterator[str]:
    """Yield each term as the number of letters that it shares with the one before (base 36) and the rest."""
    letters = np.array(["", *terms], f"U{_MOST}").view(np.uint32).reshape(-1, _MOST)
    differ = letters[1:] != letters[:-1]
    shared = np.where(differ.any(axis=1), differ.argmax(axis=1), _MOST)
    return (_DIGITS[some] + term[some:] for some, term in zip(shared.tolist(), terms, strict=True))


def word_list(written: Stream, own: Numbers, terms: Sequence[str], documents: Numbers) -> dict[str, str]:
    """Return the commonest terms, how common each is, and the word that readers know it by.

    `own` has the term of each word that is written, or -1, and `documents` says in how many documents each term is.
    """
    first, forms = _forms(written, own, terms)
    places = array_of(place for place, term in enumerate(terms) if not term.startswith((SAME, RELATED)))
    order = np.lexsort((first[places], -documents[places]))[:_LONGEST]
    common = np.sort(places[order]).tolist()
    chosen = [terms[place] for place in common]
    shown = (_shown(terms[place], forms[place]) for place in common)
    rarity = "".join(_DIGITS[min(_MOST, count.bit_length())] for count in documents[common].tolist())
    return {"terms": " ".join(front_coded(chosen)), "common": rarity, "shown": " ".join(shown)}


def _shown(term: str, form: str) -> str:
    """Return a form as what is to be added to its term, or all of it behind a mark."""
    return form[len(term) :] if form.startswith(term) else f"!{form}"


def _forms(written: Stream, own: Numbers, terms: Sequence[str]) -> tuple[Numbers, list[str]]:
    """Return where the first word of each term stands among those written, and the commonest of its words.

    A term that is no word's own stands for itself behind them all.
    """
    names, often = [*written.names], np.array([*written.counts().values()])
    words = np.flatnonzero(own >= 0)
    known, at = np.unique(own[words], return_index=True)
    first = np.arange(len(own), len(own) + len(terms), dtype=np.int32)
    first[known] = words[at]
    words = words[np.lexsort((-often[words], own[words]))]
    commonest = words[np.diff(own[words], prepend=-1) > 0]
    forms = [*terms]
    for term, word in zip(known.tolist(), commonest.tolist(), strict=True):
        forms[term] = names[word]
    return first, forms
