"""When cases came and were changed, as the history tells, and what readers learn of it."""

import datetime
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.age import age
from generator.catalogue import Catalogue
from generator.cli import publishing
from generator.contact import Confirmation, Contact
from generator.dates import QUIET, Dates
from generator.editing.rename import rename_case
from generator.fields import vocabulary_at
from generator.marks import is_met
from generator.model import Case, Period
from generator.news import News, updated
from generator.pages import case_page
from generator.reading import history as past
from generator.reading.difference import changed_fields, renewed_fields
from generator.reading.folder import load
from generator.reading.history import history
from generator.reading.settings import Editors, Publisher, Settings
from generator.references import Reference
from generator.site.render import Site
from generator.store import NOTHING, Store
from generator.values import Part
from generator.vocabulary import Span
from helpers import ROOT, Elements, made_cases, run

FIRST, SECOND, THIRD = (datetime.datetime(2026, 5, day, 12, tzinfo=datetime.UTC) for day in (1, 2, 3))
NAME = "alt-i-brug.yaml"


class Repository:
    """A repository of the made cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = folder / "cases"
        made_cases(self.cases)
        self.git("init", "-q", "-b", "main")
        self.commit(FIRST)

    def git(self, *arguments: str, moment: datetime.datetime = FIRST) -> None:
        who = {
            f"GIT_{role}_{what}": "en@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        when = {"GIT_AUTHOR_DATE": moment.isoformat(), "GIT_COMMITTER_DATE": moment.isoformat()}
        known = {**os.environ, **who, **when}
        subprocess.run(
            ["git", "-C", str(self.folder), *arguments], check=True, env=known, capture_output=True
        )

    def commit(self, moment: datetime.datetime) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Ændring", moment=moment)

    def rewrite(self, old: str, new: str, moment: datetime.datetime) -> None:
        """Change a text in one of the cases."""
        file = self.cases / NAME
        before = file.read_text("utf-8")
        after = re.sub(old, new, before, count=1, flags=re.DOTALL | re.MULTILINE)
        assert before != after
        file.write_text(after, "utf-8")
        self.commit(moment)

    def dates(self, kept: Store = NOTHING) -> dict[str, Dates]:
        return history(self.cases, load(self.cases)[0], kept=kept)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def test_a_case_came_with_its_first_commit_and_changes_with_its_words(repository: Repository) -> None:
    repository.rewrite(r"^title: .Alt", 'title: "Endnu mere', SECOND)
    dates = repository.dates()
    assert dates["alt-i-brug"] == Dates(FIRST, SECOND)
    assert {dates[slug] for slug in dates if slug != "alt-i-brug"} == {Dates(FIRST, FIRST)}
    assert set(dates) == {case.slug for case in load(repository.cases)[0]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^summary: >-\n  (\S+) ", r"summary: >-\n  \1\n  "),
        (r"\A", "# Læst igen\n"),
        (r"^search_words: .*$", "search_words: [noget helt andet]"),
        (r"\Z", "confirmed:\n  date: 2026-05-03\n  by: Lagerchef, Køge Kommune\n"),
        (r"^( *)lines: \S+", r"\1lines: 1-2"),
    ],
    ids=["line break", "comment", "search word", "confirmation", "lines of the extract"],
)
def test_what_tells_readers_nothing_new_is_no_change(repository: Repository, old: str, new: str) -> None:
    if "confirmed" in new:
        repository.rewrite(r"^confirmed:\n(  .*\n)+", "", FIRST)
    repository.rewrite(old, new, SECOND)
    assert repository.dates()["alt-i-brug"].changed == FIRST


def test_numbers_signs_and_new_fields_are_changes() -> None:
    assert changed_fields('rows:\n  - ["2017", 4.7]\n', 'rows:\n  - ["2017", -4.7]\n')
    assert changed_fields("status: i-drift\n", "status: opgivet\n")
    assert changed_fields("title: En\n", "title: En\npurpose: To\n")
    assert not changed_fields("title: En\nform: intern\n", 'form: intern\ntitle: "En"\n')
    assert not changed_fields("themes: [aeldre, sundhed]\n", "themes:\n  - aeldre\n  - sundhed\n")


GAIN = "gains:\n- type: tid\n  evidence: {0}\n  text: {1}\n  figures:\n  - {{value: {2}, unit: dage, what: {3}}}\n"


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (
            GAIN.format("forventet", "Et", 3, "Liggetid"),
            GAIN.format("evalueret", "Et", 3, "Liggetid"),
            "gains",
        ),
        (
            GAIN.format("forventet", "Et", 3, "Liggetid"),
            GAIN.format("forventet", "Et", 4, "Liggetid"),
            "gains",
        ),
        (GAIN.format("forventet", "Et", 3, "Liggetid"), GAIN.format("forventet", "To", 3, "Ventetid"), ""),
        ("title: En\nsummary: To\n", "title: Tre\nsummary: Fire\n", ""),
        ("themes: [aeldre]\nform: intern\n", "themes: [sundhed]\nform: tvaersektoriel\n", ""),
        ("purpose: ikke oplyst\n", "purpose: Færre fald\n", "purpose"),
        ("purpose: Færre fald\n", "purpose: Færre faldulykker\n", ""),
        ("barriers:\n- factor: kultur\n  text: Vaner\n", "barriers:\n- factor: ledelse\n  text: Vane\n", ""),
        ("municipalities: [koege]\n", "municipalities: [koege, vejle]\n", "municipalities"),
        ("period: {start: 2015}\n", "period: {start: 2015, end: 2018}\n", "period"),
        ("period: {start: 2015}\n", "period: {start: 2015, note: Måske}\n", ""),
        ("sources:\n- {source: a, where: 1}\n", "sources:\n- {source: a, where: 2}\n", ""),
        ("sources:\n- {source: a, where: 1}\n", "sources:\n- {title: B, where: 2}\n", "sources"),
        ('series:\n- rows: [["2017", 4.7]]\n', 'series:\n- rows: [["I 2017", 4.7]]\n', ""),
        ('series:\n- rows: [["2017", 4.7]]\n', 'series:\n- rows: [["2017", -4.7]]\n', "series"),
        ("gains: [: 1\n", "gains: [: 1\n", ""),
        ("gains: [: 1\n", "gains: [: 2\n", "gains"),
        ("gains: noget\n", "gains: 12\n", "gains"),
    ],
)
def test_facts_figures_and_gains_are_news_and_words_and_tags_are_not(
    before: str, after: str, fields: str
) -> None:
    assert renewed_fields(before, after) == tuple(filter(None, [fields]))


def test_what_is_changed_back_the_same_day_is_no_news(repository: Repository) -> None:
    repository.rewrite(r"^status: [^\n]*", "status: opgivet", SECOND)
    hour = datetime.timedelta(hours=1)
    repository.rewrite(r"^title: .Alt", 'title: "Endnu mere', SECOND + hour)
    assert repository.dates()["alt-i-brug"] == Dates(FIRST, SECOND + hour, SECOND, ("status",))
    repository.rewrite(r"^status: [^\n]*", "status: i-drift", SECOND + 2 * hour)
    assert repository.dates()["alt-i-brug"] == Dates(FIRST, SECOND + 2 * hour)


def test_all_that_readers_meet_is_news_once_it_is_told_but_tags() -> None:
    of_tags = {"municipalities", "regions", "status"}
    no_news = {"units", "derived_advice", *QUIET}
    for name, field in Case.model_fields.items():
        told = renewed_fields("title: En\n", f"title: En\n{name}: Noget\n")
        is_told = name in of_tags or not vocabulary_at(Case, (name,))
        assert (told == (name,)) == (is_met(field) and is_told and name not in no_news), name


def test_the_fields_that_are_no_news_are_fields() -> None:
    parts: dict[str, type[Part]] = {"": Case, "sources": Reference}
    for path in QUIET:
        head, _, name = path.rpartition(".")
        assert name in parts[head].model_fields


def test_a_renamed_case_keeps_the_day_when_it_came(repository: Repository) -> None:
    rename_case(repository.cases, "alt-i-brug", "alt-er-brugt")
    repository.commit(THIRD)
    assert repository.dates()["alt-er-brugt"] == Dates(FIRST, FIRST)


def test_a_branch_counts_from_the_day_when_it_was_taken_in(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "forslag")
    repository.rewrite(r"^title: .Alt", 'title: "Endnu mere', SECOND)
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Tag forslaget ind", "forslag", moment=THIRD)
    assert repository.dates()["alt-i-brug"].changed == THIRD


def test_nothing_is_told_where_the_history_is_not_whole(repository: Repository, tmp_path: Path) -> None:
    repository.rewrite(r"^title: .Alt", 'title: "Endnu mere', SECOND)
    shallow = tmp_path / "shallow"
    address = repository.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", address, str(shallow)], check=True)
    cases = load(repository.cases)[0]
    assert history(shallow / "cases", cases) == {}
    shutil.rmtree(repository.folder / ".git")
    assert history(repository.cases, cases) == {}


def test_what_a_print_read_of_the_history_the_next_one_knows(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder)
    file = repository.cases / NAME
    monkeypatch.setattr(publishing, "press", lambda wanted, done: dict.fromkeys(wanted, file))
    assert run("pdf", "-o", str(tmp_path / "x.pdf")).exit_code == 0
    past._history.cache_clear()
    monkeypatch.setattr(past, "_packed", lambda *_: pytest.fail("it was read once more"))
    assert run("pdf", "-o", str(tmp_path / "x.pdf")).exit_code == 0


def test_what_follows_from_versions_is_kept(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Store(tmp_path / "store.sqlite")
    repository.rewrite(r"^title: .Alt", 'title: "Endnu mere', SECOND)
    repository.rewrite(r"^status: .*?$", "status: afsluttet", THIRD)
    plain = repository.dates()
    assert plain["alt-i-brug"].renewed and repository.dates(kept) == plain
    read: list[str] = []
    contents = past._Contents.__call__

    def noted(self: past._Contents, blob: str) -> str:
        read.append(blob)
        return contents(self, blob)

    monkeypatch.setattr(past, "_versions", lambda *_: pytest.fail("it was asked for once more"))
    assert repository.dates(Store(tmp_path / "store.sqlite")) == plain
    monkeypatch.undo()
    monkeypatch.setattr(past._Contents, "__call__", noted)
    past._history.cache_clear()
    assert repository.dates(kept) == plain and not read
    repository.rewrite(r"^title: .Endnu", 'title: "Langt', THIRD + datetime.timedelta(days=1))
    assert repository.dates(kept)["alt-i-brug"].changed == THIRD + datetime.timedelta(days=1) and read


def test_a_case_that_no_commit_has_is_not_dated(repository: Repository) -> None:
    text = (repository.cases / NAME).read_text("utf-8")
    (repository.cases / "helt-ny.yaml").write_text(
        re.sub(r"^aliases: .*\n", "", text, flags=re.MULTILINE), "utf-8"
    )
    assert "helt-ny" not in repository.dates()


def dated(catalogue: Catalogue, **changed: datetime.datetime) -> Catalogue:
    """Return a catalogue in which all cases came on the first day, and some were changed later, by their slugs."""
    late = {name.replace("_", "-"): moment for name, moment in changed.items()}
    dates = {case.slug: Dates(FIRST, late.get(case.slug, FIRST)) for case in catalogue.cases}
    return Catalogue(catalogue.cases, catalogue.vocabulary, dates)


def test_the_newest_change_and_the_newest_cases_are_told(made: Catalogue) -> None:
    bare = [case.model_copy(update={"confirmed": None}) for case in made.cases]
    first, *others = bare
    dates = {first.slug: Dates(SECOND, SECOND), **{case.slug: Dates(FIRST, THIRD, THIRD) for case in others}}
    found = News(Catalogue(bare, made.vocabulary, dates))
    assert found.updated == THIRD.date()
    assert found.newest(1) == (first,)
    assert [item.case for item in found.items(bare)] == [*others, first]
    assert [item.is_new for item in found.items(bare)] == [*(False for _ in others), True]
    assert updated(found.catalogue, [first]) == SECOND.date()
    assert News(Catalogue(bare, made.vocabulary)).updated is None


def test_a_confirmation_changed_fields_of_its_own_date(made: Catalogue) -> None:
    assert updated(made, made.cases) == max(case.confirmed.date for case in made.cases if case.confirmed)


def test_facts_are_as_old_as_the_source_or_the_end(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]

    def told(*sources: Reference, start: int | None = None, end: int | None = None) -> str:
        known = case.model_copy(update={"sources": sources, "period": Period(start=start, end=end)})
        found = age(made.vocabulary, known)
        return f"{found.year} {found.told}" if found else ""

    own = Reference(title="Rapport", publisher="Kommunen", year=2018)
    undated = own.model_copy(update={"year": None})
    shared = own.model_copy(update={"source": "bachelor-taarnby", "year": None})
    assert told(own) == "2018 2018"
    assert told(shared) == "2013 2012/13"
    assert told(shared, own) == "2018 2018"
    assert told(own, start=2009, end=2012) == "2012 2012"
    assert told(own, start=2009) == "2018 2018"
    assert told(undated, start=2009) == "2009 2009"
    assert told(undated) == ""


def test_each_case_is_from_one_span_of_years(made: Catalogue, catalogue: Catalogue) -> None:
    for known in (made, catalogue):
        for case in known.cases:
            found, (slug,) = age(known.vocabulary, case), known.tags(case, "age")
            span = known.term("age", slug)
            assert isinstance(span, Span)
            if found is None:
                assert slug == "ikke-oplyst"
            else:
                assert (span.start or 0) <= found.year <= (span.end or found.year)
                assert span.start or span.end


def shown(catalogue: Catalogue, case: Case) -> str:
    """Return the boxes of a case's page as text."""
    html = Site(catalogue, ROOT / "theme_overrides").render(case_page(case))
    return " ".join(re.sub("<[^>]+>", " ", html[html.index('class="box ') :]).split())


def test_a_case_tells_how_fresh_it_is_and_marks_what_is_old(made: Catalogue) -> None:
    source = Reference(title="Rapport", publisher="Kommunen", year=2012)
    old = made.by_slug["alt-i-brug"].model_copy(
        update={"sources": (source,), "period": None, "confirmed": None}
    )
    others = [case for case in made.cases if case.slug != old.slug]
    page = shown(dated(Catalogue([old, *others], made.vocabulary), alt_i_brug=THIRD), old)
    assert "Oplysninger fra 2012 mindst 14 år gamle" in page
    assert "Kom i kataloget 1. maj 2026 Senest ændret 3. maj 2026 Senest bekræftet Endnu ikke." in page
    assert "Kom i kataloget" not in shown(Catalogue([old, *others], made.vocabulary), old)


def asked(made: Catalogue, **changed: object) -> str:
    """Return the boxes of a case with other parties."""
    bare = {"contact": None, "confirmed": None, **changed}
    case = made.by_slug["alt-i-brug"].model_copy(update=bare)
    return shown(Catalogue([case], made.vocabulary), case)


def test_a_case_tells_whom_to_ask_or_what_to_do(made: Catalogue) -> None:
    role = Contact(role="Leder <b>", organisation="Køge Kommune")
    told = asked(made, contact=role)
    assert "Leder &lt;b&gt;, Køge Kommune Kataloget bringer ingen navne" in told
    reached = asked(made, contact=role.model_copy(update={"url": "https://www.koege.dk/a?b=1&c=2"}))
    assert "Køge Kommune https://www.koege.dk/a?b=1&amp;c=2" in reached and "hovednummeret" not in reached
    assert "lager@koege.dk" in asked(made, contact=role.model_copy(update={"mailbox": "lager@koege.dk"}))
    by = Confirmation(date=datetime.date(2026, 5, 1), by="Chefen, Køge Kommune")
    assert "Spørg Chefen, Køge Kommune, som har bekræftet casen." in asked(made, confirmed=by)


def test_nobody_ends_nowhere_who_wants_to_ask(made: Catalogue) -> None:
    nobody: dict[str, object] = {"municipalities": (), "regions": (), "partners": ()}
    parties: list[tuple[dict[str, object], str]] = [
        ({"municipalities": ("koege",)}, "Ring til kommunens hovednummer (Køge), og spørg efter dem"),
        ({"municipalities": ("koege", "vejle")}, "Ring til en af kommunerne (Køge og Vejle), og"),
        ({"municipalities": ("koege", "vejle", "varde", "odense")}, "Ring til en af de 4 kommuner, og"),
        ({"regions": ("sjaelland",), "partners": ("RUC",)}, "Ring til Region Sjælland, og"),
        ({"partners": ("SKAT (dengang)", "KL")}, "Ring til SKAT eller KL, og"),
        ({}, "Kilden nævner ingen, der kan spørges. Kilden er udgivet af KL og Køge Kommune."),
    ]
    for party, told in parties:
        box = asked(made, **{**nobody, **party})
        assert told in box, party
        assert "Ret casen i formularen" in box


def test_who_looks_for_a_contact_is_led_on_also_where_none_is_set(made: Catalogue) -> None:
    editors = Editors(name="Redaktionen", email="redaktion@kl.dk")
    publisher = Publisher(name="Udgiveren")
    for settings, told, untold in [
        (Settings(), "endnu ikke oplyst, hvem der udgiver", "Udgives af"),
        (Settings(publisher=publisher), "endnu ikke oplyst, hvordan redaktionen nås", "hvem der udgiver"),
        (Settings(publisher=publisher, editors=editors), "redaktion@kl.dk", "endnu ikke oplyst"),
    ]:
        html = Site(made, ROOT / "theme_overrides", settings).render_view("contact", "om/")
        assert told in html and untold not in html
        assert {"../kilde/", "../foreslaa/"} <= set(Elements(html).links)
