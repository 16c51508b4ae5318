"""Which pages are taken over from the site before: those of which it can be told what they are made of."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config

from generator.addresses import handout_path
from generator.catalogue import Catalogue
from generator.pages import Page, case_page
from generator.site.output import Output
from generator.site.takeover import mark
from generator.site.unwritten import Unwritten, file_of
from generator.store import NOTHING, Store
from helpers import ROOT

FILE = "case/a/index.html"
ONLINE = SimpleNamespace(use_directory_urls=True, site_url="https://example.org/")


class Kept:
    """Stands for the pages in the store, and for the shell around them."""

    def __init__(self, state: str | None = "state", around: str | None = "around") -> None:
        self._state, self._around = state, around

    def state(self, _source: Page) -> str | None:
        return self._state

    def __contains__(self, _kind: object) -> bool:
        return True

    def key(self, _kind: object) -> str | None:
        return self._around


class Menu(dict[str, object]):
    """A menu of pages by address, of which none leads to another."""

    def above(self, _source: Page) -> None:
        return None


def marked(folder: Path, source: Page, kept: Store | None = None, **other: Any) -> dict[str, str]:
    """Return what is remembered of a page that was written, by path."""
    output = Output(folder, folder, Store(folder / "store.sqlite") if kept is None else kept, "site")
    told = Kept()
    plugin: Any = SimpleNamespace(
        output=output,
        config=SimpleNamespace(shell=True),
        menu=Menu(),
        site=SimpleNamespace(kept=told),
        shell=told,
        mkdocs=ONLINE,
    )
    plugin.__dict__.update(other)
    file: Any = SimpleNamespace(dest_uri=FILE, url="case/a/")
    mark(plugin, file, source)
    return output._made_of


@pytest.fixture
def source(made: Catalogue) -> Page:
    return case_page(made.cases[0])


def test_a_page_is_known_by_its_content_and_by_what_is_around_it(tmp_path: Path, source: Page) -> None:
    first = marked(tmp_path, source)
    assert [*first] == [FILE]
    assert marked(tmp_path, source) == first
    assert marked(tmp_path, source, site=SimpleNamespace(kept=Kept(state="other"))) != first
    assert marked(tmp_path, source, shell=Kept(around="other")) != first


def test_a_page_that_is_set_aside_is_made_once_somebody_asks_for_it(source: Page) -> None:
    config, made = load_config(str(ROOT / "mkdocs.yml")), []
    config.plugins._current_plugin = "casekatalog"
    file = file_of(source, config)
    file.set_aside(lambda file: made.append(Unwritten(None, file, config)))
    assert not file.is_documentation_page()
    assert file.dest_uri == f"{source.url}index.html"
    assert made == []
    assert file.page is not None
    assert [file.page] == made


def test_from_a_folder_what_is_printed_of_a_case_goes_with_its_page(
    tmp_path: Path, source: Page, made: Catalogue
) -> None:
    files = marked(tmp_path, source, mkdocs=SimpleNamespace(use_directory_urls=False, site_url=""))
    assert [*files] == [FILE, handout_path(made.cases[0])]


def test_where_it_cannot_be_told_nothing_is_remembered(tmp_path: Path, source: Page) -> None:
    assert not marked(tmp_path, source, kept=NOTHING)
    assert not marked(tmp_path, source, config=SimpleNamespace(shell=False))
    assert not marked(tmp_path, source, menu=Menu({source.url: object()}))
    assert not marked(tmp_path, source, site=SimpleNamespace(kept=Kept(state=None)))
    assert not marked(tmp_path, source, shell=Kept(around=None))
