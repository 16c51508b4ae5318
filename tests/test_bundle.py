"""Style sheets and scripts that are joined."""

from itertools import chain

import pytest

from generator.packed import THEME
from generator.search.spoken import LANGUAGES
from generator.site.brought import SCRIPTS, SHEETS, parts_for
from generator.site.bundle import Bundle, join, worded

PATHS = ("assets/b.js", "assets/main.1a2b.min.css", "assets/a.css", "assets/c.css")


def test_parts_come_in_the_order_that_is_stated_and_not_in_that_of_the_files() -> None:
    bundle = Bundle("assets/site.css", ("assets/main.*.min.css", "assets/c.css", "assets/a.css"))
    assert bundle.members(PATHS) == ("assets/main.1a2b.min.css", "assets/c.css", "assets/a.css")


def test_a_part_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"assets/d\.css"):
        Bundle("assets/site.css", ("assets/a.css", "assets/d.css")).members(PATHS)


def test_texts_stand_whole_one_after_the_other() -> None:
    assert join(
        ["a{}\n", "b{}\n/*# sourceMappingURL=b.css.map */", "f();\n//# sourceMappingURL=f.js.map\n"]
    ) == ("a{}\nb{}\nf();\n")


def test_readers_fetch_no_documentation_but_licences() -> None:
    script = """/** What it is. */
const a = "/** */", b = /** @type {number} */ (1);
  /**
   * @param {string} a
   */
  function f(a) {} /** behind */
/** @license MIT */
/* why */
"""
    assert (
        join([script])
        == """const a = "/** */", b = /** @type {number} */ (1);
  function f(a) {} /** behind */
/** @license MIT */
/* why */
"""
    )


GROUPS = {"card": {"gain": "Gevinst"}, "form": {"more": "Flere"}}


def test_a_script_brings_the_words_that_it_names_and_no_others() -> None:
    script = "const { wording } = casekatalog;\nshow(wording.form.more);\n"
    assert worded(script, GROUPS) == (
        f'Object.assign(casekatalog.wording, {{"form":{{"more":"Flere"}}}});\n{script}'
    )
    assert worded("show();\n", GROUPS) == "show();\n"
    with pytest.raises(KeyError, match="lost"):
        worded("wording.lost.word", GROUPS)


def test_words_come_where_the_first_script_begins_to_hold_them() -> None:
    start = "const casekatalog = {};\ncasekatalog.wording = {};\n"
    found = worded(f"{start}wording.form.more;\n", GROUPS)
    assert found.startswith(f"{start}Object.assign(") and found.endswith("\nwording.form.more;\n")


def test_every_style_sheet_and_script_is_joined_or_asked_for_by_a_page() -> None:
    joined = {*SHEETS, *SCRIPTS, *chain(*map(parts_for, LANGUAGES.values()))}
    templates = "\n".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
    there = {
        path.relative_to(THEME).as_posix() for ending in ("css", "js") for path in THEME.rglob(f"*.{ending}")
    }
    left = {path for path in there - joined if path.removeprefix("assets/") not in templates}
    assert not left, "add it to generator/site/bundles.toml"


def test_every_component_is_shown_by_a_template() -> None:
    templates = {path: path.read_text("utf-8") for path in THEME.rglob("*.html")}
    for path in (THEME / "components").glob("*.html"):
        others = "\n".join(text for other, text in templates.items() if other != path)
        assert f"components/{path.name}" in others, path.name
