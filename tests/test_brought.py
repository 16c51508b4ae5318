"""What the generator brings to a site that has none of its own."""

from itertools import chain
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from generator.packed import THEME, page_views
from generator.search.spoken import LANGUAGES
from generator.site import brought
from generator.site.unwritten import Unwritten, named
from generator.wording import FIRST, wording
from helpers import ROOT


def test_what_is_joined_is_there() -> None:
    joined = {
        *brought.SHEETS,
        *brought.SCRIPTS,
        *chain(*map(brought.parts_for, LANGUAGES.values())),
    }
    assert [path for path in sorted(joined) if not (THEME / path).is_file()] == []


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
    assert "min-liste.md" in page_views()


def test_all_files_of_the_theme_are_found_but_hidden_ones_are_not_looked_for() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    usual, ours = Files([]), Files([])
    usual.add_files_from_theme(config.theme.get_env(), config)
    brought.complete(config)
    found = config.theme.get_env()
    ours.add_files_from_theme(found, config)
    assert {*ours.src_uris} == {*usual.src_uris} | {
        file.relative_to(THEME).as_posix() for file in (THEME / "assets").rglob("*") if file.is_file()
    }
    assert not any(name.startswith(".") or "/." in name for name in found.list_templates())
    assert found.get_template(".icons/material/magnify.svg").render().startswith("<svg")


def test_a_page_that_nobody_wrote_needs_no_text() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    page = Unwritten("En", File("en.md", None, config.site_dir, use_directory_urls=True), config)
    page.read_source(config)
    page.render(config, Files([page.file]))
    assert (page.markdown, page.content, page.meta, page.title) == ("", "", {}, "En")


def test_a_menu_names_files_and_addresses() -> None:
    nav = ["index.md", {"Steder": ["kommune/index.md", {"Fyn": "/kommune/nordfyns.md"}]}]
    assert [*named(nav)] == ["index.md", "kommune/index.md", "kommune/nordfyns.md"]
    assert [*named(None)] == []


def test_a_site_brings_the_search_of_its_own_language_alone() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    parts = {part for language in LANGUAGES.values() for part in brought.parts_for(language)}
    for code, language in LANGUAGES.items():
        files = Files([File(part, str(THEME), config.site_dir, use_directory_urls=True) for part in parts])
        wording.speak(code)
        try:
            brought.leave_out(files)
        finally:
            wording.speak(FIRST)
        assert set(files.src_uris) == brought.parts_for(language)
        assert f"assets/js/search/{language.name}.js" in files.src_uris


def test_nothing_is_copied_to_where_the_data_of_search_and_form_are_written() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    paths = (
        "assets/search/terms.js",
        "assets/data/case/x.js",
        "assets/data.csv",
        "billeder/assets/search/x.png",
    )
    files = Files([File(path, None, config.site_dir, use_directory_urls=True) for path in paths])
    brought.leave_out(files)
    assert [file.src_uri for file in files] == [*paths[2:]]
