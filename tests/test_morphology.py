"""Compounds are what a plain reading of the words says, also where something was kept of other words."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.danish import DANISH
from generator.search.lexicon import Lexicon
from generator.search.morphology import Cuts, Morphology
from generator.store import Store

PARTS = (
    "skole",
    "elev",
    "elever",
    "by",
    "byråd",
    "råd",
    "hjem",
    "pleje",
    "plejen",
    "forløb",
    "tre",
    "arbejd",
    "og",
)
LINKS = ("", "s", "e")

words = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(LINKS).map(lambda link: link.join(parts))
)
counts = st.dictionaries(words, st.integers(1, 5), max_size=60)


@pytest.mark.slow
@given(st.lists(counts, min_size=1, max_size=3))
def test_compounds_are_those_of_a_plain_reading_whatever_was_kept_before(texts: list[dict[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        for found in texts:
            morphology = Morphology(DANISH, store)
            lexicon = Lexicon(morphology, found)
            split = plain(found)
            splits = named(morphology, lexicon.splits(morphology.look([*found, "byskoleelever"])))
            morphology.keep()
            assert {word: splits.get(word) for word in found} == {word: split(word) for word in found}


def test_what_is_kept_is_what_was_found(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    morphology = Morphology(DANISH, store)
    morphology.look(["skoleelever", "by", "skolens-elever", "skole"])
    morphology.keep()
    again = Morphology(DANISH, store)
    assert told(again) == told(morphology)
    assert ("skoleelever", "skole", "", "elever") in told(again)
    assert again.numbers == morphology.numbers and again.is_part.tolist() == morphology.is_part.tolist()
    assert again.stems.tolist() == morphology.stems.tolist()


def test_words_that_come_later_are_cut_with_those_before() -> None:
    morphology = Morphology(DANISH)
    for words in (["skoleelever"], ["skole"], ["skolehjem"]):
        morphology.look(words)
    first = Morphology(DANISH)
    first.look(["skolehjem", "skole", "skoleelever"])
    assert sorted(told(morphology)) == sorted(told(first)) != []


def test_a_few_new_words_are_not_worth_keeping(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    many = [f"skole{some}{letter}{other}" for some in PARTS for letter in "bdfgkl" for other in "aeiouyæøå"]
    for words in (many, [*many, "skoleelever"]):
        morphology = Morphology(DANISH, store)
        morphology.look(words)
        morphology.keep()
    assert "skoleelever" not in Morphology(DANISH, store).numbers


def test_all_is_begun_anew_when_most_words_are_in_no_text_any_more(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for words in (["skoleelever", "plejehjem", "byrådet"], ["skoleelever"]):
        morphology = Morphology(DANISH, store)
        morphology.look(words)
        morphology.keep()
    assert not len(Morphology(DANISH, store))


def named(morphology: Morphology, cuts: Cuts) -> dict[str, tuple[str, str]]:
    """Return the two words of each compound that is cut once."""
    return {word: (first, head) for word, first, _, head in told(morphology, cuts)}


def told(morphology: Morphology, cuts: Cuts | None = None) -> list[tuple[str, str, str, str]]:
    """Return cuts, or all that are known, with their words."""
    names, links = morphology.names, DANISH.links
    rows = zip(*(column.tolist() for column in cuts or morphology.cuts), strict=True)
    return [(names[word], names[first], links[link], names[head]) for word, first, link, head in rows]


def plain(counts: Mapping[str, int]) -> Callable[[str], tuple[str, str] | None]:
    """Return the function that splits a word as its description says."""
    stem, may_be_part = DANISH.stem, DANISH.may_be_part
    alone = {word: n for word, n in counts.items() if may_be_part(word)}
    stems: dict[str, int] = defaultdict(int)
    for word, n in alone.items():
        stems[stem(word)] += n
    often = {word for word, n in alone.items() if n > 1}
    often |= {f"{word}s" for word in often}
    shared: dict[str, set[str]] = defaultdict(set)
    for word in counts:
        for at in range(4, len(word) - 3) if len(word) >= 9 and word.isalpha() else ():
            if word[:at] in often and may_be_part(word[at:]):
                shared[stem(word[at:])].add(word[:at])
    for head, found in shared.items():
        if len(found) >= 3 and len(head) >= 4 and may_be_part(head):
            stems.setdefault(head, 1)
    firsts = {word: (1, ("",)) for word in stems if len(word) > 4} | {w: (n, LINKS) for w, n in alone.items()}

    def split(word: str) -> tuple[str, str] | None:
        best, found = 0.0, None
        for end in range(3, len(word) - 2) if len(word) >= 7 and word.isalpha() else ():
            common, links = firsts.get(word[:end], (0, ()))
            for link in links:
                head = word[end + len(link) :]
                if word.startswith(link, end) and may_be_part(head):
                    heads = stems.get(stem(head), 0)
                    if min(end, len(head)) > 3 or min(common, heads) >= 3:
                        likely = common * heads * (0.74 if link == "e" else 1)
                        if likely > best:
                            best, found = likely, (word[:end], head)
        return found

    return split
