"""A first catalogue: complete, of the version that wrote it, and all of it or nothing."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalogue import Catalogue
from generator.editing import first
from generator.fields import names
from generator.model import Case
from generator.packed import GUIDE, OWN_WORDS
from generator.packed import first as packed_first
from generator.pages import views
from generator.reading import schema
from generator.reading.folder import load
from generator.reading.settings import Settings
from generator.site.render import Site
from generator.views import off, words
from generator.wording import FIRST, wording
from helpers import ROOT, run


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    first.write(tmp_path / "vores", "Vores", "1.2.3", demo=True)
    return tmp_path / "vores"


def paths(value: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the way to every field in what a file holds, without numbers."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield ".".join((*path, name))
            yield from paths(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, path)


def test_the_examples_use_every_field_and_say_what_they_are(demo: Path) -> None:
    texts = [file.read_text("utf-8") for file in sorted((demo / "cases").glob("*.yaml"))]
    assert len(texts) == 3
    used = {path for text in texts for path in paths(yaml.safe_load(text))}
    assert {*names(Case)} <= used
    assert {"financing.amounts.to", "gains.figures.before", "series.note", "barriers.remedy"} <= used
    for case in load(demo / "cases")[0]:
        assert "opdigtet eksempel" in case.title
        assert case.summary.startswith("Opdigtet eksempel.")
        assert case.caveats[0].startswith("Casen er opdigtet")


def test_everything_that_a_catalogue_needs_is_there(demo: Path) -> None:
    there = {path.relative_to(demo).as_posix() for path in demo.rglob("*") if path.is_file()}
    assert {".gitignore", ".gitlab-ci.yml", ".github/workflows/check.yml", "README.md", "mkdocs.yml"} <= there
    assert "cases/addresses.txt" not in there
    assert {"cases/index.md", "cases/om.md", "cases/bidrag.md", "cases/vocabulary/case.schema.json"} <= there
    assert not [path for path in there if path.endswith((".py", ".js", ".html"))]
    assert (demo / "requirements.txt").read_text("utf-8") == "casekatalog==1.2.3\n"
    assert not [path for path in there if "@NAME@" in (demo / path).read_text("utf-8")]


def test_its_workflows_use_what_ours_use() -> None:
    ours = "\n".join(path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    pinned = set(re.findall(r"uses: (.*)", ours))
    for path in (packed_first() / "dot-github" / "workflows").glob("*.yml"):
        assert {*re.findall(r"uses: (.*)", path.read_text("utf-8"))} <= pinned


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære", "utf-8")
    result = run("init", str(tmp_path))
    assert result.exit_code == 1
    assert "er ikke en tom mappe, og intet er skrevet" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_an_empty_folder_is_taken_also_by_whoever_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "her"
    here.mkdir()
    monkeypatch.chdir(here)
    result = run("init", ".")
    assert result.exit_code == 0
    assert "cd " not in result.output
    assert Path("mkdocs.yml").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["her"]


def test_a_folder_with_a_space_in_its_name_is_told_as_it_can_be_typed(tmp_path: Path) -> None:
    assert f'cd "{tmp_path / "vores katalog"}"\n' in run("init", str(tmp_path / "vores katalog")).output


def test_nothing_is_left_of_what_could_not_be_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> str:
        raise OSError("full")

    monkeypatch.setattr(schema, "as_text", full)
    (tmp_path / "tom").mkdir()
    for name in ("ny", "tom"):
        with pytest.raises(OSError, match="full"):
            first.write(tmp_path / name, "Vores", "1", demo=False)
    assert [path.name for path in tmp_path.rglob("*")] == ["tom"]


def test_without_settings_nothing_is_built_or_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("build", "serve", "offline"):
        result = run(command)
        assert result.exit_code == 2
        assert "mkdocs.yml findes ikke" in result.stderr


def test_a_view_without_words_is_off(tmp_path: Path) -> None:
    first.write(tmp_path / "vores", "Vores", "1", demo=False)
    cases, vocabulary = load(tmp_path / "vores" / "cases")
    gone = off(vocabulary, ())
    assert gone == {"glossary", "points"}
    assert not gone & {*views(Catalogue(cases, vocabulary), gone)}


def test_the_words_that_a_catalogue_writes_for_itself_are_those_that_are_not_packed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    left_out = project["tool"]["setuptools"]["exclude-package-data"]["generator.shared_words"]
    assert {*left_out} == {f"{name}.yaml" for name in OWN_WORDS}


def test_nothing_leads_to_a_view_that_is_set_off(demo: Path) -> None:
    cases, vocabulary = load(demo / "cases")
    for without, leads in (((), True), (("glossary", "money"), False)):
        catalogue = Catalogue(cases, words(vocabulary, without))
        site = Site(catalogue, ROOT / "theme_overrides", Settings(without=without))
        pages = [site.render(page) for page in site.pages()]
        assert any("begreber/" in html for html in pages) == leads
        assert any(b"begreber/" in content for content in site.files().values()) == leads


def test_the_examples_in_english_bring_the_guide(tmp_path: Path) -> None:
    wording.speak("en")
    try:
        first.write(tmp_path / "ours", "Ours", "1", demo=True)
        first.write(tmp_path / "bare", "Ours", "1", demo=False)
    finally:
        wording.speak(FIRST)
    pages = {page.name: page.read_text("utf-8") for page in (tmp_path / "ours" / "cases").glob("*.md")}
    guide = {page.name for page in GUIDE}
    assert len(guide) == 3 and guide < {*pages} and all(f"]({name})" in pages["about.md"] for name in guide)
    for name in guide:
        linked = {target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", pages[name])}
        assert linked - {""} < {*pages}
        assert pages[name].startswith("---\ntitle: ")
    assert not guide & {page.name for page in (tmp_path / "bare" / "cases").glob("*.md")}
