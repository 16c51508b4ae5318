"""What a catalogue's vocabularies lack of those that all catalogues share, added to them as text."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import files, packed
from generator.answers import rules
from generator.reading.naming import SUFFIX
from generator.reading.reader import read
from generator.shape import Shape
from generator.text import enumeration
from generator.vocabulary import Term, kinds, optional
from generator.wording import wording

_TERM = re.compile(r"^(?=[a-z0-9])", re.MULTILINE)


@dataclass(frozen=True)
class Addition:
    """The text of a vocabulary with what it lacked, and what that was, in words."""

    name: str
    text: str
    told: str


def additions(folder: Path, shape: Shape) -> Iterator[Addition]:
    """Yield what the vocabularies in a folder lack: those that cases need, words that rules go by, and new fields.

    A word that an editor took out, or changed, stays as it is; what YAML cannot read is left alone.
    """
    for name, kind in kinds(shape).items():
        path, shared = folder / f"{name}{SUFFIX}", packed.shared_file(name)
        if shared is None:
            continue
        text = files.read_text(shared)
        if not path.exists():
            if name not in optional(shape):
                yield Addition(name, text, wording.upgrade["words"])
        elif found := _completed(name, kind, files.read_text(path), text):
            yield found


def _completed(name: str, kind: type[Term], own: str, shared: str) -> Addition | None:
    """Return a vocabulary with the words and fields that it lacks, or None where it lacks nothing."""
    ours, theirs = _terms(own), _terms(shared)
    told = []
    missing = [slug for slug in theirs if slug not in ours] if name == "questions" and ours else []
    text = own
    if words := [slug for slug in missing if slug in rules()]:
        told.append(wording.upgrade["terms"].format(terms=enumeration(words)))
        text = "".join((text.rstrip("\n"), "\n", *(_blocks(shared)[slug] for slug in words)))
    if fields := _new_fields(kind, ours, theirs):
        same = [slug for slug in ours if slug in theirs and _is_same(ours[slug], theirs[slug])]
        told.append(wording.upgrade.counted("fields", len(same), fields=enumeration(fields)))
        text = _with_fields(text, {slug: _lines(theirs[slug], fields, same) for slug in same})
    return Addition(name, text, " ".join(told)) if text != own else None


def _terms(text: str) -> Mapping[str, Any]:
    """Return what a vocabulary holds by slug; nothing where it cannot be read as words."""
    data = read("", text.encode()).document.data
    sound = isinstance(data, Mapping) and all(isinstance(term, Mapping) for term in data.values())
    return data if sound else {}


def _new_fields(kind: type[Term], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """Return the fields of such words that the shared ones have, and none of a catalogue's own."""
    known, had = _fields(theirs), _fields(ours)
    return [
        name
        for name in kind.model_fields
        if name not in Term.model_fields and name in known and name not in had
    ]


def _fields(terms: Mapping[str, Any]) -> set[str]:
    return {name for term in terms.values() for name in term}


def _is_same(own: Mapping[str, Any], shared: Mapping[str, Any]) -> bool:
    """Return whether two words of the same slug mean the same: one that has a code is known by it."""
    return bool(own.get("code") == shared.get("code"))


def _lines(term: Mapping[str, Any], fields: list[str], known: list[str]) -> str:
    """Return fields of a word as lines; of a list of other words, those that are known."""
    lines = []
    for name in fields:
        value = term.get(name)
        if isinstance(value, tuple):
            lines.append(f"  {name}: [{', '.join(each for each in value if each in known)}]\n")
        elif value is not None:
            lines.append(f"  {name}: {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines)


def _blocks(text: str) -> dict[str, str]:
    """Return the lines of each word by its slug."""
    return {block.partition(":")[0]: block for block in _TERM.split(text) if block[:1].isalnum()}


def _with_fields(text: str, added: Mapping[str, str]) -> str:
    """Return a vocabulary with lines behind those of its words, before the comments of the next."""
    parts = []
    for block in _TERM.split(text):
        end = re.search(r"\n(?:[ \t]*(?:#.*)?\n)*\Z|\Z", block)
        at = end.start() if end else len(block)
        lines = added.get(block.partition(":")[0], "")
        parts.append(f"{block[:at]}\n{lines}{block[at + 1 :]}" if lines else block)
    return "".join(parts)
