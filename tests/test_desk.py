"""The editors' commands, as an editor types them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from generator.cli import main
from generator.fmt import fmt
from generator.load import load_vocabulary
from generator.schema import FILE, as_text

from conftest import CASES


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of cases that a test may change."""
    target = tmp_path / "cases"
    shutil.copytree(CASES, target)
    return target


def run(cases: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments, "--cases", str(cases)], input=answers)


def test_schema_file_is_current() -> None:
    vocabulary, _ = load_vocabulary(CASES / "vocabulary")
    assert (CASES / "vocabulary" / FILE).read_text("utf-8") == as_text(vocabulary), "Kør make schema"


def test_schema_is_published_with_the_site(site: Path) -> None:
    assert (site / "assets" / FILE).read_text("utf-8") == (CASES / "vocabulary" / FILE).read_text("utf-8")


def test_new_takes_options_by_danish_name_or_slug(cases: Path) -> None:
    options = [
        "--municipality",
        "Aarhus",
        "--theme",
        "aeldre",
        "--source",
        "kl-casekatalog",
        "--where",
        "side 3",
    ]
    done = run(cases, "new", 'Fælles "indgang": nu', "--summary", "Kort: sagt.", *options)
    assert done.exit_code == 0, done.output
    path = cases / "faelles-indgang-nu.yaml"
    assert run(cases, "check", str(path)).exit_code == 0
    assert "municipalities: [aarhus]" in path.read_text("utf-8")
    assert fmt("x", path.read_bytes()).encode() == path.read_bytes()


def test_new_asks_for_what_a_case_needs_and_says_what_was_meant(cases: Path) -> None:
    answers = "Ny vej\nKort sagt.\nArhus\nAarhus, Odense\naeldre\nintern\nkl-casekatalog\nside 3\n"
    done = run(cases, "new", answers=answers)
    assert 'Mente du "aarhus"?' in done.output
    assert run(cases, "check", str(cases / "ny-vej.yaml")).exit_code == 0


def test_new_overwrites_nothing(cases: Path) -> None:
    before = (cases / "een-plan.yaml").read_bytes()
    done = run(cases, "new", "Een plan")
    assert done.exit_code == 1
    assert "findes allerede" in done.output
    assert (cases / "een-plan.yaml").read_bytes() == before


def test_check_watches(cases: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "--watch", "--cases", str(cases)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        assert "ingen fejl" in process.stdout.readline()
        (cases / "een-plan.yaml").write_text("title: [\n", "utf-8")
        assert "een-plan.yaml:" in process.stdout.readline()
        process.terminate()
