"""How easy a text is to read: its words and sentences, its LIX, and the abbreviations that it leaves unexplained.

The form in the browser reads with the same limits and patterns.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import floor

from generator.wording import by_language, wording

LONG_SENTENCE = 30
"""From how many words on a sentence is told to be long."""
LONG_WORD = 6
"""A word with more letters than this is long."""
HARD = 45
"""From which LIX on a case is told to be hard to read, as the scale of LIX has it."""
FEWEST = 100
"""So few words tell nothing of a text's LIX."""
LETTER = r"[^\W_]"
"""A letter or digit of any language."""
_WORD = re.compile(rf"{LETTER}+(?:[-'’.,/:]{LETTER}+)*")
_END = re.compile(r"""[.!?…]["”»')\]]*\s+(?=["”»«('\[]*[A-ZÆØÅ0-9])""")
_CAPITALS = re.compile(rf"(?<!{LETTER})(?<!-)[A-ZÆØÅ]{{2,6}}(?!{LETTER}|-[A-ZÆØÅ])")


@by_language
def patterns() -> Mapping[str, str]:
    """Return what is a word, the end of a sentence, what before a point does not end one, in small letters or capitals,
    an abbreviation, and where FOUND is explained.
    """
    inner = "|".join(map(re.escape, wording.typed.listed("abbreviations")))
    explains = "|".join(wording.typed.listed("explains"))
    return {
        "word": _WORD.pattern,
        "end": _END.pattern,
        "inner": rf"(?<!{LETTER})(?:{inner})$|^[0-9]+$",
        "capitals": _CAPITALS.pattern,
        "explained": rf"\(FOUND\)|(?<!{LETTER})FOUND{LETTER}*(?:-{LETTER}+)? (?:\(|{explains})",
    }


@by_language
def _inner() -> re.Pattern[str]:
    return re.compile(patterns()["inner"], re.IGNORECASE)


def words(text: str) -> list[str]:
    """Return the words and numbers of a plain text."""
    return _WORD.findall(text)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a plain text; each of its lines ends one."""
    for line in text.split("\n"):
        ends = [0, *(end.end() for end in _END.finditer(line) if _is_last(line, end)), len(line)]
        for start, end in pairwise(ends):
            if sentence := line[start:end].strip():
                yield sentence


def lix(texts: Iterable[str]) -> int | None:
    """Return the LIX of plain texts: words a sentence, and of a hundred words the long; None of few words."""
    count = long = ends = 0
    for text in texts:
        found = words(text)
        count += len(found)
        long += sum(len(word) > LONG_WORD for word in found)
        ends += sum(1 for _ in sentences(text))
    return floor(count / ends + 100 * long / count + 0.5) if count >= FEWEST else None


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a plain text that are too long, each with its number of words."""
    for sentence in sentences(text):
        if (count := len(words(sentence))) > LONG_SENTENCE:
            yield sentence, count


def unexplained(texts: Sequence[str], known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield each abbreviation in capitals that no text explains in brackets, with the number of its first text.

    It is explained where it stands in brackets after what it means, or is told of it: KL (…), KL står for.
    """
    whole = "\n".join(texts)
    seen = {*known}
    for number, text in enumerate(texts):
        for found in _CAPITALS.findall(text):
            if found not in seen:
                seen.add(found)
                if not re.search(patterns()["explained"].replace("FOUND", found), whole):
                    yield number, found


def _is_last(line: str, end: re.Match[str]) -> bool:
    """Return whether a point ends a sentence, and not only an abbreviation or the number of an item."""
    return line[end.start()] != "." or not _inner().search(line[: end.start()])
