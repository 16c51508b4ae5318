"""The comments of a YAML text, which YAML's own readers pass over."""

import re
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Comment:
    """A comment with its mark, counted from 1; `alone` on its line or after a value."""

    line: int
    column: int
    text: str
    alone: bool


def comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text that reads without problems, from the top."""
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    free = [[True] * (len(line) + 1) for line in lines]
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            _occupy(free, event)
    found = []
    for number, line in enumerate(lines):
        for match in re.finditer(r"(?:^|(?<=\s))#", line):
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
