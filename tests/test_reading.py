"""From a file to a case, step by step: comments, diagnosis, names of fields, explanation, names of files."""

from functools import partial
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.catalogue import Catalogue
from generator.model import Case, Period
from generator.reading import derived, municipalities, naming, slugs
from generator.reading.beside import case_files
from generator.reading.comments import comments
from generator.reading.diagnosis import Diagnosis, Stop, diagnose, swallowed
from generator.reading.document import Place
from generator.reading.explanation import explain, refuse_unwritten
from generator.reading.file import document
from generator.reading.folder import read_case
from generator.reading.keys import read_as_meant
from generator.reading.log import Reading
from generator.reading.reader import read
from generator.reading.refusal import refusals
from generator.reading.sound import Sound
from generator.reading.subject import Subject
from generator.reading.validation import validate
from generator.values import Part
from generator.vocabulary import Municipality, Span


def reading(text: str) -> Reading:
    return read("cases/en.yaml", text.encode())


def told(of: Reading) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.field, problem.line) for problem in of.log.problems]


def test_a_comment_is_what_stands_outside_texts() -> None:
    found = comments(["# top", 'title: "a # b" # c', "text: |", "  # inside", "# end"])
    assert [(each.line, each.column, each.text, each.alone) for each in found] == [
        (1, 1, "# top", True),
        (2, 16, "# c", False),
        (5, 1, "# end", True),
    ]


@pytest.mark.parametrize(
    ("line", "reason", "code", "mended"),
    [
        ("title: Ny: bedre", "mapping values are not allowed in this context", "colon", 'title: "Ny: bedre"'),
        ("title: @ bedre", "that cannot start any token", "reserved_character", 'title: "@ bedre"'),
        ("\ttitle: a", "found a tab character", "tab", "  title: a"),
        ("title: *a", "undefined alias", "alias", 'title: "*a"'),
        (": a", "did not find expected key", "no_name", None),
        ("title", "could not find expected ':'", "missing_colon", None),
        ("<<<<<<< HEAD", "could not find expected ':'", "conflict", None),
        ("noget", "en ny slags fejl", "syntax", None),
    ],
)
def test_what_stops_yaml_is_told_as_what_was_meant(
    line: str, reason: str, code: str, mended: str | None
) -> None:
    [found] = diagnose([line], Stop(reason, (0, line.find(":", 7) if code == "colon" else 0), (0, 0)))
    assert (found.code, found.mended) == (code, mended)


def test_a_quote_that_takes_in_a_field_was_meant_to_end_before() -> None:
    lines = ['title: "En', 'summary: To"']
    found = swallowed(lines, (0, 7), 1)
    assert isinstance(found, Diagnosis) and found.mended == 'title: "En"'
    assert swallowed(['title: "En', '  to"'], (0, 7), 1) is None


def test_fields_under_other_names_are_read_as_they_were_meant() -> None:
    subject = read_as_meant(Subject(reading("titel: En\nmailbox: a@b.dk\nukendt: 1\n"), Case))
    assert subject.data["title"] == "En"
    assert subject.data["contact"] == {"mailbox": "a@b.dk"}
    assert told(subject.reading) == [
        ("unknown_key", "titel", 1),
        ("unknown_key", "mailbox", 2),
        ("unknown_key", "ukendt", 3),
    ]


def test_a_name_that_is_taken_is_told_with_its_line() -> None:
    subject = read_as_meant(Subject(reading("title: En\ntitel: To\n"), Case))
    assert subject.data["title"] == "En"
    assert "linje 1" in subject.log.problems[0].message


def test_cases_that_can_be_referred_to_are_told_in_the_order_of_their_files() -> None:
    names = ["bro", "elv", "fjord", "havn", "kyst", "skov", "tange", "vig"]
    cases = [read(f"cases/{name}.yaml", b"related: {see_also: [qqq]}\n") for name in names]
    slugs.check(cases, {})
    [problem] = cases[3].log.problems
    assert ", ".join(name for name in names if name != "havn") in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("start: 2020\nend: 2019\n", "years_backwards"),
        ("start: Køge\n", "not_year"),
        ("start: 999\n", "too_small"),
        ("note: [a]\n", "not_text_but"),
    ],
)
def test_what_a_model_refuses_is_explained_at_its_line(text: str, code: str) -> None:
    subject = Subject(reading(text), Period)
    with pytest.raises(ValidationError) as refused:
        Period.model_validate(subject.data)
    explain(subject, refused.value)
    line = text.count("\n")
    assert [(problem.code, problem.line) for problem in subject.log.problems] == [(code, line)]


def test_what_a_group_lacks_is_told_once_and_nothing_of_what_is_refused() -> None:
    class Pair(Part):
        one: str
        other: int

    subject: Subject[Pair] = Subject(reading("one: 1\nother: a\n"), Pair)
    subject.log.refuse(("one",), "todo", Place(1, 1))
    with pytest.raises(ValidationError) as refused:
        Pair.model_validate(subject.data)
    explain(subject, refused.value)
    assert [(problem.code, problem.field) for problem in subject.log.problems] == [
        ("todo", "one"),
        ("not_number", "other"),
    ]


def test_what_is_left_to_write_is_told_before_all_else() -> None:
    subject = Subject(reading("title: SKRIV HER\nsummary:\n"), Case)
    refuse_unwritten(subject)
    assert sorted(told(subject.reading)) == [("empty_required", "summary", 2), ("todo", "title", 1)]


def municipality(slug: str, column: int, *neighbours: str, region: str = "syd") -> Municipality:
    return Municipality.model_validate(
        {
            "slug": slug,
            "name": slug.title(),
            "definition": "En kommune.",
            "code": "0101",
            "region": region,
            "row": 1,
            "column": column,
            "neighbours": neighbours,
        },
        context={"vocabulary": {}},
    )


def test_neighbours_know_each_other_and_no_two_have_a_place(made: Catalogue) -> None:
    terms = [
        municipality("en", 1, "to", "en", "ukendt", "to"),
        municipality("to", 1),
        municipality("tre", 3, region="nord"),
    ]
    file = reading("".join(f"{term.slug}: {{neighbours: []}}\n" for term in terms))
    municipalities.check(file, {term.slug: term for term in terms}, made.vocabulary["regions"])
    assert sorted({problem.code for problem in file.log.problems}) == [
        "not_allowed",
        "one_sided",
        "own_neighbour",
        "repeated",
        "tile_taken",
    ]
    sound = reading("".join(f"{slug}: {{neighbours: []}}\n" for slug in ("en", "to")))
    pair = {"en": municipality("en", 1, "to"), "to": municipality("to", 2, "en")}
    municipalities.check(sound, pair, {"syd": made.vocabulary["regions"]["syddanmark"]})
    assert not sound.log.problems


@pytest.mark.parametrize(
    ("name", "content", "is_case", "code"),
    [
        ("en.yaml", "", True, None),
        ("en.yml.txt", "", True, "stray_document"),
        ("en.yaml.bak", "title: a", False, None),
        ("en.txt", "title: a\n", True, "stray_document"),
        ("en.txt", "noget", False, "stray_document"),
        ("en.xlsx", "", False, "stray_sheet"),
        ("~$en.docx", "", False, None),
        ("addresses.txt", "", False, None),
    ],
)
def test_files_that_mean_to_be_cases_are_known_by_name_and_first_line(
    tmp_path: Path, name: str, content: str, is_case: bool, code: str | None
) -> None:
    (tmp_path / name).write_text(content)
    assert naming.means_a_case(tmp_path / name) == is_case
    assert naming.stray(tmp_path / name) == code


def test_a_case_is_called_what_its_file_is_called_without_its_ending() -> None:
    assert {naming.bare_name(Path(name)) for name in ("en.yaml", "en.yml.txt", "en.YAML", "en.md")} == {"en"}


def span(slug: str, start: int | None, end: int | None) -> Span:
    words = {"slug": slug, "name": slug.title(), "definition": "Så gammel er den."}
    return Span.model_validate({**words, "start": start, "end": end}, context={"vocabulary": {}})


@pytest.mark.parametrize(
    ("ages", "codes"),
    [
        ([("ny", 2020, None), ("gammel", None, 2019), ("ukendt", None, None)], []),
        ([("ny", 2020, None), ("gammel", None, 2017), ("ukendt", None, None)], ["age_gap"]),
        ([("ny", 2020, None), ("gammel", None, 2020), ("ukendt", None, None)], ["age_overlap"]),
        ([("ny", 2020, 2025), ("gammel", 2010, 2019), ("ukendt", None, None)], ["age_edge", "age_edge"]),
        ([("ny", 2020, None), ("gammel", None, 2019)], ["age_untold"]),
        ([("ny", 1990, 1980), ("a", None, None), ("b", None, None)], ["age_untold_twice", "years_backwards"]),
    ],
)
def test_each_year_has_one_age(ages: list[tuple[str, int | None, int | None]], codes: list[str]) -> None:
    file = reading("".join(f"{slug}: {{name: a}}\n" for slug, *_ in ages))
    derived.check_ages(file, {age[0]: span(*age) for age in ages})
    assert [problem.code for problem in file.log.problems] == codes


def test_each_question_has_its_rule(made: Catalogue) -> None:
    known = made.vocabulary["questions"]
    file = reading("".join(f"{slug}: {{name: a}}\n" for slug in [*known][1:]) + "ukendt: {name: a}\n")
    derived.check_questions(file, {"ukendt": next(iter(known.values()))})
    assert [problem.code for problem in file.log.problems] == ["no_rule", "no_question"]


def test_a_refusal_knows_its_field_and_how_its_value_is_written() -> None:
    subject = Subject(reading("start: Køge\nend: 12\n"), Period)
    with pytest.raises(ValidationError) as refused:
        Period.model_validate(subject.data)
    start, end = refusals(subject, refused.value)
    assert (start.code, start.path, start.raw) == ("int_type", ("start",), "Køge")
    assert end.field is Period.model_fields["end"] and end.value == 12


def test_a_sound_case_that_was_kept_is_the_same_case(made_folder: Path, made: Catalogue) -> None:
    cases = made_folder / "cases"
    for path in case_files(cases):
        read_of, case = read_case(path, cases, made.vocabulary)
        assert case
        sound = Sound(case, tuple(read_of.log.warnings))
        again = Sound.unpacked(sound.packed(), Case)
        assert again == sound and again.case.model_dump() == case.model_dump()
        reading, _ = again.read_again(read_of.document.file, partial(document, path, cases))
        for name in ("title", "aliases", "related"):
            assert reading.document.place((name,)) == read_of.document.place((name,))


def test_data_are_validated_as_they_were_meant() -> None:
    reading = read("cases/x.yaml", b"start: 2020\nslut: 2019\n")
    reading, period = validate(Subject(reading, Period))
    assert period is None
    assert [(problem.field, problem.code) for problem in reading.log.problems] == [
        ("slut", "unknown_key"),
        ("end", "years_backwards"),
    ]
