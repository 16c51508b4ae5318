"""The first catalogue of a language, as its editors and readers meet it: in that language and no other."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import page as pdf_rules
import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from generator import wording as words
from generator.card import gain_symbol
from generator.catalogue import Catalogue
from generator.cost import cost
from generator.packed import GUIDE, THEME
from generator.reading import language
from generator.reading.folder import load
from generator.tiles import PITCH, tile_map
from generator.vocabulary import Municipality
from generator.wording import FIRST, LANGUAGES, wording
from helpers import QUIET, StrictHandler, assert_accessible, commands, dead_links, once, run, serving
from shown import Shown, scalars

DANISH = """
af bede blive bliver bruges efter fejl findes fik gik gøre hedder hvad igennem lave læs noget nogle
oplyst oplysninger pct sidst sker sprog sådan tage tilføj ud uden udgiver vælg
"""
"""Words that are Danish and not Norwegian."""
COMMON = """
aldrig blev casen casene denne der deres det dette du eller fandt flere fordi fra få før gennem hvem hver hvilke hvis
hvor hvordan hvorfor ikke ind ingen kilde kilden kilder kommune kommuner kroner kun med meget mellem mere mindre må
navn når og også på samme sammen sig skal skriv slet som tal til ved vores år
"""
"""Words that are Danish, and Norwegian or nearly so, but not English."""
GUIDED = {page.stem for page in GUIDE}
"""The pages of the guide, whose examples are those of a Danish catalogue."""
FOREIGN = {"en": {*DANISH.split(), *COMMON.split()}, "nb": {*DANISH.split()}}
"""What no text in a language may have."""
OTHERS = tuple(code for code in LANGUAGES if code != FIRST)
TEXTS = (".html", ".csv", ".json", ".xml", ".ttl", ".txt", ".bib", ".ris")
KINDS = (
    "",
    "case",
    "theme",
    "form",
    "suggest",
    "money",
    "factors",
    "glossary",
    "data/",
    "news",
    "statement",
    "about",
)
HELP = """
from generator.cli.main import main
main(["--help"], standalone_mode=False)
for name in sorted(main.homes):
    main([name, "--help"], standalone_mode=False)
"""
"""A program that asks all commands for help."""
SHORT = {"af"}
"""Words that are also numbers of sixteen."""


def danish(text: str, code: str) -> set[str]:
    """Return the words of a text that are of another language than it should be."""
    found = set(re.findall(r"[^\W\d_]+", text.lower())) & FOREIGN[code]
    return found | ({"æøå"} if code == "en" and re.search("[æøåÆØÅ]", text) else set())


@pytest.fixture(params=OTHERS)
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    for name in ("check", "init"):
        run(name, "--help")  # what is kept of the help is in the first language, as other tests have it
    yield str(request.param)
    wording.speak(FIRST)


@pytest.fixture
def demo(code: str, tmp_path: Path) -> Path:
    """The folder of a first catalogue in a language, and the language is spoken."""
    folder = tmp_path / "demo"
    assert run("init", str(folder), "--language", code, "--demo").exit_code == 0
    language.speak(folder / "mkdocs.yml")
    return folder


@pytest.fixture
def built(code: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a first catalogue in a language, with its PDFs."""

    def make(folder: Path) -> None:
        program = [sys.executable, "-m", "generator"]
        environment = {**QUIET, "CASEKATALOG_PDF": "true", "CASEKATALOG_STORE": "false"}
        for command in (["init", folder, "--language", code, "--demo"], ["build", "--strict"]):
            where = folder if command[0] == "build" else None
            done = subprocess.run(
                [*program, *command], cwd=where, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            assert not danish(done.stdout + done.stderr, code)

    return once(tmp_path_factory, f"demo-{code}", make) / "site"


def test_no_word_of_another_language_is_written_down(code: str) -> None:
    """In no message, help, form or page that the language or its first catalogue has."""
    told = tomllib.loads((words.FOLDER / f"{code}.toml").read_text("utf-8"))
    texts = {text: text for text in scalars(told)}
    start = Path(words.FOLDER).parent / "start" / code
    texts |= {file.name: file.read_text("utf-8") for file in start.rglob("*") if file.is_file()}
    found = {name: danish(re.sub(r"@[0-9a-f]{40}", "", text), code) for name, text in texts.items()}
    assert not {name: foreign for name, foreign in found.items() if foreign}


def test_help_is_in_the_language(code: str, demo: Path) -> None:
    """In a process of its own, since a command keeps its help in the language that it was first asked in."""
    done = subprocess.run(
        [sys.executable, "-c", HELP], cwd=demo, env=QUIET, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("Usage: " if code == "en" else "Bruk: ") == len(commands()) + 1
    assert not danish(done.stdout, code)
    assert code == "en" or not re.search(r"Options|Show|default", done.stdout)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^title: .*\n", ""),
        (r"^title: ", "titel: "),
        (r"^title: ", "\ttitle: "),
        (r"^title: (.*)", r"title: \1: and"),
        (r"^summary: [^:]*?\n(?=\w+:)", "summary:\n"),
        (r"^level: .*", "level: [nowhere]"),
        (r"^level: .*", "level: 4"),
        (r"value: 0?\.?\d+", 'value: "many"'),
        (r"(?<=^  start: )\d+", "soon"),
        (r"\A", "- "),
        (r"\Z", "level: [1]\n"),
        (r"[\s\S]+", ""),
    ],
)
def test_faults_are_told_in_the_language(
    code: str, demo: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    monkeypatch.chdir(demo)
    for file in (demo / "cases").glob("*.yaml"):
        file.write_text(re.sub(old, new, file.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")
    result = run("check")
    told = re.sub(r"[\w/-]+\.yaml", "", result.output + result.stderr)
    assert result.exit_code == 1
    assert not danish(told, code), told


def test_a_vocabulary_that_is_no_list_of_words_is_told_in_the_language(
    code: str, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo)
    (demo / "cases" / "vocabulary" / "levels.yaml").write_text("[]\n", "utf-8")
    told = run("check").output
    assert f"`{wording.slugs['municipal']}: ...`" in told
    assert not danish(told, code)


def test_its_cases_are_set_up_as_all_are(demo: Path) -> None:
    assert run("fmt", "--check", "--cases", str(demo / "cases")).exit_code == 0


def test_what_a_case_cost_is_known(demo: Path) -> None:
    bands = [found.band for case in load(demo / "cases")[0] if (found := cost(case))]
    assert len(bands) == 2


def test_every_type_of_gain_has_a_symbol_in_every_language() -> None:
    styles = (THEME / "assets/css/indicator.css").read_text("utf-8")
    for code in LANGUAGES:
        wording.speak(code)
        try:
            slugs = [
                wording.slugs[key]
                for key in ("money", "time", "expertise", "wellbeing", "citizens", "no_gain")
            ]
            symbols = {gain_symbol(slug) for slug in slugs}
        finally:
            wording.speak(FIRST)
        assert len(symbols) == len(slugs)
        assert all(f".symbol--{symbol}::before {{" in styles for symbol in symbols)


def test_the_types_of_gains_that_have_symbols_are_those_of_the_vocabulary(demo: Path) -> None:
    slugs = [*Catalogue(*load(demo / "cases")).vocabulary["gain_types"]]
    assert len({gain_symbol(slug) for slug in slugs} - {"gain"}) == len(slugs) == 6


def test_a_map_of_few_has_small_tiles_and_room_for_the_names_of_regions(demo: Path, code: str) -> None:
    catalogue = Catalogue(*load(demo / "cases"))
    ground = tile_map(catalogue, catalogue.cases).ground
    places = [
        each for each in catalogue.vocabulary["municipalities"].values() if isinstance(each, Municipality)
    ]
    assert max(place.column for place in places) * PITCH < ground.width
    assert max((label.y for label in ground.labels), default=0) < ground.height
    assert ground.labels or code != "en"


@pytest.mark.slow
def test_no_page_or_file_has_a_word_of_another_language(code: str, built: Path) -> None:
    found = {}
    for file in sorted(built.rglob("*")):
        if file.suffix not in TEXTS or not file.is_file() or {"assets", *GUIDED} & {*file.parts}:
            continue
        texts = [file.read_text("utf-8")]
        if file.suffix == ".html":
            texts = Shown(texts[0]).texts
        if file.suffix == ".json":
            texts = [*scalars(json.loads(texts[0]))] if texts[0].startswith(("{", "[")) else texts
        for text in texts:
            if foreign := danish(text, code) - (SHORT if file.suffix != ".html" else set()):
                found[f"{file.relative_to(built)}: {text.strip()[:100]}"] = foreign
    assert not found


@pytest.mark.slow
def test_what_scripts_say_is_in_the_language(code: str, built: Path) -> None:
    for file in sorted(built.glob("assets/js/**/*.js")):
        told = re.findall(r"Object\.assign\(casekatalog\.wording, (\{.*\})\);", file.read_text("utf-8"))
        texts = [text for each in told for text in scalars(json.loads(each))]
        assert not {text for text in texts if len(text) > 1 and danish(text, code)}, file


@pytest.mark.slow
def test_print_is_in_the_language(code: str, built: Path) -> None:
    documents = sorted(built.rglob("*.pdf"))
    assert documents
    for file in documents:
        reader = PdfReader(file)
        told = "\n".join(page.extract_text() for page in reader.pages)
        assert not danish(told, code), file
        assert str(reader.root_object["/Lang"]).partition("-")[0] == code
        assert pdf_rules.validate_pdf_bytes(file.read_bytes()).is_compliant, file


@pytest.mark.slow
def test_every_page_names_the_language(code: str, built: Path) -> None:
    for file in sorted(built.rglob("*.html")):
        assert re.findall(r"<html[^>]*\blang=\"?([\w-]+)", file.read_text("utf-8")) == [code], file


@pytest.mark.slow
def test_no_link_is_dead_and_no_anchor_is_double(built: Path) -> None:
    assert not dead_links(built)
    for file in sorted(built.rglob("*.html")):
        anchors = re.findall(r"\sid=\"([^\"]+)\"", file.read_text("utf-8"))
        assert len(anchors) == len({*anchors}), file


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_accessible_and_load_nothing_from_elsewhere(
    code: str, built: Path, page: Page, kind: str
) -> None:
    words_of = words.read(code)
    folders, addresses = words_of["facet_folders"], words_of["addresses"]
    address = {
        "case": next(each.parent.name for each in sorted(built.glob("case/*/index.html"))),
        "theme": f"{folders['theme']}/",
        "form": f"{folders['form']}/",
    }.get(kind, addresses.get(kind, kind))
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    with serving(built, StrictHandler) as server:
        page.goto(f"{server}{f'case/{address}/' if kind == 'case' else address}")
        assert page.locator("h1").count() == 1
        assert_accessible(page)
    assert not faults
