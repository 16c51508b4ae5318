"""The command `fmt`. It tells quickly that files are set up as they were found to be before; the rest waits."""

from importlib import import_module
from pathlib import Path

import click

from generator import store
from generator.cli.console import PlainFile, cases_folder
from generator.reading.naming import SETTINGS
from generator.reading.trace import traced

KIND = "set up"
"""What a store has under it that is set up in the common way: whole folders, and files."""
WORK = "generator.cli.formatting"
"""The module that sets files up; it needs all that knows what a case is."""


@click.command()
@click.argument("files", metavar="[{file}]...", nargs=-1, type=PlainFile())
@cases_folder
@click.option("--check", "only_check", is_flag=True)
@click.pass_context
def fmt(context: click.Context, files: tuple[Path, ...], folder: Path, only_check: bool) -> None:
    """Set all cases, or only the files that are named, up in the common way."""
    project = folder.resolve().parent
    kept = store.beside(project)
    trace = traced(folder, project / SETTINGS) if kept.keeps and not files else None
    key = store.key("folder", trace) if trace else ""
    if kept.find(KIND, [key]):
        return
    faulty, changed = import_module(WORK).set_up(files, folder, only_check, kept)
    is_sound = not faulty and not changed
    if trace and is_sound and trace == traced(folder, project / SETTINGS):  # nobody wrote in it meanwhile
        kept.keep(KIND, {key: b""})
    context.exit(1 if faulty or (only_check and changed) else 0)


COMMANDS: tuple[click.Command, ...] = (fmt,)
