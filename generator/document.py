"""A YAML text as plain data, with the place of every value: the only reader of YAML.

One pass over libyaml's events. What could mean different things to different YAML readers, or grow without
bound, is refused: tags, anchors, duplicate keys, deep nesting. Scalars follow YAML 1.1 as PyYAML resolves
them, so that `no` and `0101` show up as the types that they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.labels import message
from generator.problems import Path, Problem, field_name

MAX_BYTES = 200_000
MAX_DEPTH = 20

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{_BIDI}]")
_RESOLVER = yaml.resolver.Resolver()
_LOADER = yaml.constructor.SafeConstructor()
_TEXT_TAG = "tag:yaml.org,2002:str"
_PLAIN_TEXT = re.compile(r"[a-zæøåA-ZÆØÅ][a-zæøå-]*[ ,.:()a-zæøåA-ZÆØÅ-]{6,}")


@dataclass(frozen=True)
class Place:
    """Where a value begins, counted from 1, and how it is written when it is a scalar."""

    line: int
    column: int
    raw: str | None = None
    block: bool = False


@dataclass
class Document:
    """The data of a YAML text; `values` and `keys` tell where things stand, `nulls` which values are empty."""

    file: str
    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    nulls: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Return where the value at `path` stands, or the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(1, 1))

    def report(self, path: Path, code: str, place: Place | None = None, **values: object) -> None:
        """Add a problem about the value at `path`."""
        where = place or self.place(path)
        text = message(code, **values)
        self.problems.append(Problem(self.file, where.line, where.column, field_name(path), text, code))


def read(file: str, content: bytes) -> Document:
    """Return the document in `content`; its `problems` tell all that is wrong with it as YAML."""
    document = Document(file)
    text = _decode(document, content)
    if text is None:
        return document
    try:
        _Composer(document, yaml.parse(text, Loader=yaml.CSafeLoader)).compose()
    except yaml.MarkedYAMLError as error:
        document.data = None
        _syntax_problem(document, text, error)
    return document


def _decode(document: Document, content: bytes) -> str | None:
    if len(content) > MAX_BYTES:
        document.report((), "too_large", size=len(content) // 1000, limit=MAX_BYTES // 1000)
        return None
    if content.startswith(b"\xef\xbb\xbf"):
        document.report((), "bom")
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        document.report((), "not_utf8", Place(line, column))
        return None
    for found in _CONTROL.finditer(text):
        document.report((), "control_character", _place_at(text, found.start()), name=_character_name(found[0]))
    return None if document.problems and _CONTROL.search(text) else text


def _place_at(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _character_name(character: str) -> str:
    return unicodedata.name(character, "") or f"U+{ord(character):04X}"


class _Composer:
    """Turns the events of one document into data, noting places and problems on the way."""

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self.document = document
        self.events = events

    def compose(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.document.report((), "several_documents", _place(event))
                    return
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                self.document.data = self._value(event, ())

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            self.document.report(path[:3], "too_deep", _place(event), limit=MAX_DEPTH)
            self._skip(event)
            return None
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.document.report(path, "alias", _place(event))
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.tag is not None:
            self.document.report(path, "tag", _place(event), tag=event.tag)
            self._skip(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            self.document.values[path] = _place(event, event.value, event.style in {"|", ">"})
            value = _scalar(event)
            if value is None:
                self.document.nulls.append(path)
            return value
        self.document.values[path] = _place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return tuple(items)

    def _mapping(self, path: Path) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            place = _place(event)
            if not isinstance(event, yaml.ScalarEvent):
                found = "en liste" if isinstance(event, yaml.SequenceStartEvent) else "flere felter"
                self.document.report(path, "key_type", place, found=found)
                self._skip(event)
                self._skip(next(self.events))
                continue
            key = event.value
            here = (*path, key)
            if key in items:
                first = self.document.keys[here].line
                self.document.report(here, "duplicate_key", place, key=key, line=first)
                self._skip(next(self.events))
                continue
            self.document.keys[here] = place
            items[key] = self._value(next(self.events), here)
        return items

    def _skip(self, event: yaml.Event) -> None:
        depth = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            event = next(self.events)


def _place(event: yaml.Event, raw: str | None = None, block: bool = False) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1, raw, block)


def _scalar(event: yaml.ScalarEvent) -> Any:
    if not event.implicit[0] or _PLAIN_TEXT.fullmatch(event.value):
        return event.value
    tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))
    if tag == _TEXT_TAG:
        return event.value
    try:
        value = _LOADER.construct_object(yaml.ScalarNode(tag, event.value), deep=True)
    except (ValueError, yaml.YAMLError):
        return event.value  # 2026-13-45 looks like a date and is none
    return value


def _syntax_problem(document: Document, text: str, error: yaml.MarkedYAMLError) -> None:
    """Say what an editor probably meant where libyaml gave up."""
    mark = error.problem_mark or error.context_mark
    number = min(mark.line, text.count("\n")) if mark else 0
    lines = text.split("\n")
    while number > 0 and not lines[number].strip():
        number -= 1
    line = lines[number]
    column = mark.column if mark and mark.line == number else len(line)
    reason = " ".join(filter(None, (error.context, error.problem)))
    code, values = _diagnose(line, reason)
    if code == "open_quote" and error.context_mark:
        number, column = error.context_mark.line, error.context_mark.column
    if code == "tab":
        column = line.index("\t")
    document.report((), code, Place(number + 1, column + 1), **values)


def _diagnose(line: str, reason: str) -> tuple[str, dict[str, str]]:
    key, _, value = line.strip().removeprefix("- ").partition(": ")
    value = value.strip()
    quoted = f'{key}: "{value.replace(chr(34), chr(39))}"'
    if re.match(r"\s*\t", line) or ("\t" in line and "cannot start any token" in reason):
        return "tab", {}
    if "mapping values are not allowed" in reason:
        if ": " in value or value.endswith(":"):
            return "colon", {"suggestion": quoted}
        return "indentation", {}
    if "cannot start any token" in reason:
        return "reserved_character", {"character": value[:1] or line.strip()[:1], "suggestion": quoted}
    if "quoted scalar" in reason and "escape" not in reason:
        return "open_quote", {}
    if "escape" in reason:
        return "escape", {}
    if "flow" in reason:
        return "open_bracket", {}
    if "could not find expected ':'" in reason:
        return "missing_colon", {}
    if value[:1] in {"&", "*"} or "alias" in reason or "anchor" in reason:
        return "alias", {}
    if "did not find expected" in reason or "not allowed in this context" in reason:
        return ("open_quote", {}) if value[:1] in {'"', "'"} else ("indentation", {})
    return "syntax", {"reason": reason}
