"""Texts that are searched as one, which takes less time than one by one."""

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

_APART = "\n" * 4
"""What no pattern that is searched for reaches over."""


class Joined:
    """Some texts in small letters, one behind the other."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts."""
        joined = _APART.join(texts)
        self._whole, self._texts = joined.lower(), texts
        if len(self._whole) != len(joined):  # a letter such as İ is two then
            self._texts = [text.lower() for text in texts]
            self._whole = _APART.join(self._texts)

    def having(self, *patterns: re.Pattern[str]) -> set[int]:
        """Return the places of the texts in which one of some patterns is found."""
        starts = {found.start() for pattern in patterns for found in pattern.finditer(self._whole)}
        return {bisect(self._begins, start) - 1 for start in starts}

    @cached_property
    def _begins(self) -> list[int]:
        return [0, *accumulate(len(text) + len(_APART) for text in self._texts)]
