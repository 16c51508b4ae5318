"""Near words: what a word was probably meant to be, never the opposite of what it says."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from generator.distance import likeness
from generator.text import slugify
from generator.wording import wording

CLOSE = 0.65
"""How alike two words are at least, from 0 to 1, when one can be a slip for the other."""
SURE = 0.75
"""How alike they are at least where all choices are told, so that nothing is lost by not guessing."""
LONGEST = 200
"""How long a word may be, as a slug, to be compared with others; a longer one is a text."""
FEW = 12
"""How many choices a message tells one by one."""
TURNED = 0.75
"""How alike a word without a syllable that says no must be to another, to be its opposite."""


def nearest(word: str, choices: Iterable[str], close: float = CLOSE) -> str | None:
    """Return the choice that `word` was probably meant to be, or None when nothing is near."""
    return alike(word, choices := list(choices), close) or overlapping(word, choices)


def closeness(choices: Collection[str]) -> float:
    """Return how alike a word must be to one of the choices: the more, the fewer they are."""
    return SURE if len(choices) <= FEW else CLOSE


def alike(word: str, choices: Iterable[str], close: float = CLOSE) -> str | None:
    """Return the choice that is written nearly as `word` is."""
    slugs = _by_slug(choices)
    slug = slugify(word)
    if slug in slugs or len(slug) > LONGEST:
        return slugs.get(slug)
    no = negations()
    sound = {_without(no, other): other for other in slugs if not is_opposite(slug, other)}
    for form in dict.fromkeys((_without(no, slug), _without((*no, *_fillers()), slug))):
        score, found = max(((likeness(other, form, close), other) for other in sound), default=(0, ""))
        if score:
            return slugs[sound[found]]
    return None


def overlapping(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` is the beginning or a word of, or that is a part of `word`."""
    slugs = _by_slug(choices)
    slug = slugify(word)
    if len(slug) > LONGEST:
        return None
    sound = [other for other in slugs if not is_opposite(slug, other)]
    if len(slug) >= 4:
        begun = [other for other in sound if other.startswith(slug) and 2 * len(slug) > len(other)]
        whole = [other for other in sound if f"-{slug}-" in f"-{other}-"]
        for found in (begun, whole):
            if len(found) == 1:
                return slugs[found[0]]
    inside = sorted((other for other in sound if len(other) >= 4 and f"-{other}-" in f"-{slug}-"), key=len)
    return slugs[inside[-1]] if inside else None


def exact(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is `word` but for capitals, signs, and words that names are given with."""
    slugs = _by_slug(choices)
    slug = slugify(word)
    return slugs.get(slug) or slugs.get(_without(_fillers(), slug))


def parts(text: str) -> list[str]:
    """Return the words that a text joins by commas, strokes or "and"."""
    joints = rf"[,;/&+]|\s+{re.escape(wording.typed['and'])}\s+"
    return [part.strip() for part in re.split(joints, text) if part.strip()]


def negations() -> tuple[str, ...]:
    """Return the words, as slugs, that turn round what the others say."""
    return wording.typed.listed("negations")


def is_opposite(word: str, other: str) -> bool:
    """Return whether one of two slugs says no to what the other says."""
    return _is_opposite(word, other, wording.language)


@lru_cache(maxsize=16_384)
def _is_opposite(word: str, other: str, _language: str) -> bool:
    words, others, no = word.split("-"), other.split("-"), negations()
    turned = sum(each in no for each in words) - sum(each in no for each in others)
    pairs = [(mine, its) for mine in words if mine not in others for its in others if its not in words]
    turned += sum(_turns(mine, its) - _turns(its, mine) for mine, its in pairs)
    return turned % 2 == 1


def _by_slug(choices: Iterable[str]) -> Mapping[str, str]:
    """Return choices by slug; of those with one slug the first."""
    return _slugs(tuple(choices), wording.language)


@lru_cache(maxsize=256)
def _slugs(choices: tuple[str, ...], _language: str) -> Mapping[str, str]:
    return {slugify(choice): choice for choice in reversed(choices)}


def _turns(word: str, other: str) -> bool:
    """Return whether `word` is `other` with a syllable before it that says no."""
    return any(
        word.startswith(no) and likeness(word[len(no) :], other, TURNED) > likeness(word, other)
        for no in wording.typed.listed("negating")
    )


def _fillers() -> tuple[str, ...]:
    """Return words, as slugs, that a name is often given with and does not hang on."""
    return wording.typed.listed("fillers")


def _without(words: Collection[str], slug: str) -> str:
    return "-".join(word for word in slug.split("-") if word not in words) or slug
