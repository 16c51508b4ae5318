"""The comment on a proposal: whatever a stranger writes, GitHub's own parser finds text and nothing else."""

import re
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.changes import as_markdown, changes
from generator.editing.markup import code, words
from generator.reading.folder import Loaded, examine

OURS = {"h3", "h4", "p", "ul", "li", "strong", "code"}
LINKED = re.compile(
    r"[@#$]\w|:/|:[a-z0-9_+-]+:|www\.|\b(?:GH|GHSA|CVE)-\w|\b[0-9a-f]{7,40}\b|[\u202a-\u202e\u2066-\u2069]",
    re.I,
)
"""What GitHub would make a link of in plain words, or what would turn them round."""
HOSTILE = (
    *(
        "@octocat",
        "@org/team",
        "#1",
        "o/r#1",
        "GH-1",
        "gh-12",
        "CVE-2026-12345",
        "GHSA-jfh8-c2jp-5v3q",
        "JIRA-7",
    ),
    *("91c2fd2", "91c2fd2aa0f4b2dd0c1e3f5a6b7c8d9e0f1a2b3c", "o/r@91c2fd2", "1000000"),
    *("www.ond.dk", "https://ond.dk", "ftp://ond.dk", "mailto:a@ond.dk", "xmpp:a@ond.dk", "a@ond.dk"),
    *("[x](https://ond.dk)", "![x](https:ond.dk)", "[x]: https://ond.dk", "[^1]", "<https://ond.dk>"),
    *("<img src=x>", "<!--", "-->", "&lt;", "&commat;x", "**", "_", "~~", "|", "$x$", "$`x`$", ":tada:"),
    *(
        "`",
        "``",
        "```",
        "` x `",
        "\\",
        "\\`",
        "\n\n# x",
        "\n- x",
        "a\rb",
        "1. ",
        "> ",
        "- ",
        "+ ",
        "\u202eond",
    ),
)
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=8).map("".join)


class Comment(HTMLParser):
    """What a comment becomes: its elements, its words outside code, and its codes."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.words = ""
        self.codes: list[str] = []
        self.feed(
            cmarkgfm.github_flavored_markdown_to_html(markdown, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
        )

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)
        if tag == "code":
            self.codes.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] == "code":
            self.codes[-1] += data
        else:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.elements.append("<!--")


def shown(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


@settings(max_examples=200)
@given(TEXTS)
def test_words_stay_words(text: str) -> None:
    comment = Comment(f"- {words(text)}\n- **{words(text)}** slut\n")
    assert set(comment.elements) <= {"ul", "li", "strong", "/ul", "/li", "/strong"}
    assert not LINKED.search(comment.words)


@settings(max_examples=200)
@given(TEXTS)
def test_code_stays_code(text: str) -> None:
    comment = Comment(f"- før {code(text)} efter {code(text)}\n")
    assert comment.elements == ["ul", "li", "code", "/code", "code", "/code", "/li", "/ul"]
    assert comment.words.split() == ["før", "efter"]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_letter_is_shown(text: str) -> None:
    wanted = shown(text.replace("\u202e", "?"))
    assert shown(Comment(f"ord {words(text)} ord").words) == f"ord {wanted} ord"
    assert shown(Comment(f"ord {code(text)} ord").codes[0]) == wanted


@pytest.fixture
def before(cases: Path) -> Loaded:
    """What a proposal starts from."""
    return examine(cases)


def test_nothing_of_a_proposal_becomes_markup(cases: Path, before: Loaded) -> None:
    """The same words as title, name of a file, field, value, word of a vocabulary and its name."""
    case, themes = (cases / "skolen-aabner.yaml").read_text("utf-8"), cases / "vocabulary" / "themes.yaml"
    words_of_themes = themes.read_text("utf-8")
    for number, text in enumerate(HOSTILE):
        name = re.sub(r"[\x00/]", "", text)
        (cases / f"a {name}.yaml").write_text(f"title: x\n? {yaml(text)}\n: 1\n", "utf-8")
        titled = f"title: {yaml(text)}\n" + re.sub(r"^title: .*\n", "", case, flags=re.MULTILINE)
        (cases / f"ny-{number}.yaml").write_text(titled, "utf-8")
        words_of_themes += f"? {yaml(text)}\n: name: {yaml(text)}\n  definition: x\n"
    told = as_markdown(changes(before, examine(cases)))
    assert told.count("**") > 2 * len(HOSTILE)
    only_text(told)
    themes.write_text(words_of_themes, "utf-8")
    only_text(as_markdown(changes(before, examine(cases))))


def only_text(told: str) -> None:
    comment = Comment(told)
    assert {element.removeprefix("/") for element in comment.elements} <= OURS
    assert not LINKED.search(comment.words)


def test_a_faulty_word_takes_no_case_away(cases: Path, before: Loaded) -> None:
    themes = cases / "vocabulary" / "themes.yaml"
    sound = themes.read_text("utf-8")
    (cases / "skolen-aabner.yaml").unlink()
    for fault in ("'X y':\n  name: Ny\n  definition: x\n", "ny:\n  nam: Ny\n", "[\n"):
        themes.write_text(sound + fault, "utf-8")
        told = as_markdown(changes(before, examine(cases)))
        assert "En ordliste har fejl" in told
        assert told.count("forsvinder") == 1
        assert "`skolen-aabner`" in told
        assert "Ingen cases" not in told


def test_a_case_that_moved_and_is_faulty_has_not_gone(cases: Path, before: Loaded) -> None:
    text = (cases / "skolen-aabner.yaml").read_text("utf-8")
    (cases / "skolen-aabner.yaml").unlink()
    (cases / "ny-plan.yaml").write_text(f"{text}aliases: [skolen-aabner]\nfarve: x\n", "utf-8")
    assert "forsvinder" not in as_markdown(changes(before, examine(cases)))


def yaml(text: str) -> str:
    """Return a text in quotes as YAML takes it; what nobody sees becomes a question mark."""
    plain = re.sub("[\x00-\x1f\u2028-\u202e]", "?", text)
    return "'" + plain.replace("'", "''") + "'"
