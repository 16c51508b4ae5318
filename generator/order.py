"""The order in which lists show cases: the fullest first, then the newest, so that nobody begins with the emptiest.

It says how much a source tells, not how good the case is; no reader sees a number.
"""

from collections.abc import Iterable
from functools import cache

from generator.marks import section_of
from generator.model import Case
from generator.text import sort_key


def fullness(case: Case) -> int:
    """Return how many things a case tells: its sections, a figure of a gain, an amount, a barrier that was met."""
    told = [
        *(getattr(case, name) for name in _sections(type(case))),
        any(gain.headline for gain in case.gains or ()),
        case.amounts,
        any(barrier.remedy for barrier in case.barriers or ()),
    ]
    return sum(map(bool, told))


def fullest_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return cases in the order of lists."""
    return tuple(sorted(cases, key=_place))


def _place(case: Case) -> tuple[int, int, tuple[str, str]]:
    return -fullness(case), -(case.start or 0), sort_key(case.title)


@cache
def _sections(kind: type[Case]) -> tuple[str, ...]:
    return tuple(name for name, field in kind.model_fields.items() if section_of(field))
