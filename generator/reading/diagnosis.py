"""What an editor probably meant where YAML cannot be read."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator.messages import remedy
from generator.near import nearest
from generator.text import quoted
from generator.wording import wording

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
    mended: str | None = None
    """The line as it should be, when that is plain and no other line hangs on it."""


_CURLY = "“”„»«‘’"
_DASHES = "–—−•·*"
"""What word processors write for a list's `-`."""


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
        return f"{self.key}{quoted(_without_outer(_straight(self.value)))}"

    def goes_on(self) -> bool:
        """Return whether the text of the line goes on in the line below."""
        below = next((line for line in self.lines[self.at[0] + 1 :] if line.strip()), "")
        return _indent(below) > _indent(self.line) + len(self.key) - len(self.key.lstrip("- "))

    def quoted(self, code: str, at: Position, **values: str) -> Diagnosis:
        """Return a fault that quotes around the whole text mend."""
        found = _mended(code, (self.at[0], _indent(self.line)), self.suggestion(), self.lines)
        mended = None if self.goes_on() or not self.key else found.mended
        return replace(found, at=at, values={**found.values, **values}, mended=mended)


def _parts(line: str) -> tuple[str, str, int]:
    """Return what stands before a line's value ("- title: "), the value, and its column."""
    match = re.match(r"(\s*(?:(?:- +)+(?:[a-z_]+:\s+)?|(?:[^\s:\"'\[{-][^:]*:\s+)?))(.*)", line)
    before, value = match.groups() if match else ("", line)
    return before.lstrip(), value.strip(), len(before)


def _straight(value: str) -> str:
    """Return a text without the curly quotes around it."""
    return value[1:-1] if len(value) > 1 and value[0] in _CURLY and value[-1] in {*_CURLY, '"'} else value


def _without_outer(value: str) -> str:
    """Return a text without the quotes around it when there are others within: 'it says 'yes' to it'."""
    found = re.fullmatch(r"([\"'])(.*)\1", value)
    inner = found[2] if found else ""
    within = re.search(found[1], inner) if found else None
    return inner if within and re.match(r"\S", inner[within.end() :]) else value


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
        line = scene.lines[number]
        yield Diagnosis("tab", (number, line.index("\t")), mended=line.replace("\t", "  "))
    if not indented:
        mended = re.sub(r"-\t+", "- ", scene.line).replace("\t", "  ")
        yield Diagnosis("tab", (scene.at[0], max(scene.line.find("\t"), 0)), mended=mended)


def _escape(scene: _Scene) -> Iterator[Diagnosis]:
    if "escape" in scene.reason or "hexdecimal" in scene.reason:
        yield Diagnosis("escape", scene.at)


def _open_quote(scene: _Scene) -> Iterator[Diagnosis]:
    if "quoted scalar" in scene.reason:
        yield _open(scene.lines, scene.start)


def _open(lines: Sequence[str], at: Position) -> Diagnosis:
    """Return the fault of a quote that is not closed, or that is closed by a curly one."""
    key, value, column = _parts(lines[at[0]])
    if column == at[1] and len(value) > 1 and value[-1] in _CURLY:
        start = (at[0], _indent(lines[at[0]]))
        return replace(_mended("curly_quote", start, f"{key}{quoted(value[1:-1])}", lines), at=at)
    below = next((line for line in lines[at[0] + 1 :] if line.strip()), "")
    if column != at[1] or (below and not re.match(r" *(- |[a-z_]+:(\s|$)|#)", below)):
        return Diagnosis("open_quote", at, {"hint": ""})
    closed = lines[at[0]].rstrip() + value[0]
    return Diagnosis("open_quote", at, {"hint": remedy("write", text=f"`{closed.strip()}`")}, closed)


def swallowed(lines: Sequence[str], start: Position, end: int) -> Diagnosis | None:
    """Return the fault of a text in quotes up to line `end` that holds a field: its quote was meant to end before."""
    indent = _indent(lines[start[0]])
    for line in lines[start[0] + 1 : end + 1]:
        found = re.match(r"( *)(?:- +)?([a-z_]+):(?:\s|$)", line)
        if found and len(found[1]) <= indent and found[2] in _names():
            return _open(lines, start)
    return None


def _after_quote(scene: _Scene) -> Iterator[Diagnosis]:
    """Text after a closing quote: on the same line, or because a quote was left open further up."""
    if "did not find expected" not in scene.reason:
        return
    if re.match(r"([\"']).*?\1\s*[^\s#]", scene.value) and scene.at[1] > scene.value_column:
        yield scene.quoted("after_quote", (scene.at[0], scene.value_column))
        return
    for number in range(scene.at[0] - 1, -1, -1):
        key, value, column = _parts(scene.lines[number])
        if key and value[:1] in {'"', "'"} and value.count(value[0]) == 1:
            yield _open(scene.lines, (number, column))
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
    elif scene.lines[scene.start[0]].count('"') % 2:
        yield Diagnosis("open_quote", (scene.start[0], scene.lines[scene.start[0]].rindex('"')))
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
    in_flow = re.match(r"[^\s,\[\]{}]+", scene.line[scene.at[1] :])
    if parts[0] in scene.reason and scene.value[:1] in {"[", "{"} and in_flow:
        values = {"character": in_flow[0][0], "suggestion": quoted(in_flow[0])}
        yield Diagnosis("reserved_character", scene.at, values)
        return
    begins = any(part in scene.reason for part in (*parts, "keys are not allowed", "node content"))
    if begins or ("expected key" in scene.reason and scene.value[:1] in {"[", "{"}):
        character = scene.value[:1] or scene.line.strip()[:1]
        if character in {"|", ">"} and scene.goes_on():
            yield Diagnosis("block_text", (scene.at[0], scene.value_column), {"character": character})
            return
        yield scene.quoted("reserved_character", (scene.at[0], scene.value_column), character=character)


def _alias(scene: _Scene) -> Iterator[Diagnosis]:
    named = "alias" in scene.reason or "anchor" in scene.reason
    if named or ("expected key" in scene.reason and scene.value[:1] in {"&", "*"}):
        at = scene.start if named else (scene.at[0], scene.value_column)
        yield replace(scene.quoted("alias", at), values={})


def _colon(scene: _Scene) -> Iterator[Diagnosis]:
    if "mapping values are not allowed" not in scene.reason:
        return
    above = scene.above()
    is_second = ": " in scene.value[: max(scene.at[1] - scene.value_column, 0)]
    if is_second or (scene.at[1] >= scene.value_column and scene.key.strip("- ")):
        if scene.goes_on():
            yield Diagnosis("colon_over_lines", scene.at, {"suggestion": f"{scene.key}>-"})
        else:
            code = "curly_quote" if scene.value[:1] in {*_CURLY} else "colon"
            yield scene.quoted(code, scene.at)
    elif above is not None and _indent(scene.lines[above]) == _indent(scene.line):
        yield _without_colon(scene.lines, above)
    else:
        yield Diagnosis("continued", (scene.at[0], _indent(scene.line)))


def _missing_colon(scene: _Scene) -> Iterator[Diagnosis]:
    if "could not find expected ':'" in scene.reason:
        yield _without_colon(scene.lines, scene.start[0])


def _without_colon(lines: Sequence[str], number: int) -> Diagnosis:
    """Return the fault of a line that is no field: a colon is missing, or a dash, or it is no field at all."""
    line = lines[number].strip()
    at = (number, _indent(lines[number]))
    if listed := re.fullmatch(rf"[-{_DASHES}]\s*([^\s-].*)", line):
        return _mended("dash_space", at, f"- {listed[1]}", lines)
    found = re.fullmatch(r"((?:- )*)([a-z_]+)(?:[:：]\s*| +)(\S.*)", line)
    if found and (":" in line or nearest(found[2], _names())):
        return _mended("missing_colon", at, f"{found[1]}{found[2]}: {found[3]}", lines)
    if re.search(r"\s", line):
        return Diagnosis("loose_text", at)
    return Diagnosis("missing_colon", at, {"suggestion": f"{line}: ..."})


def _mended(code: str, at: Position, suggestion: str, lines: Sequence[str]) -> Diagnosis:
    return Diagnosis(code, at, {"suggestion": suggestion}, f"{lines[at[0]][: at[1]]}{suggestion}")


@cache
def _names() -> list[str]:
    """Return every name that a field can have."""
    return [
        *{name.rpartition(".")[2] for name in wording.labels},
        *wording.figure_labels,
        "name",
        "definition",
        "use",
    ]


def _dash(scene: _Scene) -> Iterator[Diagnosis]:
    if "block sequence entries are not allowed" in scene.reason:
        yield Diagnosis("dash", scene.at, {"suggestion": scene.suggestion()})


def _cut_text(scene: _Scene) -> Iterator[Diagnosis]:
    """A text of several lines that ends at a #, which begins a comment."""
    above = scene.above()
    if "did not find expected" not in scene.reason or above is None or scene.key:
        return
    line = scene.lines[above]
    key, value, column = _parts(line)
    found = re.search(r"\s(#.*)", value)
    if key and found and value[0] not in "\"'|>[{#" and _indent(scene.line) > _indent(line):
        values = {"found": found[1], "suggestion": f"{key}>-"}
        yield Diagnosis("comment_over_lines", (above, column + found.start(1)), values)


def _indentation(scene: _Scene) -> Iterator[Diagnosis]:
    if "did not find expected" not in scene.reason:
        return
    first = next((n for n, line in enumerate(scene.lines) if line.strip() and not line.startswith("#")), 0)
    number = first if "<document start>" in scene.reason and _indent(scene.lines[first]) else scene.at[0]
    here, above = _indent(scene.lines[number]), scene.above()
    if number != scene.at[0] or above is None:
        yield Diagnosis("indentation", (number, here), {"widths": ""})
        return
    line = scene.lines[above]
    inner = _indent(line if scene.line.lstrip().startswith("-") else re.sub(r"- ", "  ", line, count=1))
    if here == inner:
        yield _without_colon(scene.lines, above)
        return
    is_whole = scene.value and not scene.goes_on()
    mended = f"{' ' * inner}{scene.line.lstrip()}" if is_whole else None
    yield Diagnosis(
        "indentation", (number, here), {"widths": remedy("widths", here=here, above=inner)}, mended
    )


def _nameless(scene: _Scene) -> Iterator[Diagnosis]:
    """A colon with no field's name before it."""
    if found := re.match(r" *(?:- +)*:(?:\s+(.*))?$", scene.line):
        yield Diagnosis("no_name", (scene.at[0], scene.line.index(":")), {"text": found[1] or "..."})


def _ended(scene: _Scene) -> Iterator[Diagnosis]:
    """Text after a line of dots, which ends a YAML document."""
    above = [n for n, line in enumerate(scene.lines[: scene.at[0]]) if re.fullmatch(r"\.\.\.\s*", line)]
    if above and "<document start>" in scene.reason:
        yield Diagnosis("several_documents", (above[-1], 0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_RULES: tuple[Callable[[_Scene], Iterator[Diagnosis]], ...] = (
    _conflict,
    _nameless,
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
    _cut_text,
    _indentation,
)
