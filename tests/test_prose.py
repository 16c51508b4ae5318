"""The Markdown of cases: what it becomes, and that nothing in it becomes code."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator import prose
from generator.prose import Fault
from texts import AS_WRITTEN


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


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_running_text_is_shown_as_it_is_written(text: str) -> None:
    assert prose.html(text) == Markup("<p>{}</p>\n").format(text)
    assert prose.html(f"Før.\n\n{text}\n\nEfter.") == Markup(
        "<p>Før.</p>\n<p>{}</p>\n<p>Efter.</p>\n"
    ).format(text)
    assert prose.html(f"- a\n- {text}").count("<li>") == 2
    assert prose.plain(text) == text
    assert [node.type for node in prose.tree(text).children] == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("3. maj var først.\n\n7. juni var sidst.", "<p>3. maj var først.</p>\n<p>7. juni var sidst.</p>\n"),
        ("1. kvartal gav.\n\n3. kvartal tog.", "<p>1. kvartal gav.</p>\n<p>3. kvartal tog.</p>\n"),
        ("Det begyndte den\n1. maj 2012.", "<p>Det begyndte den\n1. maj 2012.</p>\n"),
        ("1. a\n2. b\n3. c", "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n"),
        ("Sådan:\n1. 10. klasse\n2. b", "<p>Sådan:</p>\n<ol>\n<li>10. klasse</li>\n<li>b</li>\n</ol>\n"),
        (
            "1. a\n   - b\n   - c\n2. d",
            "<ol>\n<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>\n",
        ),
        ("- 3 a\n- 4 b", "<ul>\n<li>3 a</li>\n<li>4 b</li>\n</ul>\n"),
        ("Det gav:\n- 3 mio. kr.", "<p>Det gav:</p>\n<ul>\n<li>3 mio. kr.</li>\n</ul>\n"),
        ("• a\n• b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("Vi:\n·\ta\no\tb\n\uf0b7  c", "<p>Vi:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>\n"),
        ("    rykket ind\nmere", "<p>rykket ind\nmere</p>\n"),
        ("a  \nb\\\nc", "<p>a\nb\\\nc</p>\n"),
    ],
)
def test_a_true_list_is_one_and_nothing_else_is(text: str, html: str) -> None:
    assert prose.html(text) == html
    assert not list(prose.faults(text))


def test_a_list_keeps_its_numbers_in_plain_words() -> None:
    assert (
        prose.plain("Kort:\n\n1. kvartal **gav**\n2. kvartal tog") == "Kort:\n1. kvartal gav\n2. kvartal tog"
    )


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("18. september\n2. oktober\n16. oktober", "2. oktober"),
        ("1. a\n1. b", "1. b"),
        ("1. a\n2. b\n5. c", "2. b"),
        ("Vi fik:\n+ mere tid\n+ flere penge", "+ mere tid"),
        ("– Ja, siger hun.\n– Nej, siger han.", "– Nej, siger han."),
        ("a) ledelse\nb) økonomi", "b) økonomi"),
        ("> a\n> b", "> b"),
        ("✓ a\n✓ b", "✓ b"),
        ("-a\n-b", "-b"),
        ("| a | b |\n| 1 | 2 |", "| 1 | 2 |"),
    ],
)
def test_lines_that_run_together_are_told(text: str, mark: str) -> None:
    assert list(prose.faults(text)) == [Fault("run_together", mark)]
    assert not list(prose.faults(text.replace("\n", "\n\n")))


def test_a_list_too_far_in_is_told() -> None:
    assert list(prose.faults("Det gav:\n\n    - a\n    - b")) == [Fault("indented_list", "- b")]


def test_lines_that_are_full_do_not_run_together() -> None:
    line = "Kommunen begyndte forsøget i foråret, og så blev det sat i bero indtil den"
    assert not list(prose.faults(f"{line}\n3. maj. {line}\n7. juni."))


def test_many_lines_are_read_in_time() -> None:
    assert prose.html("1. a\n" * 3000).count("1. a") == 3000


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    html = prose.html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.startswith('<div class="table-wrap" tabindex="0" role="group" aria-label="Tabel"><table')
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


LINES = st.tuples(
    st.sampled_from(
        ["", "", "- ", "- ", "  - ", "    ", "* ", "1. ", "a) ", "o\t", "• ", "# ", "**", "- **", "- 5 "]
    ),
    st.sampled_from(
        ["", "ord", "i byen", "kort:", "et langt ord " * 8, "17. maj", "**fed**", "---", "x | y", "| a", "`"]
    ),
).map("".join)


@given(st.lists(LINES, min_size=2, max_size=6).map("\n".join))
@settings(max_examples=500)
def test_no_fault_is_passed_over(text: str) -> None:
    found = [*prose.faults(text)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(prose, "_SIMPLE", re.compile("(?!)"))
        assert found == [*prose.faults(text)]
