"""A case at a glance, at the top of its page: the gain that is shown best, the numbers beside it, and the doubts.

The form's preview makes the same of what is typed, in theme_overrides/assets/js/form/glance.js.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator import evidence, prose
from generator.catalogue import Catalogue
from generator.model import Case, Figure, GainFigure
from generator.vocabulary import Term
from generator.wording import wording

NUMBERS = 3
"""How many numbers stand beside the gain."""


@dataclass(frozen=True)
class Claim:
    """The best documented gain: its type, its evidence, and its figure, or its text where there is none."""

    type: Term
    evidence: Term
    figure: GainFigure | None
    text: str


@dataclass(frozen=True)
class Number:
    """A figure, and the evidence of the gain that it belongs to; none for money spent."""

    figure: Figure
    evidence: Term | None = None


@dataclass(frozen=True)
class Glance:
    """A case at a glance; without a claim the source tells of no gain."""

    claim: Claim | None
    numbers: tuple[Number, ...]
    doubts: str


def glance(catalogue: Catalogue, case: Case) -> Glance:
    """Return a case at a glance."""
    claim = _claim(catalogue, case)
    headline = claim.figure if claim else None
    numbers = [number for number in _numbers(catalogue, case) if number.figure is not headline]
    count = len(case.caveats)
    doubts = wording.view.counted("doubts", count) if count else ""
    return Glance(claim, tuple(numbers[:NUMBERS]), doubts)


def _claim(catalogue: Catalogue, case: Case) -> Claim | None:
    gain = catalogue.strongest_gain(case)
    if gain is None:
        return None
    return Claim(
        catalogue.term("gain_type", gain.type),
        catalogue.term("evidence", gain.evidence),
        gain.headline,
        "" if gain.headline else prose.plain(gain.text),
    )


def _numbers(catalogue: Catalogue, case: Case) -> Iterator[Number]:
    """Yield the first amount, the results of all gains, the best documented first, and the other amounts."""
    amounts = [Number(figure) for figure in case.amounts]
    yield from amounts[:1]
    for gain in sorted(case.gains or (), key=partial(evidence.rank, catalogue.vocabulary)):
        strength = catalogue.term("evidence", gain.evidence)
        yield from (
            Number(figure, strength) for figure in gain.figures if figure.role == wording.slugs["result"]
        )
    yield from amounts[1:]
