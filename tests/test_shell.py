"""What surrounds the content is filled in as the templates themselves would give it."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from generator import addresses, pages
from generator.catalogue import Catalogue
from generator.site.render import Site
from generator.site.shell import Shell
from helpers import ROOT, build

TEMPLATES = {"components/outline.html": "", "partials/language.html": "", "main.html": ""}


def content(folder: Path) -> dict[str, bytes]:
    """Return what the files in a folder hold, by their paths."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_site_is_the_same_without_a_shell(made_project: Path, tmp_path: Path) -> None:
    plain = tmp_path / "site"
    build(plain, config=made_project / "mkdocs.yml", environment={"CASEKATALOG_SHELL": "false"})
    filled = content(made_project / "site")
    assert [path for path, held in content(plain).items() if filled.pop(path, None) != held] == []
    assert not filled


@pytest.mark.parametrize("directories", [True, False])
def test_what_is_printed_of_a_case_is_its_page_with_links_of_a_folder_above(
    made: Catalogue, directories: bool
) -> None:
    site = Site(made, ROOT / "theme_overrides", directory_urls=directories)
    for case in made.cases:
        page = pages.case_page(case)
        above = site.render(replace(page, url=addresses.at("shortlist")))
        assert site.render(page).replace('="../', '="') == above


@pytest.mark.parametrize(
    ("template", "lacks", "shown"),
    [
        ("{{ page.edit_url }} {{ page.content }}", "", "E <h1>"),
        ("{{ page.title }} {{ page.content }}", "", "T <h1>"),
        ("{{ page.title }}", "partials/language.html", "T"),
        ("{{ page.content }}{% if page.toc %}{% endif %}", "components/outline.html", "<h1>"),
    ],
    ids=["more", "less", "no language", "no outline"],
)
def test_a_theme_that_the_shell_does_not_know_renders_each_page(
    template: str, lacks: str, shown: str
) -> None:
    templates = {name: text for name, text in TEMPLATES.items() if name != lacks} | {"main.html": template}
    shell = Shell(Environment(loader=DictLoader(templates)))
    meta = {"title": "T", "short_title": "T", "description": "D", "hide": ["navigation"]}
    known: dict[str, Any] = {"url": "case/a/", "parent": None, "canonical_url": None, "meta": meta, "toc": []}
    page = SimpleNamespace(**known, title="T", content="<h1>", edit_url="E")
    assert shell.fill(page, {"page": page}) == shown
    assert shell.fill(page, {"page": page}) == shown


def test_what_surrounds_pages_is_rendered_once_for_those_that_lie_as_deep() -> None:
    rendered: list[str] = []

    def see(url: str) -> str:
        rendered.append(url)
        return ""

    marks = (
        "{{ see(page.url) }}<h1>{{ page.content }}{{ page.title }}{{ page.meta.title }}{{ page.meta.head }}"
    )
    templates = TEMPLATES | {
        "main.html": f"{marks}{{{{ page.meta.short_title }}}}{{{{ page.meta.description }}}}"
    }
    environment = Environment(loader=DictLoader(templates))
    environment.globals["see"] = see
    shell = Shell(environment)
    meta = {"title": "T", "short_title": "T", "description": "D", "head": "", "hide": ["toc"]}
    for url in ("kommune/a/", "kommune/b/", "kommune/a/2/", "kommune/b/2/", "tema/a/"):
        page = SimpleNamespace(
            url=url, parent=None, canonical_url=None, meta=meta, title="T", content="<h1>", toc=[]
        )
        shell.fill(page, {"page": page})
    assert rendered == ["kommune/a/", "kommune/a/2/", "tema/a/"]
