"""What a build costs after one change, counted: it goes with the change, not with the catalogue."""

from collections import Counter
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml
from click.testing import CliRunner
from mkdocs.__main__ import cli
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.editing.formatter import write
from generator.site.unwritten import Unwritten
from helpers import MADE, write_project

pytestmark = pytest.mark.slow

COPIES = 4
CASES = 10 * (1 + COPIES)
PARSED, RENDERED, WRITTEN = 2, 50, 15
"""How much work a change in the text of one case may be: files read as YAML, pages rendered, files that are others."""


def build(project: Path) -> tuple[int, Counter[str], set[str]]:
    """Build a site; return how many cases were parsed, how often each template rendered, and which files are others."""
    site, parsed, rendered = project / "site", Counter[bool](), Counter[str]()
    before = written(site)
    render = jinja2.Template.render

    class Parsing(yaml.CSafeLoader):
        def __init__(self, text: Any) -> None:
            parsed[isinstance(text, str) and "title:" in text] += 1
            super().__init__(text)

    def rendering(template: jinja2.Template, *given: Any, **named: Any) -> str:
        rendered[template.name or ""] += 1
        return render(template, *given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "CSafeLoader", Parsing)
        patch.setattr(jinja2.Template, "render", rendering)
        done = CliRunner().invoke(cli, ["build", "--quiet", "-f", str(project / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    after = written(site)
    return parsed[True], rendered, {path for path in before | after if before.get(path) != after.get(path)}


def written(site: Path) -> dict[str, int]:
    """Return when each file of a site was written."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in files}


def pages(rendered: Counter[str]) -> int:
    """Return how many generated pages that are in no menu were rendered."""
    return sum(rendered[f"pages/{name}.html"] for name in ("case", "value", "listing", "money", "closed"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a catalogue of some dozens of cases for the first time."""
    folder = tmp_path_factory.mktemp("bounds") / "project"
    folder.mkdir()
    write_project(folder)
    for file in MADE.glob("*.yaml"):
        told = yaml.safe_load(file.read_text("utf-8")) | {"related": {}}
        told.pop("aliases", None)
        for number in range(COPIES):
            copy = told | {"title": f"Gang {number}: {told['summary'][:40]}"}
            (folder / "cases" / f"{file.stem}-{number}.yaml").write_text(write(copy), "utf-8")
    parsed, rendered, files = build(folder)
    assert parsed >= CASES and pages(rendered) > 2 * CASES and len(files) > 8 * CASES
    return folder


def test_where_nothing_changed_there_is_nothing_to_do(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project)
    made, make = [], Unwritten.__init__

    def counted(page: Unwritten, title: None, file: File, config: MkDocsConfig) -> None:
        made.append(file.url)
        make(page, title, file, config)

    monkeypatch.setattr(Unwritten, "__init__", counted)
    parsed, rendered, files = build(project)
    assert (parsed, pages(rendered), files) == (0, 0, set())
    assert len(made) < CASES, "the engine knows about one page of each kind"


def test_one_changed_case_is_little_work(project: Path) -> None:
    file = project / "cases" / "10-timer-mere-1.yaml"
    text = file.read_text("utf-8").replace("purpose: Ruterne", "purpose: Rettet. Ruterne")
    file.write_text(text, "utf-8")
    parsed, rendered, files = build(project)
    assert 1 <= parsed <= PARSED
    assert 1 <= pages(rendered) <= RENDERED
    assert f"case/{file.stem}/index.html" in files
    assert len(files) <= WRITTEN
