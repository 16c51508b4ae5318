"""The only reader of YAML: a file's bytes as a document, and what is wrong with it.

One pass over libyaml's events. What could mean different things to different YAML readers, or grow without
bound, is refused: tags, anchors, duplicate keys, deep nesting.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

import yaml

from generator.problems import Path
from generator.reading.characters import CONTROL, HARD_SPACE, character_name
from generator.reading.diagnosis import Diagnosis, Stop, diagnose, swallowed
from generator.reading.document import TOP, Document, Place
from generator.reading.log import Log, Reading
from generator.reading.scalars import is_nothing, resolve
from generator.reading.skim import MAX_DEPTH, Meaning, RareError, skimmed
from generator.text import lines as text_lines
from generator.text import quoted, typed_number
from generator.wording import wording

MAX_BYTES = 200_000
MAX_CHARACTERS = 20
"""How many stray characters of a file are reported one by one."""
MAX_STOPS = 10
"""How many places that YAML cannot read are reported at once."""

_IN_NAME = re.compile(rf"\n|{CONTROL.pattern}")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_COMMENT_LIKE = re.compile(r"#[^\s#]")
"""A comment that was hardly meant as one."""
_NEXT = re.compile(r"\s*(.?)")
_NUMBER_KEYS = {"value", "to"}
"""The fields in braces in which a comma is a decimal comma."""


def read(file: str, content: bytes, meaning: Meaning = resolve) -> Reading:
    """Return the document in `content`, with all that is wrong with it as YAML.

    Plain scalars are what their `meaning` is.
    """
    log = Log(file)
    text = _decode(log, content)
    if text is None:
        return Reading(Document(file), log)
    log.lines = text_lines(text)
    return _read_on(log, meaning)


def skim(file: str, content: bytes, meaning: Meaning = resolve) -> Reading:
    """Return what `read` does, quicker where the text is plain: its places are looked for once somebody asks."""
    log = Log(file)
    text = _decode(log, content)
    if text is None or log.problems:
        return read(file, content, meaning)
    try:
        data = skimmed(text, meaning)
    except (RareError, yaml.YAMLError):
        return read(file, content, meaning)
    log.lines = text_lines(text)
    placed = partial(read, file, content, meaning)
    return Reading(Document.placed_later(file, data, log.lines, lambda: placed().document), log)


def _read_on(known: Log, meaning: Meaning) -> Reading:
    """Return the document in the lines of `known`, read on behind every fault whose mending is plain."""
    lines = [*known.lines]
    while True:
        log = Log(known.file, known.lines, mended=known.mended)
        composer = _Composer(log, lines, meaning)
        try:
            composer.compose()
            diagnoses = []
        except yaml.MarkedYAMLError as error:
            composer.data = None
            diagnoses = [each for each in _diagnoses(lines, error) if each.at[0] + 1 not in known.mended]
            if _is_told(log, error):
                diagnoses = []
        if joined := [each for each in composer.swallowed if each.at[0] + 1 not in known.mended]:
            composer.data, diagnoses = None, joined
        told = {problem.line for problem in log.problems if problem.code in {"alias", "tag"}}
        for each in diagnoses:
            line = each.at[0] + 1
            if line in told:
                known.problems += [problem for problem in log.problems if problem.line == line]
            else:
                known.report((), each.code, Place(line, each.at[1] + 1), **each.values)
            if each.mended is not None:
                lines[line - 1] = each.mended
                known.mended.add(line)
        if not diagnoses or len(known.mended) >= MAX_STOPS or any(each.mended is None for each in diagnoses):
            log.problems = [*dict.fromkeys((*known.problems, *log.problems))]
            return Reading(composer.document(), log)


def _is_told(log: Log, error: yaml.MarkedYAMLError) -> bool:
    """Return whether what cannot be read comes of a comma in the same braces that is reported already."""
    start = error.context_mark.line + 1 if error.context_mark else 1
    commas = [problem.line for problem in log.problems if problem.code in {"comma", "decimal_comma"}]
    return "flow" in (error.context or "") and any(line >= start for line in commas)


def _decode(log: Log, content: bytes) -> str | None:
    if len(content) > MAX_BYTES:
        log.report((), "too_large", limit=MAX_BYTES // 1000)
        return None
    if b"\0" in content[:8]:  # UTF-16, or a word processor's own format
        log.report((), "not_utf8")
        return None
    if content.startswith(b"\xef\xbb\xbf"):
        log.report((), "bom")
        content = content[3:]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = "\n".join(text_lines(content[: error.start].decode("utf-8")))
        log.report((), "not_utf8", _place_at(before, len(before)))
        return None
    text = "\n".join(text_lines(text)) if "\r" in text else text
    if text.replace("\n", "").isprintable():
        return text
    stray = [*islice(CONTROL.finditer(text), MAX_CHARACTERS)]
    for found in stray:
        place = _place_at(text, found.start())
        log.report((), "control_character", place, name=character_name(found[0]))
    hard = [*islice(HARD_SPACE.finditer(text), MAX_CHARACTERS)]
    for found in hard:
        log.report((), "hard_space", _place_at(text, found.start(found.lastindex or 0)))
    return None if stray or hard else text


def _place_at(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


class _TooDeepError(Exception):
    """The text is nested so deeply that reading on would take libyaml minutes."""


class _Composer:
    """Turns the events of one document into data, noting places and problems on the way."""

    def __init__(self, log: Log, lines: Sequence[str], meaning: Meaning) -> None:
        self.log = log
        self.meaning = meaning
        self.lines = lines
        self.text = "\n".join(lines)
        self.data: Any = None
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.nulls: dict[Path, None] = {}
        self.comments: dict[Path, Place] = {}
        self.swallowed: list[Diagnosis] = []
        self.events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(self.text).get_event, None)

    def compose(self) -> None:
        documents = 0
        try:
            for event in self.events:
                if isinstance(event, yaml.NodeEvent):
                    self.data = self._value(event, ())
                elif isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.log.report((), "several_documents", _place(event))
                        return
        except _TooDeepError:
            self.data = None

    def document(self) -> Document:
        """Return what was read."""
        log, found = self.log, (self.values, self.keys, self.nulls, self.comments)
        return Document(log.file, self.data, log.lines, *found)

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            self.log.report(path[:3], "too_deep", _place(event), limit=MAX_DEPTH)
            raise _TooDeepError
        if self._is_refused(event, path):
            self._skip(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        self.values[path] = _place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path, in_braces=getattr(event, "flow_style", False))

    def _refuse(self, path: Path, code: str, place: Place, **values: object) -> None:
        self.values.setdefault(path, place)
        self.log.refuse(path, code, place, **values)

    def _is_refused(self, event: yaml.Event, path: Path) -> bool:
        if isinstance(event, yaml.AliasEvent) or (
            isinstance(event, yaml.NodeEvent) and event.anchor is not None
        ):
            self._refuse(path, "alias", _place(event))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._refuse(path, "tag", _place(event), tag=_short_tag(event.tag))
        return path in self.log.refused

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Any:
        place = _place(event, event.value)
        if event.style == '"' and (found := CONTROL.search(event.value)):
            self._refuse(path, "control_character", place, name=character_name(found[0]))
            return None
        self.values[path] = place
        self._look_for_fields(event)
        if (comment := self._comment_behind(event)) and _COMMENT_LIKE.match(comment.raw or ""):
            suggestion = quoted(f"{event.value} {comment.raw}".strip())
            self._refuse(path, "comment_in_text", comment, suggestion=suggestion)
            return None
        if comment:
            self.comments[path] = comment
        value = self.meaning(event.value) if event.implicit[0] else event.value
        if is_nothing(value):
            self.nulls[path] = None
        return value

    def _look_for_fields(self, event: yaml.ScalarEvent) -> None:
        """Note a text in quotes that holds the lines of other fields."""
        start, end = event.start_mark, event.end_mark
        if start and end and event.style in {"'", '"'} and end.line > start.line:
            found = swallowed(self.lines, (start.line, start.column), end.line)
            self.swallowed += [found] if found else []

    def _comment_behind(self, event: yaml.ScalarEvent) -> Place | None:
        """Return the place of the comment on the line on which a value without quotes ends, and what it says."""
        mark = event.end_mark if event.implicit[0] else None
        found = _COMMENT.match(self.text, mark.index) if mark else None
        if mark is None or found is None:
            return None
        return Place(mark.line + 1, mark.column + found.start(1) - found.start() + 1, found[1].rstrip())

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
                    first = self.keys[here].line
                    self.log.report(here, code, _place(event), key=key, line=first)
                self._skip(next(self.events))
                continue
            anew = False
            self.keys[here] = _place(event)
            items[key] = self._value(next(self.events), here)
        return items

    def _key(self, event: yaml.Event, path: Path) -> str | None:
        """Return a field's name, or None where there is none; what does not belong there is reported."""
        name = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if stray := _IN_NAME.search(name):
            if stray[0] == "\n":
                self.log.report(path, "key_type", _place(event), found=wording.kinds["long_name"])
            else:
                name = character_name(stray[0])
                self.log.report(path, "control_character", _place(event), name=name)
            return None
        if isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.NodeEvent) and event.anchor):
            self.log.report(path, "alias", _place(event))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self.log.report(path, "tag", _place(event), tag=_short_tag(event.tag))
        elif not name:
            kinds = {yaml.ScalarEvent: "nothing", yaml.SequenceStartEvent: "list"}
            found = wording.kinds[kinds.get(type(event), "fields")]
            self.log.report(path, "key_type", _place(event), found=found)
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
        place = self.values.get(here, TOP)
        if rest is None or rest[1] not in {",", "}"} or not place.raw:
            return False
        number = re.match(r"[0-9]+", event.value)
        decimal = typed_number(f"{place.raw},{number[0]}") if number and before in _NUMBER_KEYS else None
        if decimal:
            self._refuse(here, "decimal_comma", place, suggestion=decimal)
        else:
            suggestion = f"{before}: {quoted(f'{place.raw}, {event.value}')}"
            self._refuse(here, "comma", place, suggestion=suggestion)
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
                self.log.report((), "too_deep", _place(event), limit=MAX_DEPTH)
                raise _TooDeepError
            event = next(self.events)


def _place(event: yaml.Event, raw: str | None = None) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1, raw) if mark else Place(1, 1, raw)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


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
