"""The command `build`. All that it needs loads quickly, as it may find the site as it is; the engine loads the rest."""

import os
from pathlib import Path

import click

from generator.cli import engine
from generator.cli.console import settings_file
from generator.reading import places
from generator.site.standing import ASKED, READ, Standing, asked
from generator.wording import wording


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
    standing = Standing(settings, key, {**os.environ, **environment})
    if found := standing.find():
        click.echo(wording.cli_building["stands"].format(folder=site or found))
        return
    engine.begin(settings, pdfs)
    options = [*(["--strict"] if strict else []), *(["-d", str(given["site_dir"])] if site else [])]
    engine.build(settings, *options, environment={**environment, READ: standing.read})
    click.echo(wording.cli_building["built"].format(folder=site or places.site(settings)))


COMMANDS: tuple[click.Command, ...] = (build,)
