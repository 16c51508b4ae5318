"""`ikke oplyst`: the value of what a source does not tell."""

import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.wording import wording

_WORDS = re.compile(r"(?=.{2,30}$)[^\W\d_]+(?:[ /-][^\W\d_]+)*")
_YAML_OWN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "nan", "inf"})
"""The words that programs which read YAML may take for another value."""


def may_be_unstated(text: str) -> bool:
    """Return whether a text may stand for what a source does not tell: a few words, the same in YAML as elsewhere."""
    return bool(_WORDS.fullmatch(text)) and text.casefold() not in _YAML_OWN


class Unstated:
    """Lets a value be `ikke oplyst`, which reads as None."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema["schema"]), {"const": wording.common["unstated"]}]}

    @staticmethod
    def _validate(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
        return None if isinstance(value, str) and says_unstated(value) else inner(value)


def says_unstated(text: str) -> bool:
    """Return whether a text says no more than `ikke oplyst`."""
    said, told = text.strip().rstrip("."), wording.common["unstated"].casefold()
    return len(said) <= len(told) and said.casefold() == told


def stated(text: str) -> str:
    """Return a text that must tell something.

    Raises PydanticCustomError when it is `ikke oplyst`.
    """
    if says_unstated(text):
        raise PydanticCustomError("not_unstated", "")
    return text
