"""The generator's order: a module imports only what stands above it, and each outer library has one home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
ORDER = (
    *(
        "text",
        "problems",
        "files",
        "bundle",
        "progress",
        "cache",
        "near",
        "danish",
        "dialect",
        "prose",
        "labels",
        "messages",
        "facets",
    ),
    *(
        "vocabulary",
        "unstated",
        "values",
        "model",
        "fields",
        "syntax",
        "characters",
        "scalars",
        "document",
        "reader",
    ),
    *("subject", "hints", "keys", "explain"),
    *(
        "warnings",
        "naming",
        "addresses",
        "load",
        "settings",
        "catalogue",
        "citations",
        "figures",
        "knowledge",
        "pages",
    ),
    *("editing.schema", "editing.template", "editing.comment", "editing.fmt"),
    *("editing.table", "editing.columns", "editing.sheet_words", "editing.cell_values"),
    *("editing.delimited", "editing.workbook", "editing.row", "editing.sheet", "editing.blank_sheet"),
    *("editing.intake", "editing.links", "editing.care", "editing.status", "editing.markup"),
    *("editing.changes", "editing.host", "editing.form"),
    *(
        "stream",
        "postings",
        "terms",
        "search",
        "handout",
        "hyphenation",
        "chart",
        "matter",
        "publication",
        "site",
    ),
    *("tags", "pdf", "release", "plugin", "editing.renaming", "editing.watch", "editing.asking"),
    *("console", "editing.desk", "cli", "__main__"),
)
HOMES = {
    "mkdocs": "plugin",
    "typst": "pdf",
    "pikepdf": ("pdf", "tags"),
    "yaml": ("reader", "editing.comment"),
    "markdown_it": ("dialect", "prose"),
    "numpy": ("stream", "postings", "terms"),
    "click": ("cli", "console", "editing.asking", "editing.desk"),
}
MODULES = sorted(
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts)
    for path in GENERATOR.rglob("*.py")
    if path.stem != "__init__"
)


def test_every_module_has_its_place() -> None:
    assert set(MODULES) == set(ORDER)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_upwards(module: str) -> None:
    above = ORDER[: ORDER.index(module)]
    own = [name.removeprefix("generator.") for name in imports(module) if name.startswith("generator.")]
    assert [name for name in own if name not in above] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_one_home(module: str) -> None:
    libraries = {name.split(".")[0] for name in imports(module)}
    assert {name for name in libraries if module not in HOMES.get(name, module)} == set()


@pytest.mark.parametrize("module", [name for name in MODULES if name != "cli"])
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
        elif isinstance(node, ast.ImportFrom) and node.module in {"generator", "generator.editing"}:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def tree(module: str) -> ast.Module:
    path = GENERATOR.joinpath(*module.split(".")).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))
