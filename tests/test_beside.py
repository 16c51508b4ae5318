"""What lies beside the cases: what is a program's own, and what nobody meant to publish."""

from pathlib import Path

import pytest

from generator.reading.beside import case_files, is_aside, others, pages


@pytest.mark.parametrize(
    ("name", "aside"),
    [("vocabulary/themes.yaml", True), (".git/x.yaml", True), ("a/.b/x.yaml", True), ("a/x.yaml", False)],
)
def test_vocabularies_and_hidden_files_are_no_cases(name: str, aside: bool) -> None:
    assert is_aside(Path(name).parts) is aside


def test_only_what_does_not_belong_there_is_told_of(tmp_path: Path) -> None:
    for name in ("page.md", "linked.pdf", "minutes.docx", ".hidden.docx", "picture.png"):
        (tmp_path / name).write_text("[see](linked.pdf)" if name == "page.md" else "x")
    (tmp_path / "wrong.md").write_bytes(b"\xff\xfe")
    told = {problem.file.split("/")[-1]: problem.code for log in others(tmp_path) for problem in log.problems}
    assert told == {"minutes.docx": "stray_document", "wrong.md": "not_utf8"}


def test_what_lies_in_a_folder_is_found_in_order_and_behind_no_link(tmp_path: Path) -> None:
    for name in (
        "b.yaml",
        "a/x.yaml",
        "a-b.yaml",
        "a/.x/y.yaml",
        "vocabulary/z.yaml",
        "a/p.md",
        "c.yaml.bak",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in case_files(tmp_path)]
    assert found == ["a/x.yaml", "a-b.yaml", "b.yaml"]
    assert pages(tmp_path) == [tmp_path / "a" / "p.md"]
    assert [*case_files(tmp_path / "nowhere"), *pages(tmp_path / "nowhere")] == []
