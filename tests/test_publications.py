"""What is printed, as the plain data that the PDF's templates lay out; nothing here is set in type."""

import json
from collections import Counter

import pytest

from generator.addresses import book_path, case_path, tag_path
from generator.catalogue import Catalogue
from generator.comparison import lines
from generator.facets import FACETS
from generator.labels import FIELDS
from generator.printing import publications
from generator.printing.imprint import Imprint

IMPRINT = Imprint("Kataloget", "Om cases.", "https://eksempel.dk/")


def test_every_case_tag_and_the_book_is_a_document(made: Catalogue) -> None:
    paths = [publication.path for publication in publications.publications(made, IMPRINT)]
    tags = {
        tag_path(key, slug)
        for key, facet in FACETS.items()
        for slug in made.terms(key)
        if not facet.is_derived and made.count(key, slug)
    }
    assert paths[0] == book_path(None)
    assert {*paths[1:]} == tags | {case_path(case) for case in made.cases}
    assert max(Counter(paths).values()) == 1


def test_the_book_has_each_case_once_under_its_first_theme(made: Catalogue) -> None:
    [book] = publications.books(made, IMPRINT)
    data = json.loads(book.data)
    assert book.title == data["title"] == IMPRINT.name
    assert data["count"] == len(made.cases) == sum(len(part["cases"]) for part in data["parts"])
    for part in data["parts"]:
        slug = part["id"].removeprefix("tema-")
        assert len(part["cases"]) == sum(case.themes[0] == slug for case in made.cases)
        assert len(part["also"]) == sum(slug in case.themes[1:] for case in made.cases)


@pytest.mark.parametrize("largest", [1, 3])
def test_a_larger_catalogue_comes_in_volumes(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr(publications, "LARGEST_BOOK", largest)
    volumes = [json.loads(volume.data) for volume in publications.books(made, IMPRINT)]
    counts = [sum(len(part["cases"]) for part in volume["parts"]) for volume in volumes]
    assert sum(counts) == len(made.cases)
    assert max(counts) <= largest
    assert [volume["title"] for volume in volumes[:2]] == ["Kataloget, bind 1", "Kataloget, bind 2"]
    assert volumes[0]["glossary"]
    assert not any(volume["glossary"] or volume["matrix"] or volume["points"] for volume in volumes[1:])


def test_a_tag_with_very_many_cases_has_no_document_of_its_own(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publications, "LARGEST_TAG", 1)
    paths = {publication.path for publication in publications.publications(made, IMPRINT)}
    for key, facet in FACETS.items():
        for slug in made.terms(key):
            wanted = not facet.is_derived and made.count(key, slug) == 1
            assert (tag_path(key, slug) in paths) == wanted, (key, slug)


def test_chosen_cases_stand_in_the_order_in_which_they_were_chosen(made: Catalogue) -> None:
    chosen = [made.cases[2], made.cases[0]]
    data = json.loads(publications.shortlist(made, chosen, IMPRINT).data)
    assert data["count"] == 2
    titles = [case.title for case in chosen]
    text = json.dumps(data["cases"], ensure_ascii=False)
    assert text.index(titles[0]) < text.index(titles[1])


def test_an_unknown_tag_is_an_error(made: Catalogue) -> None:
    with pytest.raises(KeyError):
        publications.tag(made, "theme", "findes-ikke", IMPRINT)


def test_cases_side_by_side_have_the_rows_of_the_comparison(made: Catalogue) -> None:
    cases = made.cases[:3]
    data = json.loads(publications.compared(made, cases, IMPRINT).data)["table"]
    assert [str(column["title"]) for column in data["columns"]] == [case.title for case in cases]
    told = [(group["name"], row) for group in data["groups"] for row in group["rows"]]
    wanted = [(title, line) for title, rows in lines(made, cases) for line in rows]
    assert len(told) + len(data["equal"]) == len(wanted)
    for title, row in told:
        [line] = [line for group, line in wanted if (group, line.title) == (title, row["name"])]
        assert [cell["silence"] for cell in row["cells"]] == [cell.silence for cell in line.cells]
        assert all(cell["blocks"] or cell["silence"] for cell in row["cells"])


def test_what_is_the_same_of_all_cases_is_told_once(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    twin = case.model_copy(update={"slug": "tvilling", "purpose": "Et helt andet formål."})
    data = json.loads(
        publications.compared(Catalogue([case, twin], made.vocabulary), [case, twin], IMPRINT).data
    )
    same = {row["name"] for row in data["table"]["equal"]}
    apart = {row["name"] for group in data["table"]["groups"] for row in group["rows"]}
    assert {FIELDS["level"][0], FIELDS["status"][0]} <= same
    assert FIELDS["purpose"][0] in apart
    assert not same & apart
