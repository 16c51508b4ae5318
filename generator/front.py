"""What the front page tells of a whole catalogue: how much there is, how well it is shown, and where to begin."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.age import age
from generator.catalogue import Catalogue
from generator.facets import Facet
from generator.model import Case
from generator.text import sort_key
from generator.vocabulary import Term
from generator.wording import wording

BEGINNINGS = 6
"""How many cases there are to begin with, each of a theme of its own."""
NEW = 6
"""How many cases are begun since the year from which a case is called new, at least."""


@dataclass(frozen=True)
class Theme:
    """A theme, and the number of its cases."""

    term: Term
    count: int


@dataclass(frozen=True)
class Front:
    """The front page of a catalogue."""

    catalogue: Catalogue

    @cached_property
    def places(self) -> tuple[int, int]:
        """How many places take part, municipalities or what a catalogue has instead, and how many there are."""
        place = self.catalogue.shape.place
        return len(self.catalogue.used(place)), len(self.catalogue.terms(place))

    @property
    def place(self) -> Facet | None:
        """The facet of the places; None where the catalogue has none."""
        return self.catalogue.facets.get(self.catalogue.shape.place)

    @property
    def ways(self) -> list[Facet]:
        """The other ways in beside the themes: by place, and by form."""
        facets = self.catalogue.facets
        return [facets[key] for key in (self.catalogue.shape.place, "form") if key in facets]

    @cached_property
    def gains(self) -> Mapping[str, int]:
        """How many gains there are of each strength of evidence, the strongest first."""
        counts = Counter(gain.evidence for case in self.catalogue.cases for gain in case.gains or ())
        return {slug: counts[slug] for slug in self.catalogue.terms("evidence")}

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes that have cases, those with most first."""
        terms = self.catalogue.terms("theme").values()
        themes = (Theme(term, self.catalogue.count("theme", term.slug)) for term in terms)
        used = (theme for theme in themes if theme.count)
        return tuple(sorted(used, key=lambda theme: (-theme.count, sort_key(theme.term.name))))

    @cached_property
    def strongest(self) -> Term:
        """The strongest evidence."""
        return next(iter(self.catalogue.terms("evidence").values()))

    @cached_property
    def absent(self) -> Term | None:
        """The type of gain that did not come, where the vocabulary has it."""
        return self.catalogue.terms("gain_type").get(wording.slugs["no_gain"])

    @cached_property
    def ages(self) -> tuple[int, int] | None:
        """The years of the oldest and the newest source, or of the case's end where that was before."""
        found = (age(self.catalogue.vocabulary, case) for case in self.catalogue.cases)
        years = [each.year for each in found if each]
        return (min(years), max(years)) if years else None

    @cached_property
    def new_since(self) -> int | None:
        """The year from which cases are called new; None when none says when it began."""
        years = sorted(self._starts, reverse=True)
        return years[:NEW][-1] if years else None

    @property
    def new(self) -> int:
        """How many cases are new."""
        return sum(year >= self.new_since for year in self._starts) if self.new_since else 0

    @cached_property
    def beginnings(self) -> tuple[Case, ...]:
        """The fullest case of each of the largest themes, each case once."""
        chosen: dict[str, Case] = {}
        for theme in self.themes:
            fitting = (case for case in self.catalogue.listed if theme.term.slug in case.themes)
            if case := next((case for case in fitting if case.slug not in chosen), None):
                chosen[case.slug] = case
            if len(chosen) == BEGINNINGS:
                break
        return tuple(chosen.values())

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(case.start for case in self.catalogue.cases if case.start)
