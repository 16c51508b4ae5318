"""References to cases: programs for references read them, whatever a title holds."""

import datetime
import json
from html import unescape
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from playwright.sync_api import Page, expect

from generator.catalogue import Catalogue
from generator.data import citing, export
from generator.data.citing import Cited
from generator.data.release import Release
from generator.dates import Dates
from generator.reading.settings import Publisher, Settings
from generator.site.templates import content

SETTINGS = Settings(
    site_name="Kataloget",
    site_url="https://example.org/katalog/",
    publisher=Publisher(name="A & B {Kommune}"),
)
DAY = datetime.datetime(2026, 5, 3, 12, tzinfo=datetime.UTC)
EVIL = "50 % af {alt} & $5 #1 a_b ~x ^y \\input{z} \"q\" 'r' <i> æøå @misc{x, TY  - ER"


@pytest.fixture(scope="module")
def release(catalogue: Catalogue) -> Release:
    """The real cases with a day on which each was changed."""
    dates = dict.fromkeys(catalogue.by_slug, Dates(DAY, DAY))
    return Release(Catalogue(catalogue.cases, catalogue.vocabulary, dates), SETTINGS)


def entries(text: str) -> list[Entry]:
    """Return the entries of BibTeX, their LaTeX read as characters."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return list(library.entries)


def test_bibtex_is_read_by_another_program(release: Release) -> None:
    found = entries(export.files(release)["data/cases.bib"].decode())
    assert len({entry.key for entry in found}) == len(found) == len(release.catalogue.cases)
    for entry, case in zip(found, release.catalogue.cases, strict=True):
        told = {field.key: field.value for field in entry.fields}
        assert told["title"] == case.title
        assert told["url"] == f"https://example.org/katalog/case/{case.slug}/"
        assert (told["year"], told["month"]) == (
            str(day(release, case.slug).year),
            str(day(release, case.slug).month),
        )
        assert told["publisher"] == "A & B {Kommune}"


def test_ris_is_read_by_another_program(release: Release) -> None:
    found = rispy.loads(export.files(release)["data/cases.ris"].decode())
    assert len(found) == len(release.catalogue.cases)
    for entry, case in zip(found, release.catalogue.cases, strict=True):
        assert (entry["type_of_reference"], entry["title"]) == ("ELEC", case.title)
        assert entry["urls"] == [f"https://example.org/katalog/case/{case.slug}/"]
        assert entry["abstract"] == " ".join(case.summary.split())
        assert entry["date"] == f"{day(release, case.slug):%Y/%m/%d}"


def test_csl_tells_the_same(release: Release) -> None:
    for entry, case in zip(
        json.loads(export.files(release)["data/cases.csl.json"]), release.catalogue.cases, strict=True
    ):
        changed = day(release, case.slug)
        assert (entry["type"], entry["title"]) == ("webpage", case.title)
        assert entry["issued"]["date-parts"] == [[changed.year, changed.month, changed.day]]
        assert entry["URL"] == f"https://example.org/katalog/case/{case.slug}/"


def test_the_version_is_the_day_of_the_case_and_never_of_the_build(catalogue: Catalogue) -> None:
    case = catalogue.cases[0].model_copy(update={"confirmed": None})
    undated = citing.cited(Release(Catalogue([case], catalogue.vocabulary), SETTINGS), case)
    assert "Version" not in citing.as_text(undated)
    assert "year" not in citing.as_bibtex(undated)
    dates = {case.slug: Dates(DAY, DAY)}
    dated = citing.cited(Release(Catalogue([case], catalogue.vocabulary, dates), SETTINGS), case)
    assert citing.as_text(dated) == (
        f"{case.title}. Kataloget. A & B {{Kommune}}. Version af 3. maj 2026. "
        f"https://example.org/katalog/case/{case.slug}/"
    )


def test_a_title_of_a_stranger_stays_a_title() -> None:
    told = Cited("case-x", EVIL, f"{EVIL}\nER  - \r\nTY  - BOOK", "K", EVIL, None, "https://example.org/")
    [entry] = entries(citing.as_bibtex(told))
    fields = {field.key: field.value for field in entry.fields}
    read = EVIL.replace(
        "^", "\N{MODIFIER LETTER CIRCUMFLEX ACCENT}"
    )  # as the reader has it of \textasciicircum
    assert (fields["title"], fields["publisher"]) == (read, read)
    [reference] = rispy.loads(citing.as_ris(told))
    assert reference["title"] == " ".join(EVIL.split())
    assert json.loads(citing.csl_text(told))["title"] == EVIL


def test_what_is_copied_stands_below_the_summary_and_leaves_it_out() -> None:
    told = Cited("case-x", EVIL, "Det korte af det lange", "K", "", None, "https://example.org/")
    found = dict(citing.copies(told))
    assert found.keys() == {each.name for each in citing.FORMATS}
    assert told.summary in citing.as_ris(told)
    assert not any(told.summary in text for text in found.values())
    shown = {name: str(content(text)) for name, text in found.items()}
    assert "&#" not in "".join(shown.values())
    assert {name: unescape(text) for name, text in shown.items()} == found
    assert "<" not in "".join(shown.values())


def day(release: Release, slug: str) -> datetime.date:
    found = release.changed(release.catalogue.by_slug[slug])
    assert found
    return found


def test_a_case_tells_how_it_is_cited(site: Path, server: str, page: Page, catalogue: Catalogue) -> None:
    case = catalogue.cases[0]
    page.goto(f"{server}case/{case.slug}/")
    box = page.get_by_role("region", name="Sådan henviser du")
    address = f"https://example.org/casekatalog/case/{case.slug}/"
    expect(box).to_contain_text(f"{case.title}. Casekataloget.")
    expect(box).to_contain_text(address)
    box.get_by_text("RIS", exact=True).click()
    box.get_by_role("button", name="Kopiér Henvisning som RIS").click()
    expect(box.get_by_text("Kopieret")).to_be_visible()
    [copied] = rispy.loads(page.evaluate("navigator.clipboard.readText()"))
    assert (copied["title"], copied["urls"]) == (case.title, [address])


def test_no_format_is_wider_than_its_box(server: str, page: Page, catalogue: Catalogue) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    longest = max(catalogue.cases, key=lambda case: len(case.slug))
    page.goto(f"{server}case/{longest.slug}/")
    for fold in page.locator(".cite summary").all():
        fold.click()
    expect(page.locator(".cite pre").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
