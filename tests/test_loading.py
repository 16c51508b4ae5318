"""What commands load before their own work, which is most of what a command on a small catalogue takes."""

import gc
import runpy
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import mkdocs.__main__
import pytest

from generator import memory
from generator.cli import engine
from generator.reading import places


def loaded(module: str, asked: Collection[str]) -> set[str]:
    """Return which of the modules that are asked for are loaded with another one."""
    told = f"import sys, {module}; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    return {*asked} & {*said.split()}


@pytest.mark.parametrize("command", ["build", "checking", "fmt"])
def test_a_command_that_may_have_nothing_to_do_loads_no_model(command: str) -> None:
    asked = {"pydantic", "importlib.metadata", "mkdocs", "generator.model"}
    assert loaded(f"generator.cli.{command}", asked) == set()


def test_a_command_that_reads_no_sheet_loads_no_spreadsheets() -> None:
    assert loaded("generator.cli.editing", {"openpyxl", "mkdocs", "typst"}) == set()


def test_a_build_loads_only_what_every_build_needs() -> None:
    asked = {"openpyxl", "pikepdf", "mkdocs.livereload", "watchdog"}  # a new workbook, PDFs, a server
    assert loaded("generator.site.plugin", asked) == set()


def test_a_process_that_makes_a_site_looks_rarely_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(mkdocs.__main__, "cli", lambda **_: seen.append(gc.get_threshold()[0]))
    before = gc.get_threshold()
    runpy.run_module(engine.PROCESS, run_name="__main__")
    gc.set_threshold(*before)
    assert seen == [memory.NEW]


def test_nothing_is_looked_through_at_the_end_of_a_process() -> None:
    told = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0, len(gc.get_objects())))"
    )
    told += "; from generator import memory; memory.keep()"
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    is_frozen, looked_through = said.split()
    assert is_frozen == "True" and int(looked_through) < 100


def test_places_are_those_of_a_file_and_of_what_it_inherits(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    (tmp_path / "base.yml").write_text(
        "site_dir: ud\nsite_url: https://example.org/k/\nplugins: [casekatalog]\n"
    )
    file.write_text("INHERIT: base.yml\ndocs_dir: sager\n")
    assert places.site(file) == tmp_path / "ud" and places.address(file) == "https://example.org/k/"
    assert [(fault.line, fault.column, fault.field) for fault in places.faults(file)] == [(2, 11, "docs_dir")]
    file.write_text("site_dir: her\n")
    assert places.site(file) == tmp_path / "her" and places.address(file) == "" and not places.faults(file)


@pytest.mark.parametrize(
    "address", ["example.org", "https://example.org/ k", f"https://example.org/{'k' * 300}"]
)
def test_an_address_that_is_none_is_told_before_the_engine_begins(tmp_path: Path, address: str) -> None:
    (tmp_path / "base.yml").write_text(f"site_url: {address}\nplugins: [casekatalog]\n")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    assert [fault.code for fault in places.faults(tmp_path / "mkdocs.yml")] == [places.BAD_ADDRESS]
