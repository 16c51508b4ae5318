"""How far a long work has come, told now and again."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from generator.wording import wording

PAUSE = 2.0
"""Seconds from one line to the next."""
_Item = TypeVar("_Item")
Watch = Callable[[str, Sequence[_Item]], Iterable[_Item]]
"""Gives items on, one by one, and tells how far what is done with them has come."""


class Progress:
    """Counts steps, and says so through `say` before the first and then no more often than every PAUSE."""

    def __init__(self, what: str, total: int, say: Callable[[str], object]) -> None:
        """Say what begins."""
        self._what, self._total, self._say = what, total, say
        self._done = 0
        self._last = time.monotonic()
        say(what)

    def step(self) -> None:
        """Count one step."""
        self._done += 1
        if time.monotonic() - self._last >= PAUSE:
            self._last = time.monotonic()
            self._say(_so_far(self._what, self._done, self._total))


def unwatched(_: str, items: Sequence[_Item]) -> Iterable[_Item]:
    """Give items on and tell nothing."""
    return items


def watched(what: str, items: Sequence[_Item], say: Callable[[str], object]) -> Iterator[_Item]:
    """Give items on, and say how far the work with them has come when it takes longer than PAUSE."""
    last = time.monotonic()
    for number, item in enumerate(items):
        if time.monotonic() - last >= PAUSE:
            last = time.monotonic()
            say(_so_far(what, number, len(items)))
        yield item


def _so_far(what: str, done: int, total: int) -> str:
    return wording.progress["so_far"].format(what=what, done=done, total=total)
