"""What can be learned across the cases: factors, gains, money, forms, advice and terms."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, groupby

from generator import prose, store
from generator.catalogue import Catalogue, MoneyFigure
from generator.model import Barrier, Case, Driver, Gain
from generator.store import Store
from generator.text import sort_key
from generator.view import texts, view
from generator.vocabulary import Concept, Point, Term

KIND = "terms"
"""What a store has the terms in the texts of cases under."""
Part = Driver | Barrier | Gain
Used = tuple[Mapping[str, Sequence[str]], Sequence[str]]
"""The terms that texts of a case use for the first time on its page, text -> slugs, and all that it uses."""


@dataclass(frozen=True)
class Experience:
    """What one case tells about one tag."""

    case: Case
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """Return the number of things told."""
        return len(self.parts)


@dataclass(frozen=True)
class ThemeGroup:
    """The experiences of one theme: those told here, and those told under the case's first theme."""

    theme: Term
    told: tuple[Experience, ...]
    elsewhere: tuple[Case, ...]

    @property
    def count(self) -> int:
        """Return the number of cases."""
        return len(self.told) + len(self.elsewhere)


@dataclass(frozen=True)
class FactorRow:
    """How many cases of each theme a factor drove and hindered, in the order of the themes."""

    factor: Term
    drivers: tuple[int, ...]
    barriers: tuple[int, ...]
    drove: int
    hindered: int


@dataclass(frozen=True)
class GainRow:
    """How many gains of one type there are of each strength of evidence, strongest first."""

    type: Term
    counts: tuple[int, ...]
    cases: int

    @property
    def total(self) -> int:
        """Return the number of gains."""
        return sum(self.counts)


@dataclass(frozen=True)
class FactorExperiences:
    """What the cases of one kind tell about one factor."""

    factor: Term
    experiences: tuple[Experience, ...]


@dataclass(frozen=True)
class MoneyGroup:
    """The cases whose first theme is `theme`, with their figures in kroner."""

    theme: Term
    cases: tuple[tuple[Case, tuple[MoneyFigure, ...]], ...]


@dataclass(frozen=True)
class Illustration:
    """A piece of advice from a case; `number` counts from 1 as on the case's page."""

    case: Case
    number: int
    text: str

    @property
    def is_derived(self) -> bool:
        """Return whether the editors drew it from the case; the source does not give it."""
        return self.number > len(self.case.advice)


@dataclass(frozen=True)
class Knowledge:
    """What the cases of a catalogue tell when they are read side by side."""

    catalogue: Catalogue

    def themes(self) -> tuple[Term, ...]:
        """Return the themes that have cases."""
        return tuple(
            t for t in self.catalogue.terms("theme").values() if self.catalogue.count("theme", t.slug)
        )

    def matrix(self) -> tuple[FactorRow, ...]:
        """Return every factor with its cases per theme; a case counts under each of its themes."""
        return self._matrix

    def leading(self, limit: int = 3) -> tuple[tuple[FactorRow, ...], tuple[FactorRow, ...]]:
        """Return the factors that drove most cases, and those that hindered most."""
        rows = self.matrix()
        drove = sorted(rows, key=lambda row: -row.drove)[:limit]
        return tuple(drove), tuple(sorted(rows, key=lambda row: -row.hindered)[:limit])

    def mostly_hindering(self) -> tuple[FactorRow, ...]:
        """Return the factors that hindered more cases than they drove."""
        return tuple(row for row in self.matrix() if row.hindered > row.drove)

    def remedied(self, factor: str | None = None) -> tuple[int, int]:
        """Return how many barriers, of one factor or all, were met in a told way, and how many there are."""
        factors = [factor] if factor else self.catalogue.used("barrier")
        met, told = self._barriers
        return sum(met[each] for each in factors), sum(told[each] for each in factors)

    def by_theme(self, facet: str, slug: str, cases: Sequence[Case]) -> tuple[ThemeGroup, ...]:
        """Return what some cases tell about a driver or a barrier, theme by theme.

        A case is told under its first theme and only named under its others. Barriers that were met
        come first.
        """
        groups = []
        for theme in self.catalogue.terms("theme").values():
            told = [case for case in cases if case.themes[0] == theme.slug]
            elsewhere = [case for case in cases if theme.slug in case.themes[1:]]
            if told or elsewhere:
                groups.append(ThemeGroup(theme, self._experiences(told, facet, slug), tuple(elsewhere)))
        return tuple(groups)

    def gain_table(self) -> tuple[GainRow, ...]:
        """Return every type of gain with the number of gains for each strength of evidence."""
        told = Counter(
            (gain.type, gain.evidence) for case in self.catalogue.cases for gain in case.gains or ()
        )
        strengths = [*self.catalogue.terms("evidence")]
        return tuple(
            GainRow(
                term,
                tuple(told[term.slug, strength] for strength in strengths),
                self.catalogue.count("gain_type", term.slug),
            )
            for term in self.catalogue.terms("gain_type").values()
        )

    def by_evidence(
        self, gain_type: str, cases: Sequence[Case]
    ) -> tuple[tuple[Term, tuple[Experience, ...]], ...]:
        """Return the gains of a type that some cases have, the best documented first."""
        groups = []
        for strength in self.catalogue.terms("evidence").values():
            experiences = []
            for case in sorted(cases, key=lambda case: sort_key(case.title)):
                gains = self._parts(case, "gain_type", gain_type)
                fitting = tuple(g for g in gains if isinstance(g, Gain) and g.evidence == strength.slug)
                if fitting:
                    experiences.append(Experience(case, fitting))
            if experiences:
                groups.append((strength, tuple(experiences)))
        return tuple(groups)

    def money(self) -> tuple[MoneyGroup, ...]:
        """Return every figure in kroner by the case's first theme and by case, in alphabetical order."""
        by_theme: defaultdict[str, list[tuple[Case, tuple[MoneyFigure, ...]]]] = defaultdict(list)
        for _, told in groupby(self.catalogue.money(), key=lambda figure: figure.case.slug):
            figures = tuple(told)
            case = figures[0].case
            by_theme[case.themes[0]].append((case, figures))
        themes = sorted(self.themes(), key=lambda theme: sort_key(theme.name))
        return tuple(
            MoneyGroup(theme, tuple(by_theme[theme.slug])) for theme in themes if theme.slug in by_theme
        )

    def factors_of(
        self, facet: str, cases: Sequence[Case], limit: int | None = None
    ) -> tuple[FactorExperiences, ...]:
        """Return what drove or hindered some cases, most frequent factor first."""
        with_factor: dict[str, list[Case]] = {factor: [] for factor in self.catalogue.terms(facet)}
        for case in cases:
            for factor in self.catalogue.tags(case, facet):
                with_factor[factor].append(case)
        found = [
            (self.catalogue.term(facet, factor), having) for factor, having in with_factor.items() if having
        ]
        found.sort(key=lambda each: (-len(each[1]), sort_key(each[0].name)))
        return tuple(
            FactorExperiences(factor, self._experiences(having, facet, factor.slug))
            for factor, having in found[:limit]
        )

    def illustrations(self, point: Point) -> tuple[Illustration, ...]:
        """Return the advice that illustrates a point; what is not in the catalogue is left out."""
        found = []
        for reference in point.illustrated_by:
            advice = self.catalogue.advice(reference.case, reference.advice)
            if advice is not None:
                case = self.catalogue.by_slug[reference.case]
                found.append(Illustration(case, reference.advice, advice))
        return tuple(found)

    def find(self, kept: Store) -> None:
        """Find the terms in the texts of all cases; what was found before is kept."""
        cases = self.catalogue.cases
        makes = {store.key(self.catalogue.digests[case.slug]): partial(self._packed, case) for case in cases}
        for case, told in zip(cases, kept.complete(KIND, makes).values(), strict=True):
            self._uses[case.slug] = json.loads(told)

    def first_uses(self, case: Case) -> Mapping[str, Sequence[str]]:
        """Return the terms that a case's texts use for the first time on its page: text -> slugs."""
        return self._used(case)[0]

    def concepts_of(self, case: Case) -> tuple[Concept, ...]:
        """Return the terms of the glossary that a case uses, in alphabetical order."""
        _, used = self._used(case)
        return tuple(concept for concept in self.catalogue.concepts if concept.slug in used)

    def cases_using(self, concept: str) -> tuple[Case, ...]:
        """Return the cases that use a term of the glossary."""
        return self._users.get(concept, ())

    def named_each(self, room: int) -> int:
        """Return how many cases each term that is used can name, so that all of them name at most `room`."""
        return room // max(1, len(self._users))

    @cached_property
    def words(self) -> prose.Words:
        """The words by which texts name the terms of the glossary."""
        return prose.words(
            (form, term.slug) for term in self.catalogue.concepts for form in (term.name, *term.forms)
        )

    def _used(self, case: Case) -> Used:
        if case.slug not in self._uses:
            self._uses[case.slug] = self._find(case)
        return self._uses[case.slug]

    def _packed(self, case: Case) -> bytes:
        return json.dumps(self._used(case), ensure_ascii=False).encode()

    def _find(self, case: Case) -> Used:
        """Return the terms in a case's own texts."""
        first = dict(_first_uses(texts(view(self.catalogue, case)), self.words))
        head = prose.mentions(f"{case.title}\n\n{case.summary}", self.words)
        return first, sorted({*head, *chain.from_iterable(first.values())})

    def _experiences(self, cases: Iterable[Case], facet: str, slug: str) -> tuple[Experience, ...]:
        told = (Experience(case, self._parts(case, facet, slug)) for case in cases)
        return tuple(sorted(told, key=lambda experience: facet == "barrier" and not _is_met(experience)))

    def _parts(self, case: Case, facet: str, slug: str) -> tuple[Part, ...]:
        """Return what a case of the catalogue tells about a tag."""
        key = case.slug, facet
        if key not in self._told:
            self._told[key] = _by_tag(case, facet)
        return self._told[key].get(slug, ())

    @cached_property
    def _told(self) -> dict[tuple[str, str], Mapping[str, tuple[Part, ...]]]:
        """What was asked for so far of what cases tell, by tag."""
        return {}

    @cached_property
    def _uses(self) -> dict[str, Used]:
        """What was found so far, by the slug of the case."""
        return {}

    @cached_property
    def _matrix(self) -> tuple[FactorRow, ...]:
        factors, themes = self.catalogue.vocabulary["factors"], [theme.slug for theme in self.themes()]
        return tuple(self._factor_row(factor, themes) for factor in factors.values())

    @cached_property
    def _barriers(self) -> tuple[Counter[str], Counter[str]]:
        """How many barriers of each factor were met in a told way, and how many there are."""
        told = [each for case in self.catalogue.cases for each in case.barriers or ()]
        met = Counter(each.factor for each in told if each.remedy is not None)
        return met, Counter(each.factor for each in told)

    @cached_property
    def _users(self) -> Mapping[str, tuple[Case, ...]]:
        users: dict[str, list[Case]] = {}
        for case in self.catalogue.cases:
            for slug in self._used(case)[1]:
                users.setdefault(slug, []).append(case)
        return {slug: tuple(cases) for slug, cases in users.items()}

    def _factor_row(self, factor: Term, themes: list[str]) -> FactorRow:
        drove = self.catalogue.cases_with("driver", factor.slug)
        hindered = self.catalogue.cases_with("barrier", factor.slug)
        return FactorRow(
            factor, _by_theme(drove, themes), _by_theme(hindered, themes), len(drove), len(hindered)
        )


def _by_theme(cases: Iterable[Case], themes: Iterable[str]) -> tuple[int, ...]:
    """Return how many cases there are of each theme."""
    counts = Counter(theme for case in cases for theme in {*case.themes})
    return tuple(counts[theme] for theme in themes)


def _first_uses(texts: Iterable[str], words: prose.Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for text in texts:
        new = tuple(slug for slug in prose.mentions(text, words) if slug not in seen)
        if new:
            seen.update(new)
            yield text, new


def _is_met(experience: Experience) -> bool:
    return any(isinstance(part, Barrier) and part.remedy is not None for part in experience.parts)


def _by_tag(case: Case, facet: str) -> Mapping[str, tuple[Part, ...]]:
    """Return what a case tells in one of the facets of its parts, by tag."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    match facet:
        case "driver":
            for driver in case.drivers or ():
                found[driver.factor].append(driver)
        case "barrier":
            for barrier in case.barriers or ():
                found[barrier.factor].append(barrier)
        case _:
            for gain in case.gains or ():
                found[gain.type].append(gain)
    return {tag: tuple(parts) for tag, parts in found.items()}
