"""Cases as JSON: each as its file has it, so that a program makes the very same case of it."""

import datetime
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from generator import fields
from generator.data.release import Release
from generator.model import Case
from generator.values import Part
from generator.wording import wording

_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def record(release: Release, case: Case) -> dict[str, Any]:
    """Return a case with its name and address; `case` has its fields as the schema of a case file knows them."""
    changed = release.changed(case)
    return {
        "slug": case.slug,
        "url": release.case_address(case),
        **({"modified": changed.isoformat()} if changed else {}),
        "case": _fields(case),
    }


def as_json(release: Release, case: Case) -> bytes:
    """Return a case as JSON on one line."""
    return _text(record(release, case)).encode()


def all_as_json(release: Release, schema: str, lines: Sequence[bytes]) -> bytes:
    """Return all cases as one JSON document, a line for each; `schema` is the address of the schema of one.

    The words that cases are tagged with stand before them, by vocabulary, each with its name.
    """
    licence, version = release.settings.licence, release.version
    head = {
        "name": release.name,
        "description": release.settings.site_description,
        "url": release.address(""),
        "version": version.isoformat() if version else None,
        "license": licence.url if licence else None,
        "schema": schema,
        "vocabularies": _words(release),
    }
    return b'%b,\n"cases":[\n%b\n]}\n' % (_text(head)[:-1].encode(), b",\n".join(lines))


def _words(release: Release) -> dict[str, dict[str, str]]:
    known = release.catalogue.vocabulary
    return {
        name: {slug: term.name for slug, term in known[name].items()}
        for name in dict.fromkeys(fields.vocabularies(release.catalogue.shape.case).values())
    }


def _fields(part: Part) -> dict[str, Any]:
    """Return what is told in a part, and `ikke oplyst` where its file must say so."""
    kind = type(part)
    told = part.__dict__
    given = [name for name, value in told.items() if value is not None]
    found: dict[str, Any] = {}
    for name, takes_unstated, default in _known(kind):
        value = told[name]
        if value is None:
            if takes_unstated and fields.is_needed(kind, (name,), given):
                found[name] = wording.common["unstated"]
        elif value != default:
            found[name] = _plain(value)
    return found


@cache
def _known(kind: type[Part]) -> list[tuple[str, bool, Any]]:
    """Return the fields of a kind of part: name, whether it may be unstated, and what it has if nothing is told."""
    known = kind.model_fields
    return [(name, fields.takes_unstated(known[name]), known[name].default) for name in fields.names(kind)]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Part):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
