"""What lies beside the cases: what is a program's own, and what nobody meant to publish."""

from pathlib import Path

import pytest

from generator.reading.beside import is_aside, others


@pytest.mark.parametrize(
    ("name", "aside"),
    [("vocabulary/themes.yaml", True), (".git/x.yaml", True), ("a/.b/x.yaml", True), ("a/x.yaml", False)],
)
def test_vocabularies_and_hidden_files_are_no_cases(name: str, aside: bool) -> None:
    assert is_aside(Path(name)) is aside


def test_only_what_does_not_belong_there_is_told_of(tmp_path: Path) -> None:
    for name in ("page.md", "linked.pdf", "minutes.docx", ".hidden.docx", "picture.png"):
        (tmp_path / name).write_text("[see](linked.pdf)" if name == "page.md" else "x")
    (tmp_path / "wrong.md").write_bytes(b"\xff\xfe")
    told = {problem.file.split("/")[-1]: problem.code for log in others(tmp_path) for problem in log.problems}
    assert told == {"minutes.docx": "stray_document", "wrong.md": "not_utf8"}
