"""The kinds of values that fields take: lines, Markdown, numbers, tags, addresses, with their validation."""

import re
from collections.abc import Collection, Mapping
from sys import intern
from typing import Annotated, Any, Protocol

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import prose
from generator.marks import Mark
from generator.notation import LONGEST_LINE, is_url
from generator.personal import PAGE, role
from generator.text import plain_text
from generator.unstated import says_unstated
from generator.wording import by_language, wording

FIRST_YEAR, LAST_YEAR = 1800, 2100
LARGEST = 10**12
SHORTEST_PHRASE = 3


class Part(BaseModel):
    """What every group of fields has in common: it never changes and takes no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Words(Protocol):
    """The words that tags may be, by the name of their vocabulary; those of `broken` could not be read whole."""

    broken: frozenset[str]

    def __getitem__(self, name: str, /) -> Collection[str]:
        """Return the words of one vocabulary."""


class Tag:
    """A word of the vocabulary `name`, written as its slug."""

    def __init__(self, name: str) -> None:
        """Take the vocabulary's name."""
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "x-vocabulary": self.name}

    def _validate(self, value: str, info: ValidationInfo) -> str:
        vocabulary: Words = (info.context or {})["vocabulary"]
        if value not in vocabulary[self.name] and self.name not in vocabulary.broken:
            raise PydanticCustomError("not_allowed", "", {"value": value, "vocabulary": self.name})
        return intern(value)  # thousands of cases have the same few


class OneOf:
    """Lets a text be one of a few words."""

    def __init__(self, choices: Collection[str], forms: Mapping[str, str] | None = None) -> None:
        """Take the words, and which of them others stand for."""
        self.choices = tuple(choices)
        self.forms = forms or {}

    def __call__(self, value: str) -> str:
        """Return the text; raises PydanticCustomError when it is another word."""
        if value not in self.choices:
            raise PydanticCustomError(
                "not_allowed", "", {"value": value, "choices": self.choices, "forms": self.forms}
            )
        return value


def qualifiers() -> tuple[str, ...]:
    """Return the words that may stand before a number."""
    return tuple(wording.qualifiers.values())


@by_language
def other_qualifiers() -> Mapping[str, str]:
    """Return the qualifiers by other words that editors have for them."""
    return {
        form: wording.qualifiers[key]
        for key in wording.qualifier_forms
        for form in wording.qualifier_forms.listed(key)
    }


class OneQualifier:
    """Lets a text be one of the qualifiers."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema["schema"]), "enum": list(qualifiers())}

    @staticmethod
    def _validate(value: str) -> str:
        return OneOf(qualifiers(), other_qualifiers())(value)


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


class Unique:
    """Lets no value of a list stand in it twice."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-unique": True}

    def _validate(self, values: tuple[str, ...]) -> tuple[str, ...]:
        first = {plain_text(value): index for index, value in reversed([*enumerate(values)])}
        faults = [
            ((index,), "repeated", {"value": value})
            for index, value in enumerate(values)
            if first[plain_text(value)] < index
        ]
        if faults:
            raise PydanticCustomError("faults", "", {"faults": faults})
        return values


def _one_line(value: str) -> str:
    if "\n" in value:
        raise PydanticCustomError("line_break", "")
    return value


def _telling(value: str) -> str:
    if len(value) < SHORTEST_PHRASE:
        raise PydanticCustomError("too_brief", "", {"length": len(value), "limit": SHORTEST_PHRASE})
    return value


def _dialect(value: str) -> str:
    if faults := [
        ((), fault.code, {"mark": fault.mark, "skip": fault.skip}) for fault in prose.faults(value)
    ]:
        raise PydanticCustomError("faults", "", {"faults": faults})
    return value


def _url(value: str) -> str:
    if not is_url(value):
        raise PydanticCustomError("bad_url", "")
    return value


def _website(value: str) -> str:
    if PAGE.search(value):
        raise PydanticCustomError("personal_website", "")
    if not re.match(r"https://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#][^\s<>\"]*)?\Z", value):
        raise PydanticCustomError("bad_website", "")
    return value


def _mailbox(value: str) -> str:
    if not re.match(r"[\w.+-]+@[\w-]+(\.[\w-]+)+\Z", value):
        raise PydanticCustomError("bad_mailbox", "")
    name = value.partition("@")[0].casefold()
    if re.fullmatch(r"[^\W\d_]{2,}(\.[^\W\d_]+)*\.[^\W\d_]{2,}", name) and not role().search(name):
        raise PydanticCustomError("personal_mailbox", "")
    return value


def stated(text: str) -> str:
    """Return a text that must tell something.

    Raises PydanticCustomError when it is `ikke oplyst`.
    """
    if says_unstated(text):
        raise PydanticCustomError("not_unstated", "")
    return text


Fault = tuple[tuple[int, ...], str, dict[str, Any]]
"""What is wrong with a part of a value: the path below it, the code of a message, and its values."""
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
_ShortText = Annotated[_Text, StringConstraints(max_length=LONGEST_LINE), AfterValidator(_one_line)]
Title = Annotated[_Text, StringConstraints(max_length=110), AfterValidator(_one_line), AfterValidator(stated)]
Summary = Annotated[
    _Text, StringConstraints(max_length=350), AfterValidator(_one_line), AfterValidator(stated)
]
Line = Annotated[_ShortText, AfterValidator(stated)]
"""Plain text on one line."""
Markdown = Annotated[_Text, AfterValidator(_dialect), AfterValidator(stated), Mark("x-markdown")]
"""Text in the catalogue's Markdown."""
Value = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Qualifier = Annotated[str, OneQualifier()]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Url = Annotated[_ShortText, AfterValidator(_url), Mark("x-rule", "url")]
Website = Annotated[_ShortText, AfterValidator(_website), Mark("x-rule", "website")]
"""The public page of an organisation, never a person's."""
Mailbox = Annotated[_ShortText, AfterValidator(_mailbox), Mark("x-rule", "mailbox")]
Slugs = Annotated[tuple[_Slug, ...], Unique()]
Phrases = Annotated[
    tuple[
        Annotated[
            _Text,
            StringConstraints(max_length=60),
            AfterValidator(_one_line),
            AfterValidator(stated),
            AfterValidator(_telling),
            Mark("minLength", SHORTEST_PHRASE),
        ],
        ...,
    ],
    Field(max_length=40),
    Unique(),
]
"""A few short texts, each on one line."""
