"""Building again: whatever changed, a site of what was kept is byte for byte the one that is built anew."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.__main__ import cli

from generator import store
from generator.site import fork
from helpers import ROOT, write_project

pytestmark = pytest.mark.slow

HOOK = """
from pathlib import Path


def on_post_page(output, page, config):
    return "Krog"


def on_post_build(config):
    Path(config.site_dir, "data", "cases.csv").write_text("Krog")
"""
"""What somebody else does to pages and files."""


def build(project: Path, site: str, monkeypatch: pytest.MonkeyPatch, keeps: bool) -> dict[str, bytes]:
    """Build a project into a folder, by two processes where things are kept; return the files of the site."""
    monkeypatch.setenv(store.SWITCH, str(keeps).lower())
    monkeypatch.setattr(fork, "pays", lambda _: keeps and sys.platform == "linux")
    options = ["build", "--quiet", "-f", str(project / "mkdocs.yml"), "-d", str(project / site)]
    done = CliRunner().invoke(cli, options, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return {
        path.relative_to(project / site).as_posix(): path.read_bytes()
        for path in (project / site).rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the made cases with templates of their own; return the folder, in which all that can be is kept."""
    project = tmp_path_factory.mktemp("built")
    write_project(project)
    for part in ("components", "pages"):
        shutil.copytree(ROOT / "theme_overrides" / part, project / "theme_overrides" / part)
    shutil.copy(ROOT / "theme_overrides" / "main.html", project / "theme_overrides")
    settings(project, theme={"custom_dir": "theme_overrides"})
    with pytest.MonkeyPatch.context() as patch:
        build(project, "site", patch, keeps=True)
    return project


def settings(project: Path, **values: object) -> None:
    file = project / "mkdocs.yml"
    file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text("utf-8")) | values), "utf-8")


def write(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def rename(project: Path) -> None:
    old = project / "cases" / "unge-i-laere.yaml"
    text = old.read_text("utf-8")
    old.with_name("unge-i-ny-laere.yaml").write_text(f"{text}aliases: [unge-i-laere]\n", "utf-8")
    old.unlink()


def addresses(project: Path) -> None:
    """Build once with addresses that name files."""
    settings(project, use_directory_urls=False)
    with pytest.MonkeyPatch.context() as patch:
        build(project, "site", patch, keeps=True)


def hook(project: Path) -> None:
    """Build once with a hook that changes every page and a file, and again without it."""
    (project / "hook.py").write_text(HOOK, "utf-8")
    settings(project, hooks=["hook.py"])
    with pytest.MonkeyPatch.context() as patch:
        found = build(project, "site", patch, keeps=True)
    assert found["case/alt-i-brug/index.html"] == b"Krog" and found["data/cases.csv"] == b"Krog"
    settings(project, hooks=[])


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda project: None,
    "a case": lambda project: write(project / "cases" / "alt-i-brug.yaml", 'title: "', 'title: "Ny '),
    "a removed case": lambda project: (project / "cases" / "unge-i-laere.yaml").unlink(),
    "a renamed case": rename,
    "a word": lambda project: write(project / "cases" / "vocabulary" / "themes.yaml", "name: ", "name: Ny "),
    "a term": lambda project: write(
        project / "cases" / "vocabulary" / "glossary.yaml", "name: ", "name: Ny "
    ),
    "a template": lambda project: write(
        project / "theme_overrides" / "pages" / "case.html", "\n", "\n<p>Nyt</p>\n"
    ),
    "a setting": lambda project: settings(project, site_url="https://example.org/cases/"),
    "addresses": lambda project: settings(project, use_directory_urls=False),
    "nothing, with addresses of files": addresses,
    "a page that nobody generates": lambda project: write(
        project / "cases" / "om.md", "\n\n", "\n\n[En case](case/alt-i-brug.md#raad-1)\n\n"
    ),
    "the page around all others": lambda project: write(
        project / "theme_overrides" / "main.html", "</main>", "</main><p>Nyt</p>"
    ),
    "a map of the site of its own": lambda project: (project / "theme_overrides" / "sitemap.xml").write_text(
        "{% for file in pages %}{{ file.page.canonical_url }} {{ file.page.meta.title }}\n{% endfor %}"
    ),
    "a file of the site": lambda project: (project / "site/case/alt-i-brug/index.html").write_text("Rettet"),
    "a file that is gone": lambda project: (project / "site/data/cases.csv").unlink(),
    "the whole site": lambda project: shutil.rmtree(project / "site"),
    "a hook": hook,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_site_of_what_was_kept_is_the_one_that_is_built_anew(
    change: Callable[[Path], object], built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Path(shutil.copytree(built, tmp_path / built.name))
    change(project)
    kept = build(project, "site", monkeypatch, keeps=True)
    plain = build(project, "plain", monkeypatch, keeps=False)
    assert {path for path in kept if plain.get(path) != kept[path]} == set()
    assert kept.keys() == plain.keys()
