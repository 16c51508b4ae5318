"""What holds in every module of the generator; its layers stand under `importlinter` in pyproject.toml."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
SCRIPTS = GENERATOR.parent / "theme_overrides" / "assets" / "js"
MODULES = sorted(
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts)
    for path in GENERATOR.rglob("*.py")
    if path.stem != "__init__"
)


@pytest.mark.parametrize("module", MODULES)
def test_nothing_prints_or_exits_below_the_command(module: str) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(tree(module)) if isinstance(node, ast.Call)}
    raised = {
        ast.unparse(node.exc) for node in ast.walk(tree(module)) if isinstance(node, ast.Raise) and node.exc
    }
    assert calls & {"print", "exit", "quit", "sys.exit", "os._exit"} == set()
    assert not any(name.startswith("SystemExit") for name in raised)


@pytest.mark.parametrize("module", MODULES)
def test_imports_stand_at_the_top(module: str) -> None:
    inside = [
        node.lineno
        for function in ast.walk(tree(module))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_nothing_is_too_long_to_be_read_at_once() -> None:
    modules = {path: lines(path) for path in GENERATOR.rglob("*.py")}
    scripts = {path: lines(path) for path in SCRIPTS.rglob("*.js") if "vendor" not in path.parts}
    functions = {
        f"{module}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
    }
    assert [name for name, length in modules.items() if length > 350] == []
    assert [name for name, length in scripts.items() if length > 300] == []
    assert [name for name, length in functions.items() if length > 40] == []


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def tree(module: str) -> ast.Module:
    path = GENERATOR.joinpath(*module.split(".")).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))
