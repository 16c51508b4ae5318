"""What cases of a catalogue have of their own: facets, fields, and built-in ones left out or called otherwise."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from typing import Annotated, Any, ClassVar, get_origin

from pydantic import AfterValidator, Field, create_model
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.facets import FACETS, Facet, Names
from generator.marks import FACT, Section
from generator.model import Case
from generator.shape import BUILT_IN, Shape
from generator.text import slugify
from generator.values import Line, Markdown, OneOf, Part, Tag, Unique, Unstated, Url, Value
from generator.wording import by_language

KINDS: Mapping[str, Any] = {
    "text": Line,
    "markdown": Markdown,
    "number": Value,
    "link": Url,
    "date": datetime.date,
}
"""The kinds that a field of a catalogue's own may be."""
NEEDED = frozenset({"title", "summary", "themes", "sources", "aliases", "related", "short", "search_words"})
"""The built-in fields that no catalogue can do without: lists, addresses and the search are made of them."""
REMOVABLE = tuple(name for name in Case.model_fields if name not in {*NEEDED, "slug"})
"""The built-in fields that a catalogue may do without."""
NAMEABLE = tuple(name for name in Case.model_fields if name != "slug")
"""The built-in fields that a catalogue may call otherwise."""
_AFTER = {True: "derived_advice", False: "target_group"}
"""The field that a field of a catalogue's own comes after where nothing is said: a text, and another one."""
_AFTER_THEMES = "themes"
"""The field that a facet of a catalogue's own comes after where nothing is said."""


def _key(value: str) -> str:
    if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", value):
        near = re.sub(r"[^a-z]+", "_", slugify(value)).strip("_")
        raise PydanticCustomError("bad_key", "", {"suggestion": near or "mit_felt"})
    return value


def _path(value: str) -> str:
    if value != slugify(value) or not value:
        raise PydanticCustomError("bad_path", "", {"suggestion": slugify(value) or "min-side"})
    return value


Key = Annotated[Line, AfterValidator(_key)]


class OwnFacet(Part):
    """A way to sort cases, with the field of the same key that has its values."""

    key: Key
    name: Line
    plural: Line | None = None
    help: Line | None = None
    path: Annotated[Line, AfterValidator(_path)] | None = None
    vocabulary: Key | None = None
    many: bool = True
    required: bool = False
    after: Line | None = None

    @property
    def facet(self) -> Facet:
        """The way to sort cases."""
        return Facet(
            key=self.key,
            path=self.address,
            vocabulary=self.words,
            field=self.key,
            own=Names(self.name, self.plural or self.name, self.help or ""),
            likeness=1.0,
            is_neighbour=True,
        )

    @property
    def address(self) -> str:
        """The beginning of the addresses of its pages."""
        return self.path or self.key.replace("_", "-")

    @property
    def words(self) -> str:
        """The vocabulary of its values."""
        return self.vocabulary or self.key

    @property
    def place(self) -> str:
        """The field that its field comes after."""
        return self.after or _AFTER_THEMES

    @property
    def field(self) -> tuple[Any, FieldInfo]:
        """The type and the words of its field."""
        tag: Any = Annotated[str, Tag(self.words)]
        told: dict[str, Any] = {
            "title": (self.plural or self.name) if self.many else self.name,
            "description": self.help,
        }
        if self.many:
            kind: Any = Annotated[tuple[tag, ...], Unique(), FACT]
            return kind, Field(min_length=1, **told) if self.required else Field(default=(), **told)
        if self.required:
            return Annotated[str | None, Tag(self.words), Unstated(), FACT], Field(**told)
        return Annotated[tag | None, FACT], Field(default=None, **told)


class OwnField(Part):
    """A field of a simple kind: a text has a section of its own, the others stand among the facts."""

    key: Key
    kind: Annotated[str, AfterValidator(OneOf(KINDS))]
    name: Line
    help: Line | None = None
    required: bool = False
    after: Line | None = None

    @property
    def place(self) -> str:
        """The field that it comes after."""
        return self.after or _AFTER[self.kind == "markdown"]

    @property
    def field(self) -> tuple[Any, FieldInfo]:
        """The type and the words of the field."""
        kind = KINDS[self.kind]
        mark = Section(f"felt-{self.key.replace('_', '-')}") if self.kind == "markdown" else FACT
        told: dict[str, Any] = {"title": self.name, "description": self.help}
        if self.required:
            return Annotated[kind | None, Unstated(), mark], Field(**told)
        return Annotated[kind | None, mark], Field(default=None, **told)


class OwnName(Part):
    """What a catalogue calls a built-in field, and the facet whose values it has."""

    field: Annotated[Line, AfterValidator(OneOf(NAMEABLE))]
    name: Line
    plural: Line | None = None
    help: Line | None = None


class Own(Part):
    """All that settings say of the shape of cases."""

    facets: tuple[OwnFacet, ...] = ()
    """Ways to sort cases of its own."""
    fields: tuple[OwnField, ...] = ()
    """Fields of its own."""
    without_fields: Annotated[tuple[Annotated[str, AfterValidator(OneOf(REMOVABLE))], ...], Unique()] = ()
    """Built-in fields that it does without."""
    names: tuple[OwnName, ...] = ()
    """Built-in fields that it calls otherwise."""
    place: Line | None = None
    """The facet that says on a card where a case took place."""

    @property
    def additions(self) -> tuple[OwnFacet | OwnField, ...]:
        """The facets and the fields of its own, in the order in which their fields find their place."""
        return (*self.facets, *self.fields)


def shape_of(own: Own) -> Shape:
    """Return the shape of cases that settings ask for: the built-in one where they ask for nothing."""
    asked = Own(**{name: getattr(own, name) for name in Own.model_fields})
    return BUILT_IN if asked == Own() else _shape(asked)


@by_language  # the same settings give the very same model, however often they are read
def _shape(own: Own) -> Shape:
    return Shape(_model(own), _facets(own), own.place or BUILT_IN.place, own.model_dump_json())


def _facets(own: Own) -> Mapping[str, Facet]:
    """Return the facets by key: those of the catalogue's own after the first two of the built-in ones."""
    named = {each.field: each for each in own.names}
    there = [_named(facet, named) for facet in FACETS.values() if not _is_gone(facet, own)]
    keys = {facet.key for facet in there}
    there = [facet if facet.through[0] in keys else replace(facet, through=("", "")) for facet in there]
    first = sum(facet.key in {"theme", "municipality"} for facet in there)
    ours = [
        replace(each.facet, is_alphabetical=each.key == own.place, is_indexed=each.key == own.place)
        for each in own.facets
    ]
    return {facet.key: facet for facet in (*there[:first], *ours, *there[first:])}


def _is_gone(facet: Facet, own: Own) -> bool:
    return facet.field.partition(".")[0] in own.without_fields


def _named(facet: Facet, names: Mapping[str, OwnName]) -> Facet:
    asked = names.get(facet.field)
    if asked is None:
        return facet
    return replace(facet, own=Names(asked.name, asked.plural or asked.name, asked.help or facet.lead))


def _model(own: Own) -> type[Case]:
    """Return the model of a case; a field that is left out is empty in each of them."""
    given: dict[str, Any] = {
        name: (ClassVar[Any], () if get_origin(Case.model_fields[name].annotation) is tuple else None)
        for name in own.without_fields
    }
    for each in own.names:
        if each.field not in own.without_fields:
            info = copy(Case.model_fields[each.field])
            is_list = get_origin(info.annotation) is tuple
            info.title = (each.plural if is_list else None) or each.name
            info.description = each.help
            given[each.field] = info.annotation, info
    given |= {each.key: each.field for each in own.additions}
    model = create_model("Case", __base__=Case, **given)
    ordered = [name for name in _order(own) if name in model.model_fields]
    model.__pydantic_fields__ = {name: model.model_fields[name] for name in ordered}
    model.model_rebuild(force=True)
    return model


def _order(own: Own) -> Iterable[str]:
    """Return all fields in order, each of the catalogue's own after the one that it names, in the order of settings."""
    order = [*Case.model_fields]
    last: dict[str, str] = {}
    for each in own.additions:
        before = last.get(each.place, each.place)
        order.insert(order.index(before) + 1, each.key)
        last[each.place] = each.key
    return order


def fields_of(shape: Shape) -> Iterator[str]:
    """Yield the fields of a catalogue's own that no facet has."""
    for name in shape.case.model_fields:
        if name not in Case.model_fields and name not in shape.by_field:
            yield name
