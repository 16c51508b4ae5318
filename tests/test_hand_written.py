"""What people wrote by hand: which pages the search gets of it, and which files the form opens."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.reading.folder import examine
from generator.search.index import Entry
from generator.site.hand_written import entries, sources, view_of
from helpers import ROOT

TITLED = "---\ntitle: Om os\ndescription: Hvem vi er\n---\n# Kataloget\n\nVi *samler* cases.\n"


def test_the_search_knows_pages_by_their_title_or_heading(tmp_path: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path))
    for name, text in {"om.md": TITLED, "hjaelp.md": "# Hjælp\n\nSøg.\n", "kladde.md": "# Kladde\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    files = Files([File(name, str(tmp_path), "", True) for name in ("om.md", "hjaelp.md", "kladde.md")])
    config.plugins._current_plugin = "casekatalog"
    files.append(File.generated(config, "case/a.md", content="# En case"))
    files.src_uris["kladde.md"].inclusion = InclusionLevel.EXCLUDED
    assert [*entries(files)] == [
        Entry("page", "Om os", "om/", "Hvem vi er", "Vi samler cases."),
        Entry("page", "Hjælp", "hjaelp/", "", "Søg."),
    ]


def test_the_form_gets_the_very_files_of_sound_cases_alone(few: Path) -> None:
    sound = examine(few).cases
    faulty, *others = sound
    (few / f"{faulty.slug}.yaml").write_text("title: [", "utf-8")
    assert sources(examine(few).cases, few) == {
        case.slug: (few / f"{case.slug}.yaml").read_bytes() for case in others
    }


def page_at_top(folder: Path, top: str) -> Page:
    """Return a hand-written page with some lines at its top."""
    (folder / "cases").mkdir()
    (folder / "cases" / "nyt.md").write_text(f"---\n{top}\n---\n# Nyt\n", "utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(folder / "cases"))
    page = Page(None, File("nyt.md", str(folder / "cases"), "", True), config)
    page.read_source(config)
    return page


@pytest.mark.parametrize(("top", "view"), [("title: Nyt", None), ("view: news", "news")])
def test_a_page_shows_the_view_that_it_asks_for(tmp_path: Path, top: str, view: str | None) -> None:
    assert view_of(page_at_top(tmp_path, top), ("news", "map")) == view


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("news1", 'Der er ingen visning, der hedder "news1". Mente du "news"? Ret view: øverst'),
        ("[a]", "Der er ingen visning, der hedder \"['a']\". Ret view: øverst"),
    ],
)
def test_a_view_that_there_is_not_is_told_at_its_place(tmp_path: Path, asked: str, said: str) -> None:
    with pytest.raises(PluginError) as told:
        view_of(page_at_top(tmp_path, f"title: Nyt\nview:  {asked}"), ("news", "map"))
    assert str(told.value).startswith(f"cases/nyt.md:3:8: {said}")
    assert str(told.value).endswith("Visningerne hedder map, news.")
