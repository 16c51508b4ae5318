"""The files that the browser searches in hold what the catalogue does."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generator.addresses import SEARCH_FOLDER
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.model import Case
from generator.search.index import CARDS, FIGURES, KIND, TEXTS, Entry, index
from generator.store import Store
from generator.text import sort_key

CODES = [chr(code) for code in (*range(35, 92), *range(93, 127), *range(192, 4000))]
"""The characters of a packed facet, as sets.js reads them."""
PAGE = Entry("page", "Om kataloget", "om/", "Hvem der står bag. " * 20, "Redaktionen")


@pytest.fixture(scope="module")
def files(made: Catalogue) -> dict[str, Any]:
    found = {}
    for path, content in index(made, [PAGE]).items():
        name, _, data = content.decode().partition("(")[2].rstrip(");\n").partition(",")
        found[json.loads(name)] = json.loads(data)
        assert path == f"{SEARCH_FOLDER}/{json.loads(name)}.js"
    return found


def unpacked(packed: str) -> list[list[int]]:
    """Return the numbers of each case's values, from 0."""
    cases: list[list[int]] = [[]]
    for code in map(CODES.index, packed):
        if code > 1:
            cases[-1].append(code // 2 - 1)
        if code % 2:
            cases.append([])
    assert cases.pop() == []
    return cases


def test_each_facet_tells_the_values_of_each_case(made: Catalogue, files: dict[str, Any]) -> None:
    joint = {facet for facets in made.shape.joint.values() for facet in facets}
    for facet in set(FACETS) - joint:
        values = files["facets"]["values"][facet]
        found = [[values[number] for number in numbers] for numbers in unpacked(files[f"facets/{facet}"])]
        assert list(map(set, found)) == [set(made.tags(case, facet)) for case in made.listed], facet


def test_each_case_has_a_card_a_text_and_figures(made: Catalogue, files: dict[str, Any]) -> None:
    for name, size in (("cards", CARDS), ("texts", TEXTS), ("figures", FIGURES)):
        parts = [files[f"{name}/{number}"] for number in range(-(-len(made.cases) // size))]
        assert sum(map(len, parts)) == len(made.cases) == files["facets"]["cases"]
    cards = [card for number in range(-(-len(made.cases) // CARDS)) for card in files[f"cards/{number}"]]
    assert [card["title"] for card in cards] == [case.title for case in made.listed]


def test_titles_are_in_danish_order(made: Catalogue, files: dict[str, Any]) -> None:
    titles = [made.listed[number].title for number in files["titles"]]
    assert titles == sorted(titles, key=sort_key)


def test_pages_and_tags_are_found_by_a_short_lead(made: Catalogue, files: dict[str, Any]) -> None:
    entries = {each["url"]: (each["kind"], each["title"], each["lead"]) for each in files["entries"]}
    kind, title, lead = entries["om/"]
    assert (kind, title) == ("page", "Om kataloget")
    assert lead.endswith(" …")
    assert len(lead) <= 142
    tags = sum(made.count(facet, slug) > 0 for facet in FACETS for slug in made.terms(facet))
    assert sum(kind == "tag" for kind, _, _ in entries.values()) == tags


def test_no_case_has_words_that_are_only_worked_out_about_it(made: Catalogue, files: dict[str, Any]) -> None:
    derived = {
        term.name for key, facet in FACETS.items() if facet.is_derived for term in made.terms(key).values()
    }
    texts = [text for number in range(-(-len(made.cases) // TEXTS)) for text in files[f"texts/{number}"]]
    assert derived
    for text in texts:
        assert not derived.intersection(text.splitlines()[-1].split(", "))


class Counting(Store):
    """Counts what is worked out anew."""

    new: ClassVar[int]

    def keep(self, kind: str, contents: Any) -> None:
        if kind == KIND:
            Counting.new = len(contents)
        super().keep(kind, contents)


def other(case: Case) -> Case:
    return case.model_copy(
        update={"title": "Den nye task force", "summary": "Ergo- og fysioterapeuter i Åbenrå"}
    )


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        (lambda cases: cases, lambda cases: cases, 0),
        (lambda cases: cases, lambda cases: (other(cases[0]), *cases[1:]), 1),
        (lambda cases: cases, lambda cases: cases[1:], 0),
        (lambda cases: cases[1:], lambda cases: cases, 1),
    ],
    ids=["the same", "one changed", "one gone", "one more"],
)
def test_what_is_kept_of_the_other_cases_makes_the_same_index(
    made: Catalogue, tmp_path: Path, before: Any, after: Any, new: int
) -> None:
    def catalogue(cases: Collection[Case]) -> Catalogue:
        return Catalogue(tuple(cases), made.vocabulary)

    kept = Counting(tmp_path / "store")
    index(catalogue(before(made.cases)), [PAGE], kept=kept)
    found = index(catalogue(after(made.cases)), [PAGE], kept=kept)
    assert kept.new == new
    assert found == index(catalogue(after(made.cases)), [PAGE])
