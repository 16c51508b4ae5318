"""The arrays of which the search's index is made."""

import numpy as np

from generator.search import postings
from generator.search.tokens import Stream, array_of, spread, starts_of


def names(stream: Stream) -> list[tuple[str, int]]:
    """Return what a stream says, as pairs of name and place."""
    known = [*stream.names]
    return [
        (known[number], place)
        for number, place in zip(stream.numbers.tolist(), stream.places.tolist(), strict=True)
    ]


STREAM = Stream.of([(3, ["ny", "by", "ny"]), (5, ["by"]), (7, [])])


def test_a_stream_has_each_word_at_its_place_and_counts_them() -> None:
    assert names(STREAM) == [("ny", 3), ("by", 3), ("ny", 3), ("by", 5)]
    assert STREAM.counts() == {"ny": 2, "by": 2}


def test_names_are_split_and_renamed_where_they_stand() -> None:
    assert names(STREAM.split(lambda name: (name[0], name[1]) if name == "ny" else (name,))) == [
        ("n", 3),
        ("y", 3),
        ("by", 3),
        ("n", 3),
        ("y", 3),
        ("by", 5),
    ]
    assert {name for name, _ in names(STREAM.renamed(lambda _: "y"))} == {"y"}
    assert names(STREAM.followed_by(Stream.of([(9, ["by", "å"])])))[-2:] == [("by", 9), ("å", 9)]


def test_a_stream_in_parts_has_each_place_once_and_terms_are_joined_in_order() -> None:
    later = STREAM.followed_by(Stream.of([(4, ["by"])]))
    assert [sorted(names(part)) for part in later.parts(4)] == [
        [("by", 3), ("ny", 3), ("ny", 3)],
        [("by", 4), ("by", 5)],
    ]
    parts = [(array_of([1, 2]), array_of([16, 17])), (array_of([0, 1]), array_of([32, 48]))]
    assert [each.tolist() for each in postings.joined(parts)] == [[0, 1, 1, 2], [32, 16, 48, 17]]


def test_words_in_a_row_are_found_within_one_place() -> None:
    assert STREAM.places_of(["by", "ny"]).tolist() == [3]
    assert STREAM.places_of(["ny", "by"]).tolist() == [3]
    assert STREAM.places_of(["by", "by"]).tolist() == [] == STREAM.places_of(["å"]).tolist()


def test_members_are_spread_in_the_order_of_their_owners() -> None:
    at, members = spread(array_of([1, 0, 1]), array_of([1, 2]))
    assert at.tolist() == [0, 0, 1, 2, 2] and members.tolist() == [1, 2, 0, 1, 2]
    assert starts_of(array_of([2, 0, 3])).tolist() == [0, 2, 2]


def test_a_word_weighs_by_its_field_and_a_little_by_how_often_it_stands_there() -> None:
    words, places, weights = postings.weighed(array_of([4, 4, 4, 4, 2]), array_of([16, 16, 17, 19, 16]))
    assert words.tolist() == [2, 4, 4, 4] and places.tolist() == [16, 16, 17, 19]
    assert weights.tolist() == [11.0, 12.0, 7.0, 1.5]


def test_a_posting_is_the_weightiest_place_and_one_more_for_others() -> None:
    terms, found = postings.merged(array_of([1, 1, 0]), array_of([16, 19, 32]), np.array([7.0, 1.5, 99.0]))
    assert terms.tolist() == [0, 1] and [divmod(int(each), 16) for each in found] == [(2, 15), (1, 13)]


def test_postings_are_written_as_differences_in_few_bytes() -> None:
    first = array_of([1 << 4 | 3, 200 << 4 | 15])
    told = [*postings.coded(np.append(first, first[:1]), array_of([2, 1]))]
    assert told == [bytes([3, 1 << 4 | 3, 0xFF, 24]), bytes([1, 1 << 4 | 3])]
