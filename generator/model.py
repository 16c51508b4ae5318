"""A case and its parts: types, validation and JSON Schema in one."""

from typing import Annotated

from pydantic import ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.contact import Confirmation, Contact
from generator.marks import ASIDE, BESIDE, FACT, Section
from generator.references import Reference
from generator.series import Series
from generator.text import is_money
from generator.values import (
    Line,
    Markdown,
    Part,
    Phrases,
    Qualifier,
    Slugs,
    Summary,
    Tag,
    Title,
    Unique,
    Unstated,
    Value,
    Year,
)
from generator.wording import wording


class Period(Part):
    """When the case ran."""

    start: Year | None = None
    """The year when it began; none when the source does not say."""
    end: Year | None = None
    """The year when it ended; none while it goes on."""
    note: Line | None = None
    """A doubt about the years."""

    @field_validator("end")
    @classmethod
    def _forwards(cls, end: int | None, info: ValidationInfo) -> int | None:
        start = info.data.get("start")
        if end is not None and start is not None and end < start:
            raise PydanticCustomError("years_backwards", "", {"start": start, "end": end})
        return end


class Figure(Part):
    """A number that never loses its unit, period and kind."""

    model_config = ConfigDict(json_schema_extra={"x-one-line": True})

    value: Value
    """The number, or the lower end of a range."""
    to: Value | None = None
    """The upper end of a range."""
    qualifier: Qualifier | None = None
    """How exact the number is, when the source says so."""
    unit: Line
    """What one is: mio. kr., pct., borgere."""
    what: Line
    """What the number measures."""
    period: Annotated[Line | None, Unstated()]
    """The year or period that it covers."""
    kind: Annotated[str, Tag("figure_kinds")]
    """Counted, estimated, expected or agreed."""

    @field_validator("to")
    @classmethod
    def _upwards(cls, to: float | None, info: ValidationInfo) -> float | None:
        value = info.data.get("value")
        if to is not None and value is not None and to <= value:
            raise PydanticCustomError("range_backwards", "", {"value": f"{value:.15g}", "to": f"{to:.15g}"})
        return to

    @property
    def is_firm(self) -> bool:
        """Whether the number is no guess."""
        return self.kind in (wording.slugs["measured"], wording.slugs["agreed"])

    @property
    def is_money(self) -> bool:
        """Whether the unit is money."""
        return is_money(self.unit)


class GainFigure(Figure):
    """A number that tells of a gain, and what it is to the gain."""

    role: Annotated[str, Tag("figure_roles")] | None = None
    """A result, a starting point, an input or a comparison; only a result can be the case's headline."""
    before: Value | None = None
    """The number before, when `value` is the one after."""
    before_qualifier: Qualifier | None = None
    """How exact the number before is, when the source says so."""

    @field_validator("before_qualifier")
    @classmethod
    def _of_a_number(cls, qualifier: str | None, info: ValidationInfo) -> str | None:
        if qualifier is not None and info.data.get("before", 0) is None:
            raise PydanticCustomError("qualifier_alone", "")
        return qualifier


class Financing(Part):
    """How the case was paid for."""

    model: Annotated[str | None, Tag("financing_models"), Unstated()]
    """The way it was paid."""
    text: Annotated[Markdown | None, Unstated()] = None
    """The model in words."""
    amounts: tuple[Figure, ...] = ()
    """What it cost."""


class Incentive(Part):
    """Who paid, and who gained."""

    split: Annotated[str, Tag("incentives")]
    """How cost and gain fall."""
    text: Markdown
    """Who pays and who gains, in words."""


class Gain(Part):
    """Something that the case gave."""

    type: Annotated[str, Tag("gain_types")]
    """The kind of gain."""
    evidence: Annotated[str, Tag("evidence")]
    """How well the gain is shown."""
    text: Markdown
    """The gain in words."""
    figures: tuple[GainFigure, ...] = ()
    """The gain in numbers."""
    after: Line | None = None
    """How long it took before the gain came."""

    @property
    def headline(self) -> GainFigure | None:
        """The figure that tells the gain in short: the first that is a result."""
        return next((figure for figure in self.figures if figure.role == wording.slugs["result"]), None)


class Driver(Part):
    """Something that carried the case forward."""

    factor: Annotated[str, Tag("factors")]
    """The factor that drove."""
    text: Markdown
    """How it drove."""


class Barrier(Part):
    """Something that stood in the way."""

    factor: Annotated[str, Tag("factors")]
    """The factor that hindered."""
    text: Markdown
    """How it hindered."""
    remedy: Annotated[Markdown | None, Unstated()] = None
    """How it was met."""


class Related(Part):
    """Other cases that belong with this one, by slug."""

    inspired_by: Slugs = ()
    """Cases that this one builds on."""
    see_also: Slugs = ()
    """Cases that are like it or hang together with it."""


class Case(Part):
    """How a public body cooperated or innovated: one YAML file, one page."""

    slug: Annotated[str, Field(exclude=True)]
    """The address, which is the file's name."""
    title: Title
    """Name and point on one line."""
    summary: Summary
    """What was done and what came of it."""
    short: bool = False
    """Whether the source tells so little that this is a short case."""
    aliases: Slugs = ()
    """Former slugs, which lead here."""
    municipalities: Annotated[tuple[Annotated[str, Tag("municipalities")], ...], Unique(), FACT] = ()
    """The municipalities that take part."""
    regions: Annotated[tuple[Annotated[str, Tag("regions")], ...], Unique(), FACT] = ()
    """Regions that take part themselves."""
    partners: Annotated[tuple[Line, ...], FACT] = ()
    """Other organisations that take part."""
    units: Annotated[tuple[Line, ...], FACT] = ()
    """The units of one organisation that work together."""
    level: Annotated[tuple[Annotated[str, Tag("levels")], ...], Unique(), FACT] = ()
    """The levels of the public sector that take part."""
    themes: Annotated[
        tuple[Annotated[str, Tag("themes")], ...], Field(min_length=1, max_length=3), Unique(), FACT
    ]
    """What the case is about, the most important first."""
    form: Annotated[str, Tag("forms"), FACT]
    """Who works together, and how they are bound."""
    status: Annotated[str | None, Tag("statuses"), Unstated(), FACT]
    """How far the case had come when the source was written."""
    period: Annotated[Period | None, Unstated(), FACT]
    """When it ran."""
    target_group: Annotated[Markdown | None, Unstated(), FACT] = None
    """Those whom it is for."""
    purpose: Annotated[Markdown | None, Unstated(), Section("formaal")]
    """Why it was begun."""
    organisation: Annotated[Markdown | None, Unstated(), Section("organisering")]
    """Who did what."""
    financing: Annotated[Financing | None, Unstated(), Section("finansiering")]
    """How it was paid for."""
    incentive: Annotated[Incentive | None, Section("betaler-og-gevinst")] = None
    """Who paid, and who gained."""
    gains: Annotated[
        Annotated[tuple[Gain, ...], Field(min_length=1)] | None, Unstated(), Section("gevinster")
    ]
    """What it gave."""
    series: Annotated[tuple[Series, ...], Section("tal", is_untitled=True)] = ()
    """Numbers by year or group."""
    drivers: Annotated[
        Annotated[tuple[Driver, ...], Field(min_length=1)] | None, Unstated(), Section("drivkraefter")
    ]
    """What carried it forward."""
    barriers: Annotated[
        Annotated[tuple[Barrier, ...], Field(min_length=1)] | None, Unstated(), Section("barrierer")
    ]
    """What stood in its way."""
    advice: Annotated[tuple[Markdown, ...], Section("raad", items="raad")] = ()
    """Advice from those who did it."""
    derived_advice: Annotated[
        tuple[Markdown, ...], Section("udledt", items="raad", continues="advice", has_help=True)
    ] = ()
    """Advice that the editors draw from what was done; nobody in the source gives it."""
    caveats: Annotated[tuple[Markdown, ...], Section("forbehold", tone="caveats")] = ()
    """Contradictions and doubts in the source."""
    editor_notes: tuple[Markdown, ...] = ()
    """What editors must know of the source, such as a damaged extract; no reader meets it."""
    related: Related = Related()
    """Other cases that belong with it."""
    contact: Annotated[Contact | None, BESIDE] = None
    """Whom to ask."""
    sources: Annotated[tuple[Reference, ...], Field(min_length=1), Section("kilder")]
    """The documents behind it."""
    confirmed: Annotated[Confirmation | None, BESIDE] = None
    """Who last confirmed it."""
    search_words: Annotated[Phrases, ASIDE] = ()
    """What readers look for it by, where its text has other words."""

    @property
    def name(self) -> str:
        """The title as far as what it is about, which stands after a colon."""
        return self.title.partition(":")[0]

    @property
    def start(self) -> int | None:
        """The year when it began, where it is told."""
        return self.period.start if self.period else None

    @property
    def amounts(self) -> tuple[Figure, ...]:
        """What its financing tells in figures."""
        return self.financing.amounts if self.financing else ()
