"""A case at a glance, at the top of its page: what it gave, what it cost, what drove it, what stood in its way.

The form's preview makes the same of what is typed, in theme_overrides/assets/js/form/glance.js.
"""

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from textwrap import shorten
from typing import ClassVar

from generator import prose
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.labels import FIELDS, GLANCE, GLANCE_CAVEATS, GLANCE_REMEDIES, GLANCE_REST
from generator.marks import Section
from generator.model import Case, Figure
from generator.pages import value_name
from generator.text import counted
from generator.view import Words
from generator.vocabulary import Term

LONGEST = 165
"""How many characters of a text stand where there is no figure."""
FACTORS = 3
"""How many factors are named."""


@dataclass(frozen=True)
class Trait:
    """What kind something is, and how well it is documented, when that is told."""

    kind: ClassVar = "trait"
    name: str
    evidence: Term | None = None


@dataclass(frozen=True)
class Headline:
    """The one figure that says most."""

    kind: ClassVar = "headline"
    figure: Figure


@dataclass(frozen=True)
class Line:
    """Plain words."""

    kind: ClassVar = "line"
    text: str


@dataclass(frozen=True)
class Rest:
    """How much more there is to read in the section below; alone it is all that the part says."""

    kind: ClassVar = "rest"
    text: str


Block = Trait | Headline | Line | Words | Rest


@dataclass(frozen=True)
class Part:
    """What is told of one matter, and the anchor of its section; without blocks the source is silent about it."""

    key: str
    title: str
    anchor: str
    blocks: tuple[Block, ...]


_ANCHORS = {
    name: mark.anchor
    for name, field in Case.model_fields.items()
    for mark in field.metadata
    if isinstance(mark, Section)
}


def glance(catalogue: Catalogue, case: Case) -> tuple[Part, ...]:
    """Return the parts of a case's glance in reading order; doubts are a part where there are some."""
    told = {
        "gains": (*_gain(catalogue, case), *_rest(case.gains, "gains")),
        "financing": tuple(_financing(catalogue, case)),
        "drivers": (*_factors(catalogue, case, "driver"), *_rest(case.drivers, "drivers")),
        "barriers": (*_factors(catalogue, case, "barrier"), *_remedies(case)),
        "caveats": tuple(_caveats(case)),
    }
    return tuple(
        Part(key, GLANCE[key], _ANCHORS[key], blocks)
        for key, blocks in told.items()
        if blocks or key != "caveats"
    )


def _gain(catalogue: Catalogue, case: Case) -> Iterator[Block]:
    gain = catalogue.strongest_gain(case)
    if gain:
        evidence = catalogue.term("evidence", gain.evidence)
        yield Trait(catalogue.vocabulary["gain_types"][gain.type].name, evidence)
        yield Headline(gain.headline) if gain.headline else Line(prose.plain(gain.text))


def _financing(catalogue: Catalogue, case: Case) -> Iterator[Block]:
    financing = case.financing
    if financing and financing.model:
        yield Trait(catalogue.vocabulary["financing_models"][financing.model].name)
    if financing and financing.amounts:
        yield Headline(financing.amounts[0])
        yield from _rest(financing.amounts, "financing.amounts")
    elif financing and financing.text:
        yield Line(shorten(prose.plain(financing.text), LONGEST, placeholder=" …", break_on_hyphens=False))


def _factors(catalogue: Catalogue, case: Case, facet: str) -> Iterator[Block]:
    if slugs := catalogue.tags(case, facet)[:FACTORS]:
        yield Words(tuple(value_name(facet, catalogue.term(facet, slug)) for slug in slugs))


def _rest(items: Sized | None, field: str) -> Iterator[Block]:
    if items and len(items) > 1:
        yield Rest(GLANCE_REST.format(count=len(items), name=FIELDS[field][0].lower()))


def _remedies(case: Case) -> Iterator[Block]:
    if case.barriers:
        facet = FACETS["barrier"]
        told = counted(len(case.barriers), facet.name.lower(), facet.plural.lower())
        met = sum(barrier.remedy is not None for barrier in case.barriers)
        yield Rest(told + (GLANCE_REMEDIES.format(count=met) if met else ""))


def _caveats(case: Case) -> Iterator[Block]:
    if case.caveats:
        one, many = GLANCE_CAVEATS
        yield Rest(many.format(count=len(case.caveats)) if len(case.caveats) > 1 else one)
