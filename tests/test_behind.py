"""The whole site, built by another process: the same as one that is built here, and no longer than it is wanted."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.site.behind import begin
from helpers import ROOT

PATIENCE = 90
ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture
def config(few: Path) -> MkDocsConfig:
    """The settings of a catalogue with one case, as it is served."""
    settings = few.parent / "mkdocs.yml"
    theme = f"theme: {{custom_dir: {ROOT / 'theme_overrides'}}}"
    settings.write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {few}\n{theme}\n", "utf-8")
    config = load_config(str(settings), site_dir=str(few.parent / "here"), site_url=ADDRESS)
    config.plugins.on_startup(command="serve", dirty=False)
    return config


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_the_site_behind_is_the_same_also_with_faults_on_it(config: MkDocsConfig, few: Path) -> None:
    case = few / "vej-og-park-nordfyn.yaml"
    (few / "en-fejl.yaml").write_text(case.read_text("utf-8").replace("form: ", "form: x"), "utf-8")
    folder = few.parent / "behind"
    assert begin(config, str(folder)).wait(PATIENCE) == 0
    build(config, serve_url=ADDRESS)
    here = files(few.parent / "here")
    assert files(folder) == here
    assert b'role="alert"' in here["case/vej-og-park-nordfyn/index.html"]


def test_it_ends_when_the_one_that_began_it_does(config: MkDocsConfig, few: Path) -> None:
    with begin(config, str(few.parent / "behind")) as process:
        assert process.stdin
        process.stdin.close()
        assert process.wait(PATIENCE) != 0
    assert not (few.parent / "behind" / "sitemap.xml").exists()
