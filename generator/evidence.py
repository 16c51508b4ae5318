"""How well gains are documented: the strengths of evidence, the strongest first, as the vocabulary has them."""

from collections.abc import Iterable

from generator.model import Gain
from generator.vocabulary import Vocabulary


def strengths(vocabulary: Vocabulary) -> list[str]:
    """Return the slugs of all strengths, the strongest first."""
    return [*vocabulary["evidence"]]


def rank(vocabulary: Vocabulary, gain: Gain) -> int:
    """Return the place of a gain's evidence among the strengths, from 0 for the strongest."""
    return strengths(vocabulary).index(gain.evidence)


def grade(vocabulary: Vocabulary, strength: str) -> int:
    """Return how many grades a strength has reached: 1 for the weakest."""
    ranks = strengths(vocabulary)
    return len(ranks) - ranks.index(strength)


def is_weakest(vocabulary: Vocabulary, strength: str | None) -> bool:
    """Return whether a strength says that nothing is documented."""
    return strength == strengths(vocabulary)[-1]


def strongest(vocabulary: Vocabulary, gains: Iterable[Gain]) -> Gain | None:
    """Return the best documented of some gains, the first of several alike; None of none."""
    return min(gains, key=lambda gain: rank(vocabulary, gain), default=None)
