"""The ways out of MkDocs and Material, as docs/switching-engine.md tells them: the site stays the same."""

import re
from pathlib import Path

import pytest
import yaml

from generator.wording import wording
from helpers import ROOT, build, write_project

SHELL = ("head", "header", "logo", "menu", "shortlist", "tabs", "section", "outline", "contact", "footer")
"""The components around the content, which the engine renders and not the plugin."""
MATERIALX = ROOT / ".venv" / "materialx"
"""MaterialX has modules of the same names as Material, so `make` installs it in a folder of its own."""


@pytest.fixture(params=["material", "materialx"])
def other_site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The made site as ProperDocs builds it with a theme."""
    config = write_project(tmp_path)
    environment = {}
    if request.param == "materialx":
        assert MATERIALX.is_dir(), "run: make .venv/materialx"
        environment["PYTHONPATH"] = str(MATERIALX)
        change(config, theme={"name": "materialx", "custom_dir": str(ROOT / "theme_overrides")})
    build(tmp_path / "site", engine="properdocs", config=config, environment=environment)
    return tmp_path / "site"


def change(config: Path, **settings: object) -> None:
    changed = yaml.safe_load(config.read_text("utf-8")) | settings
    config.write_text(yaml.safe_dump(changed), "utf-8")


def article(path: Path) -> str:
    """Return what a page tells, without the theme around it."""
    html = path.read_text("utf-8")
    found = re.search(r"<article.*</article>", html, re.DOTALL)
    return " ".join((found[0] if found else html).split())


def test_another_engine_and_theme_build_the_same_pages(made_project: Path, other_site: Path) -> None:
    site = made_project / "site"
    pages = {path.relative_to(site): path for path in site.rglob("*.html")}
    others = {path.relative_to(other_site): path for path in other_site.rglob("*.html")}
    assert pages.keys() == others.keys()
    assert [path for path in pages if article(pages[path]) != article(others[path])] == []
    for path in ("sitemap.xml", "assets/data/form.js"):
        assert (other_site / path).read_bytes() == (site / path).read_bytes()


HOOK = """from generator.site.templates import theme


def on_env(env, **_):
    return theme(env, lambda path: False)
"""


@pytest.mark.slow
def test_the_theme_needs_no_more_of_the_plugin_than_words(tmp_path: Path) -> None:
    """An engine that does not know the plugin gives no variables of its; words come with the templates."""
    config = write_project(tmp_path)
    (tmp_path / "words.py").write_text(HOOK, "utf-8")
    change(
        config,
        plugins=[],
        hooks=["words.py"],
        validation={"links": {"not_found": "ignore", "anchors": "ignore"}},
    )
    build(tmp_path / "site", config=config)
    page = (tmp_path / "site" / "om" / "index.html").read_text("utf-8")
    assert "site-footer" in page and wording.frame["to_content"] in page


def test_the_templates_around_the_content_call_no_method_of_python() -> None:
    """A stricter engine has Jinja's filters, and neither `.items()` nor `.startswith()`."""
    theme = ROOT / "theme_overrides"
    shell = [
        *(theme / name for name in ("main.html", "404.html", "sitemap.xml")),
        *(theme / "components" / f"{name}.html" for name in SHELL),
    ]
    calls = [call for path in shell for call in re.findall(r"\.(\w+)\(", path.read_text("utf-8"))]
    assert set(calls) <= {"t"}, "only Material's own `lang.t`"
