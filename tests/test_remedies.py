"""Whoever does what a message says is done with that problem, and is never told to take it back."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from faulty import VOCABULARY, Fault, content, faults, made
from generator.packed import THEME
from generator.problems import Problem
from generator.reading.folder import load_vocabulary, parse_case
from generator.reading.reader import read
from generator.vocabulary import Vocabulary
from generator.wording import wording
from helpers import ROOT
from obedient import obey

ROUNDS = 25
"""How many messages an editor obeys, one after the other, before all must be well."""
CASE = "cases/min-case.yaml"
ELSEWHERE = {"vocabulary", "file", "remove", "links", "repeat", "crlf", "before", "after"}
"""What makes a fault one of other files, or of the file as a whole."""
IN_A_CASE = [fault for fault in faults() if not ELSEWHERE & set(fault)]


@pytest.mark.parametrize("fault", IN_A_CASE, ids=[fault["what"] for fault in IN_A_CASE])
def test_no_message_takes_back_another(fault: Fault, tmp_path: Path) -> None:
    texts = [content(fault).decode()]
    found = problems(fault, texts[-1], tmp_path / "0")
    for number in range(1, ROUNDS):
        problem, text = next_step(texts[-1], found)
        if problem is None:
            return
        assert text != texts[-1], f"the words of the message are there already: {problem}"
        assert text not in texts, f"takes back what was done before: {problem}"
        found = problems(fault, text, tmp_path / str(number))
        assert told(problem) not in map(told, found), f"still there when obeyed: {problem}\n{text}"
        texts.append(text)
    raise AssertionError(f"not well after {ROUNDS} messages: {found}")


def test_most_messages_with_words_to_write_are_obeyed(tmp_path: Path) -> None:
    with_words = {
        code for code, words in wording.messages.items() if re.search(r"\{(suggestion|hint)\}", words)
    }
    obeyed = {
        problem.code
        for number, fault in enumerate(IN_A_CASE)
        for problem in problems(fault, content(fault).decode(), tmp_path / str(number))
        if obey(content(fault).decode(), problem) is not None
    }
    of_vocabularies = {"age_overlap", "no_rule"}
    assert with_words - obeyed - of_vocabularies <= {"row_width", "bad_slug", "lost_end", "unprintable"}


def next_step(text: str, found: Sequence[Problem]) -> tuple[Problem | None, str]:
    """Return the first problem whose message can be obeyed, and the file when it is."""
    for problem in found:
        if (new := obey(text, problem)) is not None:
            return problem, new
    return None, text


def problems(fault: Fault, text: str, folder: Path) -> Sequence[Problem]:
    """Return what is wrong with a case, with other cases around it where the fault needs them."""
    if "also" in fault or "related" in text:
        found = made({**fault, "content": text, "change": {}, "append": ""}, folder).problems
        return [problem for problem in found if problem.file == CASE]
    reading = read(CASE, text.encode())
    parse_case(reading, "min-case", vocabulary())
    return sorted(reading.log.problems)


def told(problem: Problem) -> tuple[int, str, str]:
    return problem.line, problem.field, problem.message


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(VOCABULARY)[0]


def test_every_remedy_is_said_by_some_message() -> None:
    files = [*(ROOT / "generator").rglob("*.py"), *(THEME / "assets/js/form").glob("*.js")]
    code = "\n".join(path.read_text("utf-8") for path in files)
    assert {name for name in wording.remedies if not re.search(rf'"{name}"|words\.{name}\b', code)} == set()
