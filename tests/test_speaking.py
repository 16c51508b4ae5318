"""The search in English and Norwegian, in the browser that it is for: made cases, and what readers ask of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.catalogue import Catalogue
from generator.editing import first
from generator.locale import spoken
from generator.packed import THEME
from generator.reading.folder import load
from generator.search import index
from generator.search.language import Language
from generator.search.spoken import LANGUAGES
from generator.site.brought import SCRIPTS, other_scripts
from generator.site.bundle import join, worded
from generator.wording import FIRST, wording
from helpers import ROOT, serving
from searching import ask, recall

MADE = Path(__file__).parent / "data" / "search"
FLOORS = {"en": 0.98, "nb": 0.93}
STEM = "words => words.map(word => casekatalog.language.stem(casekatalog.language.canonical(word)))"
WORDS = "texts => texts.map(text => casekatalog.language.words(casekatalog.language.canonical(text)))"
READ = {".md", ".toml", ".yaml"}
STORE = SCRIPTS[: SCRIPTS.index("assets/js/base/store.js") + 1]


class Speaking(NamedTuple):
    """A page that searches in a language."""

    page: Page
    language: Language
    queries: dict[str, list[str]]


@pytest.fixture(scope="module", params=FLOORS)
def speaking(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: Any) -> Iterator[Speaking]:
    made = yaml.safe_load((MADE / f"{request.param}.yaml").read_text("utf-8"))
    folder = tmp_path_factory.mktemp(request.param)
    wording.speak(request.param)
    try:
        write(folder, made["cases"], LANGUAGES[request.param])
    finally:
        wording.speak(FIRST)
    with serving(folder / "site") as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate(
            "async () => { await casekatalog.store.load(['engine', 'terms']); casekatalog.engine.index.begin(); }"
        )
        queries = {str(query): wanted for query, wanted in made["queries"].items()}
        yield Speaking(page, LANGUAGES[request.param], queries)
        page.close()


def write(folder: Path, cases: dict[str, dict[str, str]], language: Language) -> None:
    """Write the index of made cases, the scripts that read it, and a page that asks for them."""
    first.write(folder / "made", "Made", "1", demo=False)
    [short] = (folder / "made" / "cases").glob("*.yaml")
    told = yaml.safe_load(short.read_text("utf-8"))
    short.unlink()
    for slug, case in cases.items():
        written = {**told, **case, "themes": [case["theme"]]}
        del written["theme"]
        text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
        (short.parent / f"{slug}.yaml").write_text(text, "utf-8")
    files = index.index(Catalogue(*load(short.parent)))
    scripts = {
        "assets/js/site.js": STORE,
        "assets/search/engine.js": other_scripts(language)["assets/search/engine.js"],
    }
    for path, parts in scripts.items():
        script = join((THEME / part).read_text("utf-8") for part in parts)
        files[path] = worded(script, {**wording.plain(), "ways": spoken().for_scripts}).encode()
    files["index.html"] = b'<!doctype html><meta charset="utf-8"><script src="assets/js/site.js"></script>'
    for path, content in files.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)


def test_readers_find_what_they_mean(speaking: Speaking) -> None:
    answers = ask(speaking.page, *speaking.queries)
    recalls = {query: recall(answers[query], wanted) for query, wanted in speaking.queries.items()}
    poor = {query: answers[query]["slugs"][:5] for query, value in recalls.items() if value < 1}
    floor = next(floor for code, floor in FLOORS.items() if LANGUAGES[code] is speaking.language)
    assert len(recalls) >= 40
    assert sum(recalls.values()) / len(recalls) >= floor, poor


def test_both_sides_read_alike(speaking: Speaking) -> None:
    """Whatever words there are: those of all languages, of cases and of docs."""
    folders = ("generator/languages", "generator/start", "docs", "cases", "tests/data/search")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.*") if file.suffix in READ]
    language = speaking.language
    text = "\n".join(file.read_text("utf-8") for file in files)
    words = sorted({word for piece in text.split() for word in language.words(language.canonical(piece))})
    assert len(words) > 10_000
    assert speaking.page.evaluate(STEM, words) == [language.stem(language.canonical(word)) for word in words]


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", "organisation organization organising Organized"),
        ("en", "analyse analyze analysis"),
        ("en", "centre centres center centers"),
        ("en", "child children"),
        ("en", "behaviour behaviors"),
        ("en", "programme programs"),
        ("en", "café cafes"),
        ("nb", "lederne leder lederen lederens"),
        ("nb", "vurdering vurdere vurdert"),
        ("nb", "organisasjon organisere organisering"),
        ("nb", "regel regler reglene"),
        ("nb", "senter sentre senteret"),
        ("nb", "naboer naboene nabo"),
        ("nb", "vei veiene veier"),
        ("nb", "måle målt måling"),
        ("nb", "psykiatri psykiatrisk"),
        ("nb", "blåbær blaabaer blåbærene"),
    ],
)
def test_forms_of_one_word_have_one_stem(code: str, forms: str) -> None:
    language = LANGUAGES[code]
    assert len({language.stem(language.canonical(word)) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("code", "different"),
    [("nb", "ledig ledelse"), ("nb", "moderne mode"), ("en", "nurse nursery"), ("en", "port transport")],
)
def test_words_that_mean_otherwise_keep_apart(code: str, different: str) -> None:
    language = LANGUAGES[code]
    assert len({language.stem(language.canonical(word)) for word in different.split()}) == 2


@pytest.mark.parametrize(
    "text", ["1,200,000 pounds", "12.5 and 12,5", "4 500", "Ærø café", "co-production", "2½"]
)
def test_both_sides_spell_alike(speaking: Speaking, text: str) -> None:
    language = speaking.language
    joined = {"coproduction"}
    words = [word for word in language.words(language.canonical(text)) if word not in joined]
    assert speaking.page.evaluate(WORDS, [text]) == [words]


def test_a_part_is_no_hit_where_there_are_no_compounds(speaking: Speaking) -> None:
    hits = "casekatalog.language.holds('transport', 'port')"
    assert speaking.page.evaluate(hits) == bool(speaking.language.links)


TYPED = {
    "english": "recycling rehabilitation apprenticeships electricity neighbours companies physiotherapists",
    "norwegian": "gjenbruksbil sykepleiere arbeidsledige leverandørene konkurrerer åpningstider lederne",
}


def test_a_word_is_found_at_every_letter(speaking: Speaking) -> None:
    words = TYPED[speaking.language.name].split()
    typed = [word[:end] for word in words for end in range(3, len(word) + 1)]
    for query, answer in ask(speaking.page, *typed).items():
        assert answer["slugs"] and not answer["failed"] and not answer["corrected"], query
