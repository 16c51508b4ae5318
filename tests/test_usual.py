"""Usual texts are read without the rules of Markdown, and become exactly what the rules make of them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt, rules_core

from generator import dialect, usual
from generator.catalogue import Catalogue
from generator.view import texts, view
from texts import AS_WRITTEN

PIECES = [
    *(
        "Ord",
        "ord ",
        "A.",
        "12 kr.",
        "3. maj",
        "1. ",
        "10 ",
        "(se)",
        "«a»",
        "§ 5",
        "æ",
        "!",
        "&",
        "#",
        "~",
        "|",
    ),
    *(
        "**fed**",
        "**Fed:**",
        "**fed og\nbred**",
        "**",
        "*",
        "_",
        "__",
        "(**x**)",
        "**5",
        "`",
        "\\",
        "[",
        "]",
        "<",
        ">",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n",
        "- ",
        "\n- ",
        "\n\n- ",
        "\n  ",
        "\n    ",
        "\n1. ",
        "\n2. ",
        "• ",
        "o\t",
        "+ ",
        "---",
        "\n===",
    ),
    *(
        " ",
        "\t",
        "\r\n",
        "\u00a0",
        "\u2003",
        "\u2028",
        "\x0b",
        "\x85",
        "\0",
        "[a](https://a.dk)",
        "![a](b)",
        "<https://a.dk>",
    ),
]
"""What texts are put together of here."""


def by_the_rules(told: list[str]) -> tuple[MarkdownIt, MarkdownIt]:
    """Return a parser of the dialect, but for some rules, and one that tries every rule on every text."""
    quick, slow = (dialect.parser(bool).disable(told) for _ in range(2))
    slow.core.ruler.at("block", rules_core.block)
    slow.core.ruler.at("inline", rules_core.inline)
    return quick, slow


SHOWN, TOLD = by_the_rules(list(dialect.TOLD)), by_the_rules([])


def assert_same(text: str) -> None:
    for quick, slow in (SHOWN, TOLD):
        assert quick.parse(text) == slow.parse(text)


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("Ord:\n- a\n  b\n- **c:** d\n\nOrd")
@example("- a\n- b\n\n- c")
@example("- 3 kr.")
def test_any_text_is_read_by_the_rules(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_running_text_is_read_by_the_rules(text: str) -> None:
    assert_same(text)


def test_the_texts_of_cases_are_read_by_the_rules(catalogue: Catalogue, made: Catalogue) -> None:
    for shown in (catalogue, made):
        for case in shown.cases:
            for text in texts(view(shown, case)):
                assert_same(text)


def test_hardly_any_text_of_a_case_needs_the_rules(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [text for case in catalogue.cases for text in texts(view(catalogue, case))]
    tried: list[str] = []
    monkeypatch.setattr(usual, "block", lambda state: tried.append(state.src))
    for text in written:
        SHOWN[0].parse(text)
    assert len(tried) * 10 < len(written)
