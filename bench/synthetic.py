"""Synthetic cases, the same ones every time: the real cases with other words, and with tags of others among them."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.catalogue import Catalogue
from generator.model import Case
from generator.reading.beside import case_files
from generator.reading.folder import load
from generator.reading.reader import read
from generator.search.danish import DANISH
from generator.vocabulary import Vocabulary

CASES = Path(__file__).parent.parent / "cases"
_RARE_WORDS = 180_000
_TEXTS = {
    "title", "summary", "target_group", "purpose", "organisation", "text", "remedy", "what", "note", "after",
    "partners", "units", "advice", "derived_advice", "caveats", "editor_notes", "search_words",
}  # fmt: skip
"""The fields whose words are drawn anew; numbers, units, years and tags stay."""
_BORROWED = ("municipalities", "themes", "form", "status")
"""The fields that a case takes from another one each, so that values meet as they do, and as often."""
_WORD = re.compile(r"(?<![/\w.-])[a-zæøå]{4,}(?![\w-]*[./])", re.IGNORECASE)
_LIMITS = {"title": 110, "summary": 350, "search_words": 60}


def catalogue(number: int) -> Catalogue:
    """Return a catalogue of so many cases."""
    _, vocabulary = load(CASES)
    context = {"vocabulary": vocabulary}
    return Catalogue(
        (Case.model_validate(data | {"slug": slug}, context=context) for slug, data in cases(number)),
        vocabulary,
    )


def cases(number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the slug and the data of so many cases."""
    real, vocabulary = load(CASES)
    chance = random.Random(number)
    words = _Words(real, vocabulary, chance)
    models: list[Mapping[str, Any]] = [
        read(file.name, file.read_bytes()).document.data for file in case_files(CASES)
    ]
    for n in range(number):
        yield f"case-{n}", _case(n, number, words, chance, models)


class _Words:
    """Draws words as often as a large collection of Danish texts would: few common ones, many rare ones.

    Words of up to three letters stay where they are, for they are the commonest.
    """

    def __init__(self, cases: tuple[Case, ...], vocabulary: Vocabulary, chance: random.Random) -> None:
        texts = [
            f"{case.title} {case.summary} {case.purpose or ''} {case.organisation or ''}" for case in cases
        ]
        texts += [term.name for name in vocabulary for term in vocabulary[name].values()]
        counts = Counter(word for text in texts for word in DANISH.words(text.lower()))
        silent = {"ingen", "ikke", "oplyst"}  # alone they would say that nothing is told
        long = [
            word
            for word, _ in counts.most_common()
            if len(word) > 3 and word.isalpha() and word not in silent
        ]
        compounds = (
            f"{chance.choice(long)}{chance.choice(('', 's', 'e'))}{chance.choice(long)}"
            for _ in range(_RARE_WORDS)
        )
        self._all = list(dict.fromkeys((*long, *compounds)))
        self._weights = list(accumulate((rank + 2.7) ** -1.12 for rank in range(len(self._all))))
        self._chance = chance

    def instead(self, text: str) -> str:
        """Return a text with other words in the same places, between the same marks."""
        drawn = iter(self._chance.choices(self._all, cum_weights=self._weights, k=len(text)))
        return _WORD.sub(lambda word: _cased(next(drawn), word[0]), text)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _case(
    n: int, number: int, words: _Words, chance: random.Random, models: list[Mapping[str, Any]]
) -> dict[str, Any]:
    data = dict(models[n % len(models)])
    data.pop("aliases", None)
    for field in _BORROWED:
        other = chance.choice(models)
        if field in other:
            data[field] = other[field]
    if "related" in data:
        data["related"] = {"see_also": (f"case-{(n + chance.randrange(1, number)) % number}",)}
    return {key: _anew(value, key, words) for key, value in data.items()} | {
        "title": _short(f"{n} {words.instead(data['title'])}", _LIMITS["title"])
    }


def _anew(value: Any, key: str, words: _Words) -> Any:
    """Return a value with its texts in other words; `key` is the field that it stands in."""
    if isinstance(value, Mapping):
        return {name: _anew(inner, name, words) for name, inner in value.items()}
    if isinstance(value, tuple):
        items = [_anew(inner, key, words) for inner in value]
        if key == "search_words":
            items = [*{item.casefold(): item for item in items if len(item) > 2}.values()]
        return tuple(items)
    if key in _TEXTS and isinstance(value, str):
        return _short(words.instead(value), _LIMITS.get(key, 20_000))
    return value


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0]
