"""A case's own source: named by title, publisher and year wherever a reader or an editor meets it."""

import json
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from generator.catalogue import Catalogue
from generator.citations import own_sources
from generator.editing.formatter import fmt
from generator.facets import FACETS
from generator.model import Case
from generator.pages import case_page, overview_page
from generator.printing.imprint import Imprint
from generator.printing.publications import books, single
from generator.printing.typst import Printer
from generator.reading.folder import load, load_vocabulary, parse_case
from generator.reading.reader import read
from generator.search.index import index
from generator.site.render import Site
from helpers import CASES, ROOT, run_in
from sheets import SOUND, filled

OWN = """\
sources:
  - title: Natteam i xylofonfællesskab <b>
    publisher: Køge Kommune
    year: 2024
    where: side 4-9
    url: https://www.koege.dk/natteam.pdf
  - title: Notat om biler
    publisher: Varde Kommune
    year: ikke oplyst
"""
NAMED = (
    "Natteam i xylofonfællesskab <b>",
    "Køge Kommune, 2024. Side 4-9.",
    "https://www.koege.dk/natteam.pdf",
)
UNDATED = ("Notat om biler", "Varde Kommune, år ikke oplyst.")
THEME = ROOT / "theme_overrides"
IMPRINT = Imprint("Kataloget", "Erfaringer", "https://example.org/")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue([own_case(), *load(CASES)[0]], load_vocabulary(CASES / "vocabulary")[0])


def text_of_case() -> str:
    base = (Path(__file__).parent / "faults" / "base.yaml").read_text("utf-8")
    return base[: base.index("sources:")] + OWN


def own_case() -> Case:
    _, case = parse_case(
        read("cases/natteam.yaml", text_of_case().encode()),
        "natteam",
        load_vocabulary(CASES / "vocabulary")[0],
    )
    assert case is not None
    return case


def printed(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))


def test_an_own_source_is_kept_as_it_is_written() -> None:
    assert fmt("x", text_of_case().encode()).endswith(OWN)


def test_page_names_an_own_source_as_a_whole_and_without_a_link_to_a_page_of_its_own(
    catalogue: Catalogue,
) -> None:
    html = Site(catalogue, THEME).render(case_page(catalogue.by_slug["natteam"]))
    part = html[html.index('id="kilder"') :]
    for words in (*NAMED, *UNDATED):
        assert words.replace("<b>", "&lt;b&gt;") in part
    assert "/kilde/" not in part


def test_sources_of_single_cases_are_listed_with_the_shared_ones(catalogue: Catalogue) -> None:
    assert [(citation.name, len(cases)) for citation, cases in own_sources(catalogue)] == [
        (NAMED[0], 1),
        (UNDATED[0], 1),
    ]
    html = Site(catalogue, THEME).render(overview_page(catalogue, FACETS["source"]))
    assert "Kilder til enkelte cases" in html
    assert "case/natteam/#kilder" in html
    assert html.count("Notat om biler") == 1


def test_print_names_an_own_source_in_the_case_and_among_the_sources(catalogue: Catalogue) -> None:
    printer = Printer()
    case = catalogue.by_slug["natteam"]
    alone = " ".join(printed(printer.print(single(catalogue, case, IMPRINT))).split())
    for words in (*NAMED[:2], *UNDATED):
        assert words in alone
    small = Catalogue([case], catalogue.vocabulary)
    (book,) = books(small, IMPRINT)
    whole = " ".join(printed(printer.print(book)).split())
    assert whole.index("Kilder til enkelte cases") < whole.rindex("Natteam i xylofonfællesskab <b>")


def test_search_finds_a_case_by_the_title_and_publisher_of_its_source(catalogue: Catalogue) -> None:
    found = b"".join(index(catalogue).values()).decode()
    assert "xylofonfællesskab" in found


def test_a_sheet_can_name_an_own_source(cases: Path, tmp_path: Path) -> None:
    row: dict[str, object] = {name: value for name, value in SOUND.items() if not name.startswith("Kilder")}
    row |= {"Kilder 1: Titel": "Natteam", "Kilder 1: Udgiver": "Køge Kommune", "Kilder 1: År": 2024.0}
    second = {f"Kilder 1: {name}": value for name, value in (("Titel", "Notat"), ("Udgiver", "Varde"))}
    rows: list[dict[str, object]] = [
        row,
        {**row, **second, "Titel": "Uden år", "Kilder 1: År": "ikke oplyst"},
    ]
    done = run_in(cases, "import", str(filled(cases, tmp_path / "x.xlsx", *rows)))
    assert done.exit_code == 0, done.output
    by_slug = {case.slug: case.sources[0] for case in load(cases)[0]}
    assert (by_slug["faelles-koersel"].title, by_slug["faelles-koersel"].year) == ("Natteam", 2024)
    assert (by_slug["uden-aar"].publisher, by_slug["uden-aar"].year) == ("Varde", None)


def test_new_asks_for_an_own_source(cases: Path) -> None:
    answers = "Ny vej\nKort sagt.\n\naeldre\nintern\nEvaluering: ny vej\nside 3\nKøge Kommune\n2024\n"
    done = run_in(cases, "new", answers=answers)
    assert done.exit_code == 0, done.output
    source = (
        '  - title: "Evaluering: ny vej"\n    publisher: Køge Kommune\n    year: 2024\n    where: side 3\n'
    )
    assert source in (cases / "ny-vej.yaml").read_text("utf-8")


def test_new_leaves_a_source_to_be_written(cases: Path) -> None:
    assert run_in(cases, "new", "Ny vej").exit_code == 0
    found = json.loads(run_in(cases, "check", str(cases / "ny-vej.yaml"), "--format", "json").output)
    told = {problem["field"] for problem in found if problem["field"].startswith("sources")}
    assert told == {f"sources[0].{name}" for name in ("title", "publisher", "year", "where")}
