"""Every file of the open data, made of one release."""

from collections.abc import Iterator

from generator.addresses import counts_path, record_path, series_path
from generator.data import citing, counts, dcat, delimited, graph, package, records, tables, workbook
from generator.data.downloads import ALL, JSON_LD, PACKAGE, SCHEMA, TABLES, TURTLE, WORKBOOK, offered
from generator.data.release import Release


def files(release: Release) -> dict[str, bytes]:
    """Return every file of the open data by its path on the site."""
    made = {path: content.encode() for path, content in _records(release)}
    both, there = (tables.cases(release), tables.gains(release)), offered(release)
    for download, table in zip(TABLES, both, strict=True):
        made[download.path] = delimited.as_csv(table)
    if WORKBOOK in there:
        made[WORKBOOK.path] = workbook.as_xlsx(both)
    sizes = {path: len(content) for path, content in made.items()}
    made[PACKAGE.path] = package.as_json(release, both, sizes).encode()
    for case in release.catalogue.cases:
        for number, series in enumerate(case.series, 1):
            made[series_path(case, number)] = delimited.of_rows(tables.series(series))
    made |= {
        counts_path(name): delimited.of_rows(told(release.catalogue)) for name, told in counts.FILES.items()
    }
    things = dcat.things(release, {each.path: len(made[each.path]) for each in there})
    made[TURTLE] = graph.turtle(things, dcat.PREFIXES).encode()
    made[JSON_LD] = graph.json_ld(things, dcat.PREFIXES).encode()
    return made | {path: content.encode() for path, content in citing.files(release)}


def _records(release: Release) -> Iterator[tuple[str, str]]:
    """Yield each case as JSON, and all of them in one file."""
    lines = [records.as_json(release, case) for case in release.catalogue.cases]
    for case, line in zip(release.catalogue.cases, lines, strict=True):
        yield record_path(case), f"{line}\n"
    yield ALL.path, records.all_as_json(release, release.address(SCHEMA), lines)
