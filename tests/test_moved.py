"""What moves along in files: comments with what they are about, tags and addresses that others replace."""

import pytest

from generator.editing import replacement
from generator.editing.formatter import case_schema_tree
from generator.editing.notes import notes_of
from generator.reading.reader import read
from generator.shape import BUILT_IN

TERMS = "en:\n  name: En\n  redirects: [uno]\n\nto:\n  name: To\n"
PLACES = (
    "a:\n  region: nord\n  neighbours: [b, c]\nb:\n  region: syd\n  neighbours: [a]\nc:\n  neighbours: [a]\n"
)


def test_a_comment_belongs_to_what_it_stands_at() -> None:
    text = """# yaml-language-server: $schema=vocabulary/case.schema.json
# over titlen
title: En  # ved titlen
period:
  start: 2014
  # sidst i perioden
themes:
  # over temaet
  - aeldre

# til sidst
"""
    notes = notes_of(read("cases/en.yaml", text.encode()).document)
    assert notes.before == {("title",): ["# over titlen"], ("themes", 0): ["# over temaet"]}
    assert notes.after == {("title",): "# ved titlen"}
    assert notes.inside == {("period",): ["# sidst i perioden"]}
    assert notes.end == ["# til sidst"]


def test_a_tag_is_replaced_only_where_its_vocabulary_is_meant() -> None:
    data = {
        "title": "kultur",
        "themes": ("kultur", "aeldre"),
        "drivers": ({"factor": "kultur", "text": "kultur"},),
    }
    assert replacement.retag(data, "themes", "kultur", "aeldre", case_schema_tree()) == {
        **data,
        "themes": ("aeldre",),
    }
    driver = replacement.retag(data, "factors", "kultur", "ledelse", case_schema_tree())["drivers"][0]
    assert driver == {"factor": "ledelse", "text": "kultur"}


def test_a_case_that_moves_is_followed_and_keeps_its_old_address() -> None:
    data = {"related": {"see_also": ("en", "to")}, "aliases": ("ny", "aeldst")}
    assert replacement.relate(data, "en", "ny")["related"] == {"see_also": ("ny", "to")}
    assert replacement.relate({"related": None}, "en", "ny") == {"related": None}
    assert replacement.with_alias(data, "en", "ny")["aliases"] == ("aeldst", "en")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("[her](case/en.md)", "[her](case/ny.md)"),
        ("[her](case/en-anden.md)", "[her](case/en-anden.md)"),
        ("case: en\n", "case: ny\n"),
        ("showcase/en", "showcase/en"),
    ],
)
def test_links_to_a_case_move_and_no_others(text: str, moved: str) -> None:
    assert replacement.relink_case(text, "en", "ny") == moved


def test_links_to_a_tag_move_on_all_its_pages() -> None:
    text = "[a](drivkraft/ledelse.md) [b](barriere/ledelse.md) [c](tema/ledelse.md)"
    moved = replacement.relink(text, BUILT_IN.with_vocabulary("factors"), "ledelse", "chefer")
    assert moved == "[a](drivkraft/chefer.md) [b](barriere/chefer.md) [c](tema/ledelse.md)"


def test_a_renamed_word_keeps_its_old_addresses() -> None:
    renamed = replacement.rename_term(TERMS, "en", "ny", "Ny: en")
    assert renamed == 'ny:\n  redirects: [en, uno]\n  name: "Ny: en"\n\nto:\n  name: To\n'


def test_two_words_become_one_that_keeps_its_name() -> None:
    assert replacement.rename_term(TERMS, "en", "to", None) == "to:\n  redirects: [en, uno]\n  name: To\n"


def test_neighbours_and_regions_follow_municipalities() -> None:
    assert replacement.move_region(PLACES, "nord", "syd").count("region: syd") == 2
    moved = replacement.move_neighbour(PLACES, "c", "b")
    assert "neighbours: [b]\n" in moved and "c" not in moved.split("b:\n")[1].split("c:\n")[0]
