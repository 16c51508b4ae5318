"""A graph of things and what is said of them, as Turtle and as JSON-LD: the same triples in both."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True)
class Iri:
    """The address of a thing, or a short name with one of the prefixes: dct:title."""

    address: str
    is_short: bool = False


@dataclass(frozen=True)
class Literal:
    """A text, in a language or of a type that is a short name."""

    text: str
    language: str = ""
    type: str = ""


Value = Iri | Literal


@dataclass(frozen=True)
class Thing:
    """A thing: its address, its types, and what is said of it, by short names."""

    address: str
    types: tuple[str, ...]
    said: tuple[tuple[str, Value], ...]


def turtle(things: Sequence[Thing], prefixes: Mapping[str, str]) -> str:
    """Return a graph as Turtle."""
    lines = [f"@prefix {prefix}: {_iri(address)} ." for prefix, address in prefixes.items()]
    for thing in things:
        said = [f"a {', '.join(thing.types)}", *(f"{name} {_turtle(value)}" for name, value in thing.said)]
        lines += ["", f"{_iri(thing.address)}\n    " + " ;\n    ".join(said) + " ."]
    return "\n".join(lines) + "\n"


def json_ld(things: Sequence[Thing], prefixes: Mapping[str, str]) -> str:
    """Return a graph as JSON-LD."""
    document = {"@context": dict(prefixes), "@graph": [_node(thing) for thing in things]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _turtle(value: Value) -> str:
    if isinstance(value, Iri):
        return value.address if value.is_short else _iri(value.address)
    text = "".join(_ESCAPES.get(character, character) for character in value.text)
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04X}", text)
    return f'"{text}"' + (f"@{value.language}" if value.language else f"^^{value.type}" if value.type else "")


def _iri(address: str) -> str:
    return f"<{_quoted(address)}>"


def _quoted(address: str) -> str:
    """Return an address in which nothing can end it."""
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", address)


def _node(thing: Thing) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _quoted(thing.address), "@type": list(thing.types)}
    for name, value in thing.said:
        node.setdefault(name, []).append(_value(value))
    return node


def _value(value: Value) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.address if value.is_short else _quoted(value.address)}
    mark = {"@language": value.language} if value.language else {"@type": value.type} if value.type else {}
    return {"@value": value.text, **mark}
