"""The command `casekatalog`."""

import json
from pathlib import Path

import click

from generator.desk import COMMANDS
from generator.labels import message
from generator.load import SUFFIX, examine, load_vocabulary, shown_name
from generator.problems import Problem, as_dict, as_github, as_gitlab
from generator.schema import as_text
from generator.watch import changes

CASES = Path("cases")
_folder = click.option(
    "--cases",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=CASES,
    show_default=True,
    help="Mappen med casene.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tjek, skriv og udgiv cases i kataloget."""


for _command in COMMANDS:
    main.add_command(_command)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@_folder
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "gitlab", "json"]),
    default="text",
    help="Tekst til mennesker, mærker på linjerne til GitHub eller GitLab, eller JSON til værktøjer.",
)
@click.option(
    "--watch", is_flag=True, help="Bliv ved, og tjek igen, hver gang en fil gemmes. Slut med Ctrl+C."
)
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], folder: Path, style: str, watch: bool) -> None:
    """Tjek alle cases, eller kun FILES, og vis alt, hvad der er galt."""
    if watch:
        for _ in changes(folder):
            click.clear()
            _check(files, folder, style)
    context.exit(1 if _check(files, folder, style) else 0)


def _check(files: tuple[Path, ...], folder: Path, style: str) -> tuple[Problem, ...]:
    """Print the problems in the case files and return them."""
    loaded = examine(folder)
    problems = loaded.problems
    if files:
        wanted = {_inside(file, folder) for file in files}
        missing = [_not_found(file) for file in files if not file.is_file()]
        problems = (*missing, *(p for p in problems if p.file in wanted or _is_vocabulary(p, folder)))
    if style in {"gitlab", "json"}:
        shape = as_gitlab if style == "gitlab" else as_dict
        click.echo(json.dumps([shape(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(as_github(problem) if style == "github" else str(problem))
    if style == "text":
        click.echo(_verdict(problems, len(files) or len(loaded.cases)), err=True)
    return problems


@main.command()
@_folder
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Skriv til en fil.")
def schema(folder: Path, output: Path | None) -> None:
    """Skriv JSON Schema for en case, med danske navne og forklaringer."""
    vocabulary, problems = load_vocabulary(folder / "vocabulary", folder.name)
    if problems:
        raise click.ClickException("\n".join(map(str, problems)))
    text = as_text(vocabulary)
    if output:
        output.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"Skrev {output}")
    else:
        click.echo(text, nl=False)


def _inside(file: Path, folder: Path) -> str:
    """Return a file's name as problems tell it; a symbolic link is named by its own place."""
    if file.is_dir() or file.suffix.casefold() not in {SUFFIX, ".yml"}:
        raise click.UsageError(f"{file} er ikke en YAML-fil. Skriv navnet på en fil i {folder}/.")
    try:
        return shown_name(file.parent.resolve() / file.name, folder.resolve())
    except ValueError:
        raise click.UsageError(f"{file} ligger ikke i {folder}/.") from None


def _not_found(file: Path) -> Problem:
    return Problem(file.as_posix(), 1, 1, "", message("not_a_file"), "not_a_file")


def _is_vocabulary(problem: Problem, folder: Path) -> bool:
    return problem.file.startswith(f"{folder.name}/vocabulary/")


def _verdict(problems: tuple[Problem, ...], count: int) -> str:
    if not problems:
        return f"{count} {'case' if count == 1 else 'cases'}, ingen fejl"
    files = len({problem.file for problem in problems})
    return f"{len(problems)} fejl i {files} {'fil' if files == 1 else 'filer'}"
