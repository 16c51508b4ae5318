"""What people wrote by hand: which pages the search gets of it, and which files the form opens."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import packed, pages
from generator.catalogue import Catalogue
from generator.reading.folder import examine
from generator.reading.hand_page import unknown_views
from generator.search.index import Entry
from generator.site.hand_written import entries, sources, view_of
from helpers import ROOT, run_in

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


@pytest.mark.parametrize(("top", "view"), [("title: Nyt", None), ("view:", None), ("view: news", "news")])
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


def test_check_tells_of_a_view_that_there_is_not_as_the_build_does(cases: Path) -> None:
    assert "visning" not in run_in(cases, "check").output
    (cases / "nyt.md").write_text("---\ntitle: Nyt\nview: nyws\n---\n# Nyt\n", "utf-8")
    told = run_in(cases, "check")
    assert told.exit_code == 1
    assert 'cases/nyt.md:3:7: Der er ingen visning, der hedder "nyws". Mente du "news"?' in told.output
    (cases / "nyt.md").write_text("---\ntitle: Nyt\nview: news\n---\n# Nyt\n", "utf-8")
    assert "visning" not in run_in(cases, "check").output


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("---\nview: nyt\n---\n", 2),
        ("\ufeff---\r\ntitle: A\r\nview : 'nyt' # alt\r\n---\r\n", 3),
        ("---\nview: ny-t\n---\n", 2),
        ("---\nview: news.html\n---\n", 2),
        ("---\nview:\n---\n", 0),
        ("---\nview: news\n---\n", 0),
        ('---\nview: "news"\n---\n', 0),
        ("---\ntitle: A\n---\nview: nyt\n", 0),
        ("---\nview: [nyt]\n---\n", 0),
        ("view: nyt\n", 0),
        ("", 0),
    ],
)
def test_only_what_stands_at_the_top_of_a_page_asks_for_a_view(
    tmp_path: Path, content: str, line: int
) -> None:
    for name in ("nyt.md", ".kladde/nyt.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content.encode())
    told = [problem.line for problem in unknown_views(tmp_path, ("news", "map"))]
    assert told == ([line] if line else [])


def test_every_view_has_a_template(made: Catalogue) -> None:
    assert packed.views() == pages.views(made).keys()
