"""The guide to a catalogue of one's own: every example is right, and every setting is told."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator import files
from generator.editing import first
from generator.own import KINDS
from generator.packed import OWN_WORDS, SHARED_WORDS, START, THEME, languages
from generator.reading.settings import TOP, UNSET, examine
from generator.shape import BUILT_IN
from generator.views import NEEDS
from generator.vocabulary import Concept, kinds
from generator.wording import FIRST, wording
from helpers import CASES, FILES, ROOT, build, run

GUIDES = {
    name: (ROOT / "docs" / f"own-{name}.md").read_text("utf-8") for name in ("catalogue", "words", "site")
}
GUIDE = GUIDES["catalogue"]
EXAMPLES = {name: re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) for name, text in GUIDES.items()}
TOP_OF_ALL, *PLUGINS = EXAMPLES["catalogue"]
BARE = "plugins:\n  - casekatalog\n"
COMMANDS = re.findall(r"^casekatalog (.*)$", "\n".join(GUIDES.values()), re.MULTILINE)


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Path]:
    """Give a catalogue that has what the examples name: a logo, a vocabulary, no incentives in its cases."""
    first.write(tmp_path / "ours", "Ours", "1", demo=True)
    cases = tmp_path / "ours" / "cases"
    files.save({cases / "billeder" / "logo.svg": "<svg/>", cases / "vocabulary" / "sdg.yaml": words()})
    for path in cases.glob("*.yaml"):
        told = re.sub(r"^incentive:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(told, "utf-8")
    yield tmp_path / "ours"
    wording.speak(FIRST)


def words() -> str:
    """Return the example of a vocabulary."""
    [found] = EXAMPLES["words"]
    return str(found)


def faults(ours: Path, settings: str) -> list[str]:
    """Return what is wrong with settings, and with the catalogue as they have it, without warnings."""
    (ours / "mkdocs.yml").write_text(settings, "utf-8")
    for path in (ours / "cases").glob("*.yaml") if "unknown:" in settings else ():
        unknown = yaml.safe_load(settings)["plugins"][0]["casekatalog"]["unknown"]
        path.write_text(path.read_text("utf-8").replace("ikke oplyst", unknown), "utf-8")
    told = run("check", "--cases", str(ours / "cases")).output.splitlines()
    found = [line for line in told if ": " in line and not re.match(r"\S+ advarsel: ", line)]
    return [*map(str, examine(ours / "mkdocs.yml").problems), *found]


def test_the_settings_of_the_guide_are_sound(ours: Path) -> None:
    assert [line.partition(": ")[0] for line in faults(ours, TOP_OF_ALL)] == ["cases/vocabulary/sdg.yaml:1:1"]
    assert faults(ours, TOP_OF_ALL.replace(BARE, PLUGINS[0])) == []


@pytest.mark.parametrize("example", [*PLUGINS[1:], *EXAMPLES["site"]])
def test_the_other_examples_of_settings_are_sound(ours: Path, example: str) -> None:
    (ours / "mkdocs.yml").write_text(
        TOP_OF_ALL.replace(BARE, example) if "plugins:" in example else f"{TOP_OF_ALL}{example}", "utf-8"
    )
    assert examine(ours / "mkdocs.yml").problems == ()


def test_a_style_sheet_of_its_own_is_built_in(ours: Path, tmp_path: Path) -> None:
    [example] = EXAMPLES["site"]
    for path in (ours / "cases" / "vocabulary").glob("sdg.yaml"):
        path.unlink()
    files.save({ours / "cases" / "assets" / "own.css": ".mine { color: red }\n"})
    (ours / "mkdocs.yml").write_text(f"{TOP_OF_ALL}{example}", "utf-8")
    build(tmp_path / "site", config=ours / "mkdocs.yml")
    assert ".mine" in (tmp_path / "site" / "assets" / "css" / "site.css").read_text("utf-8")


def table(head: str, text: str = GUIDE) -> set[str]:
    """Return what stands in the first column of the table that begins with a heading."""
    rows = text.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return {name for row in rows.splitlines()[2:] for name in re.findall(r"`(.+?)`", row.split("|")[1])}


def test_the_tables_tell_every_setting_view_kind_language_and_vocabulary() -> None:
    assert table("setting") == {*type(UNSET).model_fields} - {*TOP}
    assert {*NEEDS} <= set(re.findall(r"`(\w+)`", GUIDE))
    assert table("kind") == {*KINDS}
    assert table("`--language`", GUIDES["words"]) == {*languages()}
    richer = {
        name for name, kind in kinds(BUILT_IN).items() if kind.model_fields.keys() - Concept.model_fields
    }
    assert table("vocabulary", GUIDES["words"]) == {f"{name}.yaml" for name in richer}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_words_of_the_accessibility_statement_are_told(language: str) -> None:
    wording.speak(language)
    try:
        groups = (
            wording.accessibility_statuses,
            wording.accessibility_methods,
            wording.accessibility_reasons,
        )
        told = table_row("accessibility")
        assert [word for group in groups for word in group.plain().values() if f"`{word}`" not in told] == []
    finally:
        wording.speak(FIRST)


def table_row(name: str) -> str:
    [row] = re.findall(rf"^\| `{name}` \|.*$", GUIDE, re.MULTILINE)
    return str(row)


def test_the_commands_do_what_the_guide_says(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, *others = COMMANDS
    monkeypatch.chdir(tmp_path)
    assert run(*shlex.split(begin)).exit_code == 0
    assert 'site_name: "Our cases"' in (tmp_path / "our-catalogue" / "mkdocs.yml").read_text("utf-8")
    monkeypatch.chdir(tmp_path / "our-catalogue")
    engines = {"serve", "build --strict"}
    assert engines < {*others}
    for command in others:
        if command not in engines:
            result = run(*shlex.split(command))
            assert result.exit_code == 0, (command, result.output)


def test_nothing_of_our_catalogue_stands_in_what_is_packed() -> None:
    sources = yaml.safe_load((CASES / "vocabulary" / "sources.yaml").read_text("utf-8"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    ours = {path.stem for path in FILES} | {*re.findall("^site_name: (.*)", settings)}
    ours |= {word for slug, source in sources.items() for word in (slug, source["name"], source["title"])}
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(ours)))})(?![\w-])")
    shared = [path for path in SHARED_WORDS.glob("*.yaml") if path.stem not in OWN_WORDS]
    folders = (
        (START.parent, "*.py"),
        (START.parent, "*.typ"),
        (START, "*"),
        (THEME, "*.html"),
        (THEME, "*.js"),
    )
    packed = [*shared, *(path for folder, kind in folders for path in folder.rglob(kind) if path.is_file())]
    assert len(packed) > 300
    found = {path.name: named.findall(path.read_text("utf-8")) for path in packed if path.suffix != ".pyc"}
    assert {name: words for name, words in found.items() if words} == {}
