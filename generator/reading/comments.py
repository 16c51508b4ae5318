"""The comments of a YAML text, which YAML's own readers pass over."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile

import yaml

_MARK = re.compile(r"(?:^|(?<=\s))#")


@dataclass(frozen=True)
class Comment:
    """A comment with its mark, counted from 1; `alone` on its line or after a value."""

    line: int
    column: int
    text: str
    alone: bool


def comments(lines: Sequence[str]) -> list[Comment]:
    """Return the comments of a YAML text from the top; behind what cannot be read, every # is taken for one."""
    top = list(takewhile(lambda line: line.startswith("#"), lines))
    if not any("#" in line and _MARK.search(line) for line in lines[len(top) :]):
        return [Comment(number, 1, line.rstrip(), True) for number, line in enumerate(top, 1)]
    free = [[True] * (len(line) + 1) for line in lines]
    with suppress(yaml.YAMLError):
        for event in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                _occupy(free, event)
    found = []
    for number, line in enumerate(lines):
        for match in _MARK.finditer(line):
            if free[number][match.start()]:
                before = line[: match.start()]
                found.append(
                    Comment(number + 1, match.start() + 1, line[match.start() :].rstrip(), not before.strip())
                )
                break
    return found


def _occupy(free: list[list[bool]], event: yaml.ScalarEvent) -> None:
    """Mark what a scalar covers; the first line of a block scalar holds marks and perhaps a comment."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return
    for number in range(start.line, min(end.line, len(free) - 1) + 1):
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(free[number])
        if event.style in {"|", ">"} and number == start.line:
            continue
        free[number][first:last] = [False] * (last - first)
