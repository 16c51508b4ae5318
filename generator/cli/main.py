"""The command `casekatalog`."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import files
from generator.catalogue import Catalogue
from generator.cli import editing, upkeep
from generator.cli.console import DanishGroup, cases_folder, tell
from generator.cli.watch import changes
from generator.comparison import MOST
from generator.facets import FACETS
from generator.messages import message
from generator.near import nearest
from generator.printing import publications, typst
from generator.printing.imprint import Imprint, imprint_of
from generator.printing.press import press
from generator.problems import InvalidCasesError, Problem, as_dict, as_github, as_gitlab, in_order, tally
from generator.reading import settings as configuration
from generator.reading.advice import advise
from generator.reading.folder import Loaded, examine, load, load_vocabulary, shown_name
from generator.reading.hints import maybe
from generator.reading.history import history
from generator.reading.ledger import added, lacking
from generator.reading.naming import LEDGER, means_a_case
from generator.reading.schema import as_text
from generator.site.archive import pack
from generator.text import counted

_settings = click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Sitets indstillinger.",
)
COMPARED = f"Nævn 2-{MOST} forskellige cases at stille side om side: --compare SLUG SLUG."


@click.group(
    cls=DanishGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO ...",
)
def main() -> None:
    """Tjek, skriv og udgiv cases i kataloget."""


for _command in (*editing.COMMANDS, *upkeep.COMMANDS):
    main.add_command(_command)


@main.command()
@click.argument("files", metavar="[FIL]...", nargs=-1, type=click.Path(path_type=Path))
@cases_folder
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
@click.option("--advice", "advises", is_flag=True, help="Giv også råd om sproget; de er ikke fejl.")
@click.pass_context
def check(
    context: click.Context, *, files: tuple[Path, ...], folder: Path, style: str, watch: bool, advises: bool
) -> None:
    """Tjek alle cases, eller kun hver FIL, og vis alt, hvad der er galt."""
    if watch:
        for _ in changes(folder):
            click.clear()
            _check(files, folder, style, advises)
    found = _check(files, folder, style, advises)
    context.exit(1 if any(problem.severity == "error" for problem in found) else 0)


def _check(files: tuple[Path, ...], folder: Path, style: str, advises: bool) -> tuple[Problem, ...]:
    """Print the problems in the case files and return them."""
    loaded = examine(folder)
    configured = configuration.examine(folder.resolve().parent / configuration.FILE)
    told = (*configured.problems, *configured.warnings, *loaded.problems, *loaded.warnings)
    told = (*told, *lacking(folder, loaded.ledger, loaded.unwritten))
    advised = advise(folder, loaded.vocabulary) if advises else ()
    problems = in_order((*told, *_unprintable(loaded, folder), *advised))
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
        click.echo(_verdict(problems, len(files) or len(loaded.cases)), err=True)
    return problems


def _unprintable(loaded: Loaded, folder: Path) -> list[Problem]:
    try:
        return typst.unprintable(Catalogue(loaded.cases, loaded.vocabulary), folder)
    except typst.PrintError as error:
        return [Problem((typst.TEMPLATES / "fonts").as_posix(), 1, 1, "", str(error), "fonts")]


@main.command()
@cases_folder
def addresses(folder: Path) -> None:
    """Skriv nye adresser ned i addresses.txt, så at ingen siden forsvinder, uden at nogen ser det."""
    loaded = examine(folder)
    if loaded.problems:
        raise click.ClickException("\n".join(map(str, loaded.problems)))
    path = folder / LEDGER
    before = files.read_text(path) if path.exists() else ""
    if loaded.unwritten:
        files.save({path: added(before, loaded.unwritten)})
    click.echo(f"{counted(len(loaded.unwritten), 'ny adresse', 'nye adresser')} i {path}")


@main.command()
@cases_folder
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Skriv til en fil.")
def schema(folder: Path, output: Path | None) -> None:
    """Skriv JSON Schema for en case, med danske navne og forklaringer."""
    vocabulary, problems = load_vocabulary(folder / "vocabulary", folder.name)
    if problems:
        raise click.ClickException("\n".join(map(str, problems)))
    text = as_text(vocabulary)
    if output:
        files.save({output: text})
        click.echo(f"Skrev {output}")
    else:
        click.echo(text, nl=False)


@main.command()
@click.argument("named", metavar="[SLUG]...", nargs=-1)
@cases_folder
@_settings
@click.option("--case", "slugs", metavar="SLUG", multiple=True, help="Kun denne case; kan gentages.")
@click.option("--compare", is_flag=True, help=f"De nævnte cases side om side, 2-{MOST}.")
@click.option("--tag", metavar="FACET:VÆRDI", help="Kun cases med et mærke, for eksempel theme:aeldre.")
@click.option("--all", "everything", is_flag=True, help="Kataloget, hvert mærke og hver case for sig.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Fil; med --all en mappe."
)
def pdf(
    *,
    named: tuple[str, ...],
    folder: Path,
    settings: Path,
    slugs: tuple[str, ...],
    compare: bool,
    tag: str | None,
    everything: bool,
    output: Path,
) -> None:
    """Sæt hele kataloget som PDF, eller kun hver SLUG; med --compare side om side."""
    slugs = (*named, *slugs)
    if compare and not slugs:
        raise click.UsageError(COMPARED)
    if (bool(slugs), bool(tag), everything).count(True) > 1:
        raise click.UsageError("Vælg kun én af cases, --tag og --all.")
    if not everything and output.is_dir():
        raise click.UsageError(
            f"{output} er en mappe. Skriv navnet på en fil, for eksempel {output}/casekatalog.pdf."
        )
    if everything and output.is_file():
        raise click.UsageError(f"{output} er en fil. Med --all skrives der til en mappe.")
    catalogue = _catalogue(folder)
    imprint = imprint_of(settings)
    if not catalogue.cases:
        raise click.ClickException(f"Der er ingen cases i {folder}/.")
    wanted = list(_wanted(catalogue, imprint, slugs, compare, tag, everything))
    try:
        if problems := typst.unprintable(catalogue, folder):
            raise click.ClickException("\n".join(map(str, problems)))
        with click.progressbar(length=len(wanted), label="Sætter PDF", file=sys.stderr) as bar:
            printed = press(wanted, done=lambda _: bar.update(1))
    except typst.PrintError as error:
        raise click.ClickException(str(error)) from error
    targets = [output / document.path for document in wanted] if everything else _volumes(output, len(wanted))
    for document, target in zip(wanted, targets, strict=True):
        files.save({target: files.read(printed[document])})
    click.echo(f"Skrev {output if everything else ', '.join(map(str, targets))}")


@main.command()
@_settings
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("casekatalog.zip")
)
@click.option("--pdf/--no-pdf", "pdfs", default=True, help="Om PDF'erne skal med.")
def offline(settings: Path, output: Path, pdfs: bool) -> None:
    """Pak hele sitet i en zip-fil, der kan pakkes ud og åbnes uden net."""
    if not settings.is_file():
        raise click.UsageError(
            f"{settings} findes ikke. Kør kommandoen i katalogets mappe, eller brug --settings."
        )
    with files.workspace(output.resolve()) as folder:
        build = folder / "site"
        command = [sys.executable, "-X", "utf8", "-m", "mkdocs", "build", "--strict", "--no-directory-urls"]
        environment = os.environ | {"CASEKATALOG_PDF": "true" if pdfs else "false"}
        run = subprocess.run([*command, "-f", str(settings), "-d", build], env=environment, check=False)
        if run.returncode:
            raise click.ClickException("Sitet kunne ikke bygges.")
        pack(build, output, output.stem)
    click.echo(f"Skrev {output}: pak den ud, og åbn {output.stem}/index.html")


def _catalogue(folder: Path) -> Catalogue:
    try:
        cases, vocabulary = load(folder)
    except InvalidCasesError as error:
        raise click.ClickException(f"{error}\n{_verdict(error.problems, 0)}") from error
    return Catalogue(cases, vocabulary, history(folder, cases))


def _wanted(
    catalogue: Catalogue,
    imprint: Imprint,
    slugs: tuple[str, ...],
    compare: bool,
    tag: str | None,
    everything: bool,
) -> Iterator[publications.Publication]:
    if everything:
        yield from publications.publications(catalogue, imprint)
    elif tag:
        yield publications.tag(catalogue, *_facet_and_slug(catalogue, tag), imprint)
    elif slugs:
        if unknown := [slug for slug in slugs if slug not in catalogue.by_slug]:
            told = (
                f'Casen "{slug}" findes ikke.{maybe(nearest(slug, catalogue.by_slug))}' for slug in unknown
            )
            raise click.UsageError("\n".join(told))
        cases = [catalogue.by_slug[slug] for slug in dict.fromkeys(slugs)]
        if compare:
            if not 1 < len(cases) <= MOST:
                raise click.UsageError(COMPARED)
            yield publications.compared(catalogue, cases, imprint)
        elif len(cases) == 1:
            yield publications.single(catalogue, cases[0], imprint)
        else:
            yield publications.shortlist(catalogue, cases, imprint)
    else:
        yield from publications.books(catalogue, imprint)


def _volumes(output: Path, count: int) -> list[Path]:
    """Return the name of each volume of a document, which is its own when there is only one."""
    if count == 1:
        return [output]
    return [output.with_stem(f"{output.stem}-{number}") for number in range(1, count + 1)]


def _facet_and_slug(catalogue: Catalogue, tag: str) -> tuple[str, str]:
    """Return the two parts of a tag that some case has."""
    facet, _, slug = tag.partition(":")
    if facet not in FACETS:
        words = {word: f.key for f in FACETS.values() for word in (f.key, f.path, f.name, f.plural)}
        near = nearest(facet, words)
        hint = maybe(f"{words[near]}:{slug}") if near and slug else " Skriv det som theme:aeldre."
        raise click.UsageError(f'Mærket "{tag}" findes ikke.{hint}')
    if slug not in catalogue.terms(facet):
        near = catalogue.vocabulary.nearest(FACETS[facet].vocabulary, slug)
        raise click.UsageError(f'Mærket "{tag}" findes ikke.{maybe(near and f"{facet}:{near}")}')
    if not catalogue.count(facet, slug):
        raise click.UsageError(f'Ingen case har mærket "{tag}".')
    return facet, slug


def _inside(file: Path, folder: Path) -> str:
    """Return a file's name as problems tell it; a symbolic link is named by its own place."""
    if file.is_dir() or not means_a_case(file):
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
    faulty = {problem.file for problem in problems if problem.severity == "error"}
    warnings = tally(problem for problem in problems if problem.severity == "warning")
    if faulty:
        errors = tally(problem for problem in problems if problem.severity == "error")
        told = f"{errors} i {counted(len(faulty), 'fil', 'filer')}"
    else:
        told = f"{counted(count, 'case', 'cases')}, ingen fejl"
    advised = counted(sum(problem.severity == "advice" for problem in problems), "råd", "råd")
    return ", ".join(filter(None, (told, warnings, advised if advised[0] != "0" else "")))
