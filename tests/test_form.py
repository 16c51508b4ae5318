"""The form on the site: the generator's rules, words and files, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from faulty import Fault, content, faults, made, told
from generator import prose
from generator.catalogue import Catalogue
from generator.distance import likeness
from generator.editing.form import case_data, case_scripts, raw, setup
from generator.editing.formatter import fmt
from generator.editing.host import Host, host
from generator.editing.new_case import new_case
from generator.glance import glance
from generator.locale import LOCALES
from generator.model import Case
from generator.reading import scalars
from generator.reading.advice import advice, known_abbreviations
from generator.reading.characters import CONTROL
from generator.reading.folder import examine, load, parse_case
from generator.reading.log import Reading
from generator.reading.reader import read
from generator.reading.schema import case_schema
from generator.reading.settings import examine as read_settings
from generator.reading.warnings import judge
from generator.site.render import Site
from generator.text import number
from generator.wording import wording
from helpers import CASES, FILES, JUDGED, MADE, ROOT, assert_accessible, run_in
from texts import AS_WRITTEN, TEXTS

PRINTED = "unprintable"  # told of the whole catalogue by check
ELSEWHERE = {"same_address"}  # faults of the file's name, which the form gives itself
SCHEMA = case_schema(load(CASES)[1])
REST = 400
"""How many milliseconds the form waits before it takes in what was typed, and a little more."""
MOVED = 0.05
"""Above this sum of layout shifts a page is no longer steady: https://web.dev/articles/cls"""
READY = "[data-case-form]:not([hidden])"
"""The form once its fields, and what it says above them, are there."""
SETUP = "casekatalog.data.get('setup')"
WRITE = f"([data, notes]) => casekatalog.yaml.write(data, {SETUP}.schema, {SETUP})"
CHECK = (
    f"([data, slug, cases, aliases]) => casekatalog.rules.check(data, {{...{SETUP}, cases, aliases}}, slug)"
)


@pytest.fixture(scope="module")
def scripts(browser: Browser, server: str) -> Iterator[Page]:
    """A page that holds the form's scripts."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "foreslaa/")
    page.evaluate("casekatalog.markdown.ready(document.querySelector('[data-case-form]').dataset.parser)")
    yield page
    context.close()


@pytest.fixture
def page(page: Page) -> Page:
    """A page on which a test can put the clock on."""
    page.clock.install()
    return page


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


def holdable(reading: Reading) -> Any:
    """Return what the form holds of a file, or None when the file's fault cannot be made in it."""
    document = reading.document
    if reading.log.problems or not isinstance(document.data, dict):
        return None
    try:
        return formed(raw(document.data), SCHEMA, SCHEMA["$defs"])
    except ValueError:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_form_writes_a_case_as_fmt_does(scripts: Page, path: Path) -> None:
    data = case_data(path.stem, path.read_bytes())
    assert scripts.evaluate(WRITE, [data["data"], None]) == fmt(path.name, path.read_bytes())


@settings(max_examples=150)
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
    if not read("x.yaml", text.encode()).log.problems:
        assert fmt("x.yaml", text.encode()) == text


MAKEABLE = [
    (fault, data)
    for fault in faults()
    if not {"vocabulary", "file", "remove", "links", "interrupted"} & set(fault)
    and (data := holdable(read("cases/min-case.yaml", content(fault), scalars.written))) is not None
]


@pytest.mark.parametrize(("fault", "data"), MAKEABLE, ids=[fault["what"] for fault, _ in MAKEABLE])
def test_form_says_what_check_says(scripts: Page, fault: Fault, data: Any, tmp_path: Path) -> None:
    text = scripts.evaluate(WRITE, [data, None])
    also = {"also": fault.get("also", {})}
    found = made({"content": text, **also}, tmp_path)
    others = {Path(name).stem: name for name in fault.get("also", {})}
    others |= {case.slug: case.title for case in found.cases if case.slug in others}
    aliases = {alias: case.slug for case in found.cases if case.slug in others for alias in case.aliases}
    said = scripts.evaluate(CHECK, [data, "min-case", {**others, "min-case": ""}, aliases])
    mine = (problem for problem in told(found) if problem.file == "cases/min-case.yaml")
    wanted = {(p.field, p.message, p.severity) for p in mine if p.code not in ELSEWHERE}
    mine_too = [item for item in said if item["code"] != PRINTED]
    assert {(item["field"], item["message"], item["severity"]) for item in mine_too} == wanted


MARKDOWN = [
    *AS_WRITTEN,
    "Sådan:\n1. 10. klasse\n2. b\n\n1. c\n1. d",
    "• a\n• b\n\n    - c\n    - d",
    "| a | b |\n|---|---|\n| 1 | *2* |",
    "1. a\n   - b\n\n3. c  \nd\\\n**e** [f](https://g.dk) ![h](i.png)",
]


def test_form_reads_markdown_as_the_page_does(scripts: Page) -> None:
    there = "({render, plain, faults}, texts) => texts.map(t => [render(t), plain(t), faults(t)])"
    read = f"texts => ({there})(casekatalog.markdown, texts)"
    for text, (html, plain, codes) in zip(MARKDOWN, scripts.evaluate(read, MARKDOWN), strict=True):
        assert html.replace("<table>", '<table class="data">') == prose.html(text)
        assert (plain, codes) == (prose.plain(text), [fault.code for fault in prose.faults(text)])


PLAIN = [
    "Kommunen " + "og kommunen " * 15 + "deler **det** hele. Se bl.a. Varde og nr. 4 pr. 1. marts 2013.",
    "VUM, KL og (VUM). 1. Ring.\n\n2. Skriv: KREVI står for noget; ABC's og DEFerne (GHI) er x-JKL, Ø-MNO, PQR-STU.",
    "Én sætning… “Det gik.” Så blev det! »Ja?« Nej - 3,5 pct. ca. Otte ½ ² Ⅳ Å_B_C",
    *(
        "Samarbejdsorganisationernes kvalitetsudviklingsmedarbejdere mødtes hver uge. " * count
        for count in (12, 25)
    ),
    "Forløbskoordinering ord. " * 50,
]


def test_form_gives_the_advice_of_check(scripts: Page) -> None:
    vocabulary = load(CASES)[1]
    known = known_abbreviations(vocabulary)
    cases = [case_data(path.stem, path.read_bytes())["data"] for path in FILES]
    texts = [*PLAIN, *AS_WRITTEN]
    cases += [{"title": "VIVE", "summary": text, "purpose": text, "advice": ["ABC", text]} for text in texts]
    cases += [{"purpose": "ikke oplyst", "gains": [{"text": text}], "editor_notes": [text]} for text in texts]
    there = f"cases => cases.map(data => [casekatalog.readability.advise(data, {SETUP}), ({WRITE})([data, null])])"
    codes = set()
    for said, text in scripts.evaluate(there, cases):
        reading = read("cases/x.yaml", text.encode())
        wanted = [(found.field, found.code, found.message) for found in advice(reading, Case, known)]
        assert [(found["field"], found["code"], found["message"]) for found in said] == wanted, text
        codes |= {code for _, code, _ in wanted}
    assert codes == wording.advice.keys()


def test_form_warns_of_personal_data_in_comments_as_check_does(scripts: Page) -> None:
    text = (CASES / "een-plan.yaml").read_text("utf-8")
    text = text.replace("\npurpose:", "\n# Ring til Ane på 20 30 40 50\npurpose:", 1) + "# cpr 120345-1234\n"
    there = f"""([told]) => casekatalog.rules.check(told.data, {SETUP}, told.slug,
        casekatalog.notes.comments(casekatalog.notes.placed(told.notes, told.data), told.data))"""
    found = scripts.evaluate(there, [case_data("een-plan", text.encode())])
    assert {problem["code"] for problem in found} == {"phone_number", "cpr_number"}
    assert all("som kun ses i filen" in problem["message"] for problem in found)
    assert {problem["severity"] for problem in found} == {"warning"}


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
    page.locator("[data-case-form]").wait_for()
    page.clock.run_for(REST)
    page.evaluate("casekatalog.settled")
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
    press(
        page,
        "Kan udelades: kontakt, beslægtede cases, senest bekræftet, kort case, tidligere adresser, søgeord, "
        "noter til redaktionen",
    )


MISTAKES = [
    ("felt-title", "", "title"),
    ("felt-title", "a" * 111, "title"),
    ("felt-summary", "Første.\n\nAndet.", "summary"),
    ("felt-municipalities", "Vadre\n", "municipalities[2]"),
    ("felt-period-start", "ca. 2015", "period.start"),
    ("felt-period-end", "2014", "period.end"),
    ("felt-purpose", "# Overskrift", "purpose"),
    ("felt-financing-amounts-0-value", "10,5,5", "financing.amounts[0].value"),
    ("felt-financing-amounts-0-value", "1.234", "financing.amounts[0].value"),
    ("felt-financing-amounts-0-to", "1", "financing.amounts[0].to"),
    ("felt-gains-0-text", "", "gains[0].text"),
    ("felt-sources-0-url", "www.kl.dk", "sources[0].url"),
    ("felt-contact-mailbox", "anne.jensen@koege.dk", "contact.mailbox"),
    ("felt-contact-url", "www.koege.dk", "contact.url"),
    ("felt-contact-url", "https://dk.linkedin.com/in/anne", "contact.url"),
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
        told = [message.partition("`")[0] for _, message in wanted] if typed else ["Ikke skrevet endnu."]
        assert any(message in " ".join(shown) for message in told)
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
    assert run_in(cases, "check", str(path)).exit_code == 0
    assert fmt("x", path.read_bytes()).encode() == path.read_bytes()
    address = urlsplit(page.get_attribute("[data-form-send]", "href") or "")
    assert address.netloc == "github.com"
    assert address.path.endswith("/new/main/cases")
    assert parse_qs(address.query) == {
        "filename": ["faelles-koersel-to-kommuner.yaml"],
        "value": [path.read_text("utf-8")],
    }


def test_advice_on_words_is_told_quietly_once_a_field_is_left(page: Page, server: str) -> None:
    page.goto(server + URL)
    current(page)
    verdict = page.locator("[data-form-verdict]").inner_text()
    field = page.locator('[data-path="target_group"]')
    own, every = field.locator(".field__advice"), page.locator("[data-form-advice]")
    expect(every).to_be_hidden()
    page.get_by_text("Kan udelades: regioner").click()
    page.locator("#felt-target_group").fill("Borgere. Kommunen " + "og kommunen " * 15 + "deler VUM.")
    current(page)
    expect(own).to_have_count(0)
    page.keyboard.press("Tab")
    current(page)
    expect(own.locator("summary")).to_have_text("Råd om sproget (2)")
    expect(own.locator("ul")).to_be_hidden()
    own.locator("summary").press("Enter")
    expect(own.locator("li").first).to_have_text(
        re.compile("Kommunen og kommunen og kommunen … Sætningen er på 33 ord; 30 er nok")
    )
    expect(field.locator(".field__error")).to_be_hidden()
    expect(page.locator("[data-form-verdict]")).to_have_text(verdict)
    every.locator("summary").press("Enter")
    assert_accessible(page)
    every.locator("a").first.press("Enter")
    expect(page.locator("#felt-target_group")).to_be_focused()
    page.locator("#felt-target_group").fill("Borgere.")
    current(page)
    expect(own).to_be_hidden()
    expect(every).to_be_hidden()


def test_a_loaded_case_changes_only_where_the_editor_changed_it(page: Page, server: str) -> None:
    slug = "hjoerring-modellen"
    before = (CASES / f"{slug}.yaml").read_text("utf-8")
    page.goto(f"{server}case/{slug}/")
    page.get_by_role("link", name="Ret denne case").click()
    page.wait_for_selector("#felt-gains-1-text", state="attached")
    assert current(page)["text"] == before
    page.click('[data-path="gains[1]"] summary')
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
            "data => casekatalog.preview.render(data, casekatalog.data.get('setup')).textContent.replace(/\\s+/g, '')",
            data,
        )
        html = (site / "case" / path.stem / "index.html").read_text("utf-8")
        page_text = scripts.evaluate(
            """html => {
              const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
              const drawn = ".chart, .chart__file, .figure__bars, .figures__scale";
              article.querySelectorAll(drawn).forEach(each => each.remove());
              article.querySelector(".actions").remove();
              return article.textContent.replace(/\\s+/g, '');
            }""",
            html,
        )
        for part in re.split(
            r"(?=Formål|Organisering|Finansiering|Gevinster|Drivkræfter|Barrierer|Kilder|Hvemkanduspørge|Senestbekræftet|Kildentierom|Søgeord)",
            preview,
        ):
            assert part.removesuffix(".") in page_text, (path.stem, differing(part, page_text))


SHAPES = """root => {
  const parts = [".glance__claim", ".glance__numbers", ".answers", ".facts", ".points--gains",
    ".points--drivers", ".points--barriers", ".series", ".advice",
    ".caveats", ".sources", ".unknown", ".aside"];
  const shape = element => element.tagName.replace(/^A$/, "SPAN").replace(/^H[1-6]$/, "H") +
    Array.from(element.classList).filter(name => !name.startsWith("preview__")).map(name => "." + name).join("");
  const told = part => Array.from(part.querySelectorAll("*"))
    .filter(element => !element.closest(".term, .chart, .chart__file, .figure__bars, .figures__scale"))
    .map(shape).filter(name => !["SPAN", "DIV", "BR"].includes(name)).join(" ");
  return Object.fromEntries(parts.map(name => [name, Array.from(root.querySelectorAll(name), told)]));
}"""
"""What the parts of a case are made of: elements and classes, without those that only link or hold others together.

Charts and files are made by the build: the preview has their numbers in the table."""


def test_the_preview_is_made_as_the_page(scripts: Page, server: str, site: Path) -> None:
    for path in FILES:
        data = case_data(path.stem, path.read_bytes())["data"]
        html = (site / "case" / path.stem / "index.html").read_text("utf-8")
        preview, page = scripts.evaluate(
            f"""([data, html]) => [casekatalog.preview.render(data, casekatalog.data.get('setup')),
              new DOMParser().parseFromString(html, "text/html").querySelector("article")].map({SHAPES})""",
            [data, html],
        )
        assert preview == page, path.stem
        assert preview[".facts"][0] and preview[".answers"][0] and preview[".glance__claim"][0]


NUMBERS = [
    0,
    -0.0,
    -1,
    -1.5,
    0.1,
    1000,
    1234567,
    -12345.678,
    0.1234567890125,
    2.5e-10,
    1.5e-10,
    1e15,
    999999999999999,
]
DECIMALS = st.decimals(-(10**12), 10**12, places=3) | st.decimals(-1000, 1000, places=9)


@given(st.sampled_from(NUMBERS) | DECIMALS.map(float), st.integers(0, 4))
@settings(max_examples=300)
def test_both_sides_write_numbers_alike(scripts: Page, value: float, decimals: int) -> None:
    found = scripts.evaluate("given => casekatalog.figure.written(...given)", [repr(value), decimals])
    assert found == number(value, decimals)


def test_patterns_mean_the_same_on_both_sides(scripts: Page) -> None:
    written = [
        *("1", "-1", "0", "007", "1_000", "1.5", "1.500", "12.345", "0.125", "1.234,5", ",5", "1,5", "-"),
        *("10-20", "1,5 – 2,5", "ca. 10", "ca. -10 kr.", "æ-10", "10 kr. om 5 år", "3/5-2026", "03.05.2026"),
        *("18-02-24", "3/5 26", "feb 2024", "februar, 2024", "fe 2024"),
        *(
            "3. maj 2026",
            "3.maj, 2026",
            "2026-5-3",
            "2026-05-03t12:00z",
            "2026-05-03 12:00:00+02:00",
            "٣",
            "x²-1",
            "1,234.5",
            "1,234",
            "12,5",
            "5th of may 2026",
            "on may 5, 2026",
            "5/3/2026",
            "25/3/2026",
        ),
    ]
    sources = [*{source for language in LOCALES.values() for source in language.notation.patterns.values()}]
    found = scripts.evaluate(
        """([sources, written]) => sources.map((source) => new RegExp(`^(?:${source})$`, "u")).map((pattern) =>
             written.map((text) => Array.from(pattern.exec(text) || [], (part) => part ?? "")))""",
        [sources, written],
    )
    for parts, source in zip(found, sources, strict=True):
        told = [re.fullmatch(source, each) for each in written]
        assert parts == [[each[0], *each.groups("")] if each else [] for each in told], source


@given(st.lists(st.text("abcdeæ-", max_size=9), min_size=2, max_size=2), st.sampled_from([0.0, 0.65, 0.75]))
@settings(max_examples=200)
def test_both_sides_count_slips_alike(scripts: Page, words: list[str], least: float) -> None:
    first, second = words
    found = scripts.evaluate("words => casekatalog.distance.likeness(...words)", [first, second, least])
    assert found == likeness(first, second, least)


def test_the_preview_tells_at_a_glance_what_the_page_does(
    scripts: Page, made: Catalogue, made_project: Path
) -> None:
    told = "part => part.textContent.replace(/\\s+/g, '')"
    for case in made.cases:
        data = case_data(case.slug, (MADE / f"{case.slug}.yaml").read_bytes())["data"]
        html = (made_project / "site" / "case" / case.slug / "index.html").read_text("utf-8")
        preview, page = scripts.evaluate(
            f"""([data, html]) => [casekatalog.preview.render(data, casekatalog.data.get('setup')),
              new DOMParser().parseFromString(html, "text/html")].map(root =>
                Array.from(root.querySelectorAll(".glance__claim, .glance__number, .answer > *"), {told}))""",
            [data, html],
        )
        assert preview == page, case.slug
        brief = glance(made, case)
        assert len(preview) == 1 + len(brief.numbers) + bool(brief.doubts) + 3 * len(
            made.vocabulary["questions"]
        )


def test_the_preview_ends_with_the_search_words(scripts: Page) -> None:
    last = (
        "data => casekatalog.preview.render(data, casekatalog.data.get('setup')).lastElementChild.outerHTML"
    )
    shown = scripts.evaluate(last, {"search_words": ["delebil", "hvem kører mig"]})
    words = "<summary>Søgeord</summary><p>delebil&nbsp;· hvem kører mig</p>"
    assert shown == f'<details class="fold fold--small aside">{words}</details>'
    assert "aside" not in scripts.evaluate(last, {"search_words": []})


def test_the_draft_is_kept_until_the_editor_deletes_it(page: Page, server: str) -> None:
    answers = [False, True]
    page.on("dialog", lambda dialog: dialog.accept() if answers.pop(0) else dialog.dismiss())
    page.goto(server + URL)
    page.fill("#felt-title", "En kladde")
    page.reload()  # at once, before the form has had its moment of rest
    expect(page.locator("#felt-title")).to_have_value("En kladde")
    page.click('[data-form-notice="draft"] button')
    expect(page.locator("#felt-title")).to_have_value("En kladde")
    page.click('[data-form-notice="draft"] button')
    page.wait_for_function("document.querySelector('#felt-title')?.value === ''")
    page.wait_for_selector(READY)
    expect(page.locator('[data-form-notice="draft"]')).to_be_hidden()


def with_comments(text: str) -> str:
    """Return a case file with comments at a key, in a list and at the end."""
    text = text.replace("\npurpose:", "\n# om formålet\npurpose:", 1)
    text = re.sub(r"\nthemes: .*", r"\g<0>\n  # - et tema mere", text, count=1)
    head, first, rest = text.split("\n  - type:", 2)
    text = f"{head}\n  # om gevinsten\n  - type:{first}\n    # sidst i gevinsten\n  - type:{rest}"
    return fmt("x", (text + "# sidst\n").encode())


def serve_case(page: Page, slug: str, text: str) -> None:
    """Let the site hold another text of a case than it was built with."""
    path = f"assets/data/case/{slug}.js"
    script = case_scripts({slug: text.encode()}, {path})[path]
    page.route(
        f"**/{path}",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )


def test_a_draft_keeps_the_comments_of_the_file_and_tells_when_the_case_has_changed(
    page: Page, server: str
) -> None:
    slug = "hjoerring-modellen"
    text = with_comments((CASES / f"{slug}.yaml").read_text("utf-8"))
    serve_case(page, slug, text)
    page.goto(f"{server}{URL}?case={slug}")
    assert current(page)["text"] == text
    page.focus("#felt-title")
    page.keyboard.press("Tab")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator('[data-form-notice="draft"]'), "who only looked has no draft").to_be_hidden()
    page.fill("#felt-title", "Hjørring-modellen")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator('[data-form-notice="draft"]')).to_be_visible()
    after = current(page)["text"]
    assert after == re.sub(r"^title: .*", "title: Hjørring-modellen", text, count=1, flags=re.MULTILINE)
    serve_case(page, slug, re.sub("\ntitle: .*", "\ntitle: Ny titel", text))
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator('[data-form-notice="outdated"]')).to_be_visible()
    assert current(page)["text"] == after


def test_items_move_and_go_with_their_comments(page: Page, server: str) -> None:
    slug = "hjoerring-modellen"
    text = with_comments((CASES / f"{slug}.yaml").read_text("utf-8"))
    serve_case(page, slug, text)
    page.goto(f"{server}{URL}?case={slug}")
    page.click('[data-path="gains[1]"] summary')
    page.get_by_role("button", name="Flyt gevinst 2 op").press("Enter")
    moved = read("x", current(page)["text"].encode()).document.data["gains"]
    before = read("x", text.encode()).document.data["gains"]
    assert moved == (before[1], before[0], *before[2:])
    assert re.search(r"# om gevinsten\n  - type: oekonomi", current(page)["text"])
    assert re.search(r"  - type: oekonomi(\n    .*)+\n    # sidst i gevinsten\n", current(page)["text"])
    page.on("dialog", lambda dialog: dialog.accept())
    page.click('[data-path="gains[1]"] summary')
    page.get_by_role("button", name="Fjern gevinst 2").click()
    assert read("x", current(page)["text"].encode()).document.data["gains"] == (before[1], *before[2:])
    assert "# om gevinsten" not in current(page)["text"]


def test_a_second_window_and_a_browser_that_keeps_nothing_are_told_of(browser: Browser, server: str) -> None:
    context = browser.new_context()
    first, second = context.new_page(), context.new_page()
    first.goto(server + URL)
    second.goto(server + URL)
    second.fill("#felt-title", "Andet vindue")
    first.wait_for_selector('[data-form-notice="elsewhere"]:not([hidden])')
    context.close()
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(server + URL)
    page.fill("#felt-title", "Uden lager")
    page.wait_for_function(
        "document.querySelector('[data-form-kept]').textContent.includes('kan ikke gemme')"
    )
    assert current(page)["text"].splitlines()[1] == "title: Uden lager"
    assert page.locator("[data-form-kept]").evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")
    context.close()


def test_a_silent_source_gives_back_what_was_written(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-purpose", "Et formål.")
    page.check("#felt-purpose-silent")
    page.get_by_role("button", name="Tilføj gevinst").click()
    page.fill("#felt-gains-0-text", "En gevinst.")
    page.check("#felt-gains-silent")
    for again in (False, True):
        assert "purpose: ikke oplyst" in current(page)["text"]
        if again:
            page.reload()
            page.locator("[data-case-form]").wait_for()
        page.uncheck("#felt-purpose-silent")
        expect(page.locator("#felt-purpose")).to_have_value("Et formål.")
        page.check("#felt-purpose-silent")
    page.uncheck("#felt-gains-silent")
    expect(page.locator("#felt-gains-0-text")).to_have_value("En gevinst.")


GROUPS = {"period": ("start", "2012"), "financing": ("model", "ekstern-pulje"), "purpose": ("", "Et formål.")}


@pytest.mark.parametrize("key", GROUPS)
def test_ikke_oplyst_holds_for_every_kind_of_field(page: Page, server: str, key: str) -> None:
    part, value = GROUPS[key]
    inner, silent = f"#felt-{key}{'-' + part if part else ''}", f"#felt-{key}-silent"
    page.goto(server + URL)
    page.check(silent)
    found = current(page)
    assert f"\n{key}: ikke oplyst\n" in found["text"]
    assert key not in {problem["path"][0] for problem in found["problems"]}
    page.reload()
    expect(page.locator(silent)).to_be_checked()
    page.uncheck(silent)
    if key == "financing":
        page.select_option(inner, value)
    else:
        page.fill(inner, value)
    page.check(silent)
    assert f"\n{key}: ikke oplyst\n" in current(page)["text"]
    page.uncheck(silent)
    expect(page.locator(inner)).to_have_value(value)
    assert value in current(page)["text"]


def test_ikke_oplyst_takes_the_place_of_what_a_case_said(page: Page, server: str) -> None:
    page.goto(f"{server}{URL}?case=slusen-taarnby")
    page.check("#felt-period-silent")
    text = current(page)["text"]
    assert "\nperiod: ikke oplyst\n" in text
    assert "start:" not in text
    page.uncheck("#felt-period-silent")
    assert "\nperiod:\n  start: 2012\n" in current(page)["text"]


def test_ikke_oplyst_is_known_however_it_is_written(page: Page, server: str) -> None:
    slug = "hjoerring-modellen"
    text = (CASES / f"{slug}.yaml").read_text("utf-8")
    text = re.sub(r"\nperiod:\n(  .*\n)+", "\nperiod: Ikke oplyst.\n", text)
    serve_case(page, slug, text)
    page.goto(f"{server}{URL}?case={slug}")
    expect(page.locator("#felt-period-silent")).to_be_checked()
    page.uncheck("#felt-period-silent")
    page.fill("#felt-period-start", "2013")
    assert "\nperiod:\n  start: 2013\n" in current(page)["text"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2,7", "2.7"),
        ("1.250.000", "1250000"),
        ("1.250,5", "1250.5"),
        ("2,125", "2.1250"),
        ("10.5", "10.5"),
        ("-3,5", "-3.5"),
        ("1 250 000", "1250000"),
        ("2.125", "2.125"),
        ("ca. 5", "ca. 5"),
    ],
)
def test_numbers_are_read_as_danes_write_them(scripts: Page, typed: str, written: str) -> None:
    assert scripts.evaluate("typed => casekatalog.numbers.meant(typed)", typed) == written


def test_a_case_names_its_own_source_or_one_that_cases_share(page: Page, server: str) -> None:
    page.goto(server + URL)
    for name, words in (("title", "Evaluering"), ("publisher", "Køge Kommune"), ("year", "2024")):
        page.fill(f"#felt-sources-0-{name}", words)
    own = "\nsources:\n  - title: Evaluering\n    publisher: Køge Kommune\n    year: 2024\n"
    found = current(page)
    assert own in found["text"]
    assert "sources" not in {problem["path"][0] for problem in found["problems"]}
    expect(page.locator("[data-form-preview]")).to_contain_text("Køge Kommune, 2024.", use_inner_text=True)
    page.select_option("#felt-sources-0-source", "kl-casekatalog")
    expect(page.locator("#felt-sources-0-title")).to_be_hidden()
    found = current(page)
    assert "title: Evaluering" not in found["text"]
    assert [problem["field"] for problem in found["problems"] if problem["path"][0] == "sources"] == [
        "sources[0].where"
    ]
    page.select_option("#felt-sources-0-source", "")
    assert own in current(page)["text"]


def test_what_is_typed_among_words_is_kept_when_the_page_is_left(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.click('[data-form-more*="partners"] summary')
    page.fill("#felt-partners", "Havnen")
    page.reload()
    assert "partners: [Havnen]" in current(page)["text"]


def test_a_second_new_case_keeps_its_own_draft(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", "Den første")
    page.click("[data-form-another]")
    page.wait_for_selector(READY)
    expect(page.locator("#felt-title")).to_have_value("")
    page.fill("#felt-title", "Den anden")
    page.get_by_role("link", name="Den første").click()
    page.wait_for_selector(READY)
    expect(page.locator("#felt-title")).to_have_value("Den første")
    expect(page.get_by_role("link", name="Den anden")).to_be_visible()


STRANGE = [
    '{"data":{"title":"x","gains":5},"notes":{"before":[],"after":[],"end":[]}}',
    '{"data":{"title":"x","period":{"start":2012},"old":1},"notes":7}',
    '{"data":{"title":"x","gains":[null,3,{"text":"a","figures":"b"}]}}',
    '{"data":{"title":"x","series":[{"rows":[[1,null,"2"],"x"]}],"short":"ja","themes":["x",5]}}',
    '{"data":{"title":"x","constructor":"y","toString":[]}}',
    *("{bad", "null", "5", "[]", '{"data":[]}', '{"data":null}', ""),
]


@pytest.mark.parametrize("kept", STRANGE)
def test_a_draft_of_another_shape_opens_as_far_as_it_can(page: Page, server: str, kept: str) -> None:
    keep = f"localStorage.setItem('casekatalog-kladde:ny', {json.dumps(kept)})"
    page.add_init_script(f"localStorage.getItem('casekatalog-kladde:ny') ?? {keep}")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server + URL)
    page.wait_for_selector(READY)
    expect(page.locator('[data-form-notice="lost"]')).to_be_visible()
    expect(page.locator('[data-form-notice="lost"] button')).to_have_text(
        "Slet kladden, og begynd forfra", use_inner_text=True
    )
    expect(page.locator('[data-form-notice="lost"] pre')).to_have_text(kept)
    expect(page.locator("#felt-title")).to_have_value("x" if '"x"' in kept else "")
    assert not faults


def test_a_case_that_is_not_there_is_told_of(page: Page, server: str) -> None:
    page.goto(f"{server}{URL}?case=hjoring-modellen")
    page.wait_for_selector(READY)
    told = page.locator('[data-form-notice="unknown"]')
    expect(told).to_contain_text("hjoring-modellen findes ikke", use_inner_text=True)
    told.get_by_role("link", name="Hjørring-modellen").click()
    page.wait_for_selector("#felt-gains-1-text", state="attached")
    page.route("**/assets/data/case/*.js", lambda route: route.abort())
    page.reload()
    page.wait_for_selector('[data-form-notice="unloaded"]:not([hidden])')
    page.unroute("**/assets/data/case/*.js")
    page.click("[data-form-retry]")
    page.wait_for_selector("#felt-gains-1-text", state="attached")


def test_what_reads_texts_comes_with_the_first_of_them(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "markdown-it" in request.url else None)
    page.route("**/markdown-it.min.js", lambda route: route.abort())
    page.goto(server + URL)
    current(page)
    assert not asked
    page.fill("#felt-title", "Fælles kørsel")
    page.clock.run_for(REST)
    page.locator('[data-form-notice="unread"]').wait_for()
    page.unroute("**/markdown-it.min.js")
    page.click('[data-form-notice="unread"] [data-form-retry]')
    expect(page.locator("#felt-title")).to_have_value("Fælles kørsel")
    assert "title: Fælles kørsel" in current(page)["text"]


def test_what_must_be_chosen_is_asked_for_as_a_choice(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.click("[data-form-check]")
    current(page)
    expect(page.locator("#felt-themes-error")).to_have_text(
        "Ikke valgt endnu. Vælg noget.", use_inner_text=True
    )
    for name in ("gains", "purpose", "period"):
        assert page.inner_text(f"#felt-{name}-error").endswith(", eller sæt hak ved »Ikke oplyst«.")
    expect(page.locator("#felt-title-error")).to_have_text(
        "Ikke skrevet endnu. Skriv noget.", use_inner_text=True
    )
    bare = "[...document.querySelectorAll('[aria-invalid]')].filter(e => !e.getAttribute('aria-describedby'))"
    assert page.evaluate(f"{bare}.map(e => e.id)") == []


def test_an_unfinished_case_is_not_sent_but_can_be_kept(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", "Halvt færdig")
    count = len(current(page)["problems"])
    expect(page.locator("[data-form-send]")).to_have_text(
        f"{count} ting mangler: se, hvad der mangler", use_inner_text=True
    )
    page.click("[data-form-send]")
    assert page.locator("[data-form-problems] li").count() == count
    assert page.evaluate("document.activeElement.hasAttribute('data-form-verdict')")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent den halvfærdige fil").click()
    assert download.value.suggested_filename == "halvt-faerdig.yaml"
    expect(page.locator("[data-form-fetched]")).to_contain_text(
        "halvt-faerdig.yaml er hentet", use_inner_text=True
    )
    expect(page.locator("[data-form-fetched]")).to_contain_text("ikke færdig", use_inner_text=True)


LETTER = "([to, file, text, title]) => casekatalog.send.mail(to, file, text, title, true)"


def test_a_short_case_is_pasted_in_the_mail_and_a_long_one_attached(scripts: Page) -> None:
    to, text = "redaktion@koege.dk", "title: Æ & ø 100 %\nsummary: Kort?\n"
    short = scripts.evaluate(LETTER, [to, "x.yaml", text, "Æ & ø"])
    address = urlsplit(short["address"])
    assert (address.scheme, address.path) == ("mailto", to)
    assert parse_qs(address.query)["subject"] == ["Ny case: Æ & ø"]
    assert parse_qs(address.query)["body"][0].endswith(text.replace("\n", "\r\n"))
    long = scripts.evaluate(LETTER, [to, "x.yaml", text * 200, "Æ & ø"])
    assert len(long["address"]) < 500
    assert "vedhæft filen x.yaml" in long["guide"]


def ending(catalogue: Catalogue, settings: str, tmp_path: Path) -> str:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - casekatalog:\n{settings}", "utf-8")
    found = read_settings(tmp_path / "mkdocs.yml").settings
    html = Site(catalogue, ROOT / "theme_overrides", found).render_view("form", "foreslaa/")
    return html[html.index('id="del-send"') :]


def test_the_form_ends_in_the_ways_that_there_are(catalogue: Catalogue, tmp_path: Path) -> None:
    nobody = ending(catalogue, "      pdf: false\n", tmp_path)
    assert "ikke oplyst, hvem der tager imod" in nobody
    assert "data-form-download" in nobody
    assert "data-form-send" not in nobody
    assert "mailto:" not in nobody
    mail = ending(catalogue, "      editors: {name: Redaktionen, email: redaktion@koege.dk}\n", tmp_path)
    assert "data-form-mail" in mail
    assert "Redaktionen, <a" in mail
    assert "ikke oplyst, hvem" not in mail
    phone = ending(catalogue, "      editors: {name: Else, phone: 12 34 56 78}\n", tmp_path)
    assert "Spørg Else (12 34 56 78)" in phone
    host = ending(catalogue, "      edit_url: https://github.com/o/r/edit/main/cases/{path}\n", tmp_path)
    assert "data-form-send" in host


def test_what_nobody_sees_is_left_out(page: Page, server: str) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", "Bløde\u00ad binde\u200bstreger\u2028her")
    page.fill("#felt-purpose", "Første.\n\n\u00a0\u00a0Andet\u00a0afsnit.")
    text = current(page)["text"]
    assert "title: Bløde bindestreger her\n" in text
    assert "\n  Andet\u00a0afsnit.\n" in text


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Hjørring modellen", "casen findes allerede"),
        ("Om", "som en fast side har"),
        ("Nul", "som Windows bruger selv"),
        ("!!!", "mindst ét bogstav"),
    ],
)
def test_a_title_that_gives_no_address_of_its_own_is_told_of(
    page: Page, server: str, title: str, said: str
) -> None:
    page.goto(server + URL)
    page.fill("#felt-title", title)
    page.keyboard.press("Tab")
    current(page)
    expect(page.locator("#felt-title-error")).to_contain_text(said, use_inner_text=True)


def test_a_new_field_of_several_texts_needs_no_word_in_the_form(scripts: Page) -> None:
    told = scripts.evaluate(
        f"""() => {{
          const maker = casekatalog.fields.of({SETUP}, () => false, () => {{}}, new Map());
          const place = document.createElement("div"), schema = {{ title: "Nyt" }};
          const where = {{ holder: {{ ny: ["En"] }}, key: "ny", path: ["ny"], schema, required: false }};
          casekatalog.rows.texts(maker, place, where);
          return [place.querySelector("textarea").ariaLabel, place.lastElementChild.textContent];
        }}"""
    )
    assert told == ["Nyt 1", "Tilføj nyt"]


def test_a_title_that_only_javascript_knows_gives_an_address(scripts: Page) -> None:
    made = scripts.evaluate("() => casekatalog.rules.address('Constructor', casekatalog.data.get('setup'))")
    assert made == {"slug": "constructor", "problems": []}


def test_a_long_title_gives_a_file_name_that_check_takes(page: Page, server: str) -> None:
    title = "Samarbejde om udvikling af fælles digitale løsninger til kommunernes arbejde med forebyggelse og sundhed"
    page.goto(server + URL)
    page.fill("#felt-title", title)
    current(page)
    expect(page.locator("[data-form-file]")).to_have_text(
        f"cases/{new_case(title)[0]}.yaml", use_inner_text=True
    )


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
    page.click("[data-form-copy]")
    page.wait_for_function("document.querySelector('[data-form-copied]').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    page.click("[data-form-copy]")
    page.wait_for_function("getSelection().toString()")
    assert page.evaluate("getSelection().toString()").strip() == text.strip()
    expect(page.locator("[data-form-copied]")).to_contain_text("Ctrl+C", use_inner_text=True)


WAY = "([host, file, text, isNew]) => casekatalog.host.way(host, file, text, isNew)"


@pytest.mark.parametrize(
    ("edit_url", "new", "edit"),
    [
        (
            "https://github.com/o/r/edit/main/cases/{path}",
            "https://github.com/o/r/new/main/cases?filename=x.yaml",
            "https://github.com/o/r/edit/main/cases/x.yaml",
        ),
        (
            "https://gitlab.com/g/s/r/-/edit/main/cases/{path}",
            "https://gitlab.com/g/s/r/-/new/main/cases?file_name=x.yaml",
            "https://gitlab.com/g/s/r/-/edit/main/cases/x.yaml",
        ),
        (
            "https://dev.azure.com/o/p/_git/r?path=/cases/{path}&version=GBmain",
            "https://dev.azure.com/o/p/_git/r?path=/cases&version=GBmain",
            "https://dev.azure.com/o/p/_git/r?path=/cases/x.yaml&version=GBmain",
        ),
        ("https://example.org/{path}", "", "https://example.org/x.yaml"),
    ],
)
def test_every_host_gets_its_address(scripts: Page, edit_url: str, new: str, edit: str) -> None:
    place = host(edit_url)
    data = {"kind": place.kind, "new": place.new, "edit": place.edit}
    text = "title: Æ & ø #1 100 % + på?\n"
    made = scripts.evaluate(WAY, [data, "x.yaml", text, True])
    assert made["address"].partition("&value=")[0] == new
    assert made["whole"] == (place.kind == "github")
    if made["whole"]:
        assert parse_qs(urlsplit(made["address"]).query)["value"] == [text]
        made = scripts.evaluate(WAY, [data, "x.yaml", text * 300, True])
        assert made["address"] == new
    assert not made["address"] or "redaktionen læser" in made["guide"]
    assert scripts.evaluate(WAY, [data, "x.yaml", text, False])["address"] == edit


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


@pytest.mark.parametrize("address", [URL, URL + "?case=hjoerring-modellen", "redaktion/"])
def test_axe_finds_nothing_in_the_form(page: Page, server: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(server + address)
    if address != "redaktion/":
        page.wait_for_selector(READY)
        page.click("[data-form-check]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 900})
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert_accessible(page, "dark")


def test_setup_is_small() -> None:
    assert len(json.dumps(setup(Catalogue(*load(CASES))))) < 150_000


NASTY = json.loads((Path(__file__).parent / "data" / "texts.json").read_text("utf-8"))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the places of the texts in a case."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, dict | list):
            yield from places(item, (*path, key))
        elif isinstance(item, str) and item != "ikke oplyst":
            yield (*path, key)


def spoilt(chance: Random) -> Any:
    """Return a real case, in which some texts were written anew by somebody in a hurry."""
    path = chance.choice(FILES)
    data = case_data(path.stem, path.read_bytes())["data"]
    data.setdefault("contact", {"role": "Chef", "organisation": "Køge", "mailbox": "post@koege.dk"})
    data.setdefault("related", {"see_also": ["een-plan"], "inspired_by": ["hjoerring-modellen"]})
    for place in chance.sample(list(places(data)), 3):
        holder = data
        for part in place[:-1]:
            holder = holder[part]
        is_line = "rows" in place or place[-1] in {"value", "to", "before", "start", "end", "date"}
        holder[place[-1]] = chance.choice(
            [text for text in NASTY if not (is_line and re.search("[\n\r]", text))]
        )
    return data


def test_form_and_check_agree_on_whatever_is_written(scripts: Page, cases: Path) -> None:
    chance = Random(7)
    vocabulary = load(cases)[1]
    known = {case.slug: case.title for case in load(cases)[0]}
    for data in (spoilt(chance) for _ in range(150)):
        said = scripts.evaluate(CHECK, [data, "min-case", {**known, "min-case": ""}, {}])
        text = scripts.evaluate(WRITE, [data, None])
        reading, _ = parse_case(read("cases/min-case.yaml", text.encode()), "min-case", vocabulary)
        judge(reading)
        log = reading.log
        wanted = {(found.field, found.message) for found in (*log.problems, *log.warnings)}
        elsewhere = {"unknown_case", "own_case", "same_title", PRINTED}
        found = {
            (problem["field"], problem["message"]) for problem in said if problem["code"] not in elsewhere
        }
        assert found == wanted, text
        if "control_character" not in {problem.code for problem in log.problems}:
            assert fmt("x", text.encode()) == text


def test_form_tells_characters_that_the_fonts_lack(scripts: Page) -> None:
    data = {"purpose": "Vi ➔ dem, æøå – «CO₂»", "advice": ["漢", "Ｆed", "m² ≥ 5 → “x”"]}
    said = scripts.evaluate(CHECK, [data, None, {}, {}])
    assert [(item["field"], item["message"]) for item in said if item["code"] == PRINTED] == [
        ("purpose", 'tegnet ➔ (U+2794) findes ikke i PDF\'ens skrifttyper. Skriv "→".'),
        ("advice[0]", "tegnet 漢 (U+6F22) findes ikke i PDF'ens skrifttyper. Skriv det på en anden måde."),
        ("advice[1]", 'tegnet Ｆ (U+FF26) findes ikke i PDF\'ens skrifttyper. Skriv "F".'),
    ]


def test_form_finds_the_same_in_texts(scripts: Page) -> None:
    for code, written in JUDGED.items():
        for text in written:
            said = scripts.evaluate(CHECK, [{"purpose": text}, None, {}, {}])
            found = {problem["code"] for problem in said if problem["field"] == "purpose"}
            assert found == {code} - {"none"}, text


def test_form_knows_the_characters_that_nobody_sees(scripts: Page) -> None:
    sees = "points => points.filter(point => casekatalog.scalars.INVISIBLE.test(String.fromCharCode(point)))"
    points = [*range(0x10000)]
    assert scripts.evaluate(sees, points) == [point for point in points if CONTROL.match(chr(point))]


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_in_sight_moves_when_the_form_comes(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        """globalThis.moved = 0;
        new PerformanceObserver(list => { for (const shift of list.getEntries()) moved += shift.value; })
          .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(server + "foreslaa/")
    page.locator("[data-case-form]").wait_for()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("moved") < MOVED
    context.close()
