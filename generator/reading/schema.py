"""The JSON Schema of a case, with titles and help in the language of the catalogue, for editors' tools."""

import json
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from generator import fields
from generator.model import Figure, GainFigure
from generator.vocabulary import Vocabulary
from generator.wording import wording

FILE = "case.schema.json"
_FIGURES = (Figure, GainFigure)


def case_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of one case file (JSON Schema 2020-12), with the vocabularies' words as choices."""
    case = vocabulary.shape.case
    schema = deepcopy({**fields.json_schema(case)})
    definitions = schema.pop("$defs")
    schema["properties"].pop("slug")
    schema["required"].remove("slug")
    _describe(schema, case, definitions)
    for kind in (kind for kind in _FIGURES if kind.__name__ in definitions):
        _label(definitions[kind.__name__], kind)
    _fill(schema, vocabulary)
    _fill(definitions, vocabulary)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": wording.case_schema["title"],
        "description": wording.case_schema["description"],
        "$defs": definitions,
    }


def as_text(vocabulary: Vocabulary) -> str:
    """Return the schema as the file that editors' tools read."""
    return json.dumps(case_schema(vocabulary), ensure_ascii=False, indent=2) + "\n"


def _describe(part: dict[str, Any], kind: type[BaseModel], definitions: dict[str, Any]) -> None:
    _label(part, kind)
    for name in part["properties"]:
        inner = fields.model_at(kind, (name,))
        if inner and inner not in _FIGURES:
            _describe(definitions[inner.__name__], inner, definitions)


def _label(part: dict[str, Any], kind: type[BaseModel]) -> None:
    part.pop("description", None)
    for name, field in part["properties"].items():
        field["title"], field["description"] = fields.label(kind, name), fields.guidance(kind, name)
        if field.get("default", 0) is None:
            del field["default"]
            choices = [choice for choice in field.get("anyOf", ()) if choice != {"type": "null"}]
            if len(choices) == 1:
                del field["anyOf"]
                field.update(choices[0])


def _fill(node: Any, vocabulary: Vocabulary) -> None:
    """Give every tag its choices, each with its name and definition."""
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
