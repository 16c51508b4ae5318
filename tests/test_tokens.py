"""The arrays of which the search's index is made."""

import numpy as np

from generator.search import postings
from generator.search.said import Document, Reader, Said
from generator.search.tokens import Stream, Words, array_of, spread, starts_of


def names(stream: Stream) -> list[tuple[str, int]]:
    """Return what a stream says, as pairs of name and place."""
    known = [*stream.names]
    return [
        (known[number], place)
        for number, place in zip(stream.numbers.tolist(), stream.places.tolist(), strict=True)
    ]


STREAM = Stream.of([(3, "ny"), (3, "by"), (5, "by")])


def test_a_stream_has_each_word_at_its_place_and_counts_them() -> None:
    assert names(STREAM) == [("ny", 3), ("by", 3), ("by", 5)]
    assert STREAM.counts() == {"ny": 1, "by": 2}
    assert Stream.of([]).counts() == {}


def test_names_are_renamed_where_they_stand() -> None:
    assert {name for name, _ in names(STREAM.renamed(["y", "y"]))} == {"y"}
    assert names(STREAM.followed_by(Stream.of([(9, "by"), (9, "å")])))[-2:] == [("by", 9), ("å", 9)]


def test_documents_say_words_at_places_as_often_as_they_do() -> None:
    words = Words()
    for document in (Document("Ny by", text="by, by og ny"), Document(""), Document("By")):
        words.add(Reader({}).read(document))
    stream = words.written()
    assert len(words) == 3
    assert names(stream) == [("ny", 0), ("by", 0), ("by", 3), ("og", 3), ("ny", 3), ("by", 32)]
    assert stream.times.tolist() == [1, 1, 2, 1, 1, 1]
    assert stream.counts() == {"ny": 2, "by": 4, "og": 1}


def test_a_stream_in_parts_has_each_place_once_and_terms_are_joined_in_order() -> None:
    later = STREAM.followed_by(Stream.of([(4, "by")]))
    assert [sorted(names(part)) for part in later.parts(4)] == [
        [("by", 3), ("ny", 3)],
        [("by", 4), ("by", 5)],
    ]
    parts = [np.array([1 << 32 | 16, 2 << 32 | 17]), np.array([32, 1 << 32 | 48])]
    assert [each.tolist() for each in postings.joined(parts)] == [[0, 1, 1, 2], [32, 16, 48, 17]]


def test_rows_of_words_are_found_within_one_field() -> None:
    reader = Reader({"by land": "~", "hav": "~", "og land": "~"})
    assert reader.read(Document("By", text="land by og lande")).unwritten == ["3og land"]
    assert reader.read(Document("By, lande")).unwritten == ["0by land"]


def test_neighbours_in_a_title_are_one_word_too() -> None:
    assert Reader({}).read(Document("Task force i byen")).unwritten == ["0taskforce"]


def test_what_a_document_says_is_the_same_once_it_was_kept() -> None:
    said = Reader({"by land": "~"}).read(Document("By land", text="Ergo- og fysioterapeuter"))
    assert said.unended == ["3ergo fysioterapeuter"]
    assert [*map(list, Said.of(said.packed()))] == [*map(list, said)]
    nothing = Reader({}).read(Document(""))
    assert [*map(list, Said.of(nothing.packed()))] == [*map(list, nothing)] == [[], [], [], []]


def test_members_are_spread_in_the_order_of_their_owners() -> None:
    at, members = spread(array_of([1, 0, 1]), array_of([1, 2]))
    assert at.tolist() == [0, 0, 1, 2, 2] and members.tolist() == [1, 2, 0, 1, 2]
    assert starts_of(array_of([2, 0, 3])).tolist() == [0, 2, 2]


def test_a_word_weighs_by_its_field_and_a_little_by_how_often_it_stands_there() -> None:
    numbers, places = array_of([4, 4, 4, 4, 2]), array_of([16, 16, 17, 19, 16])
    words, places, weights = postings.weighed(Stream({}, numbers, places, array_of([1, 1, 1, 1, 1])))
    assert words.tolist() == [2, 4, 4, 4] and places.tolist() == [16, 16, 17, 19]
    assert weights.tolist() == [11.0, 12.0, 7.0, 1.5]


def test_a_posting_is_the_weightiest_place_and_one_more_for_others() -> None:
    merged = postings.merged(array_of([1, 1, 0]), array_of([16, 19, 32]), np.array([7.0, 1.5, 99.0]))
    terms, found = postings.joined([merged])
    assert terms.tolist() == [0, 1] and [divmod(int(each), 16) for each in found] == [(2, 15), (1, 13)]


def test_postings_are_written_as_differences_in_few_bytes() -> None:
    first = array_of([1 << 4 | 3, 200 << 4 | 15])
    data, sizes = postings.coded(np.append(first, first[:1]), array_of([2, 1]))
    assert data == bytes([3, 1 << 4 | 3, 0xFF, 24, 1, 1 << 4 | 3]) and sizes.tolist() == [4, 2]
