"""Every fault that an editor can make, and the exact words that answer it, from faults/*.yaml."""

import re
from pathlib import Path

import pytest

from faulty import Fault, faults, made, told
from generator.fields import names
from generator.model import Case
from generator.wording import wording

TESTED_ELSEWHERE = {"not_a_file", "bad_phone", "invalid", "unprintable", "more"}


@pytest.mark.parametrize("fault", list(faults()), ids=lambda fault: fault["what"])
def test_fault(fault: Fault, tmp_path: Path) -> None:
    found = made(fault, tmp_path)
    expected = [line.replace("{fields}", ", ".join(names(Case))) for line in fault.get("expect", [])]
    assert [str(problem) for problem in found.problems] == expected
    assert [str(warning) for warning in found.warnings] == fault.get("warn", [])


def test_every_message_is_tried() -> None:
    said = [line for fault in faults() for line in (*fault.get("expect", ()), *fault.get("warn", ()))]
    tried = {
        code
        for code, words in wording.messages.items()
        if any(re.search(pattern(words), line) for line in said)
    }
    assert tried == set(wording.messages) - TESTED_ELSEWHERE, "give the message an example in tests/faults/"


def pattern(words: str) -> str:
    """Return what fits the words of a message with any values in it."""
    return "(?s:.*)".join(map(re.escape, re.split(r"\0\w*\0", words.format_map(AnyValue()))))


class AnyValue(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"\0{name}\0"


def test_the_base_is_sound(tmp_path: Path) -> None:
    loaded = made({}, tmp_path)
    assert [case.slug for case in loaded.cases] == ["min-case"]
    assert told(loaded) == ()
