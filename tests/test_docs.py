"""The guides are true: what they name is there, and every command and target stands in one of them."""

import re
import tomllib
from pathlib import Path

import pytest

from helpers import ROOT, commands

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
EXAMPLES = {"cases/min-case.yaml", "cases/vores-nye-samarbejde.yaml", "theme_overrides/pages/views/name.html"}
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
