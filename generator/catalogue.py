"""All cases together: their order, their facets with counts, and how they hang together."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from heapq import nsmallest
from types import MappingProxyType
from typing import Any

from generator import evidence
from generator.age import spans
from generator.answers import told
from generator.dates import Dates
from generator.facets import Facet
from generator.model import Case, Figure, Gain
from generator.neighbours import Neighbour, Neighbours
from generator.order import fullest_first
from generator.shape import Shape
from generator.text import enumeration, sort_key
from generator.vocabulary import Concept, Point, Term, Vocabulary
from generator.wording import wording

SIMILAR = 4
"""How many similar cases a case names."""
COMMON = 150
"""A value with more cases than this tells nothing of likeness, and counting them all would take too long."""


_DERIVED = {"told": told, "age": spans}
"""What a case has in the facets that follow from its fields."""


@dataclass(frozen=True)
class MoneyFigure:
    """A figure in kroner with the case and the place that it comes from."""

    case: Case
    figure: Figure
    evidence: str | None
    """The slug of the gain's evidence; none for money spent."""


@dataclass(frozen=True)
class Catalogue:
    """Cases in alphabetical order, the vocabulary of their tags, and when each came, as far as that is known."""

    cases: tuple[Case, ...]
    vocabulary: Vocabulary
    dates: Mapping[str, Dates] = field(compare=False)
    by_slug: Mapping[str, Case] = field(init=False, repr=False, compare=False)
    _tags: dict[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __init__(
        self, cases: Iterable[Case], vocabulary: Vocabulary, dates: Mapping[str, Dates] = MappingProxyType({})
    ) -> None:
        """Put the cases in order."""
        ordered = tuple(sorted(cases, key=lambda case: sort_key(case.title)))
        object.__setattr__(self, "cases", ordered)
        object.__setattr__(self, "vocabulary", vocabulary)
        object.__setattr__(self, "dates", dates)
        object.__setattr__(self, "by_slug", {case.slug: case for case in ordered})
        object.__setattr__(self, "_tags", {})

    def of(self, cases: Iterable[Case]) -> "Catalogue":
        """Return the catalogue of other cases, which knows what this one has found out of those that are the same."""
        found = Catalogue(cases, self.vocabulary, self.dates)
        same = {slug for slug, case in found.by_slug.items() if self.by_slug.get(slug) is case}
        found._tags.update((key, tags) for key, tags in self._tags.items() if key[0] in same)
        return found

    @property
    def total(self) -> int:
        """How many cases there are."""
        return len(self.cases)

    @cached_property
    def listed(self) -> tuple[Case, ...]:
        """The cases in the order of lists."""
        return fullest_first(self.cases)

    @cached_property
    def shape(self) -> Shape:
        """Which fields the cases have, and the ways to sort them."""
        return self.vocabulary.shape

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """The ways to sort the cases, in the order of the filters."""
        return self.shape.facets

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A short text for each case by slug, which is another one once anything in it or in the vocabulary is."""
        told = ((slug, case.model_dump_json()) for slug, case in self.by_slug.items())
        words = self.vocabulary.digest
        return {slug: sha256(f"{words}\n{slug}\n{fields}".encode()).hexdigest() for slug, fields in told}

    def tags(self, case: Case, facet: str) -> tuple[str, ...]:
        """Return the slugs that `case` has in a facet, each once."""
        if self.by_slug.get(case.slug) is not case:
            return self._tags_of(case, facet)
        key = case.slug, facet
        if (found := self._tags.get(key)) is None:
            found = self._tags[key] = self._tags_of(case, facet)
        return found

    def joint_tags(self, case: Case, part: str) -> tuple[tuple[str, ...], ...]:
        """Return the slugs that each of a case's parts has in the facets that describe it together, each row once."""
        fields = [self.facets[facet].field.partition(".")[2] for facet in self.shape.joint[part]]
        rows = (tuple(getattr(each, field) for field in fields) for each in _values(case, part))
        return tuple(dict.fromkeys(rows))

    def terms(self, facet: str) -> Mapping[str, Term]:
        """Return every value of a facet by slug, in the vocabulary's order; none where there is no such facet."""
        return self._terms.get(facet, {})

    def term(self, facet: str, slug: str) -> Term:
        """Return one value of a facet."""
        return self.terms(facet)[slug]

    def cases_with(self, facet: str, slug: str) -> tuple[Case, ...]:
        """Return the cases that have a value."""
        return self._index.get(facet, {}).get(slug, ())

    def cases_in(self, municipalities: Iterable[str]) -> tuple[Case, ...]:
        """Return the cases that any of some municipalities takes part in, each once."""
        found = (case for slug in municipalities for case in self.cases_with("municipality", slug))
        return tuple({case.slug: case for case in found}.values())

    def listed_with(self, facet: str, slug: str) -> tuple[Case, ...]:
        """Return the cases that have a value, in the order of lists."""
        return tuple(sorted(self.cases_with(facet, slug), key=lambda case: self._places[case.slug]))

    def count(self, facet: str, slug: str) -> int:
        """Return the number of cases that have a value."""
        return len(self.cases_with(facet, slug))

    def used(self, facet: str) -> Collection[str]:
        """Return the slugs of a facet that any case has."""
        return self._index.get(facet, {}).keys()

    def neighbours(self, facet: str, slug: str, limit: int = 12) -> tuple[Neighbour, ...]:
        """Return the values that most often stand together with a value, most frequent first."""
        return self._neighbours.of(facet, slug, self.cases_with(facet, slug), limit)

    def names(self, facet: str, slugs: Iterable[str]) -> list[str]:
        """Return the names of values."""
        return [self.term(facet, slug).name for slug in slugs]

    def inspired_by(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that `case` builds on."""
        return tuple(self.by_slug[slug] for slug in case.related.inspired_by if slug in self.by_slug)

    def inspired(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that build on `case`."""
        return self._inspired.get(case.slug, ())

    def origins(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that `case` builds on through others, the nearest first."""
        return _beyond(case, self.inspired_by)

    def followers(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that build on `case` through others, the nearest first."""
        return _beyond(case, self.inspired)

    def see_also(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that editors have linked with `case`, from either side."""
        slugs = dict.fromkeys((*case.related.see_also, *self._linked.get(case.slug, ())))
        return tuple(self.by_slug[slug] for slug in slugs if slug in self.by_slug)

    def similar(self, case: Case) -> tuple[Case, ...]:
        """Return the cases that share most and rarest tags with `case` and that nobody has linked yet."""
        linked = {case.slug, *case.related.inspired_by}
        linked |= {other.slug for other in (*self.see_also(case), *self.inspired(case))}
        scores: defaultdict[str, float] = defaultdict(float)
        for facet in self.facets.values():
            for tag in self.tags(case, facet.key) if facet.likeness else ():
                sharing = self._sharing[facet.key].get(tag, ())
                if len(sharing) > COMMON:
                    continue
                share = facet.likeness / len(sharing)
                for slug in sharing:
                    scores[slug] += share
        others = ((-score, slug) for slug, score in scores.items() if slug not in linked)
        return tuple(self.by_slug[slug] for _, slug in nsmallest(SIMILAR, others))

    def advice(self, slug: str, number: int) -> str | None:
        """Return what a case advises, by its number on the case's page from 1; None when it is not there."""
        case = self.by_slug.get(slug)
        all_advice = (*case.advice, *case.derived_advice) if case else ()
        return all_advice[number - 1] if 0 < number <= len(all_advice) else None

    def place(self, case: Case) -> str:
        """Return where a case took place in a few words: its municipalities, its regions, or with whom."""
        slugs = self.tags(case, self.shape.place)
        if len(slugs) > 3:
            places = self.facets[self.shape.place].plural.lower()
            return wording.place["several"].format(count=len(slugs), places=places)
        names = self.names(self.shape.place, slugs) or self.names("region", case.regions)
        return enumeration(names) or _party(case.partners)

    def strongest_gain(self, case: Case) -> Gain | None:
        """Return the best documented gain of a case."""
        return evidence.strongest(self.vocabulary, case.gains or ())

    def money(self) -> Iterator[MoneyFigure]:
        """Yield every figure in kroner."""
        for case in self.cases:
            for gain in case.gains or ():
                yield from (
                    MoneyFigure(case, figure, gain.evidence) for figure in gain.figures if figure.is_money
                )
            yield from (MoneyFigure(case, figure, None) for figure in case.amounts if figure.is_money)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The glossary in alphabetical order."""
        terms = (term for term in self.vocabulary["glossary"].values() if isinstance(term, Concept))
        return tuple(sorted(terms, key=lambda term: sort_key(term.name)))

    def points(self) -> tuple[Point, ...]:
        """Return the points of attention in the vocabulary's order."""
        return tuple(point for point in self.vocabulary["points"].values() if isinstance(point, Point))

    @cached_property
    def _terms(self) -> Mapping[str, Mapping[str, Term]]:
        """The values of each facet by slug."""
        return {key: self.vocabulary[facet.vocabulary] for key, facet in self.facets.items()}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of each case in the order of lists."""
        return {case.slug: place for place, case in enumerate(self.listed)}

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, tuple[Case, ...]]]:
        index: dict[str, dict[str, list[Case]]] = {facet: {} for facet in self.facets}
        for case in self.cases:
            for facet in self.facets:
                for tag in self.tags(case, facet):
                    index[facet].setdefault(tag, []).append(case)
        return {facet: {tag: tuple(cases) for tag, cases in tags.items()} for facet, tags in index.items()}

    @cached_property
    def _sharing(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The cases with each value by slug, of the facets that tell of likeness."""
        return {
            facet: {tag: tuple(case.slug for case in cases) for tag, cases in self._index[facet].items()}
            for facet in self.facets
            if self.facets[facet].likeness
        }

    @cached_property
    def _neighbours(self) -> Neighbours:
        told = [facet.key for facet in self.facets.values() if facet.is_neighbour]
        values = (
            (facet, self.term(facet, tag), cases)
            for facet in told
            for tag, cases in self._index[facet].items()
        )
        return Neighbours(self.cases, values)

    @cached_property
    def _inspired(self) -> Mapping[str, tuple[Case, ...]]:
        inspired: defaultdict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            for slug in case.related.inspired_by:
                inspired[slug].append(case)
        return {slug: tuple(cases) for slug, cases in inspired.items()}

    @cached_property
    def _linked(self) -> Mapping[str, tuple[str, ...]]:
        linked: defaultdict[str, list[str]] = defaultdict(list)
        for case in self.cases:
            for slug in case.related.see_also:
                linked[slug].append(case.slug)
        return {slug: tuple(slugs) for slug, slugs in linked.items()}

    def _tags_of(self, case: Case, facet: str) -> tuple[str, ...]:
        if facet not in self.facets:
            return ()
        if self.facets[facet].is_derived:
            return _DERIVED[facet](case, self.vocabulary)
        return tuple(dict.fromkeys((*_values(case, self.facets[facet].field), *self._through(case, facet))))

    def _through(self, case: Case, facet: str) -> Iterator[str]:
        """Yield the values that a case has by those of another facet, as a municipality has a region."""
        other, attribute = self.facets[facet].through
        for slug in self.tags(case, other) if other else ():
            yield getattr(self.term(other, slug), attribute)


def _beyond(case: Case, step: Callable[[Case], Iterable[Case]]) -> tuple[Case, ...]:
    """Return the cases that are more than one step away, the nearest first; chains may lead back."""
    ring = tuple(step(case))
    passed = {case.slug, *(other.slug for other in ring)}
    found: dict[str, Case] = {}
    while ring:
        ring = tuple(other for each in ring for other in step(each) if other.slug not in passed)
        passed.update(other.slug for other in ring)
        found |= {other.slug: other for other in ring}
    return tuple(found.values())


def years(case: Case) -> str:
    """Return a case's years as a reader sees them: fra 2015, 2012–2016, 2018, til 2016."""
    period = case.period
    if period is None or (period.start is None and period.end is None):
        return ""
    if period.end is None:
        return wording.place["since"].format(year=period.start)
    if period.start is None:
        return wording.place["until"].format(year=period.end)
    return str(period.start) if period.start == period.end else f"{period.start}–{period.end}"


def _party(partners: tuple[str, ...]) -> str:
    """Return the first of those who took part, without what is said of it."""
    if not partners:
        return wording.common["placeless"]
    name = re.split(r" \(|, ", partners[0])[0]
    return wording.place["among_others"].format(name=name) if len(partners) > 1 else name


def _values(part: Any, path: str) -> Sequence[Any]:
    """Return what a field, or the fields of parts in a list, hold: each of several values by itself."""
    head, _, tail = path.partition(".")
    value = getattr(part, head)
    found = value if isinstance(value, tuple) else () if value is None else (value,)
    return [each for inner in found for each in _values(inner, tail)] if tail else found
