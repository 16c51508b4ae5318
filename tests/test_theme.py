"""MkDocs finds all files of a theme that are shown."""

from pathlib import Path

from mkdocs.theme import Theme

from generator.site.theme import list_shown


def test_what_is_listed_is_what_the_engine_would_take(tmp_path: Path) -> None:
    for name in ("main.html", "css/a.css", "css/.b.css", ".icons/c/d.svg", "e/.f/g.js", "e/h.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    theme = Theme(name=None, custom_dir=str(tmp_path))
    usual = theme.get_env()
    list_shown(theme)
    found = theme.get_env()
    shown = [name for name in usual.list_templates() if "/." not in f"/{name}"]
    assert found.list_templates() == shown
    assert {"main.html", "css/a.css", "e/h.js"} <= {*shown}
    assert found.get_template(".icons/c/d.svg").render() == ".icons/c/d.svg"
