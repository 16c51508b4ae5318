"""The commands that begin a catalogue, and make one of the version before one of this."""

from contextlib import chdir
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.console import cases_folder, tell
from generator.editing import first
from generator.editing import upgrade as upgrading
from generator.files import save
from generator.packed import languages
from generator.wording import LANGUAGES, wording

PROGRAM = "casekatalog"


@click.command()
@click.argument("folder", metavar="{folder}", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="")
@click.option(
    "--language",
    type=click.Choice(sorted({*languages()} & {*LANGUAGES})),
    default="da",
    show_default=True,
)
@click.option("--demo", is_flag=True)
def init(folder: Path, name: str, language: str, demo: bool) -> None:
    """Begin a catalogue in a folder, which must be new or empty."""
    wording.speak(language)
    try:
        first.write(folder, " ".join(name.split()) or wording.first["name"], version(PROGRAM), demo)
    except FileExistsError:
        raise click.ClickException(wording.cli_building["not_empty"].format(folder=folder)) from None
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    there = "" if folder.resolve() == Path.cwd() else f"cd {shown}\n"
    click.echo(wording.cli_building["begun"].format(folder=folder))
    with chdir(folder):
        tell(f"\n{there}casekatalog serve")


@click.command()
@cases_folder
@click.option("--check", "only_check", is_flag=True)
@click.pass_context
def upgrade(context: click.Context, folder: Path, only_check: bool) -> None:
    """Make a catalogue of the version before one of this, and tell what is left to a person."""
    said, now = wording.upgrade, version(PROGRAM)
    try:
        found = upgrading.upgrade(folder, now)
    except upgrading.NewerError as error:
        raise click.ClickException(said["newer"].format(pinned=error, version=now)) from None
    for line in found.told:
        click.echo(line)
    if not only_check:
        save(found.texts)
    if found.texts:
        tell(said.counted("would" if only_check else "written", len(found.texts), version=now))
    elif not found.left:
        click.echo(said["fits"].format(version=now))
    if found.left:
        tell([said["left"], *found.left], err=True)
    context.exit(1 if found.left or (only_check and found.texts) else 0)


COMMANDS: tuple[click.Command, ...] = (init, upgrade)
