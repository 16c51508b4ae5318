"""A figure in words: its number, and what stands behind it."""

import re

from generator.messages import remedy
from generator.model import Figure, GainFigure
from generator.text import number
from generator.vocabulary import Vocabulary
from generator.wording import by_language, wording

_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")


def amount(figure: Figure) -> str:
    """Return a figure's number without its unit: ca. 10, 15–20, fra ca. 5 til 1."""
    before, after = amounts(figure)
    return remedy("change", before=before, after=after) if before else after


def amounts(figure: Figure) -> tuple[str, str]:
    """Return the number before, or nothing, and the number itself: ca. 5 and 1."""
    after = _exact(figure.qualifier, figure.value)
    after += "" if figure.to is None else f"–{number(figure.to)}"
    if not isinstance(figure, GainFigure) or figure.before is None:
        return "", after
    return _exact(figure.before_qualifier, figure.before), after


def basis(figure: Figure, vocabulary: Vocabulary) -> str:
    """Return a figure's period and traits: 2018 · opgjort · indsats."""
    return "\N{NO-BREAK SPACE}· ".join(_behind(figure, vocabulary))


def covered(figure: Figure) -> list[int]:
    """Return the years that a figure's period names, and those between two that it goes from and to."""
    years: set[int] = set()
    end = None
    for found in _YEAR.finditer(figure.period or ""):
        year = int(found[0])
        if end and _until().search(found.string, end.end(), found.start()):
            years.update(range(int(end[0]), year))
        years.add(year)
        end = found
    return sorted(years)


@by_language
def _until() -> re.Pattern[str]:
    """Return what stands between the first and the last of several years."""
    return re.compile(rf"[-\N{{EN DASH}}]|\b{re.escape(wording.period_signs['until'])}\b")


def sentence(figure: Figure, vocabulary: Vocabulary) -> str:
    """Return all that is told of a figure: 2 pct. sygefravær (2018, opgjort)."""
    behind = ", ".join(_behind(figure, vocabulary))
    return f"{amount(figure)} {figure.unit} {figure.what} ({behind})"


def traits(figure: Figure, vocabulary: Vocabulary) -> list[str]:
    """Return the names of a figure's kind, and of its role unless it is a result."""
    names = [vocabulary["figure_kinds"][figure.kind].name.lower()]
    if isinstance(figure, GainFigure) and figure.role not in {None, wording.slugs["result"]}:
        names.append(vocabulary["figure_roles"][str(figure.role)].name.lower())
    return names


def _behind(figure: Figure, vocabulary: Vocabulary) -> list[str]:
    return [figure.period or wording.view["no_period"], *traits(figure, vocabulary)]


def _exact(qualifier: str | None, value: float) -> str:
    return f"{qualifier} {number(value)}" if qualifier else number(value)
