"""What the cases of a tag tell together: each claim with how many cases it rests on, and which.

All is counted; nothing is weighed or added up, since the effects of unlike cases cannot be.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TypeVar

from generator import evidence, prose
from generator.catalogue import Catalogue
from generator.cost import band_name, cost
from generator.figures import sentence
from generator.model import Barrier, Case, Driver, Gain
from generator.text import enumeration
from generator.vocabulary import Term
from generator.wording import wording

TOLD_OF = ("theme", "gain_type")
"""The facets whose cases tell something together; those with the same driver share that alone."""
LEAST = 3
"""Fewer cases tell nothing together."""
SHARED = 2
"""So many cases at least stand behind a claim."""
CLAIMS = 3
"""How many claims of a kind are made."""
BEHIND = 12
"""How many of the cases behind a claim are named."""
EXAMPLES = 1
"""How many figures stand at a claim."""
LONGEST = 200
"""An example with more characters is too long to read in passing."""
SKEWED = 3
"""A municipality with one in so many of the cases colours what they tell."""

_Part = TypeVar("_Part", Gain, Driver | Barrier)
_Told = Sequence[tuple[Case, Sequence[_Part]]]
"""What each case tells, the fullest case first."""


@dataclass(frozen=True)
class Example:
    """What one case says, in plain words, and how what stood in the way was met."""

    case: Case
    text: str
    remedy: str = ""


@dataclass(frozen=True)
class Claim:
    """What several of the cases tell; `tag` is the facet and the value that it is about, none for what it cost."""

    tag: tuple[str, Term] | None
    count: int
    detail: str
    """What else is counted of it."""
    cases: tuple[Case, ...]
    """Cases behind it, the fullest first; where there are more than BEHIND, these are not all."""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Share:
    """How many cases have a strength of evidence as their best; those without a term tell of no gain."""

    strength: Term | None
    count: int


@dataclass(frozen=True)
class Synthesis:
    """What the cases of a tag tell together, and what they leave out."""

    total: int
    gains: tuple[Claim, ...]
    drivers: tuple[Claim, ...]
    barriers: tuple[Claim, ...]
    costs: tuple[Claim, ...]
    evidence: tuple[Share, ...]
    missing: tuple[str, ...]
    skew: tuple[Term, int] | None
    """The municipality that has a large part of the cases, and how many."""


def synthesis(catalogue: Catalogue, facet: str, slug: str) -> Synthesis | None:
    """Return what the cases with a value tell together, or None when they are too few.

    With a type of gain, only gains of that type count.
    """
    cases = catalogue.listed_with(facet, slug)
    if len(cases) < LEAST:
        return None
    only = slug if facet == "gain_type" else None
    gains = [(case, [gain for gain in case.gains or () if only in {None, gain.type}]) for case in cases]
    return Synthesis(
        total=len(cases),
        gains=tuple(_gains(catalogue, gains)),
        drivers=tuple(_factors(catalogue, "driver", [(case, case.drivers or ()) for case in cases])),
        barriers=tuple(_factors(catalogue, "barrier", [(case, case.barriers or ()) for case in cases])),
        costs=tuple(_costs(catalogue, cases)),
        evidence=tuple(_evidence(catalogue, gains)),
        missing=tuple(_missing(cases)),
        skew=_skew(catalogue, cases),
    )


def _gains(catalogue: Catalogue, gains: _Told[Gain]) -> Iterator[Claim]:
    """Yield the most frequent types of gain with their best evidence in each case, and the figures best shown."""
    words = catalogue.vocabulary["evidence"]
    rank = partial(evidence.rank, catalogue.vocabulary)
    shown: set[str] = set()
    for term, told in _most(catalogue, "gain_type", gains, attrgetter("type")):
        best = [(case, min(parts, key=rank)) for case, parts in told]
        counts = Counter(gain.evidence for _, gain in best)
        figures = [
            Example(case, sentence(gain.headline, catalogue.vocabulary))
            for case, gain in sorted(best, key=lambda pair: rank(pair[1]))
            if gain.headline and not evidence.is_weakest(catalogue.vocabulary, gain.evidence)
        ]
        figures.sort(key=lambda example: example.case.slug in shown)
        shown.update(example.case.slug for example in figures[:EXAMPLES])
        yield Claim(
            ("gain_type", term),
            len(best),
            enumeration(
                [f"{counts[slug]} {term.name.lower()}" for slug, term in words.items() if counts[slug]]
            ),
            tuple(case for case, _ in best[:BEHIND]),
            tuple(figures[:EXAMPLES]),
        )


def _factors(catalogue: Catalogue, facet: str, parts: _Told[Driver | Barrier]) -> Iterator[Claim]:
    """Yield the factors that most cases name, each with an example, and with how many were met."""
    for term, told in _most(catalogue, facet, parts, attrgetter("factor")):
        examples = [each for case, named in told for part in named if (each := _example(case, part))]
        yield Claim(
            (facet, term),
            len(told),
            _met(told) if facet == "barrier" else "",
            tuple(case for case, _ in told[:BEHIND]),
            tuple(sorted(examples, key=lambda each: not each.remedy)[:1]),
        )


def _most(
    catalogue: Catalogue, facet: str, parts: _Told[_Part], value: Callable[[_Part], str]
) -> Iterator[tuple[Term, _Told[_Part]]]:
    """Yield the values that most cases name, each with what those cases tell of it."""
    counts = Counter(slug for _, told in parts for slug in {value(part) for part in told})
    frequent = sorted(catalogue.terms(facet).values(), key=lambda term: -counts[term.slug])
    for term in frequent[:CLAIMS]:
        named = [(case, [part for part in told if value(part) == term.slug]) for case, told in parts]
        if counts[term.slug] >= SHARED:
            yield term, [(case, told) for case, told in named if told]


def _met(told: _Told[Driver | Barrier]) -> str:
    """Return how many cases tell how they met what stood in the way."""
    met = sum(any(_remedy(part) for part in named) for _, named in told)
    return wording.together["met" if met else "none_met"].format(count=met, total=len(told))


def _remedy(part: Driver | Barrier) -> str:
    return prose.plain(part.remedy) if isinstance(part, Barrier) and part.remedy else ""


def _example(case: Case, part: Driver | Barrier) -> Example | None:
    """Return what a case says of a factor, if it is short enough."""
    text, remedy = prose.plain(part.text), _remedy(part)
    return Example(case, text, remedy) if max(len(text), len(remedy)) <= LONGEST else None


def _costs(catalogue: Catalogue, cases: Sequence[Case]) -> Iterator[Claim]:
    """Yield how many cases tell what all of it cost, in which bands, with some of the amounts."""
    told = [(case, found) for case in cases if (found := cost(case))]
    if told:
        bands = Counter(found.band for _, found in told)
        yield Claim(
            None,
            len(told),
            enumeration(
                [
                    wording.together["band"].format(count=bands[band], band=band_name(band).lower())
                    for band in sorted(bands)
                ]
            ),
            tuple(case for case, _ in told[:BEHIND]),
            tuple(
                Example(case, sentence(found.figure, catalogue.vocabulary)) for case, found in told[:EXAMPLES]
            ),
        )


def _evidence(catalogue: Catalogue, gains: _Told[Gain]) -> Iterator[Share]:
    """Yield how many cases have each strength of evidence as their best, strongest first."""
    best = Counter(
        found.evidence if (found := evidence.strongest(catalogue.vocabulary, told)) else None
        for _, told in gains
    )
    for slug, term in catalogue.terms("evidence").items():
        yield Share(term, best[slug])
    yield Share(None, best[None])


def _missing(cases: Sequence[Case]) -> Iterator[str]:
    """Yield what the cases leave out, each in a sentence."""
    barriers = [barrier for case in cases for barrier in case.barriers or ()]
    told = {
        "gains": (sum(bool(case.gains) for case in cases), len(cases)),
        "cost": (sum(cost(case) is not None for case in cases), len(cases)),
        "start": (sum(case.start is not None for case in cases), len(cases)),
        "remedies": (sum(barrier.remedy is not None for barrier in barriers), len(barriers)),
    }
    for key, (count, total) in told.items():
        few, most = wording.missing[f"{key}_told"], wording.missing[f"{key}_untold"]
        if count == 0 < total:
            yield few.format(count=wording.missing["none"], total=total)
        elif count * 2 < total:
            yield wording.missing["only"].format(told=few.format(count=count, total=total))
        elif count < total:
            yield most.format(count=total - count, total=total)


def _skew(catalogue: Catalogue, cases: Sequence[Case]) -> tuple[Term, int] | None:
    counts = Counter(slug for case in cases for slug in catalogue.tags(case, "municipality"))
    for slug, count in counts.most_common(1):
        if count >= SHARED and count * SKEWED >= len(cases):
            return catalogue.term("municipality", slug), count
    return None
