"""A site that stands as a build would make it is told without a build, and anything that is another is seen."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from generator import files, store
from generator.cli import engine
from generator.reading import commit
from generator.site import brought
from generator.site.standing import Standing, asked
from helpers import run, settings

SETTINGS = "INHERIT: base.yml\nsite_name: !ENV [OUR_NAME, Cases]\ntheme: {custom_dir: mine}\n"
CONTENTS = {
    "mkdocs.yml": SETTINGS,
    "base.yml": "site_dir: site\n",
    "cases/a.yaml": "title: A\n",
    "cases/index.md": "# Cases\n",
    "mine/main.html": "<p>",
    ".cache/links.json": "{}",
    "site/index.html": "<h1>",
    "site/case/a/index.html": "<h1>A",
}


def wished(project: Path, given: Mapping[str, object] = {}, **environment: str) -> Standing:
    file = project / "mkdocs.yml"
    return Standing(file, asked(file, given), {"PATH": "x", **environment})


def begin(standing: Standing, project: Path) -> None:
    folders = (project / "cases", project / "mine", project / "theme_overrides")
    standing.begin(folders, project / ".cache" / "links.json")


def note(standing: Standing, project: Path) -> None:
    standing.note(store.beside(project), project / "site", files.tree(project / "site").files)


def git(folder: Path, *arguments: str) -> None:
    names = [f"GIT_{role}_{what}=x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
    environment = {**os.environ, **dict(name.split("=") for name in names)}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A catalogue with its site."""
    for path, content in CONTENTS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content)
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-qm", "x", "--allow-empty")
    standing = wished(tmp_path)
    begin(standing, tmp_path)
    note(standing, tmp_path)
    return tmp_path


def test_a_site_of_which_nothing_changed_stands(project: Path) -> None:
    os.utime(project / "cases" / "a.yaml", (1, 1))
    assert wished(project, OF_NO_MEANING="x").find() == project / "site"


def put(path: str, content: str = "x") -> Callable[[Path], None]:
    def change(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(content)

    return change


def unnoticed(project: Path) -> None:
    """Change a case in as many bytes, and let it seem as old as it was."""
    file = project / "cases" / "a.yaml"
    known = file.stat()
    file.write_text("title: B\n")
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a case": put("cases/a.yaml", "title: AA\n"),
    "a case in as many bytes": unnoticed,
    "a new page": put("cases/om.md"),
    "a case that is gone": lambda project: (project / "cases" / "a.yaml").unlink(),
    "a case under another name": lambda project: (project / "cases" / "a.yaml").rename(
        project / "cases" / "b.yaml"
    ),
    "the settings": put("mkdocs.yml", f"{SETTINGS}\n"),
    "settings that are inherited": put("base.yml"),
    "a template": put("mine/main.html"),
    "templates of its own, of which there were none": put("theme_overrides/404.html"),
    "the report on links": put(".cache/links.json"),
    "the report on links is gone": lambda project: (project / ".cache" / "links.json").unlink(),
    "a commit": lambda project: git(project, "commit", "-qm", "y", "--allow-empty"),
    "no repository": lambda project: shutil.rmtree(project / ".git"),
    "a file of the site": put("site/index.html", "<h2>"),
    "a file of the site that was touched": lambda project: os.utime(project / "site" / "index.html", (1, 1)),
    "a file of the site that is gone": lambda project: (
        project / "site" / "case" / "a" / "index.html"
    ).unlink(),
    "a file more in the site": put("site/note.txt"),
    "no site": lambda project: shutil.rmtree(project / "site"),
    "nothing kept": lambda project: shutil.rmtree(project / ".cache"),
    "a link among the cases": lambda project: (project / "cases" / "c.yaml").symlink_to("a.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_seen(project: Path, change: Callable[[Path], object]) -> None:
    change(project)
    assert wished(project).find() is None


@pytest.mark.parametrize("name", ["OUR_NAME", "CASEKATALOG_PDF", "SOURCE_DATE_EPOCH", "GIT_DIR"])
def test_a_variable_that_a_build_knows_is_seen(project: Path, name: str) -> None:
    assert wished(project, {}, **{name: "1"}).find() is None


@pytest.mark.parametrize(
    "given", [{"strict": True}, {"site_dir": "/elsewhere"}, {"use_directory_urls": False}]
)
def test_another_wish_is_another_site(project: Path, given: Mapping[str, object]) -> None:
    assert wished(project, given).find() is None


def test_what_was_read_when_somebody_looked_is_not_read_again_to_begin(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("cases/a.yaml", "title: AA\n")(project)
    looked = wished(project)
    assert looked.find() is None
    standing = wished(project, READ_BY_CASEKATALOG=looked.read)
    with monkeypatch.context() as patch:
        patch.setattr(Standing, "_told", lambda *_: pytest.fail("read again"))
        begin(standing, project)
    note(standing, project)
    assert wished(project).find()


def test_what_changed_after_somebody_looked_is_not_noted(project: Path) -> None:
    put("cases/a.yaml", "title: AA\n")(project)
    looked = wished(project)
    looked.find()
    put("cases/a.yaml", "title: AAA\n")(project)
    standing = wished(project, READ_BY_CASEKATALOG=looked.read)
    begin(standing, project)
    note(standing, project)
    assert wished(project).find() is None


def test_of_other_folders_than_those_that_were_read_is_told_anew(project: Path) -> None:
    put("cases/a.yaml", "title: AA\n")(project)
    looked = wished(project)
    looked.find()
    standing = wished(project, READ_BY_CASEKATALOG=looked.read)
    standing.begin((project / "cases",), project / ".cache" / "links.json")
    note(standing, project)
    put("mine/main.html", "<b>")(project)
    assert wished(project).find() == project / "site"


def test_another_program_makes_another_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "program", lambda: "a library is newer")
    assert wished(project).find() is None


def test_without_a_store_nothing_is_known(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.SWITCH, "false")
    assert wished(project).find() is None


def test_what_changes_while_a_site_is_built_is_seen_afterwards(project: Path) -> None:
    standing = wished(project)
    begin(standing, project)
    put("cases/a.yaml", "title: new\n")(project)
    note(standing, project)
    assert wished(project).find() is None


def test_a_site_that_cannot_be_read_whole_does_not_stand(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def forbidden(path: Any) -> Any:
        if os.fsdecode(path).rstrip("/").endswith("site/case"):
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", forbidden)
    assert wished(project).find() is None


def test_a_site_of_what_was_taken_back_afterwards_does_not_stand(project: Path) -> None:
    standing = wished(project)
    begin(standing, project)
    put("cases/a.yaml", "title: new\n")(project)
    put("site/index.html", "<h1>new")(project)
    note(standing, project)
    put("cases/a.yaml", CONTENTS["cases/a.yaml"])(project)
    assert wished(project).find() is None


def test_settings_that_change_while_the_engine_reads_them_are_seen_afterwards(project: Path) -> None:
    standing = wished(project)
    put("mkdocs.yml", f"{SETTINGS}strict: true\n")(project)
    begin(standing, project)
    note(standing, project)
    assert wished(project).find() is None


def test_settings_that_cannot_be_told_are_not_noted(project: Path) -> None:
    put("mkdocs.yml", "{INHERIT: base.yml}\n")(project)
    assert asked(project / "mkdocs.yml", {}) == ""
    begin(standing := wished(project), project)
    note(standing, project)
    assert wished(project).find() is None


def test_what_cannot_be_told_is_not_noted(project: Path) -> None:
    (project / "cases" / "c.yaml").symlink_to("a.yaml")
    shutil.rmtree(project / ".cache")
    standing = wished(project)
    begin(standing, project)
    note(standing, project)
    assert not (project / ".cache").exists()
    note(wished(project), project)
    assert not (project / ".cache").exists(), "nor what nobody began"
    (project / "cases" / "c.yaml").unlink()
    unasked = Standing(project / "mkdocs.yml", None, {})
    begin(unasked, project)
    note(unasked, project)
    assert not (project / ".cache").exists(), "nor what nobody asked for"
    assert unasked.find() is None


@pytest.mark.parametrize(
    ("extensions", "known"),
    [("[toc, tables]", True), ("[pymdownx.snippets]", False), ("[admonition, mdx_include]", False)],
)
def test_extensions_that_may_read_files_are_known(
    tmp_path: Path, extensions: str, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.markdown_extensions = extensions.strip("[]").split(", ")
    assert brought.reads_no_more(config) is known


@pytest.mark.slow
def test_a_build_with_nothing_to_do_does_nothing_and_says_so(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(few.parent)
    (few / "index.md").write_text("# Cases\n", "utf-8")
    options = ("build", "--settings", str(settings(few.parent)))
    assert "Intet er ændret" not in run(*options).output
    with monkeypatch.context() as patch:
        patch.setattr(engine, "run", lambda *_, **__: pytest.fail("built"))
        done = run(*options)
        assert (done.exit_code, done.output) == (
            0,
            f"Intet er ændret. Sitet ligger i {few.parent / 'site'}\n",
        )
    (few.parent / "site" / "index.html").unlink()
    assert "Intet er ændret" not in run(*options).output
    assert (few.parent / "site" / "index.html").is_file()


@pytest.mark.slow
@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_what_the_engine_warns_of_fails_a_strict_build_each_time(
    few: Path, options: tuple[str, ...], code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    (few / "index.md").write_text("# Cases\n\n[away](nowhere.md)\n", "utf-8")
    for _ in range(2):
        done = run("build", "--settings", str(settings(few.parent)), *options)
        assert done.exit_code == code
        assert ("nowhere.md" in capfd.readouterr().err) == bool(code)
    assert (few.parent / "site").exists() != bool(code)


def test_a_history_that_is_not_whole_has_no_newest_commit(project: Path) -> None:
    assert len(commit.newest(project / "cases") or "") == 40
    git(project, "commit", "-qm", "y", "--allow-empty")
    git(project.parent, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    assert commit.newest(project.parent / "shallow") is None
    shutil.rmtree(project / ".git")
    assert commit.newest(project) is None
    assert commit.newest(project / "nowhere") is None
