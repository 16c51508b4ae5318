"""What a case has in each file of all cases: its share follows from the case alone, and is kept for the next time."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import accumulate, pairwise

from generator import store
from generator.data import citing, delimited, records, tables, workbook
from generator.data.downloads import ALL, TABLES, WORKBOOK, offered
from generator.data.release import Release
from generator.model import Case
from generator.store import NOTHING, Store

KIND = "share"
"""What a store has shares under."""

Share = Mapping[str, bytes]
"""What stands in each file of one case, by the path of the file; in the workbook, by the name of the table."""


def shares(release: Release, kept: Store = NOTHING) -> Iterator[Share]:
    """Yield the share of each case, in their order."""
    has_sheets = WORKBOOK in offered(release)
    told, digests = store.key(repr(release.settings), str(has_sheets)), release.catalogue.digests
    makes = {
        store.key(told, digests[case.slug], str(release.changed(case))): partial(
            _packed, release, case, has_sheets
        )
        for case in release.catalogue.cases
    }
    yield from map(_unpacked, kept.complete(KIND, makes).values())


def _made(release: Release, case: Case, has_sheets: bool) -> Iterator[tuple[str, bytes]]:
    shape, cited = release.catalogue.shape, citing.cited(release, case)
    yield ALL.path, records.as_json(release, case)
    for download, table in zip(TABLES, (tables.cases(shape), tables.gains(shape)), strict=True):
        rows = [*table.rows(release, case)]
        yield download.path, delimited.as_rows(rows)
        if has_sheets:
            yield table.name, workbook.as_rows(rows)
    for each in citing.FORMATS:
        yield each.path, each.one(cited).encode()


def _packed(release: Release, case: Case, has_sheets: bool) -> bytes:
    """Return the share of a case in one piece: the first line tells how long each part of it is."""
    made = dict(_made(release, case, has_sheets))
    lengths = json.dumps({path: len(part) for path, part in made.items()})
    return b"\n".join((lengths.encode(), b"".join(made.values())))


def _unpacked(packed: bytes) -> Share:
    head, _, parts = packed.partition(b"\n")
    lengths: dict[str, int] = json.loads(head.decode())
    places = pairwise(accumulate(lengths.values(), initial=0))
    return {path: parts[start:end] for path, (start, end) in zip(lengths, places, strict=True)}
