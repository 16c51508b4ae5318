"""The command `check`. What it needs to tell once more what it told of the same files loads quickly; the rest waits."""

import json
from importlib import import_module
from pathlib import Path

import click

from generator import store
from generator.cli.console import cases_folder, tell
from generator.cli.watch import changes
from generator.messages import message
from generator.problems import Problem, as_dict, as_github, as_gitlab, tally
from generator.reading.naming import SETTINGS, means_a_case, shown_name
from generator.reading.trace import traced
from generator.reading.verdict import KIND, Verdict
from generator.wording import wording

WORK = "generator.cli.verdict"
"""The module that finds out; it needs all that knows what a case is."""


@click.command()
@click.argument("files", metavar="[{file}]...", nargs=-1, type=click.Path(path_type=Path))
@cases_folder
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "gitlab", "json"]),
    default="text",
)
@click.option("--watch", is_flag=True)
@click.option("--advice", "advises", is_flag=True)
@click.pass_context
def check(
    context: click.Context, *, files: tuple[Path, ...], folder: Path, style: str, watch: bool, advises: bool
) -> None:
    """Check all cases, or only the files that are named, and tell all that is wrong."""
    if watch:
        for _ in changes(folder):
            click.clear()
            _check(files, folder, style, advises)
    found = _check(files, folder, style, advises)
    context.exit(1 if any(problem.severity == "error" for problem in found) else 0)


def _check(files: tuple[Path, ...], folder: Path, style: str, advises: bool) -> tuple[Problem, ...]:
    """Print the problems in the case files and return them."""
    verdict = _verdict(folder, advises)
    problems = verdict.problems
    if files:
        wanted = {_inside(file, folder) for file in files}
        missing = [_not_found(file) for file in files if not file.is_file()]
        problems = (*missing, *(p for p in problems if p.file in wanted or _is_vocabulary(p, folder)))
    if style in {"gitlab", "json"}:
        shape = as_gitlab if style == "gitlab" else as_dict
        click.echo(json.dumps([shape(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        tell(as_github(problem) if style == "github" else str(problem) for problem in problems)
    if style == "text":
        click.echo(summed_up(problems, len(files) or verdict.count), err=True)
    return problems


def _verdict(folder: Path, advises: bool) -> Verdict:
    """Return what is said of a folder: what was said of the very same one before, or found out now."""
    project = folder.resolve().parent
    kept = store.beside(project)
    trace = traced(folder, project / SETTINGS) if kept.keeps else None
    key = store.key(trace, "advice" if advises else "") if trace else ""
    if found := kept.find(KIND, [key]):
        return Verdict.unpacked(found[key])
    verdict: Verdict = import_module(WORK).verdict(folder, advises, kept)
    is_of_this = trace and trace == traced(folder, project / SETTINGS)  # not of what stood there meanwhile
    if is_of_this:
        kept.keep(KIND, {key: verdict.packed()})
    return verdict


def _inside(file: Path, folder: Path) -> str:
    """Return a file's name as problems tell it; a symbolic link is named by its own place."""
    if file.is_dir() or not means_a_case(file):
        raise click.UsageError(wording.cli_check["not_yaml"].format(file=file, folder=folder))
    try:
        return shown_name(file.parent.resolve() / file.name, folder.resolve())
    except ValueError:
        raise click.UsageError(wording.cli_check["elsewhere"].format(file=file, folder=folder)) from None


def _not_found(file: Path) -> Problem:
    return Problem(file.as_posix(), 1, 1, "", message("not_a_file"), "not_a_file")


def _is_vocabulary(problem: Problem, folder: Path) -> bool:
    return problem.file.startswith(f"{folder.name}/vocabulary/")


def summed_up(problems: tuple[Problem, ...], count: int) -> str:
    """Return how many problems there are, and of which kinds, or how many cases without any."""
    faulty = {problem.file for problem in problems if problem.severity == "error"}
    errors, *others = (
        tally(problem for problem in problems if problem.severity == severity)
        for severity in ("error", "warning", "advice")
    )
    if faulty:
        told = wording.cli_check.counted("faulty", len(faulty), errors=errors)
    else:
        told = wording.cli_check.counted("sound", count)
    return ", ".join(filter(None, (told, *others)))


COMMANDS: tuple[click.Command, ...] = (check,)
