"""The words of messages: found by their code, on one line, and never longer than somebody reads."""

from generator.messages import LONGEST_HINT, LONGEST_VALUE, has_words, message, shown
from generator.wording import wording


def test_messages_on_cases_and_on_settings_are_found_by_their_code() -> None:
    for group in (wording.messages, wording.settings_messages):
        for code in group:
            assert has_words(code)
    assert not has_words("such a fault is not known")
    assert message("no_logo") == wording.settings_messages["no_logo"]


def test_a_value_stands_on_one_line_and_is_cut_when_it_is_long() -> None:
    assert shown("et\n  to\ttre") == "et to tre"
    assert shown("et  to") == "et  to", "blanks are told as they are where they may be the fault"
    assert shown("x" * LONGEST_VALUE) == "x" * LONGEST_VALUE
    assert shown("x" * 1000) == "x" * LONGEST_VALUE + "…"


def test_a_long_suggestion_keeps_its_end() -> None:
    suggestion = f'"{"x" * 1000}"'
    assert shown(suggestion, with_end=True).endswith('x"')
    assert message("bad_path", value="a", suggestion=suggestion).count('x"') == 1


def test_half_a_hint_is_none() -> None:
    hint = "x" * LONGEST_HINT
    assert hint in message("not_allowed", value="a", hint=hint)
    assert message("not_allowed", value="a", hint=f"{hint}x") == message("not_allowed", value="a")
