"""The ready workflows: valid, safe for forks, and made of commands that work."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.changes import as_markdown, changes
from generator.packed import first
from generator.reading.folder import examine
from helpers import ROOT, commands, run_in

pytestmark = pytest.mark.slow

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STARTED = sorted((first() / "dot-github" / "workflows").glob("*.yml"))
"""Those that a catalogue of one's own begins with."""
COMMAND = ROOT / ".venv" / "bin" / "casekatalog"
if not COMMAND.exists():
    COMMAND = Path(sys.executable).parent / "casekatalog"
ENVIRONMENT = {**os.environ, "CASEKATALOG": str(COMMAND)}


def workflow(name: str) -> dict[Any, Any]:
    return dict(yaml.safe_load((ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")))


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def proposal(cases: Path) -> Path:
    """A repository with a commit, then one new case, one changed and one faulty."""
    folder = cases.parent
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "base")
    run_in(cases, "new", "Ny <b>case</b> @nogen", "--summary", "Kort.", "--theme", "aeldre")
    path = cases / "skolen-aabner.yaml"
    path.write_text(
        re.sub(r"^form: .*", "form: tvaersektoriel", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    return folder


@pytest.mark.parametrize("path", [*WORKFLOWS, *STARTED], ids=lambda path: path.stem)
def test_workflow_follows_githubs_schema(path: Path) -> None:
    check = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-workflows",
        str(path),
    ]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "path", [ROOT / ".ci" / "build-site", *STARTED, first() / "dot-gitlab-ci.yml"], ids=lambda path: path.name
)
def test_nothing_that_a_proposal_kept_is_taken_for_true(path: Path) -> None:
    before, removes, after = path.read_text("utf-8").partition("rm -rf .cache")
    used = r"casekatalog\"? (check|build)|make site"
    assert removes and re.search(used, after) and not re.search(used, before)


def test_actionlint_finds_nothing() -> None:
    lint = Path(sysconfig.get_path("scripts")) / "actionlint"
    done = subprocess.run([lint, *WORKFLOWS, *STARTED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "file", [ROOT / ".gitlab-ci.yml", first() / "dot-gitlab-ci.yml"], ids=["ours", "first"]
)
def test_gitlab_file_follows_gitlabs_schema(file: Path) -> None:
    options = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    check = [sys.executable, "-m", "check_jsonschema", *options, str(file)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_command_of_a_workflow_is_there() -> None:
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in WORKFLOWS:
        jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
        for step in (step for job in jobs for step in job["steps"]):
            match step.get("run", "").split():
                case ["make", target]:
                    assert target in targets
                case [script, *_]:
                    assert os.access(ROOT / script, os.X_OK)


def test_actions_are_pinned_by_commit() -> None:
    used = [use for path in WORKFLOWS for use in re.findall(r"uses: (.*)", path.read_text("utf-8"))]
    assert len(used) > 10
    assert [use for use in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
    assert len(set(used)) == len({use.partition("@")[0] for use in used})


def test_a_change_of_the_code_is_linted_and_tested() -> None:
    assert {step.get("run") for step in workflow("code")["jobs"]["code"]["steps"]} >= {"make check"}
    assert set(yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["code"]["script"]) == {
        "make check"
    }


def test_files_have_the_same_line_ends_on_every_machine(tmp_path: Path) -> None:
    files = {name: f"{name}\nb\n" for name in ("x.yaml", "run", "x.py")}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8", newline="\n")
    shutil.copyfile(ROOT / ".gitattributes", tmp_path / ".gitattributes")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.autocrlf", "true")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "x")
    for name in files:
        (tmp_path / name).unlink()
    git(tmp_path, "checkout", "-q", ".")
    assert {name: (tmp_path / name).read_bytes().decode() for name in files} == files


def test_a_strangers_code_gets_no_right_and_no_secret() -> None:
    check = workflow("check")
    assert check["permissions"] == {"contents": "read"}
    assert set(check[True]) == {"pull_request"}
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text
        for command in re.findall(r"run: (.*)", text):
            assert "${{" not in command, "what a stranger names must not become code"
    comment = workflow("comment")["jobs"]["comment"]["steps"]
    checkout = next(step for step in comment if "checkout" in step.get("uses", ""))
    assert set(checkout["with"]) == {"persist-credentials"}, "the comment runs the main branch's code alone"


def test_check_proposal_tells_what_the_proposal_does(proposal: Path) -> None:
    summary = proposal / "summary.md"
    done = subprocess.run(
        [ROOT / ".ci" / "check-proposal", "HEAD", summary],
        cwd=proposal,
        env={**ENVIRONMENT, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert re.search(
        r"^::error file=cases/ny-b-case-b-nogen.yaml,line=\d+,col=\d+::form: ", done.stdout, re.MULTILINE
    )
    text = summary.read_text("utf-8")
    assert "skal rettes" in text
    assert "(`skolen-aabner`): samarbejdsform" in text


def test_changes_tell_cases_tags_and_faults(cases: Path, proposal: Path) -> None:
    before = examine(cases)
    theme = cases / "vocabulary" / "themes.yaml"
    theme.write_text(
        theme.read_text("utf-8") + "rumfart:\n  name: Rumfart\n  definition: Alt om rumfart.\n", "utf-8"
    )
    (cases / "ny-b-case-b-nogen.yaml").unlink()
    (cases / "intet-oplyst.yaml").unlink()
    other = cases / "10-timer-mere.yaml"
    other.write_text(other.read_text("utf-8").replace("themes: [", "themes: [rumfart, ", 1), "utf-8")
    text = as_markdown(changes(before, examine(cases)))
    assert "#### Nye mærker\n\n- Rumfart (`rumfart`) i `themes.yaml`" in text
    assert "#### Cases, der forsvinder\n\n- **Intet oplyst" in text
    assert "#### Mærker, der bruges for første gang\n\n- Tema: Rumfart" in text


def test_changes_tell_once_what_is_twice_on_a_line(cases: Path) -> None:
    before = examine(cases)
    case = cases / "skolen-aabner.yaml"
    case.write_text(case.read_text("utf-8") + "caveats:\n- Det er <b>kun</b> <i>et</i> skøn.\n", "utf-8")
    text = as_markdown(changes(before, examine(cases)))
    assert text.count("her står HTML") == 1


def test_changes_tell_a_case_that_has_moved(cases: Path) -> None:
    before = examine(cases)
    run_in(cases, "rename-case", "skolen-aabner", "skolen-er-aaben")
    text = as_markdown(changes(before, examine(cases)))
    assert "#### Cases, der får ny adresse\n\n- **" in text
    assert ": fra `skolen-aabner` til `skolen-er-aaben`" in text
    assert "forsvinder" not in text
    assert "Nye cases" not in text


def test_comment_holds_a_strangers_words_as_text(cases: Path, proposal: Path) -> None:
    path = cases / "skolen-aabner.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"^title: .*", 'title: "@alle [x](https://ond.dk) <img src=x>"', text, flags=re.MULTILINE),
        "utf-8",
    )
    done = run_in(cases, "changes", "HEAD")
    assert done.exit_code == 2 or "@alle" not in done.output  # outside the repository git knows no HEAD
    shown = subprocess.run(
        [COMMAND, "changes", "HEAD"], cwd=proposal, capture_output=True, text=True, check=True
    ).stdout
    assert "\\[x\\]" in shown
    assert "@alle" not in shown
    assert "https://ond" not in shown
    assert not re.search(r"(?<!\\)<img", shown)


@pytest.mark.parametrize("old", ["", "77"])
def test_comment_goes_to_the_pull_request_of_the_checked_commit(
    cases: Path, proposal: Path, tmp_path: Path, old: str
) -> None:
    many = ", ".join(f"ukendt-{number}" for number in range(1000))
    (cases / "stor.yaml").write_text(f"municipalities: [{many}]\n", "utf-8")
    tools, log = tmp_path / "tools", tmp_path / "log"
    tools.mkdir()
    pulls = json.dumps([{"number": 7, "head": {"sha": "abc"}}, {"number": 8, "head": {"sha": "def"}}])
    (tools / "gh").write_text(
        f"""#!/usr/bin/env bash
echo "$@" >> {log}
case "$*" in
  *pulls*) echo '{pulls}' ;;
  *--paginate*) echo "{old}" ;;
  *) for word in "$@"; do case "$word" in body=@*) cat "${{word#body=@}}" >> {log} ;; esac; done ;;
esac
""",
        "utf-8",
    )
    (tools / "gh").chmod(0o755)
    environment = {
        **ENVIRONMENT,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "REPOSITORY": "o/r",
        "HEAD_SHA": "def",
        "HEAD_OWNER": "fremmed",
        "HEAD_BRANCH": "min-gren",
        "RUN_URL": "https://github.com/o/r/actions/runs/1",
    }
    script = [ROOT / ".ci" / "comment", cases]
    done = subprocess.run(script, cwd=proposal, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = log.read_text("utf-8")
    assert "head=fremmed:min-gren" in told
    target = "PATCH repos/o/r/issues/comments/77" if old else "POST repos/o/r/issues/8/comments"
    assert target in told
    assert "<!-- casekatalog -->\n### Det gør forslaget" in told
    assert "actions/runs/1" in told
    assert len(told) < 63_000
    environment["HEAD_SHA"] = "0123"
    done = subprocess.run(script, cwd=proposal, env=environment, capture_output=True, text=True, check=False)
    assert "No open pull request" in done.stdout


def test_gitlab_report_points_at_lines(proposal: Path) -> None:
    done = subprocess.run(
        [COMMAND, "check", "--format", "gitlab"], cwd=proposal, capture_output=True, text=True, check=False
    )
    report = json.loads(done.stdout)
    assert {"description", "check_name", "fingerprint", "severity", "location"} == set(report[0])
    assert "cases/ny-b-case-b-nogen.yaml" in {found["location"]["path"] for found in report}


def test_every_command_of_the_guide_is_there() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", guide)) <= targets
    named = set(re.findall(r"casekatalog ([a-z-]+)", guide)) | set(re.findall(r"`(rename-case)`", guide))
    assert named <= set(commands())
    for option in re.findall(r"casekatalog ([a-z-]+) (--[a-z]+)", guide):
        assert option[1] in {name for parameter in commands()[option[0]].params for name in parameter.opts}
    for picture in re.findall(r"\]\((cases/[^)]+\.png)\)", guide):
        assert (ROOT / picture).is_file()


@pytest.fixture
def published(cases: Path) -> Path:
    """A clone of a repository, in which the ledger does not have all addresses."""
    (cases / "addresses.txt").write_text("./\n", "utf-8")
    folder = cases.parent
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "base")
    git(folder, "clone", "-q", "--bare", ".", "origin.git")
    git(folder, "clone", "-q", "origin.git", "clone")
    return folder


def keep_addresses(folder: Path) -> subprocess.CompletedProcess[str]:
    script = [str(ROOT / ".ci" / "keep-addresses"), "main"]
    known = {**ENVIRONMENT, "GITHUB_ACTIONS": "true"}
    return subprocess.run(script, cwd=folder, env=known, capture_output=True, text=True, check=False)


def test_publishing_writes_new_addresses_down(published: Path) -> None:
    told = run_in(published / "clone" / "cases", "check").output
    assert "cases/addresses.txt:1:1: advarsel: her mangler alle/, " in told
    assert " andre. Udgivelsen skriver dem selv" in told
    assert keep_addresses(published / "clone").returncode == 0
    git(published, "clone", "-q", "origin.git", "after")
    ledger = (published / "after" / "cases" / "addresses.txt").read_text("utf-8")
    assert "case/skolen-aabner/\n" in ledger and ledger.count("alle/\n") == 1
    assert "addresses.txt" not in run_in(published / "after" / "cases", "check").output
    again = keep_addresses(published / "clone")
    assert (again.returncode, again.stdout) == (0, "0 nye adresser i cases/addresses.txt\n")


def test_a_branch_that_takes_no_commit_is_told_with_what_is_missing(published: Path) -> None:
    hook = published / "origin.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    done = keep_addresses(published / "clone")
    assert done.returncode == 1
    *_, line = done.stdout.splitlines()
    assert line.startswith(
        "::error file=cases/addresses.txt::Nye adresser er ikke skrevet ned, for main tager ikke"
    )
    assert "`casekatalog addresses`" in line and " case/skolen-aabner/ " in line


def test_only_the_ledger_may_be_written_and_no_proposal_reaches_it() -> None:
    publish = workflow("publish")
    assert "pull_request" not in publish[True]
    writers = [
        name for name, job in publish["jobs"].items() if job.get("permissions", {}).get("contents") == "write"
    ]
    assert writers == ["addresses"]
    assert publish["jobs"]["deploy"]["needs"] == "build", "a ledger that is not kept holds no page back"
