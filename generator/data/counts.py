"""The counts that charts of several cases draw, as rows."""

from collections.abc import Callable, Iterator, Mapping

from generator.catalogue import Catalogue
from generator.charts.bars import by_start
from generator.data.tables import Row
from generator.insights import Knowledge
from generator.wording import wording


def factors(catalogue: Catalogue) -> Iterator[Row]:
    """Yield how many cases each factor drove and hindered, in all and theme by theme."""
    knowledge = Knowledge(catalogue)
    sides = wording.leading["driver"], wording.leading["barrier"]
    themes = [theme.name for theme in knowledge.themes()]
    yield wording.count_columns["factor"], *sides, *(f"{theme}: {side}" for theme in themes for side in sides)
    for row in knowledge.matrix():
        pairs = zip(row.drivers, row.barriers, strict=True)
        yield row.factor.name, row.drove, row.hindered, *(count for pair in pairs for count in pair)


def gains(catalogue: Catalogue) -> Iterator[Row]:
    """Yield how many gains of each type have each strength of evidence."""
    yield (
        wording.count_columns["type"],
        *(term.name for term in catalogue.terms("evidence").values()),
        wording.count_columns["total"],
        wording.count_columns["cases"],
    )
    for row in Knowledge(catalogue).gain_table():
        yield row.type.name, *row.counts, row.total, row.cases


def starts(catalogue: Catalogue) -> Iterator[Row]:
    """Yield how many cases began in which years, and of how many that is not told."""
    yield wording.starts["year"], wording.starts["cases"]
    shown = by_start(catalogue.cases)
    for row in shown.rows if shown else ():
        yield str(row[0]), int(row[1] or 0)
    yield wording.starts["untold"], sum(case.start is None for case in catalogue.cases)


FILES: Mapping[str, Callable[[Catalogue], Iterator[Row]]] = {
    "factors": factors,
    "gains": gains,
    "starts": starts,
}
"""What is counted, by the name of its file."""
