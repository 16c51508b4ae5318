"""A build does nothing twice: work is counted, not timed."""

from collections import Counter
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.addresses import at
from generator.catalogue import Catalogue
from generator.lists import Lists
from generator.packed import page_views
from generator.pages import pages
from generator.site.options import REPRODUCIBLE_DATE
from generator.site.plugin import CatalogPlugin
from generator.site.unwritten import PageFile
from helpers import CASES, MADE, write_project

pytestmark = pytest.mark.slow

PARSED = 2
"""How often the build may parse a case: for the site, and for the form, which needs its comments."""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counter[str], Counter[str]]:
    """Build the made cases; return how often each text was parsed as YAML, and how often each template rendered."""
    parsed, rendered = Counter[str](), Counter[str]()
    render = jinja2.Template.render

    class Parsing(yaml.CSafeLoader):
        def __init__(self, text: str) -> None:
            parsed[text] += 1
            super().__init__(text)

    def rendering(template: jinja2.Template, *given: Any, **named: Any) -> str:
        rendered[template.name or ""] += 1
        return render(template, *given, **named)

    settings = write_project(tmp_path_factory.mktemp("work"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", REPRODUCIBLE_DATE)
        patch.setattr(yaml, "CSafeLoader", Parsing)
        patch.setattr(jinja2.Template, "render", rendering)
        build(load_config(str(settings)))
    return parsed, rendered


def test_each_case_is_parsed_for_the_site_and_for_the_form(work: tuple[Counter[str], Counter[str]]) -> None:
    parsed, _ = work
    times = {file.stem: parsed[file.read_text("utf-8")] for file in MADE.glob("*.yaml")}
    assert {name: count for name, count in times.items() if not 1 <= count <= PARSED} == {}


def test_each_page_is_rendered_once(work: tuple[Counter[str], Counter[str]], made: Catalogue) -> None:
    _, rendered = work
    wanted = Counter(f"pages/{page.template}" for page in pages(Lists(made)))
    assert {name: rendered[name] for name in wanted} == wanted


def test_what_surrounds_the_content_is_rendered_once_for_all_as_deep_below_a_folder(
    work: tuple[Counter[str], Counter[str]], made: Catalogue
) -> None:
    _, rendered = work
    others = [page.url for page in pages(Lists(made)) if page.template != "overview.html"]
    shared = {(url.partition("/")[0], url.count("/")) for url in (*others, at("editors"))}
    in_full = len([*CASES.glob("*.md"), *page_views()]) + rendered["pages/overview.html"]
    assert rendered["main.html"] <= in_full + len(shared)


def test_a_page_is_held_only_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, write = [], CatalogPlugin.on_post_page

    def counting(plugin: CatalogPlugin, output: str, **known: Any) -> str:
        pages = [file.page for file in plugin.files if isinstance(file, PageFile) and file.page]
        held.append(sum(bool(page.content) for page in pages))
        return write(plugin, output, **known)

    monkeypatch.setattr(CatalogPlugin, "on_post_page", counting)
    build(load_config(str(write_project(tmp_path))))
    assert max(held) == 1
