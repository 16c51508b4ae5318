"""What Python hands over to the scripts is what scripts.d.ts says: the names of data, and the fields of each record."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from mkdocs.structure.nav import Link, Navigation, Section

from generator import model
from generator.catalogue import Catalogue
from generator.contact import Confirmation, Contact
from generator.editing import form
from generator.references import Reference
from generator.search.index import Entry, index
from generator.series import Series
from generator.site import handout
from generator.site.menu import Menu
from generator.values import Part
from helpers import ROOT

PUT = re.compile(r'casekatalog\.put\("([^"]+)",(.*)\)\n', re.DOTALL)
RECORD = re.compile(r"^(?:interface|type) (\w+) (?:= )?\{\n(.*?)^\};?$", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (?:\"?([\w$-]+)\"?\??|\[\w+: `(\w+/)\$\{\w+\}`\]):", re.MULTILINE)


@cache
def declared() -> dict[str, set[str]]:
    """Return the fields of each record; a name that ends in / begins several."""
    text = (ROOT / "scripts.d.ts").read_text("utf-8")
    return {
        name: {field or start for field, start in FIELD.findall(body)} for name, body in RECORD.findall(text)
    }


@pytest.fixture(scope="module")
def handed(made: Catalogue) -> dict[str, Any]:
    """Return all that is handed over for the made catalogue, by name."""
    case = made.listed[0]
    files = [*index(made, [Entry("page", "Om", "om/")]).values(), handout.script(case.slug, "<p>En</p>")]
    part = Section("Om", [Link("Nyt", "nyt/")])
    files += [Menu(Navigation([Link("Cases", "./"), part], []), {}).script().encode()]
    sources = {case.slug: b"title: En\n"}
    files += [*form.files(made).values(), *form.case_scripts(sources, form.keys(sources).keys()).values()]
    found = {}
    for file in files:
        put = PUT.fullmatch(file.decode())
        assert put
        found[put[1]] = json.loads(put[2])
    return found


def test_every_name_of_data_is_declared(handed: dict[str, Any]) -> None:
    assert {name.partition("/")[0] + "/" * ("/" in name) for name in handed} == declared()["HandedOver"]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("facets", "FacetsHead"),
        ("terms", "TermsHead"),
        ("words", "WordList"),
        ("terms/0", "TermsShard"),
        ("case/", "LoadedCase"),
        ("setup", "FormSetup"),
    ],
)
def test_a_record_has_the_fields_that_are_declared(name: str, record: str, handed: dict[str, Any]) -> None:
    values = [
        value
        for each, value in handed.items()
        if each == name or (name.endswith("/") and each.startswith(name))
    ]
    assert [set(value) for value in values] == [declared()[record]]


@pytest.mark.parametrize(
    ("name", "record"), [("cards/0", "HandedCard"), ("figures/0", "CaseFigures"), ("entries", "SearchEntry")]
)
def test_each_of_several_has_the_fields_that_are_declared(
    name: str, record: str, handed: dict[str, Any]
) -> None:
    assert {frozenset(value) for value in handed[name]} == {frozenset(declared()[record])}


def test_the_menu_has_the_fields_that_are_declared(handed: dict[str, Any]) -> None:
    assert set().union(*handed["menu"]) == declared()["MenuEntry"]


def test_what_stands_in_a_card_has_the_fields_that_are_declared(handed: dict[str, Any]) -> None:
    cards = [card for name, some in handed.items() if name.startswith("cards/") for card in some]
    headlines = [card["headline"] for card in cards if card["headline"]]
    assert {frozenset(each) for each in headlines} == {frozenset(declared()["Headline"])}
    indicators = [each for card in cards for each in card["indicators"]]
    assert {frozenset(each) for each in indicators} == {frozenset(declared()["Indicator"])}


@pytest.mark.parametrize(
    ("part", "record"), [("reading", "ReadingWords"), ("near", "NearLimits"), ("readability", "Readability")]
)
def test_a_part_of_the_forms_setup_has_the_fields_that_are_declared(
    part: str, record: str, handed: dict[str, Any]
) -> None:
    assert set(handed["setup"][part]) == declared()[record]


def test_the_facets_and_words_of_the_form_have_fields_that_are_declared(handed: dict[str, Any]) -> None:
    assert {frozenset(each) for each in handed["setup"]["facets"].values()} == {
        frozenset(declared()["FormFacet"])
    }
    terms = [term for terms in handed["setup"]["vocabulary"].values() for term in terms.values()]
    assert set().union(*terms) == declared()["FormTerm"]


def test_every_keyword_of_the_forms_schema_is_declared(handed: dict[str, Any]) -> None:
    nodes = [*schemas(handed["setup"]["schema"])]
    unread = {"$schema", "$defs", "additionalProperties", "default", "x-beside"}
    assert set().union(*nodes) - unread == declared()["FormSchema"]
    sections = [node["x-section"] for node in nodes if "x-section" in node]
    assert set().union(*sections) == declared()["FormSection"]


def schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and all within it."""
    yield schema
    named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    for inner in (*named, *schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])):
        yield from schemas(inner)


@pytest.mark.parametrize(
    ("record", "part"),
    [
        ("CaseDraft", model.Case),
        ("PeriodDraft", model.Period),
        ("FinancingDraft", model.Financing),
        ("GainDraft", model.Gain),
        ("FactorDraft", model.Barrier),
        ("FigureDraft", model.GainFigure),
        ("TableDraft", Series),
        ("SourceDraft", Reference),
        ("ContactDraft", Contact),
        ("ConfirmationDraft", Confirmation),
    ],
)
def test_what_is_typed_has_the_fields_of_the_model(record: str, part: type[Part]) -> None:
    assert declared()[record] <= set(part.model_fields)
