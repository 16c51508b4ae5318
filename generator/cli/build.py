"""The command `build`. What it needs to tell that the site stands as it is loads quickly; the rest waits."""

import os
from importlib import import_module
from pathlib import Path

import click

from generator.cli.console import settings_file
from generator.site.standing import ASKED, Standing, asked
from generator.wording import wording

WORK = "generator.cli.engine"
"""The module that builds."""


@click.command()
@settings_file
@click.option("-d", "--site-dir", "site", type=click.Path(file_okay=False, path_type=Path))
@click.option("--strict", is_flag=True)
@click.option("--pdf/--no-pdf", "pdfs", default=None)
def build(settings: Path, site: Path | None, strict: bool, pdfs: bool | None) -> None:
    """Build the site as it is put on a web server."""
    given = {**({"strict": True} if strict else {}), **({"site_dir": str(site.resolve())} if site else {})}
    key = asked(settings, given)
    environment = {ASKED: key, **({} if pdfs is None else {"CASEKATALOG_PDF": str(pdfs).lower()})}
    if found := Standing(settings, key, {**os.environ, **environment}).find():
        click.echo(wording.cli_building["stands"].format(folder=site or found))
        return
    engine = import_module(WORK)
    engine.begin(settings, pdfs)
    options = [*(["--strict"] if strict else []), *(["-d", given["site_dir"]] if site else [])]
    engine.build(settings, *options, environment=environment)
    click.echo(wording.cli_building["built"].format(folder=site or engine.site_of(settings)))


COMMANDS: tuple[click.Command, ...] = (build,)
