"""A catalogue of the version before, upgraded: what is changed, what is told, and what is left as it was."""

import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from generator.answers import rules
from generator.editing import upgrade as upgrading
from generator.editing.shared import additions
from generator.packed import shared_words
from generator.reading.folder import examine
from generator.reading.schema import as_text
from generator.reading.settings import beside
from generator.shape import BUILT_IN
from generator.wording import FIRST, wording
from helpers import build, run

BEFORE = Path(__file__).parent / "data" / "before"
"""A small catalogue as version 0.2.0 had them."""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of the catalogue of the version before, in which commands are run."""
    shutil.copytree(BEFORE, tmp_path / "old")
    monkeypatch.chdir(tmp_path / "old")
    yield tmp_path / "old"
    wording.speak(FIRST)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def words(folder: Path) -> dict[str, str]:
    """Return what vocabularies in a folder are given, by name."""
    return {each.name: each.text for each in additions(folder, BUILT_IN)}


def test_it_is_sound_afterwards_and_builds_strictly(old: Path, tmp_path: Path) -> None:
    assert run("check").exit_code == 1
    result = run("upgrade")
    assert result.exit_code == 0, result.output
    assert run("check").exit_code == 0
    loaded = examine(old / "cases", shape=beside(old / "cases").shape)
    schema = (old / "cases" / "vocabulary" / "case.schema.json").read_text("utf-8")
    assert schema == as_text(loaded.vocabulary)
    assert (old / "requirements.txt").read_text("utf-8") == f"casekatalog=={version('casekatalog')}\n"
    build(tmp_path / "site", config=old / "mkdocs.yml")
    assert (tmp_path / "site" / "case" / "vores-case" / "index.html").is_file()


def test_each_change_is_told_with_its_file_and_line(old: Path) -> None:
    told = run("upgrade").stdout.splitlines()
    assert "mkdocs.yml:24: linje 24-30, 37-39 er taget ud: de filer kommer med programmet." in told
    assert "cases/udvalg.md:4: `view: shortlist` i stedet for selection." in told
    assert "cases/vocabulary/municipalities.yaml: row, column og neighbours tilføjet til 3 ord." in told
    assert any(line.startswith("cases/vocabulary/ages.yaml: tilføjet") for line in told)


def test_what_is_not_named_stays_as_it_was(old: Path) -> None:
    before = contents(old)
    told = run("upgrade").stdout
    after = contents(old)
    changed = {name for name in after if after[name] != before.get(name)}
    assert not before.keys() - after.keys()
    assert {name for name in changed if name not in told} == set()
    assert "cases/vores-case.yaml" not in changed
    lost = set(before["mkdocs.yml"].splitlines()) - set(after["mkdocs.yml"].splitlines())
    assert all(b"assets/" in line or line.strip().endswith(b":") for line in lost)
    municipalities = after["cases/vocabulary/municipalities.yaml"].splitlines()
    assert set(before["cases/vocabulary/municipalities.yaml"].splitlines()) <= set(municipalities)


def test_check_tells_the_same_and_writes_nothing(old: Path) -> None:
    before = contents(old)
    told = run("upgrade", "--check")
    assert told.exit_code == 1
    assert "Intet er skrevet." in told.stdout
    assert contents(old) == before
    done = run("upgrade")
    assert done.stdout.splitlines()[:-1] == told.stdout.splitlines()[:-1]


def test_twice_is_as_once(old: Path) -> None:
    run("upgrade")
    before = contents(old)
    again = run("upgrade")
    assert again.output == f"Kataloget passer til version {version('casekatalog')}, og intet skal ændres.\n"
    assert contents(old) == before
    assert run("upgrade", "--check").exit_code == 0


def test_what_a_person_must_do_is_told_in_the_language_of_the_catalogue(old: Path) -> None:
    case, settings = old / "cases" / "vores-case.yaml", old / "mkdocs.yml"
    case.write_text(case.read_text("utf-8").replace("short:", "brief:"), "utf-8")
    text = settings.read_text("utf-8").replace("language: da", "language: en")
    settings.write_text(text.replace("      edit_url", "      logo: gone.svg\n      edit_url"), "utf-8")
    result = run("upgrade")
    assert result.exit_code == 1
    head, *left = result.stderr.splitlines()
    assert head.startswith("This is yours to mend.")
    assert [line for line in left if line.startswith("cases/vores-case.yaml:3:1: brief: ")]
    line = settings.read_text("utf-8").splitlines().index("      logo: gone.svg") + 1
    assert [each for each in left if each.startswith(f"mkdocs.yml:{line}:13: logo: ")], left


def test_nothing_is_written_where_not_all_can_be(old: Path) -> None:
    (old / "cases" / "udvalg.md").unlink()
    (old / "cases" / "vocabulary" / "case.schema.json").unlink()
    (old / "cases" / "vocabulary" / "case.schema.json").mkdir()
    before = contents(old)
    assert run("upgrade").exit_code == 1
    assert contents(old) == before


def test_a_catalogue_of_a_newer_version_is_left_alone(old: Path) -> None:
    (old / "requirements.txt").write_text("casekatalog==99.1\n", "utf-8")
    before = contents(old)
    result = run("upgrade")
    assert result.exit_code == 1
    assert "Kataloget er til version 99.1" in result.stderr
    assert contents(old) == before


@pytest.mark.parametrize(
    "line", ["casekatalog>=0.2", "casekatalog==0.2.0 --hash=sha256:0a", "./casekatalog-0.2.0.whl"]
)
def test_a_requirement_of_another_kind_is_the_owners(old: Path, line: str) -> None:
    (old / "requirements.txt").write_text(f"{line}\n", "utf-8")
    assert (old / "requirements.txt") not in upgrading.upgrade(old / "cases", "9.9").texts


def test_style_sheets_and_scripts_of_the_catalogue_itself_stay(old: Path) -> None:
    own = old / "cases" / "assets" / "css" / "card.css"
    own.parent.mkdir(parents=True)
    own.write_text(".card {}\n", "utf-8")
    run("upgrade")
    settings = (old / "mkdocs.yml").read_text("utf-8")
    assert "extra_css:\n  - assets/css/card.css\nextra:" in settings
    assert "extra_javascript" not in settings


def test_a_word_and_a_field_that_an_editor_took_out_stay_out(tmp_path: Path) -> None:
    shutil.copytree(shared_words(), tmp_path / "vocabulary")
    (tmp_path / "vocabulary" / "synonyms.yaml").unlink()
    assert words(tmp_path / "vocabulary") == {}
    towns = tmp_path / "vocabulary" / "municipalities.yaml"
    towns.write_text(towns.read_text("utf-8").replace("  row: 9\n  column: 9\n", "", 1), "utf-8")
    incentives = tmp_path / "vocabulary" / "incentives.yaml"
    incentives.write_text("eget:\n  name: Eget\n  definition: Et eget.\n", "utf-8")
    assert words(tmp_path / "vocabulary") == {}


def test_only_words_that_are_the_same_are_given_fields(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.yaml"
    text = (
        "ballerup:\n  name: Ballerup\n  code: '0151'\n\n# Her\nalbertslund:\n  name: Nyby\n  code: '9999'\n"
    )
    path.write_text(text, "utf-8")
    given = words(tmp_path)["municipalities"]
    assert (
        '  region: "hovedstaden"\n  row: 8\n  column: 10\n  neighbours: []\n\n# Her\nalbertslund:\n' in given
    )
    assert given.endswith("  name: Nyby\n  code: '9999'\n")


def test_a_question_that_a_rule_answers_is_added_in_the_words_of_all(tmp_path: Path) -> None:
    questions = (shared_words() / "questions.yaml").read_text("utf-8")
    *_, last = rules()
    head, _, block = questions.partition(f"\n{last}:")
    block, _, rest = block.partition("\n\n") if "\n\n" in block else (block, "", "")
    (tmp_path / "questions.yaml").write_text(f"{head}\n{rest}", "utf-8")
    assert f"{last}:{block.rstrip()}" in words(tmp_path)["questions"]


def test_a_vocabulary_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    for text in ("- a\n", "a: [\n", "a: b\n", ""):
        (tmp_path / "municipalities.yaml").write_text(text, "utf-8")
        assert "municipalities" not in words(tmp_path)
