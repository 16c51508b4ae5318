"""A file that is read in one quick pass is read as closely as one whose every place is noted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import faulty
from generator.reading import reader, validation
from generator.reading.document import Document
from generator.reading.folder import load_vocabulary, parse_case
from generator.reading.log import Reading
from generator.reading.reader import read, skim
from generator.reading.scalars import resolve
from generator.reading.skim import RareError, skimmed
from generator.reading.warnings import judge
from helpers import CASES, MADE

VOCABULARY, _ = load_vocabulary(CASES / "vocabulary")
SOUND = {path.name: path.read_bytes() for folder in (CASES, MADE) for path in sorted(folder.glob("*.yaml"))}
FAULTY = [content for fault in faulty.faults() if len(content := faulty.content(fault)) < 50_000]
LINES = faulty.BASE.splitlines(keepends=True)
BITS = (
    *faulty.YAML_BITS,
    *faulty.VALUES,
    "...\n",
    "\\x41",
    "\r",
    "\ufeff",
    "rows: ",
    "slug: x\n",
    "? x\n",
    "<b>",
    "12 34 56 78",
    "a - b - c",
    "\u00ad",
    "\u00a0",
    "æ",
)


def told(reading: Reading) -> tuple[object, ...]:
    """Return all that comes of a file: what is told of it, and the case."""
    reading, case = parse_case(reading, "x", VOCABULARY)
    judge(reading, VOCABULARY.shape.case)
    return reading.log.problems, reading.log.warnings, repr(case), case and case.model_fields_set


def everything(document: Document) -> tuple[object, ...]:
    known = (document.values, document.keys, document.nulls, document.comments)
    return (document.file, repr(document.data), [*document.lines], *map(dict, known))


def agree(content: bytes) -> None:
    quick, close = skim("cases/x.yaml", content), read("cases/x.yaml", content)
    assert everything(quick.document) == everything(close.document)
    assert quick.log == close.log
    quickly = told(skim("cases/x.yaml", content))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(validation, "_sound", lambda *_: None)
        assert quickly == told(close)


@pytest.mark.parametrize("content", [*SOUND.values(), *FAULTY])
def test_what_is_read_quickly_is_what_is_read_closely(content: bytes) -> None:
    agree(content)


@given(st.data())
@settings(max_examples=300)
def test_a_change_is_seen_as_quickly(data: st.DataObject) -> None:
    lines = [*LINES]
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        place = data.draw(st.integers(0, len(lines[number])))
        bit = data.draw(st.sampled_from(BITS))
        line = lines[number]
        whole = f"{line.partition(': ')[0]}: {bit}\n"
        lines[number] = data.draw(st.sampled_from(("", line * 2, line[:place] + bit + line[place:], whole)))
    agree("".join(lines).encode())


def test_places_of_a_sound_file_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read", lambda *_: pytest.fail("it was read once more"))
    problems, warnings, _, fields = told(skim("cases/x.yaml", faulty.BASE.encode()))
    assert fields and not problems and not warnings


@pytest.mark.parametrize(
    "rare", ["a: &x b", "a: !t b", "a:", "a: b # c", "a: b\na: c", 'a: "b\n  c"', "---\n---"]
)
def test_what_is_rare_is_left_to_the_reader(rare: str) -> None:
    with pytest.raises(RareError):
        skimmed(rare, resolve)
