"""How many elements a page has, about: what a browser lays out before it shows anything."""

from collections.abc import Iterable, Sequence

from generator.catalogue import Catalogue
from generator.model import Barrier, Case, Driver, Gain
from generator.synthesis import TOLD_OF
from generator.vocabulary import Municipality

MOST = 1_500
"""How many elements a page may have."""
AROUND = 360
"""What surrounds the cases on every page: head, menu, heading, the way to other pages, foot."""
TOGETHER = 470
"""What cases tell together, with all of its claims."""
PROFILE = 80
"""Which questions the cases of a theme answer."""
PLACE = 7
"""A municipality on a map and in the list beside it."""
FOLD = 7
"""A factor of a form of collaboration, without what is told of it."""
THEME = 7
"""A theme under which drivers or barriers are told, without what is told there."""
CARD = 24
"""A case in short, with the buttons that a script gives it."""
TOLD = 5
"""The name of a case above what it tells."""
MET = 5
"""What stands around a barrier and how it was met."""
FIGURE = 13
"""A figure with its bars."""
FACTOR = 25
"""A factor in a chart and in the matrix below it, without its numbers there."""
AMOUNTS = 2
"""A case with figures in kroner, without these."""
AMOUNT = 9
"""A figure in kroner: a row of its table."""
TABLE = 15
"""A table of figures in kroner without its rows, and its theme in the filters above."""
NUMBERS = 4
"""The numbers of a factor and a theme in the matrix: how many cases it drove, and how many it hindered."""


def money_room(catalogue: Catalogue) -> int:
    """Return how many elements the figures in kroner on a page may have."""
    return MOST - AROUND - TABLE * (1 + len(catalogue.terms("theme")))


def money_weight(cases: Iterable[tuple[Case, Sequence[object]]]) -> int:
    """Return how many elements some cases have with their figures in kroner."""
    return sum(AMOUNTS + AMOUNT * len(figures) for _, figures in cases)


def themes_abreast(catalogue: Catalogue) -> int:
    """Return how many themes the matrix of factors and themes has room for on a page."""
    factors = len(catalogue.vocabulary["factors"])
    return max(1, (MOST - AROUND - FACTOR * factors) // (2 + NUMBERS * factors))


def room(catalogue: Catalogue, facet: str, slug: str, number: int) -> int:
    """Return how many elements the cases on a page of a value may have; `number` is that of the page."""
    taken = AROUND
    if facet == "form":
        taken += 2 * FOLD * len(catalogue.vocabulary["factors"])
    if facet in {"driver", "barrier"}:
        taken += THEME * len(catalogue.terms("theme"))
    if number == 1 and facet in TOLD_OF:
        taken += TOGETHER
    if number == 1 and facet == "theme":
        cases = catalogue.cases_with(facet, slug)
        taken += PROFILE + PLACE * len({place for case in cases for place in case.municipalities})
    if number == 1 and facet == "region":
        places = catalogue.vocabulary["municipalities"].values()
        taken += PLACE * sum(isinstance(place, Municipality) and place.region == slug for place in places)
    return MOST - taken


def weight(facet: str, slug: str, case: Case) -> int:
    """Return how many elements a case has on a page of a value."""
    if facet == "form":
        texts = [part.text for part in case.drivers or ()] + [part.text for part in case.barriers or ()]
        return CARD + sum(2 + _said(text) for text in texts)
    if facet == "financing_model":
        return TOLD + _said((case.financing and case.financing.text) or "") + _figures(case.amounts)
    if facet == "gain_type":
        return sum(TOLD + _gain(gain) for gain in case.gains or () if gain.type == slug)
    if facet in {"driver", "barrier"}:
        found = (case.drivers if facet == "driver" else case.barriers) or ()
        parts = sum(_factor(part) for part in found if part.factor == slug)
        return TOLD + parts + 2 * len(case.themes[1:])
    return CARD


def _gain(gain: Gain) -> int:
    return _said(gain.text) + _figures(gain.figures)


def _figures(figures: Sequence[object]) -> int:
    return 1 + FIGURE * len(figures) if figures else 0


def _factor(part: Driver | Barrier) -> int:
    if isinstance(part, Driver):
        return _said(part.text)
    return _said(part.text) + MET + _said(part.remedy or "")


def _said(text: str) -> int:
    """Return about how many elements a text has: its lines, which are paragraphs or points, and their list."""
    return 1 + len(text.splitlines())
