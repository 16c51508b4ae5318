"""A long list in parts, each on a page of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from generator.wording import wording

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Numbered:
    """One of several pages: its number, from 1, how many there are, and where each lies."""

    number: int
    pages: int
    at: Callable[[int], str]

    @property
    def url(self) -> str:
        """The address of the page."""
        return self.at(self.number)

    @property
    def part(self) -> str:
        """What the title of the page ends with, after that of them all."""
        return "" if self.number == 1 else wording.pages["part"].format(number=self.number, pages=self.pages)


def paged(
    items: Sequence[_Item], size: int, at: Callable[[int], str]
) -> Iterator[tuple[Sequence[_Item], Numbered]]:
    """Yield so many items at a time, each with the page that they stand on; no items stand on one."""
    starts = range(0, max(1, len(items)), size)
    return _numbered([items[start : start + size] for start in starts], at)


def even(
    items: Sequence[_Item], most: int, at: Callable[[int], str]
) -> Iterator[tuple[Sequence[_Item], Numbered]]:
    """Yield about as many items on each page, at most so many, each with the page that they stand on."""
    pages = max(1, ceil(len(items) / most))
    return paged(items, max(1, ceil(len(items) / pages)), at)


def filled(
    items: Iterable[_Item],
    size: int,
    at: Callable[[int], str],
    weigh: Callable[[_Item], int],
    room: Callable[[int], int],
) -> Iterator[tuple[Sequence[_Item], Numbered]]:
    """Yield at most so many items at a time, fewer where they weigh more than there is room for.

    `room` is asked with the number of a page; one item stands there however much it weighs.
    """
    parts: list[list[_Item]] = [[]]
    left = room(1)
    for item in items:
        weight = weigh(item)
        if parts[-1] and (weight > left or len(parts[-1]) == size):
            parts.append([])
            left = room(len(parts))
        parts[-1].append(item)
        left -= weight
    return _numbered(parts, at)


def shortcuts(number: int, pages: int) -> list[int]:
    """Return the pages that one of many leads to: the first, the last, its neighbours, and some in strides."""
    steps = (0, 1, 2, 10, 100)
    found = {1, pages, *(number + step for step in steps), *(number - step for step in steps)}
    return sorted(page for page in found if 1 <= page <= pages)


def _numbered(
    parts: Sequence[Sequence[_Item]], at: Callable[[int], str]
) -> Iterator[tuple[Sequence[_Item], Numbered]]:
    for number, part in enumerate(parts, 1):
        yield part, Numbered(number, len(parts), at)
