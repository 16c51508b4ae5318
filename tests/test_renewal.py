"""The pages of changed cases: rendered without building the site, the same as they are in it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.reading.folder import examine
from generator.site.renewal import MANY, Changed, changed, renew
from helpers import ROOT

FILE = "vej-og-park-nordfyn.yaml"
PAGE = "case/vej-og-park-nordfyn/index.html"


def rewrite(folder: Path, old: str, new: str) -> None:
    """Change what stands in a case file."""
    text = (folder / FILE).read_text("utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), "utf-8")


def test_a_few_cases_that_change_alone_come_first(few: Path) -> None:
    before = examine(few)
    assert changed(before, before) is None
    rewrite(few, "summary: ", "summary: Nu ")
    after = examine(few)
    new = next(case for case in after.cases if case.slug == FILE.removesuffix(".yaml"))
    assert changed(before, after) == Changed((new,))
    assert changed(before, replace(after, cases=after.cases * (MANY + 1))) is None
    themes = few / "vocabulary" / "themes.yaml"
    themes.write_text(themes.read_text("utf-8") + "\n", "utf-8")
    assert changed(before, examine(few)) is None


def test_a_faulty_case_is_shown_as_it_was_and_one_that_is_gone_is_not(few: Path) -> None:
    before = examine(few)
    old = next(case for case in before.cases if case.slug == FILE.removesuffix(".yaml"))
    rewrite(few, "summary: ", "sumary: ")
    rewrite(few, "form: ", "form: x")
    faulty = examine(few)
    assert changed(before, faulty) == Changed((old,))
    (few / FILE).unlink()
    assert changed(before, examine(few)) == Changed((), (old,))
    assert changed(examine(few), before) == Changed((old,)), "one that is mended or new is shown too"


def whole(few: Path) -> tuple[Any, Path]:
    """Build a site as it is served; return the plugin and the folder."""
    settings = few.parent / "mkdocs.yml"
    theme = f"theme: {{custom_dir: {ROOT / 'theme_overrides'}}}"
    settings.write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {few}\n{theme}\n", "utf-8")
    config = load_config(str(settings), site_dir=str(few.parent / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    return config.plugins["casekatalog"], few.parent / "site"


@pytest.fixture
def served(few: Path) -> tuple[Any, Path]:
    return whole(few)


def test_a_renewed_page_is_the_same_as_in_a_whole_build(served: Any, few: Path) -> None:
    plugin, site = served
    rewrite(few, "summary: ", "summary: Nu ")
    assert renew(plugin, site) == [PAGE]
    renewed = (site / PAGE).read_text("utf-8")
    assert "Nu " in renewed
    whole(few)
    assert (site / PAGE).read_text("utf-8") == renewed


def test_a_fault_stands_on_the_page_of_its_case_until_it_is_mended(served: Any, few: Path) -> None:
    plugin, site = served
    rewrite(few, "form: ", "form: x")
    assert renew(plugin, site) == [PAGE]
    page = (site / PAGE).read_text("utf-8")
    assert 'role="alert"' in page and FILE in page and "<h1" in page
    rewrite(few, "form: x", "form: ")
    assert renew(plugin, site) == [PAGE]
    assert 'role="alert"' not in (site / PAGE).read_text("utf-8")


def test_a_new_case_has_a_page_and_a_removed_one_has_none(served: Any, few: Path) -> None:
    plugin, site = served
    (few / "endnu-en.yaml").write_text((few / FILE).read_text("utf-8"), "utf-8")
    assert renew(plugin, site) == ["case/endnu-en/index.html"]
    assert "<h1" in (site / "case" / "endnu-en" / "index.html").read_text("utf-8")
    (few / "endnu-en.yaml").unlink()
    assert renew(plugin, site) == ["case/endnu-en/index.html"]
    assert not (site / "case" / "endnu-en" / "index.html").exists()


def test_what_pages_have_around_them_is_built_before_a_page_is_renewed(served: Any, few: Path) -> None:
    plugin, site = served
    (few / "nyt-om-os.md").write_text("# Om os\n", "utf-8")
    rewrite(few, "summary: ", "summary: Nu ")
    assert renew(plugin, site) == []
    whole(few)
    rewrite(few, "summary: Nu ", "summary: ")
    assert renew(plugin, site) == [PAGE]
