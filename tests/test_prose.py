"""The Markdown of cases: what it becomes, and that nothing in it becomes code."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kort & godt", "<p>Kort &amp; godt</p>\n"),
        ("a **b** *c*", "<p>a <strong>b</strong> <em>c</em></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("[KL](https://kl.dk)", '<p><a href="https://kl.dk">KL</a></p>\n'),
        ("<https://kl.dk>", '<p><a href="https://kl.dk">https://kl.dk</a></p>\n'),
        ("{{ title }} {% raw %}", "<p>{{ title }} {% raw %}</p>\n"),
    ],
)
def test_html(text: str, html: str) -> None:
    assert prose.html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        '" onload="alert(1)',
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>)",
        "![x](https://x.dk/a.png)",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        '[x](https://x.dk "t\\" onload=\\"a")',
        "# Overskrift",
        "Overskrift\n---",
    ],
)
def test_nothing_becomes_code(text: str) -> None:
    tags = re.findall(r"<(\w+)([^>]*)>", prose.html(text))
    assert {name for name, _ in tags} <= {"p", "a", "hr", "br"}
    allowed = re.compile(r'(\s+(href="https?://[^"]*"|title="[^"]*"|/))*')
    assert all(allowed.fullmatch(attributes) for _, attributes in tags)


@given(st.text("<>\"'&()[]!:/ \nabjs#*_`|-=\\", max_size=60))
def test_no_text_becomes_code(text: str) -> None:
    html = prose.html(text)
    assert not re.search(r"<(script|img|iframe|h[1-6]|svg|style)\b", html)
    assert not re.search(r"<[^>]*\s(on\w+|src)=", html)


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    html = prose.html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.startswith('<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel"><table')
    assert html.endswith("</table></div>\n")


def test_inline_html() -> None:
    assert prose.inline_html("a **b**") == "a <strong>b</strong>"
    assert prose.inline_html("a\n\nb") == "<p>a</p>\n<p>b</p>"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kort", "Kort"),
        ("a **b** [c](https://d.dk) `e`", "a b c e"),
        ("- a\n- b\n\nc\nd", "a\nb\nc d"),
        ("<b>x</b>", "<b>x</b>"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    assert prose.plain(text) == plain


def test_tree() -> None:
    assert [node.type for node in prose.tree("a\n\n- b").children] == ["paragraph", "bullet_list"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Kort", []),
        ("# A\n\nb\n\nC\n---", [("heading", "# A", 0), ("heading", "C", 0)]),
        ("![a](b.png) ![c](d.png)", [("image", "![", 0), ("image", "![", 1)]),
        ("[a](javascript:b) [c](d.html) <ftp://a.dk>", []),
        ("`# a` \\# b #c", []),
        ("<script>alert(1)</script>", []),
    ],
)
def test_faults(text: str, faults: list[tuple[str, str, int]]) -> None:
    assert [(fault.code, fault.mark, fault.skip) for fault in prose.faults(text)] == faults
