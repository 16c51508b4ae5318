"""What people wrote by hand: which pages the search gets of it, and which files the form opens."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.reading.folder import examine
from generator.search.index import Entry
from generator.site.hand_written import entries, sources
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
