"""The commands of `casekatalog` with which editors write and change case files."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator.cli import prompts
from generator.cli.console import cases_folder, tell
from generator.cli.words import words_of
from generator.editing import changes, rename
from generator.editing.formatter import fmt
from generator.editing.new_case import address, new_case
from generator.files import save
from generator.problems import InvalidCasesError
from generator.reading.folder import examine
from generator.reading.settings import beside
from generator.shape import Shape
from generator.vocabulary import kinds
from generator.wording import wording


@click.command()
@click.argument("title", metavar="[{title}]", required=False)
@cases_folder
@click.option("--summary")
@click.option("--municipality", "municipalities", multiple=True)
@click.option("--theme", "themes", multiple=True)
@click.option("--form")
@click.option("--source")
@click.option("--where")
def new(title: str | None, folder: Path, **options: Any) -> None:
    """Write a new case by the template; without a title, ask for what no case can do without."""
    vocabulary = words_of(folder)
    kind = vocabulary.shape.case
    if title is None:
        title = prompts.title(folder, vocabulary.shape)
        options = prompts.asked_for(options, vocabulary)
    elif not address(title):
        raise click.UsageError(prompts.no_address())
    elif fault := prompts.title_fault(title, folder, vocabulary.shape):
        raise click.ClickException(fault)
    slug, text = new_case(title, prompts.answers(options, vocabulary), kind)
    path = folder / f"{slug}.yaml"
    try:
        save({path: fmt(path.as_posix(), text.encode(), kind=kind)})
    except InvalidCasesError as error:
        raise click.ClickException(str(error)) from None
    tell(wording.cli_editing["wrote_case"].format(path=path))


@click.command("rename-tag")
@click.argument("facet", metavar="{facet}")
@click.argument("old", metavar="{old}")
@click.argument("new_slug", metavar="{new}")
@cases_folder
@click.option("--name")
def rename_tag(facet: str, old: str, new_slug: str, folder: Path, name: str | None) -> None:
    """Give a tag another address in all cases, or put it together with one that is there."""
    shape = beside(folder).shape
    try:
        key = _vocabulary_of(facet, shape)
    except KeyError:
        names = ", ".join(kinds(shape))
        raise click.UsageError(wording.cli_editing["no_facet"].format(facet=facet, names=names)) from None
    with _refusals():
        count, merged = rename.rename_tag(folder, key, old, new_slug, name)
    path = f"{folder}/vocabulary/{key}.yaml"
    done = "merged" if merged else "renamed"
    tell(wording.cli_editing.counted(done, count, old=old, new=new_slug, path=path))
    tell(examine(folder, shape=shape).problems, err=True)


@click.command("rename-case")
@click.argument("old", metavar="{old}")
@click.argument("new_slug", metavar="{new}")
@cases_folder
def rename_case(old: str, new_slug: str, folder: Path) -> None:
    """Move a case to another address; the former one leads on."""
    with _refusals():
        count = rename.rename_case(folder, old, new_slug)
    was, now = f"{folder / old}.yaml", f"{folder / new_slug}.yaml"
    tell(wording.cli_editing.counted("moved", count, old=was, new=now))


@click.command("changes")
@click.argument("base", metavar="{base}")
@cases_folder
def show_changes(base: str, folder: Path) -> None:
    """Tell in Markdown what is changed since a commit, or since what is in a folder."""
    if Path(base).is_dir():
        _tell_changes(Path(base), folder)
        return
    with tempfile.TemporaryDirectory() as temporary:
        done = subprocess.run(
            ["git", "archive", "--format=tar", base, "--", "."], cwd=folder, capture_output=True, check=False
        )
        if done.returncode:
            reason = done.stderr.decode(errors="replace").strip()
            raise click.UsageError(wording.cli_editing["no_base"].format(base=base, reason=reason))
        before = Path(temporary) / folder.resolve().name
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(before, filter="data")
        _tell_changes(before, folder)


COMMANDS: tuple[click.Command, ...] = (
    new,
    rename_tag,
    rename_case,
    show_changes,
)


def _tell_changes(before: Path, after: Path) -> None:
    """Print what is different between two folders of cases, both read as the settings beside the second say."""
    shape = beside(after).shape
    found = changes.changes(examine(before, shape=shape), examine(after, shape=shape))
    click.echo(changes.as_markdown(found), nl=False)


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell why nothing was done."""
    try:
        yield
    except rename.RefusedError as error:
        raise click.UsageError(str(error)) from None
    except InvalidCasesError as error:
        raise click.ClickException(str(error)) from None


def _vocabulary_of(facet: str, shape: Shape) -> str:
    """Return the vocabulary that an editor names by facet, by address or by its file: theme, tema, themes.

    Raises KeyError when there is none.
    """
    for known in shape.facets.values():
        if facet in {known.key, known.folder, known.vocabulary}:
            return known.vocabulary
    return {name: name for name in kinds(shape)}[facet]
