"""Every file of the open data, made of one release."""

from collections.abc import Sequence
from importlib import import_module
from itertools import chain
from typing import cast

from generator import store
from generator.addresses import counts_path, record_path, series_path
from generator.data import citing, counts, dcat, delimited, graph, package, records, tables, workbook
from generator.data.downloads import ALL, JSON_LD, PACKAGE, SCHEMA, TABLES, TURTLE, WORKBOOK, offered
from generator.data.release import Release
from generator.data.share import shares
from generator.data.tables import Table
from generator.store import NOTHING, Store

FRAME = "generator.data.frame"
"""The module that makes frames of workbooks: loading it takes longer than all else here."""
KIND, LAST = "workbook", "last"
"""What a store has frames under, and the one workbook that was made last, after what it was made of."""


def files(release: Release, kept: Store = NOTHING) -> dict[str, bytes]:
    """Return every file of the open data by its path on the site; what is slow to make is kept in a store."""
    cases, shape, there = release.catalogue.cases, release.catalogue.shape, offered(release)
    both, told = (tables.cases(shape), tables.gains(shape)), [*shares(release, kept)]

    def all_of(name: str) -> list[bytes]:
        return [share[name] for share in told]

    made = {record_path(case): b"%b\n" % line for case, line in zip(cases, all_of(ALL.path), strict=True)}
    made[ALL.path] = records.all_as_json(release, release.address(SCHEMA), all_of(ALL.path))
    for download, table in zip(TABLES, both, strict=True):
        made[download.path] = delimited.joined(table.names, all_of(download.path))
    if WORKBOOK in there:
        made[WORKBOOK.path] = _workbook(both, [all_of(table.name) for table in both], kept)
    sizes = {path: len(content) for path, content in made.items()}
    made[PACKAGE.path] = package.as_json(release, both, sizes).encode()
    for case in cases:
        for number, series in enumerate(case.series, 1):
            made[series_path(case, number)] = delimited.as_csv(tables.series(series))
    made |= {
        counts_path(name): delimited.as_csv(counted(release.catalogue))
        for name, counted in counts.FILES.items()
    }
    things = dcat.things(release, {each.path: len(made[each.path]) for each in there})
    made[TURTLE] = graph.turtle(things, dcat.PREFIXES).encode()
    made[JSON_LD] = graph.json_ld(things, dcat.PREFIXES).encode()
    return made | {each.path: each.whole(all_of(each.path)) for each in citing.FORMATS}


def _workbook(both: Sequence[Table], sheets: Sequence[Sequence[bytes]], kept: Store) -> bytes:
    """Return the workbook: the one that was made last, while its headings and its rows are the same."""
    headings = store.key(repr([(table.title, table.columns) for table in both]))
    made_of = store.key(headings, *chain.from_iterable(sheets)).encode()
    last = kept.find(KIND, [LAST]).get(LAST, b"")
    if last.startswith(made_of):
        return last.removeprefix(made_of)

    def frame() -> bytes:
        return cast(bytes, import_module(FRAME).framed(both))

    made = workbook.filled(kept.complete(KIND, {headings: frame})[headings], sheets)
    kept.keep(KIND, {LAST: made_of + made})
    return made
