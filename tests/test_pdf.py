"""The printed catalogue: accessible, whole, the same every time, and safe with hostile text."""

import datetime
import json
import multiprocessing
import re
import resource
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from generator import prose
from generator.catalogue import Catalogue
from generator.charts.overviews import gains
from generator.comparison import MOST
from generator.dates import Dates
from generator.figures import amount, basis
from generator.insights import Knowledge
from generator.model import Case
from generator.printing import publications, typst
from generator.printing.hyphenation import SEAMS
from generator.printing.imprint import Imprint
from generator.printing.letters import TEMPLATES, PrintError, characters, unprintable
from generator.printing.pdf import pages
from generator.printing.publications import Publication, books, compared, shortlist, single, tag
from generator.printing.typst import Printer
from generator.reading.characters import NEAR
from generator.reading.folder import load
from generator.text import number
from generator.tiles import tile_map
from generator.view import texts, view
from helpers import CASES, figures, speak

pytestmark = pytest.mark.slow

IMPRINT = Imprint("Casekataloget", "Erfaringer med samarbejde", "https://example.org/katalog/")

RUNNING_HEAD, RUNNING_FOOT = 55, 50
"""How far down a page its running head reaches, and how far up its foot, in points."""
DIVIDED = "\x02"
"""What PDFium puts for a hyphen at the end of a line, soft or hard."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(*load(CASES))


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer()


@pytest.fixture(scope="module")
def book(catalogue: Catalogue, printer: Printer) -> bytes:
    (whole,) = books(catalogue, IMPRINT)
    return printer.print(whole)


def changed(case: Case, **values: Any) -> Case:
    """Return a case with other words in it, past all validation, as an attacker would like it."""
    return case.model_copy(update=values)


def alone(catalogue: Catalogue, case: Case) -> Publication:
    others = [other for other in catalogue.cases if other.slug != case.slug]
    return single(Catalogue([*others, case], catalogue.vocabulary), case, IMPRINT)


def words(content: bytes, below: float = 0, above: float = 0) -> str:
    """Return the text of a document as a reader copies it, so many points below the top and above the end of pages."""
    with pdfium.PdfDocument(content) as document:
        sheets = [
            sheet.get_textpage().get_text_bounded(top=sheet.get_height() - below, bottom=above)
            for sheet in document
        ]
    return "\n".join(sheets).replace("\r\n", "\n").replace(DIVIDED, "\N{SOFT HYPHEN}\n")


def joined(content: bytes) -> str:
    """Return the text of a document on one line, with the words that a line's end divides put together."""
    return " ".join(re.sub("\N{SOFT HYPHEN}\\s+", "", words(content)).split())


def elements(content: bytes) -> list[tuple[str, str]]:
    """Return the role and the description of every structure element in reading order."""
    found = []
    with pikepdf.open(BytesIO(content)) as document:
        waiting: list[Any] = [document.Root.StructTreeRoot.K]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(reversed(list(node)))
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    found.append((str(node.S)[1:], str(node.get("/Alt", ""))))
                if "/K" in node:
                    waiting.append(node.K)
    return found


def assert_accessible(content: bytes) -> None:
    report = page.validate_pdf_bytes(content, limits=page.SafetyLimits.unlimited())
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
    assert report.rules.total > 100


def test_book_case_tag_and_shortlist_are_pdf_ua(catalogue: Catalogue, printer: Printer, book: bytes) -> None:
    assert_accessible(book)
    chosen = catalogue.cases[:3]
    for publication in (
        single(catalogue, catalogue.by_slug["hjoerring-modellen"], IMPRINT),
        tag(catalogue, "theme", "aeldre", IMPRINT),
        shortlist(catalogue, chosen, IMPRINT),
    ):
        assert_accessible(printer.print(publication))


def test_book_has_a_heading_and_a_bookmark_for_each_case(catalogue: Catalogue, book: bytes) -> None:
    titles = [re.sub(r"\s+", " ", case.title) for case in catalogue.cases]
    bookmarks = list(flat(PdfReader(BytesIO(book)).outline))
    assert sorted(titles) == sorted(title for title in bookmarks if title in titles)
    themes = {case.themes[0] for case in catalogue.cases}
    fixed = [
        "Indhold",
        "Om kataloget",
        "Sådan læser du en case",
        "Casene i tal",
        "Begreber",
        "Kilder",
        "Register",
    ]
    assert len(bookmarks) == len(titles) + len(themes) + len(fixed) + 2
    assert set(fixed) < set(bookmarks)
    found = [role for role, _ in elements(book)]
    assert found.count("Title") == 1
    assert found.count("H1") == 0
    assert found.count("H2") == len(bookmarks) - len(titles)
    assert found.count("H4") >= 7 * len(titles)


def flat(outline: list[Any]) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield re.sub(r"\s+", " ", entry.title)


def test_tables_have_headers_and_charts_are_described(catalogue: Catalogue, book: bytes) -> None:
    series = [series for case in catalogue.cases for series in case.series]
    found = elements(book)
    charts = [described for role, described in found if role == "Figure"]
    assert len(charts) == len(series) + len(["the years when cases began", "the map"])
    for one in series:
        assert any(one.title in chart and one.unit in chart for chart in charts), one.title
    headers = sum(len(one.columns) for one in series)
    knowledge = Knowledge(catalogue)
    columns = headers + 3 + 3 + len(knowledge.themes()) + 3 + len(catalogue.terms("evidence"))
    rows = sum(len(one.rows) for one in series) + (1 + 3) * len(catalogue.vocabulary["factors"])
    rows += len(knowledge.gain_table())
    assert sum(role == "TH" for role, _ in found) == columns + rows
    tables = sum(role == "Table" for role, _ in found)
    assert tables == sum(role == "Caption" for role, _ in found) == len(series) + 3


def test_charts_of_all_cases_and_the_map_stand_on_a_page_of_their_own(
    catalogue: Catalogue, book: bytes
) -> None:
    with pdfium.PdfDocument(book) as document:
        sheets = [
            bare(re.sub(f"[-{DIVIDED}]", "", sheet.get_textpage().get_text_bounded())) for sheet in document
        ]
    headline = bare(gains(Knowledge(catalogue)).headline)
    [page] = [sheet for sheet in sheets if headline in sheet]
    for tile in tile_map(catalogue, catalogue.cases).ranked():
        assert bare(f"{tile.name} {tile.count}".replace("-", "")) in page


def test_comparison_lies_on_its_side_with_a_head_on_each_page_and_in_each_row(
    catalogue: Catalogue, printer: Printer
) -> None:
    cases = [case for case in catalogue.cases if not case.series and "|--" not in str(case)][:MOST]
    content = printer.print(compared(catalogue, cases, IMPRINT))
    assert_accessible(content)
    sheets = PdfReader(BytesIO(content)).pages
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    first = " ".join(cases[0].title.split()[:3])
    assert all(first in " ".join(sheet.extract_text().split()) for sheet in sheets)
    found = [role for role, _ in elements(content)]
    data = json.loads(compared(catalogue, cases, IMPRINT).data)["table"]
    rows = sum(len(group["rows"]) for group in data["groups"])
    assert found.count("Table") == 1
    assert found.count("TH") == 1 + len(cases) + len(data["groups"]) + rows + 1


@pytest.mark.parametrize(
    "text", ('#read("/etc/passwd")', "$ x^2 $ *fed* _skrå_ <case> @case", "<script>alert(1)</script>")
)
def test_markup_stays_text_side_by_side(text: str, catalogue: Catalogue, printer: Printer) -> None:
    original = catalogue.by_slug["hjoerring-modellen"]
    case = changed(original, slug="ond", title=text, summary=text, purpose=f"Her: {text}", partners=(text,))
    content = printer.print(
        compared(Catalogue([original, case], catalogue.vocabulary), [original, case], IMPRINT)
    )
    assert joined(content).replace(" ", "").count(text.replace(" ", "")) >= 3
    assert_accessible(content)


def test_title_of_a_document_is_its_first_heading(catalogue: Catalogue, printer: Printer) -> None:
    content = printer.print(single(catalogue, catalogue.by_slug["hjoerring-modellen"], IMPRINT))
    headings = [role for role, _ in elements(content) if role == "Title" or re.fullmatch("H[1-6]", role)]
    assert headings[0] == "Title"
    assert set(headings[1:]) == {"H2"}
    with pikepdf.open(BytesIO(content)) as document:
        assert document.Root.StructTreeRoot.RoleMap.Title == "/H1"


def test_links_within_a_book_say_where_they_lead(catalogue: Catalogue, book: bytes) -> None:
    with pikepdf.open(BytesIO(book)) as document:
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        told = {str(link.Contents) for link in links if "/Dest" in link}
    assert {title for title in told if re.search("Afsnit|^ |“", title)} == set()
    for case in catalogue.cases:
        assert any(
            re.fullmatch(rf"{re.escape(case.title)}, side [0-9]+", " ".join(title.split())) for title in told
        )


def test_links_to_the_web_say_what_is_there(catalogue: Catalogue, printer: Printer, book: bytes) -> None:
    text = "Se [aftalen om drift](https://eksempel.dk/ø?a=1&b=2)."
    case = changed(catalogue.by_slug["hjoerring-modellen"], purpose=text)
    documents = [shortlist(catalogue, catalogue.cases[:3], IMPRINT), alone(catalogue, case)]
    documents.append(tag(catalogue, "theme", "aeldre", IMPRINT))
    told: dict[str, str] = {}
    for content in [book, *map(printer.print, documents)]:
        with pikepdf.open(BytesIO(content)) as document:
            links = [link for page in document.pages for link in page.get("/Annots", []) if "/A" in link]
            told |= {str(link.A.URI): str(link.Contents) for link in links}
    assert not [name for name in told.values() if "://" in name or "mailto:" in name]
    assert told[IMPRINT.address] == "Casekataloget, på nettet"
    assert told[f"{IMPRINT.address}case/{case.slug}/"] == f"{case.title}, på nettet"
    assert told["https://eksempel.dk/%C3%B8?a=1&b=2"] == "aftalen om drift"


def test_nothing_that_a_case_tells_is_lost(catalogue: Catalogue, book: bytes) -> None:
    printed = re.sub("[\\s\N{WORD JOINER}]", "", words(book, below=RUNNING_HEAD, above=RUNNING_FOOT))
    whole = bare(printed)
    missing = [
        (case.slug, sentence)
        for case in catalogue.cases
        for text in told(catalogue, case)
        for sentence in re.split(r"(?<=[.!?:;])\s+|\n+", text)
        if bare(sentence) not in whole and not re.search(divided(bare(sentence)), printed)
    ]
    assert not missing


def told(catalogue: Catalogue, case: Case) -> Iterator[str]:
    """Yield every text of a case as its reader meets it."""
    yield from (case.title, case.summary, *case.partners)
    yield from map(prose.plain, texts(view(catalogue, case)))
    for figure in figures(case):
        yield f"{amount(figure)} {figure.unit}"
        yield figure.what[:1].upper() + figure.what[1:]
        yield basis(figure, catalogue.vocabulary)
    for series in case.series:
        yield from (series.title, series.unit, *series.columns, series.note or "")
        yield from (
            number(cell) if isinstance(cell, int | float) else cell or ""
            for row in series.rows
            for cell in row
        )
    for reference in case.sources:
        where = reference.where or ""
        yield from (reference.title or "", reference.publisher or "", where[:1].upper() + where[1:])
        yield reference.url or ""
    if case.period:
        yield case.period.note or ""
    if case.contact:
        yield from (
            case.contact.role,
            case.contact.organisation,
            case.contact.mailbox or "",
            case.contact.url or "",
        )
    if case.confirmed:
        yield case.confirmed.by


def bare(text: str) -> str:
    """Return a text without what line ends do to it."""
    return re.sub("[\\s\N{SOFT HYPHEN}\N{WORD JOINER}]", "", text)


def divided(text: str) -> str:
    """Return a pattern for a text that line ends divide, also at hyphens of its own."""
    own = "[-\N{SOFT HYPHEN}]"
    return "\N{SOFT HYPHEN}?".join(own if letter == "-" else re.escape(letter) for letter in text)


def test_metadata_names_title_language_author_and_date(catalogue: Catalogue, printer: Printer) -> None:
    case = catalogue.by_slug["hjoerring-modellen"]
    moment = datetime.datetime(2026, 5, 3, 12, tzinfo=datetime.UTC)
    dated = Catalogue([case], catalogue.vocabulary, {case.slug: Dates(moment, moment)})
    content = printer.print(single(dated, case, Imprint("Casekataloget")))
    reader = PdfReader(BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == case.title
    assert reader.metadata.author == "Casekataloget"
    assert str(reader.metadata.creation_date).startswith("2026-05-03")
    assert "da" in str(reader.root_object["/Lang"])
    assert "3. maj 2026" in joined(content)


@pytest.mark.parametrize(("language", "lang"), [("da", "da-DK"), ("en", "en-GB"), ("nb", "nb-NO")])
def test_a_document_is_in_the_language_that_is_spoken(
    language: str, lang: str, catalogue: Catalogue, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, language)
    content = printer.print(shortlist(catalogue, catalogue.cases[:2], IMPRINT))
    assert str(PdfReader(BytesIO(content)).root_object["/Lang"]) == lang
    with pikepdf.open(BytesIO(content)) as document:
        links = [link for each in document.pages for link in each.get("/Annots", [])]
        told = {str(link.Contents) for link in links if "/Dest" in link}
    assert any(name.startswith(catalogue.cases[0].title) for name in told), (
        "contents lead to a case by its title"
    )


def test_every_link_of_the_contents_and_the_index_leads_to_a_page(catalogue: Catalogue, book: bytes) -> None:
    reader = PdfReader(BytesIO(book))
    inner, outer = 0, []
    for sheet in reader.pages:
        for annotation in sheet.get("/Annots", []):
            link = annotation.get_object()
            assert str(link["/Contents"])
            action = link.get("/A", {})
            if "/URI" in action:
                outer.append(str(action["/URI"]))
            else:
                inner += 1
    uses = sum(
        len(catalogue.cases_with(facet, slug))
        for facet in ("municipality", "theme", "driver", "barrier")
        for slug in catalogue.terms(facet)
    )
    assert inner >= 2 * len(catalogue.cases) + uses
    for case in catalogue.cases:
        assert f"https://example.org/katalog/case/{case.slug}/" in outer
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in outer)


def test_page_numbers_in_the_contents_are_right(catalogue: Catalogue, book: bytes) -> None:
    reader = PdfReader(BytesIO(book))
    contents = joined(book).split("Sådan læser du en case", 1)[1]
    case = catalogue.by_slug["hjoerring-modellen"]
    number = re.search(re.escape(case.title) + r"[ .\u2060]+(\d+)", contents)
    assert number is not None
    assert "Hjørring-modellen" in reader.pages[int(number[1]) - 1].extract_text()


def test_the_rest_of_a_last_page_is_for_notes_and_no_page_is_made_for_them(
    catalogue: Catalogue, printer: Printer
) -> None:
    asked = "Hvad kan vi bruge?"
    for slug, ends_early in (("brunch-plejeboliger-koege", True), ("hjoerring-modellen", False)):
        content = printer.print(single(catalogue, catalogue.by_slug[slug], IMPRINT))
        sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages]
        assert (asked in sheets[-1]) == ends_early
        assert all("På nettet:" in sheet or asked not in sheet for sheet in sheets)


def test_text_copies_out_in_reading_order(catalogue: Catalogue, printer: Printer) -> None:
    case = catalogue.by_slug["hjoerring-modellen"]
    content = printer.print(single(catalogue, case, IMPRINT))
    read = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages)
    assert re.search(r"168\s+mio\. kr\.\s+Nettobesparelse\s+2015-2019", read), (
        "a figure keeps its unit and meaning"
    )
    text = joined(content)
    order = [
        "Formål",
        "Organisering",
        "Finansiering",
        "Gevinster",
        "Drivkræfter",
        "Barrierer",
        "Gode råd",
        "Forbehold",
    ]
    places = [text.index(f" {heading} ") for heading in order]
    assert places == sorted(places)
    assert "Områderne havde hver deres faglige logik, kultur og mål" in text
    assert "Sådan blev det mødt Sagsbehandlerne beder om samtykke" in text
    assert "https://example.org/katalog/case/hjoerring-modellen/" in text


def test_long_address_breaks_without_a_hyphen_and_copies_whole(
    catalogue: Catalogue, printer: Printer
) -> None:
    address = "https://www.eksempelkommune.dk/politik-og-planer/sundhed/strategi_2015-2019/bilag?side=12&afsnit=økonomi"
    case = changed(
        catalogue.by_slug["hjoerring-modellen"], purpose=f"Planen står på {address} og kan hentes frit."
    )
    text = words(printer.print(alone(catalogue, case)))
    assert address in text.replace("\n", "")
    assert "\N{SOFT HYPHEN}" not in text.split("Planen står på")[1].split("og kan hentes")[0]


def test_listed_words_are_divided_at_their_seams_alone(catalogue: Catalogue, printer: Printer) -> None:
    listed = [seam.replace("-", "") for seam in SEAMS]
    case = changed(
        catalogue.by_slug["hjoerring-modellen"],
        purpose=" ".join(f"{word}sordningen" for word in listed for _ in range(30)),
        organisation="MEDARBEJDERNES medarbeJ\u0131dere og me\u017fterrådgiverne. " * 40,
    )
    text = words(printer.print(alone(catalogue, case)))
    halves = {match[1].lower() for match in re.finditer("(\\w+)\N{SOFT HYPHEN}", text)}
    beginnings = {word[:end] for word in listed for end in range(1, len(word))}
    seams = {
        seam[:place].replace("-", "") for seam in SEAMS for place, letter in enumerate(seam) if letter == "-"
    }
    assert len(halves & seams) > 30
    assert not halves & beginnings - seams - set(listed)


def test_only_long_words_are_divided_and_none_in_a_heading(catalogue: Catalogue, printer: Printer) -> None:
    short, long = "kommunerne", "kommunalbestyrelserne"
    text = " ".join(f"{'x' * length} {short} {long}" for length in range(1, 12)) + f" {short} {long}" * 100
    case = changed(catalogue.by_slug["hjoerring-modellen"], title=f"{long} " * 5, summary=text, purpose=text)
    printed = words(printer.print(alone(catalogue, case)))
    summary, purpose = printed.split("\nFormål\n")
    assert "\N{SOFT HYPHEN}" not in summary
    divided = {"".join(halves) for halves in re.findall("(\\w+)\N{SOFT HYPHEN}\\s+(\\w+)", purpose)}
    assert long in divided
    assert short not in divided


HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    "$ x^2 $ *fed* _skrå_ `kode` = Overskrift",
    '#eval("1+1") #panic("nu")',
    '#image("https://example.com/x.png")',
    "<script>alert(1)</script> <case-hjoerring-modellen> @case-hjoerring-modellen",
    "{{7*7}} {% raw %} \\u{1F} // kommentar /* mere */",
    "file:///etc/passwd javascript:alert(1)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_of_the_engine_stays_text(text: str, catalogue: Catalogue, printer: Printer) -> None:
    original = catalogue.by_slug["hjoerring-modellen"]
    gain = original.gains[0].model_copy(update={"text": f"Her: {text}"}) if original.gains else None
    case = changed(
        original, title=text[:110], summary=text, partners=(text,), gains=(gain,), advice=(f"Råd {text}",)
    )
    content = printer.print(alone(catalogue, case))
    found = joined(content).replace(" ", "")
    assert text.replace(" ", "") in found
    assert "root:x:" not in found
    assert_accessible(content)
    for sheet in PdfReader(BytesIO(content)).pages:
        for annotation in sheet.get("/Annots", []):
            uri = str(annotation.get_object().get("/A", {}).get("/URI", "https://"))
            assert uri.startswith(("https://", "http://", "mailto:"))


def test_engine_sees_nothing_but_its_templates(tmp_path: Path, catalogue: Catalogue) -> None:
    files = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()}
    assert not [path for path in TEMPLATES.rglob("*") if path.is_symlink()]
    assert {Path(name).suffix for name in files} <= {".typ", ".txt", ".ttf", ".md"}
    sources = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.typ"))
    assert "@preview" not in sources
    assert "eval(" not in sources


@pytest.mark.parametrize(
    "values",
    [
        {"purpose": "x" * 4000},
        {"organisation": "Et langt afsnit om samarbejde. " * 1700},
        {"purpose": "".join(f"{'  ' * depth}- punkt {depth}\n" for depth in range(18))},
        {"purpose": "> " * 15 + "citat"},
        {"purpose": "| År | Tal |\n|---|---|\n" + "".join(f"| {n} | {n * n} |\n" for n in range(400))},
        {"purpose": "|" + "k|" * 12 + "\n|" + "-|" * 12 + "\n|" + "celle|" * 12},
        {"partners": tuple(f"Forening nummer {number}" for number in range(150))},
        {"title": "Æ" * 110, "summary": "o" * 350},
    ],
    ids=[
        "endless word",
        "50 kB paragraph",
        "deep list",
        "deep quote",
        "long table",
        "wide table",
        "many",
        "long title",
    ],
)
def test_extreme_text_is_set_and_accessible(
    values: dict[str, Any], catalogue: Catalogue, printer: Printer
) -> None:
    case = changed(catalogue.by_slug["hjoerring-modellen"], **values)
    content = printer.print(alone(catalogue, case))
    assert_accessible(content)
    for sheet in PdfReader(BytesIO(content)).pages:
        assert sheet.mediabox.width < 600


def test_endless_word_stays_on_the_page_and_copies_whole(catalogue: Catalogue, printer: Printer) -> None:
    case = changed(catalogue.by_slug["hjoerring-modellen"], purpose="ab" * 2000)
    text = words(printer.print(alone(catalogue, case)))
    lines = [line for line in text.splitlines() if line.startswith("abab")]
    assert len(lines) > 30
    assert max(map(len, lines)) < 120


def test_character_without_a_font_is_told_where_it_stands(cases: Path) -> None:
    file = cases / "alt-i-brug.yaml"
    text = file.read_text("utf-8").replace("organisation: |\n", "organisation: |\n  漢字 og ✅ her.\n\n", 1)
    file.write_text(text.replace("caveats:\n", "caveats:\n  - Vi ➔ dem\n  - Ｆed tekst\n"), "utf-8")
    lines = file.read_text("utf-8").split("\n")
    line, last = lines.index("  漢字 og ✅ her.") + 1, lines.index("  - Vi ➔ dem") + 1
    told = [str(problem) for problem in unprintable(Catalogue(*load(cases)), cases)]
    assert told == [
        f"cases/alt-i-brug.yaml:{line}:3: organisation: tegnet 漢 (U+6F22) findes ikke i PDF'ens skrifttyper. "
        "Skriv det på en anden måde.",
        f"cases/alt-i-brug.yaml:{last}:8: caveats[0]: tegnet ➔ (U+2794) findes ikke i PDF'ens skrifttyper. "
        'Skriv "→".',
        f"cases/alt-i-brug.yaml:{last + 1}:5: caveats[1]: tegnet Ｆ (U+FF26) findes ikke i PDF'ens "
        'skrifttyper. Skriv "F".',
    ]


def test_every_character_of_the_catalogue_can_be_printed(catalogue: Catalogue) -> None:
    assert not unprintable(catalogue, CASES)


def test_all_fonts_have_what_can_be_typed_everywhere() -> None:
    assert characters(TEMPLATES / "fonts") >= {*string.printable} - {*"\v\f"}


def test_what_is_written_instead_can_be_printed() -> None:
    known = characters(TEMPLATES / "fonts")
    assert not [letter for letter in NEAR if letter in known or not known.issuperset(NEAR[letter])]


def test_fonts_have_what_danish_needs() -> None:
    assert set("abcæøåÆØÅéüöäß–—…„”»«½%§€·−×≈≤≥→0123456789\u00a0\u2011") <= characters(TEMPLATES / "fonts")


def test_missing_font_stops_the_print(tmp_path: Path, catalogue: Catalogue) -> None:
    for path in TEMPLATES.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "fonts").mkdir()
    serif = "SourceSerif4-Regular.ttf"
    (tmp_path / "fonts" / serif).write_bytes((TEMPLATES / "fonts" / serif).read_bytes())
    with pytest.raises(PrintError, match=r"(?i)source sans 3"):
        Printer(tmp_path).print(single(catalogue, catalogue.cases[0], IMPRINT))


def test_same_content_gives_the_same_bytes(catalogue: Catalogue, book: bytes) -> None:
    (whole,) = books(catalogue, IMPRINT)
    assert Printer().print(whole) == book


def test_book_is_small_and_a_case_fills_few_pages(
    catalogue: Catalogue, printer: Printer, book: bytes
) -> None:
    assert len(book) < 17_000 * len(catalogue.cases) + 150_000
    for slug, most in (("hjoerring-modellen", 3), ("brunch-plejeboliger-koege", 1), ("een-plan", 4)):
        content = printer.print(single(catalogue, catalogue.by_slug[slug], IMPRINT))
        assert pages(content) == len(PdfReader(BytesIO(content)).pages) <= most


def test_each_page_of_a_volume_says_which_volume_it_is_of(
    catalogue: Catalogue, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publications, "LARGEST_BOOK", 0)
    monkeypatch.setattr(publications, "LARGEST_VOLUME", 1)
    _, second = books(Catalogue(catalogue.cases[:2], catalogue.vocabulary), IMPRINT)
    with pdfium.PdfDocument(printer.print(second)) as document:
        _, *inner = document
        heads = [
            sheet.get_textpage().get_text_bounded(bottom=sheet.get_height() - RUNNING_HEAD) for sheet in inner
        ]
    assert all(
        head.replace("\N{NO-BREAK SPACE}", " ").startswith("Casekataloget, bind 2") for head in heads
    ), heads


def test_volumes_do_not_add_up_in_memory() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        first, last = pool.apply(memory_of_volumes, (3,))
    assert last < 1.4 * first


def memory_of_volumes(count: int) -> tuple[int, int]:
    """Return the most memory that this process has had after the first of so many volumes, and after all."""
    typst.LARGE = 300_000
    cases, vocabulary = load(CASES)
    printer = Printer()
    used = []
    for volume in range(count):
        renamed = [changed(case, title=f"{volume} {case.title}") for case in cases[volume * 20 :][:20]]
        for publication in books(Catalogue(renamed, vocabulary), IMPRINT):
            printer.print(publication)
        used.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return used[0], used[-1]
