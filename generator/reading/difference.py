"""What two versions of a case file tell differently: by their words, and by what is news to a reader.

News is what is told of who, when and how far, the gains with their evidence, the figures, the documents behind, and
that something is told at all. Other words and other tags are none: nobody reads a case again for them.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from generator.dates import QUIET
from generator.fields import vocabulary_at
from generator.marks import is_met
from generator.model import Case
from generator.unstated import says_unstated

_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_WORD = re.compile(r"-?\w+(?:[.,:/]\w+)*")
_NUMBERS = ("value", "to", "before", "unit", "kind")
"""What makes a figure another one."""


def changed_fields(before: str, after: str) -> tuple[str, ...]:
    """Return the fields in which two versions of a case file tell something in other words or numbers."""
    older, newer = _fields(before), _fields(after)
    return tuple(
        name
        for name in _differing(older, newer)
        if _WORD.findall(older.get(name, "")) != _WORD.findall(newer.get(name, ""))
    )


def renewed_fields(before: str, after: str, kind: type[Case] = Case) -> tuple[str, ...]:
    """Return the fields in which two versions of the file of a case of a kind tell a reader news."""
    older, newer, gists = _fields(before), _fields(after), may_be_news(kind)
    return tuple(
        name
        for name in _differing(older, newer)
        if name in gists and _gist(name, older.get(name, "")) != _gist(name, newer.get(name, ""))
    )


def _differing(older: Mapping[str, str], newer: Mapping[str, str]) -> Iterator[str]:
    return (name for name in dict.fromkeys((*newer, *older)) if older.get(name) != newer.get(name))


def _fields(text: str) -> dict[str, str]:
    """Return the text of each field of a case file that can be news."""
    _, *parts = _FIELD.split(_COMMENT.sub("", text))
    fields = dict(zip(parts[::2], parts[1::2], strict=True))
    for path in QUIET:
        head, _, tail = path.partition(".")
        if head in fields:
            fields[head] = re.sub(rf"^[ -]*{tail}:.*$", "", fields[head], flags=re.MULTILINE) if tail else ""
    return fields


def _gist(name: str, text: str) -> Any:
    """Return what a field tells, without its wording; its words where they are no YAML, or another shape."""
    try:
        value = yaml.load(f"{name}:{text}", yaml.CSafeLoader)[name] if text else None
        is_silent = not value or (isinstance(value, str) and says_unstated(value))
        return None if is_silent else _SPECIAL.get(name, _told)(value)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError):
        return _WORD.findall(text)


def _names(value: Any) -> Any:
    """Names without what is said of them in brackets, in any order."""
    return {name.partition(" (")[0] for name in value}


def _figures(figures: Any) -> Any:
    return sorted(str([figure.get(name) for name in _NUMBERS]) for figure in figures or ())


def _gains(value: Any) -> Any:
    return sorted((gain["type"], gain["evidence"], *_figures(gain.get("figures"))) for gain in value)


def _table(series: Any) -> Any:
    return [[cell for cell in row if not isinstance(cell, str)] for row in series["rows"]]


def _documents(value: Any) -> Any:
    return {source.get("source") or source.get("title") for source in value}


def _told(value: Any) -> Any:
    return bool(value)


_SPECIAL: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("municipalities", "regions", "partners"), _names),
    "status": str,
    "period": lambda period: (period.get("start"), period.get("end")),
    "financing": lambda financing: _figures(financing.get("amounts")),
    "gains": _gains,
    "series": lambda value: [*map(_table, value)],
    "sources": _documents,
}
"""The fields of which more is news than that something is told, each with what of it counts."""
_NO_NEWS = frozenset({"units", "derived_advice"})
"""What a case's organisation is made of, and what the editors say themselves."""


@cache
def may_be_news(kind: type[Case]) -> Collection[str]:
    """Return the fields that can be news: all that readers meet, but for tags."""
    return {
        name
        for name, field in kind.model_fields.items()
        if is_met(field) and name not in _NO_NEWS and (name in _SPECIAL or not vocabulary_at(kind, (name,)))
    }
