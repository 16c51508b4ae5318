"""The words of every language: all have the same, and whoever names one names one that there is."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from generator.locale import LOCALES
from generator.packed import THEME
from generator.reading.folder import load_vocabulary
from generator.site.templates import fill
from generator.site.templates import theme as ready
from generator.wording import FIRST, FOLDER, LANGUAGES, Group, by_language, read, wording
from helpers import ROOT

MARK = re.compile(r"\{(\w*)[^}]*\}")
NAMED = re.compile(
    r"\bwording\.([a-z_]+)(?:\.(?:counted|chosen|listed)\(\"(\w+)\"|\.([a-z_0-9]+)|\[\"([\w.]+)\"\])"
)
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
OF_GROUPS = {"at", "counted", "chosen", "counts", "listed", "plain", "get", "items", "values", "keys"}


def sources() -> Iterator[Path]:
    """Yield all files that name words."""
    for folder, kinds in {ROOT / "generator": ("py", "typ"), THEME: ("html", "js")}.items():
        for kind in kinds:
            yield from folder.rglob(f"*.{kind}")


def all_texts(language: str) -> dict[tuple[str, str, int], str]:
    """Return the texts of a language by group, key and whether they are for several."""
    return {
        (name, key, number): text
        for name, group in read(language).items()
        for key, texts in group.plain().items()
        for number, text in enumerate([texts] if isinstance(texts, str) else texts)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_words_with_the_same_marks(language: str) -> None:
    first, other = all_texts(FIRST), all_texts(language)
    assert other.keys() == first.keys()
    for key, text in other.items():
        marks, expected = (Counter(MARK.findall(found)) for found in (text, first[key]))
        assert marks.keys() == expected.keys(), (key, text)
    assert all(text.strip() for text in other.values())


def test_every_word_that_is_named_is_there() -> None:
    groups = read(FIRST)
    for path in sources():
        for group, counted, dotted, quoted in NAMED.findall(path.read_text("utf-8")):
            if group in ("plain", "language", "speak", "ways"):
                continue
            assert group in groups, (path.name, group)
            if (key := dotted or quoted or counted) and key not in OF_GROUPS:
                assert key in groups[group].plain(), (path.name, group, key)


def test_every_word_is_used() -> None:
    """A group that is handed on whole, or asked by a key that varies, is used as a whole."""
    text = "\n".join(path.read_text("utf-8") for path in sources())
    told = (FOLDER / f"{FIRST}.toml").read_text("utf-8")
    whole = set(
        re.findall(
            r"\bwording\.([a-z_]+)(?:\[(?!\")|\.(?:plain|get|items|values|keys)\(|\.counted\((?!\")|[^\w.\[])",
            text,
        )
    )
    for name, group in read(FIRST).items():
        assert re.search(rf"\bwording\.{name}\b", text), name
        if name in whole:
            continue
        for key in group.plain():
            ways = (
                rf"\.{re.escape(key)}\b",
                rf'\[[^\]]*"{re.escape(key)}"',
                rf'\.\w+\("{key}"',
                rf'\.counts\["{key}"',
            )
            named = any(re.search(rf"\bwording\.{name}{way}", text) for way in ways)
            assert named or f"{{{key.upper()}}}" in told, (name, key)


NOTHING_ASKED = """
import importlib, pkgutil
from generator import wording

def refuse(words, group):
    raise AssertionError(f"{group} is asked for before anybody knows the language")

wording.Wording.__getattr__ = refuse
for module in pkgutil.walk_packages(["generator"], "generator."):
    if module.name != "generator.__main__":
        importlib.import_module(module.name)
"""


def test_no_word_is_asked_for_before_the_language_is_known() -> None:
    done = subprocess.run(
        [sys.executable, "-c", NOTHING_ASKED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr.splitlines()[-1]


WAYS = {
    "search/danish.js",
    "search/english.js",
    "search/norwegian.js",
    "search/language.js",
    "form/scalars.js",
    "form/words.js",
    "form/markdown.js",
}
"""The scripts that know letters of Danish, as ways of the language."""


def test_no_script_or_print_template_has_words_of_its_own() -> None:
    """Words with letters that English lacks are told by them, in what is no comment."""
    folder = THEME / "assets" / "js"
    scripts = [path for path in folder.rglob("*.js") if "vendor" not in path.parts]
    templates = (ROOT / "generator" / "printing" / "templates").glob("*.typ")
    found = [
        path.name
        for path in (*scripts, *templates)
        if path.parent.name + "/" + path.name not in WAYS
        and re.search("[æøå]", COMMENT.sub("", path.read_text("utf-8")), re.IGNORECASE)
    ]
    assert found == []


def test_no_key_is_taken_for_what_a_group_does() -> None:
    assert not [key for group in read(FIRST).values() for key in group.plain() if hasattr(Group, key)]


def test_a_count_chooses_the_text() -> None:
    assert wording.view.counted("doubts", 1) == "1 forbehold"
    assert wording.view.counted("doubts", 3) == "3 forbehold"


def test_words_around_html_are_text_and_values_that_are_html_stay_it() -> None:
    words = 'Se "A & B" hos {link}, {name}.'
    filled = fill(words, link=Markup('<a href="x">C</a>'), name="<b>")
    assert filled == 'Se &#34;A &amp; B&#34; hos <a href="x">C</a>, &lt;b&gt;.'


def test_the_theme_knows_the_words() -> None:
    theme = Environment()
    ready(theme, lambda _: True)
    shown = theme.from_string(
        '{% set way %}<a>{{ wording.card.gain }}</a>{% endset %}{{ "{way} &" | fill(way=way | safe) }}'
    )
    assert shown.render() == f"<a>{wording.card['gain']}</a> &amp;"


def test_a_common_word_stands_in_others() -> None:
    assert wording.common["unstated"] in wording.figure_help["period"]


def test_what_is_kept_is_kept_for_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []

    @by_language
    def work(name: str) -> str:
        worked.append(name)
        return wording.language

    assert [work("a"), work("a")] == ["da", "da"]
    monkeypatch.setattr(wording, "language", "xx")
    assert [work("a"), work("a")] == ["xx", "xx"] and len(worked) == 2


def test_what_is_read_once_more_is_told_in_the_language_of_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "cases" / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "vocabulary" / "levels.yaml").write_text("", "utf-8")
    assert load_vocabulary(tmp_path / "vocabulary")[1][0].message.startswith("Ordlisten er tom")
    told = Group({code: f"{code}!" for code in wording.messages}, {})
    monkeypatch.setattr(wording, "language", "xx")
    monkeypatch.setitem(LOCALES, "xx", LOCALES["en"])
    monkeypatch.setattr(wording, "messages", told)
    assert load_vocabulary(tmp_path / "vocabulary")[1][0].message == "empty_vocabulary!"


def test_a_group_that_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = wording.nothing_such
