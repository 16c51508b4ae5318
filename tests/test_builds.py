"""Builds that are killed, run side by side or meet a broken cache: the site is whole, old or new."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import files
from generator.cli.main import main
from generator.editing import links
from generator.printing import cache, letters, typst
from generator.printing.publications import Publication
from helpers import CASES, ROOT

pytestmark = pytest.mark.slow

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A catalogue of one case, so that a build is quick; returns its settings."""
    cases = tmp_path / "cases"
    shutil.copytree(CASES / "vocabulary", cases / "vocabulary")
    shutil.copyfile(CASES / "index.md", cases / "index.md")
    case = yaml.safe_load((CASES / "hjoerring-modellen.yaml").read_text("utf-8")) | {"related": {}}
    (cases / "hjoerring-modellen.yaml").write_text(yaml.safe_dump(case, allow_unicode=True), "utf-8")
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(cases),
        "nav": [{"Cases": "index.md"}],
        "theme": {"custom_dir": str(ROOT / "theme_overrides")},
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return tmp_path


def command(project: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml"), *options]


def build(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(project), env=QUIET | environment, capture_output=True, text=True, check=False
    )


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def written(folder: Path) -> dict[str, int]:
    """Return when each file of a folder was written."""
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_files_that_are_as_they_were_keep_when_they_were_written(project: Path) -> None:
    assert build(project).returncode == 0
    old, then = state(project / "site"), written(project / "site")
    page = project / "cases" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\nNyt afsnit.\n", "utf-8")
    assert build(project).returncode == 0
    new, now = state(project / "site"), written(project / "site")
    changed = {path for path in new if old.get(path) != new[path]}
    assert "index.html" in changed
    assert {path for path in new if then.get(path) != now[path]} == changed


def test_a_build_that_is_killed_leaves_the_old_site_and_nothing_else(project: Path) -> None:
    assert build(project).returncode == 0
    old = state(project / "site")
    assert len(old) > 50
    page = project / "cases" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\nNyt afsnit.\n", "utf-8")
    for written in ("", "/assets"):
        with subprocess.Popen(command(project), env=QUIET) as process:
            while process.poll() is None and not [*project.glob(f".site.*.new{written}")]:
                time.sleep(0.005)
            process.kill()
        assert process.returncode != 0
        assert state(project / "site") == old
        assert [*project.glob(".site.*.new")]
    with (
        subprocess.Popen(command(project), env=QUIET) as one,
        subprocess.Popen(command(project), env=QUIET) as two,
    ):
        pass
    assert (one.returncode, two.returncode) == (0, 0)
    new = state(project / "site")
    assert new.keys() == old.keys()
    assert b"Nyt afsnit." in new["index.html"]
    assert not [*project.glob(".site.*")]


def test_a_build_that_fails_leaves_the_old_site(project: Path) -> None:
    assert build(project).returncode == 0
    old = state(project / "site")
    (project / "cases" / "syg.yaml").write_text("title: x\n", "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "syg.yaml" in done.stderr
    assert state(project / "site") == old
    assert not [*project.glob(".site.*")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no bound")
def test_a_file_for_which_there_is_no_room_is_told_in_words(project: Path) -> None:
    bound = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
    engine = "from mkdocs.__main__ import cli; cli(sys.argv[1:])"
    options = ["build", "--quiet", "-f", str(project / "mkdocs.yml")]
    done = subprocess.run(
        [sys.executable, "-c", f"{bound} {engine}", *options],
        env=QUIET | {"CASEKATALOG_STORE": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "filen bliver for stor" in done.stderr
    assert "Traceback" not in done.stderr
    assert not [*project.glob("*site*")]


def test_what_hides_in_the_folder_of_the_site_stays(project: Path) -> None:
    (project / "site" / ".git").mkdir(parents=True)
    assert build(project).returncode == 0
    assert (project / "site" / ".git").is_dir()
    assert (project / "site" / "index.html").is_file()


def killed(work: Iterator[None]) -> None:
    """Run work in a process that dies at each `yield`."""
    if os.fork() == 0:
        next(work)
        os._exit(9)
    os.wait()


def test_a_folder_is_put_in_place_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    for number, one_step in enumerate((True, True, False)):
        if not one_step:
            monkeypatch.setattr(files, "_exchange", lambda *_: False)
        with files.workspace(target) as folder:
            (folder / "x").write_text(str(number))
            files.swap(folder, target)
            assert (target / "x").read_text() == str(number)
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_in_the_place_of_a_folder_gives_way_and_is_gone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("x")
    with files.workspace(target) as folder:
        files.swap(folder, target)
    assert target.is_dir()
    assert [*tmp_path.iterdir()] == [target]


def test_the_dead_are_cleared_away_and_the_living_left(tmp_path: Path) -> None:
    target = tmp_path / "site"

    def dies() -> Iterator[None]:
        with files.workspace(target) as folder:
            (folder / "x").touch()
            yield

    killed(dies())
    assert len([*tmp_path.iterdir()]) == 1
    with files.workspace(target) as first, files.workspace(target) as second:
        assert {*tmp_path.iterdir()} == {first, second}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\0" * 99])
def test_a_document_that_is_not_whole_is_made_again(tmp_path: Path, content: bytes) -> None:
    kept = cache.keep(tmp_path, "abc", b"%PDF-1.7 whole")
    assert cache.find(tmp_path, {"abc"}) == {"abc": kept}
    kept.write_bytes(content)
    (tmp_path / "abc-0.pdf").mkdir()
    (tmp_path / "abd-1.pdf").symlink_to("nowhere")
    assert cache.find(tmp_path, {"abc", "abd"}) == {}
    assert cache.keep(tmp_path, "abc", b"%PDF-1.7 whole") == kept
    assert cache.find(tmp_path, {"abc"}) == {"abc": kept}


def test_only_what_is_old_and_not_needed_leaves_the_cache(tmp_path: Path) -> None:
    needed, fresh, old = (cache.keep(tmp_path, key, key.encode()) for key in ("a", "b", "c"))
    for path in (needed, old):
        os.utime(path, (0, 0))
    cache.prune(tmp_path, [needed])
    assert {*tmp_path.iterdir()} == {needed, fresh}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"checked": 1}', b"\xff\xfe", b'{"checked": "x", "total": 0, "dead": []}'],
)
def test_a_broken_report_on_links_counts_as_none(tmp_path: Path, content: bytes) -> None:
    report = tmp_path / "links.json"
    report.write_bytes(content)
    assert links.read_report(report) is None
    assert links.read_report(tmp_path) is None
    done = CliRunner().invoke(main, ["status", "--cases", str(CASES), "--links", str(report)])
    assert done.exit_code == 0
    assert "Linkene er ikke tjekket" in done.output


@pytest.mark.parametrize("content", [None, b"", b"\0\1\0\0" * 9, b"x" * 900])
def test_fonts_that_are_gone_or_broken_are_told(
    project: Path, content: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = project / "templates" / "fonts"
    fonts.mkdir(parents=True)
    monkeypatch.setattr(letters, "TEMPLATES", fonts.parent)
    if content is not None:
        (fonts / "broken.ttf").write_bytes(content)
    cases, settings = str(project / "cases"), str(project / "mkdocs.yml")
    for words in (["check"], ["pdf", "-o", str(project / "x.pdf"), "--settings", settings]):
        done = CliRunner().invoke(main, [*words, "--cases", cases])
        assert done.exit_code == 1, done.output
        assert "krifttype" in done.output
    assert not (project / "x.pdf").exists()


def test_templates_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(letters.PrintError, match="mangler"):
        typst.Printer(tmp_path)
    templates = shutil.copytree(letters.TEMPLATES, tmp_path / "templates")
    (templates / "case.typ").unlink()
    with pytest.raises(letters.PrintError, match=r"Skabelonen .*case\.typ mangler\."):
        typst.Printer(templates).print(Publication("x.pdf", "x", "{}"))


def test_a_catalogue_has_templates_and_pages_of_its_own_file_by_file(project: Path) -> None:
    own = project / "theme_overrides"
    (own / "components").mkdir(parents=True)
    (own / "components" / "crumbs.html").write_text(
        "{% macro crumbs(page, link, name='') %}<p>EGEN STI</p>{% endmacro %}"
    )
    (own / "components" / "logo.html").write_text("<b>EGET MAERKE</b>")
    (project / "cases" / "begreber.md").write_text("# Egne ord\n", "utf-8")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["theme"]["custom_dir"] = str(own)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    done = build(project)
    assert done.returncode == 0, done.stderr
    case = (project / "site" / "case" / "hjoerring-modellen" / "index.html").read_text("utf-8")
    assert "EGET MAERKE" in case
    assert "EGEN STI" in case
    assert "Egne ord" in (project / "site" / "begreber" / "index.html").read_text("utf-8")
    assert (project / "site" / "min-liste" / "index.html").is_file()


def test_templates_of_its_own_know_the_pages_that_stay_as_they_know_new_ones(project: Path) -> None:
    own, settings = project / "own", yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    own.mkdir()
    (own / "sitemap.xml").write_text("{% for each in pages %}{{ each.page.title }}\n{% endfor %}", "utf-8")
    main = (ROOT / "theme_overrides" / "main.html").read_text("utf-8")
    block = "{% block content %}"
    assert main.count(block) == 1
    (own / "main.html").write_text(
        main.replace(block, f"{block}<i>{{{{ pages | length }}}} pages</i>"), "utf-8"
    )
    settings["theme"]["custom_dir"] = str(own)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    assert build(project).returncode == 0
    case = project / "cases" / "hjoerring-modellen.yaml"
    told = yaml.safe_load(case.read_text("utf-8")) | {"title": "En anden titel"}
    case.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    assert build(project).returncode == 0
    after_a_change = state(project / "site")
    assert build(project, CASEKATALOG_STORE="false").returncode == 0
    assert after_a_change == state(project / "site")
    assert b"En anden titel" in after_a_change["sitemap.xml"]
    assert b"None" not in after_a_change["sitemap.xml"]


def test_a_page_template_that_is_not_there_is_told_and_the_old_site_stays(project: Path) -> None:
    own = project / "theme_overrides" / "pages"
    own.mkdir(parents=True)
    (own / "case.html").write_text('{% include "components/borte.html" %}', "utf-8")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["theme"]["custom_dir"] = str(own.parent)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "Skabelonen components/borte.html mangler." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_copy_of_the_site_without_settings_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["offline", "--settings", str(tmp_path / "mkdocs.yml")])
    assert done.exit_code == 2
    assert "findes ikke. Kør kommandoen i katalogets mappe" in done.output


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["build"], "Bygger sitet. Det kan"),
        (["build", "--pdf"], "Bygger sitet og sætter PDF."),
        (["offline"], "Bygger sitet og sætter PDF."),
        (["offline", "--no-pdf"], "Bygger sitet. Det kan"),
    ],
)
def test_a_long_build_says_at_once_what_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], said: str
) -> None:
    monkeypatch.setattr("generator.cli.engine.run", lambda *_, **__: 1)
    (tmp_path / "mkdocs.yml").write_text("plugins: [casekatalog]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, command).output.startswith(said)


@pytest.mark.parametrize(("line", "folder"), [("", "site"), ("site_dir: ud/her", "ud/her")])
def test_a_build_tells_where_the_site_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, folder: str
) -> None:
    monkeypatch.setattr("generator.cli.engine.run", lambda *_, **__: 0)
    (tmp_path / "mkdocs.yml").write_text(f"{line}\nplugins: [casekatalog]\n", "utf-8")
    done = CliRunner().invoke(main, ["build", "--settings", str(tmp_path / "mkdocs.yml")])
    assert done.output.endswith(f"Sitet ligger i {tmp_path / folder}\n")


@pytest.mark.parametrize("command", ["build", "serve", "offline"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("docs_dir: sager", "mkdocs.yml:1:11: docs_dir: mappen sager med casene mangler."),
        (
            "theme: {name: material, custom_dir: tema}",
            "theme.custom_dir: mappen tema med skabelonerne mangler.",
        ),
    ],
)
def test_a_catalogue_without_its_folders_is_told_in_danish(
    tmp_path: Path, line: str, said: str, command: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{line}\nplugins: [casekatalog]\n", "utf-8")
    done = CliRunner().invoke(main, [command, "--settings", str(tmp_path / "mkdocs.yml")])
    assert done.exit_code == 1
    assert said in done.output
    assert "Config value" not in done.output


@pytest.mark.parametrize("date", ["abc", "", "9" * 30, "-1e3"])
def test_a_date_that_is_none_is_told(project: Path, date: str) -> None:
    done = build(project, SOURCE_DATE_EPOCH=date)
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH er" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        serve = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(project / "mkdocs.yml")]
        done = subprocess.run(
            [*serve, "-a", f"127.0.0.1:{port}"], env=QUIET, capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert f"Port {port} på 127.0.0.1 er optaget" in done.stderr
    assert "Traceback" not in done.stderr
