"""Synthetic cases, the same ones every time, from the words of the project's own cases and vocabularies."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator import prose
from generator.catalogue import Catalogue
from generator.model import Case
from generator.reading.folder import load
from generator.search import danish
from generator.vocabulary import Vocabulary

WORDS_PER_CASE = 900
_RARE_WORDS = 180_000


def catalogue(number: int, folder: Path = Path("cases")) -> Catalogue:
    """Return a catalogue of so many cases."""
    real, vocabulary = load(folder)
    chance = random.Random(number)
    words = _Words(real, vocabulary, chance)
    return Catalogue((_case(n, words, vocabulary, chance) for n in range(number)), vocabulary)


class _Words:
    """Draws words as often as a large collection of Danish texts would: few common ones, many rare ones."""

    def __init__(self, cases: tuple[Case, ...], vocabulary: Vocabulary, chance: random.Random) -> None:
        texts = [f"{case.title} {case.summary} {prose.plain(case.purpose or '')}" for case in cases]
        texts += [prose.plain(case.organisation or "") for case in cases]
        texts += [term.name for name in vocabulary for term in vocabulary[name].values()]
        counts = Counter(word for text in texts for word in danish.words(text.lower()))
        known = [word for word, _ in counts.most_common()]
        long = [word for word in known if len(word) > 3 and word.isalpha() and word not in danish.STOP_WORDS]
        compounds = (
            f"{chance.choice(long)}{chance.choice(('', 's', 'e'))}{chance.choice(long)}"
            for _ in range(_RARE_WORDS)
        )
        self._all = list(dict.fromkeys((*known, *compounds)))
        self._weights = list(accumulate((rank + 2.7) ** -1.12 for rank in range(len(self._all))))
        self._chance = chance

    def text(self, length: int) -> str:
        """Return so many words."""
        return " ".join(self._chance.choices(self._all, cum_weights=self._weights, k=length))


def _case(number: int, words: _Words, vocabulary: Vocabulary, chance: random.Random) -> Case:
    def some(name: str, most: int) -> list[str]:
        return chance.sample(list(vocabulary[name]), chance.randint(1, most))

    def one(name: str) -> str:
        return chance.choice(list(vocabulary[name]))

    def paragraph(share: float) -> str:
        return words.text(int(WORDS_PER_CASE * share)) + "."

    gains: Iterator[dict[str, Any]] = (
        {"type": kind, "evidence": one("evidence"), "text": paragraph(0.05)} for kind in some("gain_types", 3)
    )
    start = chance.randint(2000, 2025)
    data = {
        "slug": f"case-{number}",
        "title": words.text(7)[:100],
        "summary": words.text(26)[:340],
        "municipalities": tuple(some("municipalities", 1 if chance.random() < 0.9 else 5)),
        "level": ("kommunal",),
        "themes": tuple(some("themes", 3)),
        "form": one("forms"),
        "status": one("statuses"),
        "period": {"start": start, "end": start + chance.randint(0, 5)},
        "purpose": paragraph(0.2),
        "organisation": paragraph(0.25),
        "financing": {
            "model": one("financing_models") if chance.random() < 0.3 else "ikke oplyst",
            "text": paragraph(0.1),
        },
        "gains": tuple(gains),
        "drivers": tuple({"factor": factor, "text": paragraph(0.05)} for factor in some("factors", 5)),
        "barriers": tuple({"factor": factor, "text": paragraph(0.05)} for factor in some("factors", 5)),
        "sources": ({"source": one("sources"), "where": f"side {number}"},),
    }
    return Case.model_validate(data, context={"vocabulary": vocabulary})
