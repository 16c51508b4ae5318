"""What is printed, as the plain data that the PDF's templates lay out; nothing here is set in type."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import pytest

from generator.addresses import book_path, case_path, tag_path
from generator.catalogue import Catalogue
from generator.colours import LEAST, contrast
from generator.comparison import lines
from generator.facets import FACETS
from generator.model import Case
from generator.pages import value_name
from generator.printing import publications
from generator.printing.imprint import Imprint
from generator.printing.layout import place as case_place
from generator.printing.matter import index
from generator.reading.settings import Colours
from generator.synthesis import TOLD_OF, synthesis
from generator.tiles import PITCH
from generator.vocabulary import Municipality
from generator.wording import wording

IMPRINT = Imprint("Kataloget", "Om cases.", "https://eksempel.dk/")


def test_every_case_tag_and_the_book_is_a_document(made: Catalogue) -> None:
    paths = [publication.path for publication in publications.publications(made, IMPRINT)]
    tags = {
        tag_path(facet, slug)
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


def test_print_counts_what_the_cases_tell(catalogue: Catalogue) -> None:
    [book] = publications.books(catalogue, IMPRINT)
    counts = json.loads(book.data)["counts"]
    told = Counter((gain.type, gain.evidence) for case in catalogue.cases for gain in case.gains or ())
    types, strengths = [*catalogue.terms("gain_type")], [*catalogue.terms("evidence")]
    for slug, bar in zip(types, counts["gains"]["bars"], strict=True):
        assert bar["counts"] == [told[slug, strength] for strength in strengths]
        assert {part["kind"]: part["count"] for part in bar["parts"]} == {
            kind: count for kind, count in enumerate(bar["counts"]) if count
        }
    began = [bar["text"] for group in counts["starts"]["chart"]["groups"] for bar in group["bars"]]
    assert sum(map(int, began)) == sum(case.start is not None for case in catalogue.cases)
    assert_mapped(counts["places"], catalogue, catalogue.cases)


@pytest.mark.parametrize("facet", TOLD_OF)
def test_print_tells_what_the_cases_of_a_tag_tell_together(catalogue: Catalogue, facet: str) -> None:
    slug = max(catalogue.used(facet), key=lambda each: catalogue.count(facet, each))
    found, cases = synthesis(catalogue, facet, slug), catalogue.cases_with(facet, slug)
    assert found
    data = json.loads(publications.tag(catalogue, facet, slug, IMPRINT).data)
    claims = [claim for group in data["together"]["groups"] for claim in group["claims"]]
    expected = (*found.gains, *found.drivers, *found.barriers, *found.costs)
    assert [claim["count"] for claim in claims] == [claim.count for claim in expected]
    assert [len(claim["examples"]) for claim in claims] == [len(claim.examples) for claim in expected]
    drawn: Counter[int | None] = Counter()
    for part in data["together"]["evidence"]["parts"]:
        drawn[part["kind"]] += part["count"]
    shares = {kind if share.strength else None: share.count for kind, share in enumerate(found.evidence)}
    assert drawn == {kind: count for kind, count in shares.items() if count}
    assert_mapped(data["places"], catalogue, cases)


def assert_mapped(places: dict[str, Any], catalogue: Catalogue, cases: Sequence[Case]) -> None:
    """Check that each municipality has a tile with the number of its cases, and stands in the text if it has any."""
    told = Counter(slug for case in cases for slug in case.municipalities)
    drawn = {(tile["y"] // PITCH + 1, tile["x"] // PITCH + 1): tile["count"] for tile in places["tiles"]}
    terms = [term for term in catalogue.terms("municipality").values() if isinstance(term, Municipality)]
    assert drawn == {(term.row, term.column): told[term.slug] for term in terms}
    assert {each["name"]: each["count"] for each in places["ranked"]} == {
        term.name: told[term.slug] for term in terms if told[term.slug]
    }


def test_the_map_of_a_region_counts_its_own_municipalities(catalogue: Catalogue) -> None:
    slug = max(catalogue.used("region"), key=lambda each: catalogue.count("region", each))
    data = json.loads(publications.tag(catalogue, "region", slug, IMPRINT).data)
    terms = catalogue.terms("municipality").values()
    own = {term.name for term in terms if isinstance(term, Municipality) and term.region == slug}
    assert data["together"] is None
    assert {each["name"] for each in data["places"]["ranked"]} <= own


@pytest.mark.parametrize("largest", [1, 3])
def test_a_larger_catalogue_comes_in_volumes(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr(publications, "LARGEST_BOOK", len(made.cases))
    assert [book.path for book in publications.books(made, IMPRINT)] == [book_path(None)]
    monkeypatch.setattr(publications, "LARGEST_BOOK", len(made.cases) - 1)
    monkeypatch.setattr(publications, "LARGEST_VOLUME", largest)
    volumes = [json.loads(volume.data) for volume in publications.books(made, IMPRINT)]
    counts = [sum(len(part["cases"]) for part in volume["parts"]) for volume in volumes]
    assert sum(counts) == len(made.cases)
    assert max(counts) <= largest
    assert [volume["title"] for volume in volumes[:2]] == ["Kataloget, bind\u00a01", "Kataloget, bind\u00a02"]
    assert volumes[0]["glossary"]
    assert not any(volume["glossary"] or volume["matrix"] or volume["points"] for volume in volumes[1:])


def test_a_theme_with_too_many_cases_for_a_volume_is_divided_evenly(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    largest = 6
    monkeypatch.setattr(publications, "LARGEST_BOOK", 0)
    monkeypatch.setattr(publications, "LARGEST_VOLUME", largest)
    counts: defaultdict[str, list[int]] = defaultdict(list)
    volumes = [*publications.books(catalogue, IMPRINT)]
    for volume in volumes:
        for part in json.loads(volume.data)["parts"]:
            counts[part["id"]].append(len(part["cases"]))
    assert max(map(len, counts.values())) > 1
    for theme, each in counts.items():
        assert max(each) - min(each) <= 1 and len(each) == math.ceil(sum(each) / largest), each
        name = catalogue.term("theme", theme.removeprefix("tema-")).name
        names = [f"{name} ({number} af {len(each)})" for number in range(1, len(each) + 1)]
        for told in names if len(each) > 1 else [name]:
            assert sum(told in volume.themes for volume in volumes) == 1, told


def test_a_tag_with_very_many_cases_has_no_document_of_its_own(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publications, "LARGEST_TAG", 1)
    paths = {publication.path for publication in publications.publications(made, IMPRINT)}
    for key, facet in FACETS.items():
        for slug in made.terms(key):
            wanted = not facet.is_derived and made.count(key, slug) == 1
            assert (tag_path(facet, slug) in paths) == wanted, (key, slug)


def test_chosen_cases_stand_in_the_order_in_which_they_were_chosen(made: Catalogue) -> None:
    chosen = [made.cases[2], made.cases[0]]
    data = json.loads(publications.shortlist(made, chosen, IMPRINT).data)
    assert data["count"] == 2
    titles = [case.title for case in chosen]
    text = json.dumps(data["cases"], ensure_ascii=False)
    assert text.index(titles[0]) < text.index(titles[1])


def test_the_index_marks_where_a_value_is_the_main_matter(made: Catalogue) -> None:
    cases = {case_place(case): case for case in made.cases}
    entries = {
        (facet, entry["name"], each["id"]): each["main"]
        for facet in ("theme", "municipality", "barrier", "driver")
        for entry in index(made, facet, made.cases)["entries"]
        for each in entry["places"]
    }
    for (facet, name, place), is_main in entries.items():
        case = cases[place]
        wanted = {
            "theme": value_name("theme", made.term("theme", case.themes[0])) == name,
            "municipality": len(case.municipalities) == 1,
            "barrier": any(
                barrier.remedy and value_name("barrier", made.term("barrier", barrier.factor)) == name
                for barrier in case.barriers or ()
            ),
            "driver": False,
        }
        assert is_main == wanted[facet], (facet, name, place)
    assert {True, False} == set(entries.values())


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
    assert {wording.labels["level"], wording.labels["status"]} <= same
    assert wording.labels["purpose"] in apart
    assert not same & apart


def test_a_catalogue_prints_in_colours_of_its_own(made: Catalogue) -> None:
    own = Imprint("Kataloget", colours=Colours(deep="#5b2a86", accent="#7a1f4d"))
    case = made.cases[0]
    plain = json.loads(publications.single(made, case, IMPRINT).data)
    told = json.loads(publications.single(made, case, own).data)
    assert "colours" not in plain and (told["colours"]["blue"], told["colours"]["teal"]) == (
        "#5b2a86",
        "#7a1f4d",
    )
    assert contrast(told["colours"]["sky"], told["colours"]["deep"]) > LEAST
