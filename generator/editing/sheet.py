"""Spreadsheets: a row for each case, a column for each field, by their Danish names."""

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.fmt import item_schema, resolve
from generator.editing.schema import case_schema
from generator.editing.template import address
from generator.labels import UNSTATED
from generator.problems import Path as FieldPath
from generator.problems import field_name
from generator.vocabulary import Factor, Vocabulary

SHEET = "Cases"
REPEATED = {"gains": 3, "drivers": 3, "barriers": 3, "sources": 2, "amounts": 2, "figures": 1}
"""How many of each group the template sheet has room for; an imported sheet may have more."""
ROOM = 500

_PART = re.compile(r"(?P<name>.*?)(?: (?P<number>[1-9][0-9]?))?")


@dataclass(frozen=True)
class Column:
    """A column: its name, the field that it fills, and the schema of the field's value."""

    name: str
    path: FieldPath
    schema: Mapping[str, Any]
    help: str = ""


@dataclass(frozen=True)
class Row:
    """A case in a sheet: the row's number, its data, and the column of each field by the field's name."""

    number: int
    data: dict[str, Any]
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """Return the address that the case gets."""
        return address(str(self.data.get("title", "")))

    def place(self, field_at: str) -> str:
        """Return the column of a field, or of the nearest field around it, as an editor finds it."""
        while field_at:
            if field_at in self.columns:
                return f"række {self.number}, kolonne {self.columns[field_at]}"
            field_at = re.sub(r"(\.?[^.\[]+|\[\d+\])$", "", field_at)
        return f"række {self.number}"


@dataclass(frozen=True)
class Sheet:
    """What a sheet holds, and the names of columns that are no field."""

    rows: tuple[Row, ...]
    unknown: tuple[str, ...]


def columns(vocabulary: Vocabulary) -> Iterator[Column]:
    """Yield the columns of the template sheet."""
    yield from _columns(case_schema(vocabulary), case_schema(vocabulary)["$defs"], (), "")


def read_sheet(path: Path, vocabulary: Vocabulary) -> Sheet:
    """Return the cases in a spreadsheet (.xlsx) or a table of text (.csv).

    Raises ValueError when the file is neither.
    """
    table = _csv(path.read_bytes()) if path.suffix.lower() == ".csv" else _xlsx(path)
    names = [str(name or "").strip() for name in (table[0] if table else ())]
    schema = case_schema(vocabulary)
    found = [_column(name, schema) if name else None for name in names]
    unknown = tuple(name for name, column in zip(names, found, strict=True) if name and column is None)
    rows = []
    for number, cells in enumerate(table[1:], 2):
        row = Row(number, {}, columns := {})
        for index, (column, cell) in enumerate(zip(found, cells, strict=False)):
            if column is None or cell is None or not str(cell).strip():
                continue
            _put(row.data, column.path, _value(cell, column.schema, vocabulary))
            columns[field_name(column.path)] = f"{get_column_letter(index + 1)} ({column.name})"
        if row.data:
            rows.append(Row(number, _compact(row.data), columns))
    return Sheet(tuple(rows), unknown)


def template(vocabulary: Vocabulary) -> bytes:
    """Return an empty spreadsheet with all columns, their help, and lists to choose from."""
    book = Workbook()
    sheet, lists = book.active, book.create_sheet("Ordlister")
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = SHEET
    guide = book.create_sheet("Vejledning", 1)
    guide.append(["Kolonne", "Forklaring"])
    places = _lists(lists, vocabulary)
    for index, column in enumerate(columns(vocabulary), 1):
        cell = sheet.cell(1, index, column.name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E6F0F7")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(column.help, "Kataloget", width=320, height=110)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = 40 if _is_long(column.schema) else 22
        guide.append([column.name, column.help])
        tag = resolve(column.schema, "x-vocabulary")
        if tag and not _is_list(column.schema):
            choice = DataValidation("list", formula1=places[tag["x-vocabulary"]], allow_blank=True)
            choice.error = "Vælg fra listen."
            sheet.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{ROOM}")
    sheet.freeze_panes = "B2"
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 40, 100
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def template_csv(vocabulary: Vocabulary) -> bytes:
    """Return the template's columns as a table of text that Danish spreadsheets open."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(
        column.name for column in columns(vocabulary)
    )
    return text.getvalue().encode("utf-8-sig")


def _columns(schema: Any, definitions: Any, path: FieldPath, lead: str) -> Iterator[Column]:
    for key, inner in schema["properties"].items():
        name = f"{lead}{inner['title']}"
        here = (*path, key)
        group = _group(inner, definitions)
        if key in {"aliases", "series"}:
            continue
        if group is None:
            yield Column(name, here, inner, _help(inner))
        elif not _is_list(inner):
            yield from _columns(group, definitions, here, f"{name}: ")
        else:
            for number in range(REPEATED[key]):
                yield from _columns(group, definitions, (*here, number), f"{name} {number + 1}: ")


def _column(name: str, schema: Any) -> Column | None:
    """Return the column that a name means: `Titel`, `Kontakt: Rolle`, `Gevinster 2: Tal 1: Enhed`."""
    path: FieldPath = ()
    node: Any = schema
    parts = [part.strip() for part in name.split(":")]
    for index, part in enumerate(parts):
        match = _PART.fullmatch(part)
        if match is None or "properties" not in node:
            return None
        key = _key(node["properties"], match["name"]) or _key(node["properties"], part)
        if key is None:
            return None
        path, inner = (*path, key), node["properties"][key]
        group = _group(inner, schema["$defs"])
        if (group is None) != (index == len(parts) - 1):
            return None
        if group is not None and _is_list(inner):
            path = (*path, int(match["number"] or 1) - 1)
        node = inner if group is None else group
    return Column(name, path, node)


def _key(properties: Mapping[str, Any], name: str) -> str | None:
    wanted = name.casefold()
    return next((k for k, v in properties.items() if wanted in {k, v["title"].casefold()}), None)


def _group(schema: Any, definitions: Any) -> Any:
    text = re.search(r"'\$ref': '#/\$defs/(\w+)'", str(schema))
    return definitions[text[1]] if text else None


def _is_list(schema: Any) -> bool:
    return resolve(schema, "items") is not None


def _is_long(schema: Any) -> bool:
    text = resolve(schema, "maxLength")
    return text is not None and text["maxLength"] > 110


def _help(schema: Mapping[str, Any]) -> str:
    several = " Skriv flere med semikolon imellem." if _is_list(schema) else ""
    silent = f" Tier kilden, så skriv: {UNSTATED}." if UNSTATED in str(schema.get("anyOf", "")) else ""
    return f"{schema['description']}{several}{silent}"


def _lists(sheet: Worksheet, vocabulary: Vocabulary) -> dict[str, str]:
    places = {}
    for index, (name, terms) in enumerate(vocabulary.items(), 1):
        words = [*terms, *([UNSTATED] if name in {"statuses", "financing_models"} else [])]
        for row, word in enumerate([name, *words], 1):
            sheet.cell(row, index, word)
        letter = get_column_letter(index)
        places[name] = f"Ordlister!${letter}$2:${letter}${len(words) + 1}"
    return places


def _csv(content: bytes) -> list[Sequence[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _xlsx(path: Path) -> list[Sequence[Any]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError) as error:
        raise ValueError(path) from error
    sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
    return [tuple(_shown(cell) for cell in row) for row in sheet.iter_rows()]


def _shown(cell: Any) -> Any:
    """Return a cell's value as the sheet shows it: 12.5 where it says 12,5 %."""
    value = cell.value
    if isinstance(value, int | float) and "%" in str(cell.number_format):
        return round(value * 100, 10)
    return value


def _value(cell: Any, schema: Mapping[str, Any], vocabulary: Vocabulary) -> Any:
    """Return a cell as a case has it: lists split, numbers read as Danes write them, tags by slug or name."""
    text = str(cell).strip()
    if text == UNSTATED:
        return text
    items = item_schema(schema)
    if items is not None:
        words = [word.strip() for word in re.split(r"[;\n]", text) if word.strip()]
        return tuple(_value(word, items, vocabulary) for word in words)
    if isinstance(cell, datetime.datetime):
        return cell.date() if _takes_date(schema) else str(cell.date())
    if found := _plain_kind(cell, text, schema):
        return found[0]
    if _takes_date(schema):
        return _date(text)
    tag = resolve(schema, "x-vocabulary")
    if isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    return _slug(text, tag["x-vocabulary"], vocabulary) if tag else text


def _plain_kind(cell: Any, text: str, schema: Mapping[str, Any]) -> tuple[Any] | None:
    """Return a number or a yes or no where the schema has one."""
    kinds = {part.get("type") for part in _options(schema)}
    if "boolean" in kinds:
        return (
            {"ja": True, "true": True, "x": True, "nej": False, "false": False}.get(text.casefold(), text),
        )
    return (_number(cell),) if kinds & {"number", "integer"} else None


def _options(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield schema
    for option in schema.get("anyOf", ()):
        yield from _options(option)


def _number(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    text = str(cell).strip().replace("\N{MINUS SIGN}", "-")
    if re.fullmatch(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def _takes_date(schema: Mapping[str, Any]) -> bool:
    return any(part.get("format") == "date" for part in _options(schema))


def _date(text: str) -> Any:
    """Return a date written as 2026-05-03 or, as Danish spreadsheets do, 03-05-2026; else the text itself."""
    danish = re.fullmatch(r"(\d\d?)[-./](\d\d?)[-./](\d{4})", text)
    day, month, year = danish.groups() if danish else ("", "", "")
    try:
        return datetime.date.fromisoformat(f"{year}-{month:0>2}-{day:0>2}" if danish else text)
    except ValueError:
        return text


def _slug(word: str, name: str, vocabulary: Vocabulary) -> str:
    wanted = word.casefold()
    for slug, term in vocabulary[name].items():
        sides = (term.driver.name, term.barrier.name) if isinstance(term, Factor) else ()
        if wanted in {slug, *(label.casefold() for label in (term.name, *sides))}:
            return slug
    return word


def _put(data: dict[Any, Any], path: FieldPath, value: Any) -> None:
    """Put a value at a path; a list is a mapping by number until all is there."""
    for part in path[:-1]:
        inner = data.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        data = inner
    data[path[-1]] = value


def _compact(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    if data and all(isinstance(key, int) for key in data):
        return tuple(_compact(data[key]) for key in sorted(data))
    return {key: _compact(value) for key, value in data.items()}
