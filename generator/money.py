"""The money of a catalogue: which words of a unit say it, and how much of it they stand for.

It is that of the language, or the catalogue's own: what stands beside an amount, what it is called in a text, and what
else the units of cases call it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.locale import Money, spoken
from generator.wording import Own, by_language, wording

LONG = 4
"""A word of fewer letters is an abbreviation, which only others stand before: tkr, mDKK; a longer one ends any word."""
UNIT = re.compile(r"[^\W\d_]{1,12}\.?|[€£$]")
"""What may stand beside an amount."""
NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[€£$]")
"""What money may be called in a text, and in the units of cases."""
_WORDS = "money_words"
_LAST = re.compile(r"([^\W\d_]+|[€£$])\.?$")
"""The word of a name by which units say it: dollar of US-dollar."""


def own(setting: Any) -> Own:
    """Return the words of a catalogue that sets its `currency`, as `wording` takes them; none of a wrong setting."""
    given = setting if isinstance(setting, Mapping) else {}
    unit, name, words = str(given.get("unit", "")), str(given.get("name", "")), given.get("words", ())
    named = (name, *map(str, words if isinstance(words, tuple) else ("",)))
    if not (UNIT.fullmatch(unit) and all(map(NAME.fullmatch, named))):
        return ()
    known = [found[1] for text in (unit, *named) if (found := _LAST.search(text.casefold()))]
    return ("currency", unit), ("money", name), (_WORDS, " ".join(dict.fromkeys(known)))


@by_language
def current() -> Money:
    """Return the money that is spoken of: that of the language, or the catalogue's own."""
    known = dict(wording.own).get(_WORDS, "").split()
    return _with(spoken().money, known) if known else spoken().money


def _with(money: Money, known: Sequence[str]) -> Money:
    """Return money that is called otherwise, with the words of the language for so many."""
    sizes = {
        size: [word for word in words.split() if not re.fullmatch(money.word, word)]
        for size, words in money.amounts.items()
    }
    short = [word for word in known if len(word) < LONG]
    before = ["t", "m", *(word for words in sizes.values() for word in words if len(word) <= LONG)]
    sizes[1] = [*known]
    for sign, size in (("t", 1_000), ("m", 1_000_000)):
        sizes[size] = [*sizes[size], *(f"{sign}{word}" for word in short)]
    ways = [f"(?:{'|'.join(before)})?{re.escape(word)}" for word in short]
    ways += [f"[a-z]*{re.escape(word)}" for word in known if len(word) >= LONG]
    return Money("|".join(ways), {size: " ".join(words) for size, words in sizes.items()}, money.yearly)
