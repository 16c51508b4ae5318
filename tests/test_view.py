"""A case as readers meet it: every field has its place, in the order of the model."""

from generator.blocks import Gap, Items, Note, Points, Prose, Rows, Tags
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.fields import vocabularies
from generator.marks import ASIDE, is_met
from generator.model import Case
from generator.shape import BUILT_IN
from generator.view import every_block, texts, unknown, view
from generator.vocabulary import kinds
from generator.wording import wording

ELSEWHERE = {
    "slug": "the address",
    "title": "the head",
    "summary": "the head",
    "short": "the head",
    "aliases": "redirects",
    "editor_notes": "no reader meets it",
    "related": "the cases at the end",
}
"""The fields that have no mark, and where they show."""


def test_readers_meet_every_field() -> None:
    marked = {name for name, field in Case.model_fields.items() if is_met(field) or ASIDE in field.metadata}
    assert marked | set(ELSEWHERE) == set(Case.model_fields), (
        "mark the field with FACT, Section, BESIDE or ASIDE"
    )
    assert not marked & set(ELSEWHERE)
    assert set(Case.model_fields) - {"slug"} <= set(wording.labels), "name the field in generator/languages/"


def test_every_tag_has_its_vocabulary_and_every_way_to_sort_its_field() -> None:
    tagged = {".".join(path): vocabulary for path, vocabulary in vocabularies(Case).items()}
    unsorted = {path for path in tagged if "figures" in path or "amounts" in path}
    assert set(tagged.values()) <= set(kinds(BUILT_IN)), "give the vocabulary a row in FACETS"
    for facet in FACETS.values():
        if not facet.is_derived:
            assert tagged.get(facet.field) == facet.vocabulary, f"name the field of {facet.key} in model.Case"
    assert set(tagged) - unsorted == {facet.field for facet in FACETS.values() if facet.field}


def test_a_view_keeps_the_order_of_the_model(made: Catalogue) -> None:
    order = list(Case.model_fields)
    for case in made.cases:
        shown = view(made, case)
        for part in (shown.facts, shown.sections):
            keys = [field.key for field in part]
            assert keys == sorted(keys, key=order.index)


def test_a_silent_source_is_told_where_the_field_is_needed(made: Catalogue) -> None:
    shown = view(made, made.by_slug["intet-oplyst"])
    assert unknown(shown) == (
        "Kilden tier om status, periode, formål, organisering, finansiering, gevinster, drivkræfter og barrierer."
    )
    for case in made.cases:
        shown = view(made, case)
        assert all(field.blocks for field in (*shown.facts, *shown.sections)), case.slug
        assert bool(unknown(shown)) == bool(shown.silent)


def test_gains_that_nobody_has_documented_stand_by_themselves(catalogue: Catalogue) -> None:
    weakest = [*catalogue.vocabulary["evidence"]][-1]
    for case in catalogue.cases:
        blocks = [
            block
            for field in view(catalogue, case).sections
            if field.key == "gains"
            for block in field.blocks
            if isinstance(block, Points)
        ]
        shown = [
            (block.is_minor, tags.terms[0].slug)
            for block in blocks
            for point in block.points
            for tags in point.head
            if tags.facet == "evidence"
        ]
        assert sorted(slug for _, slug in shown) == sorted(gain.evidence for gain in case.gains or ())
        assert all(is_minor == (slug == weakest) for is_minor, slug in shown), case.slug
        assert shown == sorted(shown, key=lambda each: each[0]), case.slug


def test_a_barrier_that_was_not_met_shows_a_gap(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    gaps = [block for block in every_block(view(made, case)) if isinstance(block, Gap)]
    assert gaps == [Gap("Sådan blev det mødt", "Kilden nævner ingen løsning")] * sum(
        barrier.remedy is None for barrier in case.barriers or ()
    )


def test_a_view_holds_all_that_a_case_tells(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    shown = view(made, case)
    told = [*texts(shown)]
    assert case.purpose in told
    assert {barrier.text for barrier in case.barriers or ()} <= set(told)
    assert {barrier.remedy for barrier in case.barriers or () if barrier.remedy} <= set(told)
    assert {*case.advice, *case.derived_advice, *case.caveats} <= set(told)
    first, then = (block for block in every_block(shown) if isinstance(block, Items) and block.anchor)
    assert (first.start, then.start) == (1, len(case.advice) + 1)
    rows = next(block for block in every_block(shown) if isinstance(block, Rows)).rows
    assert len(rows) == len(case.sources)
    assert [(name, row.text, row.mailbox, row.url) for name, row in shown.beside.items()] == [
        (
            "contact",
            "Lagerchef, Køge Kommune",
            "hjaelpemidler@koege.dk",
            "https://www.koege.dk/hjaelpemidler",
        ),
        ("confirmed", "3. maj 2026 af Lagerchef, Køge Kommune", "", ""),
    ]
    unasked = view(made, made.by_slug["intet-oplyst"]).beside
    assert [*unasked] == ["confirmed"] and unasked["confirmed"].text.startswith("Endnu ikke.")


def test_an_aside_stands_apart_from_all_that_is_printed(made: Catalogue) -> None:
    shown = view(made, made.by_slug["alt-i-brug"])
    line = Note("Søgeord", "rollator på lånebasis\u00a0· hvem låner kørestole ud")
    assert shown.asides == (line,)
    assert line not in every_block(shown)
    assert not view(made, made.by_slug["intet-oplyst"]).asides


def test_a_facet_is_named_in_one_or_several(made: Catalogue) -> None:
    for case in made.cases:
        for field in view(made, case).facts:
            if field.key == "municipalities":
                (tags,) = (block for block in field.blocks if isinstance(block, Tags))
                assert field.title == ("Kommune" if len(tags.terms) == 1 else "Kommuner")


def test_the_target_group_stands_among_the_facts(made: Catalogue) -> None:
    shown = view(made, made.by_slug["alt-i-brug"])
    (group,) = (field for field in shown.facts if field.key == "target_group")
    assert isinstance(group.blocks[0], Prose)
