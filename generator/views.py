"""The views that a catalogue has: it may do without some, and one whose words are missing is off."""

from collections.abc import Collection
from dataclasses import replace

from generator.vocabulary import Vocabulary

NEEDS = {"glossary": "glossary", "matrix": None, "money": None, "points": "points"}
"""The views that a catalogue may do without, each with the vocabulary that it shows, when it may be missing."""


def off(vocabulary: Vocabulary, without: Collection[str]) -> frozenset[str]:
    """Return the views that are off: those that the catalogue does without, and those with nothing to show."""
    missing = (view for view, name in NEEDS.items() if name and not vocabulary[name])
    return frozenset((*without, *missing))


def words(vocabulary: Vocabulary, without: Collection[str]) -> Vocabulary:
    """Return the vocabulary without the words of views that the catalogue does without, so that none leads there."""
    gone = {NEEDS[view] for view in without}
    left = {name: {} if name in gone else terms for name, terms in vocabulary.terms.items()}
    return replace(vocabulary, terms=left) if gone else vocabulary
