"""The map of municipalities: each an equal tile in its rough place, and how many cases it has."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from generator.catalogue import Catalogue
from generator.model import Case
from generator.text import number, ranges, sort_key
from generator.vocabulary import Municipality, Region, Vocabulary
from generator.wording import wording

PITCH = 24
"""How far tiles lie from each other, in the units of the drawing."""
LIMITS = (1, 2, 5)
"""How many cases each step begins at, or so many times ten where there are many."""
NARROWEST = 8
"""How many tiles there is room for abreast at least: a map of a few has no larger ones, and room for regions' names."""
LARGE = 4
"""A municipality that has more than one in so many of the cases is named beside the map."""


@dataclass(frozen=True)
class Tile:
    """A municipality's place on the map, and how many cases it has: `step` is 0 for none."""

    slug: str
    name: str
    row: int
    column: int
    count: int = 0
    step: int = 0

    @property
    def x(self) -> int:
        """Where the tile begins from the left."""
        return (self.column - 1) * PITCH

    @property
    def y(self) -> int:
        """Where the tile begins from the top."""
        return (self.row - 1) * PITCH


@dataclass(frozen=True)
class Label:
    """A region's name at its place on the map."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Border:
    """A side that tiles of two regions share: where it begins, and whether it goes down or to the right."""

    x: int
    y: int
    is_upright: bool


@dataclass(frozen=True)
class Step:
    """A step of the key: its number, and how many cases it stands for, in words."""

    number: int
    words: str


@dataclass(frozen=True)
class Ground:
    """What every map is drawn on: all tiles as one path, lines between regions, and the regions' names.

    The path runs through tiles that lie side by side, and is drawn in dashes: a picture has it for each page once more.
    """

    width: int
    height: int
    tiles: str
    borders: tuple[Border, ...]
    labels: tuple[Label, ...]

    @cached_property
    def border(self) -> str:
        """The lines between regions as one path."""
        return "".join(
            f"M{line.x} {line.y}{f'v{PITCH}' if line.is_upright else f'h{PITCH}'}" for line in self.borders
        )


@dataclass(frozen=True)
class TileMap:
    """The municipalities from north to south and west to east with their cases."""

    ground: Ground
    tiles: tuple[Tile, ...]
    steps: tuple[Step, ...]
    """The key: the steps that some tile has, the fewest first; none for no cases."""
    starts: tuple[int, ...]
    """How many cases each step begins at."""
    cases: int
    """How many cases are counted; a case with several municipalities counts for each of them."""
    elsewhere: int
    """How many of the cases no municipality takes part in."""

    @cached_property
    def marked(self) -> tuple[Tile, ...]:
        """The tiles that have cases."""
        return tuple(tile for tile in self.tiles if tile.count)

    def ranked(self, among: Collection[str] | None = None) -> list[Tile]:
        """Return the tiles that have cases, or all `among` some, those with most first and else by name."""
        shown = self.marked if among is None else [tile for tile in self.tiles if tile.slug in among]
        return sorted(shown, key=lambda tile: (-tile.count, sort_key(tile.name)))

    @property
    def dominant(self) -> Tile | None:
        """The municipality that has so many of the cases that it must be said, if there is one."""
        most = max(self.tiles, key=lambda tile: tile.count, default=None)
        return most if most and most.count * LARGE > self.cases and most.count > LIMITS[-1] else None

    @property
    def caveats(self) -> tuple[str, ...]:
        """What the numbers do not say: where most come from, and what an empty tile means."""
        most = self.dominant
        return (
            *(
                [wording.map["dominant"].format(name=most.name, count=most.count, cases=number(self.cases))]
                if most
                else ()
            ),
            wording.map["empty"],
            *([wording.map.counted("elsewhere", self.elsewhere)] if self.elsewhere else ()),
        )


def tile_map(catalogue: Catalogue, cases: Sequence[Case], among: Collection[str] | None = None) -> TileMap:
    """Return the map of all municipalities with how many of `cases` each has, or each of those `among` them."""
    slugs = (slug for case in cases for slug in case.municipalities)
    counts = Counter(slug for slug in slugs if among is None or slug in among)
    limits = _limits(max(counts.values(), default=0))
    tiles = tuple(
        replace(tile, count=counts[tile.slug], step=_step(counts[tile.slug], limits))
        if tile.slug in counts
        else tile
        for tile in _empty_tiles(catalogue.vocabulary)
    )
    used = {tile.step for tile in tiles}
    steps = tuple(Step(number, words) for number, words in enumerate(_words(limits), 1) if number in used)
    return TileMap(
        _ground(catalogue.vocabulary),
        tiles,
        steps,
        limits,
        len(cases),
        sum(not case.municipalities for case in cases),
    )


def _limits(most: int) -> tuple[int, ...]:
    scale = 10 ** max(0, len(str(most)) - 2)
    return (1, *(limit * scale for limit in LIMITS[1:]))


def _step(count: int, limits: Iterable[int]) -> int:
    return sum(count >= limit for limit in limits)


def _words(limits: Sequence[int]) -> tuple[str, ...]:
    """Return how many cases each step stands for."""
    return (*ranges(limits), wording.map["most"].format(count=limits[-1]))


@lru_cache(maxsize=4)
def _empty_tiles(vocabulary: Vocabulary) -> tuple[Tile, ...]:
    """Return the tiles of a map without cases, from north to south and west to east."""
    places = sorted(_municipalities(vocabulary), key=lambda place: (place.row, place.column))
    return tuple(Tile(place.slug, place.name, place.row, place.column) for place in places)


@lru_cache(maxsize=4)
def _ground(vocabulary: Vocabulary) -> Ground:
    places = {(place.row, place.column): place for place in _municipalities(vocabulary)}
    before, _, after = wording.map["region"].partition("{name}")
    tiles = "".join(
        f"M{(column - 1) * PITCH + 1} {(row - 1) * PITCH + PITCH // 2}h{tiles * PITCH - 2}"
        for row, column, tiles in _abreast(places)
    )
    labels = tuple(
        Label(
            term.name.removeprefix(before).removesuffix(after),
            (term.column - 1) * PITCH + 4,
            (term.row - 1) * PITCH + 16,
        )
        for term in vocabulary["regions"].values()
        if isinstance(term, Region) and term.row and term.column
    )
    width = max([NARROWEST, *(column for _, column in places)]) * PITCH
    height = max([1, *(row for row, _ in places), *(label.y // PITCH + 1 for label in labels)]) * PITCH
    return Ground(width, height, tiles, tuple(_borders(places)), labels)


def _abreast(places: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return tiles that lie side by side: the row, the first one's column, and how many they are."""
    runs: list[list[int]] = []
    for row, column in sorted(places):
        if runs and runs[-1][0] == row and sum(runs[-1][1:]) == column:
            runs[-1][2] += 1
        else:
            runs.append([row, column, 1])
    return runs


def _borders(places: dict[tuple[int, int], Municipality]) -> Iterator[Border]:
    """Yield a line for each side that tiles of two regions share."""
    for (row, column), place in sorted(places.items()):
        east, south = places.get((row, column + 1)), places.get((row + 1, column))
        if east and east.region != place.region:
            yield Border(column * PITCH, (row - 1) * PITCH, is_upright=True)
        if south and south.region != place.region:
            yield Border((column - 1) * PITCH, row * PITCH, is_upright=False)


def _municipalities(vocabulary: Vocabulary) -> Iterator[Municipality]:
    return (term for term in vocabulary["municipalities"].values() if isinstance(term, Municipality))
