"""The shape of a catalogue's cases as a value."""

from dataclasses import replace

from generator.catalogue import Catalogue
from generator.facets import FACETS, Names
from generator.lists import Lists
from generator.pages import pages
from generator.search.index import index
from generator.shape import BUILT_IN, Shape
from generator.vocabulary import kinds


def test_two_catalogues_of_one_process_have_each_their_own_facets(made: Catalogue) -> None:
    stage = replace(FACETS["status"], key="stage", path="stade", own=Names("Stade", "Stader", "Hvor langt."))
    more = Shape(facets={**FACETS, "stage": stage})
    other = Catalogue(made.cases, replace(made.vocabulary, shape=more))
    added = {page.url for page in pages(Lists(other))} - {page.url for page in pages(Lists(made))}
    assert {"stade/", "stade/i-drift/"} <= added
    assert all(url.startswith("stade/") for url in added)
    assert b'"stage"' in index(other)["assets/search/facets.js"]
    assert b'"stage"' not in index(made)["assets/search/facets.js"]
    assert other.vocabulary.digest == made.vocabulary.digest, (
        "what is kept is told apart by what settings say"
    )
    assert replace(other.vocabulary, shape=Shape(made_of="own")).digest != made.vocabulary.digest


def test_facets_of_one_part_are_joint() -> None:
    assert BUILT_IN.joint == {"gains": ("gain_type", "evidence")}
    assert [facet.key for facet in BUILT_IN.with_vocabulary("factors")] == ["driver", "barrier"]
    assert BUILT_IN.by_field["gains.type"] is FACETS["gain_type"]
    assert {facet.vocabulary for facet in FACETS.values()} <= {*kinds(BUILT_IN)}
