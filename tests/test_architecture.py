"""The generator's order: a module imports only what stands above it, and each outer library has one home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
LAYERS = (
    ["text", "near", "problems", "files", "progress", "dialect", "prose", "labels", "messages", "personal"],
    [
        "facets",
        "unstated",
        "values",
        "vocabulary",
        "model",
        "fields",
        "addresses",
        "catalogue",
        "citations",
        "figures",
        "insights",
        "pages",
    ],
    ["reading"],
    ["search", "printing", "editing"],
    ["site"],
    ["cli", "__main__"],
)
"""The floors of the generator, the lowest first; what stands on one floor does not know the others on it."""
WINGS = {"reading", "search", "printing", "editing", "site", "cli"}
HOMES = {
    "mkdocs": "site.plugin",
    "typst": "printing.typst",
    "pikepdf": ("printing.typst", "printing.tags"),
    "yaml": ("reading.reader", "editing.comments"),
    "markdown_it": ("dialect", "prose"),
    "numpy": ("search.tokens", "search.postings", "search.terms"),
    "click": ("cli.main", "cli.console", "cli.prompts", "cli.editing"),
}
MODULES = sorted(
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts)
    for path in GENERATOR.rglob("*.py")
    if path.stem != "__init__"
)


def test_every_module_has_its_place() -> None:
    assert {module.split(".")[0] for module in MODULES} == {name for layer in LAYERS for name in layer}


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    home = module.split(".", maxsplit=1)[0]
    floor = next(number for number, layer in enumerate(LAYERS) if home in layer)
    below = {name for layer in LAYERS[: floor + 1] for name in layer}
    if home in WINGS:
        below -= {*LAYERS[floor]} - {home}
    own = {name.split(".")[1] for name in imports(module) if name.startswith("generator.")}
    assert own - below == set()


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_one_home(module: str) -> None:
    libraries = {name.split(".")[0] for name in imports(module)}
    assert {name for name in libraries if module not in HOMES.get(name, module)} == set()


@pytest.mark.parametrize("module", [name for name in MODULES if name != "cli.main"])
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


def imports(module: str) -> Iterator[str]:
    """Yield the full names of what a module imports."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def tree(module: str) -> ast.Module:
    path = GENERATOR.joinpath(*module.split(".")).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))
