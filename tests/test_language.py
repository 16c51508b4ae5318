"""The language that a catalogue is to speak: named in its settings, spoken before anything is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from generator import personal, store
from generator import wording as words
from generator.catalogue import Catalogue
from generator.charts import traits
from generator.figures import covered
from generator.locale import LOCALES
from generator.model import Figure
from generator.near import alike
from generator.reading import engine, language, settings
from generator.reading.schema import as_text
from generator.unstated import says_unstated
from generator.values import Qualifier, other_qualifiers
from generator.wording import FIRST, LANGUAGES, wording
from helpers import run, write_project

OTHER = "xx"
"""A language that is Danish but for a few words."""
WORDS = {
    "findes ikke.": "is unknown.",
    '= "ikke oplyst"': '= "not told"',
    '"ca."': '"about"',
    '"i alt"': '"total"',
    "prognose-": "forecast-",
    'until = "til"': 'until = "to"',
}


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "languages"
    folder.mkdir()
    told = (words.FOLDER / f"{FIRST}.toml").read_text("utf-8")
    others = told
    for word, instead in WORDS.items():
        others = others.replace(word, instead)
    (folder / f"{OTHER}.toml").write_text(others, "utf-8")
    (folder / f"{FIRST}.toml").write_text(told, "utf-8")
    monkeypatch.setattr(words, "FOLDER", folder)
    for module in (language, engine):
        monkeypatch.setattr(module, "LANGUAGES", (*LANGUAGES, OTHER))
    for ways in (LOCALES, personal._ROLES, personal._NUMBERS, personal._PHONES):
        monkeypatch.setitem(ways, OTHER, ways["en"])
    yield
    words.read.cache_clear()
    wording.speak(FIRST)


def written(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("theme:\n  name: material\n  language: xx\n", OTHER),
        ("theme: {language: 'xx'}\n", OTHER),
        ("INHERIT: base.yml\n", OTHER),
        ("INHERIT: base.yml\ntheme: {name: material}\n", OTHER),
        ("INHERIT: base.yml\ntheme: {language: da}\n", FIRST),
        ("INHERIT: mkdocs.yml\n", FIRST),
        ("extra: {language: xx}\n", FIRST),
        ("theme: material\n", FIRST),
        ("theme: {language: yy}\n", FIRST),
        ("theme: [unclosed\n", FIRST),
        ("", FIRST),
    ],
)
def test_the_language_of_the_theme_is_spoken(tmp_path: Path, text: str, spoken: str) -> None:
    written(tmp_path, "theme: {language: xx}\n", "base.yml")
    language.speak(written(tmp_path, text))
    assert wording.language == spoken


@pytest.mark.usefixtures("other")
def test_where_nothing_is_set_the_first_language_is_spoken(tmp_path: Path) -> None:
    wording.speak(OTHER)
    language.speak(tmp_path / "mkdocs.yml")
    assert wording.language == FIRST


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("dansk", '"dansk" findes ikke. Mente du "da"?'),
        ("da-DK", '"da-DK" findes ikke. Mente du "da"?'),
        ("Danish", '"Danish" findes ikke. Mente du "da"?'),
        ("yy", '"yy" findes ikke. Vælg en af: ' + ", ".join(LANGUAGES) + "."),
        ("12", '"12" findes ikke. Vælg en af: ' + ", ".join(LANGUAGES) + "."),
    ],
)
def test_a_language_that_there_is_none_of_is_refused(tmp_path: Path, named: str, told: str) -> None:
    file = written(tmp_path, f"site_name: Katalog\ntheme:\n  name: material\n  language: {named}\n")
    problems = settings.examine(file).problems
    assert [*map(str, problems)] == [f"mkdocs.yml:4:13: theme.language: {told}"]


def test_the_language_may_come_from_the_environment(tmp_path: Path) -> None:
    assert not settings.examine(written(tmp_path, "theme: {language: !ENV [LANG, da]}\n")).problems


@pytest.mark.usefixtures("other")
def test_a_command_speaks_the_language_of_the_catalogue_it_is_told_of(tmp_path: Path) -> None:
    """And tells what it kept of a former run in the language of now."""
    file = write_project(tmp_path)
    told = file.read_text("utf-8")
    case = tmp_path / "cases" / "alt-i-brug.yaml"
    case.write_text(f"{case.read_text('utf-8')}ukendt: 1\n", "utf-8")
    for code, said in ((FIRST, 'feltet "ukendt" findes ikke.'), (OTHER, 'feltet "ukendt" is unknown.')):
        file.write_text(told.replace("theme:\n", f"theme:\n  language: {code}\n"), "utf-8")
        assert said in run("check", "--cases", str(tmp_path / "cases")).output


@pytest.mark.usefixtures("other")
def test_what_is_kept_is_kept_by_language() -> None:
    danish = store.key("part")
    wording.speak(OTHER)
    assert store.key("part") != danish


@pytest.mark.usefixtures("other")
def test_the_schema_takes_the_word_of_the_language_for_what_is_not_told(made: Catalogue) -> None:
    assert '"const": "ikke oplyst"' in as_text(made.vocabulary)
    wording.speak(OTHER)
    assert '"const": "not told"' in as_text(made.vocabulary)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("plugins: [{casekatalog: {unknown: ukendt}}]\n", "ukendt"),
        ("plugins: {casekatalog: {unknown: n/a}}\n", "n/a"),
        ("INHERIT: base.yml\n", "uvist"),
        ("INHERIT: base.yml\nplugins: [casekatalog]\n", "ikke oplyst"),
        ("plugins: [{casekatalog: {unknown: [x]}}]\n", "ikke oplyst"),
        ("plugins: [{casekatalog: {unknown: 'a: b'}}]\n", "ikke oplyst"),
        ("[]\n", "ikke oplyst"),
    ],
)
@pytest.mark.usefixtures("other")
def test_a_catalogue_has_its_own_word_for_unknown(tmp_path: Path, text: str, word: str) -> None:
    written(tmp_path, "plugins: [{casekatalog: {unknown: uvist}}]\n", "base.yml")
    danish = store.key("part")
    language.speak(written(tmp_path, text))
    assert wording.common["unstated"] == word and wording.common["placeless"] == f"Sted {word}"
    assert says_unstated(f"{word.upper()}.")
    assert (store.key("part") == danish) == (word == "ikke oplyst")


@pytest.mark.usefixtures("other")
def test_a_number_takes_the_qualifiers_of_the_language() -> None:
    kind = TypeAdapter(Qualifier)
    assert kind.validate_python("ca.") == "ca." and "ca." in kind.json_schema()["enum"]
    wording.speak(OTHER)
    assert kind.validate_python("about") == "about" and "about" in kind.json_schema()["enum"]
    with pytest.raises(ValidationError, match="not_allowed"):
        kind.validate_python("ca.")
    assert other_qualifiers()["cirka"] == "about"


@pytest.mark.usefixtures("other")
def test_near_words_are_compared_as_the_language_writes_addresses() -> None:
    choices = ["Øø", "zebra"]
    assert alike("Øø", choices) == "Øø"
    wording.speak(OTHER)
    assert alike("Øø", choices) == "Øø"


def _from(period: str) -> Figure:
    return Figure.model_construct(value=1, unit="pct.", what="andel", kind="opgjort", period=period)


@pytest.mark.usefixtures("other")
def test_totals_forecasts_and_periods_are_known_by_the_words_of_the_language() -> None:
    assert traits.is_total("I alt (netto)") and not traits.is_total("Total")
    assert traits.is_expected("Prognosetal") and not traits.is_expected("Forecasts")
    assert covered(_from("2016 til 2018")) == [2016, 2017, 2018]
    wording.speak(OTHER)
    assert traits.is_total("Total") and not traits.is_total("I alt")
    assert traits.is_expected("Forecasts") and not traits.is_expected("Prognosetal")
    assert covered(_from("2016 to 2018")) == [2016, 2017, 2018]


@pytest.mark.parametrize(
    ("code", "label"),
    [("da", "I alt"), ("en", "Total"), ("en", "In all (net)"), ("nb", "I alt"), ("nb", "Totalt")],
)
def test_a_total_is_known_by_each_of_its_names_in_the_language(code: str, label: str) -> None:
    wording.speak(code)
    try:
        assert traits.is_total(label)
    finally:
        wording.speak(FIRST)
