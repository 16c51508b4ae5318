"""No word that a reader sees stands elsewhere than in the language and in what the catalogue itself tells."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import material
import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from generator.locale import LOCALES
from generator.packed import THEME, pages
from generator.text import enumeration
from generator.wording import FIRST, wording
from helpers import QUIET, ROOT, once, write_project
from pseudo import MARKED
from shown import Shown, scalars

SETTINGS = """
publisher: {name: Eksempel Kommune, address: "Torvet 1, 9999 Eksempel", url: https://example.org/}
editors: {name: Eksempelredaktionen, email: redaktion@example.org, phone: 12 34 56 78}
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.da}
edit_url: https://github.com/example/casekatalog/edit/main/cases/{path}
accessibility:
  status: delvist
  method: egen
  stated: 2026-05-03
  reviewed: 2026-06-03
  was: https://was.digst.dk/example-org
  shortcomings: [{content: Film uden tekster, reason: fejl, alternative: Casens egen side}]
"""
"""What a catalogue can tell of itself: with it every sentence of the pages about it is shown."""
NAMES = {"GitHub", "GitLab", "Azure DevOps", "Turtle", "JSON-LD", "BibTeX", "RIS", "CSL-JSON", "kB"}
NAMES |= {"confirmed", "casekatalog status", "casekatalog links", "cases.json"}
"""Names that are the same in all languages: of formats, places, units, fields and commands."""
LITERAL = re.compile(r"[æøåÆØÅ]|^[A-Z][a-z]|^[^<]*[a-z] [a-z]")
"""What a text in the code of a template has that is shown as it is."""
SAID = re.compile(r"[\"'`>]([^\"'`<>\n]+)[\"'`<]")
SENTENCE = re.compile(r"[æøåÆØÅ]\w|\w[æøåÆØÅ]|^[A-ZÆØÅ][a-z]+ [a-z]")
"""A text in a script, and what such a text has that is shown as it is."""
BETWEEN = re.compile(
    r"\n\s*\n|\n *(?:[-*#>]|[0-9]+\.) |\n\w+: |\||!\["
    r'|\]\([^)]*\)\{[^}]*\}|!!! \w+ "|"\n|</?(?:t[dhr]|caption|p)\b[^>]*>'
)
"""What stands between the texts of a page in Markdown."""
ADDRESSES = re.compile(r"\]\([^)]*\)|(?:https?://|mailto:)\S+|\b[\w-]+\.(?:csv|json|xlsx)\b")
ODDS = re.compile(r"\{ ?[#.:][^}]*\}|<[^>]*>|\u00ad")
"""Attributes and elements in Markdown, and soft hyphens."""


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, without Markdown and addresses; where it was cut stands …"""
    return re.findall(r"[^\W\d_]+|…", ODDS.sub("", ADDRESSES.sub("", text)).lower())


def theme() -> list[str]:
    """Return the words of the theme that the site is built with."""
    file = Path(material.__file__).parent / "templates/partials/languages" / f"{FIRST}.html"
    return re.findall(r'": "(.*)"', file.read_text("utf-8"))


class Content:
    """What a catalogue tells by itself: its cases, vocabularies, pages and settings."""

    def __init__(self, folder: Path, *settings: str) -> None:
        told = [*NAMES, *LOCALES[FIRST].months, enumeration(["1", "2"]), *theme()]
        told += [text for each in settings for text in scalars(yaml_load(each))]
        cases = folder / "cases"
        told += [each.partition(":")[2] for each in (cases / "addresses.txt").read_text("utf-8").splitlines()]
        for file in cases.rglob("*.yaml"):
            told += scalars(list(yaml.safe_load(file.read_text("utf-8")).values()))
        told += [
            wording.whole(file.read_text("utf-8")) for file in (*cases.glob("*.md"), *pages().glob("*.md"))
        ]
        self._by_first: dict[str, list[list[str]]] = {}
        for part in (part for text in told for part in BETWEEN.split(text)):
            if found := words(part):
                self._by_first.setdefault(found[0], []).append(found)

    def _told(self, rest: list[str]) -> int:
        """Return how many of the first words are a text of the catalogue, or the beginning of one that is cut."""
        known = self._by_first.get(rest[0], ())
        whole = max((len(each) for each in known if rest[: len(each)] == each), default=0)
        cut = rest.index("…") if "…" in rest else 0
        return cut + 1 if cut and any(each[:cut] == rest[:cut] for each in known) else whole

    def foreign(self, text: str) -> Iterator[str]:
        """Yield the words that are neither of the language nor of the catalogue, those beside each other as one."""
        for part in MARKED.sub("|", text).split("|"):
            rest, found = words(part), list[str]()
            while rest:
                told = self._told(rest)
                if told and found:
                    yield " ".join(found)
                    found = []
                if not told and len(rest[0]) > 1:
                    found.append(rest[0])
                rest = rest[told or 1 :]
            if found:
                yield " ".join(found)


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the made cases, and its site in a language of which every word stands in marks."""

    def make(folder: Path) -> None:
        folder.mkdir()
        file = write_project(folder)
        settings = yaml.safe_load(file.read_text("utf-8"))
        settings["plugins"] = [{"casekatalog": yaml.safe_load(SETTINGS)}]
        file.write_text(yaml.safe_dump(settings), "utf-8")
        program = Path(__file__).parent / "pseudo.py"
        done = subprocess.run(
            [sys.executable, program, "build", "--quiet", "-f", file, "-d", folder / "site"],
            capture_output=True,
            text=True,
            env={**os.environ, **QUIET, "CASEKATALOG_STORE": "false"},
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "spoken", make)


@pytest.mark.slow
def test_every_word_is_of_the_language_or_of_the_catalogue(spoken: Path) -> None:
    content = Content(spoken, SETTINGS, (ROOT / "mkdocs.yml").read_text("utf-8"))
    found: dict[str, str] = {}
    for page in sorted(spoken.rglob("site/**/*.html")):
        for text in Shown(page.read_text("utf-8")).texts:
            for piece in content.foreign(text):
                found.setdefault(piece, f"{page.relative_to(spoken)}: {text.strip()[:200]}")
    assert not found, "\n".join(f"{piece!r}: {at}" for piece, at in found.items())


@pytest.mark.slow
def test_one_case_is_not_told_as_several(spoken: Path) -> None:
    for page in sorted(spoken.rglob("site/**/*.html")):
        told = re.sub(r"<[^>]*>", "", page.read_text("utf-8"))
        assert not re.search(r"(?<![\d.,–])1 ⟦? ?cases\b", told), page


@pytest.mark.slow
def test_no_script_has_sentences_of_its_own(spoken: Path) -> None:
    for file in sorted(spoken.rglob("site/assets/js/*.js")):
        for text in SAID.findall(MARKED.sub("", file.read_text("utf-8"))):
            assert not SENTENCE.search(text), (file.name, text)


def test_no_template_has_words_of_its_own() -> None:
    """Whatever a page shows only now and then is told here."""
    for file in sorted(THEME.rglob("*.html")):
        template = re.sub(r"{#.*?#}|<(script|svg|style)\b.*?</\1>", "", file.read_text("utf-8"), flags=re.S)
        html = re.sub(r"{%.*?%}|(?<![</]){{.*?}}", "", template, flags=re.S)
        for text in Shown(re.sub(r"{{.*?}}", "div", html)).texts:
            for line in map(str.strip, text.splitlines()):
                is_shown = re.search(r"[^\W\d_]", line) and "--" not in line
                assert line in NAMES or not is_shown, (file.name, line)
        for code in re.findall(r"{{.*?}}|{%.*?%}", template, flags=re.S):
            for text in map("".join, re.findall(r"\"([^\"]*)\"|'([^']*)'", code)):
                assert text in NAMES or not LITERAL.search(text), (file.name, text)
