"""The built wheel is enough: theme, pages, print templates and fonts are in it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.packed import OWN_WORDS
from helpers import CASES, MADE, QUIET, ROOT, dead_links

SOURCES = (
    "generator",
    "theme_overrides",
    "cases/vocabulary",
    "docs",
    "pyproject.toml",
    "README.md",
    "LICENSE",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the generator as its wheel has it, and nothing of the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        source, target = ROOT / name, folder / "source" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    options = ["--no-deps", "--no-build-isolation", "--no-compile", "--target", str(folder / "home")]
    subprocess.run([*pip, *options, str(folder / "source")], check=True, capture_output=True)
    shutil.rmtree(folder / "source")
    return folder / "home"


def run(home: Path, folder: Path, *arguments: str) -> str:
    """Run Python in a folder with the wheel; return what it says."""
    environment = {**QUIET, "PYTHONPATH": str(home)}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_catalogue_is_built_and_printed_by_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(CASES / "vocabulary", tmp_path / "cases" / "vocabulary")
    shutil.copytree(MADE / "vocabulary", tmp_path / "cases" / "vocabulary", dirs_exist_ok=True)
    shutil.copyfile(MADE / "unge-i-laere.yaml", tmp_path / "cases" / "unge-i-laere.yaml")
    (tmp_path / "cases" / "index.md").write_text("---\nview: home\n---\n\n# Mit katalog\n", "utf-8")
    settings = {
        "site_name": "Mit katalog",
        "docs_dir": "cases",
        "theme": {"name": "material", "language": "da"},
        "plugins": ["casekatalog"],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    where = run(installed, tmp_path, "-c", "import generator; print(generator.__file__)")
    assert where.startswith(str(installed))
    run(installed, tmp_path, "-m", "mkdocs", "build", "--quiet")
    run(installed, tmp_path, "-m", "generator", "pdf", "-o", "katalog.pdf")
    site = tmp_path / "site"
    assert "Mit katalog" in (site / "index.html").read_text("utf-8")
    assert "Unge i lære" in (site / "case" / "unge-i-laere" / "index.html").read_text("utf-8")
    assert (site / "min-liste" / "index.html").is_file()
    assert not (site / "unge-i-laere.yaml").exists()
    assert (site / "assets" / "css" / "site.css").is_file()
    assert (tmp_path / "katalog.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("begun", [["--demo"], []], ids=["with examples", "empty"])
def test_a_first_catalogue_is_whole(installed: Path, tmp_path: Path, begun: list[str]) -> None:
    assert run(installed, tmp_path, "-m", "generator", "--version").startswith("casekatalog ")
    run(installed, tmp_path, "-m", "generator", "init", "vores", "--name", 'Vores "gode": katalog', *begun)
    ours = tmp_path / "vores"
    hidden = {
        path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file() if "/." in f"/{path}"
    }
    assert hidden >= {
        ".gitignore",
        ".gitlab-ci.yml",
        ".github/workflows/check.yml",
        ".github/workflows/publish.yml",
    }
    run(installed, ours, "-m", "generator", "check")
    run(installed, ours, "-m", "generator", "fmt", "--check")
    run(installed, ours, "-m", "generator", "build", "--strict", "--no-pdf")
    run(installed, ours, "-m", "generator", "pdf", "-o", "katalog.pdf")
    assert dead_links(ours / "site") == []
    assert "Vores &#34;gode&#34;: katalog" in (ours / "site" / "index.html").read_text("utf-8")
    assert (ours / "katalog.pdf").read_bytes().startswith(b"%PDF")
    assert (ours / "site" / "begreber").exists() == bool(begun)


def test_no_words_of_one_catalogue_are_packed(installed: Path) -> None:
    packed = {path.stem for path in (installed / "generator" / "shared_words").iterdir()}
    assert not packed & OWN_WORDS
    assert {"municipalities", "factors"} <= packed


def test_a_catalogue_has_a_look_and_views_of_its_own(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "-m", "generator", "init", "vores", "--demo")
    ours = tmp_path / "vores"
    (ours / "cases" / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    settings = (ours / "mkdocs.yml").read_text("utf-8")
    look = 'colours: {deep: "#5b2a86", accent: "#7a1f4d"}\n      logo: logo.svg\n'
    views = "      without: [matrix, money, glossary]\n"
    settings = settings.replace("      pdf: !ENV", f"      {look}{views}      pdf: !ENV")
    settings = re.sub(r"\n.*(drivkraefter-og-barrierer|tal-i-kroner)\.md", "", settings)
    (ours / "mkdocs.yml").write_text(settings, "utf-8")
    run(installed, ours, "-m", "generator", "check")
    run(installed, ours, "-m", "generator", "build", "--strict", "--no-pdf")
    site = ours / "site"
    assert dead_links(site) == []
    assert not (site / "tal-i-kroner").exists()
    assert not [*site.rglob("colours.css")]
    assert "--kat-deep: #5b2a86" in (site / "assets" / "css" / "site.css").read_text("utf-8")
    html = (site / "index.html").read_text("utf-8")
    assert '<img class="logo" src="logo.svg" alt="" height="24">' in html
    assert "#5b2a86" in html
    assert "tal-i-kroner/" not in html
