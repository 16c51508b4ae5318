"""A case as readers meet it: plain data in reading order, which page, preview, print and search render by its kinds.

What there is to show follows from the model: its fields in order, each with its type and its marks. The form's preview
makes the same of what is typed, in theme_overrides/assets/js/form/view.js.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import citations, fields
from generator.addresses import series_path
from generator.blocks import (
    Block,
    Box,
    Figures,
    Gap,
    Items,
    Note,
    Point,
    Points,
    Prose,
    Row,
    Rows,
    Table,
    Tags,
    Words,
    Years,
)
from generator.catalogue import Catalogue, years
from generator.contact import Confirmation, Contact
from generator.facets import Facet
from generator.marks import ASIDE, BESIDE, FACT, Mark, Section, section_of
from generator.model import Case, Figure, Period
from generator.series import Series
from generator.shape import Shape
from generator.text import date, enumeration, number
from generator.values import Part
from generator.wording import by_language, wording


@dataclass(frozen=True)
class Shown:
    """A field as readers meet it."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    section: Section | None = None
    help: str = ""


@dataclass(frozen=True)
class View:
    """All of a case below its title and summary."""

    facts: tuple[Shown, ...]
    sections: tuple[Shown, ...]
    silent: tuple[str, ...]
    """What the fields are called of which a case must tell, and the source does not."""
    beside: Mapping[str, Row]
    """Who answers for the case by field, which stands in boxes of its own, or below all where there are none."""
    asides: tuple[Note, ...]
    """What is folded away at the end of the page, and stands nowhere else."""


@cache
def _met(kind: type[Case]) -> tuple[tuple[str, Section | None, bool], ...]:
    """Return the fields that readers meet in order: name, section, if it has one, and whether it must be told of."""
    return tuple(
        (name, section_of(field), field.is_required())
        for name, field in kind.model_fields.items()
        if FACT in field.metadata or section_of(field)
    )


@cache
def _may_be_silent(kind: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part of which a source can be silent."""
    return tuple(name for name, field in kind.model_fields.items() if fields.takes_unstated(field))


@cache
def _marked(kind: type[Case], mark: Mark) -> tuple[str, ...]:
    """Return the fields that have a mark."""
    return tuple(name for name, field in kind.model_fields.items() if mark in field.metadata)


def view(catalogue: Catalogue, case: Case) -> View:
    """Return a case as readers meet it."""
    facts: list[Shown] = []
    sections: list[Shown] = []
    silent: list[str] = []
    shape = catalogue.shape
    for name, section, is_needed in _met(shape.case):
        blocks = tuple(_blocks(catalogue, case, name, section))
        if blocks:
            title = heading(shape, name, blocks)
            helped = fields.guidance(shape.case, name) if section and section.has_help else ""
            (sections if section else facts).append(Shown(name, title, blocks, section, helped))
        elif is_needed:
            silent.append(heading(shape, name))
    beside = {
        name: row
        for name in _marked(shape.case, BESIDE)
        if (row := _answering(shape, name, getattr(case, name)))
    }
    asides = (
        Note(heading(shape, name), "\u00a0· ".join(getattr(case, name)))
        for name in _marked(shape.case, ASIDE)
        if getattr(case, name)
    )
    return View(tuple(facts), tuple(sections), tuple(silent), beside, tuple(asides))


def unknown(shown: View) -> str:
    """Return the sentence that tells what the source is silent about, or nothing."""
    return (
        wording.view["silent"].format(names=enumeration([name.lower() for name in shown.silent]))
        if shown.silent
        else ""
    )


def heading(shape: Shape, path: str, blocks: tuple[Block, ...] = ()) -> str:
    """Return what readers see a field called; a facet's values are named in one or several."""
    first = blocks[0] if blocks else None
    if isinstance(first, Tags) and path == shape.facets[first.facet].field:
        facet = shape.facets[first.facet]
        return facet.name if len(first.terms) == 1 else facet.plural
    return _name(shape.case, path)


@by_language
def _name(kind: type[Case], path: str) -> str:
    return wording.headings.get(path) or fields.label_at(kind, path)


def texts(shown: View) -> Iterator[str]:
    """Yield the Markdown of a case in reading order."""
    for block in every_block(shown):
        if isinstance(block, Prose | Box):
            yield block.text
        elif isinstance(block, Items):
            yield from block.items


def every_block(shown: View) -> Iterator[Block]:
    """Yield the blocks of a case in reading order, those of its points by themselves."""
    for part in (*shown.facts, *shown.sections):
        yield from _flat(part.blocks)


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Points):
            for point in block.points:
                yield from _flat(point.body)
        else:
            yield block


def _blocks(catalogue: Catalogue, case: Case, name: str, section: Section | None) -> Iterator[Block]:
    """Yield what a field of a case shows."""
    value = getattr(case, name)
    if name == "sources":
        yield Rows(tuple(_rows(catalogue, case)))
    elif section and isinstance(value, tuple) and fields.is_markdown(catalogue.shape.case, name):
        before = len(getattr(case, section.continues)) if section.continues else 0
        if value:
            yield Items(value, section.items, before + 1)
    else:
        yield from _value(catalogue, case, name, value)


def _value(catalogue: Catalogue, case: Case, path: str, value: Any) -> Iterator[Block]:
    """Yield what a value shows, by its type."""
    if facet := catalogue.shape.by_field.get(path):
        yield from _tags(catalogue, case, facet, value)
        return
    match value:
        case None | ():
            return
        case str():
            yield _text(catalogue.shape.case, path, value)
        case Period():
            yield Years(years(case) or wording.common["unstated"], value.note or "")
        case Part():
            yield from _part(catalogue, case, path, value)
        case (Figure(), *_):
            yield Figures(value)
        case (Series(), *_):
            source = enumeration(list(dict.fromkeys(each.name for each in citations.of(catalogue, case))))
            for number, series in enumerate(value, 1):
                yield Table(series, number, series_path(case, number), source)
        case (Part(), *_):
            yield from _points(catalogue, case, path, value)
        case tuple():
            yield Words(tuple(map(_plain, value)))
        case _:
            yield Words((_plain(value),))


def _tags(catalogue: Catalogue, case: Case, facet: Facet, value: Any) -> Iterator[Tags]:
    """Yield the values of a facet: those of the whole case, or those that a part of it has."""
    several = value if isinstance(value, tuple) else () if value is None else (value,)
    if slugs := several if facet.part else catalogue.tags(case, facet.key):
        terms = catalogue.terms(facet.key)
        yield Tags(facet.key, tuple(terms[slug] for slug in slugs))


def _text(kind: type[Case], path: str, text: str) -> Block:
    if fields.is_markdown(kind, path):
        return Prose(text)
    return Prose(linked(text)) if fields.is_link(kind, path) else Words((text,))


def linked(url: str) -> str:
    """Return a web address as Markdown that shows where it leads."""
    host = url.partition("//")[2]
    shown = next(iter(re.split("[/?#]", host)))
    target = url.replace("&", "&amp;").replace("\\", "%5C")
    return f"[{shown}](<{target}>)"


def _plain(value: Any) -> str:
    """Return a text as it is, a number as people write it, and a day in words."""
    if isinstance(value, datetime.date):
        return date(value)
    return number(value) if isinstance(value, int | float) else str(value)


def _part(catalogue: Catalogue, case: Case, path: str, part: Part) -> Iterator[Block]:
    """Yield what a group shows: a text after the first stands in a box, a line has its name."""
    has_text = False
    for name in fields.names(type(part)):
        for block in _value(catalogue, case, f"{path}.{name}", getattr(part, name)):
            if isinstance(block, Words):
                yield Note(heading(catalogue.shape, f"{path}.{name}"), ", ".join(block.items))
            elif isinstance(block, Prose) and has_text:
                yield Box(heading(catalogue.shape, f"{path}.{name}"), block.text)
            else:
                has_text = has_text or isinstance(block, Prose)
                yield block


def _points(catalogue: Catalogue, case: Case, path: str, parts: tuple[Part, ...]) -> Iterator[Points]:
    """Yield the parts of a list; those that have the weakest grade stand by themselves, after the others."""
    told: tuple[list[Point], list[Point]] = [], []
    for part in parts:
        point = _point(catalogue, case, path, part)
        told[_is_minor(catalogue, point)].append(point)
    for points, is_minor in zip(told, (False, True), strict=True):
        if points:
            yield Points(tuple(points), is_minor)


def _is_minor(catalogue: Catalogue, point: Point) -> bool:
    """Return whether a point has the weakest of the grades."""
    return any(
        catalogue.facets[tags.facet].is_graded and tags.terms[-1].slug == [*catalogue.terms(tags.facet)][-1]
        for tags in point.head
    )


def _point(catalogue: Catalogue, case: Case, path: str, part: Part) -> Point:
    blocks = (*_part(catalogue, case, path, part), *_gaps(catalogue.shape, path, part))
    return Point(
        tuple(block for block in blocks if isinstance(block, Tags)),
        tuple(block for block in blocks if not isinstance(block, Tags)),
    )


def _gaps(shape: Shape, path: str, part: Part) -> Iterator[Gap]:
    """Yield the texts that a source can be silent about, where it is."""
    for name in _may_be_silent(type(part)):
        if getattr(part, name) is None:
            yield Gap(heading(shape, f"{path}.{name}"), wording.view["unmet"])


def _rows(catalogue: Catalogue, case: Case) -> Iterator[Row]:
    for citation in citations.of(catalogue, case):
        yield Row(citation.name, citation.place, citation.shared, citation.url)


def _answering(shape: Shape, name: str, value: Contact | Confirmation | None) -> Row | None:
    """Return who is to be asked, or who confirmed; the latter is told of also where nobody did."""
    told = value.told if value else wording.view["unconfirmed"] if name == "confirmed" else ""
    url, mailbox = (value.url, value.mailbox) if isinstance(value, Contact) else ("", "")
    return Row(heading(shape, name), told, url=url or "", mailbox=mailbox or "") if told else None
