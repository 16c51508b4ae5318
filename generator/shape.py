"""The shape of a catalogue's cases: which fields they have, and the ways to sort them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.facets import FACETS, Facet
from generator.model import Case


@dataclass(frozen=True, eq=False)
class Shape:
    """The model of a case and the facets by key, in the order of the filters; equal to itself alone."""

    case: type[Case] = field(default=Case, repr=False)
    facets: Mapping[str, Facet] = field(default_factory=lambda: FACETS, repr=False)
    place: str = "municipality"
    """The facet that says on a card where a case took place."""
    made_of: str = ""
    """What settings say of it, by which what was worked out is known again; nothing of the built-in one."""

    @cached_property
    def by_field(self) -> Mapping[str, Facet]:
        """The facets by the field of a case that has their values."""
        return {facet.field: facet for facet in self.facets.values()}

    @cached_property
    def joint(self) -> Mapping[str, tuple[str, ...]]:
        """The facets that describe the same part of a case, by its field: choices must hold for one and the same."""
        by_part: defaultdict[str, list[str]] = defaultdict(list)
        for facet in self.facets.values():
            by_part[facet.part].append(facet.key)
        return {part: tuple(keys) for part, keys in by_part.items() if part and len(keys) > 1}

    def with_vocabulary(self, name: str) -> tuple[Facet, ...]:
        """Return the facets whose values are the words of a vocabulary."""
        return tuple(facet for facet in self.facets.values() if facet.vocabulary == name)


BUILT_IN = Shape()
"""That of a catalogue which sets nothing of its own."""
