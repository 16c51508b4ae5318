"""The commands that show a catalogue while it is written, and pack its site in one file."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator import files
from generator.cli import engine
from generator.cli.console import settings_file
from generator.reading import places
from generator.site.archive import pack
from generator.wording import wording

ADDRESS = "127.0.0.1:8000"


@click.command()
@settings_file
@click.option("-a", "--address", default=ADDRESS, show_default=True)
def serve(settings: Path, address: str) -> None:
    """Show the catalogue in a browser, and follow what is changed."""
    engine.needed(settings)
    below = urlsplit(places.address(settings)).path.strip("/")
    shown = f"http://{address}/{f'{below}/' if below else ''}"
    click.echo(wording.cli_building["serving"].format(address=shown))
    code = 0
    with suppress(KeyboardInterrupt):
        code = engine.run("serve", "-f", str(settings), "-a", address)
    if code:
        raise click.ClickException(wording.cli_building["not_served"])


@click.command()
@settings_file
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("casekatalog.zip")
)
@click.option("--pdf/--no-pdf", "pdfs", default=True)
def offline(settings: Path, output: Path, pdfs: bool) -> None:
    """Pack the whole site in a zip file that is read without a network."""
    engine.begin(settings, pdfs)
    with files.workspace(output.resolve()) as folder:
        site = folder / "site"
        environment = {"CASEKATALOG_PDF": str(pdfs).lower()}
        engine.build(settings, "--no-directory-urls", "-d", str(site), environment=environment)
        pack(site, output, output.stem)
    click.echo(wording.cli_building["packed"].format(file=output, start=f"{output.stem}/index.html"))


COMMANDS: tuple[click.Command, ...] = (serve, offline)
