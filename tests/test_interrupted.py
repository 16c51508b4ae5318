"""Commands that are killed: nothing is half written, and what was begun can be done again."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import files
from generator.cli.main import main
from generator.reading.folder import examine, load_vocabulary
from generator.reading.schema import FILE, as_text
from helpers import CASES, run

pytestmark = pytest.mark.slow

BASE = (Path(__file__).parent / "faults" / "base.yaml").read_text("utf-8")
MOMENTS = range(12)
"""More than a renaming here has."""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Three cases, of which two refer to the first, and a page that names it."""
    folder = tmp_path / "cases"
    shutil.copytree(CASES / "vocabulary", folder / "vocabulary")
    for name in ("foerst", "anden", "tredje"):
        more = "" if name == "foerst" else "related: {see_also: [foerst]}\n"
        (folder / f"{name}.yaml").write_text(f"{BASE}regions: [midtjylland]\n{more}", "utf-8")
    (folder / "om.md").write_text(
        "# Om\n\n[En case](case/foerst/) og [et tema](tema/beskaeftigelse/).\n", "utf-8"
    )
    CliRunner().invoke(main, ["fmt", "--cases", str(folder)])
    return folder


def killed_before(number: int, arguments: list[str]) -> bool:
    """Run a command in a process that dies before it puts its nth file in place, and return whether it did."""
    if (child := os.fork()) == 0:
        left = [number]

        def counted(method: Callable[..., Any]) -> Callable[..., Any]:
            def call(path: Path, *rest: Any, **options: Any) -> Any:
                if method.__name__ == "replace" or path.suffix == ".yaml":
                    if not left[0]:
                        os.kill(os.getpid(), signal.SIGKILL)
                    left[0] -= 1
                return method(path, *rest, **options)

            return call

        for name in ("replace", "unlink"):
            setattr(Path, name, counted(getattr(Path, name)))
        CliRunner().invoke(main, arguments)
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".new"}


@pytest.mark.parametrize(
    "words",
    [
        ("rename-case", "foerst", "sidst"),
        ("rename-tag", "themes", "beskaeftigelse", "arbejde"),
        ("rename-tag", "themes", "beskaeftigelse", "udsatte"),
        ("rename-tag", "regions", "midtjylland", "midten"),
    ],
    ids=" ".join,
)
def test_a_renaming_that_was_killed_can_be_run_again(
    cases: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    whole = tmp_path / "whole" / "cases"
    shutil.copytree(cases, whole)
    assert run(*words, "--cases", str(whole)).exit_code == 0
    vocabulary, _ = load_vocabulary(whole / "vocabulary")
    assert (whole / "vocabulary" / FILE).read_text("utf-8") == as_text(vocabulary)
    assert not examine(whole).problems
    wanted = {path.relative_to(whole): content for path, content in contents(whole).items()}
    deaths = 0
    for moment in MOMENTS:
        folder = tmp_path / str(moment) / "cases"
        shutil.copytree(cases, folder)
        if not killed_before(moment, [*words, "--cases", str(folder)]):
            break
        deaths += 1
        again = run(*words, "--cases", str(folder))
        was_done = again.exit_code == 2 and "findes ikke" in again.output
        assert again.exit_code == 0 or was_done, again.output
        assert {path.relative_to(folder): content for path, content in contents(folder).items()} == wanted
    assert 3 <= deaths < len(MOMENTS)


def test_check_tells_how_a_broken_off_renaming_goes_on(cases: Path) -> None:
    seen = set()
    for moment in range(3):
        shutil.rmtree(cases.parent / "try", ignore_errors=True)
        folder = cases.parent / "try" / "cases"
        shutil.copytree(cases, folder)
        killed_before(moment, ["rename-case", "foerst", "sidst", "--cases", str(folder)])
        seen |= {problem.code for problem in examine(folder).problems}
    assert seen == {"half_renamed"}


def test_nothing_is_left_of_a_file_that_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "mappe.yaml").mkdir()
    with pytest.raises(OSError, match=r"mappe\.yaml"):
        files.save({tmp_path / "ny.yaml": "x", tmp_path / "mappe.yaml": "y"})
    assert [path.name for path in tmp_path.iterdir()] == ["mappe.yaml"]
