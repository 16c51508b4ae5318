"""What the terminal asks of a new case, and what it takes for an answer."""

from pathlib import Path

import click
import pytest

from generator.catalogue import Catalogue
from generator.cli import prompts
from generator.shape import BUILT_IN
from generator.wording import wording

NOTHING = dict.fromkeys(("summary", "municipalities", "themes", "form", "source", "where"))


def test_words_are_known_by_name_and_slug_and_the_rest_is_left_to_write(made: Catalogue) -> None:
    given = {**NOTHING, "municipalities": ("Køge", "varde"), "themes": (), "source": "Egen rapport"}
    answers = prompts.answers(given, made.vocabulary)
    assert answers.municipalities == ["koege", "varde"] and answers.themes == [wording.common["todo"]]
    assert (answers.source, answers.source_title, answers.form) == (
        "",
        "Egen rapport",
        wording.common["todo"],
    )
    shared = prompts.answers({**given, "source": "kl-casekatalog"}, made.vocabulary)
    assert (shared.source, shared.source_title) == ("kl-casekatalog", wording.common["todo"])


def test_an_unknown_word_is_told_with_the_nearest(made: Catalogue) -> None:
    with pytest.raises(click.UsageError, match="koege"):
        prompts.answers({**NOTHING, "municipalities": ("Kjøge",), "themes": ()}, made.vocabulary)


def test_what_is_given_is_not_asked_for(made: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    replies = iter(["Kjøge", "Køge", "", "", "Min kilde", "", "KL", "2020"])

    def prompt(question: str, **_: object) -> str:
        asked.append(question)
        return next(replies)

    monkeypatch.setattr(click, "prompt", prompt)
    found = prompts.asked_for({**NOTHING, "summary": "Kort."}, made.vocabulary)
    assert found["summary"] == "Kort." and found["municipalities"] == ("koege",)
    assert (found["publisher"], found["year"]) == ("KL", "2020")
    assert asked.count("Kommuner, med komma imellem") == 2 and "Resumé på en eller to sætninger" not in asked


@pytest.mark.parametrize(
    ("title", "said"),
    [("???", "Titlen skal have mindst ét"), ("Min case", None), ("En", "findes allerede")],
)
def test_a_title_that_gives_no_new_address_is_told(tmp_path: Path, title: str, said: str | None) -> None:
    (tmp_path / "en.yaml").write_text("title: En\n")
    fault = prompts.title_fault(title, tmp_path, BUILT_IN)
    assert said in (fault or "") if said else fault is None
