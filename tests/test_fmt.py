"""`casekatalog fmt`: one way to write a case, and nothing lost on the way."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.cli import formatting
from generator.cli.main import main
from generator.editing.formatter import WIDTH, fmt, write
from generator.problems import InvalidCasesError
from generator.reading.reader import read
from helpers import FILES, run_in
from texts import TEXTS


def plain(text: str) -> dict[str, Any]:
    """Return a YAML text's data as an independent reader sees it."""
    return dict(YAML(typ="safe").load(text))


def words(value: Any) -> Any:
    """Return data with each text as its words, which wrapping does not change."""
    if isinstance(value, dict):
        return {key: words(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [words(item) for item in value]
    return value.split() if isinstance(value, str) else value


def formatted(text: str) -> str:
    return fmt("case.yaml", text.encode())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_files_are_set_up_and_hold_the_same(path: Path) -> None:
    before = path.read_text("utf-8")
    assert formatted(before) == before
    assert max(map(len, before.splitlines())) <= WIDTH


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A real case with comments and empty lines put in anywhere, and its top-level keys shuffled."""
    text = draw(st.sampled_from(FILES)).read_text("utf-8")
    entries = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)[1:]
    notes: list[str] = []
    lines: list[str] = []
    block: int | None = None
    for line in "".join(draw(st.permutations(entries))).splitlines():
        indent = len(line) - len(line.lstrip())
        deeper = indent + 2
        if block is not None and line.strip() and indent <= block:
            block, deeper = None, indent  # deeper, the note would be part of the text
        if block is None and draw(st.integers(0, 9)) == 0:
            notes.append(f"# note {len(notes)}: [æ]")
            lines.append(" " * draw(st.sampled_from([0, indent, deeper])) + notes[-1])
        if block is None and line and line[0].isalpha() and draw(st.integers(0, 9)) == 0:
            lines.append("")
        if block is None and draw(st.integers(0, 9)) == 0:
            notes.append(f"# mark {len(notes)}")
            lines.append(f"{line} {notes[-1]}")
        else:
            lines.append(line)
        if block is None and re.search(r"[|>]-?$", line):
            block = indent + (2 if line.lstrip().startswith("- ") and ":" in line else 0)
    return "\n".join(lines) + "\n", notes


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(commented())
@example(("title: Abc\npartners: [] # mark 1\n  # note 2\nform: intern\n", ["# mark 1", "# note 2"]))
def test_no_comment_and_no_word_is_lost(drawn: tuple[str, list[str]]) -> None:
    text, notes = drawn
    after = formatted(text)
    assert formatted(after) == after
    assert words(plain(after)) == words(plain(text))
    for note in notes:
        assert len(re.findall(rf"{re.escape(note)}$", after, re.MULTILINE)) == 1


@pytest.mark.slow
@settings(max_examples=300)
@given(
    title=TEXTS,
    purpose=TEXTS,
    advice=st.lists(TEXTS, max_size=3),
    partners=st.lists(TEXTS, max_size=4),
    unit=TEXTS,
)
def test_any_text_comes_back_from_the_file(
    title: str, purpose: str, advice: list[str], partners: list[str], unit: str
) -> None:
    figure = {"value": 1.5, "unit": unit, "what": title, "period": "2018", "kind": "opgjort"}
    data = {
        "title": title,
        "partners": partners,
        "period": {"start": 2018},
        "purpose": purpose,
        "gains": [{"type": "tid", "text": purpose, "figures": [figure]}],
        "advice": advice,
    }
    after = write(data)
    reading = read("case.yaml", after.encode())
    if not reading.log.problems:
        assert words(reading.document.data) == words(data)
        assert formatted(after) == after
    assert words(plain(after)) == words(data)


def test_comments_follow_the_key_that_they_stand_before() -> None:
    after = formatted("# om resuméet\nsummary: b # her\n\n# om titlen\ntitle: a\n# sidst\n")
    assert after.splitlines()[1:] == [
        "# om titlen",
        "title: a",
        "# om resuméet",
        "summary: b # her",
        "# sidst",
    ]


INSIDE = """\
title: x
themes:
  - aeldre
  # - sundhed
gains:
  - type: tid
    text: kort
    # url: https://example.org/1
  # om den næste
  - type: borger
    # sidst i gevinsten
  # - type: faglighed
sources:
  - source: a
    # where: side 3
"""


def test_a_comment_stays_inside_what_it_is_indented_into() -> None:
    after = formatted(INSIDE)
    assert after.splitlines()[1:] == INSIDE.splitlines()
    turned = formatted("".join(reversed(re.split(r"^(?=\w)", INSIDE, flags=re.MULTILINE))))
    assert turned == after


@pytest.mark.parametrize("end", ["\r", "\r\n", "mixed"])
def test_every_line_end_is_one(end: str) -> None:
    text = formatted(INSIDE)
    ends = ("\r", "\n", "\r\n") if end == "mixed" else (end,)
    other = "".join(f"{line}{ends[number % len(ends)]}" for number, line in enumerate(text.splitlines()))
    assert formatted(other) == text


def test_numbers_and_dates_stay_as_the_editor_wrote_them() -> None:
    after = formatted(
        "confirmed: {date: 2026-05-03, by: x}\nshort: true\nstatus: no\nperiod: {start: 0101}\n"
    )
    assert "date: 2026-05-03" in after
    assert "status: no\n" in after
    assert "start: 0101" in after


def test_faulty_yaml_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("title: a: b\n", "utf-8")
    with pytest.raises(InvalidCasesError):
        fmt("x.yaml", path.read_bytes())
    done = CliRunner().invoke(main, ["fmt", str(path), "--cases", str(tmp_path)])
    assert (done.exit_code, path.read_text("utf-8")) == (1, "title: a: b\n")


def test_check_tells_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("summary: b\ntitle: a\n", "utf-8")
    arguments = ["fmt", "--cases", str(tmp_path)]
    done = CliRunner().invoke(main, [*arguments, "--check"])
    assert done.exit_code == 1
    assert "+title: a" in done.output
    assert path.read_text("utf-8") == "summary: b\ntitle: a\n"
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert CliRunner().invoke(main, [*arguments, "--check"]).exit_code == 0


def test_a_text_with_tabs_stays_a_readable_block() -> None:
    text = "Pris\tAntal\n\n\t10 kr.\t4\n- et punkt\tmed tabulator"
    after = write({"title": "x", "purpose": text})
    assert after.splitlines()[2:] == [
        "purpose: |",
        *(f"  {line}" if line else "" for line in text.split("\n")),
    ]
    assert plain(after)["purpose"].rstrip("\n") == text
    assert formatted(after) == after


def test_a_long_text_with_a_tab_is_not_broken_there() -> None:
    text = "\t".join([f"{'ord ' * 40}slut", "og videre"]) + " \t ende"
    after = write({"title": "x", "purpose": text})
    assert max(map(len, after.splitlines()[1:])) <= 120
    assert plain(after)["purpose"] == text
    assert formatted(after) == after


def test_long_lines_of_a_text_with_paragraphs_are_broken_and_code_is_not() -> None:
    line = "ord " * 60 + "slut"
    text = f"{line}\n\n- {line}\n\n| a | {line} |"
    after = write({"title": "x", "purpose": text})
    short = [each for each in after.splitlines() if "|" not in each]
    assert max(map(len, short)) <= WIDTH and "\n    ord" in after
    assert words(plain(after)) == words({"title": "x", "purpose": text})
    assert formatted(after) == after
    code = f"```\n{line}\n```"
    assert f"  {line}\n" in write({"title": "x", "purpose": code})


def test_only_the_ends_of_lines_are_told_where_nothing_else_differs(tmp_path: Path) -> None:
    path = tmp_path / "cases" / "case.yaml"
    path.parent.mkdir()
    path.write_bytes(FILES[0].read_bytes().replace(b"\n", b"\r\n"))
    done = run_in(path.parent, "fmt", "--check")
    assert done.exit_code == 1
    assert f"{path}: linjerne ender ikke, som de skal" in done.output


def test_what_was_found_set_up_is_not_set_up_again(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def counted(file: str, content: bytes, **options: Any) -> str:
        done.append(Path(file).name)
        return fmt(file, content, **options)

    monkeypatch.setattr(formatting, "fmt", counted)
    files = [path.name for path in sorted(few.glob("*.yaml"))]
    for wanted in (files, []):
        assert run_in(few, "fmt", "--check").exit_code == 0
        assert done == wanted
        done.clear()
    first, *_ = sorted(few.glob("*.yaml"))
    first.write_text(first.read_text("utf-8").replace("\nsummary:", "\nsummary:   ", 1), "utf-8")
    for _ in range(2):
        assert f"+++ {first}" in run_in(few, "fmt", "--check").output
        assert run_in(few, "fmt", "--check", str(first)).exit_code == 1
        assert done == [first.name, first.name]
        done.clear()
    assert run_in(few, "fmt").exit_code == 0
    assert run_in(few, "fmt", "--check").exit_code == 0
    assert done == [first.name]


def test_what_stood_in_a_file_for_a_moment_is_not_taken_for_set_up(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [file] = few.glob("*.yaml")
    right, real = file.read_text("utf-8"), formatting.set_up
    wrong = right.replace("\nsummary:", "\nsummary:   ", 1)

    def saved_meanwhile(*given: Any) -> tuple[int, int]:
        file.write_text(right, "utf-8")
        return real(*given)

    file.write_text(wrong, "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(formatting, "set_up", saved_meanwhile)
        assert run_in(few, "fmt", "--check").exit_code == 0
    file.write_text(wrong, "utf-8")
    assert run_in(few, "fmt", "--check").exit_code == 1
