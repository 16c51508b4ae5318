"""How far a long work has come, told at once and then now and again."""

import time
from collections.abc import Callable

PAUSE = 2.0
"""Seconds from one line to the next."""


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
            self._say(f"{self._what}: {self._done} af {self._total}")
