"""The data of a plain YAML text, read in one quick pass that notes no places.

Whatever is rare, and may be wrong, it leaves to the reader, who tells what it is and where.
"""

from collections.abc import Callable
from typing import Any

import yaml

from generator.reading.characters import CONTROL
from generator.reading.scalars import is_nothing

Meaning = Callable[[str], Any]
"""What a plain scalar means, such as `scalars.resolve`."""
MAX_DEPTH = 20
"""How deep values may be nested."""


class RareError(Exception):
    """Something that must be looked at closely: an alias, a tag, an empty field, a comment behind a value."""


def skimmed(text: str, meaning: Meaning) -> Any:
    """Return the data of a text, in which plain scalars are what their `meaning` is.

    Raises RareError, or YAMLError where YAML cannot read it.
    """
    if " #" in text or "\t#" in text:
        raise RareError
    step = yaml.CSafeLoader(text).get_event
    begun = [type(step()), type(step())]
    if begun != [yaml.StreamStartEvent, yaml.DocumentStartEvent]:
        raise RareError
    data = _value(step(), step, meaning, 0)
    if [type(step()), type(step())] != [yaml.DocumentEndEvent, yaml.StreamEndEvent]:
        raise RareError
    return data


def _value(event: Any, step: Callable[[], Any], meaning: Meaning, depth: int) -> Any:
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None or depth > MAX_DEPTH:
        raise RareError
    if kind is yaml.ScalarEvent:
        return meaning(event.value) if event.implicit[0] else _quoted(event)
    if kind is yaml.MappingStartEvent:
        return _mapping(step, meaning, depth)
    items = []
    while type(event := step()) is not yaml.SequenceEndEvent:
        items.append(_value(event, step, meaning, depth + 1))
    return tuple(items)


def _mapping(step: Callable[[], Any], meaning: Meaning, depth: int) -> dict[str, Any]:
    items: dict[str, Any] = {}
    while type(event := step()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent or event.anchor is not None or event.tag is not None:
            raise RareError
        name = event.value
        value = _value(step(), step, meaning, depth + 1)
        if not name or name in items or not name.isprintable() or is_nothing(value):
            raise RareError
        items[name] = value
    return items


def _quoted(event: Any) -> str:
    """Return a text that is no plain scalar; one in quotes over several lines may hold other fields."""
    value: str = event.value
    if event.style == '"' and CONTROL.search(value):
        raise RareError
    if event.style in {"'", '"'} and event.start_mark.line != event.end_mark.line:
        raise RareError
    return value
