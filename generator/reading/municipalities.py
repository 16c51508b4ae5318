"""What must agree among the municipalities: their regions, their places on the map and who is whose neighbour."""

from collections.abc import Mapping

from generator.reading.hints import hint
from generator.reading.log import Reading
from generator.vocabulary import Municipality, Term


def check(reading: Reading, municipalities: Mapping[str, Term], regions: Mapping[str, Term]) -> None:
    """Report regions that are not there, places on the map that two have, and neighbours who do not know of it."""
    known = [term for term in municipalities.values() if isinstance(term, Municipality)]
    taken: dict[tuple[int, int], str] = {}
    for term in known:
        if regions and term.region not in regions:
            near = hint(term.region, regions)
            reading.report((term.slug, "region"), "not_allowed", value=term.region, hint=near)
        other = taken.setdefault((term.row, term.column), term.slug)
        if other != term.slug:
            path = (term.slug, "row")
            reading.report(path, "tile_taken", other=other, row=term.row, column=term.column)
        _check_neighbours(reading, term, {each.slug: each for each in known})


def _check_neighbours(reading: Reading, term: Municipality, known: Mapping[str, Municipality]) -> None:
    for index, slug in enumerate(term.neighbours):
        path = (term.slug, "neighbours", index)
        if slug == term.slug:
            reading.report(path, "own_neighbour")
        elif slug in term.neighbours[:index]:
            reading.report(path, "repeated", value=slug)
        elif slug not in reading.document.data:
            reading.report(path, "not_allowed", value=slug, hint=hint(slug, reading.document.data))
        elif slug in known and term.slug not in known[slug].neighbours:
            reading.report(path, "one_sided", slug=term.slug, other=slug)
