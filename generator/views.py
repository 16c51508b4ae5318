"""The views that a catalogue has: one whose words are missing is off."""

from generator.vocabulary import Vocabulary

NEEDS = {"glossary": "glossary", "points": "points"}
"""The vocabulary that a view shows, by the name of the view."""


def off(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the views that there is nothing to show in."""
    return frozenset(view for view, name in NEEDS.items() if not vocabulary[name])
