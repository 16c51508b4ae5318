"""Til dagsorden: what a case puts on the clipboard for Word and mail."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator import citations
from generator.catalogue import Catalogue
from generator.figures import amount
from generator.prose import plain
from generator.wording import wording

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "theme_overrides/assets/js/catalogue/agenda.js"
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const texts = await Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
  return texts;
}"""


def copied(page: Page) -> tuple[str, str]:
    page.get_by_role("button", name="Til dagsorden").click()
    expect(page.get_by_role("status").filter(has_text="Kopieret")).to_be_visible()
    html, text = page.evaluate(READ)
    return html, text


def test_a_case_is_copied_with_all_that_stands_behind_its_figures(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    page.goto(f"{server}case/hjoerring-modellen/")
    html, text = copied(page)
    case = catalogue.by_slug["hjoerring-modellen"]
    gain = catalogue.strongest_gain(case)
    assert gain and gain.headline
    figure = gain.headline
    kind = catalogue.vocabulary["figure_kinds"][figure.kind].name.lower()
    evidence = catalogue.term("evidence", gain.evidence).name.lower()
    line = f"{amount(figure)} {figure.unit} {figure.what} ({figure.period}\u00a0· {kind} · {evidence})"
    assert line.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    for words in (case.title, case.summary, *map(plain, case.caveats), f"{server}case/hjoerring-modellen/"):
        assert words in text
    assert all(source.name in text for source in citations.of(catalogue, case))
    for made in (f"<h2>{case.title}</h2>", "<li><strong>", '<a href="http'):
        assert made in html
    assert "<script" not in html and "style=" not in html


def test_no_figure_is_copied_without_its_kind(page: Page, server: str, catalogue: Catalogue) -> None:
    kinds = [term.name.lower() for term in catalogue.vocabulary["figure_kinds"].values()]
    page.goto(f"{server}case/hjoerring-modellen/")
    read = """slug => fetch(`../${slug}/`).then((answer) => answer.text()).then((html) =>
      casekatalog.agenda.read(new DOMParser().parseFromString(html, "text/html"), "").figures)"""
    for case in catalogue.cases:
        figures: list[Any] = page.evaluate(read, case.slug)
        for figure in figures:
            is_number = not figure["value"].endswith(":")
            told = figure["behind"].replace("\u00a0", " ").split(" · ")
            assert not is_number or set(told) & set(kinds), (case.slug, figure)
            assert is_number or figure["text"], (case.slug, figure)
            period = told[0]
            assert not is_number or (period and period != wording.common["unstated"]), case.slug


@pytest.mark.parametrize("is_refused", [False, True])
def test_it_can_be_copied_where_the_clipboard_is_refused(page: Page, server: str, is_refused: bool) -> None:
    page.goto(f"{server}case/hjoerring-modellen/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    if is_refused:
        page.evaluate("() => { document.execCommand = () => false; }")
        page.get_by_role("button", name="Til dagsorden").click()
        expect(page.locator(".agenda__text h2")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="Ctrl+C")).to_be_visible()
        assert page.evaluate("getSelection().toString()").startswith("Hjørring-modellen")
    else:
        html, text = copied(page)
        assert html.startswith("<h2>") or "<h2>" in html
        assert text.startswith("Hjørring-modellen")


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) <= 3_000
