"""Every fault that an editor can make, and the exact words that answer it, from faults/*.yaml."""

from pathlib import Path

import pytest

from faulty import Fault, faults, made, told
from generator.fields import names
from generator.messages import MESSAGES
from generator.model import Case

TESTED_ELSEWHERE = {"not_a_file", "bad_phone", "invalid", "unprintable", "more"}


@pytest.mark.parametrize("fault", list(faults()), ids=lambda fault: fault["what"])
def test_fault(fault: Fault, tmp_path: Path) -> None:
    found = made(fault, tmp_path)
    expected = [line.replace("{fields}", ", ".join(names(Case))) for line in fault.get("expect", [])]
    assert [str(problem) for problem in found.problems] == expected
    assert [str(warning) for warning in found.warnings] == fault.get("warn", [])


@pytest.mark.slow
def test_every_message_is_tried(tmp_path: Path) -> None:
    codes = {
        problem.code
        for number, fault in enumerate(faults())
        for problem in told(made(fault, tmp_path / str(number)))
    }
    assert codes == set(MESSAGES) - TESTED_ELSEWHERE


def test_the_base_is_sound(tmp_path: Path) -> None:
    loaded = made({}, tmp_path)
    assert [case.slug for case in loaded.cases] == ["min-case"]
    assert told(loaded) == ()
