"""A case in short, as every list shows it: page, search and download render this one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import cost, evidence
from generator.catalogue import Catalogue, years
from generator.figures import amounts, basis
from generator.model import Case, Gain, GainFigure
from generator.vocabulary import Vocabulary
from generator.wording import by_language, wording

_SYMBOLS = ("money", "time", "expertise", "wellbeing", "citizens", "no-gain")
"""The types of gains that have symbols, by the names of their styles."""


@dataclass(frozen=True)
class Indicator:
    """A symbol with a word: how well a gain is documented, what it is, or what the case cost."""

    about: str
    """What it tells of: evidence, gain or cost."""
    symbol: str
    """The symbol's name in card.css."""
    word: str
    told: bool = True
    """Whether the case tells of it; else the word says that it does not."""


@dataclass(frozen=True)
class Headline:
    """The figure of the gain, with all that belongs to it."""

    before: str
    """The number before, where `after` is one of two."""
    after: str
    unit: str
    what: str
    basis: str
    kind: str


@dataclass(frozen=True)
class Card:
    """What a list shows of a case, of which `gain` is the best documented one."""

    slug: str
    title: str
    summary: str
    place: str
    years: str
    short: bool
    themes: tuple[str, ...]
    headline: Headline | None
    silence: str
    """What stands in place of the headline where there is none."""
    indicators: tuple[Indicator, ...]


def card(catalogue: Catalogue, case: Case) -> Card:
    """Return what lists show of a case."""
    gain = catalogue.strongest_gain(case)
    words = catalogue.vocabulary
    return Card(
        slug=case.slug,
        title=case.title,
        summary=case.summary,
        place=catalogue.place(case),
        years=years(case),
        short=case.short,
        themes=tuple(catalogue.names("theme", case.themes)),
        headline=_headline(gain.headline, words) if gain and gain.headline else None,
        silence=silence(gain, words),
        indicators=(*_of_gain(gain, words), *_of_cost(case, words)),
    )


def silence(gain: Gain | None, words: Vocabulary) -> str:
    """Return why a case has no headline: nothing told, nothing measured, no effect, or no figure for it."""
    if gain is None:
        return wording.card["no_gain"]
    if gain.headline:
        return ""
    if gain.type == wording.slugs["no_gain"]:
        return wording.card["no_effect"]
    return wording.card["unmeasured" if evidence.is_weakest(words, gain.evidence) else "no_figure"]


def _headline(figure: GainFigure, words: Vocabulary) -> Headline:
    before, after = amounts(figure)
    return Headline(before, after, figure.unit, figure.what, basis(figure, words), figure.kind)


def _of_gain(gain: Gain | None, words: Vocabulary) -> Iterator[Indicator]:
    """Yield how well the gain is documented, and what it is."""
    if gain is None:
        yield Indicator("evidence", "squares-0", wording.card["no_gain"], told=False)
        return
    squares = evidence.grade(words, gain.evidence)
    yield Indicator("evidence", f"squares-{squares}", words["evidence"][gain.evidence].name)
    yield Indicator("gain", gain_symbol(gain.type), words["gain_types"][gain.type].name)


def gain_symbol(slug: str) -> str:
    """Return the symbol of a type of gain; a diamond for one that has none of its own."""
    return _symbols().get(slug, "gain")


@by_language
def _symbols() -> Mapping[str, str]:
    """Return the symbols of the types of gains that have one, by slug."""
    return {wording.slugs[key.replace("-", "_")]: f"gain-{key}" for key in reversed(_SYMBOLS)}


def _of_cost(case: Case, words: Vocabulary) -> Iterator[Indicator]:
    """Yield what it cost, where the catalogue asks what cases cost."""
    if "financing" not in words.shape.case.model_fields:
        return
    if found := cost.cost(case):
        kind = words["figure_kinds"][found.figure.kind].name.lower()
        yield Indicator("cost", "cost", f"{found.name}, {kind}")
    else:
        untold = "unit_price" if cost.has_unit_price(case) else "no_cost"
        yield Indicator("cost", "cost-untold", wording.card[untold], told=False)
