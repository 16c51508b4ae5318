"""All cases together: their order, what they have in common, and where former addresses lead."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.addresses import value_url
from generator.catalogue import COMMON, SIMILAR, Catalogue, years
from generator.cli import watch
from generator.facets import FACETS
from generator.model import Case, Figure, Period
from generator.site.redirects import redirects
from generator.text import sort_key
from generator.values import Part
from generator.vocabulary import Municipality, Vocabulary


@pytest.fixture
def case(made: Catalogue) -> Case:
    return made.by_slug["alt-i-brug"]


def with_related(case: Case, **related: tuple[str, ...]) -> Case:
    return case.model_copy(update={"related": case.related.model_copy(update=related)})


def test_cases_stand_in_danish_order(made: Catalogue) -> None:
    titles = [case.title for case in Catalogue(reversed(made.cases), made.vocabulary).cases]
    assert titles == sorted(titles, key=sort_key)


def test_a_value_counts_each_of_its_cases_once(made: Catalogue) -> None:
    for facet in FACETS:
        for slug in made.used(facet):
            found = made.cases_with(facet, slug)
            assert made.count(facet, slug) == len({case.slug for case in found}) == len(found)
            assert all(slug in made.tags(case, facet) for case in found)


def test_a_catalogue_of_other_cases_counts_what_they_have(made: Catalogue) -> None:
    assert made.used("theme")  # what has been counted is known from now on
    *others, case = made.cases
    changed = case.model_copy(update={"themes": others[0].themes})
    found, new = made.of([*others, changed]), Catalogue([*others, changed], made.vocabulary)
    for facet in FACETS:
        assert {tag: found.cases_with(facet, tag) for tag in found.used(facet)} == {
            tag: new.cases_with(facet, tag) for tag in new.used(facet)
        }


def test_a_municipality_brings_its_region(made: Catalogue, case: Case) -> None:
    places = [made.vocabulary["municipalities"][slug] for slug in case.municipalities]
    there = {place.region for place in places if isinstance(place, Municipality)}
    assert there and there <= set(made.tags(case, "region"))


def test_links_hold_from_both_sides_and_lead_only_to_cases(made: Catalogue) -> None:
    first, second, third = made.cases[:3]
    linked = with_related(first, see_also=(second.slug, "gone"), inspired_by=(third.slug, "gone"))
    found = Catalogue([linked, second, third], made.vocabulary)
    assert found.see_also(linked) == (second,)
    assert linked in found.see_also(second)
    assert found.inspired_by(linked) == (third,)
    assert found.inspired(third)[-1] == linked


def test_what_is_linked_is_not_called_similar(made: Catalogue) -> None:
    for case in made.cases:
        similar = made.similar(case)
        assert len(similar) <= SIMILAR
        assert not {case, *made.see_also(case), *made.inspired(case), *made.inspired_by(case)} & set(similar)


def test_a_value_that_nearly_all_have_makes_none_similar(made: Catalogue, case: Case) -> None:
    many = [
        with_related(case, see_also=(), inspired_by=()).model_copy(update={"slug": f"nr-{n}"})
        for n in range(COMMON + 1)
    ]
    assert Catalogue(many, made.vocabulary).similar(many[0]) == ()
    assert len(Catalogue(many[:9], made.vocabulary).similar(many[0])) == SIMILAR


def test_neighbours_stand_with_a_value_most_often_first(made: Catalogue) -> None:
    for slug in made.used("theme"):
        found = made.neighbours("theme", slug)
        assert [each.count for each in found] == sorted((each.count for each in found), reverse=True)
        for each in found:
            both = {case.slug for case in made.cases_with("theme", slug)}
            both &= {case.slug for case in made.cases_with(each.facet, each.term.slug)}
            assert len(both) == each.count
            assert FACETS[each.facet].is_neighbour and (each.facet, each.term.slug) != ("theme", slug)


def test_all_money_is_found_and_nothing_else(made: Catalogue) -> None:
    found = [each.figure for each in made.money()]
    assert found == [figure for case in made.cases for figure in sorted_figures(case) if figure.is_money]
    assert {each.evidence is None for each in made.money()} == {True, False}


def sorted_figures(case: Case) -> list[Figure]:
    gained = [figure for gain in case.gains or () for figure in gain.figures]
    return [*gained, *(case.financing.amounts if case.financing else ())]


def test_advice_is_found_by_its_number(made: Catalogue, case: Case) -> None:
    told = [*case.advice, *case.derived_advice]
    assert [made.advice(case.slug, number) for number in range(len(told) + 2)] == [None, *told, None]
    assert made.advice("gone", 1) is None


def test_a_place_is_told_in_few_words(made: Catalogue, case: Case) -> None:
    bare = case.model_copy(update={"regions": (), "partners": ()})
    places: list[tuple[tuple[str, ...], str]] = [
        ((), "Sted ikke oplyst"),
        (("koege",), "Køge"),
        (("koege", "odense"), "Køge og Odense"),
        (("koege", "odense", "aarhus", "vejle"), "4 kommuner"),
    ]
    for slugs, told in places:
        assert made.place(bare.model_copy(update={"municipalities": slugs})) == told
    for partners, told in [(("SKAT",), "SKAT"), (("Styrelsen (dengang en anden)", "KL"), "Styrelsen m.fl.")]:
        assert made.place(bare.model_copy(update={"municipalities": (), "partners": partners})) == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, None, ""),
        (2015, None, "fra 2015"),
        (None, 2016, "til 2016"),
        (2018, 2018, "2018"),
        (2012, 2016, "2012–2016"),
    ],
)
def test_years_are_told_as_people_say_them(case: Case, start: int | None, end: int | None, told: str) -> None:
    period = Period.model_construct(start=start, end=end, note=None)
    assert years(case.model_copy(update={"period": period})) == told


def test_former_addresses_lead_on_unless_a_case_has_them(made: Catalogue, case: Case) -> None:
    other = next(other for other in made.cases if other is not case)
    renamed = case.model_copy(update={"aliases": ("before", other.slug)})
    found = redirects(Catalogue([renamed, other], made.vocabulary))
    assert ("case/alt-i-brug/", case.title) in found.values()
    assert [url for url in found if "before" in url] and not [
        url for url in found if f"/{other.slug}/" in url
    ]


def test_a_folder_is_looked_at_again_when_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    dead = tmp_path / "b.yaml"
    dead.symlink_to(tmp_path / "nowhere")
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: file.write_text("x"),
        lambda: None,
        file.unlink,
    ]
    monkeypatch.setattr(time, "sleep", lambda _: steps.pop(0)())
    left = []
    for _ in watch.changes(tmp_path):
        left.append(len(steps))
        if not steps:
            break
    assert left == [4, 2, 0]


def test_the_former_address_of_a_value_leads_to_it(made: Catalogue) -> None:
    themes = dict(made.vocabulary["themes"])
    slug, term = next(iter(themes.items()))
    themes[slug] = term.model_copy(update={"redirects": ("before", next(reversed(themes)))})
    found = redirects(Catalogue((), Vocabulary({**made.vocabulary, "themes": themes})))
    assert found[value_url(FACETS["theme"], "before")] == (value_url(FACETS["theme"], slug), term.name)
    assert value_url(FACETS["theme"], next(reversed(themes))) not in found


def test_chains_of_origin_are_followed_both_ways_and_may_lead_back(made: Catalogue) -> None:
    slugs = [case.slug for case in made.cases[:4]]
    origins = [(slugs[3],), (slugs[0],), (slugs[1], slugs[0]), (slugs[2],)]
    chain = [
        with_related(case, inspired_by=origin) for case, origin in zip(made.cases[:4], origins, strict=True)
    ]
    first, second, third, fourth = chain
    found = Catalogue(chain, made.vocabulary)
    assert found.inspired_by(fourth) == (third,)
    assert found.origins(fourth) == (second, first)
    assert found.origins(third) == (fourth,)
    assert found.followers(second) == (fourth, first)


def test_the_made_cases_use_every_field(made: Catalogue) -> None:
    told, unused = set[tuple[str, str]](), set[tuple[str, str]]()

    def walk(value: object) -> None:
        if isinstance(value, tuple):
            for each in value:
                walk(each)
        elif isinstance(value, Part):
            for name in type(value).model_fields:
                inner = getattr(value, name)
                (told if inner not in (None, (), False) else unused).add((type(value).__name__, name))
                walk(inner)

    walk(made.cases)
    assert not unused - told, "use the field in tests/catalogue/alt-i-brug.yaml"
