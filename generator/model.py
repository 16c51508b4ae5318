"""A case and its parts: types, validation and JSON Schema in one."""

import datetime
import re
from collections.abc import Collection
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import prose
from generator.labels import DECIMAL_COMMA
from generator.text import is_kroner
from generator.unstated import Unstated, stated
from generator.vocabulary import Vocabulary

FIRST_YEAR, LAST_YEAR = 1800, 2100
LARGEST = 10**12
RESULT = "resultat"
"""The role of a figure that shows what a gain came to."""
OWN_SOURCE = ("title", "publisher", "year")
"""What a source that is none of the vocabulary's tells of itself."""
QUALIFIERS = ("ca.", "mere end", "mindre end", "mindst", "højst", "op til", "knap", "godt", "flere")

ROLE = re.compile(
    "post|mail|info|kontakt|sekretariat|center|centre|service|kommune|region|borger|job|sundhed|omsorg|pleje|"
    "social|psykiatri|handicap|aeldre|ældre|boern|børn|unge|familie|skole|dagtilbud|kultur|fritid|teknik|miljø|"
    "miljoe|drift|it|hr|loen|løn|oekonomi|økonomi|ledelse|stab|udvikling|projekt|team|afdeling|forvaltning"
)
"""Words that show a mailbox such as borger.service@ to be a role's and no person's."""


class _Tag:
    """A word of the vocabulary `name`, written as its slug."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "x-vocabulary": self.name}

    def _validate(self, value: str, info: ValidationInfo) -> str:
        vocabulary: Vocabulary = (info.context or {})["vocabulary"]
        if value not in vocabulary[self.name] and self.name not in vocabulary.broken:
            raise PydanticCustomError("not_allowed", "", {"value": value, "vocabulary": self.name})
        return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise PydanticCustomError("line_break", "")
    return value


def _dialect(value: str) -> str:
    if faults := [
        ((), fault.code, {"mark": fault.mark, "skip": fault.skip}) for fault in prose.faults(value)
    ]:
        raise PydanticCustomError("faults", "", {"faults": faults})
    return value


def _known_qualifier(value: str) -> str:
    if value not in QUALIFIERS:
        raise PydanticCustomError("not_allowed", "", {"value": value, "choices": QUALIFIERS})
    return value


def _url(value: str) -> str:
    if not re.match(r"https?://[^\s<>\"]+\Z", value):
        raise PydanticCustomError("bad_url", "")
    return value


def _mailbox(value: str) -> str:
    if not re.match(r"[\w.+-]+@[\w-]+(\.[\w-]+)+\Z", value):
        raise PydanticCustomError("bad_mailbox", "")
    name = value.partition("@")[0].casefold()
    if re.fullmatch(r"[^\W\d_]{2,}(\.[^\W\d_]+)*\.[^\W\d_]{2,}", name) and not ROLE.search(name):
        raise PydanticCustomError("personal_mailbox", "")
    return value


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    first = {value: index for index, value in reversed([*enumerate(values)])}
    faults = [
        ((index,), "repeated", {"value": value}) for index, value in enumerate(values) if first[value] < index
    ]
    if faults:
        raise PydanticCustomError("faults", "", {"faults": faults})
    return values


_Fault = tuple[tuple[int, ...], str, dict[str, Any]]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
_ShortText = Annotated[_Text, StringConstraints(max_length=300), AfterValidator(_one_line)]
Line = Annotated[_ShortText, AfterValidator(stated)]
"""Plain text on one line."""
Markdown = Annotated[_Text, AfterValidator(_dialect), AfterValidator(stated)]
"""Text in the catalogue's Markdown."""
Value = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Qualifier = Annotated[str, AfterValidator(_known_qualifier)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Url = Annotated[_ShortText, AfterValidator(_url)]
Mailbox = Annotated[_ShortText, AfterValidator(_mailbox)]
Slugs = Annotated[tuple[_Slug, ...], AfterValidator(_unique)]
Municipalities = Annotated[tuple[Annotated[str, _Tag("municipalities")], ...], AfterValidator(_unique)]
Regions = Annotated[tuple[Annotated[str, _Tag("regions")], ...], AfterValidator(_unique)]
Levels = Annotated[tuple[Annotated[str, _Tag("levels")], ...], AfterValidator(_unique)]
Themes = Annotated[
    tuple[Annotated[str, _Tag("themes")], ...], Field(min_length=1, max_length=3), AfterValidator(_unique)
]


class Part(BaseModel):
    """What every part of a case has in common: it never changes and takes no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


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
    kind: Annotated[str, _Tag("figure_kinds")]
    """Counted, estimated, expected or agreed."""

    @field_validator("to")
    @classmethod
    def _upwards(cls, to: float | None, info: ValidationInfo) -> float | None:
        value = info.data.get("value")
        if to is not None and value is not None and to <= value:
            raise PydanticCustomError("range_backwards", "", {"value": f"{value:.15g}", "to": f"{to:.15g}"})
        return to

    @property
    def is_money(self) -> bool:
        """Whether the unit is in kroner."""
        return is_kroner(self.unit)


class GainFigure(Figure):
    """A number that tells of a gain, and what it is to the gain."""

    role: Annotated[str, _Tag("figure_roles")] | None = None
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

    model: Annotated[str | None, _Tag("financing_models"), Unstated()]
    """The way it was paid."""
    text: Annotated[Markdown | None, Unstated()] = None
    """The model in words."""
    amounts: tuple[Figure, ...] = ()
    """What it cost."""


class Incentive(Part):
    """Who paid, and who gained."""

    split: Annotated[str, _Tag("incentives")]
    """How cost and gain fall."""
    text: Markdown
    """Who pays and who gains, in words."""


class Gain(Part):
    """Something that the case gave."""

    type: Annotated[str, _Tag("gain_types")]
    """The kind of gain."""
    evidence: Annotated[str, _Tag("evidence")]
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
        return next((figure for figure in self.figures if figure.role == RESULT), None)


class Driver(Part):
    """Something that carried the case forward."""

    factor: Annotated[str, _Tag("factors")]
    """The factor that drove."""
    text: Markdown
    """How it drove."""


class Barrier(Part):
    """Something that stood in the way."""

    factor: Annotated[str, _Tag("factors")]
    """The factor that hindered."""
    text: Markdown
    """How it hindered."""
    remedy: Annotated[Markdown | None, Unstated()] = None
    """How it was met."""


class Series(Part):
    """Numbers by year or group."""

    title: Line
    """What the table shows."""
    unit: Line
    """The unit of its numbers."""
    columns: Annotated[tuple[Line, ...], Field(min_length=2, max_length=12)]
    """The names of the columns; the first names the rows."""
    rows: Annotated[tuple[tuple[str | float | None, ...], ...], Field(min_length=1, max_length=200)]
    """A label and numbers for each row, None where the source has no number."""
    note: Line | None = None
    """What a reader must know about the numbers."""

    @field_validator("rows", mode="before")
    @classmethod
    def _fit(cls, rows: Any, info: ValidationInfo) -> Any:
        if not isinstance(rows, tuple) or not rows:
            return rows
        width = len(info.data.get("columns", ()))
        faults = [fault for index, row in enumerate(rows) for fault in _row_faults(index, row, width)]
        if width and not faults and not any(_is_number(cell) for row in rows for cell in row[1:]):
            faults = [((), "no_numbers", {})]
        if faults:
            raise PydanticCustomError("faults", "", {"faults": faults})
        return rows


def _row_faults(index: int, row: Any, width: int) -> list[_Fault]:
    """Return what is wrong with a table's row, as paths below the rows with the code of a message."""
    if not isinstance(row, tuple):
        return [((index,), "row_shape", {"input": row})]
    faults: list[_Fault] = []
    if width and len(row) != width:
        hint = DECIMAL_COMMA if len(row) > width else ""
        values = {"found": f"{len(row)} felter", "expected": f"{width} kolonner", "hint": hint}
        faults.append(((index,), "row_width", values))
    if row and not isinstance(row[0], str):
        faults.append(((index, 0), "row_label", {"input": row[0]}))
    return faults + [
        ((index, column), "not_number", {"input": cell})
        for column, cell in enumerate(row[1:], 1)
        if cell is not None and not _is_number(cell)
    ]


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


class Related(Part):
    """Other cases that belong with this one, by slug."""

    inspired_by: Slugs = ()
    """Cases that this one builds on."""
    see_also: Slugs = ()
    """Cases that are like it or hang together with it."""


class Contact(Part):
    """Whom to ask: a role, never a private person."""

    role: Line
    """The position or function."""
    organisation: Line
    """Where the role belongs."""
    mailbox: Mailbox | None = None
    """A mailbox that belongs to the role."""


class Reference(Part):
    """A source: one that cases share, by its slug, or the case's own with title, publisher and year."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["source", "where"]}, {"required": [*OWN_SOURCE]}]}
    )

    source: Annotated[str, _Tag("sources")] | None = None
    """The shared document; none when the case has its own."""
    title: Annotated[Line | None, Field(validate_default=True)] = None
    """The title of the case's own document."""
    publisher: Annotated[Line | None, Field(validate_default=True)] = None
    """Who published it."""
    year: Annotated[Year | None, Unstated(), Field(validate_default=True)] = None
    """When it was published; none when it does not say."""
    where: Annotated[Line | None, Field(validate_default=True)] = None
    """Page or section; none when all of the case's own document is meant."""
    url: Url | None = None
    """The document's address."""
    lines: Line | None = None
    """Where in the extract that editors work from; no reader meets it."""

    @field_validator(*OWN_SOURCE, "where", mode="before")
    @classmethod
    def _one_or_the_other(cls, value: Any, info: ValidationInfo) -> Any:
        if "source" not in info.data:
            return value  # not sound, so that nobody knows which of the two is meant
        is_own = info.data["source"] is None
        is_needed = is_own == (info.field_name in OWN_SOURCE)
        if value is None and is_needed:
            raise PydanticCustomError("missing", "")
        if value is not None and not is_needed and not is_own:
            raise PydanticCustomError("two_sources", "")
        return value


def needed_of_source(given: Collection[object]) -> tuple[str, ...]:
    """Return the fields that a source needs beside those that it has; none when it names no document."""
    if "source" in given:
        return ("source", "where")
    return OWN_SOURCE if any(name in given for name in OWN_SOURCE) else ()


class Confirmation(Part):
    """Who last confirmed the content."""

    date: datetime.date
    """The day of the confirmation."""
    by: Line
    """Role and organisation."""


class Case(Part):
    """How a public body cooperated or innovated: one YAML file, one page."""

    slug: Annotated[str, Field(exclude=True)]
    """The address, which is the file's name."""
    title: Annotated[
        _Text, StringConstraints(max_length=110), AfterValidator(_one_line), AfterValidator(stated)
    ]
    """Name and point on one line."""
    summary: Annotated[
        _Text, StringConstraints(max_length=350), AfterValidator(_one_line), AfterValidator(stated)
    ]
    """What was done and what came of it."""
    short: bool = False
    """Whether the source tells so little that this is a short case."""
    aliases: Slugs = ()
    """Former slugs, which lead here."""
    municipalities: Municipalities = ()
    """The municipalities that take part."""
    regions: Regions = ()
    """Regions that take part themselves."""
    partners: tuple[Line, ...] = ()
    """Other organisations that take part."""
    units: tuple[Line, ...] = ()
    """The units of one organisation that work together."""
    level: Levels = ()
    """The levels of the public sector that take part."""
    themes: Themes
    """What the case is about, the most important first."""
    form: Annotated[str, _Tag("forms")]
    """Who works together, and how they are bound."""
    status: Annotated[str | None, _Tag("statuses"), Unstated()]
    """How far the case had come when the source was written."""
    period: Annotated[Period | None, Unstated()]
    """When it ran."""
    target_group: Annotated[Markdown | None, Unstated()] = None
    """Those whom it is for."""
    purpose: Annotated[Markdown | None, Unstated()]
    """Why it was begun."""
    organisation: Annotated[Markdown | None, Unstated()]
    """Who did what."""
    financing: Annotated[Financing | None, Unstated()]
    """How it was paid for."""
    incentive: Incentive | None = None
    """Who paid, and who gained."""
    gains: Annotated[Annotated[tuple[Gain, ...], Field(min_length=1)] | None, Unstated()]
    """What it gave."""
    drivers: Annotated[Annotated[tuple[Driver, ...], Field(min_length=1)] | None, Unstated()]
    """What carried it forward."""
    barriers: Annotated[Annotated[tuple[Barrier, ...], Field(min_length=1)] | None, Unstated()]
    """What stood in its way."""
    advice: tuple[Markdown, ...] = ()
    """Advice from those who did it."""
    derived_advice: tuple[Markdown, ...] = ()
    """Advice that the editors draw from what was done; nobody in the source gives it."""
    series: tuple[Series, ...] = ()
    """Numbers by year or group."""
    caveats: tuple[Markdown, ...] = ()
    """Contradictions and doubts in the source."""
    editor_notes: tuple[Markdown, ...] = ()
    """What editors must know of the source, such as a damaged extract; no reader meets it."""
    related: Related = Related()
    """Other cases that belong with it."""
    contact: Contact | None = None
    """Whom to ask."""
    sources: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """The documents behind it."""
    confirmed: Confirmation | None = None
    """Who last confirmed it."""
