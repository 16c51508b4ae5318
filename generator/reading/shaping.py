"""What settings say of the shape of cases: against each other, what is built in, and the pages that there are."""

from collections.abc import Collection, Iterator
from pathlib import Path as FilePath

from generator.facets import FACETS
from generator.model import Case
from generator.own import Own, OwnFacet, OwnField, shape_of
from generator.problems import Path
from generator.reading.hints import one_of
from generator.reading.log import Reading
from generator.reading.slugs import fixed, written
from generator.shape import BUILT_IN

FILTERS_OWN = "year"
"""The filter that no facet has, so that none may be called by its name."""
SETTINGS = frozenset(Own.model_fields)
"""The settings that say something of the shape of cases."""


def check(reading: Reading, base: Path, own: Own, filters: Collection[str], folder: FilePath) -> bool:
    """Report what is wrong with the shape that settings at `base` ask for, and return whether there is such a shape.

    `filters` are those that they show, `folder` has the cases and the pages.
    """
    before = len(reading.log.problems)
    left = shape_of(Own(without_fields=own.without_fields))
    _check_additions(reading, base, own, {*fixed(BUILT_IN), *written(folder)})
    facets = [*left.facets, *(each.key for each in own.facets)]
    places = [key for key in facets if key not in FACETS or not (FACETS[key].is_derived or FACETS[key].part)]
    if own.place is not None and own.place not in places:
        reading.report((*base, "place"), "not_allowed", value=own.place, hint=one_of(own.place, places, {}))
    is_sound = len(reading.log.problems) == before
    for index, key in enumerate(filters):
        if key not in facets:
            reading.report((*base, "filters", index), "not_allowed", value=key, hint=one_of(key, facets, {}))
    return is_sound


def _check_additions(reading: Reading, base: Path, own: Own, paths: set[str]) -> None:
    known = [name for name in Case.model_fields if name != "slug"]
    keys = {*known, *FACETS, FILTERS_OWN}
    for where, each in _additions(own):
        here = (*base, *where)
        if each.key in keys or hasattr(Case, each.key):
            reading.report((*here, "key"), "own_key", value=each.key)
        if each.after is not None and each.after not in known:
            reading.report(
                (*here, "after"), "not_allowed", value=each.after, hint=one_of(each.after, known, {})
            )
        known.append(each.key)
        keys.add(each.key)
        if isinstance(each, OwnFacet):
            if each.address in paths:
                reading.report((*here, "path" if each.path else "key"), "own_path", value=each.address)
            paths.add(each.address)


def _additions(own: Own) -> Iterator[tuple[Path, OwnFacet | OwnField]]:
    """Yield the facets and the fields, each with where it stands."""
    yield from ((("facets", index), each) for index, each in enumerate(own.facets))
    yield from ((("fields", index), each) for index, each in enumerate(own.fields))
