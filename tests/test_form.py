"""The form on the site: the generator's rules, words and files, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import CASES
from hypothesis import given, settings
from playwright.sync_api import Browser, Page
from test_desk import run
from test_faults import Fault, content, faults, made
from test_fmt import FILES, TEXTS

from generator.catalogue import Catalogue
from generator.document import Document, read
from generator.fmt import fmt
from generator.form import case_data, raw, setup
from generator.load import examine, load
from generator.schema import case_schema

WRITE = "([data, notes]) => casekatalog.yaml.write(data, casekatalog.setup.schema, casekatalog.setup)"
CHECK = "([data, slug, cases, aliases]) => casekatalog.rules.check(data, {...casekatalog.setup, cases, aliases}, slug)"


@pytest.fixture(scope="module")
def scripts(browser: Browser, server: str) -> Iterator[Page]:
    """A page that holds the form's scripts."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "foreslaa/")
    yield page
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def formed(value: Any, schema: Any, definitions: Any) -> Any:
    """Return a file's data as far as the form can hold it, or raise KeyError where it cannot."""
    if "$ref" in str(schema) and "$ref" in schema:
        return formed(value, definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        fitting = [option for option in schema["anyOf"] if option.get("type") != "null" and "const" not in option]
        if isinstance(value, str) and value.casefold().rstrip(".") == "ikke oplyst" and len(fitting) < len(schema["anyOf"]):
            return value
        return formed(value, fitting[0], definitions) if len(fitting) == 1 else value
    if "properties" in schema:
        if not isinstance(value, dict):
            raise KeyError(value)
        return {key: formed(item, schema["properties"][key], definitions) for key, item in value.items()}
    if "items" in schema:
        if not isinstance(value, list):
            raise KeyError(value)
        return [formed(item, schema["items"], definitions) for item in value]
    if isinstance(value, dict | list) or value is None:
        raise KeyError(value)
    if schema.get("type") == "boolean" and not isinstance(value, bool):
        raise KeyError(value)
    return value


def holdable(document: Document) -> Any:
    """Return what the form holds when an editor types what stands in a document; None when that cannot be typed."""
    schema = case_schema(load(CASES)[1])
    if not isinstance(document.data, dict):
        return None
    try:
        return formed(raw(document, document.data, ()), schema, schema["$defs"])
    except KeyError:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_form_writes_a_case_as_fmt_does(scripts: Page, path: Path) -> None:
    data = case_data(path.stem, path.read_bytes())
    assert scripts.evaluate(WRITE, [data["data"], None]) == fmt(path.name, path.read_bytes())


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, purpose=TEXTS, unit=TEXTS)
def test_form_writes_any_text_as_fmt_does(scripts: Page, title: str, purpose: str, unit: str) -> None:
    figure = {"value": "1.5", "unit": unit, "what": title, "period": "2018", "kind": "opgjort"}
    data = {
        "title": title,
        "partners": [unit, title],
        "period": {"start": "2018"},
        "purpose": purpose,
        "gains": [{"type": "tid", "text": purpose, "figures": [figure]}],
        "advice": [purpose, title],
        "series": [{"title": unit, "columns": ["År", unit], "rows": [["2015", "12.5"], [unit, None]]}],
        "confirmed": {"date": "2026-05-03"},
    }
    text = scripts.evaluate(WRITE, [data, None])
    if not read("x.yaml", text.encode()).problems:
        assert fmt("x.yaml", text.encode()) == text


@pytest.mark.parametrize("fault", list(faults()), ids=lambda fault: fault["what"])
def test_form_says_what_check_says(scripts: Page, fault: Fault, tmp_path: Path) -> None:
    document = read("cases/min-case.yaml", content(fault))
    data = holdable(document)
    if data is None or "vocabulary" in fault or fault.get("file", "min-case.yaml") != "min-case.yaml" or document.problems:
        return  # a fault of the file, of YAML or of its shape: the form cannot hold it
    text = scripts.evaluate(WRITE, [data, None])
    found = made({**fault, "content": text, "change": {}, "append": "", "repeat": ("", 0), "crlf": False, "before": "", "after": ""}, tmp_path)
    others = {Path(name).stem: name for name in fault.get("also", {})}
    aliases = {"gammel": "ny-case"} if "ny-case.yaml" in fault.get("also", {}) else {}
    said = scripts.evaluate(CHECK, [data, "min-case", {**others, "min-case": ""}, aliases])
    wanted = {(p.field, p.message) for p in found.problems if p.file == "cases/min-case.yaml" and p.code not in {"alias_taken", "same_address"}}
    assert {(item["field"], item["message"]) for item in said} == wanted
