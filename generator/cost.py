"""What a case cost, as one of a few bands of money: amounts that are unlike cannot be compared closer than that."""

import re
from dataclasses import dataclass

from generator.model import Case, Figure
from generator.money import current
from generator.text import UNIT_WORD, number
from generator.wording import wording

LIMITS = (100_000, 1_000_000, 10_000_000, 100_000_000)
"""The amounts at which the next band begins."""


@dataclass(frozen=True)
class Cost:
    """The first amount of money that a case's financing tells as a whole, or as a whole for a year."""

    figure: Figure
    amount: float
    is_yearly: bool

    @property
    def band(self) -> int:
        """Return the number of its band, from 0."""
        return sum(self.amount >= limit for limit in LIMITS)

    @property
    def name(self) -> str:
        """Return its band in words: 1–10 mio. kr. om året."""
        return (
            wording.cost["yearly"].format(band=band_name(self.band))
            if self.is_yearly
            else band_name(self.band)
        )


def cost(case: Case) -> Cost | None:
    """Return what a case cost; None when the source gives no amount, or only the price of a unit."""
    return next((found for figure in case.amounts if (found := _whole(figure))), None)


def has_unit_price(case: Case) -> bool:
    """Return whether a case tells an amount of money, be it the price of a unit."""
    return any(figure.is_money for figure in case.amounts)


def band_name(band: int) -> str:
    """Return a band in words, by its number from 0: 1–10 mio. kr."""
    if band == 0:
        return wording.cost["below"].format(amount=" ".join(_written(LIMITS[0])))
    if band == len(LIMITS):
        return wording.cost["above"].format(amount=" ".join(_written(LIMITS[-1])))
    (least, unit), (most, other) = _written(LIMITS[band - 1]), _written(LIMITS[band])
    return f"{least}–{most} {unit}" if unit == other else f"{least} {unit}–{most} {other}"


def _written(amount: int) -> tuple[str, str]:
    words = wording.cost
    return (
        (number(amount), words["single"])
        if amount < 1_000_000
        else (number(amount / 1_000_000), words["millions"])
    )


def is_whole(figure: Figure) -> bool:
    """Return whether a figure tells an amount of money that is no price of a unit."""
    return _whole(figure) is not None


def _whole(figure: Figure) -> Cost | None:
    money = current()
    unit = re.sub(money.yearly, "", figure.unit, flags=re.IGNORECASE)
    words = UNIT_WORD.findall(unit.casefold())
    if not figure.is_money or not set(words) <= money.units.keys():
        return None
    amount = figure.value if figure.to is None else figure.to
    for word in words:
        amount *= money.units[word]
    return Cost(figure, amount, is_yearly=unit != figure.unit)
