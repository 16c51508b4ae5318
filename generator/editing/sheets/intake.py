"""What an import makes of a sheet: the files of sound rows, and all that is wrong with the others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.editing.formatter import write
from generator.editing.new_case import address
from generator.editing.sheets.row import Row
from generator.editing.sheets.sheet import Sheet
from generator.editing.sheets.table import Remark, Spot
from generator.messages import remedy
from generator.problems import Problem
from generator.progress import Watch, unwatched
from generator.reading.folder import examine, parse_case
from generator.reading.naming import SUFFIX, UNNAMED
from generator.reading.reader import MAX_BYTES
from generator.shape import BUILT_IN, Shape
from generator.wording import wording


@dataclass(frozen=True)
class Intake:
    """The files that a sheet gives, whether all of it was read, and the lines that tell of faults and doubts."""

    texts: Mapping[Path, str]
    is_sound: bool
    told: tuple[str, ...]


def take_in(
    sheet: Sheet,
    folder: Path,
    shape: Shape = BUILT_IN,
    watch: Watch[Row] = unwatched,
    judge: Callable[[Row], None] | None = None,
) -> Intake:
    """Return what the rows of a sheet give as cases of a shape in `folder`, where no file is to be overwritten.

    `judge` may report more on a row that is sound as a case.
    """
    firsts = {address(row.title): row.number for row in reversed(sheet.rows)}
    rows = [_named(row, firsts, folder) for row in sheet.rows]
    named = [row for row in rows if row.document.file]
    vocabulary = examine(folder, watch(wording.sheet_messages["checking"], named), shape=shape).vocabulary
    texts = {}
    for row in rows:
        if not row.document.file:
            parse_case(row, address(row.title) or UNNAMED, vocabulary)
        if judge and not row.log.problems:
            judge(row)
        text = "" if row.log.problems else write(row.document.data, vocabulary.shape.case)
        if len(text.encode()) > MAX_BYTES:
            row.report((), "too_large", limit=MAX_BYTES // 1000)
        if row.is_whole and not row.log.problems:
            texts[folder / Path(row.document.file).name] = text
    faults = [*sheet.faults, *_remarks(problem for row in rows for problem in row.log.problems)]
    doubts = [*sheet.warnings, *_remarks(warning for row in rows for warning in row.log.warnings)]
    remarks = [*faults, *((spot, wording.severities["warning"].format(told=words)) for spot, words in doubts)]
    return Intake(texts, not faults, _lines(sheet.name, remarks))


def _named(row: Row, firsts: Mapping[str, int], folder: Path) -> Row:
    """Return a row with the name of its file, or tell why it can have none.

    `firsts` are the rows that come first to names.
    """
    slug = address(row.title)
    file = folder / f"{slug}{SUFFIX}"
    if not slug:
        fault = remedy("address_empty")
    elif firsts[slug] != row.number:
        fault = wording.sheet_messages["twin"].format(other=firsts[slug])
    elif file.exists():
        fault = wording.sheet_messages["exists"].format(file=file)
    else:
        return row.named(f"{folder.name}/{file.name}")
    if row.title:
        row.log.tell(("title",), fault, "address")
    return row


def _remarks(problems: Iterable[Problem]) -> list[Remark]:
    return [(Spot(problem.line, problem.column, problem.field), problem.message) for problem in problems]


def _lines(sheet: str, remarks: Iterable[Remark]) -> tuple[str, ...]:
    """Return remarks as lines, in the order of the rows."""
    where = wording.spot["sheet"].format(name=sheet) if sheet else ""
    found = sorted(dict.fromkeys(remarks), key=lambda remark: (remark[0].row, remark[0].column))
    return tuple(
        ": ".join(filter(None, (", ".join(filter(None, (where, str(s)))), words))) for s, words in found
    )
