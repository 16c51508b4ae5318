"""What a page asks while it is rendered, and what a folder is made of: while both are the same, so is what was made."""

from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.reading.trace import traced
from generator.site.questions import Questions, UntoldError


def asking(made: Catalogue) -> tuple[Questions, Any]:
    questions = Questions({"catalogue": made}, made.by_slug, made.vocabulary)
    return questions, questions.given["catalogue"]


def test_what_is_asked_has_the_same_answer_until_the_cases_change(made: Catalogue) -> None:
    questions, given = asking(made)
    case = made.by_slug["alt-i-brug"]
    shown, asked = questions.listen(lambda: [each.slug for each in given.see_also(case)])
    assert shown == [each.slug for each in made.see_also(case)] and asked
    again, _ = asking(made)
    fewer = Catalogue([each for each in made.cases if each.slug not in shown], made.vocabulary)
    assert again.answers(asked) == questions.answers(asked) != asking(fewer)[0].answers(asked)


def test_what_cannot_be_compared_is_told_as_that(made: Catalogue) -> None:
    questions, _ = asking(made)
    assert questions.told({"a": made.cases[0]}) == questions.told({"a": made.cases[0]})
    with pytest.raises(UntoldError):
        questions.told(object())


def test_a_trace_is_another_once_a_name_a_text_or_a_setting_is(tmp_path: Path) -> None:
    folder, settings = tmp_path / "cases", tmp_path / "mkdocs.yml"
    folder.mkdir()
    (folder / "en.yaml").write_text("title: En\n")
    settings.write_text("INHERIT: base.yml\n")
    traces = [traced(folder, settings), traced(folder, settings)]
    (folder / "en.yaml").write_text("title: To\n")
    traces.append(traced(folder, settings))
    (folder / "en.yaml").rename(folder / "to.yaml")
    traces.append(traced(folder, settings))
    (tmp_path / "base.yml").write_text("site_name: a\n")
    traces.append(traced(folder, settings))
    assert traces[0] == traces[1] and len({*traces}) == 4 and None not in traces
    (folder / "sti").symlink_to(tmp_path)
    assert traced(folder, settings) is None
