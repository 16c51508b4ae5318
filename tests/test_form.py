"""The form on the site: the generator's rules, words and files, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from playwright.sync_api import Browser, Page

from conftest import CASES
from generator.catalogue import Catalogue
from generator.document import Document, read
from generator.editing.fmt import fmt
from generator.editing.form import case_data, raw, setup
from generator.editing.host import Host, host
from generator.editing.schema import case_schema
from generator.load import examine, load
from test_desk import run
from test_faults import Fault, content, faults, made
from test_fmt import FILES, TEXTS

ELSEWHERE = {"alias_taken", "same_address"}  # faults of the file's name, which the form gives itself
SCHEMA = case_schema(load(CASES)[1])
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
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def formed(value: Any, schema: Any, definitions: Any) -> Any:
    """Return data as the form holds it; raises ValueError where no field of the form can hold it."""
    if "$ref" in schema:
        return formed(value, definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        silent = any("const" in option for option in schema["anyOf"])
        if silent and isinstance(value, str) and value.casefold().rstrip(".") == "ikke oplyst":
            return value
        options = [
            option for option in schema["anyOf"] if option.get("type") != "null" and "const" not in option
        ]
        if isinstance(value, bool):
            raise ValueError(value)
        return formed(value, options[0], definitions) if len(options) == 1 else value
    if isinstance(value, dict) != ("properties" in schema) or isinstance(value, list) != ("items" in schema):
        raise ValueError(value)
    if isinstance(value, dict):
        if set(value) - set(schema["properties"]):
            raise ValueError(value)
        return {key: formed(item, schema["properties"][key], definitions) for key, item in value.items()}
    if isinstance(value, list):
        return [formed(item, schema["items"], definitions) for item in value]
    if value is None or isinstance(value, bool) != (schema.get("type") == "boolean"):
        raise ValueError(value)
    return value


def holdable(document: Document) -> Any:
    """Return what the form holds of a file, or None when the file's fault cannot be made in it."""
    if document.problems or not isinstance(document.data, dict):
        return None
    try:
        return formed(raw(document, document.data, ()), SCHEMA, SCHEMA["$defs"])
    except ValueError:
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


MAKEABLE = [
    (fault, data)
    for fault in faults()
    if not {"vocabulary", "file", "remove", "links"} & set(fault)
    and (data := holdable(read("cases/min-case.yaml", content(fault)))) is not None
]


@pytest.mark.parametrize(("fault", "data"), MAKEABLE, ids=[fault["what"] for fault, _ in MAKEABLE])
def test_form_says_what_check_says(scripts: Page, fault: Fault, data: Any, tmp_path: Path) -> None:
    text = scripts.evaluate(WRITE, [data, None])
    also = {"also": fault.get("also", {})}
    found = made({"content": text, **also}, tmp_path)
    others = {Path(name).stem: name for name in fault.get("also", {})}
    aliases = {"gammel": "ny-case"} if "ny-case" in others else {}
    said = scripts.evaluate(CHECK, [data, "min-case", {**others, "min-case": ""}, aliases])
    mine = (problem for problem in found.problems if problem.file == "cases/min-case.yaml")
    wanted = {(problem.field, problem.message) for problem in mine if problem.code not in ELSEWHERE}
    assert {(item["field"], item["message"]) for item in said} == wanted


def test_form_can_make_most_faults_of_fields() -> None:
    assert len(MAKEABLE) > 50


# The form as an editor uses it

URL = "foreslaa/"


def to(page: Page, target: str) -> None:
    """Walk with the tab key to the field with an id."""
    for _ in range(250):
        if page.evaluate("document.activeElement.id") == target:
            return
        page.keyboard.press("Tab")
    raise AssertionError(target)


def fill(page: Page, target: str, text: str) -> None:
    to(page, target)
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    if text:
        page.keyboard.insert_text(text)


def choose(page: Page, target: str, value: str) -> None:
    """Choose in a list by typing the beginning of what it shows, as one does by keyboard."""
    to(page, target)
    label = page.eval_on_selector(
        f"#{target}", "(e, v) => [...e.options].find(o => o.value === v).label", value
    )
    page.keyboard.type(label)
    assert page.eval_on_selector(f"#{target}", "e => e.value") == value


def press(page: Page, words: str) -> None:
    """Walk to a button and press it."""
    for _ in range(250):
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(words)


def current(page: Page) -> dict[str, Any]:
    """Return the form's data, file and problems once it has taken in what was typed."""
    page.wait_for_timeout(400)
    return page.evaluate("({text: casekatalog.current.text, problems: casekatalog.current.problems})")  # type: ignore[no-any-return]


def write_case(page: Page) -> None:
    fill(page, "felt-title", "Fælles kørsel: to kommuner")
    fill(page, "felt-summary", "To kommuner deler biler, og det sparer tid.")
    fill(page, "felt-municipalities", "Køge")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("varde")
    page.keyboard.press("Enter")
    to(page, "felt-themes-aeldre")
    page.keyboard.press("Space")
    choose(page, "felt-form", "intern")
    choose(page, "felt-status", "i-drift")
    fill(page, "felt-period-start", "2015")
    fill(page, "felt-purpose", "Færre biler.\n\n- mindre ventetid\n- færre udgifter")
    to(page, "felt-organisation-silent")
    page.keyboard.press("Space")
    choose(page, "felt-financing-model", "eksisterende-ressourcer")
    press(page, "Tilføj beløb")
    fill(page, "felt-financing-amounts-0-value", "1.5")
    fill(page, "felt-financing-amounts-0-unit", "mio. kr.")
    fill(page, "felt-financing-amounts-0-what", "samlet udgift")
    fill(page, "felt-financing-amounts-0-period", "2016")
    choose(page, "felt-financing-amounts-0-kind", "opgjort")
    press(page, "Tilføj gevinst")
    choose(page, "felt-gains-0-type", "tid")
    choose(page, "felt-gains-0-evidence", "forventet")
    fill(page, "felt-gains-0-text", "Mindre ventetid.")
    press(page, "Tilføj drivkraft")
    choose(page, "felt-drivers-0-factor", "ledelse")
    fill(page, "felt-drivers-0-text", "Lederne bakkede op.")
    to(page, "felt-barriers-silent")
    page.keyboard.press("Space")
    choose(page, "felt-sources-0-source", "kl-casekatalog")
    fill(page, "felt-sources-0-where", "side 4")


MISTAKES = [
    ("felt-title", "", "title"),
    ("felt-title", "a" * 111, "title"),
    ("felt-summary", "Første.\n\nAndet.", "summary"),
    ("felt-municipalities", "Vadre\n", "municipalities[2]"),
    ("felt-period-start", "ca. 2015", "period.start"),
    ("felt-period-end", "2014", "period.end"),
    ("felt-purpose", "# Overskrift", "purpose"),
    ("felt-financing-amounts-0-value", "10,5", "financing.amounts[0].value"),
    ("felt-financing-amounts-0-value", "1.234", "financing.amounts[0].value"),
    ("felt-financing-amounts-0-to", "1", "financing.amounts[0].to"),
    ("felt-gains-0-text", "", "gains[0].text"),
    ("felt-sources-0-url", "www.kl.dk", "sources[0].url"),
    ("felt-contact-mailbox", "anne.jensen@koege.dk", "contact.mailbox"),
]


def test_new_case_by_keyboard_with_the_same_words_as_check(page: Page, server: str, cases: Path) -> None:
    page.goto(server + URL)
    write_case(page)
    good = current(page)
    assert good["problems"] == []
    for target, typed, where in MISTAKES:
        before = page.input_value(f"#{target}")
        page.focus(f"#{target}")
        fill(page, target, typed.rstrip("\n"))
        page.keyboard.press("Enter" if typed.endswith("\n") else "Tab")
        found = current(page)
        path = cases / "faelles-koersel-to-kommuner.yaml"
        path.write_text(found["text"], "utf-8")
        wanted = {(p.field, p.message) for p in examine(cases).problems}
        assert wanted, typed
        assert {(p["field"], p["message"]) for p in found["problems"]} == wanted
        assert where in {field for field, _ in wanted}
        shown = page.locator(".field__error:visible").all_inner_texts()
        assert any(message in " ".join(shown) for _, message in wanted)
        if typed == "Vadre\n":
            page.get_by_label("Fjern Vadre").click()
        page.focus(f"#{target}")
        fill(page, target, before)
        if target.startswith("felt-contact"):
            page.keyboard.press("Tab")
    assert current(page)["text"] == good["text"]

    with page.expect_download() as download:
        press(page, "Hent filen")
    assert download.value.suggested_filename == "faelles-koersel-to-kommuner.yaml"
    path = cases / download.value.suggested_filename
    download.value.save_as(path)
    assert run(cases, "check", str(path)).exit_code == 0
    assert fmt("x", path.read_bytes()).encode() == path.read_bytes()
    address = urlsplit(page.get_attribute("[data-form-send]", "href") or "")
    assert address.netloc == "github.com"
    assert address.path.endswith("/new/main/cases")
    assert parse_qs(address.query) == {
        "filename": ["faelles-koersel-to-kommuner.yaml"],
        "value": [path.read_text("utf-8")],
    }


def test_a_loaded_case_changes_only_where_the_editor_changed_it(page: Page, server: str) -> None:
    slug = "hjoerring-modellen"
    before = (CASES / f"{slug}.yaml").read_text("utf-8")
    page.goto(f"{server}case/{slug}/")
    page.get_by_role("link", name="Ret denne case").click()
    page.wait_for_selector("#felt-gains-1-text")
    assert current(page)["text"] == before
    page.fill("#felt-gains-1-text", "Mange borgere er kommet i arbejde eller uddannelse.")
    after = current(page)["text"]
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
    assert changed == [
        (
            "    text: Mange borgere er kommet i arbejde. Antallet er ikke oplyst.",
            "    text: Mange borgere er kommet i arbejde eller uddannelse.",
        )
    ]


def differing(part: str, text: str) -> str:
    """Return where a text stops being found."""
    end = next(end for end in range(len(part)) if part[: end + 1] not in text)
    return part[max(end - 30, 0) : end + 30]


def test_every_case_opens_unchanged_and_previews_as_its_page(scripts: Page, server: str, site: Path) -> None:
    for path in FILES:
        data = case_data(path.stem, path.read_bytes())["data"]
        preview = scripts.evaluate(
            "data => casekatalog.preview.render(data, casekatalog.setup).textContent.replace(/\\s+/g, '')",
            data,
        )
        html = (site / "case" / path.stem / "index.html").read_text("utf-8")
        page_text = scripts.evaluate(
            """html => {
              const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
              return article.textContent.replace(/\\s+/g, '');
            }""",
            html,
        )
        for part in re.split(
            r"(?=Formål|Organisering|Finansiering|Gevinster|Drivkræfter|Barrierer|Kilderogkontakt)", preview
        ):
            assert part.removesuffix(".") in page_text, (path.stem, differing(part, page_text))


def test_the_draft_is_kept_until_the_editor_deletes_it(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", "En kladde")
    current(page)
    page.reload()
    assert page.input_value("#felt-title") == "En kladde"
    assert page.is_visible("[data-form-draft]")
    page.click("[data-form-forget]")
    page.wait_for_function("document.querySelector('#felt-title')?.value === ''")


def test_problems_lead_to_their_fields(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.click("[data-form-check]")
    page.locator("[data-form-problems]").get_by_role("link", name="Formål", exact=True).click()
    assert page.evaluate("document.activeElement.id") == "felt-purpose"


def test_a_text_too_long_for_an_address_is_copied(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", "Lang")
    page.fill("#felt-purpose", "ord " * 2500)
    text = current(page)["text"]
    assert (page.get_attribute("[data-form-send]", "href") or "").endswith(
        "/new/main/cases?filename=lang.yaml"
    )
    page.click("[data-form-copy]")
    page.wait_for_function("document.querySelector('[data-form-copied]').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == text


@pytest.mark.parametrize(
    ("edit_url", "kind", "new"),
    [
        ("https://github.com/o/r/edit/main/cases/{path}", "github", "https://github.com/o/r/new/main/cases"),
        (
            "https://gitlab.com/g/s/r/-/edit/main/cases/{path}",
            "gitlab",
            "https://gitlab.com/g/s/r/-/new/main/cases",
        ),
        (
            "https://dev.azure.com/o/p/_git/r?path=/cases/{path}&version=GBmain",
            "azure",
            "https://dev.azure.com/o/p/_git/r?path=/cases&version=GBmain",
        ),
        ("https://example.org/{path}", "", ""),
    ],
)
def test_host_is_known_by_its_edit_address(edit_url: str, kind: str, new: str) -> None:
    assert host(edit_url) == Host(kind, new, edit_url)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
@pytest.mark.parametrize("address", [URL, URL + "?case=hjoerring-modellen", "redaktion/"])
def test_axe_finds_nothing_in_the_form(
    browser: Browser, server: str, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server + address)
    if address != "redaktion/":
        page.wait_for_selector("[data-case-form]:not([hidden])")
        page.click("[data-form-check]")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, context={"exclude": [[".md-search"]]}, options={"runOnly": tags})
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert wide <= width


def test_setup_is_small() -> None:
    assert len(json.dumps(setup(Catalogue(*load(CASES))))) < 150_000
