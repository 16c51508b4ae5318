"""The guide to a catalogue of one's own: every example is right, and every setting is told."""

import re
from pathlib import Path

import yaml

from generator.editing import first
from generator.packed import SHARED_WORDS, START, THEME
from generator.reading.settings import TOP, UNSET, examine
from generator.views import NEEDS
from helpers import CASES, FILES, ROOT, commands, run

GUIDE = (ROOT / "docs" / "own-catalogue.md").read_text("utf-8")
SETTINGS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
COMMANDS = re.findall(r"^casekatalog (.*)$", GUIDE, re.MULTILINE)


def test_every_example_of_settings_is_sound(tmp_path: Path) -> None:
    first.write(tmp_path / "ours", "Ours", "1", demo=True)
    logo = tmp_path / "ours" / "cases" / "billeder" / "logo.svg"
    logo.parent.mkdir()
    logo.write_text("<svg/>", "utf-8")
    top, ours, countries = SETTINGS
    sdg = tmp_path / "ours" / "cases" / "vocabulary" / "sdg.yaml"
    for path in (tmp_path / "ours" / "cases").glob("*.yaml"):
        told = re.sub(r"^incentive:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(told, "utf-8")
    bare = "plugins:\n  - casekatalog\n"
    for text in (top, top.replace(bare, ours)):
        if "sdg" in text:
            sdg.write_text("klima:\n  name: Klima\n  definition: Handling.\n", "utf-8")
        (tmp_path / "ours" / "mkdocs.yml").write_text(text, "utf-8")
        assert examine(tmp_path / "ours" / "mkdocs.yml").problems == ()
        result = run("check", "--cases", str(tmp_path / "ours" / "cases"))
        assert "3 cases, ingen fejl" in result.stderr
    (tmp_path / "ours" / "mkdocs.yml").write_text(top.replace(bare, countries), "utf-8")
    assert examine(tmp_path / "ours" / "mkdocs.yml").problems == ()


def test_every_setting_and_view_is_told() -> None:
    told = set(re.findall(r"`(\w+)`", GUIDE.partition("| setting |")[2]))
    at_the_top = {*TOP}
    assert {*type(UNSET).model_fields} - at_the_top <= told
    assert {*NEEDS} <= told


def test_every_command_is_there() -> None:
    assert len(COMMANDS) == 5
    assert {command.split()[0] for command in COMMANDS} <= set(commands())


def test_the_first_command_does_what_it_says(tmp_path: Path) -> None:
    words = (
        COMMANDS[0].replace('"Our cases"', "Ours").replace("our-catalogue", str(tmp_path / "ours")).split()
    )
    assert run(*words).exit_code == 0
    assert (tmp_path / "ours" / "mkdocs.yml").read_text("utf-8").count('site_name: "Ours"') == 1


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
