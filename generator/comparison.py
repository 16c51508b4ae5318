"""Cases side by side: the rows that there can be, and what each case has in them.

The browser makes the same of the pages of the cases, in theme_overrides/assets/js/comparison/rows.js.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import evidence, fields
from generator.answers import answers
from generator.blocks import Block, Figures, Point, Points, Rows, Tags, Words
from generator.catalogue import Catalogue
from generator.glance import glance
from generator.marks import BESIDE, FACT, Mark, section_of
from generator.model import Case
from generator.shape import Shape
from generator.view import View, heading, view
from generator.wording import wording

MOST = 4
"""How many cases stand side by side."""
REST = ".*"
"""What a part ends with that stands for all of a field's parts that no row above has."""
BEST, ANSWER = "best", "answers"
"""The parts of a case that are no fields: the gain at the top of its page, and what it answers of each question."""


@dataclass(frozen=True)
class Row:
    """What is told of one matter; `parts` are those of a case that stand in it."""

    title: str
    parts: tuple[str, ...]
    is_shared: bool = False
    """Whether it is there only where more than one of the cases tells of it."""
    is_needed: bool = False
    """Whether it is there also where none of the cases tells of it."""


@dataclass(frozen=True)
class Group:
    """Rows that answer one question."""

    title: str
    rows: tuple[Row, ...]
    is_long: bool = False
    """Whether a page shows its rows only when a reader asks for them."""


@dataclass(frozen=True)
class Cell:
    """What a case has in a row, or in words why it has nothing there."""

    blocks: tuple[Block, ...]
    silence: str = ""


@dataclass(frozen=True)
class Line:
    """A row with a cell for each case."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def is_equal(self) -> bool:
        """Return whether it says the same of all cases."""
        return all(cell == self.cells[0] for cell in self.cells)


_FIRST_FACTS = ("period", "target_group")
"""The facts that stand before the others, at the top."""
_STARTS = ("purpose", "gains", "drivers", "advice", "sources")
"""The fields that a group of sections begins with; it goes on to the next of them, in the order of the model."""


def part(key: str, point: Point) -> str:
    """Return what one of a field's points is called among the parts of a case: gains.tid."""
    return f"{key}.{point.head[0].terms[0].slug}"


def standing(catalogue: Catalogue, point: Point) -> str:
    """Return in words that a gain did not come, or that nobody measured it; nothing where it is otherwise."""
    tags = {each.facet: each.terms[0].slug for each in point.head}
    if tags.get("gain_type") == wording.slugs["no_gain"]:
        return wording.comparison["absent"]
    has_figures = any(isinstance(block, Figures) for block in point.body)
    is_weakest = evidence.is_weakest(catalogue.vocabulary, tags.get("evidence"))
    return wording.comparison["unmeasured"] if is_weakest and not has_figures else ""


def groups(catalogue: Catalogue) -> tuple[Group, ...]:
    """Return all rows in reading order."""
    words, shape = wording.comparison, catalogue.shape
    return (
        Group(words["short"], (*_fields(shape, "summary"), _best(), *_fields(shape, *_FIRST_FACTS))),
        Group(words["known"], tuple(_questions(catalogue))),
        Group(words["gave"], (*_gains(catalogue), *_fields(shape, *_from(shape, "gains", but=("gains",))))),
        Group(words["how"], _fields(shape, *_from(shape, "purpose")), is_long=True),
        Group(
            words["why"],
            (
                *_factors(catalogue),
                *_rest(shape, "drivers"),
                *_rest(shape, "barriers"),
                *_fields(shape, *_from(shape, "drivers", but=("drivers", "barriers"))),
            ),
            is_long=True,
        ),
        Group(words["learned"], _fields(shape, *_from(shape, "advice")), is_long=True),
        Group(
            words["facts"],
            _fields(shape, *_facts(shape), *_from(shape, "sources"), *_marked(shape, BESIDE)),
            is_long=True,
        ),
    )


def lines(catalogue: Catalogue, cases: Sequence[Case]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield the groups that the cases tell of, each with its title and its rows."""
    columns = [_parts(catalogue, case, view(catalogue, case)) for case in cases]
    for group in groups(catalogue):
        found = [line for row in group.rows if (line := _line(row, columns))]
        if found:
            yield group.title, tuple(found)


def _marked(shape: Shape, mark: Mark) -> Iterator[str]:
    """Yield the fields that have a mark."""
    return (name for name, field in shape.case.model_fields.items() if mark in field.metadata)


def _facts(shape: Shape) -> Iterator[str]:
    """Yield the facts that do not stand at the top."""
    return (name for name in _marked(shape, FACT) if name not in _FIRST_FACTS)


def _from(shape: Shape, start: str, but: Collection[str] = ()) -> Iterator[str]:
    """Yield the fields that have a section, from the one that a group begins with to the next group, but for some."""
    group = ""
    for name, field in shape.case.model_fields.items():
        group = name if name in _STARTS else group
        if group == start and section_of(field) and name not in but:
            yield name


def _fields(shape: Shape, *names: str) -> tuple[Row, ...]:
    known = shape.case.model_fields
    return tuple(Row(heading(shape, name), (name,), is_needed=known[name].is_required()) for name in names)


def _best() -> Row:
    return Row(wording.comparison[BEST], (BEST,), is_needed=True)


def _questions(catalogue: Catalogue) -> Iterator[Row]:
    for slug, question in catalogue.vocabulary["questions"].items():
        yield Row(question.name, (f"{ANSWER}.{slug}",))


def _gains(catalogue: Catalogue) -> Iterator[Row]:
    for term in catalogue.terms("gain_type").values():
        yield Row(term.name, (f"gains.{term.slug}",))
    yield from _rest(catalogue.shape, "gains")


def _factors(catalogue: Catalogue) -> Iterator[Row]:
    for term in catalogue.terms("driver").values():
        yield Row(term.name, (f"drivers.{term.slug}", f"barriers.{term.slug}"), is_shared=True)


def _rest(shape: Shape, name: str) -> Iterator[Row]:
    yield Row(fields.label(shape.case, name), (f"{name}{REST}",), is_needed=True)


def _parts(catalogue: Catalogue, case: Case, shown: View) -> dict[str, tuple[Block, ...]]:
    """Return what a case tells by its parts, which rows take away one by one."""
    found: defaultdict[str, list[Block]] = defaultdict(list)
    found["summary"].append(Words((case.summary,)))
    for block in _claim(catalogue, case):
        found[BEST].append(block)
    for answer in answers(case, catalogue.vocabulary):
        told = wording.answers[answer.degree]
        found[f"{ANSWER}.{answer.question.slug}"].append(Words((f"{told}: {answer.reason}",)))
    for each in (*shown.facts, *shown.sections):
        for block in each.blocks:
            if isinstance(block, Points):
                for point in block.points:
                    found[part(each.key, point)].append(replace(block, points=(point,)))
            else:
                found[each.key].append(block)
    found.update({name: [Rows((replace(row, name=""),))] for name, row in shown.beside.items()})
    return {name: tuple(blocks) for name, blocks in found.items()}


def _claim(catalogue: Catalogue, case: Case) -> Iterator[Block]:
    """Yield the gain at the top of a case's page: what it is and how well it is documented, or nothing."""
    if claim := glance(catalogue, case).claim:
        yield Figures((claim.figure,)) if claim.figure else Words((claim.text,))
        yield Tags("gain_type", (claim.type,))
        yield Tags("evidence", (claim.evidence,))


def _line(row: Row, columns: Sequence[dict[str, tuple[Block, ...]]]) -> Line | None:
    names = [_named(row, column) for column in columns]
    told = sum(map(bool, names))
    if row.is_shared and told < 2:
        return None
    if not told and not (row.is_needed and not any(_tells(row, column) for column in columns)):
        return None
    cells = tuple(_cell(row, column, named) for column, named in zip(columns, names, strict=True))
    return Line(row.title, cells)


def _named(row: Row, column: Mapping[str, tuple[Block, ...]]) -> list[str]:
    """Return the parts of a case that stand in a row."""
    return [
        name
        for wanted in row.parts
        for name in column
        if column[name] and (name == wanted or (wanted.endswith(REST) and name.startswith(wanted[:-1])))
    ]


def _tells(row: Row, column: Mapping[str, tuple[Block, ...]]) -> bool:
    """Return whether a case tells of the field of a row at all, here or elsewhere."""
    wanted = {part.partition(".")[0] for part in row.parts}
    return any(name.partition(".")[0] in wanted for name in column)


def _cell(row: Row, column: dict[str, tuple[Block, ...]], named: list[str]) -> Cell:
    if not named:
        return Cell((), _silence(row, column))
    blocks = tuple(block for name in named for block in column[name])
    for name in named:
        column[name] = ()
    return Cell(blocks)


def _silence(row: Row, column: Mapping[str, tuple[Block, ...]]) -> str:
    if not _tells(row, column):
        return wording.common["unstated"].capitalize()
    return wording.comparison["no_more" if row.is_needed else "unnamed"]
