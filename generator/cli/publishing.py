"""The commands of `casekatalog` that make something of the cases: PDFs and more."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import files, store
from generator.catalogue import Catalogue
from generator.cli.checking import summed_up
from generator.cli.console import cases_folder, settings_file
from generator.cli.words import words_of
from generator.comparison import MOST
from generator.near import nearest
from generator.printing import letters, publications
from generator.printing.imprint import Imprint, imprint
from generator.printing.press import press
from generator.problems import InvalidCasesError
from generator.reading import settings as catalogue_settings
from generator.reading.folder import examine, load
from generator.reading.hints import maybe
from generator.reading.history import history
from generator.reading.ledger import added
from generator.reading.naming import LEDGER
from generator.reading.schema import as_text
from generator.views import words
from generator.wording import wording


@click.command()
@cases_folder
def addresses(folder: Path) -> None:
    """Write new addresses down, so that none vanishes unseen."""
    settings = catalogue_settings.beside(folder)
    loaded = examine(folder, without=settings.without, shape=settings.shape)
    if loaded.problems:
        raise click.ClickException("\n".join(map(str, loaded.problems)))
    path = folder / LEDGER
    before = files.read_text(path) if path.exists() else ""
    if loaded.unwritten:
        files.save({path: added(before, loaded.unwritten)})
    click.echo(wording.cli_publishing.counted("new_addresses", len(loaded.unwritten), path=path))


@click.command()
@cases_folder
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
def schema(folder: Path, output: Path | None) -> None:
    """Write the JSON Schema of a case."""
    text = as_text(words_of(folder))
    if output:
        files.save({output: text})
        click.echo(wording.cli_publishing["wrote"].format(path=output))
    else:
        click.echo(text, nl=False)


@click.command()
@click.argument("named", metavar="[SLUG]...", nargs=-1)
@cases_folder
@settings_file
@click.option("--case", "slugs", metavar="SLUG", multiple=True)
@click.option("--compare", is_flag=True)
@click.option("--tag", metavar="{facet}:{value}")
@click.option("--all", "everything", is_flag=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
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
    """Set the catalogue as PDF, or only some cases, a tag, or everything for itself."""
    slugs = (*named, *slugs)
    if compare and not slugs:
        raise click.UsageError(wording.cli_publishing["compared"].format(most=MOST))
    if (bool(slugs), bool(tag), everything).count(True) > 1:
        raise click.UsageError(wording.cli_publishing["one_kind"])
    if not everything and output.is_dir():
        raise click.UsageError(wording.cli_publishing["is_folder"].format(path=output))
    if everything and output.is_file():
        raise click.UsageError(wording.cli_publishing["is_file"].format(path=output))
    known = catalogue_settings.examine(settings).settings
    catalogue = _catalogue(folder, known)
    if not catalogue.cases:
        raise click.ClickException(wording.cli_publishing["no_cases"].format(folder=folder))
    wanted = list(_wanted(catalogue, imprint(known), slugs, compare, tag, everything))
    try:
        if problems := letters.unprintable(catalogue, folder):
            raise click.ClickException("\n".join(map(str, problems)))
        with click.progressbar(
            length=len(wanted), label=wording.cli_publishing["setting"], file=sys.stderr
        ) as bar:
            printed = press(wanted, done=lambda _: bar.update(1))
    except letters.PrintError as error:
        raise click.ClickException(str(error)) from error
    targets = [output / document.path for document in wanted] if everything else _volumes(output, len(wanted))
    for document, target in zip(wanted, targets, strict=True):
        files.save({target: files.read(printed[document])})
    written = str(output) if everything else ", ".join(map(str, targets))
    click.echo(wording.cli_publishing["wrote"].format(path=written))


def _catalogue(folder: Path, known: catalogue_settings.Settings) -> Catalogue:
    try:
        cases, vocabulary = load(folder, known.shape)
    except InvalidCasesError as error:
        raise click.ClickException(f"{error}\n{summed_up(error.problems, 0)}") from error
    dates = history(folder, cases, known.shape.case, store.beside(folder.resolve().parent))
    return Catalogue(cases, words(vocabulary, known.without), dates)


def _wanted(
    catalogue: Catalogue,
    publisher: Imprint,
    slugs: tuple[str, ...],
    compare: bool,
    tag: str | None,
    everything: bool,
) -> Iterator[publications.Publication]:
    if everything:
        yield from publications.publications(catalogue, publisher)
    elif tag:
        yield publications.tag(catalogue, *_facet_and_slug(catalogue, tag), publisher)
    elif slugs:
        if unknown := [slug for slug in slugs if slug not in catalogue.by_slug]:
            told = (
                wording.cli_publishing["no_case"].format(
                    slug=slug, hint=maybe(nearest(slug, catalogue.by_slug))
                )
                for slug in unknown
            )
            raise click.UsageError("\n".join(told))
        cases = [catalogue.by_slug[slug] for slug in dict.fromkeys(slugs)]
        if compare:
            if not 1 < len(cases) <= MOST:
                raise click.UsageError(wording.cli_publishing["compared"].format(most=MOST))
            yield publications.compared(catalogue, cases, publisher)
        elif len(cases) == 1:
            yield publications.single(catalogue, cases[0], publisher)
        else:
            yield publications.shortlist(catalogue, cases, publisher)
    else:
        yield from publications.books(catalogue, publisher)


def _volumes(output: Path, count: int) -> list[Path]:
    """Return the name of each volume of a document, which is its own when there is only one."""
    if count == 1:
        return [output]
    return [output.with_stem(f"{output.stem}-{number}") for number in range(1, count + 1)]


def _facet_and_slug(catalogue: Catalogue, tag: str) -> tuple[str, str]:
    """Return the two parts of a tag that some case has."""
    facet, _, slug = tag.partition(":")
    if facet not in catalogue.facets:
        words = {
            word: f.key for f in catalogue.facets.values() for word in (f.key, f.folder, f.name, f.plural)
        }
        near = nearest(facet, words)
        hint = maybe(f"{words[near]}:{slug}") if near and slug else wording.cli_publishing["tag_form"]
        raise click.UsageError(wording.cli_publishing["no_tag"].format(tag=tag, hint=hint))
    if slug not in catalogue.terms(facet):
        near = catalogue.vocabulary.nearest(catalogue.facets[facet].vocabulary, slug)
        hint = maybe(near and f"{facet}:{near}")
        raise click.UsageError(wording.cli_publishing["no_tag"].format(tag=tag, hint=hint))
    if not catalogue.count(facet, slug):
        raise click.UsageError(wording.cli_publishing["unused_tag"].format(tag=tag))
    return facet, slug


COMMANDS: tuple[click.Command, ...] = (addresses, schema, pdf)
