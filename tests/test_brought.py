"""What the generator brings to a site that has none of its own."""

from pathlib import Path

from mkdocs.config import load_config

from generator.packed import PAGE_NAMES, THEME
from generator.site import brought


def test_what_is_joined_is_there_and_nothing_is_left_out() -> None:
    joined = {
        *brought.SHEETS,
        *brought.SCRIPTS,
        *(p for parts in brought.OTHER_SCRIPTS.values() for p in parts),
    }
    assert [path for path in sorted(joined) if not (THEME / path).is_file()] == []
    sheets = {path.relative_to(THEME).as_posix() for path in (THEME / "assets" / "css").glob("*.css")}
    assert sheets == {*brought.SHEETS}


def test_a_catalogue_needs_few_settings(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "theme_overrides").mkdir()
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        "site_name: x\ntheme: {name: material}\nextra_css: [egen.css]\nplugins: []\n", "utf-8"
    )
    config = load_config(str(settings))
    brought.complete(config)
    assert config.theme.dirs[:2] == [str(tmp_path / "theme_overrides"), str(THEME)]
    assert config.theme["font"] is False
    assert config.exclude_docs is not None
    assert config.exclude_docs.match_file("min-case.yaml")
    assert {"admonition", "attr_list"} <= {*config.markdown_extensions}
    assert brought.bundles(config)[0].parts[-1] == "egen.css"
    assert "min-liste.md" in PAGE_NAMES
