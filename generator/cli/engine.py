"""The site engine, as the commands run it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.reading import places
from generator.wording import wording

PROCESS = "generator.site.process"
"""The module that is a process which makes a site."""


def needed(settings: Path) -> None:
    """Refuse to begin without settings, the folders that they name, or an address that is one."""
    if not settings.is_file():
        raise click.UsageError(wording.cli_building["no_settings"].format(file=settings))
    if faults := places.faults(settings):
        raise click.ClickException("\n".join(map(str, faults)))


def run(command: str, *options: str, environment: Mapping[str, str] = {}) -> int:
    """Run the engine, which then only speaks up when something is wrong; return its exit code.

    Raises KeyboardInterrupt when somebody ends it, once it has tidied up after itself.
    """
    whole = [sys.executable, "-X", "utf8", "-m", PROCESS, command, "--quiet", *options]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    with subprocess.Popen(whole, env={**os.environ, **quiet, **environment}) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def begin(settings: Path, pdfs: bool | None) -> None:
    """Say what is built, once it is sure that the engine can begin."""
    needed(settings)
    click.echo(wording.cli_building["building_pdfs" if pdfs else "building"], err=True)


def build(settings: Path, *options: str, environment: Mapping[str, str]) -> None:
    """Build the site; a fault is told."""
    if run("build", "-f", str(settings), *options, environment=environment):
        raise click.ClickException(wording.cli_building["not_built"])
