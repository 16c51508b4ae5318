"""Whatever stands in the folder, whatever the disk is like: a command ends in Danish words and harms nothing."""

import os
import resource
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import files
from generator.cli.main import main
from helpers import CASES, ROOT

pytestmark = pytest.mark.slow

BASE = (Path(__file__).parent / "faults" / "base.yaml").read_text("utf-8")
ODD = "odd.yaml"
KINDS: dict[str, Callable[[Path], object]] = {
    "a folder": lambda folder: (folder / ODD).mkdir(),
    "a full folder": lambda folder: files.save({folder / ODD / "x.txt": "x"}),
    "a link to nothing": lambda folder: (folder / ODD).symlink_to("findes-ikke.yaml"),
    "a link to itself": lambda folder: (folder / ODD).symlink_to(ODD),
    "a link out": lambda folder: (folder / ODD).symlink_to("/etc/hostname"),
    "a link to the folder": lambda folder: (folder / ODD).symlink_to(".", target_is_directory=True),
    "a link to a case": lambda folder: (folder / ODD).symlink_to("min.yaml"),
    "a link to a device": lambda folder: (folder / ODD).symlink_to("/dev/zero"),
    "a pipe": lambda folder: os.mkfifo(folder / ODD),
    "a socket": lambda folder: bound(folder / ODD),
    "nothing in it": lambda folder: (folder / ODD).touch(),
    "zeros": lambda folder: (folder / ODD).write_bytes(b"\0" * 9000),
    "UTF-16": lambda folder: (folder / ODD).write_text(BASE, "utf-16"),
    "Latin-1": lambda folder: (folder / ODD).write_text(BASE, "latin-1"),
    "CR": lambda folder: (folder / ODD).write_bytes(BASE.replace("\n", "\r").encode()),
    "a list": lambda folder: (folder / ODD).write_text("- x\n"),
    "a word": lambda folder: (folder / ODD).write_text("x\n"),
    "a picture": lambda folder: (folder / ODD).write_bytes(bytes(range(256)) * 9),
    "too much": lambda folder: (folder / ODD).write_bytes(b"x: y\n" * 90_000),
    "a page in UTF-16": lambda folder: (folder / "om.md").write_text("# Æ", "utf-16"),
    "a page that is a folder": lambda folder: (folder / "om.md").mkdir(),
    "a page that is a pipe": lambda folder: os.mkfifo(folder / "om.md"),
    "a page that leads nowhere": lambda folder: (folder / "om.md").symlink_to("x.md"),
    "a name that is no UTF-8": lambda folder: (folder / "sk\udce5de.yaml").write_text(BASE),
    "no vocabulary": lambda folder: shutil.rmtree(folder / "vocabulary"),
    "a vocabulary that is a folder": lambda folder: as_folder(folder / "vocabulary" / "themes.yaml"),
    "a vocabulary that is a pipe": lambda folder: as_pipe(folder / "vocabulary" / "themes.yaml"),
    "a vocabulary of one word": lambda folder: (folder / "vocabulary" / "themes.yaml").write_text("x"),
    "a vocabulary in UTF-16": lambda folder: (folder / "vocabulary" / "themes.yaml").write_text(
        "x: y", "utf-16"
    ),
}
COMMANDS = (
    ("check",),
    ("fmt",),
    ("fmt", "--check"),
    ("new", "Ny case"),
    ("rename-case", "min", "din"),
    ("rename-case", "odd", "din"),
    ("rename-tag", "themes", "kompetencer", "kunnen"),
    ("status",),
    ("schema",),
    ("links", "-o", "links.json"),
    ("template-sheet", "-o", "ark.xlsx"),
    ("import", "cases/odd.yaml"),
    ("changes", "cases"),
    ("pdf", "-o", "x.pdf"),
)


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(path.parent, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{here}/{path.name}")
        os.close(here)


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One case and only the vocabularies that it needs to be quick."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASES / "vocabulary", tmp_path / "cases" / "vocabulary")
    (tmp_path / "cases" / "min.yaml").write_text(BASE, "utf-8")
    (tmp_path / "theme_overrides").symlink_to(ROOT / "theme_overrides")
    return tmp_path / "cases"


def ends_in_words(result: Result) -> None:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code in {0, 1, 2}
    assert "Fejl: " not in result.output.splitlines(), "no word of what is wrong"


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}


@pytest.mark.parametrize("kind", KINDS)
def test_no_odd_file_ends_a_command_in_a_traceback(folder: Path, kind: str) -> None:
    KINDS[kind](folder)
    for words in COMMANDS:
        result = CliRunner().invoke(main, words)
        ends_in_words(result)
        assert not [path for path in folder.rglob("*") if path.suffix == ".new"], words


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes, as on a disk that has just filled up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


WRITING = (
    ("fmt",),
    ("new", "Ny case"),
    ("rename-case", "min", "din"),
    ("rename-tag", "themes", "kompetencer", "kunnen"),
    ("schema", "-o", "skema.json"),
    ("links", "-o", "links.json"),
    ("template-sheet", "-o", "ark.xlsx"),
    ("template-sheet", "-o", "ark.csv"),
    ("import", "ark.csv"),
    ("pdf", "-o", "x.pdf"),
)


@pytest.mark.parametrize("words", [words for words in WRITING if words[-1] != "ark.xlsx"], ids=" ".join)
def test_a_full_disk_is_told_and_harms_nothing(folder: Path, words: tuple[str, ...]) -> None:
    if words[0] == "import":
        Path(words[1]).write_text(f"Titel;Resumé\n{'x' * 30};x\n", "utf-8")
    before = contents(folder.parent)
    with full_disk():
        result = CliRunner().invoke(main, words)
    ends_in_words(result)
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) >= 1
    assert contents(folder.parent) == before


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_disk_that_can_only_be_read_is_told(
    folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if words[0] == "import":
        Path(words[1]).write_text("Titel;Resumé\nNy;x\n", "utf-8")
    before, open_file = contents(folder.parent), Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if set(mode) & set("wxa+"):
            raise OSError(30, "Read-only file system", str(path))
        return open_file(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", refuse)
    result = CliRunner().invoke(main, words)
    ends_in_words(result)
    assert result.exit_code == 1
    monkeypatch.undo()
    assert contents(folder.parent) == before


def test_no_right_to_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = Path.open

    def refuse(path: Path, *rest: Any, **options: Any) -> Any:
        if path.name == "min.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, *rest, **options)

    monkeypatch.setattr(Path, "open", refuse)
    for words in COMMANDS:
        result = CliRunner().invoke(main, words)
        ends_in_words(result)
    assert "min.yaml:1:1: Filen kan ikke læses" in CliRunner().invoke(main, ["check"]).output


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "generator", *words]
    return subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, check=False
    )


def test_a_machine_that_knows_only_ascii_writes_danish(folder: Path) -> None:
    ascii_only = {"PYTHONUTF8": "0", "LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0"}
    done = process("new", "Ærø åben ø", "--summary", "Så sagt.", **ascii_only)
    assert done.returncode == 0, done.stderr.decode()
    text = (folder / "aeroe-aaben-oe.yaml").read_text("utf-8")
    assert 'title: "Ærø åben ø"' in text or "title: Ærø åben ø" in text
    assert "Så sagt." in text


def test_words_that_are_no_utf8_are_refused(folder: Path) -> None:
    result = CliRunner().invoke(main, ["new", "Sk\udce5de"])
    ends_in_words(result)
    assert "ikke er UTF-8" in result.output


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'cd "{gone}" && rmdir "{gone}" && "{sys.executable}" -m generator check'
    done = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["questions.yaml", "ages.yaml", "levels.yaml"])
def test_a_list_of_words_that_is_gone_is_told(folder: Path, name: str) -> None:
    (folder / "vocabulary" / name).unlink()
    result = CliRunner().invoke(main, ["check", "--cases", str(folder)])
    assert isinstance(result.exception, SystemExit)
    assert f"Ordlisten {name} mangler" in result.output + result.stderr
