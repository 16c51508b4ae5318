"""The vocabularies of a catalogue, without which a command can do nothing."""

from pathlib import Path

import click

from generator.reading.folder import load_vocabulary
from generator.reading.settings import beside
from generator.vocabulary import Vocabulary


def words_of(folder: Path) -> Vocabulary:
    """Return the vocabularies of a folder of cases; raises ClickException with all that is wrong with them."""
    vocabulary, problems = load_vocabulary(folder / "vocabulary", folder.name, beside(folder).shape)
    if problems:
        raise click.ClickException("\n".join(map(str, problems)))
    return vocabulary
