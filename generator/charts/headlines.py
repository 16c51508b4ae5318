"""What a series says, in words that follow from its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts.traits import (
    column,
    difference,
    is_by_year,
    is_expected,
    is_total,
    labels,
    noted,
    number,
)
from generator.series import Series
from generator.text import decimals
from generator.text import number as written
from generator.wording import wording


@dataclass(frozen=True)
class Course:
    """Numbers under one name, each with a label of its own."""

    name: str
    points: tuple[tuple[str, float], ...]

    @property
    def measured(self) -> tuple[tuple[str, float], ...]:
        """The points that are more than expected."""
        return tuple(point for point in self.points if not is_expected(point[0]))

    @property
    def change(self) -> float:
        """How far the last number is from the first, as a part of the larger."""
        first, last = self.measured[0][1], self.measured[-1][1]
        return abs(last - first) / (max(abs(first), abs(last)) or 1)

    def said(self, value: float) -> str:
        """Return a number as it is written beside the others."""
        return written(value, decimals(number for _, number in self.points))


def headline(series: Series) -> str:
    """Return the point of a series in a sentence."""
    names, columns = labels(series), series.columns[1:]
    down = [_course(name, names, column(series, index)) for index, name in enumerate(columns, 1)]
    if is_by_year(names):
        net = difference(series)
        over_time = down if net is None else [down[net - 1]]
    else:
        across = [
            _course(name, columns, map(number, row[1:])) for name, row in zip(names, series.rows, strict=True)
        ]
        over_time = across if _ends_in_a_year(columns) else []
    moving = [course for course in over_time if len(course.measured) > 1]
    return _movement(max(moving, key=lambda course: course.change)) if moving else _extremes(down)


def described(series: Series) -> str:
    """Return what a chart shows, in words; all its numbers stand in the table below it."""
    names = labels(series)
    courses = (
        _course(name, names, column(series, index)) for index, name in enumerate(series.columns[1:], 1)
    )
    told = " ".join(_told(course, is_by_year(names)) for course in courses)
    unit = series.unit.rstrip(".")
    return wording.headlines["described"].format(title=series.title, unit=unit, told=told)


def _course(
    name: str, names: Sequence[str], values: Iterator[float | None] | Sequence[float | None]
) -> Course:
    pairs = zip(names, values, strict=True)
    return Course(name, tuple((label, value) for label, value in pairs if value is not None))


def _ends_in_a_year(columns: Sequence[str]) -> bool:
    """Return whether the columns lead up to a year, as from a starting point to 2019."""
    return len(columns) > 1 and is_by_year(columns[-1:])


def _movement(course: Course) -> str:
    """Return from where to where numbers went, and what was expected next."""
    (start, first), (end, last) = course.measured[0], course.measured[-1]
    if first == last:
        same = {"start": _when(start), "end": _when(end), "value": course.said(first)}
        return wording.headlines["same"].format(name=course.name, **same)
    told = wording.headlines["moves" if is_expected(course.name) else "moved"].format(
        name=course.name,
        first=course.said(first),
        start=_when(start),
        last=course.said(last),
        end=_when(end),
    )
    label, value = course.points[-1]
    year, note = noted(label)
    if note and is_expected(note):
        expected = {"note": f"{note[:1].upper()}{note[1:]}", "year": year, "value": course.said(value)}
        return wording.headlines["expected"].format(told=told, **expected)
    return told


def _when(label: str) -> str:
    """Return when a number is from: i 2019, or what its column is called."""
    name = noted(label)[0]
    return wording.headlines["in_year"].format(year=name) if is_by_year((name,)) else f"({name})"


def _extremes(courses: Sequence[Course]) -> str:
    """Return which of several groups has most and which has least."""
    if len(courses) > 1:
        return _largest(courses)
    course = courses[0]
    among = [point for point in course.points if not is_total(point[0])] or list(course.points)
    (top, most), (bottom, least) = max(among, key=lambda p: p[1]), min(among, key=lambda p: p[1])
    if most == least:
        return f"{course.name}: {course.said(most)}"
    return wording.headlines["extremes"].format(
        name=course.name, top=top, most=course.said(most), bottom=bottom, least=course.said(least)
    )


def _largest(courses: Sequence[Course]) -> str:
    """Return the column that is the largest in every row, or else the largest number of all."""
    rows: dict[str, list[tuple[float, str]]] = {}
    for course in courses:
        for label, value in course.points:
            rows.setdefault(label, []).append((value, course.name))
    tops = {label: max(found, key=lambda pair: pair[0]) for label, found in rows.items()}
    leaders = {name for _, name in tops.values()}
    least, most = min(value for value, _ in tops.values()), max(value for value, _ in tops.values())
    if len(leaders) > 1:
        label = next(label for label, (value, _) in tops.items() if value == most)
        return wording.headlines["largest"].format(
            name=tops[label][1], label=label, value=_said(courses, most)
        )
    low, high = _said(courses, least), _said(courses, most)
    told = high if least == most else wording.headlines["between"].format(least=low, most=high)
    leading = "leads_everywhere" if len(tops) > 1 else "leads"
    return wording.headlines[leading].format(name=leaders.pop(), values=told)


def _said(courses: Sequence[Course], value: float) -> str:
    return written(value, decimals(number for course in courses for _, number in course.points))


def _told(course: Course, by_year: bool) -> str:
    """Return the numbers of a column in short."""
    points = [(value, f"{written(value)} ({label})") for label, value in course.points]
    if len(points) < 2:
        return f"{course.name}: {points[0][1] if points else wording.common['unstated']}."
    if by_year:
        ends = {"first": points[0][1], "last": points[-1][1]}
        return wording.headlines["over_time"].format(name=course.name, **ends)
    return wording.headlines["across"].format(name=course.name, most=max(points)[1], least=min(points)[1])
