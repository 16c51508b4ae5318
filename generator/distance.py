"""How far apart two words are: the slips of the finger between them.

A slip is a letter that is missing, added, exchanged, or swapped with the next: the optimal string alignment distance.
The scripts count the same, in theme_overrides/assets/js/base/distance.js.
"""

from functools import lru_cache


@lru_cache(maxsize=65_536)
def likeness(word: str, other: str, least: float = 0.0) -> float:
    """Return how alike two words are, from 0 to 1: the part of the longer one that no slip touches.

    Below `least` it is 0, which is found sooner.
    """
    longest = max(len(word), len(other), 1)
    most = int((1 - least) * longest + 1e-9)
    found = slips(word, other, most)
    return 1 - found / longest if found <= most else 0.0


def slips(word: str, other: str, most: int) -> int:
    """Return the number of slips between two words, or `most` + 1 when there are more."""
    # a slip takes no more than one letter out of a word and puts one in
    if abs(len(word) - len(other)) > most or len({*word} ^ {*other}) > 2 * most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
