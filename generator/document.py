"""A YAML text as plain data, with the place of every value: the only reader of YAML.

One pass over libyaml's events. What could mean different things to different YAML readers, or grow without
bound, is refused: tags, anchors, duplicate keys, deep nesting. Plain scalars are resolved as YAML 1.1 does,
so that `no` and `0101` show up as what other readers take them for.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from generator.labels import message, shown
from generator.problems import Path, Problem, field_name
from generator.syntax import Diagnosis, Stop, diagnose
from generator.text import danish_number, quoted

MAX_BYTES = 200_000
MAX_DEPTH = 20
MAX_CHARACTERS = 20
"""How many stray characters of a file are reported one by one."""
MAX_PROBLEMS = 100
"""How many problems of a file are reported at once."""
MAX_STOPS = 10
"""How many places that YAML cannot read are reported at once."""

_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_INVISIBLE}]")
"""Characters that nobody sees, so that a text must not hold them."""
_NAMES = {"\u00ad": "blød bindestreg", "\u200b": "mellemrum uden bredde", "\ufeff": "BOM"}
_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_SPACE = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
HARD_SPACE = re.compile(rf"^[ \t]*(?:- +)*(?:[a-z_]+:|-)?({_SPACE})|({_SPACE})[ \t]*$", re.MULTILINE)
"""A space that YAML takes for a letter: in the indentation, after a field's name, or at a line's end."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_NUMBER_LIKE = re.compile(
    r"""[-+]?(
      [0-9][0-9_]*                                # 0101, 1_000, 08
    | 0b[01_]+ | 0o[0-7]+ | 0x[0-9a-fA-F_]+
    | [0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?     # 12:30 is 750
    | ([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?
    | [0-9]+[eE][-+]?[0-9]+
    | \.(inf|Inf|INF)
    )|\.(nan|NaN|NAN)""",
    re.VERBOSE,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_NAME = re.compile(rf"\n|{CONTROL.pattern}")
_COMMENT_LIKE = re.compile(r" +(#[^\s#].*)")
_NEXT = re.compile(r"\s*(.?)")
_NUMBER_KEYS = {"value", "to"}
"""The fields in braces in which a comma is a decimal comma."""
_TIME = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*")
_NUMBER_START = frozenset("0123456789.-+")


@dataclass(frozen=True)
class Place:
    """Where a value begins, counted from 1, and how it is written when it is a scalar."""

    line: int
    column: int
    raw: str | None = None


@dataclass(frozen=True)
class Misread:
    """A plain scalar that YAML takes for something else than people do: 0101, 1:30, 1.234."""

    raw: str
    found: str


@dataclass
class Document:
    """The data of a YAML text with the places of its values and keys, and what is wrong with it.

    `nulls` are the values that are empty; values at `refused` paths are reported already, and so are the
    numbers of lines in `mended`, which are read as they should have been.
    """

    file: str
    data: Any = None
    lines: list[str] = field(default_factory=list)
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    nulls: dict[Path, None] = field(default_factory=dict)
    refused: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    mended: set[int] = field(default_factory=set)

    def place(self, path: Path) -> Place:
        """Return where the value at `path` stands, or the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(1, 1))

    def start(self, path: Path) -> Place:
        """Return where what stands at `path` begins: at its key when it has one."""
        return self.keys.get(path) or self.place(path)

    def find(self, path: Path, mark: str, skip: int = 0) -> Place:
        """Return where `mark` stands within the text at `path`, after `skip` others of its kind."""
        place = self.place(path)
        column = place.column - 1
        for number, line in enumerate(self.lines[place.line - 1 :], place.line):
            while (column := line.find(mark, column)) >= 0:
                if skip == 0:
                    return Place(number, column + 1)
                skip -= 1
                column += len(mark)
            column = 0
        return place

    def move(self, ways: Mapping[Path, Path]) -> None:
        """Put values, with all that is known of their places, where they belong."""
        for old, new in ways.items():
            self.values.setdefault(new[:-1], self.start(old))
            group = self._group(new[:-1])
            group[str(new[-1])] = self._group(old[:-1]).pop(str(old[-1]))

        def moved(path: Path) -> Path:
            length = next((n for n in range(1, len(path) + 1) if path[:n] in ways), 0)
            return (*ways[path[:length]], *path[length:]) if length else path

        self.values = {moved(path): place for path, place in self.values.items()}
        self.keys = {moved(path): place for path, place in self.keys.items()}
        self.nulls = {moved(path): None for path in self.nulls if self._at(moved(path)) is None}
        self.refused = {moved(path) for path in self.refused}

    def takes(self, path: Path) -> bool:
        """Return whether a value can be put at `path`: it is free, and in a group or where one can be made."""
        group = self._at(path[:-1])
        return path not in self.keys and (group is None or isinstance(group, dict))

    def _at(self, path: Path) -> Any:
        """Return the value at `path`, or None where nothing stands."""
        value = self.data
        for part in path:
            found = (isinstance(value, dict) and part in value) or isinstance(value, tuple)
            value = value[part] if found else None
        return value

    def _group(self, path: Path) -> dict[str, Any]:
        """Return the group at `path`, made anew where there is none."""
        if self._at(path) is None:
            self._at(path[:-1])[path[-1]] = {}
        group: dict[str, Any] = self._at(path)
        return group

    @property
    def is_full(self) -> bool:
        """Whether more problems are reported already than an editor wants to read."""
        return len(self.problems) > MAX_PROBLEMS

    def is_refused(self, path: Path) -> bool:
        """Return whether the value at `path`, or one around it, is reported already."""
        return any(path[:length] in self.refused for length in range(1, len(path) + 1))

    def report(self, path: Path, code: str, place: Place | None = None, **values: object) -> None:
        """Add a problem about the value at `path`."""
        where = place or self.place(path)
        line, column = where.line, where.column
        if self.lines and line > len(self.lines):  # libyaml puts what is missing below the last line
            line, column = len(self.lines), len(self.lines[-1]) + 1
        if self.lines:  # a line that was mended to read on may be longer than the file's own
            column = min(column, len(self.lines[line - 1]) + 1)
        if line in self.mended or self.is_full:
            return
        if len(self.problems) == MAX_PROBLEMS:
            path, code, values = (), "more", {"limit": MAX_PROBLEMS}
        text = message(code, **values)
        self.problems.append(Problem(self.file, line, column, shown(field_name(path)), text, code))

    def refuse(self, path: Path, code: str, place: Place, **values: object) -> None:
        """Add a problem about a value that nothing more shall be said about."""
        self.values.setdefault(path, place)
        self.refused.add(path)
        self.report(path, code, place, **values)


def read(file: str, content: bytes) -> Document:
    """Return the document in `content`; its `problems` tell all that is wrong with it as YAML."""
    document = Document(file)
    text = _decode(document, content)
    if text is None:
        return document
    document.lines = text.split("\n")
    return _read_on(document)


def _read_on(known: Document) -> Document:
    """Return the document in the lines of `known`, read on behind every fault whose mending is plain."""
    lines = [*known.lines]
    while True:
        document = Document(known.file, lines=known.lines, mended=known.mended)
        try:
            _Composer(document, "\n".join(lines)).compose()
            diagnoses = []
        except yaml.MarkedYAMLError as error:
            document.data = None
            diagnoses = [each for each in _diagnoses(lines, error) if each.at[0] + 1 not in known.mended]
        told = {problem.line for problem in document.problems if problem.code in {"alias", "tag"}}
        for each in diagnoses:
            line = each.at[0] + 1
            if line in told:
                known.problems += [problem for problem in document.problems if problem.line == line]
            else:
                known.report((), each.code, Place(line, each.at[1] + 1), **each.values)
            if each.mended is not None:
                lines[line - 1] = each.mended
                known.mended.add(line)
        if not diagnoses or len(known.mended) >= MAX_STOPS or any(each.mended is None for each in diagnoses):
            document.problems = [*dict.fromkeys((*known.problems, *document.problems))]
            return document


def _decode(document: Document, content: bytes) -> str | None:
    if len(content) > MAX_BYTES:
        document.report((), "too_large", limit=MAX_BYTES // 1000)
        return None
    if b"\0" in content[:8]:  # UTF-16, or a word processor's own format
        document.report((), "not_utf8")
        return None
    if content.startswith(b"\xef\xbb\xbf"):
        document.report((), "bom")
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain_newlines(content[: error.start].decode("utf-8"))
        document.report((), "not_utf8", _place_at(before, len(before)))
        return None
    text = _plain_newlines(text)
    stray = [*islice(CONTROL.finditer(text), MAX_CHARACTERS)]
    for found in stray:
        place = _place_at(text, found.start())
        document.report((), "control_character", place, name=character_name(found[0]))
    hard = [*islice(HARD_SPACE.finditer(text), MAX_CHARACTERS)]
    for found in hard:
        document.report((), "hard_space", _place_at(text, found.start(found.lastindex or 0)))
    return None if stray or hard else text


def _plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place_at(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def character_name(character: str) -> str:
    """Return what a character that nobody sees is called: U+00AD blød bindestreg."""
    name = _NAMES.get(character) or (
        "vender skriften" if unicodedata.bidirectional(character) in _BIDI else ""
    )
    return f"U+{ord(character):04X} {name}".strip()


class _TooDeepError(Exception):
    """The text is nested so deeply that reading on would take libyaml minutes."""


class _Composer:
    """Turns the events of one document into data, noting places and problems on the way."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))

    def compose(self) -> None:
        documents = 0
        try:
            for event in self.events:
                if isinstance(event, yaml.NodeEvent):
                    self.document.data = self._value(event, ())
                elif isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.document.report((), "several_documents", _place(event))
                        return
        except _TooDeepError:
            self.document.data = None

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            self.document.report(path[:3], "too_deep", _place(event), limit=MAX_DEPTH)
            raise _TooDeepError
        if self._is_refused(event, path):
            self._skip(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        self.document.values[path] = _place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path, in_braces=getattr(event, "flow_style", False))

    def _is_refused(self, event: yaml.Event, path: Path) -> bool:
        if isinstance(event, yaml.AliasEvent) or (
            isinstance(event, yaml.NodeEvent) and event.anchor is not None
        ):
            self.document.refuse(path, "alias", _place(event))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self.document.refuse(path, "tag", _place(event), tag=_short_tag(event.tag))
        return path in self.document.refused

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Any:
        place = _place(event, event.value)
        if event.style == '"' and (found := CONTROL.search(event.value)):
            self.document.refuse(path, "control_character", place, name=character_name(found[0]))
            return None
        self.document.values[path] = place
        if (
            event.implicit[0]
            and event.end_mark
            and (lost := _COMMENT_LIKE.match(self.text, event.end_mark.index))
        ):
            suggestion = quoted(f"{event.value} {lost[1]}".strip())
            column = event.end_mark.column + lost.start(1) - lost.start() + 1
            here = Place(event.end_mark.line + 1, column, event.value)
            self.document.refuse(path, "comment_in_text", here, suggestion=suggestion)
            return None
        value = _resolve(event.value) if event.implicit[0] else event.value
        if value is None:
            self.document.nulls[path] = None
        return value

    def _sequence(self, path: Path) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return tuple(items)

    def _mapping(self, path: Path, in_braces: bool) -> dict[str, Any]:
        items: dict[str, Any] = {}
        anew = False  # whether the fields come a second time from the first one on, which is one fault
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key is None or self._is_broken_by_comma(event, path, items, in_braces):
                self._skip(next(self.events))
                continue
            here = (*path, key)
            if key in items:
                if not anew:
                    anew = key == next(iter(items))
                    code = "missing_dash" if anew and path and isinstance(path[-1], int) else "duplicate_key"
                    first = self.document.keys[here].line
                    self.document.report(here, code, _place(event), key=key, line=first)
                self._skip(next(self.events))
                continue
            anew = False
            self.document.keys[here] = _place(event)
            items[key] = self._value(next(self.events), here)
        return items

    def _key(self, event: yaml.Event, path: Path) -> str | None:
        """Return a field's name, or None where there is none; what does not belong there is reported."""
        name = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if stray := _IN_NAME.search(name):
            self.document.report(path, "control_character", _place(event), name=character_name(stray[0]))
            return None
        if isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.NodeEvent) and event.anchor):
            self.document.report(path, "alias", _place(event))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self.document.report(path, "tag", _place(event), tag=_short_tag(event.tag))
        elif not name:
            found = {yaml.ScalarEvent: "ingenting", yaml.SequenceStartEvent: "en liste"}
            self.document.report(
                path, "key_type", _place(event), found=found.get(type(event), "flere felter")
            )
        self._skip(event)
        return name or None

    def _is_broken_by_comma(
        self, event: yaml.Event, path: Path, items: dict[str, Any], in_braces: bool
    ) -> bool:
        """Report a key in braces that is really what follows the comma of a number or a text."""
        if not (in_braces and items and isinstance(event, yaml.ScalarEvent) and event.end_mark):
            return False
        rest = _NEXT.match(self.text, event.end_mark.index) if event.implicit[0] else None
        before = next(reversed(items))
        here = (*path, before)
        place = self.document.place(here)
        if rest is None or rest[1] not in {",", "}"} or not place.raw:
            return False
        number = re.match(r"[0-9]+", event.value)
        decimal = danish_number(f"{place.raw},{number[0]}") if number and before in _NUMBER_KEYS else None
        if decimal:
            self.document.refuse(here, "decimal_comma", place, suggestion=decimal)
        else:
            suggestion = f"{before}: {quoted(f'{place.raw}, {event.value}')}"
            self.document.refuse(here, "comma", place, suggestion=suggestion)
        return True

    def _skip(self, event: yaml.Event) -> None:
        depth = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            if depth > MAX_DEPTH:
                self.document.report((), "too_deep", _place(event), limit=MAX_DEPTH)
                raise _TooDeepError
            event = next(self.events)


def _place(event: yaml.Event, raw: str | None = None) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1, raw) if mark else Place(1, 1, raw)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _resolve(raw: str) -> Any:
    """Return what a plain scalar means."""
    if raw in _WORDS:
        return _WORDS[raw]
    return _number_or_date(raw) if raw[0] in _NUMBER_START else raw


def _number_or_date(raw: str) -> Any:
    if _INTEGER.fullmatch(raw):
        return int(raw)
    if _DECIMAL.fullmatch(raw) and not _THOUSANDS.fullmatch(raw):
        return float(raw)
    if _NUMBER_LIKE.fullmatch(raw):
        return Misread(raw, "et tal")
    if _TIME.fullmatch(raw):
        return Misread(raw, "et tidspunkt")
    return _date(raw) if _DATE.fullmatch(raw) else raw


def _date(raw: str) -> datetime.date | str:
    try:
        return datetime.date.fromisoformat(raw)
    except ValueError:
        return raw


def _diagnoses(lines: Sequence[str], error: yaml.MarkedYAMLError) -> list[Diagnosis]:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    if mark is None or start is None:
        return [Diagnosis("syntax", (0, 0))]
    number, column = min(mark.line, len(lines) - 1), mark.column
    while number > 0 and not lines[number].strip():
        number -= 1
        column = len(lines[number])
    reason = " ".join(filter(None, (error.context, error.problem)))
    return diagnose(lines, Stop(reason, (number, column), (min(start.line, len(lines) - 1), start.column)))
