"""The commands that make a catalogue and its site: begin one, show it, build it, and pack it in one file."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator import files
from generator.cli.console import settings_file, tell, version
from generator.editing import first
from generator.packed import languages
from generator.reading.engine import ENGINES_TO_TELL
from generator.reading.settings import examine
from generator.site.archive import pack
from generator.wording import LANGUAGES, wording

ADDRESS = "127.0.0.1:8000"
BUILDING = "Bygger sitet. Det kan tage nogle minutter."
BUILDING_PDFS = "Bygger sitet og sætter PDF. Det kan tage nogle minutter."


@click.command()
@click.argument("folder", metavar="MAPPE", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="", help="Hvad kataloget hedder.")
@click.option(
    "--language",
    type=click.Choice(sorted({*languages()} & {*LANGUAGES})),
    default="da",
    show_default=True,
    help="Sproget.",
)
@click.option(
    "--demo", is_flag=True, help="Begynd med tre opdigtede cases, som viser, hvad en case kan have."
)
def init(folder: Path, name: str, language: str, demo: bool) -> None:
    """Begynd jeres eget katalog i MAPPE, som skal være ny eller tom."""
    wording.speak(language)
    try:
        first.write(folder, " ".join(name.split()) or wording.first["name"], version(), demo)
    except FileExistsError:
        raise click.ClickException(
            f"{folder} er ikke en tom mappe, og intet er skrevet. Vælg et navn, som ikke findes, eller en tom mappe."
        ) from None
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    there = "" if folder.resolve() == Path.cwd() else f"cd {shown}\n"
    click.echo(f"Skrev et katalog i {folder}. README.md fortæller, hvad der ligger hvor. Se det med:")
    with chdir(folder):
        tell(f"\n{there}casekatalog serve")


@click.command()
@settings_file
@click.option("-a", "--address", default=ADDRESS, show_default=True, help="Maskine og port at vise det på.")
def serve(settings: Path, address: str) -> None:
    """Vis kataloget i en browser, og følg med, mens filerne bliver rettet."""
    _needed(settings)
    below = urlsplit(examine(settings).settings.site_url).path.strip("/")
    click.echo(
        f"Om lidt kan kataloget ses på http://{address}/{f'{below}/' if below else ''}  Slut med Ctrl+C."
    )
    code = _mkdocs("serve", "-f", str(settings), "-a", address)
    if code:
        raise click.ClickException("Kataloget kunne ikke vises.")


@click.command()
@settings_file
@click.option(
    "-d", "--site-dir", "site", type=click.Path(file_okay=False, path_type=Path), help="Mappen til sitet."
)
@click.option(
    "--strict", is_flag=True, help="Byg intet, når der er en advarsel, for eksempel om et dødt link."
)
@click.option(
    "--pdf/--no-pdf", "pdfs", default=None, help="Om PDF'erne skal med; ellers som indstillingerne siger."
)
def build(settings: Path, site: Path | None, strict: bool, pdfs: bool | None) -> None:
    """Byg sitet, som det kan lægges på en webserver."""
    _needed(settings)
    options = [*(["--strict"] if strict else []), *(["-d", str(site.resolve())] if site else [])]
    click.echo(BUILDING_PDFS if pdfs else BUILDING, err=True)
    environment = {} if pdfs is None else {"CASEKATALOG_PDF": str(pdfs).lower()}
    if _mkdocs("build", "-f", str(settings), *options, environment=environment):
        raise click.ClickException("Sitet kunne ikke bygges.")
    click.echo(f"Sitet ligger i {site or settings.parent / examine(settings).settings.site_dir}")


@click.command()
@settings_file
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("casekatalog.zip")
)
@click.option("--pdf/--no-pdf", "pdfs", default=True, help="Om PDF'erne skal med.")
def offline(settings: Path, output: Path, pdfs: bool) -> None:
    """Pak hele sitet i en zip-fil, der kan pakkes ud og åbnes uden net."""
    _needed(settings)
    click.echo(BUILDING_PDFS if pdfs else BUILDING, err=True)
    with files.workspace(output.resolve()) as folder:
        site = folder / "site"
        environment = {"CASEKATALOG_PDF": str(pdfs).lower()}
        options = ["--strict", "--no-directory-urls", "-f", str(settings), "-d", str(site)]
        if _mkdocs("build", *options, environment=environment):
            raise click.ClickException("Sitet kunne ikke bygges.")
        pack(site, output, output.stem)
    click.echo(f"Skrev {output}: pak den ud, og åbn {output.stem}/index.html")


COMMANDS: tuple[click.Command, ...] = (init, serve, build, offline)


def _needed(settings: Path) -> None:
    """Refuse to begin without settings, the folders that they name, or an address that is one."""
    if not settings.is_file():
        raise click.UsageError(
            f"{settings} findes ikke. Kør kommandoen i katalogets mappe, eller brug --settings."
        )
    problems = examine(settings).problems
    if missing := [str(problem) for problem in problems if problem.code in ENGINES_TO_TELL]:
        raise click.ClickException("\n".join(missing))


def _mkdocs(command: str, *options: str, environment: Mapping[str, str] = {}) -> int:
    """Run the site engine, which then only speaks up when something is wrong; return its exit code."""
    whole = [sys.executable, "-X", "utf8", "-m", "mkdocs", command, "--quiet", *options]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    try:
        return subprocess.run(whole, env={**os.environ, **quiet, **environment}, check=False).returncode
    except KeyboardInterrupt:
        return 0
