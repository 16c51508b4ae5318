"""Plain scalars of YAML 1.1, so that `no` and `0101` show up as what other readers take them for."""

import datetime
import re
from dataclasses import dataclass
from typing import Any, Literal

from generator.notation import DECIMAL, DIGITS, INTEGER
from generator.text import clear_number, decimal, is_ambiguous
from generator.wording import wording

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
}
_NUMBER_LIKE = re.compile(
    r"""[-+]?(
      0b[01_]+ | 0o[0-7]+ | 0x[0-9a-fA-F_]+
    | [0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?     # 12:30 is 750
    | ([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?
    | [0-9]+[eE][-+]?[0-9]+
    | \.(inf|Inf|INF)
    )|\.(nan|NaN|NAN)""",
    re.VERBOSE,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*")
_NUMBER_START = frozenset("0123456789.-+")


@dataclass(frozen=True)
class Misread:
    """A plain scalar that YAML takes for something else than people do: 0101, 1:30, 1.234."""

    raw: str
    found: Literal["number", "moment"] = "number"


@dataclass(frozen=True)
class Written:
    """What is no text, as it stands in a file, and the value that it means."""

    raw: str
    value: Any


def written(raw: str) -> Any:
    """Return what a plain scalar means where it is a text, and else how it is written too."""
    value = resolve(raw)
    return value if isinstance(value, str) else Written(raw, value)


def is_nothing(value: Any) -> bool:
    """Return whether a value is empty, however that is written."""
    return value is None or (isinstance(value, Written) and value.value is None)


def resolve(raw: str) -> Any:
    """Return what a plain scalar means."""
    if raw in _WORDS:
        return _WORDS[raw]
    return _number_or_date(raw) if raw[0] in _NUMBER_START else raw


def plain(value: Any) -> str:
    """Return a number, date, truth or nothing as the scalar that means it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return clear_number(decimal(value) if isinstance(value, float) else str(value))


def _number_or_date(raw: str) -> Any:
    if INTEGER.fullmatch(raw):
        return int(raw)
    if DECIMAL.fullmatch(raw) and not is_ambiguous(raw):
        return float(raw)
    if DIGITS.fullmatch(raw) or _NUMBER_LIKE.fullmatch(raw):
        return Misread(raw)
    if _TIME.fullmatch(raw):
        return Misread(raw, "moment")
    return _date(raw) if _DATE.fullmatch(raw) else raw


def _date(raw: str) -> datetime.date | str:
    try:
        return datetime.date.fromisoformat(raw)
    except ValueError:
        return raw


def what(value: object) -> str:
    """Return in a word or two what stands in a place."""
    value = value.value if isinstance(value, Written) else value
    if isinstance(value, str):
        return wording.kinds["text"].format(text=value if len(value) <= 40 else f"{value[:39]}…")
    if isinstance(value, Misread):
        return wording.kinds[value.found]
    return wording.kinds[next(name for kind, name in _KINDS if isinstance(value, kind))]


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "truth"),
    (int, "number"),
    (float, "number"),
    (datetime.date, "date"),
    (tuple, "list"),
    (dict, "fields"),
    (object, "nothing"),
)
