"""The settings of a catalogue in `mkdocs.yml`: who publishes it, who edits it, and how accessible it is."""

import datetime
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator import colours, files, packed
from generator.facets import FACETS
from generator.locale import LOCALES
from generator.messages import message, shown
from generator.problems import Path, Problem, field_name
from generator.reading import hints, language
from generator.reading.document import Document
from generator.reading.log import Log
from generator.reading.naming import PARTS, SETTINGS
from generator.reading.reader import MAX_BYTES, read
from generator.reading.subject import Subject
from generator.reading.validation import validate
from generator.shape import BUILT_IN, Shape
from generator.text import enumeration, number
from generator.values import Line, Mailbox, OneOf, Part, Unique, Url
from generator.views import NEEDS
from generator.wording import LANGUAGES

PLUGIN = "casekatalog"
TOP = ("site_name", "site_description", "site_url", "site_dir")
ENGINES = ("edit_url", "pdf", "shell", "link_report")
"""Settings that the site engine reads and checks."""

STATUSES = {
    "helt": "overholder standarden fuldt ud",
    "delvist": "overholder standarden delvist, det vil sige de fleste krav",
    "ikke": "overholder ikke standarden, det vil sige ikke de fleste krav",
}
"""How far the site meets EN 301 549, as the accessibility statement says it."""
REASONS = {
    "fejl": "Krav, der ikke er opfyldt",
    "byrde": "Undtaget, fordi det vil være en uforholdsmæssigt stor byrde",
    "undtaget": "Ikke omfattet af loven",
}
"""Why some content is not accessible: the three reasons that the statement knows."""
METHODS = {
    "egen": "Vi har selv vurderet webstedet.",
    "ekstern": "Webstedet er vurderet af andre end os selv.",
    "anden": "Webstedet er vurderet på en anden måde.",
}
"""How the site was evaluated."""
NEEDED = {
    "publisher": "udgiver",
    "publisher.address": "udgiverens adresse",
    "editors": "redaktion",
    "editors.email": "redaktionens mail",
    "editors.phone": "redaktionens telefon",
    "accessibility": "tilgængelighed",
    "accessibility.method": "hvordan tilgængeligheden er vurderet",
    "accessibility.stated": "erklæringens dato",
    "accessibility.was": "erklæringens adresse i WAS-Tool",
}
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
Filter = Annotated[str, AfterValidator(OneOf(FACETS))]
View = Annotated[str, AfterValidator(OneOf(NEEDS))]
Phone = Annotated[Line, AfterValidator(_phone)]
Status = Annotated[str, AfterValidator(OneOf(STATUSES))]
Reason = Annotated[str, AfterValidator(OneOf(REASONS))]
Method = Annotated[str, AfterValidator(OneOf(METHODS))]


class Publisher(Part):
    """The body that answers for the site."""

    name: Line = Field(title="Navn")
    address: Line | None = Field(default=None, title="Adresse")
    url: Url | None = Field(default=None, title="Websted")


class Editors(Part):
    """Those who take cases and corrections in."""

    name: Line = Field(title="Navn")
    email: Mailbox | None = Field(default=None, title="Mail")
    phone: Phone | None = Field(default=None, title="Telefon")
    url: Url | None = Field(default=None, title="Websted")

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

    name: Line = Field(title="Navn")
    url: Url = Field(title="Adresse")


class Colours(Part):
    """The colours of a catalogue, as #14405c."""

    deep: Deep = Field(title="Bag overskriften")
    accent: Accent = Field(title="Mærker")


class Shortcoming(Part):
    """Content that is not accessible."""

    content: Line = Field(title="Indhold")
    reason: Reason = Field(title="Grund")
    alternative: Line | None = Field(default=None, title="Alternativ")


class Accessibility(Part):
    """What the accessibility statement says, by Commission Implementing Decision (EU) 2018/1523."""

    status: Status = Field(title="Overholdelse")
    method: Method | None = Field(default=None, title="Metode")
    stated: datetime.date | None = Field(default=None, title="Dato for erklæringen")
    reviewed: datetime.date | None = Field(default=None, title="Senest gennemgået")
    was: Url | None = Field(default=None, title="Adresse i WAS-Tool")
    shortcomings: tuple[Shortcoming, ...] = Field(default=(), title="Kendte mangler")


class Settings(Part):
    """All that `mkdocs.yml` says about a catalogue."""

    publisher: Publisher | None = Field(default=None, title="Udgiver")
    editors: Editors | None = Field(default=None, title="Redaktion")
    accessibility: Accessibility | None = Field(default=None, title="Tilgængelighed")
    licence: Licence | None = Field(default=None, title="Licens")
    colours: Colours | None = Field(default=None, title="Farver")
    logo: Picture | None = Field(default=None, title="Logo")
    """The way to it below cases/."""
    without: Annotated[tuple[View, ...], Unique()] = Field(default=(), title="Visninger, der er slået fra")
    filters: Annotated[tuple[Filter, ...], Unique()] = Field(default=(), title="Filtre")
    """Those that the front page shows, in order; none for all."""
    points_note: Line | None = Field(default=None, title="Hvem opmærksomhedspunkterne er fra")
    """What the print says of the points of attention before their own words."""
    edit_url: Url = ""
    """Where a file is edited, with {path} for its path below cases/."""
    pdf: Any = None
    shell: Any = None
    link_report: Any = None
    site_name: str = ""
    site_description: str = ""
    site_url: str = ""
    site_dir: str = "site"
    """The last four stand at the top of the file; the last is the folder that the site is built in."""

    @property
    def shape(self) -> Shape:
        """Which fields the cases have, and the ways to sort them."""
        return BUILT_IN


UNSET = Settings()
GAPS = (
    "kataloget fortæller ikke: {gaps}. Læserne skal kunne se, hvem der står bag, og hvem de kan skrive eller ringe "
    "til, og en offentlig udgiver skal have en tilgængelighedserklæring. Se eksemplet i mkdocs.yml."
)


NO_FOLDER, BAD_ADDRESS = "no_folder", "bad_url"
ENGINES_TO_TELL = frozenset({NO_FOLDER, BAD_ADDRESS})
"""The codes of what the site engine would tell in English, or stop at, before it loads any plugin."""
THEME, DOCS, ADDRESS = ("theme", "custom_dir"), ("docs_dir",), ("site_url",)
_URL = TypeAdapter(Url)
NO_CASES = "mappen {folder} med casene mangler. Hent den igen fra kataloget, eller ret navnet."
NO_PART = "{part} mangler i mappen {folder}. Hent den igen fra kataloget."
NO_THEME = "mappen {folder} med skabelonerne mangler. Hent den igen fra kataloget, eller ret navnet."


@dataclass(frozen=True)
class Configured:
    """What `mkdocs.yml` sets, what is wrong with it, and a warning of what it does not tell."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


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
    base, known = _section(document.data), Configured(UNSET)
    if base:
        found = None
        if document.at(base) not in (None, PLUGIN):
            reading, found = validate(Subject(reading, Settings, base))
        problems = tuple(_own(reading.log, base))
        known = Configured(
            found or UNSET, problems, () if problems else _missed(reading.document, base, found or UNSET)
        )
    elif isinstance(parent := document.data.get("INHERIT"), str):
        known = examine(file.parent / parent, heirs | {file})
    unfound = (
        *_wrong_address(document),
        *_unknown_language(document),
        *_missing(document, file.parent),
        *_no_logo(document, base, known.settings.logo, file.parent),
    )
    known = replace(known, problems=(*known.problems, *unfound))
    top = {name: text for name in TOP if isinstance(text := document.data.get(name), str)}
    return replace(known, settings=known.settings.model_copy(update=top))


def beside(folder: FilePath) -> Settings:
    """Return the settings of the catalogue whose cases lie in a folder."""
    return examine(folder.resolve().parent / SETTINGS).settings


def _wrong_address(document: Document) -> Iterator[Problem]:
    given = document.at(ADDRESS)
    if isinstance(given, str) and given:
        try:
            _URL.validate_python(given)
        except ValidationError:
            place = document.place(ADDRESS)
            text = message(BAD_ADDRESS)
            yield Problem(document.file, place.line, place.column, field_name(ADDRESS), text, BAD_ADDRESS)


def _unknown_language(document: Document) -> Iterator[Problem]:
    given = document.at(language.AT)
    if given is not None and given not in LANGUAGES:
        place, names = document.place(language.AT), {code: LOCALES[code].names for code in LANGUAGES}
        value, forms = place.raw or str(given), {name: code for code in names for name in names[code]}
        text = message("not_allowed", value=value, hint=hints.one_of(value, LANGUAGES, forms))
        yield Problem(document.file, place.line, place.column, field_name(language.AT), text, "not_allowed")


def _missing(document: Document, folder: FilePath) -> Iterator[Problem]:
    """Yield a problem for each folder that is not there or not whole, of which the site engine tells in English."""
    for path, text in ((DOCS, NO_CASES), (THEME, NO_THEME)):
        given = document.at(path)
        if not isinstance(given, str):
            continue
        own_or_packed = (folder / given, packed.THEME)
        lacking = [
            part for part in PARTS if path == THEME and not any((at / part).exists() for at in own_or_packed)
        ]
        if not (folder / given).is_dir():
            yield _unfound(document, path, text.format(folder=shown(given)))
        elif lacking:
            yield _unfound(document, path, NO_PART.format(part=lacking[0], folder=shown(given)))


def _no_logo(document: Document, base: Path | None, logo: str | None, folder: FilePath) -> Iterator[Problem]:
    docs = document.at(DOCS)
    if base and logo and isinstance(docs, str) and not (folder / docs / logo).is_file():
        place = document.place((*base, "logo"))
        yield Problem(document.file, place.line, place.column, "logo", message("no_logo"), "no_logo")


def _unfound(document: Document, path: Path, text: str) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, field_name(path), text, NO_FOLDER)


def gaps(settings: Settings) -> list[str]:
    """Return the settings that readers miss, by the way to them: editors.phone."""
    return [name for name in NEEDED if _is_gap(settings, *name.split("."))]


def _missed(document: Document, base: Path, settings: Settings) -> tuple[Problem, ...]:
    """Return one warning of all that readers miss."""
    told = enumeration([f"{NEEDED[name]} (`{name}`)" for name in gaps(settings)])
    place = document.start(base)
    text = GAPS.format(gaps=told)
    warning = Problem(document.file, place.line, place.column, PLUGIN, text, "gaps", "warning")
    return (warning,) if told else ()


def _is_gap(settings: Settings, group: str, part: str = "") -> bool:
    """Return whether a group is not set, or a part of one that is."""
    value = getattr(settings, group)
    if not part:
        return value is None
    return value is not None and getattr(value, part) is None


def _section(data: Mapping[str, Any]) -> Path | None:
    """Return the way to the plugin's own settings, which MkDocs takes as a list or as a group."""
    plugins = data.get("plugins")
    if isinstance(plugins, Mapping) and PLUGIN in plugins:
        return ("plugins", PLUGIN)
    for index, plugin in enumerate(plugins if isinstance(plugins, tuple) else ()):
        if isinstance(plugin, Mapping) and PLUGIN in plugin:
            return ("plugins", index, PLUGIN)
        if plugin == PLUGIN:
            return ("plugins", index)
    return None


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
