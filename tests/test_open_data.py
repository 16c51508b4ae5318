"""Formats of the open data from the inside: a graph in two languages, records, the description of tables, counts."""

import datetime
import json

import pytest

from generator.catalogue import Catalogue
from generator.data import counts, dcat, graph, package, records, tables
from generator.data.downloads import TABLES, offered
from generator.data.graph import Iri, Literal, Thing
from generator.data.release import Release
from generator.reading.settings import Settings
from generator.wording import wording

THING = Thing(
    "https://a.dk/x y>",
    ("dcat:Dataset",),
    (
        ("dct:title", Literal('"Æ"\n\\', "da")),
        ("dct:modified", Literal("2026-05-03", type="xsd:date")),
        ("dct:format", Iri("dct:x", is_short=True)),
        ("dct:page", Iri('https://a.dk/"<s>')),
    ),
)


@pytest.fixture
def release(made: Catalogue) -> Release:
    return Release(made, Settings(site_name="Katalog", site_url="https://example.org/k/"))


def test_nothing_said_ends_its_place_in_a_graph() -> None:
    told = graph.turtle([THING], {"dct": "http://purl.org/dc/terms/"})
    assert told.splitlines() == [
        "@prefix dct: <http://purl.org/dc/terms/> .",
        "",
        "<https://a.dk/x%20y%3E>",
        "    a dcat:Dataset ;",
        '    dct:title "\\"Æ\\"\\n\\\\"@da ;',
        '    dct:modified "2026-05-03"^^xsd:date ;',
        "    dct:format dct:x ;",
        "    dct:page <https://a.dk/%22%3Cs%3E> .",
    ]


def test_both_languages_of_a_graph_have_the_same_values() -> None:
    [node] = json.loads(graph.json_ld([THING], {}))["@graph"]
    assert node["@id"] == "https://a.dk/x%20y%3E"
    assert node["dct:title"] == [{"@value": '"Æ"\n\\', "@language": "da"}]
    assert node["dct:modified"] == [{"@value": "2026-05-03", "@type": "xsd:date"}]
    assert node["dct:format"] == [{"@id": "dct:x"}]


def test_all_that_the_dataset_points_at_is_described(release: Release) -> None:
    sizes = {each.path: 1 for each in offered(release)}
    things = dcat.things(release, sizes)
    described = {thing.address for thing in things}
    pointed = {
        value.address
        for thing in things
        for name, value in thing.said
        if isinstance(value, Iri) and name not in {"dcat:downloadURL", "foaf:homepage"}
    }
    assert pointed <= described
    assert sum(thing.types == ("dcat:Distribution",) for thing in things) == len(sizes)


def test_a_record_says_what_its_file_says_and_where_it_is_silent(release: Release) -> None:
    silent = records.record(release, release.catalogue.by_slug["intet-oplyst"])
    assert silent["url"] == "https://example.org/k/case/intet-oplyst/"
    assert silent["case"]["purpose"] == wording.common["unstated"] and "advice" not in silent["case"]
    told = records.record(release, release.catalogue.by_slug["alt-i-brug"])["case"]
    assert told["financing"]["amounts"][1]["value"] == 800000
    assert told["confirmed"]["date"] == "2026-05-03" and "slug" not in told


def test_all_records_are_one_document_with_a_line_for_each(release: Release) -> None:
    lines = [records.as_json(release, case) for case in release.catalogue.cases]
    told = records.all_as_json(release, "schema.json", lines)
    read = json.loads(told)
    assert [each["slug"] for each in read["cases"]] == [case.slug for case in release.catalogue.cases]
    assert read["vocabularies"]["themes"]["aeldre"] == release.catalogue.vocabulary["themes"]["aeldre"].name
    assert all(line in told.splitlines() or line + b"," in told.splitlines() for line in lines)


def test_the_description_of_tables_names_each_column_and_what_ties_them(release: Release) -> None:
    made = (tables.cases(release.catalogue.shape), tables.gains(release.catalogue.shape))
    told = json.loads(package.as_json(release, made, {each.path: 7 for each in TABLES}))
    first, second = (resource["schema"] for resource in told["resources"])
    assert [field["name"] for field in first["fields"]] == [column.name for column in made[0].columns]
    assert first["primaryKey"] and second["foreignKeys"][0]["reference"]["resource"] == "cases"
    assert "version" not in told or datetime.date.fromisoformat(told["version"])
    assert "licenses" not in told


def test_counts_have_a_cell_under_each_heading_and_add_up(made: Catalogue) -> None:
    for rows in counts.FILES.values():
        heading, *found = rows(made)
        assert found and all(len(row) == len(heading) for row in found)
    _, *begun = counts.starts(made)
    assert sum(count for _, count in begun if isinstance(count, int)) == len(made.cases)
