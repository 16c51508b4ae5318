"""The cases of a value in the order of lists, in parts that a page has room for, and where each is told of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator.addresses import value_url
from generator.catalogue import Catalogue
from generator.evidence import rank
from generator.model import Case
from generator.paging import Numbered, filled
from generator.weight import room, weight

TOLD = 30
"""How many cases stand on one page of a value, fewer where they have much to show."""
Parts = Sequence[tuple[Sequence[Case], Numbered]]
"""The cases of each page of a value, with the page."""


@dataclass(frozen=True)
class Lists:
    """The lists of a catalogue's cases by value."""

    catalogue: Catalogue

    def of(self, facet: str, slug: str) -> Parts:
        """Return the cases with a value, those of one page at a time."""
        if (facet, slug) not in self._found:
            self._found[facet, slug] = [
                *filled(
                    self._in_order(facet, slug),
                    TOLD,
                    at=partial(value_url, self.catalogue.facets[facet], slug),
                    weigh=partial(weight, facet, slug),
                    room=partial(room, self.catalogue, facet, slug),
                )
            ]
        return self._found[facet, slug]

    def parts(self, facet: str, slug: str) -> Mapping[str, str]:
        """Return where the pages of a driver, a barrier or a type of gain begin to tell of each of their parts.

        These are themes and strengths of evidence, by slug; a theme that is no case's first is told of with another
        one.
        """
        is_gain, kind = facet == "gain_type", "dokumentation" if facet == "gain_type" else "tema"
        found: dict[str, Numbered] = {}
        others: dict[str, Numbered] = {}
        for cases, where in self.of(facet, slug):
            for case in cases:
                strengths = (gain.evidence for gain in case.gains or () if gain.type == slug)
                for part in strengths if is_gain else case.themes[:1]:
                    found.setdefault(part, where)
                for part in () if is_gain else case.themes[1:]:
                    others.setdefault(part, where)
        return {part: f"{where.url}#{kind}-{part}" for part, where in (others | found).items()}

    def _in_order(self, facet: str, slug: str) -> Sequence[Case]:
        """Return the cases with a value in the order of lists, of those in parts the cases of each part together.

        The parts are the first themes of cases with a driver or a barrier, and how well a type of gain is shown.
        """
        cases = self.catalogue.listed_with(facet, slug)
        if facet == "gain_type":
            best = partial(rank, self.catalogue.vocabulary)
            return sorted(
                cases, key=lambda case: min(best(gain) for gain in case.gains or () if gain.type == slug)
            )
        if facet in {"driver", "barrier"}:
            themes = {slug: place for place, slug in enumerate(self.catalogue.terms("theme"))}
            return sorted(cases, key=lambda case: themes[case.themes[0]])
        return cases

    @cached_property
    def _found(self) -> dict[tuple[str, str], Parts]:
        """What was asked for so far, by facet and slug."""
        return {}
