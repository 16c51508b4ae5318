"""What a page asks while it is rendered, and what a folder is made of: while both are the same, so is what was made."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.model import Case
from generator.pages import Page
from generator.reading.trace import traced
from generator.site.kept import Kept, Rendered
from generator.site.questions import Questions, UntoldError
from generator.store import Store


def asking(made: Catalogue) -> tuple[Questions, Any]:
    questions = Questions({"catalogue": made}, made)
    return questions, questions.given["catalogue"]


def test_what_is_asked_has_the_same_answer_until_the_cases_change(made: Catalogue) -> None:
    questions, given = asking(made)
    case = made.by_slug["alt-i-brug"]
    shown, heard = questions.listen(lambda: [each.slug for each in given.see_also(case)])
    assert shown == [each.slug for each in made.see_also(case)] and heard
    asked = tuple(heard)
    again, _ = asking(made)
    fewer = Catalogue([each for each in made.cases if each.slug not in shown], made.vocabulary)
    assert again.answers(asked) == questions.answers(asked) != asking(fewer)[0].answers(asked)


def test_what_cannot_be_compared_is_told_as_that(made: Catalogue) -> None:
    questions, _ = asking(made)
    assert questions.told({"a": made.cases[0]}) == questions.told({"a": made.cases[0]})
    with pytest.raises(UntoldError):
        questions.told(object())


def test_answers_are_compared_by_all_that_they_hold(made: Catalogue) -> None:
    questions, _ = asking(made)
    case = made.by_slug["alt-i-brug"]
    for one, same, other in (
        (frozenset("ab"), frozenset("ba"), frozenset("ac")),
        (MappingProxyType({"a": 1}), MappingProxyType({"a": 1}), MappingProxyType({"a": 2})),
        (case, case, case.model_copy(update={"title": "Noget andet"})),
    ):
        assert questions.told(one) == questions.told(same)
        assert questions.told(one) != questions.told(other)


def test_what_is_shown_once_is_asked_for_by_each_page_that_shows_it(made: Catalogue) -> None:
    questions, given = asking(made)
    one, other = made.cases[:2]
    shown: list[str] = []

    def show(case: Case) -> str:
        shown.append(case.title)
        return str(len(given.see_also(case)))

    told = (one, one, other)
    questions.once(show, one)
    assert [questions.listen(partial(questions.once, show, case)) for case in told] == [
        questions.listen(partial(show, case)) for case in told
    ]
    assert shown == [each.title for each in (one, one, other, *told)]


def test_pages_of_cases_ask_the_same_of_their_own_case(made: Catalogue) -> None:
    questions, given = asking(made)
    one, other = made.cases[:2]

    def show(case: Case) -> list[Any]:
        return [given.see_also(case), given.count("theme", f"om-{case.slug}"), given.cases]

    heard = [questions.listen(partial(show, case), case)[1] or {} for case in (one, other)]
    asked = tuple(heard[0])
    assert asked == tuple(heard[1])
    for case, answers in zip((one, other), heard, strict=True):
        assert questions.answers(asked, case) == questions.answers(asked, case, answers)
    assert questions.answers(asked, one) != questions.answers(asked, other)
    of_another = tuple(questions.listen(partial(show, other), one)[1] or ())
    assert questions.answers(of_another, one) == questions.answers(of_another, other)
    shown_once = [questions.listen(partial(questions.once, show, other), case)[1] for case in (other, one)]
    assert [tuple(each or ()) for each in shown_once] == [of_another, of_another]


class Odd:
    """One whose answers are of no kind that can be compared."""

    def answer(self, about: object = None) -> object:
        return [object(), about]


@pytest.mark.parametrize("about", [None, object(), 1j], ids=["answer", "argument", "number"])
def test_a_page_of_which_nothing_can_be_compared_is_rendered_each_time(
    made: Catalogue, tmp_path: Path, about: object
) -> None:
    questions = Questions({"odd": Odd()}, made)
    page = Page("a/", "A", "Om a.", "a.html")
    renders = 0

    def render() -> Rendered:
        nonlocal renders
        renders += 1
        questions.given["odd"].answer(*([] if about is None else [about]))
        return Rendered("a", "")

    kept = Kept(Store(tmp_path / "store.sqlite"), "", questions)
    for _ in range(2):
        kept.find([page])
        kept.fetch([page])
        before = renders
        assert kept.render(page, render) == Rendered("a", "")
        assert renders > before
        kept.close()
    odd_page = replace(page, context={"odd": object()})
    kept.find([odd_page])
    assert kept.render(odd_page, lambda: Rendered("b", "")) == Rendered("b", "")


def test_a_trace_is_another_once_a_name_a_text_or_a_setting_is(tmp_path: Path) -> None:
    folder, settings = tmp_path / "cases", tmp_path / "mkdocs.yml"
    folder.mkdir()
    (folder / "en.yaml").write_text("title: En\n")
    settings.write_text("INHERIT: base.yml\n")
    assert traced(folder, settings) is None
    (tmp_path / "base.yml").write_text("site_name: a\n")
    traces = [traced(folder, settings), traced(folder, settings)]
    (folder / "en.yaml").write_text("title: To\n")
    traces.append(traced(folder, settings))
    (folder / "en.yaml").rename(folder / "to.yaml")
    traces.append(traced(folder, settings))
    (tmp_path / "base.yml").write_text("site_name: b\n")
    traces.append(traced(folder, settings))
    assert traces[0] == traces[1] and len({*traces}) == 4 and None not in traces
    (folder / "sti").symlink_to(tmp_path)
    assert traced(folder, settings) is None
