"""Long lists in parts: how many items a page holds, by number and by what they weigh."""

from itertools import chain

import pytest

from generator.catalogue import Catalogue
from generator.paging import even, filled, paged, shortcuts
from generator.vocabulary import Vocabulary
from generator.weight import MOST, room, themes_abreast, weight


def at(number: int) -> str:
    return f"liste/{number}/"


def test_items_stand_so_many_at_a_time_in_order() -> None:
    pages = list(paged("abcde", 2, at))
    assert ["".join(items) for items, _ in pages] == ["ab", "cd", "e"]
    assert [page.url for _, page in pages] == ["liste/1/", "liste/2/", "liste/3/"]
    assert [page.part for _, page in pages] == ["", ", side 2 af 3", ", side 3 af 3"]


@pytest.mark.parametrize(("number", "sizes"), [(8, [8]), (9, [5, 4]), (16, [8, 8]), (17, [6, 6, 5])])
def test_pages_may_hold_about_as_many_items_each(number: int, sizes: list[int]) -> None:
    found = [*even(range(number), 8, at)]
    assert [len(items) for items, _ in found] == sizes
    assert [*chain(*(items for items, _ in found))] == [*range(number)]


def test_fewer_themes_stand_side_by_side_where_there_are_more_factors(made: Catalogue) -> None:
    factors = made.vocabulary["factors"]
    twice = {slug + end: term for slug, term in factors.items() for end in ("", "-2", "-3")}
    more = Catalogue(made.cases, Vocabulary({**made.vocabulary.terms, "factors": twice}))
    assert 1 <= themes_abreast(more) < themes_abreast(made)


def test_a_page_of_few_leads_to_all_of_them() -> None:
    assert shortcuts(3, 5) == [1, 2, 3, 4, 5]
    assert shortcuts(1, 1) == [1]


def test_a_page_of_many_leads_to_some_and_all_are_within_reach() -> None:
    assert shortcuts(150, 330) == [1, 50, 140, 148, 149, 150, 151, 152, 160, 250, 330]
    assert max(len(shortcuts(number, 1_000)) for number in range(1, 1_001)) <= 11
    reached = {1}
    for _ in range(12):
        reached |= {other for number in reached for other in shortcuts(number, 330)}
    assert reached == {*range(1, 331)}


def test_a_list_without_items_has_a_page() -> None:
    nothing: list[int] = []
    assert [items for items, _ in even(nothing, 2, at)] == [[]]
    assert [items for items, _ in paged(nothing, 2, at)] == [[]]
    assert [items for items, _ in filled(nothing, 2, at, int, lambda _: 9)] == [[]]


@pytest.mark.parametrize(
    ("weights", "parts"),
    [
        ([1, 1, 1, 1], [[1, 1, 1], [1]]),
        ([5, 5, 5], [[5, 5], [5]]),
        ([50, 1], [[50], [1]]),
        ([1, 50, 1], [[1], [50], [1]]),
    ],
)
def test_a_page_holds_what_there_is_room_for_and_always_something(
    weights: list[int], parts: list[list[int]]
) -> None:
    assert [items for items, _ in filled(weights, 3, at, int, lambda _: 10)] == parts


def test_a_page_has_its_own_room() -> None:
    rooms = {1: 2, 2: 4}
    assert [items for items, _ in filled([1] * 6, 9, at, int, rooms.__getitem__)] == [[1, 1], [1, 1, 1, 1]]


def test_a_case_weighs_by_what_a_page_tells_of_it(made: Catalogue) -> None:
    told = max(made.cases, key=lambda case: len(case.barriers or ()))
    bare = told.model_copy(update={"drivers": None, "barriers": None})
    assert weight("form", "", told) > weight("form", "", bare) == weight("theme", "", told)
    paid = max(made.cases, key=lambda case: len(case.amounts))
    bare = paid.model_copy(update={"financing": None})
    assert weight("financing_model", "", paid) > weight("financing_model", "", bare)


def test_the_first_page_has_less_room_where_more_is_told_there(made: Catalogue) -> None:
    theme = made.cases[0].themes[0]
    assert room(made, "theme", theme, 1) < room(made, "theme", theme, 2) < MOST
