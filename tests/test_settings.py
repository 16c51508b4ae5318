"""The settings in mkdocs.yml: what they say, and what is told when they are wrong."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.packed import THEME
from generator.pages import case_page
from generator.problems import Problem
from generator.reading import language
from generator.reading.settings import Configured, Settings, examine, gaps
from generator.site.render import Site
from generator.wording import FIRST, wording
from helpers import ROOT, build, write_project

BARE = Settings(site_name="Katalog")
WHOLE = """
      publisher: {name: Eksempel Kommune, address: "Torvet 1, 9999 Eksempel", url: https://example.org/}
      editors: {name: Redaktionen, email: redaktion@example.org, phone: 12 34 56 78}
      accessibility:
        status: delvist
        method: egen
        stated: 2026-11-28
        was: https://was.digst.dk/example-org
        shortcomings:
          - {content: Gamle PDF'er, reason: undtaget, alternative: Casens egen side}
"""


@pytest.mark.parametrize("plugins", ["\n  - search\n  - casekatalog:", "\n    casekatalog:"])
def test_settings_are_read_wherever_the_plugin_stands(tmp_path: Path, plugins: str) -> None:
    found = configured(tmp_path, WHOLE, plugins)
    assert not found.problems
    assert found.settings.publisher and found.settings.publisher.name == "Eksempel Kommune"
    assert found.settings.editors and found.settings.editors.phone == "12 34 56 78"
    assert found.settings.accessibility and found.settings.accessibility.shortcomings[0].reason == "exempt"
    assert gaps(found.settings) == []


@pytest.mark.parametrize(
    ("code", "status", "method"),
    [("da", "delvist", "ekstern"), ("en", "partly", "external"), ("nb", "delvis", "ekstern")],
)
def test_the_statement_is_set_in_words_of_the_language(
    tmp_path: Path, code: str, status: str, method: str
) -> None:
    file = tmp_path / "mkdocs.yml"
    told = f"plugins:\n  - casekatalog:\n      accessibility: {{status: {status}, method: {method}}}\n"
    file.write_text(f"site_name: A\ntheme: {{language: {code}}}\n{told}", "utf-8")
    try:
        language.speak(file)
        found = examine(file)
    finally:
        wording.speak(FIRST)
    assert not found.problems
    assert found.settings.accessibility
    assert (found.settings.accessibility.status, found.settings.accessibility.method) == (
        "partly",
        "external",
    )


def test_settings_are_inherited(tmp_path: Path) -> None:
    configured(tmp_path, WHOLE)
    heir = tmp_path / "heir.yml"
    heir.write_text("INHERIT: mkdocs.yml\nsite_name: Arving\n", "utf-8")
    found, whole = examine(heir).settings, examine(tmp_path / "mkdocs.yml").settings
    assert found == whole.model_copy(update={"site_name": "Arving"})


def test_a_file_that_inherits_from_itself_sets_nothing(tmp_path: Path) -> None:
    heir = tmp_path / "mkdocs.yml"
    heir.write_text("INHERIT: mkdocs.yml\n", "utf-8")
    assert examine(heir) == Configured(Settings())


@pytest.mark.parametrize(
    "text", ["", "plugins: [search]", "plugins: [casekatalog]", "plugins:\n  - casekatalog:\n"]
)
def test_nothing_need_be_set(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Katalog\n{text}", "utf-8")
    found = examine(tmp_path / "mkdocs.yml")
    assert (found.settings, found.problems) == (BARE, ())
    assert gaps(Settings()) == ["publisher", "editors", "accessibility"]


def test_what_else_mkdocs_reads_is_its_own_matter(tmp_path: Path) -> None:
    found = configured(tmp_path, "\n      pdf: !ENV [PDF, false]\n      link_report: a.json\n")
    assert (found.settings, found.problems) == (Settings(site_name="Katalog", link_report="a.json"), ())
    assert not examine(ROOT / "mkdocs.yml").problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "udgiver (`publisher`), redaktion (`editors`) og tilgængelighed (`accessibility`)."),
        (WHOLE, ""),
        (WHOLE.replace(", phone: 12 34 56 78", ""), "redaktionens telefon (`editors.phone`)."),
    ],
)
def test_what_readers_miss_is_told_once(tmp_path: Path, text: str, told: str) -> None:
    warnings = configured(tmp_path, text + "\n").warnings
    assert [warning.severity for warning in warnings] == (["warning"] if told else [])
    assert listing(warnings).startswith(
        f"mkdocs.yml:3:5: advarsel: casekatalog: kataloget fortæller ikke: {told}" if told else ""
    )


@pytest.mark.parametrize("plugins", ["[casekatalog]", "{casekatalog: }"])
def test_a_bare_plugin_misses_all(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\n", "utf-8")
    assert len(examine(tmp_path / "mkdocs.yml").warnings) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("publiser: {name: A}", '4:7: publiser: feltet "publiser" findes ikke. Mente du "publisher"?'),
        ("udgiver: {name: A}", '4:7: udgiver: feltet "udgiver" findes ikke. Mente du "publisher"?'),
        (
            "editors: {name: A, mail: b@c.dk}",
            '4:26: editors.mail: feltet "mail" findes ikke. Mente du "email"?',
        ),
        ("editors: {name: A, email: redaktion}", "4:33: editors.email: skal være en mailadresse som"),
        (
            "editors: {name: A, phone: ring}",
            "4:33: editors.phone: skal være et telefonnummer som 12 34 56 78.",
        ),
        ("editors: {name: A, phone: 12345678}", "4:33: editors.phone: skal være tekst"),
        (
            "editors: {phone: 12 34 56 78}",
            "4:7: editors.name: feltet mangler. Skriv `name: ...` under `editors`.",
        ),
        ("editors: Redaktionen", "4:16: editors: skal bestå af felterne `name`, "),
        ("editors:", "4:15: editors: er ikke udfyldt. Skriv et svar, eller slet feltet."),
        ("publisher: {name: A, url: a.dk}", "4:33: publisher.url: skal være en webadresse uden mellemrum"),
        (
            "accessibility: {status: delvis}",
            '4:31: accessibility.status: "delvis" findes ikke. Mente du "delvist"?',
        ),
        ("accessibility: {status: nej, stated: i går}", "Vælg en af: helt, delvist, ikke."),
        ("accessibility: {status: helt, stated: 3. maj 2026}", "Skriv 2026-05-03."),
        (
            "accessibility: {status: helt, shortcomings: intet}",
            "4:51: accessibility.shortcomings: skal være en liste",
        ),
        ("without: [money, matrx]", '4:24: without[1]: "matrx" findes ikke. Mente du "matrix"?'),
        ("filters: [theme, evidens]", '4:24: filters[1]: "evidens" findes ikke. Mente du "evidence"?'),
        ("colour: red", '4:7: colour: feltet "colour" findes ikke. Mente du "colours"?'),
        (
            'colours: {deep: blue, accent: "#0a6b62"}',
            "4:23: colours.deep: skal være en farve som #14405c.",
        ),
        (
            'colours: {deep: "#14405c", accent: "#8fd3c5"}',
            "4:42: colours.accent: er for lys: tekst på eller i den har kontrasten 1,6, og 4,5 er det mindste.",
        ),
        (
            'colours: {deep: "#14405c", accent: "#0a7a62"}',
            "4:42: colours.accent: er for lys: tekst på eller i den har kontrasten 4,4, og 4,5 er det mindste.",
        ),
        ("filters: [theme, theme]", '4:24: filters[1]: "theme" står allerede i listen.'),
        ("without: [money, money]", '4:24: without[1]: "money" står allerede i listen.'),
        ("logo: ../logo.svg", "4:13: logo: skal være vejen til en .svg eller .png i mappen med casene"),
        ("editors: {name: !ENV MAIL}", '4:23: editors.name: YAML-mærket "!ENV" kan ikke bruges her.'),
    ],
)
def test_a_wrong_setting_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    found = configured(tmp_path, f"\n      {text}\n")
    assert found.settings == BARE
    assert any(told in str(problem) for problem in found.problems), listing(found.problems)
    assert all(problem.file == "mkdocs.yml" for problem in found.problems)


def configured(folder: Path, text: str, plugins: str = "\n  - casekatalog:") -> Configured:
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: Katalog\nplugins:{plugins}{text}", "utf-8")
    return examine(file)


def listing(problems: tuple[Problem, ...]) -> str:
    return "\n".join(map(str, problems))


def test_a_folder_of_templates_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("theme:\n  name: material\n  custom_dir: tema\nplugins: [casekatalog]\n", "utf-8")
    assert [str(problem) for problem in examine(file).problems] == [
        "mkdocs.yml:3:15: theme.custom_dir: mappen tema med skabelonerne mangler. "
        "Hent den igen fra kataloget, eller ret navnet."
    ]
    (tmp_path / "tema" / "assets" / "fonts").mkdir(parents=True)
    assert not examine(file).problems, "what a catalogue lacks of its own comes with the generator"
    monkeypatch.setattr("generator.packed.THEME", tmp_path)
    assert [str(problem) for problem in examine(file).problems] == [
        "mkdocs.yml:3:15: theme.custom_dir: main.html mangler i mappen tema. Hent den igen fra kataloget."
    ]
    (tmp_path / "tema" / "main.html").touch()
    assert not examine(file).problems


def test_a_folder_of_cases_that_is_not_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("docs_dir: sager\nplugins: [casekatalog]\n", "utf-8")
    assert [str(problem) for problem in examine(file).problems] == [
        "mkdocs.yml:1:11: docs_dir: mappen sager med casene mangler. Hent den igen fra kataloget, eller ret navnet."
    ]


def test_the_example_in_our_own_settings_is_right(tmp_path: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    example = text[text.index("      # publisher") : text.index("validation:")]
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "plugins:\n  - casekatalog:\n" + re.sub("^      # ", "      ", example, flags=re.MULTILINE), "utf-8"
    )
    found = examine(file)
    assert not found.problems
    assert gaps(found.settings) == []


@pytest.fixture
def told(tmp_path: Path, catalogue: Catalogue) -> Site:
    return Site(catalogue, ROOT / "theme_overrides", configured(tmp_path, WHOLE).settings)


def test_the_statement_tells_what_the_law_asks_for(told: Site) -> None:
    html = told.render_view("statement", "tilgaengelighed/")
    for words in (
        "Eksempel Kommune, Torvet 1, 9999 Eksempel, har ansvaret for webstedet Katalog",
        "Webstedet overholder standarden delvist, det vil sige de fleste krav.",
        "Ikke omfattet af loven",
        "<li>Gamle PDF&#39;er (i stedet: Casens egen side)</li>",
        "Vi har selv vurderet webstedet.",
        "Erklæringen er lavet den 28. november 2026.",
        'href="mailto:redaktion@example.org?subject=Tilg%C3%A6ngelighed"',
        'href="tel:12345678">12 34 56 78</a>',
        "https://digst.dk/digital-inklusion/webtilgaengelighed/",
        'href="https://was.digst.dk/example-org"',
    ):
        assert words in html


def test_the_statement_hides_nothing_when_nothing_is_set(catalogue: Catalogue) -> None:
    html = Site(catalogue, ROOT / "theme_overrides").render_view("statement", "tilgaengelighed/")
    assert "Det er endnu ikke opgjort, hvor langt det overholder standarden." in html
    assert "endnu ikke angivet, hvem du kan skrive eller ringe til" in html
    assert not re.search("None|example|kommune", html, re.IGNORECASE)


@pytest.mark.slow
def test_the_was_address_leads_to_the_statement_at_the_agency(told: Site, catalogue: Catalogue) -> None:
    assert 'content="0; url=https://was.digst.dk/example-org"' in told.files()["was/index.html"].decode()
    ours = Site(catalogue, ROOT / "theme_overrides").files()["was/index.html"].decode()
    assert 'content="0; url=../tilgaengelighed/"' in ours


def test_a_reader_of_a_case_can_write_to_the_editors(told: Site, catalogue: Catalogue) -> None:
    case = catalogue.by_slug["een-plan"]
    html = told.render(case_page(case))
    assert f'href="mailto:redaktion@example.org?subject={quote(case.title)}"' in html
    assert "Udgives af" in told.render_view("contact", "om/")


@pytest.mark.slow
def test_every_page_ends_with_who_to_ask(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    plugins = f"plugins:\n  - casekatalog:{WHOLE}".replace("Eksempel Kommune", "Åge & Søn")
    config.write_text(config.read_text("utf-8") + plugins, "utf-8")
    build(tmp_path / "site", config=config)
    pages = [path for path in (tmp_path / "site").rglob("*.html") if 'class="md-' in path.read_text("utf-8")]
    assert len(pages) > 200
    for page in pages:
        footer = page.read_text("utf-8").partition("<footer")[2]
        assert 'Udgives af <a href="https://example.org/">Åge &amp; Søn</a>, Torvet 1' in footer, page
        assert (
            '<a href="mailto:redaktion@example.org">redaktion@example.org</a> eller <a href="tel:' in footer
        )


def test_an_address_to_edit_at_must_be_one_of_the_web(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text('plugins:\n  - casekatalog:\n      edit_url: "javascript:alert(1)//{path}"\n', "utf-8")
    assert [(each.line, each.code) for each in examine(file).problems] == [(3, "bad_url")]


@pytest.mark.parametrize("address", ["http://[x", "eksempel.dk", "http://?x"])
def test_the_address_of_the_site_must_be_one_of_the_web(tmp_path: Path, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f'site_url: "{address}"\nplugins: [casekatalog]\n', "utf-8")
    [told] = examine(tmp_path / "mkdocs.yml").problems
    assert str(told).startswith("mkdocs.yml:1:11: site_url: skal være en webadresse")


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    settings = "docs_dir: cases\nplugins:\n  - casekatalog:\n      logo: billeder/logo.svg\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert "mkdocs.yml:4:13: logo: findes ikke." in listing(examine(tmp_path / "mkdocs.yml").problems)
    (tmp_path / "cases" / "billeder").mkdir()
    (tmp_path / "cases" / "billeder" / "logo.svg").write_text("<svg/>", "utf-8")
    assert not examine(tmp_path / "mkdocs.yml").problems


def test_the_filters_that_are_set_come_first_and_alone(tmp_path: Path, catalogue: Catalogue) -> None:
    settings = configured(tmp_path, "\n      filters: [evidence, theme]\n").settings
    for chosen, shown in ((settings, ["evidence", "theme"]), (Settings(), [*FACETS])):
        html = Site(catalogue, ROOT / "theme_overrides", chosen).render_view("home", "")
        filters = re.findall(r'<details class="facet" data-facet="(\w+)"( open)?( hidden)?>', html)
        assert {*FACETS} | {"year"} == {key for key, *_ in filters}
        assert [key for key, _, hidden in filters if not hidden and key != "year"] == shown
    assert ".facet[hidden]" in (THEME / "assets" / "css" / "catalogue.css").read_text("utf-8")
