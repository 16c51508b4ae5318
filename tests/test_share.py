"""What cases have in the files of all: made once for each case, and the files are those that nothing kept gives."""

import datetime
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.data import export, records, share, workbook
from generator.data.release import Release
from generator.dates import Dates
from generator.model import Case
from generator.reading.settings import Settings
from generator.store import Store

SETTINGS = Settings(site_name="Katalog", site_url="https://example.org/katalog/")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the cases that a share is made of, as they come."""
    found: list[str] = []
    record = records.record

    def noting(release: Release, case: Case) -> dict[str, Any]:
        found.append(case.slug)
        return record(release, case)

    monkeypatch.setattr(records, "record", noting)
    return found


def changed(made: Catalogue, slug: str, **values: Any) -> Catalogue:
    """Return the catalogue with one case changed."""
    cases = [case.model_copy(update=values) if case.slug == slug else case for case in made.cases]
    return Catalogue(cases, made.vocabulary)


def test_only_what_is_new_is_made(made: Catalogue, kept: Store, told: list[str]) -> None:
    export.files(Release(made, SETTINGS), kept)
    assert sorted(told) == sorted(made.by_slug)
    told.clear()
    export.files(Release(Catalogue(made.cases, made.vocabulary), SETTINGS), kept)
    assert told == []
    export.files(Release(changed(made, "alt-i-brug", title="Åh, et nyt navn"), SETTINGS), kept)
    assert told == ["alt-i-brug"]


def test_a_kept_frame_is_filled_without_openpyxl(
    made: Catalogue, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    export.files(Release(made, SETTINGS), kept)
    monkeypatch.setattr(export, "FRAME", "nowhere")
    assert export.files(Release(changed(made, "alt-i-brug", title="Åh"), SETTINGS), kept)
    with pytest.raises(ModuleNotFoundError):
        export.files(Release(made, SETTINGS))


def test_the_workbook_is_made_again_when_its_rows_are_others(
    made: Catalogue, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    export.files(Release(made, SETTINGS), kept)
    told, filled = Counter[str](), workbook.filled

    def noting(frame: bytes, sheets: Iterable[Iterable[bytes]]) -> bytes:
        told["filled"] += 1
        return filled(frame, sheets)

    monkeypatch.setattr(workbook, "filled", noting)
    export.files(Release(changed(made, "alt-i-brug", organisation="Sådan."), SETTINGS), kept)
    assert told["filled"] == 0
    export.files(Release(changed(made, "alt-i-brug", title="Åh"), SETTINGS), kept)
    assert told["filled"] == 1


def test_what_is_kept_is_what_is_made(made: Catalogue, kept: Store) -> None:
    came = datetime.datetime(2026, 5, 3, tzinfo=datetime.UTC)
    dates = {"alt-i-brug": Dates(came, came)}
    elsewhere = SETTINGS.model_copy(update={"site_url": "https://example.org/andet/"})
    releases = [
        Release(made, SETTINGS),
        Release(changed(made, "alt-i-brug", title='Åh; et "nyt" navn'), SETTINGS),
        Release(changed(made, "alt-i-brug", caveats=()), SETTINGS),
        Release(Catalogue(made.cases[1:], made.vocabulary), SETTINGS),
        Release(Catalogue(made.cases, made.vocabulary, dates), SETTINGS),
        Release(made, elsewhere),
        Release(Catalogue([], made.vocabulary), SETTINGS),
    ]
    for release in releases * 2:
        assert export.files(release, kept) == export.files(release)


def test_sheets_are_made_only_where_there_is_a_workbook(
    made: Catalogue, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_sheets = [*share.shares(Release(made, SETTINGS), kept)]
    monkeypatch.setattr("generator.data.downloads.MOST", 3)
    without = [*share.shares(Release(made, SETTINGS), kept)]
    assert {"cases", "gains"} == {*with_sheets[0]} - {*without[0]}
