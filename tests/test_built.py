"""A build beside the old site."""

from pathlib import Path

from generator.site.staging import Staging


def staged(target: Path, is_whole: bool) -> list[str] | None:
    """Build beside a site, and return which files there are then, where there is a new one."""
    staging = Staging()
    (staging.begin(target) / "index.html").write_text("ny")
    assert staging.is_beside
    staging.is_whole = is_whole
    there = staging.end()
    return None if there is None else [*there]


def test_a_whole_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old = tmp_path / "site"
    old.mkdir()
    (old / "gammel.html").write_text("gammel")
    assert staged(old, is_whole=True) == ["index.html"]
    assert [each.name for each in old.iterdir()] == ["index.html"]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_without_a_whole_site_the_old_one_stays(tmp_path: Path) -> None:
    old = tmp_path / "site"
    old.mkdir()
    (old / "gammel.html").write_text("gammel")
    assert staged(old, is_whole=False) is None
    assert [each.name for each in old.iterdir()] == ["gammel.html"]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_holds_what_must_stay_is_built_in(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    staging = Staging()
    assert staging.begin(tmp_path) == tmp_path
    assert not staging.is_beside
