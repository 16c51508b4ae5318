"""An editor's good day is no developer's red day: sound changes of the cases leave what is asked of them true."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import MADE, ROOT, run

pytestmark = pytest.mark.slow

REWORDED = {"purpose", "text", "remedy", "target_group", "caveats", "advice"}
"""Fields whose texts an editor may write anew."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The cases, and the tests that ask of them, where they may be changed."""
    for name in ("cases", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def reworded(value: Any, key: str = "") -> Any:
    """Return a case in other words."""
    if isinstance(value, dict):
        return {name: reworded(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [reworded(part, key) for part in value]
    is_text = isinstance(value, str) and key in REWORDED and value != "ikke oplyst"
    return f"Med andre ord.\n\n{value}" if is_text else value


def assert_green(copy: Path) -> None:
    done = run("check", "--cases", str(copy / "cases"))
    assert done.exit_code == 0, done.output
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/content"]
    content = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert content.returncode == 0, content.stdout


def test_a_new_case_leaves_all_green(copy: Path) -> None:
    shutil.copy(MADE / "unge-i-laere.yaml", copy / "cases")
    assert_green(copy)


def test_other_words_leave_all_green(copy: Path) -> None:
    for path in (copy / "cases").glob("*.yaml"):
        case = yaml.safe_load(path.read_text("utf-8"))
        path.write_text(yaml.safe_dump(reworded(case), allow_unicode=True, sort_keys=False), "utf-8")
    assert_green(copy)


def test_another_address_leaves_all_green(copy: Path) -> None:
    done = run("rename-case", "hjoerring-modellen", "modellen-fra-hjoerring", "--cases", str(copy / "cases"))
    assert done.exit_code == 0, done.output
    assert_green(copy)
