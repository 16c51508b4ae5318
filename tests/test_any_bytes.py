"""Whatever stands in a file, it gives problems or a case, and never an error of Python's."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from faulty import VALUES, YAML_BITS
from generator.reading.folder import load_vocabulary, parse_case
from generator.reading.log import MAX_PROBLEMS
from generator.reading.reader import read
from generator.reading.scalars import Misread

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent.parent / "cases"
CASE = (CASES / "hjoerring-modellen.yaml").read_bytes()
LINES = CASE.decode().splitlines(keepends=True)
VOCABULARY, _ = load_vocabulary(CASES / "vocabulary")
LONGEST = 1500
"""How long a message may be at most, whatever it quotes."""


def check(content: bytes) -> None:
    reading, case = parse_case(read("cases/x.yaml", content), "x", VOCABULARY)
    problems = reading.log.problems
    assert bool(problems) == (case is None)
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.code != "invalid"
        assert "\n" not in str(problem)
        assert len(problem.message) < LONGEST


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_bytes(content: bytes) -> None:
    check(content)


@given(st.lists(st.sampled_from((*YAML_BITS, *VALUES, "title", "rows", "æ", "\u2028", "\r"))).map("".join))
@settings(max_examples=400)
def test_bits_of_yaml(text: str) -> None:
    check(text.encode())


@given(st.data())
@settings(max_examples=400)
def test_mutations(data: st.DataObject) -> None:
    content = bytearray(CASE)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 40))
        content[start:end] = data.draw(st.sampled_from(YAML_BITS).map(str.encode) | st.binary(max_size=6))
    check(bytes(content))


@given(st.data())
@settings(max_examples=400)
def test_other_values(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 5))):
        number = data.draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[number].partition(": ")
        value = data.draw(st.sampled_from(VALUES) | st.text(st.characters(codec="utf-8"), max_size=20))
        lines[number] = data.draw(st.sampled_from((f"{key}{colon}{value}\n", "", lines[number] * 2)))
    check("".join(lines).encode())


@given(st.text("0123456789.:_-+eExXoObBaAfFyYnNuUlLsStTrRiI~ ", max_size=12))
@settings(max_examples=1000)
def test_scalars_are_read_as_others_read_them(raw: str) -> None:
    """What PyYAML takes for text is text here, but for numbers that only YAML 1.2 knows."""
    try:
        theirs = yaml.safe_load(f"[ {raw} ]")[0]
    except (yaml.YAMLError, ValueError, IndexError, AttributeError, TypeError):
        return
    ours = read("x", f"[ {raw} ]".encode()).document.data[0]
    if not isinstance(ours, Misread | dict):
        assert (type(ours), ours) == (type(theirs), theirs)


@pytest.mark.parametrize(
    "bit", ["[", "{", "- ", "? ", "{a: ", "[a,", "a:\n", '"', "!", "&", "\t", "\x00", "a: b\n"]
)
def test_no_file_takes_long(bit: str) -> None:
    check((bit * 200_000)[:199_000].encode())


MANY = range(10_000)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"felt{number}: {{x: 1}}\n" for number in MANY),
        "".join(f"a{number}: b: c\n" for number in MANY),
        "gains:\n" + "  - typ: tid\n" * len(MANY),
        f"municipalities: [{'koege, ' * len(MANY)}]",
        f"municipalities: [{', '.join(f'by{number}' for number in MANY)}]",
        f"aliases: [{', '.join(f'case{number}' for number in MANY)}]",
        f"{{a: 1{', 2' * len(MANY)}}}",
    ],
    ids=lambda text: text[:20],
)
def test_many_faults_do_not_take_long(text: str) -> None:
    check(text.encode())


@pytest.mark.parametrize("long", ["x" * 40_000, "ord " * 10_000], ids=["word", "text"])
@pytest.mark.parametrize(
    "line",
    [
        *('title: "{}', "title: a: {}", "title: a # {}", "{}: x", "{}", "- {}", "themes: {}", "status: {}"),
        *("themes: [{}]", "municipalities: {}, {}", "municipalities: [{}, {}]", "related: {{see_also: {}}}"),
        *("contact: {}", "contact: {{role: {}}}", "confirmed: {}", "period: {}", "gains: {}", "gains: [{}]"),
        *("related: [{}, {}]", "aliases: {}", "sources: {}", "sources: [{{url: www.{}}}]", "series: {}"),
        *("confirmed: {{date: {}}}", "period: {{start: {}}}", "? {}", "financing: {{amounts: [{}]}}"),
        *("period: {{start: 1{}}}", "advice: {}", "search_words: [{}, {}]", "<<<<<<< {}", "title: !{} x"),
    ],
)
def test_a_message_quotes_no_more_than_can_be_read(line: str, long: str) -> None:
    check(f"summary: To ord.\n{line.format(long, long).rstrip()}\n".encode())


def test_only_the_first_faults_are_told_one_by_one() -> None:
    reading = read("x.yaml", ("advice:\n" + "  -\n" * (MAX_PROBLEMS + 50)).encode())
    parse_case(reading, "x", VOCABULARY)
    codes = [problem.code for problem in reading.log.problems]
    assert codes.count("more") == 1
    assert len(codes) == MAX_PROBLEMS + 1
