"""The checks beside the tests: the same by hand, before a commit and in workflows, and the quick ones in every run."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import yaml

from generator.cli.main import COMMANDS
from helpers import ROOT

TOOLS = Path(sys.executable).parent
RUN = {"generator.__main__", "generator.site.process", *(f"generator.cli.{name}" for name in COMMANDS)}
"""Modules of commands, which tests run by their names."""
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def commands() -> list[list[str]]:
    """Return what `make check` runs, but for the tests."""
    recipe = MAKEFILE[MAKEFILE.index("\ncheck:") :].split("\n\n")[0]
    recipe = recipe.replace("$(BIN)/", "").replace("$(MAKE)", "make")
    found = [line.split() for line in re.findall(r"^\t(.*)", recipe, re.MULTILINE)]
    return [command for command in found if command[0] != "pytest"]


def test_a_commit_is_checked_as_make_check_does() -> None:
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    hooks = [hook["entry"].removeprefix(".venv/bin/").split() for hook in repository["hooks"]]
    tools = {"ruff": 2, "casekatalog": 2}
    asked = sorted(hook[: tools.get(hook[0], 1)] for hook in hooks)
    assert asked == sorted(command[: tools.get(command[0], 1)] for command in commands())


def test_layers_and_libraries_are_where_they_belong() -> None:
    run("lint-imports", "--no-logo")


def test_the_english_is_spelt() -> None:
    [words] = [command for command in commands() if command[0] == "codespell"]
    run(*words)


def test_no_test_imports_another() -> None:
    for path in (ROOT / "tests").rglob("*.py"):
        assert not re.search(r"^\s*(import|from) test_", path.read_text("utf-8"), re.MULTILINE), path


def test_every_module_has_tests_of_its_own() -> None:
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "generator").rglob("*.py")
        if path.name != "__init__.py"
    }
    imported = set[str]()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    assert modules - imported <= RUN


def run(tool: str, *options: str) -> None:
    command = [str(TOOLS / tool), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
