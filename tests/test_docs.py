"""The guides are true: what they name is there, and every command and target stands in one of them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.main import main
from generator.fields import names
from generator.model import Case
from generator.packed import START
from generator.reading.folder import load_vocabulary, parse_case
from generator.reading.reader import read
from helpers import CASES, ROOT, commands

GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SCRIPTS = [
    path
    for path in sorted((ROOT / "theme_overrides" / "assets" / "js").rglob("*.js"))
    if "vendor" not in path.parts
]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
HOMES = (
    "",
    "generator",
    "generator/printing",
    "generator/search",
    "theme_overrides",
    "theme_overrides/assets",
    "theme_overrides/assets/js",
)
"""Where a path that a text names may begin, beside the text's own folder."""
EXAMPLES = {
    "assets/own.css",
    "cases/min-case.yaml",
    "cases/vores-nye-samarbejde.yaml",
    "theme_overrides/pages/views/name.html",
}
CONTEXT = click.Context(main)
WITH_FIGURES = """\
title: En titel med en pointe
summary: Hvad blev gjort, og hvad kom der ud af det?
themes: [digitalisering]
form: intern
status: ikke oplyst
period: ikke oplyst
purpose: ikke oplyst
organisation: ikke oplyst
financing: ikke oplyst
gains:
  - type: borger
    evidence: egen-opgoerelse
    text: Det gik hurtigere.
    figures:
{figures}
drivers: ikke oplyst
barriers: ikke oplyst
sources: [{{title: Rapport, publisher: Kommunen, year: 2024}}]
"""
"""A case with the figures that the guide for editors tells how to write."""
MADE = {"site/", "build/", "nyt/", "redaktion/", "bidrag/", "was/"}
"""What a build makes, and addresses of the site."""


def named(text: str) -> set[str]:
    """Return the files and folders that a text names: what has a slash and an ending, or ends in a slash."""
    ending = r"(?:py|js|css|html|md|yaml|yml|toml|typ|json|txt|png|mo|po)"
    inside = set(re.findall(rf"(?<![\w/.<*{{-])(?:[\w.-]+/)*[\w-]+\.{ending}\b(?!\w|\()", text))
    folders = set(re.findall(r"`((?:[\w.-]+/)+)`", text))
    return {path for path in inside if "/" in path} | folders


def links(text: str) -> set[str]:
    return {link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link} - {
        ""
    }


def lost(text: str, folder: Path) -> list[str]:
    """Return what a text names and is nowhere."""
    homes = (folder, *(ROOT / home for home in HOMES))
    return [
        path
        for path in sorted(named(text) - EXAMPLES - MADE)
        if not any((home / path).exists() for home in homes)
    ]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_guide_names_is_there(guide: Path) -> None:
    text = guide.read_text("utf-8")
    assert lost(text, guide.parent) == []
    assert [link for link in sorted(links(text)) if not (guide.parent / link).exists()] == []


def test_what_docstrings_and_heads_of_scripts_name_is_there() -> None:
    texts = {path: "\n".join(path.read_text("utf-8").split("\n")[:6]) for path in SCRIPTS}
    texts |= {
        path: "\n".join(re.findall(r'"""(.*?)"""', path.read_text("utf-8"), re.DOTALL)) for path in MODULES
    }
    assert {str(path): names for path, text in texts.items() if (names := lost(text, path.parent))} == {}


def test_every_command_stands_in_a_guide() -> None:
    text = "\n".join(guide.read_text("utf-8") for guide in GUIDES)
    assert [name for name in commands() if f"casekatalog {name}" not in text] == []


def test_every_command_and_option_that_a_guide_names_is_there() -> None:
    named = [
        (guide, command) for guide in (*GUIDES, *START.rglob("README.md")) for command in told_commands(guide)
    ]
    assert len(named) > 60
    assert [(guide, name) for guide, (name, _) in named if name not in main.list_commands(CONTEXT)] == []
    for guide, (name, options) in named:
        command = main.get_command(CONTEXT, name)
        assert command
        known = {
            option for parameter in command.params for option in parameter.opts + parameter.secondary_opts
        }
        assert {*options} <= known, (guide, name)


def told_commands(guide: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each command that a guide tells of, in a line or between marks of code, with its options."""
    for code in re.findall(
        r"`([^`\n]+)`|^((?:\.venv/bin/)?casekatalog .*)$", guide.read_text("utf-8"), re.MULTILINE
    ):
        if found := re.fullmatch(r"(?:\.venv/bin/)?casekatalog ([a-z][a-z-]*)( .*)?", "".join(code)):
            yield found[1], re.findall(r"(?<= )--?[a-z][a-z-]*", (found[2] or "").partition(" #")[0])


def test_what_editors_are_told_to_write_is_what_cases_take() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    vocabulary, problems = load_vocabulary(CASES / "vocabulary")
    assert not problems
    pairs = dict(re.findall(r"`([a-z_]+): ([\w-]+)`", text))
    assert pairs.keys() == {"role", "value", "before"}
    kinds = re.findall(r"`([a-z]+)`", text.partition("slags.**")[2].partition("\n- ")[0])
    values = {"unit": "dage", "what": "tid", "period": "i dag", "kind": kinds[0], **pairs}
    figures = "".join(f"        {name}: {value}\n" for name, value in values.items())
    case = WITH_FIGURES.format(figures=figures.replace("        ", "      - ", 1))
    reading, found = parse_case(read("cases/x.yaml", case.encode()), "x", vocabulary)
    assert found and not reading.log.problems, [*map(str, reading.log.problems)]
    evidence = re.findall(r"^- `([a-z-]+)`: ", text.partition("\n## Dokumentation")[2], re.MULTILINE)
    assert evidence == [*vocabulary["evidence"]]
    assert set(kinds) == {*vocabulary["figure_kinds"]}
    roles = re.findall(r"`([a-z]+)` \(", text.partition("Andre tal er")[2])
    assert {pairs["role"], "indsats", *roles} == {*vocabulary["figure_roles"]}
    fields = {name.rpartition(".")[2] for name in names(Case)} | {"source"}  # of one of `sources`
    assert set(re.findall(r"under `([a-z_]+)`", text)) <= fields


def test_every_target_of_a_guide_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for guide in GUIDES:
        assert set(re.findall(r"`make ([a-z-]+)`", guide.read_text("utf-8"))) <= targets, guide


def test_every_script_has_its_place_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    names = [f"{path.parent.name}/{path.name}" for path in SCRIPTS]
    assert [name for name in names if f"`{name}`" not in told] == []


def test_every_module_has_its_place_in_the_readme() -> None:
    told = set(re.findall(r"`([\w./]+)`", (ROOT / "README.md").read_text("utf-8")))
    names = {name.removesuffix(".py").rpartition("/")[2] for name in told}
    own = {path.stem for path in MODULES} - {"__init__", "__main__"}
    assert sorted(own - names) == []


def test_the_changelog_begins_with_what_is_not_out_yet_and_the_version_that_is() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    heads = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heads[0] == "Unreleased"
    assert re.fullmatch(rf"{re.escape(version)}, [0-9]+ [A-Z][a-z]+ [0-9]{{4}}", heads[1])
