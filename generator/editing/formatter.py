"""The one way to write a case file: keys in the model's order, text wrapped, comments kept.

The form on the site writes the same bytes from the same rules (form/yaml.js and form/scalars.js), so they are few and
spelt out here. A ready-made round trip binds a comment to the key before it, which moves it to the wrong key
when the keys change places.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import fields
from generator.editing.new_case import SCHEMA_LINE
from generator.editing.notes import Notes, notes_of
from generator.model import Case
from generator.problems import Path
from generator.reading.characters import CONTROL, HARD_SPACE
from generator.reading.folder import fields_in
from generator.reading.reader import skim
from generator.reading.scalars import Written, plain, written

WIDTH = 120
LONG_TEXT = 1000
"""Lists of longer texts than this have a line for each."""

_SPACE = " \t\n\r"
_WORD = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ÿ]")
_LETTERS = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]{3}")
_YEARS = re.compile("[0-9]{4}-[0-9]{4}")
_NUMBER = re.compile(r"0[xob]", re.IGNORECASE)
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPED = re.compile(f"{CONTROL.pattern}|[\\r\ud800-\udfff]")
_UNPLAIN = re.compile(f"{_ESCAPED.pattern}|{HARD_SPACE.pattern}|[\n\t]", re.MULTILINE)
_FLOW_MARK = re.compile(r"[,\[\]{}:?]")
_LIST_MARK = re.compile(r"( *)(?:([-+*]|[0-9]{1,9}[.)])( +))?")
_WORD_BREAK = re.compile("(?<![ \t]) (?![ \t])")
_MARKDOWN_MARK = re.compile(r"[-+*#>=|~`<:]|[0-9]+[.)]")


def fmt(
    file: str,
    content: bytes,
    change: Callable[[Any], Any] = lambda data: data,
    kind: type[Case] = Case,
) -> str:
    """Return the file of a case of a kind as it should be written, after `change` has been made to its data.

    Raises InvalidCasesError when YAML cannot read it, or there are no fields in it.
    """
    reading = skim(file, content, written)
    data = fields_in(reading)
    notes = notes_of(reading.document)
    spot = _Spot(notes, case_schema_tree(kind))
    lines = [*_lines(change(data), spot), *notes.end, ""]
    return "\n".join([SCHEMA_LINE, *lines[0 if lines[0] else 1 :]])


def write(data: Mapping[str, Any], kind: type[Case] = Case) -> str:
    """Return the file of a case of a kind from plain data."""
    spot = _Spot(Notes(), case_schema_tree(kind))
    return "\n".join([SCHEMA_LINE, *_lines(data, spot), ""])


@cache
def case_schema_tree(kind: type[Case] = Case) -> Mapping[str, Any]:
    """Return the order of fields and the forms of their values, as JSON Schema tells them in every language."""
    return fields.json_schema(kind)


@dataclass(frozen=True)
class _Spot:
    """Where the writing has come to: the path of a value, its schema, and how far it is indented."""

    notes: Notes
    schema: Any
    path: Path = ()
    indent: int = 0

    def under(self, key: str) -> "_Spot":
        """Return the spot of the value under a key."""
        return _Spot(self.notes, property_schema(self.schema, key), (*self.path, key), self.indent)

    def item(self, index: int) -> "_Spot":
        """Return the spot of a list's item."""
        return _Spot(self.notes, item_schema(self.schema), (*self.path, index), self.indent)

    def deeper(self) -> "_Spot":
        """Return the spot, indented once more."""
        return _Spot(self.notes, self.schema, self.path, self.indent + 2)

    def noted(self) -> list[str] | None:
        """Return the comments at line ends from here on down; None when some stand on lines of their own."""
        depth = len(self.path)
        if any(len(other) > depth and other[:depth] == self.path for other in self.notes.before):
            return None
        if any(other[:depth] == self.path for other in self.notes.inside):
            return None
        return [note for other, note in self.notes.after.items() if other[:depth] == self.path]


def _lines(value: Any, spot: _Spot) -> Iterator[str]:
    if isinstance(value, dict):
        for key in in_order(value, spot.schema):
            yield from _commented(f"{inline(key, flow=True)}:", value[key], spot.under(key))
    else:
        for index, item in enumerate(value):
            yield from _commented("-", item, spot.item(index))


def _commented(lead: str, value: Any, spot: _Spot) -> Iterator[str]:
    margin = " " * spot.indent
    for note in spot.notes.before.get(spot.path, ()):
        yield margin + note if note else ""
    yield from _value(margin + lead, value, spot)
    for note in spot.notes.inside.get(spot.path, ()):
        yield f"{margin}  {note}"


def _value(lead: str, value: Any, spot: _Spot) -> Iterator[str]:
    """Yield the lines of one value, the first of which begins with `lead`."""
    mark = spot.notes.after.get(spot.path, "")
    tail = f" {mark}" if mark else ""
    if isinstance(value, str):
        indent = spot.indent + 2
        first, *rest = scalar(value, len(lead) + 1, indent)
        yield f"{lead} {first}{tail}"
        yield from (" " * indent + line if line else "" for line in rest)
    elif not isinstance(value, dict | list | tuple):
        yield f"{lead} {_raw(value)}".rstrip() + tail
    elif not value:
        yield f"{lead} {_flow(value, spot)}{tail}"
    elif (line := _line(lead, value, spot)) is not None:
        yield line
    elif lead.endswith("-"):
        yield from _item(lead, list(_lines(value, spot.deeper())))
    else:
        yield f"{lead}{tail}"
        yield from _lines(value, spot.deeper())


def _line(lead: str, value: Any, spot: _Spot) -> str | None:
    """Return a collection on the line that begins with `lead`, or None when it may not, or cannot, stand there."""
    if not may_stand_on_one_line(value, spot.schema) or (notes := spot.noted()) is None or len(notes) > 1:
        return None
    line = f"{lead} {flow}" if (flow := _flow(value, spot)) is not None else None
    return " ".join((line, *notes)) if line and len(line) <= WIDTH else None


def _item(lead: str, content: list[str]) -> Iterator[str]:
    """Yield a collection inside a list: its first line stands behind the dash."""
    lines = enumerate(content)
    first = next(index for index, line in lines if line.strip() and not line.lstrip().startswith("#"))
    yield from (line[2:] if line else line for line in content[:first])
    yield f"{lead} {content[first].lstrip()}"
    yield from content[first + 1 :]


def _flow(value: Any, spot: _Spot) -> str | None:
    """Return a collection of scalars on one line, or None when it holds more than that."""
    if isinstance(value, dict):
        keys = in_order(value, spot.schema)
        inside = [(f"{inline(key, flow=True)}: ", _flow_part(value[key])) for key in keys]
    else:
        inside = [("", _flow_part(item)) for item in value]
    if any(part is None for _, part in inside):
        return None
    text = ", ".join(f"{key}{part}" for key, part in inside)
    return f"{{{text}}}" if isinstance(value, dict) else f"[{text}]"


def _flow_part(value: Any) -> str | None:
    if isinstance(value, dict | list | tuple) or (isinstance(value, str) and "\n" in value.strip(_SPACE)):
        return None
    return inline(value, flow=True) if isinstance(value, str) else (_raw(value) or "null")


def _raw(value: Any) -> str:
    """Return a number, date or the like as the editor wrote it, or as it is written."""
    return value.raw if isinstance(value, Written) else plain(value)


# The rules that the form shares


def in_order(data: Mapping[str, Any], schema: Any) -> list[str]:
    """Return the keys of `data`: the known ones as the model has them, then the others as they stand."""
    known = resolve(schema, "properties")
    order = list(known.get("properties", {})) if known else []
    return sorted(data, key=lambda key: order.index(key) if key in order else len(order))


def may_stand_on_one_line(value: Any, schema: Any) -> bool:
    """Return whether a collection is of a kind that stands on one line when it fits."""
    if isinstance(value, dict):
        known = resolve(schema, "properties")
        return bool(known and known.get("x-one-line"))
    items = item_schema(schema)
    if items is None:
        return False
    if "anyOf" in items or items.get("type") in {"number", "integer"}:
        return True
    return bool(items.get("type") == "string" and items.get("maxLength", 0) <= LONG_TEXT)


def property_schema(schema: Any, key: str) -> Any:
    """Return the schema of the value under `key`."""
    known = resolve(schema, "properties")
    return None if known is None else known["properties"].get(key)


def item_schema(schema: Any) -> Any:
    """Return the schema of a list's values."""
    known = resolve(schema, "items")
    return None if known is None else known["items"]


def resolve(schema: Any, wanted: str) -> Any:
    """Return the part of a schema that has the keyword `wanted`, through references and alternatives."""
    if not isinstance(schema, dict):
        return None
    if "$ref" in schema:
        return resolve(case_schema_tree()["$defs"][schema["$ref"].rpartition("/")[2]], wanted)
    if wanted in schema:
        return schema
    return next(filter(None, (resolve(option, wanted) for option in schema.get("anyOf", ()))), None)


def scalar(text: str, column: int, indent: int) -> list[str]:
    """Return a text as YAML: what stands on the first line from `column` on, then lines to be indented."""
    text = text.strip(_SPACE)
    if "\n" in text:
        text = "\n".join(line if line.strip(_SPACE) else "" for line in text.split("\n"))
    if _ESCAPED.search(text):
        return [quoted(text)]
    fits = "\n" not in text and column + len(text) <= WIDTH
    if fits and column + len(short := inline(text)) <= WIDTH:
        return [short]
    wrap, mark = (_wrapped, "|") if "\n" in text else (_filled, ">-")
    lines = wrap(text, WIDTH - indent)
    return [quoted(text)] if HARD_SPACE.search("\n".join(lines)) else [mark, *lines]


def inline(text: str, flow: bool = False) -> str:
    """Return a text on one line: plain where every reader of YAML takes it for the same text, else quoted."""
    text = text.strip(_SPACE)
    return text if _is_plain(text, flow) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", escaped) + '"'


def _is_plain(text: str, flow: bool) -> bool:
    if not _WORD.match(text) or (not text.isprintable() and _UNPLAIN.search(text)):
        return False
    if ": " in text or " #" in text or text.endswith(":") or text.lower() in _RESERVED:
        return False
    if flow and _FLOW_MARK.search(text):
        return False
    if text[0] in "0123456789":
        return bool(_YEARS.fullmatch(text) or (_LETTERS.search(text) and not _NUMBER.match(text)))
    return True


def _filled(text: str, width: int) -> list[str]:
    """Return one paragraph on lines of at most `width`, broken at single spaces."""
    lines: list[str] = []
    for word in _WORD_BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """Return Markdown with long lines of running text broken; tables and code are left as they are."""
    lines = text.split("\n")
    if "```" in text or "~~~" in text:
        return lines
    return [part for line in lines for part in _broken(line, width)]


def _broken(line: str, width: int) -> list[str]:
    match = _LIST_MARK.match(line)
    prefix = match[0] if match else ""
    if (
        len(line) <= width
        or "|" in line
        or "\t" in line
        or len(match[1] if match else "") > 8
        or line[len(prefix) :][:1] in {"#", ">"}
    ):
        return [line]
    lines, end = [prefix], len(prefix)
    for word in _WORD_BREAK.split(line[len(prefix) :]):
        if len(lines[-1]) == end:
            lines[-1] += word
        elif len(lines[-1]) + 1 + len(word) <= width or _MARKDOWN_MARK.match(word):
            lines[-1] += f" {word}"
        else:
            lines.append(" " * end + word)
    return lines
