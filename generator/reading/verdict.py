"""What is said of a folder of cases, as it can be kept."""

import json
from dataclasses import astuple, dataclass
from typing import Self

from generator.problems import Problem

KIND = "verdict"
"""What a store has them under."""


@dataclass(frozen=True)
class Verdict:
    """All that is wrong with a folder, in file and line order, and how many cases in it are sound."""

    problems: tuple[Problem, ...]
    count: int

    def packed(self) -> bytes:
        """Return it as bytes."""
        return json.dumps([self.count, *map(astuple, self.problems)]).encode()

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Return what such bytes say."""
        count, *problems = json.loads(content)
        return cls(tuple(Problem(*told) for told in problems), count)
