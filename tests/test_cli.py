"""The command `casekatalog`."""

import gettext
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from babel.messages import pofile
from pydantic import BaseModel, ValidationError

from generator.cli import console
from generator.cli.main import main
from generator.comparison import MOST
from generator.editing.new_case import new_case
from generator.fields import names
from generator.model import Case
from generator.reading.document import Document
from generator.reading.explanation import explain
from generator.reading.folder import load_vocabulary
from generator.reading.log import Log, Reading
from generator.reading.schema import case_schema
from generator.reading.slugs import LONGEST_SLUG
from generator.reading.subject import Subject
from generator.wording import wording
from helpers import commands, run

ROOT = Path(__file__).parent.parent
BASE = (Path(__file__).parent / "faults" / "base.yaml").read_text(encoding="utf-8")
OTHER = BASE.replace("title: Fælles", "title: Andre fælles")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "cases" / "vocabulary", tmp_path / "cases" / "vocabulary")
    (tmp_path / "cases" / "sund.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path / "cases"


@pytest.fixture
def faulty(folder: Path) -> Path:
    (folder / "syg.yaml").write_text(OTHER.replace("form: intern", "form: 50%, itern"), encoding="utf-8")
    return folder


def test_check_finds_nothing(folder: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 case, ingen fejl\n")


def test_check_finds_a_fault(faulty: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith('cases/syg.yaml:5:7: form: "50%, itern" findes ikke.')
    assert result.stderr == "1 fejl i 1 fil\n"


def test_check_tells_what_the_pdf_cannot_show(folder: Path) -> None:
    (folder.parent / "theme_overrides").symlink_to(ROOT / "theme_overrides")
    assert run("check").exit_code == 0
    (folder / "glad.yaml").write_text(OTHER.replace("side 4", "side 🎉"), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "cases/glad.yaml:38:17: sources[0].where: tegnet 🎉 (U+1F389) findes ikke"
    )


def test_check_of_one_file(faulty: Path) -> None:
    assert run("check", "cases/sund.yaml").exit_code == 0
    assert run("check", "cases/syg.yaml").exit_code == 1
    assert run("check", str(faulty / "syg.yaml"), "cases/sund.yaml").exit_code == 1


def test_check_of_a_file_that_is_not_there(folder: Path) -> None:
    result = run("check", "cases/findes-ikke.yaml")
    assert result.exit_code == 1
    assert result.stdout == "cases/findes-ikke.yaml:1:1: Filen findes ikke. Tjek navnet.\n"


def test_check_of_a_link_out_of_the_folder(folder: Path) -> None:
    (folder.parent / "udenfor.yaml").write_text(BASE, encoding="utf-8")
    (folder / "genvej.yaml").symlink_to("../udenfor.yaml")
    result = run("check", "cases/genvej.yaml")
    assert (result.exit_code, result.stdout.count("genvej")) == (1, 2)


def test_check_for_github(faulty: Path) -> None:
    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        '::error file=cases/syg.yaml,line=5,col=7::form: "50%25, itern" findes ikke.'
    )
    assert result.stderr == ""


def test_check_warns_and_finds_no_fault(folder: Path) -> None:
    (folder / "kopi.yaml").write_text(BASE, encoding="utf-8")
    told = (
        "title: cases/sund.yaml har samme titel. Giv casen sin egen, eller slet filen, hvis den er en kopi."
    )
    result = run("check")
    assert result.stdout.splitlines()[0] == f"cases/kopi.yaml:1:8: advarsel: {told}"
    assert (result.exit_code, result.stderr) == (0, "2 cases, ingen fejl, 2 advarsler\n")
    assert run("check", "cases/kopi.yaml").stderr == "1 case, ingen fejl, 1 advarsel\n"
    assert run("check", "--format", "github").stdout.startswith(
        "::warning file=cases/kopi.yaml,line=1,col=8::"
    )
    assert json.loads(run("check", "--format", "gitlab").stdout)[0]["severity"] == "minor"
    assert json.loads(run("check", "--format", "json").stdout)[0]["severity"] == "warning"


def test_check_tells_errors_and_warnings(faulty: Path) -> None:
    (faulty / "kopi.yaml").write_text(BASE, encoding="utf-8")
    result = run("check")
    assert (result.exit_code, result.stderr) == (1, "1 fejl i 1 fil, 2 advarsler\n")


def test_check_for_tools(faulty: Path) -> None:
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    [problem] = json.loads(result.stdout)
    assert problem.pop("message").startswith('"50%, itern" findes ikke.')
    assert problem == {
        "file": "cases/syg.yaml", "line": 5, "column": 7, "field": "form", "code": "not_allowed",
        "severity": "error",
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "xml"),
        ("check", "--cases", "findes-ikke"),
        ("check", "/etc/hosts.yaml"),
        ("check", "cases"),
        ("check", "cases/om.md"),
        ("new", "!!!"),
        ("findes-ikke",),
    ],
)
def test_wrong_use(folder: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chekc",), "Fejl: Kommandoen 'chekc' findes ikke. Mente du 'check'?"),
        (("check", "--fromat", "json"), "Fejl: Valget '--fromat' findes ikke. Mente du '--format'?"),
        (
            ("check", "--format", "xml"),
            "Fejl: Værdien for '--format' kan ikke bruges: 'xml' er ikke en af 'text'",
        ),
        (
            ("check", "--cases", "nej"),
            'Fejl: Mappen "nej" findes ikke. Kør kommandoen i katalogets mappe',
        ),
        (("schema", "-o", "cases"), "'cases' er en mappe og ingen fil."),
        (("pdf",), "Fejl: Der mangler valget '-o' / '--output'."),
        (("rename-case", "a"), "Fejl: Der mangler 'NY'."),
        (("schema", "a"), "Fejl: Der er et ord for meget (a)."),
        (("pdf", "--tag"), "Fejl: Efter '--tag' skal der stå en værdi."),
        (("pdf", "--compare", "-o", "x.pdf"), "Nævn 2-4 forskellige cases at stille side om side"),
    ],
)
def test_wrong_use_is_told_in_danish(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not set(re.findall(r"\w+", result.stderr)) & ENGLISH


ENGLISH = {
    "Usage",
    "Try",
    "Error",
    "Options",
    "Commands",
    "Show",
    "default",
    "Invalid",
    "TEXT",
    "OPTIONS",
}


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_is_in_danish(command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Brug: ")
    assert not set(re.findall(r"\w+", result.stdout)) & ENGLISH


@pytest.mark.parametrize(
    "folder", sorted(console.WORDS.glob("*/LC_MESSAGES")), ids=lambda each: each.parent.name
)
def test_the_words_are_compiled(folder: Path) -> None:
    with (folder / "click.po").open("rb") as source, (folder / "click.mo").open("rb") as compiled:
        wanted = [(m.id, m.string) for m in pofile.read_po(source) if m.id]
        found = gettext.GNUTranslations(compiled)
    for name, words in wanted:
        if isinstance(name, str):
            assert found.gettext(name) == words, "run: make words"
        else:
            one, many = name
            assert (found.ngettext(one, many, 1), found.ngettext(one, many, 2)) == words, "run: make words"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_old_consoles_take_every_character(faulty: Path, encoding: str) -> None:
    (faulty / "syg.yaml").write_text(OTHER.replace("form: intern", "form: −→🎉"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert 'form: "−→🎉" findes ikke' in done.stdout.decode()
    assert done.stderr.decode().strip() == "1 fejl i 1 fil"


def test_file_names_that_are_no_unicode(folder: Path) -> None:
    (folder / "sk\udce5de.yaml").write_text(OTHER, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("cases/sk?de.yaml:1:1: Filnavnet")


def test_new_writes_what_only_lacks_content(folder: Path) -> None:
    title = 'Fælles "lærlinge": 2 kommuner \\ én aftale'
    result = run("new", title)
    assert result.exit_code == 0
    path = folder / "faelles-laerlinge-2-kommuner-en-aftale.yaml"
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["title"] == title
    problems = json.loads(run("check", str(path), "--format", "json").stdout)
    assert {problem["code"] for problem in problems} == {"todo"}
    assert len(problems) == path.read_text(encoding="utf-8").count(wording.common["todo"])


def test_new_without_answers_writes_nothing(folder: Path) -> None:
    before = sorted(folder.iterdir())
    assert run("new").exit_code == 1
    assert sorted(folder.iterdir()) == before


def test_new_never_overwrites(folder: Path) -> None:
    result = run("new", "Sund")
    assert result.exit_code == 1
    assert "findes allerede" in result.stderr
    assert (folder / "sund.yaml").read_text(encoding="utf-8") == BASE


def test_the_file_of_a_new_case_names_every_field() -> None:
    _, text = new_case("En case")
    told = re.findall(r"^(?:# *)?(\w+):", text, re.MULTILINE)
    assert set(names(Case)) <= set(told)


def test_new_cuts_a_long_address_after_a_word() -> None:
    slug, _ = new_case("lærlinge " * 20)
    assert len(slug) <= LONGEST_SLUG
    assert slug.endswith("laerlinge")
    assert len(new_case("æ" * 100)[0]) == LONGEST_SLUG


def test_schema(folder: Path) -> None:
    assert json.loads(run("schema").stdout) == schema()
    assert run("schema", "-o", "ud.json").exit_code == 0
    assert json.loads(Path("ud.json").read_text(encoding="utf-8")) == schema()


def test_schema_needs_the_vocabulary(folder: Path) -> None:
    (folder / "vocabulary" / "levels.yaml").unlink()
    result = run("schema")
    assert result.exit_code == 1
    assert "Ordlisten levels.yaml mangler" in result.stderr


def test_schema_is_danish_and_has_every_choice() -> None:
    definition = schema()
    parts = [definition, *definition["$defs"].values()]
    fields = [field for part in parts for field in part["properties"].values()]
    assert {field["title"] for field in fields} <= {*wording.labels.values(), *wording.figure_labels.values()}
    assert {field["description"] for field in fields} <= {
        *wording.help.values(),
        *wording.figure_help.values(),
    }
    assert "slug" not in definition["properties"]
    themes = definition["properties"]["themes"]["items"]
    assert "beskaeftigelse" in themes["enum"]
    assert len(themes["enum"]) == len(themes["markdownEnumDescriptions"])


@pytest.mark.parametrize("path", sorted((ROOT / "cases").glob("*.yaml")), ids=lambda path: path.stem)
def test_schema_accepts_the_real_cases(path: Path) -> None:
    data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert list(disagreements(data, SCHEMA, SCHEMA["$defs"], "")) == []


def test_schema_refuses_what_is_wrong() -> None:
    data = yaml.safe_load(BASE.replace("form: intern", "form: itern\nfarve: blå").replace("2015\n", "15\n"))
    assert set(disagreements(data, SCHEMA, SCHEMA["$defs"], "")) == {".farve", ".form", ".period"}


def test_every_command_and_option_is_told_of() -> None:
    assert run("--help").exit_code == 0
    told = set()
    for name, command in {"casekatalog": main, **commands()}.items():
        assert command.help and command.help.strip().endswith("."), name
        options = [each for each in command.params if isinstance(each, click.Option)]
        told |= {name, *(f"{name}.{max(each.opts, key=len).lstrip('-')}" for each in options if each.help)}
    assert wording.commands.keys() <= told


def test_help_tells_how_many_cases_stand_side_by_side() -> None:
    assert f"2-{MOST}." in wording.commands["pdf.compare"]


def test_a_fault_without_words_of_its_own_is_told_too() -> None:
    class Odd(BaseModel):
        value: complex

    reading = Reading(Document("x.yaml", data={"value": "x"}), Log("x.yaml"))
    with pytest.raises(ValidationError) as caught:
        Odd.model_validate(reading.document.data)
    explain(Subject(reading, Odd), caught.value)
    assert [problem.code for problem in reading.log.problems] == ["invalid"]


def schema() -> dict[str, Any]:
    vocabulary, _ = load_vocabulary(ROOT / "cases" / "vocabulary")
    return case_schema(vocabulary)


SCHEMA = schema()
TYPES: dict[str, Any] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict,
    "null": type(None),
}  # fmt: skip


def disagreements(value: Any, rule: dict[str, Any], definitions: dict[str, Any], place: str) -> list[str]:
    """Return the places where data breaks a schema; the few keywords that ours has, no more."""
    if "$ref" in rule:
        return disagreements(value, definitions[rule["$ref"].rpartition("/")[2]], definitions, place)
    if "anyOf" in rule:
        tries = [disagreements(value, choice, definitions, place) for choice in rule["anyOf"]]
        return [] if [] in tries else [place]
    kind = rule.get("type")
    broken = (
        (kind and not isinstance(value, TYPES[kind]))
        or ("enum" in rule and value not in rule["enum"])
        or ("const" in rule and value != rule["const"])
        or (
            isinstance(value, str)
            and not rule.get("minLength", 0) <= len(value.strip()) <= rule.get("maxLength", 10**9)
        )
        or (
            isinstance(value, list)
            and not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", 10**9)
        )
        or (
            kind in {"integer", "number"}
            and not rule.get("minimum", value) <= value <= rule.get("maximum", value)
        )
    )
    if broken:
        return [place]
    found: list[str] = []
    if isinstance(value, dict):
        known = rule["properties"]
        found += [f"{place}.{key}" for key in value if key not in known]
        found += [f"{place}.{key}" for key in rule.get("required", ()) if key not in value]
        for key in value.keys() & known.keys():
            found += disagreements(value[key], known[key], definitions, f"{place}.{key}")
    if isinstance(value, list) and "items" in rule:
        for index, item in enumerate(value):
            found += disagreements(item, rule["items"], definitions, f"{place}[{index}]")
    return found


def within(size: float, rule: dict[str, Any], least: str, most: str) -> bool:
    return bool(rule.get(least, size) <= size <= rule.get(most, size))


def test_commands_are_told_as_they_can_be_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = folder.parent / ".venv" / "bin"
    scripts.mkdir(parents=True)
    script = scripts / "casekatalog"
    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(scripts))
    monkeypatch.setenv("PATH", "/usr/bin")
    (folder / "tom.yaml").touch()
    assert 'Kør `.venv/bin/casekatalog new "Titel"`' in run("check").stdout
    assert ".venv/bin/casekatalog check cases/ny.yaml" in run("new", "Ny").stdout
    monkeypatch.chdir(folder)
    assert f"{script} check" in run("new", "Ny igen", "--cases", str(folder)).stdout
    monkeypatch.setenv("PATH", str(scripts))
    assert "`casekatalog new" in console.typed('Kør `casekatalog new "Titel"`')
