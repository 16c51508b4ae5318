"""The cases as plain rows: a table of the cases and one of the figures of their gains, which each format renders."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, Literal, TypeVar

from generator import citations, fields, prose
from generator.data.release import Release
from generator.facets import FACETS, Facet
from generator.figures import sentence
from generator.model import Case, Gain, GainFigure
from generator.own import fields_of
from generator.pages import value_name
from generator.series import Series
from generator.shape import Shape
from generator.wording import by_language, wording

IRRELEVANT = "–"
"""What stands where nothing belongs: the upper end of what is no range."""

Cell = str | int | float | datetime.date
Row = tuple[Cell, ...]
Kind = Literal["string", "integer", "number", "date"]
_Told = TypeVar("_Told")


def no_value() -> tuple[str, ...]:
    """Return what stands in a cell in place of a value; no cell is empty."""
    cells = wording.cells
    return wording.common["unstated"], cells["unmeasured"], IRRELEVANT, cells["unconfirmed"]


@dataclass(frozen=True)
class Column:
    """A column: its heading, what kind of values it has beside those that are none, and what they mean."""

    name: str
    kind: Kind
    help: str


@dataclass(frozen=True)
class Table:
    """Columns, and the rows of each case below them; `name` is that of its file."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Release, Case], Iterable[Row]]
    key: str = ""
    """The column by whose cells its rows are known."""

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


@dataclass(frozen=True)
class _Field(Generic[_Told]):
    """A column, and the cell that is made of what a row tells."""

    column: Column
    cell: Callable[[Release, _Told], Cell]
    told: str = ""
    """The field of a case that it tells of; without that field there is no such column."""


def cases(shape: Shape) -> Table:
    """Return the table with a row for each case."""
    known = _case_fields(shape)

    def rows(release: Release, case: Case) -> Iterator[Row]:
        yield tuple(each.cell(release, case) for each in known)

    columns = tuple(each.column for each in known)
    return Table("cases", wording.tables["cases"], columns, rows, columns[0].name)


def gains(shape: Shape) -> Table:
    """Return the table with a row for each figure of a gain, and for each gain that has none."""
    known = _gain_fields(shape)

    def rows(release: Release, case: Case) -> Iterator[Row]:
        for figure in _figures(case):
            yield tuple(each.cell(release, figure) for each in known)

    columns = tuple(each.column for each in known)
    return Table("gains", wording.tables["gains"], columns, rows)


def series(told: Series) -> Iterator[Row]:
    """Yield the heading and the rows of a case's own table of numbers."""
    yield told.columns
    yield from (tuple(_or(cell) for cell in row) for row in told.rows)


# Cells


def _or(value: Cell | None, instead: str = "") -> Cell:
    """Return a value, or what stands `instead` of one that is not told."""
    return instead or wording.common["unstated"] if value is None or value == "" else value


def _joined(values: Iterable[str]) -> str:
    """Return several values of one cell, which semicolons part."""
    return "; ".join(value.replace(";", ",") for value in values) or wording.common["unstated"]


def _tags(facet: Facet, release: Release, case: Case) -> Cell:
    found, terms = release.catalogue.tags(case, facet.key), release.catalogue.terms(facet.key)
    return _joined(value_name(facet.key, terms[slug]) for slug in found)


def _word(vocabulary: str, release: Release, slug: str) -> str:
    return release.catalogue.vocabulary[vocabulary][slug].name


# Cases


def _amounts(release: Release, case: Case) -> Cell:
    return _joined(sentence(figure, release.catalogue.vocabulary) for figure in case.amounts)


def _strongest(release: Release, case: Case) -> Gain | None:
    return release.catalogue.strongest_gain(case)


def _strongest_type(release: Release, case: Case) -> Cell:
    gain = _strongest(release, case)
    return _word("gain_types", release, gain.type) if gain else wording.common["unstated"]


def _strongest_evidence(release: Release, case: Case) -> Cell:
    gain = _strongest(release, case)
    return _word("evidence", release, gain.evidence) if gain else wording.common["unstated"]


def _headline(release: Release, case: Case) -> Cell:
    gain = _strongest(release, case)
    if gain is None:
        return wording.common["unstated"]
    return (
        sentence(gain.headline, release.catalogue.vocabulary)
        if gain.headline
        else wording.cells["unmeasured"]
    )


def _sources(release: Release, case: Case) -> Cell:
    found = citations.of(release.catalogue, case)
    return _joined(f"{source.name}{f' ({source.where})' if source.where else ''}" for source in found)


def _added(name: str, _: Release, case: Case) -> Cell:
    """Return what a case has in a field of the catalogue's own."""
    value = getattr(case, name)
    return _or(prose.plain(value) if value and fields.is_markdown(type(case), name) else value)


def _kind(shape: Shape, name: str) -> Kind:
    values = fields.types(shape.case, name)
    return "date" if datetime.date in values else "number" if float in values else "string"


def _column(shape: Shape, path: str, kind: Kind = "string", name: str = "") -> Column:
    """Return the column of a field that cases have, with the name and help that editors know."""
    told = fields.label_at(shape.case, path), fields.guidance_at(shape.case, path)
    return Column(name or told[0], kind, told[1])


def _facet_field(facet: Facet) -> _Field[Case]:
    return _Field(Column(facet.name, "string", facet.lead), partial(_tags, facet))


def _own(key: str, kind: Kind = "string") -> Column:
    """Return a column that no field of a case has."""
    return Column(wording.table_columns[key], kind, wording.table_column_help[key])


@by_language
def _case_fields(shape: Shape) -> tuple[_Field[Case], ...]:
    """Return the columns of the table of cases, and what stands in each."""
    found = (*_who_and_when(shape), *_what_came_of_it(shape), *_about_the_case())
    return tuple(each for each in found if not each.told or each.told in shape.case.model_fields)


def _who_and_when(shape: Shape) -> Iterator[_Field[Case]]:
    column = partial(_column, shape)
    yield _Field(_own("case"), lambda _, case: case.slug)
    yield _Field(column("title"), lambda _, case: case.title)
    yield _Field(column("summary"), lambda _, case: case.summary)
    yield _Field(
        _own("short"),
        lambda _, case: wording.cells["yes" if case.short else "no"],
    )
    yield _Field(column("period.start", "integer"), lambda _, case: _or(case.start), "period")
    yield _Field(
        column("period.end", "integer"),
        lambda _, case: _or(case.period.end if case.period else None),
        "period",
    )
    yield from (_facet_field(facet) for facet in shape.facets.values() if facet.key != "source")
    yield _Field(column("partners"), lambda _, case: _joined(case.partners), "partners")
    yield _Field(column("units"), lambda _, case: _joined(case.units), "units")
    yield from (_Field(column(name, _kind(shape, name)), partial(_added, name)) for name in fields_of(shape))


def _what_came_of_it(shape: Shape) -> Iterator[_Field[Case]]:
    yield _Field(
        _own("strongest"),
        _strongest_type,
        "gains",
    )
    name = wording.table_columns["strongest_evidence"]
    yield _Field(_column(shape, "gains.evidence", name=name), _strongest_evidence, "gains")
    yield _Field(
        _own("strongest_figure"),
        _headline,
        "gains",
    )
    yield _Field(_own("amounts"), _amounts, "financing")


def _about_the_case() -> Iterator[_Field[Case]]:
    yield _Field(
        _own("doubts", "integer"),
        lambda _, case: len(case.caveats),
        "caveats",
    )
    yield _Field(_own("sources"), _sources)
    yield _Field(
        _own("changed", "date"),
        lambda release, case: _or(release.changed(case)),
    )
    yield _Field(
        _own("confirmed", "date"),
        lambda _, case: _or(case.confirmed.date if case.confirmed else None, wording.cells["unconfirmed"]),
        "confirmed",
    )
    yield _Field(
        _own("address"),
        lambda release, case: release.case_address(case),
    )


# Gains


@dataclass(frozen=True)
class _Figure:
    """A gain, which counts from 1 in its case, and one of its figures; none when it has none."""

    case: Case
    number: int
    gain: Gain
    figure: GainFigure | None


def _figures(case: Case) -> Iterator[_Figure]:
    for number, gain in enumerate(case.gains or (), 1):
        for figure in gain.figures or (None,):
            yield _Figure(case, number, gain, figure)


def _said(name: str) -> str:
    """Return what a part of a figure means in a table, where that is not what editors are told."""
    return wording.figure_columns.get(name) or wording.figure_help[name]


def _part(name: str, kind: Kind = "string", instead: str = "") -> _Field[_Figure]:
    """Return the column of a part of a figure; `instead` stands where a figure does not have it."""

    def cell(release: Release, told: _Figure) -> Cell:
        return (
            wording.cells["unmeasured"] if told.figure is None else _or(getattr(told.figure, name), instead)
        )

    return _Field(Column(wording.figure_labels[name], kind, _said(name)), cell)


def _trait(name: str, vocabulary: str) -> _Field[_Figure]:
    """Return the column of what a vocabulary says of a figure."""

    def cell(release: Release, told: _Figure) -> Cell:
        slug = told.figure and getattr(told.figure, name)
        return (
            _word(vocabulary, release, slug)
            if slug
            else wording.common["unstated"]
            if told.figure
            else wording.cells["unmeasured"]
        )

    return _Field(Column(wording.figure_labels[name], "string", _said(name)), cell)


@by_language
def _gain_fields(shape: Shape) -> tuple[_Field[_Figure], ...]:
    """Return the columns of the table of figures, and what stands in each."""
    column = partial(_column, shape)
    return (
        _Field(_own("case"), lambda _, told: told.case.slug),
        _Field(column("title"), lambda _, told: told.case.title),
        _Field(_own("number", "integer"), lambda _, told: told.number),
        _Field(
            Column(
                wording.table_columns["gain_type"],
                "string",
                shape.facets.get("gain_type", FACETS["gain_type"]).lead,
            ),
            lambda release, told: _word("gain_types", release, told.gain.type),
        ),
        _Field(
            column("gains.evidence"), lambda release, told: _word("evidence", release, told.gain.evidence)
        ),
        _Field(
            column("gains.text", name=wording.table_columns["gain_text"]),
            lambda _, told: prose.plain(told.gain.text),
        ),
        _part("what"),
        _part("qualifier", instead=IRRELEVANT),
        _part("value", "number"),
        _part("to", "number", IRRELEVANT),
        _part("before_qualifier", instead=IRRELEVANT),
        _part("before", "number", IRRELEVANT),
        _part("unit"),
        _part("period"),
        _trait("kind", "figure_kinds"),
        _trait("role", "figure_roles"),
        _Field(column("gains.after"), lambda _, told: _or(told.gain.after)),
        _Field(
            _own("address"),
            lambda release, told: release.case_address(told.case),
        ),
    )
