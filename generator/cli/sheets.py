"""The commands of `casekatalog` that take cases from a sheet, and write one for them."""

from functools import partial
from pathlib import Path

import click

from generator.cli.console import PlainFile, cases_folder, tell, whisper
from generator.cli.words import words_of
from generator.editing.sheets import blank
from generator.editing.sheets.intake import take_in
from generator.editing.sheets.row import Row
from generator.editing.sheets.sheet import read_sheet
from generator.editing.sheets.table import UnreadableError
from generator.files import save
from generator.printing import letters
from generator.progress import watched
from generator.wording import wording


@click.command("template-sheet")
@cases_folder
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default="cases.xlsx", show_default=True
)
def template_sheet(folder: Path, output: Path) -> None:
    """Write an empty sheet with a column for each field."""
    vocabulary = words_of(folder)
    if output.exists():
        raise click.ClickException(wording.cli_editing["exists"].format(path=output))
    table = blank.as_csv(vocabulary) if output.suffix == ".csv" else blank.as_xlsx(vocabulary)
    save({output: table})
    tell(wording.cli_editing["wrote_sheet"].format(path=output))


@click.command("import")
@click.argument("table", metavar="{file}", type=PlainFile())
@cases_folder
@click.pass_context
def import_sheet(context: click.Context, table: Path, folder: Path) -> None:
    """Make a case of each row of a sheet."""
    try:
        vocabulary, watch = words_of(folder), partial(watched, say=whisper)
        sheet = read_sheet(table, vocabulary, watch)
        found = take_in(sheet, folder, vocabulary.shape, watch, _as_printed)
    except letters.PrintError as error:
        raise click.ClickException(str(error)) from None
    except UnreadableError as error:
        raise click.ClickException(f"{table} {error}") from None
    save(found.texts, partial(watched, wording.sheet_messages["writing"], say=whisper))
    for path in found.texts:
        click.echo(wording.cli_editing["wrote"].format(path=path))
    for line in found.told:
        click.echo(f"{table}: {line}", err=True)
    context.exit(0 if found.is_sound else 1)


COMMANDS: tuple[click.Command, ...] = (template_sheet, import_sheet)


def _as_printed(row: Row) -> None:
    """Report the characters of a row that no PDF can show."""
    letters.report_unprintable(row, row.document.data)
