"""What all else stands on: scripts of data, long works, marks of personal data, the dialect of Markdown."""

import json
import re
import time

import pytest

from generator import dialect, personal, progress, scripts


def test_data_for_scripts_ends_no_script_and_comes_out_as_it_went_in() -> None:
    value = {"text": "</script><!-- \u2028 'æøå' \\ \"", "none": None}
    told = scripts.put("words", value)
    assert told.startswith('casekatalog.put("words",') and told.endswith(")\n")
    assert "<" not in told and "\u2028" not in told
    assert json.loads(scripts.text(value)) == value


def test_a_long_work_is_told_at_once_and_then_no_more_often_than_it_should(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, said = [0.0], list[str]()
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    work = progress.Progress("Læser", 3, said.append)
    work.step()
    now[0] += progress.PAUSE
    work.step()
    work.step()
    assert said == ["Læser", "Læser: 2 af 3"]


def test_what_is_watched_comes_through_and_a_short_work_is_told_nothing_of() -> None:
    said: list[str] = []
    assert [*progress.watched("Læser", "abc", said.append)] == [*progress.unwatched("Læser", "abc")]
    assert said == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cpr_number", "Født 010203-1234 i byen."),
        ("phone_number", "Ring tlf. 12 34 56 78 i dag."),
        ("personal_mail", "Skriv til jens.hansen@koege.dk i dag."),
    ],
)
def test_personal_data_is_known_and_has_its_sign(code: str, text: str) -> None:
    assert personal.SIGNS[code].search(text)
    assert [found for found in re.finditer(personal.patterns()[code], text, re.IGNORECASE) if found[1]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cpr_number", "CVR-nr. 29 18 97 22 og 010203 1234 kr."),
        ("phone_number", "Det kostede 12 34 56 78 kr. i 2014-2018."),
        ("personal_mail", "Skriv til borgerservice@koege.dk i dag."),
    ],
)
def test_numbers_and_mailboxes_of_others_are_no_personal_data(code: str, text: str) -> None:
    assert not [found for found in re.finditer(personal.patterns()[code], text, re.IGNORECASE) if found[1]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1. Først\n2. Så", "ordered_list_open"),
        ("• Først\n• Så", "bullet_list_open"),
        ("3. maj begyndte forsøget.", "paragraph_open"),
        ("    indrykket", "paragraph_open"),
        ("+ 5 pct.", "paragraph_open"),
        ("> citat", "paragraph_open"),
    ],
)
def test_the_dialect_reads_lists_and_no_text_that_looks_like_one(text: str, kind: str) -> None:
    assert dialect.parser(lambda _: True).parse(text)[0].type == kind


def test_a_link_leads_only_where_it_may() -> None:
    text = "[her](https://www.koege.dk) og [der](javascript:alert)"
    shown = dialect.parser(lambda url: url.startswith("https:")).render(text)
    assert shown.count("<a ") == 1 and "[der]" in shown


@pytest.mark.parametrize("text", ["[her]()", "[her]( )", "[her](<>)", "se [**her**]() nu"])
def test_a_link_to_nowhere_is_shown_as_it_is_written(text: str) -> None:
    shown = dialect.parser(lambda _: True).render(text)
    assert "<a " not in shown and "](" in shown


@pytest.mark.parametrize("before", ["a", "[her]("])
def test_blanks_inside_a_line_are_passed_over(before: str) -> None:
    assert "b" in dialect.parser(lambda _: True).render(f"{before}{' ' * 1_000_000}b")
