"""Commands begin with the vocabularies of a catalogue, or tell all that is wrong with them."""

from pathlib import Path

import click
import pytest

from generator.catalogue import Catalogue
from generator.cli.words import words_of


def test_words_are_those_that_the_cases_are_made_with(made_folder: Path, made: Catalogue) -> None:
    words = words_of(made_folder / "cases")
    assert {name: [*words[name]] for name in words} == {name: [*made.vocabulary[name]] for name in words}


def test_all_that_is_wrong_with_them_is_told_at_once(cases: Path) -> None:
    for name in ("themes", "statuses"):
        (cases / "vocabulary" / f"{name}.yaml").write_text("a: [\n", "utf-8")
    with pytest.raises(click.ClickException) as told:
        words_of(cases)
    assert "themes.yaml:" in told.value.message and "statuses.yaml:" in told.value.message
