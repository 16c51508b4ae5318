"""Facets and fields of a catalogue's own: everything that shows, asks for or hands over a case has them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator import fields
from generator.card import card
from generator.comparison import lines
from generator.data import export, tables
from generator.data.release import Release
from generator.editing import form
from generator.editing.parts import parts
from generator.editing.sheets import blank
from generator.facets import FACETS
from generator.lists import Lists
from generator.model import Case
from generator.own import Own, OwnField, OwnName, fields_of, shape_of
from generator.pages import case_page, overview_page, pages
from generator.printing import letters, publications
from generator.printing.imprint import Imprint
from generator.reading import settings, shaping
from generator.reading.engine import gone_from_menu
from generator.reading.reader import read
from generator.reading.schema import case_schema
from generator.search.index import index
from generator.shape import BUILT_IN
from generator.site.render import Site
from generator.view import linked, unknown, view
from generator.wording import FIRST, wording
from helpers import ROOT, assert_accessible, build, dead_links, run, run_in, serving
from shaped import BRIDGE, FILES, Shaped, shaped

OURS = ("country", "sdg", "scale", "lessons", "programme", "villages", "website", "opened")
GONE = ("municipalities", "regions", "level", "financing", "incentive")


@pytest.fixture(scope="module", autouse=True)
def no_words_of_ours_after() -> Iterator[None]:
    yield
    wording.speak(FIRST)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Shaped:
    return shaped(tmp_path_factory.mktemp("shaped") / "ours")


@pytest.fixture(scope="module")
def case(own: Shaped) -> Case:
    return own.catalogue.by_slug[BRIDGE]


@pytest.fixture(scope="module")
def site(own: Shaped) -> Site:
    return Site(own.catalogue, ROOT / "theme_overrides", own.settings)


def test_check_reads_the_cases_by_the_settings_beside_them(own: Shaped) -> None:
    assert "2 cases, ingen fejl" in run_in(own.cases, "check").stderr
    assert run_in(own.cases, "fmt", "--check").exit_code == 0
    kind = own.catalogue.shape.case
    assert set(OURS) <= set(kind.model_fields) and not set(GONE) & set(kind.model_fields)
    assert [*fields_of(own.catalogue.shape)] == ["programme", "villages", "website", "opened", "lessons"]
    order = [*kind.model_fields]
    assert order.index("scale") == order.index("status") + 1
    assert order.index("country") == order.index("themes") + 1


def test_messages_know_the_fields(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "faulty")
    path = other.cases / f"{BRIDGE}.yaml"
    text = path.read_text("utf-8").replace("[rent-vand, partnerskaber]", "[rent vand, klma]")
    text = text.replace("villages: 40.5", "villages: fyrre").replace("programme:", "program:")
    path.write_text(text.replace("scale: lokal\n", "financing: ukendt\n"), "utf-8")
    told = run_in(other.cases, "check").output
    for line in (
        'sdg[0]: "rent vand" findes ikke. Mente du "rent-vand"?',
        'sdg[1]: "klma" findes ikke. Mente du "klima"?',
        "villages: skal være et tal",
        'program: feltet "program" findes ikke. Mente du "programme"?',
        'financing: feltet "financing" findes ikke.',
    ):
        assert line in told, told


def test_the_schema_has_them(own: Shaped) -> None:
    schema = case_schema(own.catalogue.vocabulary)
    known = schema["properties"]
    assert set(OURS) <= set(known) and not set(GONE) & set(known)
    assert known["sdg"]["items"]["enum"] == ["rent-vand", "klima", "partnerskaber"]
    assert (known["lessons"]["title"], known["lessons"]["x-section"]) == (
        "Læring",
        {"anchor": "felt-lessons"},
    )
    assert known["villages"]["type"] == "number" and known["website"]["x-rule"] == "url"
    assert {"country", "programme"} <= set(schema["required"]) and "sdg" not in schema["required"]
    assert (known["partners"]["title"], known["form"]["title"]) == ("Partnere", "Måde")
    assert json.loads(run_in(own.cases, "schema").stdout) == schema


def test_what_no_source_tells_is_told_in_the_word_of_the_catalogue(own: Shaped, site: Site) -> None:
    """Schema, form, search, pages, print and open data say it, and the word of the language nowhere."""
    other = own.catalogue.by_slug["skove-der-vokser"]
    schema = case_schema(own.catalogue.vocabulary)
    assert {"const": "ukendt"} in schema["properties"]["programme"]["anyOf"]
    assert form.setup(own.catalogue)["unstated"] == "ukendt"
    files = export.files(Release(own.catalogue, own.settings))
    _, _, row = csv.reader(io.StringIO(files["data/cases.csv"].decode("utf-8-sig")), delimiter=";")
    assert "ukendt" in row
    assert json.loads(files[f"case/{other.slug}.json"])["case"]["gains"] == "ukendt"
    told = [
        json.dumps(schema, ensure_ascii=False),
        json.dumps(form.setup(own.catalogue), ensure_ascii=False, default=str),
        site.render(case_page(other)),
        publications.single(own.catalogue, other, Imprint("Lande")).data,
        blank.as_csv(own.catalogue.vocabulary).decode("utf-8-sig"),
        *(content.decode() for path, content in files.items() if not path.endswith((".xlsx", ".zip"))),
        *(content.decode() for content in index(own.catalogue).values()),
    ]
    assert [text for text in told if "ikke oplyst" in text.lower()] == []
    assert "ukendt" in told[0] and "ukendt" in told[2].lower() and "ukendt" in told[3]


def test_the_word_of_the_language_is_no_word_of_the_catalogue(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "silent")
    path = other.cases / f"{BRIDGE}.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("programme: Vand for alle", "programme: Ikke oplyst"), "utf-8")
    told = run_in(other.cases, "check").output
    assert 'programme: "Ikke oplyst" fortæller intet' in told and "ellers `ukendt`" in told, told


def test_no_tag_may_be_the_word_for_unknown(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "tag")
    words = other.cases / "vocabulary" / "sdg.yaml"
    words.write_text(
        words.read_text("utf-8") + "ukendt:\n  name: Ukendt\n  definition: Ingen ved det.\n", "utf-8"
    )
    told = run_in(other.cases, "check").output
    assert 'ukendt: "ukendt" er det, der står, hvor kilden tier' in told, told


def test_a_new_case_asks_for_them(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "new")
    assert run_in(other.cases, "new", "En ny").exit_code == 0
    text = (other.cases / "en-ny.yaml").read_text("utf-8")
    data = yaml.safe_load(text)
    assert (data["country"], data["programme"]) == (["SKRIV HER"], "ukendt")
    assert "#   lessons: Hvad I ville gøre anderledes." in text
    assert not any(f"{name}:" in text for name in GONE)


def test_a_dialogue_asks_for_no_field_that_is_gone(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "asked")
    answers = "En ny\nResumé.\nSundhed\nInternt samarbejde\nRapport\nside 4\nKL\n2020\n"
    done = run_in(other.cases, "new", answers=answers)
    assert done.exit_code == 0, done.output
    assert "Kommuner" not in done.output
    assert yaml.safe_load((other.cases / "en-ny.yaml").read_text("utf-8"))["themes"] == ["sundhed"]


def test_the_form_asks_for_them(own: Shaped) -> None:
    setup = form.setup(own.catalogue)
    kind = own.catalogue.shape.case
    asked = parts(fields.names(kind), fields.needed(kind))
    [who] = [part for part in asked if part.anchor == "hvem"]
    assert "programme" in who.fields and {"villages", "website", "opened"} <= {*who.more}
    assert "penge" not in {part.anchor for part in asked}
    names = [name for part in asked for name in (*part.fields, *part.more)]
    assert sorted(names) == sorted(fields.names(own.catalogue.shape.case))
    assert setup["facets"]["sdg"] == {
        "name": "Verdensmål",
        "plural": "Verdensmål",
        "vocabulary": "sdg",
        "field": "sdg",
        "through": ("", ""),
        "isGraded": False,
    }
    assert setup["vocabulary"]["countries"]["nepal"]["name"] == "Nepal"
    assert {"path": ("sdg",), "vocabulary": "sdg", "isList": True} in setup["tags"]
    assert {"land", "verdensmaal"} <= set(setup["reserved"])


def test_a_sheet_brings_them(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "sheet")
    heads = blank.as_csv(own.catalogue.vocabulary).decode("utf-8-sig").rstrip().split(";")
    assert {"Lande", "Verdensmål", "Omfang", "Læring", "Program", "Landsbyer", "Partnere", "Måde"} <= {*heads}
    assert not {"Kommuner", "Finansiering: Finansieringsmodel"} & {*heads}
    assert run_in(other.cases, "template-sheet", "-o", str(tmp_path / "cases.xlsx")).exit_code == 0
    row = {
        **{"Titel": "Solceller på taget", "Resumé": "Et land satte solceller op.", "Temaer": "Sundhed"},
        **{"Lande": "Kenya; Nepal", "Verdensmål": "Klimaindsats", "Måde": "Internt samarbejde"},
        **{"Omfang": "Nationalt", "Program": "Sol for alle", "Landsbyer": "1200,5"},
        **{
            "Hjemmeside": "https://example.org/sol",
            "Åbnet": "3. maj 2021",
            "Læring": "Begynd **før** regntiden.",
        },
        **{"Kilder 1: Titel": "Rapport", "Kilder 1: Udgiver": "Sol", "Kilder 1: År": "2021"},
        **dict.fromkeys(("Status", "Periode: Startår", "Formål", "Organisering"), "Ukendt."),
        **dict.fromkeys(
            ("Gevinster 1: Gevinsttype", "Drivkræfter 1: Faktor", "Barrierer 1: Faktor"), "ukendt"
        ),
    }
    text = io.StringIO()
    writer = csv.DictWriter(text, row, delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    (tmp_path / "filled.csv").write_text(text.getvalue(), "utf-8")
    done = run_in(other.cases, "import", str(tmp_path / "filled.csv"))
    assert done.exit_code == 0, done.output
    data = yaml.safe_load((other.cases / "solceller-paa-taget.yaml").read_text("utf-8"))
    assert (data["country"], data["sdg"], data["scale"]) == (["kenya", "nepal"], ["klima"], "national")
    assert (data["villages"], str(data["opened"])) == (1200.5, "2021-05-03")
    assert "3 cases, ingen fejl" in run_in(other.cases, "check").stderr


def test_the_page_shows_them(own: Shaped, case: Case, site: Site) -> None:
    html = site.render(case_page(case))
    for words in (
        '<a class="tag tag--sdg" href="../../verdensmaal/rent-vand/">Rent vand og sanitet</a>',
        "<dt>Lande</dt>",
        "<li>Vand for alle</li>",
        "<li>40,5</li>",
        '<a href="https://www.example.org/broende?a=1&amp;b=(2)">www.example.org</a>',
        "<li>4. marts 2019</li>",
        '<h2 id="felt-lessons">Læring</h2>',
        "<strong>kvinderne</strong>",
        "<dt>Partnere</dt>",
    ):
        assert words in html, words
    assert "finansiering" not in html.lower().replace("hverken beløb eller finansiering", "")
    other = own.catalogue.by_slug["skove-der-vokser"]
    assert "program" in unknown(view(own.catalogue, other))
    assert {each.about for each in card(own.catalogue, case).indicators} == {"evidence", "gain"}
    assert (card(own.catalogue, case).place, card(own.catalogue, other).place) == ("Nepal og Kenya", "Østrig")


def test_a_facet_has_its_pages(own: Shaped, site: Site) -> None:
    urls = {page.url for page in pages(Lists(own.catalogue))}
    assert {"verdensmaal/", "verdensmaal/rent-vand/", "land/nepal/", "scale/"} <= urls
    assert not {url for url in urls if url.startswith(("kommune/", "region/", "finansiering/", "niveau/"))}
    assert "Rent vand og sanitet" in site.render(overview_page(own.catalogue, own.catalogue.facets["sdg"]))


def test_the_search_finds_them(own: Shaped) -> None:
    found = {path: content.decode() for path, content in index(own.catalogue).items()}
    facets = found["assets/search/facets.js"]
    assert '"sdg":["rent-vand","klima","partnerskaber"]' in facets and '"municipality"' not in facets
    texts = found["assets/search/texts/0.js"]
    assert "Zulmotherapeut" in texts and "Vand for alle" in texts and "Rent vand og sanitet" in texts
    assert any("zulmo" in content for path, content in found.items() if "/terms/" in path)


def test_cases_side_by_side_have_them(own: Shaped) -> None:
    told = {line.title: line for _, group in lines(own.catalogue, own.catalogue.cases) for line in group}
    assert {"Lande", "Verdensmål", "Program", "Landsbyer", "Læring"} <= told.keys()
    assert "Finansiering" not in told


def test_print_has_them(own: Shaped, case: Case) -> None:
    imprint = Imprint("Lande")
    documents = [*publications.publications(own.catalogue, imprint)]
    assert "pdf/verdensmaal/klima.pdf" in {document.path for document in documents}
    told = publications.single(own.catalogue, case, imprint).data
    for words in ("Verdensmål", "Rent vand og sanitet", "Læring", "kvinderne", "40,5", "www.example.org"):
        assert words in told, words
    assert letters.unprintable(own.catalogue, own.cases) == []


@pytest.mark.slow
def test_a_pdf_is_made(own: Shaped, tmp_path: Path) -> None:
    done = run(
        *("pdf", "--cases", str(own.cases), "--settings", str(own.folder / "mkdocs.yml")),
        *("-o", str(tmp_path / "alle.pdf")),
    )
    assert done.exit_code == 0, done.output
    assert (tmp_path / "alle.pdf").read_bytes().startswith(b"%PDF")


def test_the_open_data_has_them(own: Shaped, case: Case) -> None:
    files = export.files(Release(own.catalogue, own.settings))
    heads, first, _ = csv.reader(io.StringIO(files["data/cases.csv"].decode("utf-8-sig")), delimiter=";")
    row = dict(zip(heads, first, strict=True))
    assert (row["Land"], row["Program"], row["Landsbyer"], row["Åbnet"]) == (
        "Nepal; Kenya",
        "Vand for alle",
        "40,5",
        "2019-03-04",
    )
    assert row["Læring"].startswith("Spørg kvinderne først")
    assert not {"Kommune", "Region", "Beløb i finansieringen"} & {*heads}
    told = json.loads(files[f"case/{BRIDGE}.json"])["case"]
    assert (told["sdg"], told["opened"]) == (["rent-vand", "partnerskaber"], "2019-03-04")
    kinds = {
        field["name"]: field["type"]
        for field in json.loads(files["data/datapackage.json"])["resources"][0]["schema"]["fields"]
    }
    assert (kinds["Landsbyer"], kinds["Åbnet"], kinds["Læring"]) == ("number", "date", "string")
    assert tables.cases(own.catalogue.shape).columns[0].name == "Case"


@pytest.fixture(scope="module")
def built(own: Shaped, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("shaped-site") / "site"
    build(site, config=own.folder / "mkdocs.yml")
    return site


@pytest.mark.slow
def test_the_form_opens_shows_and_writes_them(own: Shaped, built: Path, page: Page) -> None:
    told = "".join(file.read_text("utf-8") for file in built.rglob("*.html"))
    assert re.findall("(?<!endnu )(?<!har )ikke oplyst", told, re.IGNORECASE) == []
    assert "<em>Ukendt</em> betyder" in (built / "data" / "index.html").read_text("utf-8")
    with serving(built) as address:
        page.goto(f"{address}foreslaa/?case=skove-der-vokser")
        expect(page.locator("[data-form-verdict]")).to_have_text("Casen er klar til at blive sendt.")
        written = page.locator("[data-form-yaml]").text_content()
        assert written == (own.cases / "skove-der-vokser.yaml").read_text("utf-8")
        page.goto(f"{address}foreslaa/?case={BRIDGE}")
        expect(page.locator("[data-form-verdict]")).to_have_text("Casen er klar til at blive sendt.")
        shown = page.locator("[data-form-preview]").inner_text()
        for words in ("Rent vand og sanitet", "40,5", "www.example.org", "4. marts 2019", "kvinderne"):
            assert words in shown
        written = page.locator("[data-form-yaml]").text_content()
        assert written == (own.cases / f"{BRIDGE}.yaml").read_text("utf-8")
        page.goto(f"{address}?sdg=klima")
        expect(page.locator("[data-status]")).to_have_text("1 af 2 cases")
        page.goto(f"{address}?q=zulmotherapeut")
        expect(page.locator("[data-status]")).to_have_text("1 af 2 cases")
        assert_accessible(page)


@pytest.mark.slow
def test_the_site_is_built_strictly_and_no_link_is_dead(built: Path) -> None:
    assert dead_links(built) == []
    front = (built / "index.html").read_text("utf-8")
    assert "lande er med" in front and 'class="map' not in front and "kommuner er med" not in front


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "fields: [{key: lessons, kind: prose, name: A}]",
            '"prose" findes ikke. Vælg en af: text, markdown,',
        ),
        ("fields: [{key: lessons, kind: tekst, name: A}]", 'fields[0].kind: "tekst" findes ikke.'),
        (
            "fields: [{key: Læring, kind: text, name: A}]",
            "4:22: fields[0].key: skal være et navn af bogstaverne a-z",
        ),
        ("fields: [{key: title, kind: text, name: A}]", '4:22: fields[0].key: navnet "title" er taget'),
        ("fields: [{key: name, kind: text, name: A}]", 'fields[0].key: navnet "name" er taget'),
        ("facets: [{key: theme, name: A}]", '4:22: facets[0].key: navnet "theme" er taget'),
        ("facets: [{key: sdg, name: A, path: om}]", '4:42: facets[0].path: adressen "om" er taget'),
        ("facets: [{key: sdg, name: A, path: tema}]", 'facets[0].path: adressen "tema" er taget'),
        ("facets: [{key: sdg, name: A, path: Mål}]", "facets[0].path: skal være en adresse af små bogstaver"),
        ("facets: [{key: sdg}]", "facets[0].name: feltet mangler."),
        ("facets: [{key: sdg, navn: A}]", 'facets[0].navn: feltet "navn" findes ikke. Mente du "name"?'),
        (
            "fields: [{key: a, kind: text, name: A, after: purpos}]",
            '"purpos" findes ikke. Mente du "purpose"?',
        ),
        ("without_fields: [financng]", 'without_fields[0]: "financng" findes ikke. Mente du "financing"?'),
        ("without_fields: [title]", 'without_fields[0]: "title" findes ikke.'),
        ("names: [{field: partnrs, name: A}]", 'names[0].field: "partnrs" findes ikke. Mente du "partners"?'),
        ("place: municipalty", '4:14: place: "municipalty" findes ikke. Mente du "municipality"?'),
        ("unknown: 'null'", "4:16: unknown: skal være et par ord af bogstaver"),
        ("unknown: '{x}'", "4:16: unknown: skal være et par ord af bogstaver"),
        ("unknown: [ukendt]", "4:16: unknown: "),
        ("unkown: ukendt", 'unkown: feltet "unkown" findes ikke. Mente du "unknown"?'),
        ("filters: [theme, evidens]", 'filters[1]: "evidens" findes ikke. Mente du "evidence"?'),
    ],
)
def test_wrong_settings_are_told_at_their_place(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "om.md").write_text("# Om\n", "utf-8")
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"docs_dir: cases\nplugins:\n  - casekatalog:\n      {text}\n", "utf-8")
    found = settings.examine(file)
    lines = "\n".join(map(str, found.problems))
    assert told.replace("[0]", "[0]").replace("[2]", "[0]") in lines or told in lines, lines
    assert found.settings.shape is BUILT_IN


def test_nothing_is_said_of_cases_while_nobody_knows_their_fields(own: Shaped, tmp_path: Path) -> None:
    other = shaped(tmp_path / "wrong")
    file = other.folder / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("kind: number", "kind: tal"), "utf-8")
    told = run_in(other.cases, "check")
    assert told.exit_code == 1
    assert told.stdout.count("\n") == 1 and "fields[2].kind" in told.stdout


def test_vocabularies_and_facets_belong_together(tmp_path: Path) -> None:
    other = shaped(tmp_path / "words")
    words = other.cases / "vocabulary"
    (words / "sdg.yaml").rename(words / "sdgs.yaml")
    told = run_in(other.cases, "check").output
    assert "cases/vocabulary/sdg.yaml:1:1: Ordlisten sdg.yaml mangler" in told, told
    assert 'cases/vocabulary/sdgs.yaml:1:1: Intet felt tager ord fra ordlisten. Mente du "sdg"?' in told


def test_the_menu_leads_to_no_page_that_is_gone(tmp_path: Path) -> None:
    text = (FILES / "mkdocs.yml").read_text("utf-8")
    menu = "nav:\n  - Penge: tal-i-kroner.md\n  - Steder:\n      - Kommuner: kommune/index.md\n"
    document = read("mkdocs.yml", text.replace("nav:\n", menu).encode()).document
    asked = shape_of(Own(without_fields=("municipalities",)))
    found = [str(problem) for problem in gone_from_menu(document, tmp_path, ["money"], asked)]
    assert found == [
        "mkdocs.yml:7:12: nav[0].Penge: kataloget er uden siden tal-i-kroner.md. "
        "Slet linjen fra menuen, eller tag siden med igen.",
        "mkdocs.yml:9:19: nav[1].Steder[0].Kommuner: kataloget er uden siden kommune/index.md. "
        "Slet linjen fra menuen, eller tag siden med igen.",
    ]
    assert [*gone_from_menu(document, tmp_path, [], BUILT_IN)] == []


def test_the_same_settings_give_the_same_model_and_others_another() -> None:
    one = Own(fields=(OwnField(key="lessons", kind="markdown", name="Læring"),))
    assert shape_of(one) is shape_of(one.model_copy())
    assert shape_of(one).case is not shape_of(Own(names=(OwnName(field="form", name="Måde"),))).case
    assert shape_of(Own()) is BUILT_IN
    assert {"facets", "fields", "without_fields", "names", "place"} == shaping.SETTINGS
    assert "lessons" not in Case.model_fields and "sdg" not in FACETS


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.dk", "[a.dk](<https://a.dk>)"),
        ("https://a.dk/b?c=1&d", "[a.dk](<https://a.dk/b?c=1&amp;d>)"),
        ("https://a.dk/b\\c)", "[a.dk](<https://a.dk/b%5Cc)>)"),
    ],
)
def test_an_address_is_shown_by_where_it_leads(url: str, shown: str) -> None:
    assert linked(url) == shown


def test_data_are_typed() -> None:
    kinds: dict[str, Any] = {"text": str, "number": float}
    for kind, wanted in kinds.items():
        shape = shape_of(Own(fields=(OwnField(key="mine", kind=kind, name="Mit"),)))
        assert wanted in fields.types(shape.case, "mine")
