"""What an editor probably meant where YAML cannot be read."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.text import quoted

Position = tuple[int, int]
"""Line and column, counted from 0."""


@dataclass(frozen=True)
class Stop:
    """Where a YAML reader gave up, in its own words, and where the part began that it was in."""

    reason: str
    at: Position
    start: Position


@dataclass(frozen=True)
class Diagnosis:
    """The code of a message with its values, and where the fault really is."""

    code: str
    at: Position
    values: Mapping[str, str] = field(default_factory=dict)


def diagnose(lines: Sequence[str], stop: Stop) -> list[Diagnosis]:
    """Return what is likely wrong: one fault, or one of a kind on many lines."""
    scene = _Scene(lines, stop)
    return next(filter(None, (list(rule(scene)) for rule in _RULES)), [Diagnosis("syntax", stop.at)])


class _Scene:
    """The line on which the reader stopped, in its parts."""

    def __init__(self, lines: Sequence[str], stop: Stop) -> None:
        self.lines = lines
        self.reason = stop.reason
        self.at = stop.at
        self.start = stop.start
        self.line = lines[stop.at[0]]
        self.key, self.value, self.value_column = _parts(self.line)

    def above(self) -> int | None:
        """Return the number of the last line before the stop that holds something."""
        return next((n for n in range(self.at[0] - 1, -1, -1) if self.lines[n].strip()), None)

    def suggestion(self) -> str:
        return f"{self.key}{quoted(self.value)}"


def _parts(line: str) -> tuple[str, str, int]:
    """Return what stands before a line's value ("- title: "), the value, and its column."""
    match = re.match(r"(\s*(?:(?:- +)+(?:[a-z_]+:\s+)?|(?:[^\s:\"'\[{-][^:]*:\s+)?))(.*)", line)
    before, value = match.groups() if match else ("", line)
    return before.lstrip(), value.strip(), len(before)


def _conflict(scene: _Scene) -> Iterator[Diagnosis]:
    marks = [number for number, line in enumerate(scene.lines) if re.match(r"(<{7}|>{7}) ", line)]
    if marks:
        yield Diagnosis("conflict", (marks[0], 0))


def _tabs(scene: _Scene) -> Iterator[Diagnosis]:
    at_tab = scene.line[scene.at[1] : scene.at[1] + 1] == "\t"
    if "tab character" not in scene.reason and not at_tab:
        return
    indented = [n for n, line in enumerate(scene.lines) if re.match(r" *\t+ *\S", line)]
    for number in indented:
        yield Diagnosis("tab", (number, scene.lines[number].index("\t")))
    if not indented:
        yield Diagnosis("tab", (scene.at[0], max(scene.line.find("\t"), 0)))


def _escape(scene: _Scene) -> Iterator[Diagnosis]:
    if "escape" in scene.reason or "hexdecimal" in scene.reason:
        yield Diagnosis("escape", scene.at)


def _open_quote(scene: _Scene) -> Iterator[Diagnosis]:
    if "quoted scalar" in scene.reason:
        yield Diagnosis("open_quote", scene.start)


def _after_quote(scene: _Scene) -> Iterator[Diagnosis]:
    """Text after a closing quote: on the same line, or because a quote was left open further up."""
    if "did not find expected" not in scene.reason:
        return
    if re.match(r"([\"']).*?\1\s*[^\s#]", scene.value) and scene.at[1] > scene.value_column:
        yield Diagnosis("after_quote", (scene.at[0], scene.value_column), {"suggestion": scene.suggestion()})
        return
    for number in range(scene.at[0] - 1, -1, -1):
        key, value, column = _parts(scene.lines[number])
        if key and value[:1] in {'"', "'"} and value.count(value[0]) == 1:
            yield Diagnosis("open_quote", (number, column))
            return


def _extra_bracket(scene: _Scene) -> Iterator[Diagnosis]:
    pair = {"[": "[]", "{": "{}"}.get(scene.value[:1])
    if pair and "expected key" in scene.reason and scene.value.count(pair[0]) < scene.value.count(pair[1]):
        yield Diagnosis("extra_bracket", scene.at)


def _brackets(scene: _Scene) -> Iterator[Diagnosis]:
    if "flow" not in scene.reason:
        return
    if scene.start[0] == scene.at[0] and scene.at[1] < len(scene.line):
        yield Diagnosis("flow", scene.at)
    else:
        yield Diagnosis("open_bracket", scene.start)


def _reserved(scene: _Scene) -> Iterator[Diagnosis]:
    """A text that begins with a character that means something to YAML."""
    parts = (
        "cannot start any token",
        "block scalar",
        "directive",
        "scanning a tag",
        "parsing a tag",
        "tag handle",
    )
    begins = any(part in scene.reason for part in (*parts, "keys are not allowed", "node content"))
    if begins or ("expected key" in scene.reason and scene.value[:1] in {"[", "{"}):
        character = scene.value[:1] or scene.line.strip()[:1]
        values = {"character": character, "suggestion": scene.suggestion()}
        yield Diagnosis("reserved_character", (scene.at[0], scene.value_column), values)


def _alias(scene: _Scene) -> Iterator[Diagnosis]:
    named = "alias" in scene.reason or "anchor" in scene.reason
    if named or ("expected key" in scene.reason and scene.value[:1] in {"&", "*"}):
        yield Diagnosis("alias", scene.start if named else (scene.at[0], scene.value_column))


def _colon(scene: _Scene) -> Iterator[Diagnosis]:
    if "mapping values are not allowed" not in scene.reason:
        return
    above = scene.above()
    is_second = ": " in scene.value[: max(scene.at[1] - scene.value_column, 0)]
    if is_second or (scene.at[1] >= scene.value_column and scene.key.strip("- ")):
        yield Diagnosis("colon", scene.at, {"suggestion": scene.suggestion()})
    elif above is not None and _indent(scene.lines[above]) == _indent(scene.line):
        yield _without_colon(scene.lines, above)
    else:
        yield Diagnosis("continued", (scene.at[0], _indent(scene.line)))


def _missing_colon(scene: _Scene) -> Iterator[Diagnosis]:
    if "could not find expected ':'" in scene.reason:
        yield _without_colon(scene.lines, scene.start[0])


def _without_colon(lines: Sequence[str], number: int) -> Diagnosis:
    line = lines[number].strip()
    glued = re.fullmatch(r"((?:- )*[a-z_]+):(\S.*)", line)
    spaced = re.fullmatch(r"((?:- )*[a-z_]+) +(.+)", line)
    found = glued or spaced
    suggestion = f"{found[1]}: {found[2]}" if found else f"{line}: ..."
    return Diagnosis("missing_colon", (number, _indent(lines[number])), {"suggestion": suggestion})


def _dash(scene: _Scene) -> Iterator[Diagnosis]:
    if "block sequence entries are not allowed" in scene.reason:
        yield Diagnosis("dash", scene.at)


def _indentation(scene: _Scene) -> Iterator[Diagnosis]:
    if "did not find expected" not in scene.reason:
        return
    first = next((n for n, line in enumerate(scene.lines) if line.strip() and not line.startswith("#")), 0)
    number = first if "<document start>" in scene.reason and _indent(scene.lines[first]) else scene.at[0]
    yield Diagnosis("indentation", (number, _indent(scene.lines[number])))


def _ended(scene: _Scene) -> Iterator[Diagnosis]:
    """Text after a line of dots, which ends a YAML document."""
    above = [n for n, line in enumerate(scene.lines[: scene.at[0]]) if re.fullmatch(r"\.\.\.\s*", line)]
    if above and "<document start>" in scene.reason:
        yield Diagnosis("several_documents", (above[-1], 0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_RULES: tuple[Callable[[_Scene], Iterator[Diagnosis]], ...] = (
    _conflict,
    _tabs,
    _escape,
    _open_quote,
    _after_quote,
    _alias,
    _extra_bracket,
    _reserved,
    _brackets,
    _colon,
    _missing_colon,
    _dash,
    _ended,
    _indentation,
)
