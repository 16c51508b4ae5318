"""The JSON Schema of a case, with Danish titles and help, for editors' tools."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from generator.model import Case, Figure, GainFigure
from generator.vocabulary import Vocabulary
from generator.wording import wording

FILE = "case.schema.json"
_FIGURES = (Figure.__name__, GainFigure.__name__)


def case_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of one case file (JSON Schema 2020-12), with the vocabularies' words as choices."""
    schema = deepcopy(_model_schema())
    definitions = schema.pop("$defs")
    schema["properties"].pop("slug")
    schema["required"].remove("slug")
    _describe(schema, "", definitions)
    for name in _FIGURES:
        _label(definitions[name], wording.figure_labels, wording.figure_help, "")
    _fill(schema, vocabulary)
    _fill(definitions, vocabulary)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Case",
        "description": "En case i kataloget: én fil, én side.",
        "$defs": definitions,
    }


@cache
def _model_schema() -> dict[str, Any]:
    return Case.model_json_schema()


def as_text(vocabulary: Vocabulary) -> str:
    """Return the schema as the file that editors' tools read."""
    return json.dumps(case_schema(vocabulary), ensure_ascii=False, indent=2) + "\n"


def _describe(part: dict[str, Any], prefix: str, definitions: dict[str, Any]) -> None:
    _label(part, wording.labels, wording.help, prefix)
    for name, field in part["properties"].items():
        inner = _reference(field)
        if inner and inner not in _FIGURES:
            _describe(definitions[inner], f"{prefix}{name}.", definitions)


def _label(part: dict[str, Any], names: Mapping[str, str], helps: Mapping[str, str], prefix: str) -> None:
    part.pop("description", None)
    for name, field in part["properties"].items():
        field["title"], field["description"] = names[f"{prefix}{name}"], helps[f"{prefix}{name}"]
        if field.get("default", 0) is None:
            del field["default"]
            choices = [choice for choice in field.get("anyOf", ()) if choice != {"type": "null"}]
            if len(choices) == 1:
                del field["anyOf"]
                field.update(choices[0])


def _reference(field: Any) -> str | None:
    """Return the name of the definition that a field's value is made of."""
    if isinstance(field, dict):
        if "$ref" in field:
            return str(field["$ref"]).rpartition("/")[2]
        field = list(field.values())
    if isinstance(field, list):
        return next(filter(None, map(_reference, field)), None)
    return None


def _fill(node: Any, vocabulary: Vocabulary) -> None:
    """Give every tag its choices, each with its Danish name and definition."""
    if isinstance(node, list):
        for item in node:
            _fill(item, vocabulary)
    elif isinstance(node, dict):
        for item in node.values():
            _fill(item, vocabulary)
        if "x-vocabulary" in node:
            terms = vocabulary[node["x-vocabulary"]].values()
            node["enum"] = [term.slug for term in terms]
            node["markdownEnumDescriptions"] = [f"**{term.name}** {term.guidance}".strip() for term in terms]
