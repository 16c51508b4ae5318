"""The settings of a catalogue in `mkdocs.yml`: who publishes it, who edits it, and how accessible it is."""

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator import colours, files, money
from generator.own import Own, shape_of
from generator.problems import Path, Problem, field_name
from generator.reading import shaping
from generator.reading.document import Document
from generator.reading.engine import gone_from_menu, refused
from generator.reading.log import Log, Reading
from generator.reading.naming import SETTINGS
from generator.reading.places import DOCS, USUAL_SITE
from generator.reading.reader import MAX_BYTES, read
from generator.reading.section import PLUGIN, section
from generator.reading.subject import Subject
from generator.reading.validation import validate
from generator.shape import Shape
from generator.text import enumeration, number
from generator.unstated import may_be_unstated
from generator.values import Line, Mailbox, OneOf, Part, Unique, Url
from generator.views import NEEDS
from generator.wording import Group, wording

TOP = ("site_name", "site_description", "site_url", "site_dir")
ENGINES = ("edit_url", "pdf", "shell", "link_report")
"""Settings that the site engine reads and checks."""

NEEDED = (
    "publisher",
    "publisher.address",
    "editors",
    "editors.email",
    "editors.phone",
    "accessibility",
    "accessibility.method",
    "accessibility.stated",
    "accessibility.was",
)
"""What readers, and the law on accessibility, expect a catalogue to tell."""


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9](?: ?[0-9]){7,14}", value):
        raise PydanticCustomError("bad_phone", "")
    return value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise PydanticCustomError("bad_colour", "")
    return value.lower()


def _picture(value: str) -> str:
    if not re.fullmatch(r"(?:[\w-]+/)*[\w-]+\.(?:svg|png)", value):
        raise PydanticCustomError("bad_logo", "")
    return value


def _unknown(value: str) -> str:
    if not may_be_unstated(value):
        raise PydanticCustomError("bad_unknown", "")
    return value


@dataclass(frozen=True)
class _Fits:
    """Lets a text be one that a pattern fits whole; another is told by a code."""

    pattern: re.Pattern[str]
    code: str

    def __call__(self, value: str) -> str:
        if not self.pattern.fullmatch(value):
            raise PydanticCustomError(self.code, "")
        return value


@dataclass(frozen=True)
class _WordOf:
    """Lets a text be one of the words of a group of the language, and makes the key of that word of it."""

    group: Callable[[], Group]

    def __call__(self, value: str) -> str:
        words = self.group()
        OneOf(words.values())(value)
        return next(key for key, word in words.items() if word == value)


@dataclass(frozen=True)
class _ReadableWith:
    """Lets a colour be one that differs enough from itself with so many percent of white for text to be read."""

    percent: int

    def __call__(self, value: str) -> str:
        found = colours.contrast(value, colours.lightened(value, self.percent))
        if found < colours.LEAST:
            told = {"contrast": number(math.floor(found * 10) / 10, 1), "least": number(colours.LEAST, 1)}
            raise PydanticCustomError("pale_colour", "", told)
        return value


Deep = Annotated[Line, AfterValidator(_colour), AfterValidator(_ReadableWith(colours.MUTED))]
Accent = Annotated[Line, AfterValidator(_colour), AfterValidator(_ReadableWith(colours.TINT))]
Picture = Annotated[Line, AfterValidator(_picture)]
View = Annotated[str, AfterValidator(OneOf(NEEDS))]
Phone = Annotated[Line, AfterValidator(_phone)]
Unknown = Annotated[str, AfterValidator(_unknown)]
Money = Annotated[Line, AfterValidator(_Fits(money.NAME, "bad_currency_name"))]
Status = Annotated[str, AfterValidator(_WordOf(lambda: wording.accessibility_statuses))]
Reason = Annotated[str, AfterValidator(_WordOf(lambda: wording.accessibility_reasons))]
Method = Annotated[str, AfterValidator(_WordOf(lambda: wording.accessibility_methods))]


class Publisher(Part):
    """The body that answers for the site."""

    name: Line
    address: Line | None = None
    url: Url | None = None


class Editors(Part):
    """Those who take cases and corrections in."""

    name: Line
    email: Mailbox | None = None
    phone: Phone | None = None
    url: Url | None = None

    @property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """The ways to reach them: what is shown, and the address behind it."""
        mail, phone, site = self.email, self.phone, self.url
        found = (
            (mail, f"mailto:{mail}"),
            (phone, f"tel:{phone.replace(' ', '') if phone else ''}"),
            (site, site or ""),
        )
        return tuple((shown, address) for shown, address in found if shown)


class Licence(Part):
    """The terms on which others may use the cases."""

    name: Line
    url: Url


class Colours(Part):
    """The colours of a catalogue, as #14405c."""

    deep: Deep
    accent: Accent


class Currency(Part):
    """The money of a catalogue: what stands beside an amount, what it is called, and what else units call it."""

    unit: Annotated[Line, AfterValidator(_Fits(money.UNIT, "bad_currency_unit"))]
    name: Money
    words: Annotated[tuple[Money, ...], Unique()] = ()


class Shortcoming(Part):
    """Content that is not accessible."""

    content: Line
    reason: Reason
    alternative: Line | None = None


class Accessibility(Part):
    """What the accessibility statement says, by Commission Implementing Decision (EU) 2018/1523."""

    status: Status
    method: Method | None = None
    stated: datetime.date | None = None
    reviewed: datetime.date | None = None
    was: Url | None = None
    shortcomings: tuple[Shortcoming, ...] = ()


class Settings(Own):
    """All that `mkdocs.yml` says about a catalogue."""

    publisher: Publisher | None = None
    editors: Editors | None = None
    accessibility: Accessibility | None = None
    licence: Licence | None = None
    colours: Colours | None = None
    logo: Picture | None = None
    """The way to it below cases/."""
    without: Annotated[tuple[View, ...], Unique()] = ()
    filters: Annotated[tuple[str, ...], Unique()] = ()
    """Those that the front page shows, in order; none for all."""
    unknown: Unknown | None = None
    """What stands where a source is silent, in place of the language's own words."""
    currency: Currency | None = None
    """Its money, in place of that of the language."""
    points_note: Line | None = None
    """What the print says of the points of attention before their own words."""
    edit_url: Url = ""
    """Where a file is edited, with {path} for its path below cases/."""
    pdf: Any = None
    shell: Any = None
    link_report: Any = None
    site_name: str = ""
    site_description: str = ""
    site_url: str = ""
    site_dir: str = USUAL_SITE
    """The last four stand at the top of the file; the last is the folder that the site is built in."""

    @property
    def shape(self) -> Shape:
        """Which fields the cases have, and the ways to sort them."""
        return shape_of(self)


UNSET = Settings()


@dataclass(frozen=True)
class Configured:
    """What `mkdocs.yml` sets, what is wrong with it, and a warning of what it does not tell."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    is_shaped: bool = True
    """Whether it is known which fields the cases have; where it is not, nobody can tell what is wrong with one."""


def examine(file: FilePath, heirs: frozenset[FilePath] = frozenset()) -> Configured:
    """Return the settings in `file`, or in the file that it inherits them from; none where there is no file.

    `heirs` are the files that inherit from this one.
    """
    if not file.is_file() or file in heirs:
        return Configured(UNSET)
    reading = read(file.name, files.read(file, MAX_BYTES + 1))
    document = reading.document
    if not isinstance(document.data, Mapping):
        return Configured(UNSET, tuple(reading.log.problems))
    base, known = section(document.data), Configured(UNSET)
    if base:
        found = None
        if document.at(base) not in (None, PLUGIN):
            reading, found = validate(Subject(reading, Settings, base))
        is_shaped = _is_shaped(reading, base, found, file.parent)
        problems = tuple(_own(reading.log, base))
        settings = (found if is_shaped else None) or UNSET
        if problems:  # what is wrong with a filter says nothing of the rest
            settings = settings.model_copy(update={"filters": ()})
        missed = () if problems else _missed(reading.document, base, settings)
        known = Configured(settings, problems, missed, is_shaped)
    elif isinstance(parent := document.data.get("INHERIT"), str):
        known = examine(file.parent / parent, heirs | {file})
    logo = (*base, "logo") if base and known.settings.logo else None
    told = [*refused(document, file.parent, logo)]
    if base and known.is_shaped:
        told += gone_from_menu(document, file.parent, known.settings.without, known.settings.shape)
    known = replace(known, problems=(*known.problems, *told))
    top = {name: text for name in TOP if isinstance(text := document.data.get(name), str)}
    return replace(known, settings=known.settings.model_copy(update=top))


def _is_shaped(reading: Reading, base: Path, found: Settings | None, folder: FilePath) -> bool:
    """Return whether it is known which fields the cases have, after reporting why not."""
    data, docs = reading.document.at(base), reading.document.at(DOCS)
    if found is None:
        return not (isinstance(data, Mapping) and shaping.SETTINGS & data.keys())
    pages = folder / docs if isinstance(docs, str) else folder
    return shaping.check(reading, base, found, found.filters, pages)


def beside(folder: FilePath) -> Settings:
    """Return the settings of the catalogue whose cases lie in a folder."""
    return examine(folder.resolve().parent / SETTINGS).settings


def gaps(settings: Settings) -> list[str]:
    """Return the settings that readers miss, by the way to them: editors.phone."""
    return [name for name in NEEDED if _is_gap(settings, *name.split("."))]


def _missed(document: Document, base: Path, settings: Settings) -> tuple[Problem, ...]:
    """Return one warning of all that readers miss."""
    told = enumeration([f"{wording.needed_settings[name]} (`{name}`)" for name in gaps(settings)])
    place = document.start(base)
    text = wording.settings_messages["gaps"].format(gaps=told)
    warning = Problem(document.file, place.line, place.column, PLUGIN, text, "gaps", "warning")
    return (warning,) if told else ()


def _is_gap(settings: Settings, group: str, part: str = "") -> bool:
    """Return whether a group is not set, or a part of one that is."""
    value = getattr(settings, group)
    if not part:
        return value is None
    return value is not None and getattr(value, part) is None


def _own(log: Log, base: Path) -> Iterator[Problem]:
    """Yield the problems of the catalogue's settings, named from there; the rest is the site engine's to tell."""
    start = f"{field_name(base)}."
    for problem in log.problems:
        name = problem.field.removeprefix(start)
        is_engines = problem.code in {"tag", "alias"} and name in ENGINES
        if name != problem.field and not is_engines:
            yield replace(problem, field=name)
        elif problem.field == field_name(base):
            yield replace(problem, field=PLUGIN)
