"""What a printed document is made of: the matter around cases, tables, cases side by side, links, tags and files."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.blocks import Table
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.printing import (
    chart,
    comparison,
    layout,
    letters,
    links,
    matter,
    press,
    publications,
    tags,
    together,
    typst,
)
from generator.printing.imprint import Imprint
from generator.printing.publications import Publication
from generator.reading.folder import load
from generator.series import Series
from generator.site import documents
from generator.text import sort_key
from helpers import ROOT

SITE = "https://www.eksempel.dk/"
IMPRINT = Imprint("Kataloget", "Om cases.", SITE)


def test_a_printed_table_has_a_cell_for_each_number_and_says_where_there_is_none() -> None:
    rows = (("2018", 10, 1.5), ("2019 (budget)", None, 2))
    shown = Series.model_validate(
        {"title": "Tal", "unit": "pct.", "columns": ("År", "Køge", "Varde"), "rows": rows}
    )
    told = chart.printed(Table(shown, 1, "tal.csv", "kilden"))
    assert told["labels"] == ["2018", "2019 (budget)"]
    assert told["cells"] == [["10", "1,5"], ["ikke oplyst", "2,0"]]
    assert told["chart"]["expected"] and {"groups", "numbered"} <= told["chart"].keys()


def test_what_explains_the_words_of_cases_is_all_there(made: Catalogue) -> None:
    guide = matter.guide(made)
    assert [each["name"] for each in guide["forms"]] == [
        term.name for term in made.vocabulary["forms"].values()
    ]
    strengths = [each["strength"] for each in guide["evidence"]]
    assert len({str(each) for each in strengths}) == len(strengths)
    names = [each["name"] for each in matter.glossary(made)]
    assert names == sorted(names, key=sort_key)
    assert {each["name"] for each in matter.sources(made)} == {
        term.name for term in made.vocabulary["sources"].values()
    }


def test_the_matrix_counts_each_factor_theme_by_theme(made: Catalogue) -> None:
    told = matter.matrix(made)
    assert len(told["factors"]) == len(made.vocabulary["factors"])
    for row in told["factors"]:
        assert len(row["drivers"]) == len(row["barriers"]) == len(told["themes"])
        assert row["drove"] <= sum(each["count"] for each in row["drivers"])


def test_points_of_attention_lead_to_what_is_printed(made: Catalogue) -> None:
    shown = {made.cases[0].slug}
    advice = [
        each
        for phase in matter.points(made, SITE, shown)
        for point in phase["points"]
        for each in point["advice"]
    ]
    assert len([*made.points()]) == sum(len(phase["points"]) for phase in matter.points(made, SITE, shown))
    assert all(each["brief"] for each in advice)


def pointed(made: Catalogue, number: int) -> Catalogue:
    """Return the made catalogue with so many points of attention."""
    points = dict(list(made.vocabulary["points"].items())[:number])
    terms = {**made.vocabulary.terms, "points": points}
    return Catalogue(made.cases, replace(made.vocabulary, terms=terms))


def test_one_point_of_attention_is_told_as_one(made: Catalogue) -> None:
    one = pointed(made, 1)
    assert [len(phase["points"]) for phase in matter.points(one, SITE, {})] == [1], "no phase stands empty"
    assert matter.points_told(one)["title"] == "Et opmærksomhedspunkt"
    assert "er der én ting at tænke på" in matter.points_told(one)["lead"]
    assert matter.points_told(pointed(made, 2))["title"] == "To opmærksomhedspunkter"


def test_without_points_of_attention_nothing_is_printed_of_them(made: Catalogue) -> None:
    assert matter.points(pointed(made, 0), SITE, {}) == []


def test_an_index_names_only_values_that_printed_cases_have(made: Catalogue) -> None:
    shown = made.cases[:3]
    told = matter.index(made, "theme", shown)
    assert told["title"] == FACETS["theme"].plural
    assert {each["id"] for entry in told["entries"] for each in entry["places"]} == {
        layout.place(case) for case in shown
    }
    assert not matter.index(made, "theme", ())["entries"]
    assert matter.about(made.cases)["municipalities"] > 1


def test_own_sources_stand_with_the_cases_that_name_them(made: Catalogue) -> None:
    told = matter.own_sources(made, {"alt-i-brug"})
    assert [each["name"] for each in told] == ["Evaluering af det fælles lager"]
    assert not matter.own_sources(made, ())


def test_cases_side_by_side_tell_once_what_is_the_same_of_all(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    told = comparison.of_cases(made, [case, case], SITE)
    assert [column["title"] for column in told["columns"]] == [case.title] * 2
    assert told["columns"][0]["address"] == f"{SITE}case/alt-i-brug/"
    folded = {row["name"] for row in told["equal"]}
    apart = {row["name"] for group in told["groups"] for row in group["rows"]}
    assert folded and not folded & apart
    assert all(group["rows"] for group in told["groups"])


def test_factors_side_by_side_say_on_which_side_they_were(made: Catalogue) -> None:
    cases = [made.by_slug["alt-i-brug"], made.by_slug["intet-oplyst"]]
    told = comparison.of_cases(made, cases, SITE)
    points = [
        block
        for group in told["groups"]
        for row in group["rows"]
        for cell in row["cells"]
        for block in cell["blocks"]
        if block["t"] == "point"
    ]
    sides = {point["side"][:1]: point["hindered"] for point in points if point["side"]}
    assert sides == {"+": False, "−": True}


def test_links_are_named_by_the_first_that_has_a_name() -> None:
    text = {"t": "link", "u": "https://a.dk", "c": [{"v": "en "}, {"c": [{"v": "aftale"}]}]}
    data = [
        {"url": "https://a.dk", "title": "En"},
        text,
        {"t": "link", "u": "https://b.dk", "c": [{"v": "https://b.dk"}]},
        {"url": "https://c.dk", "mailbox": "x@c.dk", "text": "Spørg"},
    ]
    assert links.names(data) == {
        "https://a.dk": "En, på nettet",
        "https://c.dk": "Spørg",
        "mailto:x@c.dk": "Skriv til x@c.dk",
    }
    assert links.names([text]) == {"https://a.dk": "en aftale"}


def element(document: pikepdf.Pdf, kind: str, *kids: pikepdf.Object) -> pikepdf.Object:
    made = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name(kind), K=pikepdf.Array(kids)))
    for kid in kids:
        kid.P = made
    return made


def test_a_table_gets_its_caption_and_heads_of_rows_and_titles_come_first() -> None:
    document = pikepdf.new()
    cells = element(document, "/TD"), element(document, "/TD")
    table = element(document, "/Table", element(document, "/TR", *cells))
    caption, figure = element(document, "/P"), element(document, "/Figure")
    heading = element(document, "/H1")
    whole = element(document, "/Document", element(document, "/Title"), heading, caption, figure, table)
    root = element(document, "/StructTreeRoot", whole)
    root.RoleMap = pikepdf.Dictionary()
    document.Root.StructTreeRoot = root
    tags.complete(document, {})
    assert root.RoleMap["/Title"] == "/H1" and heading.S == "/H2"
    assert [kid.S for kid in whole.K] == ["/Title", "/H2", "/Figure", "/Table"]
    assert [kid.S for kid in table.K] == ["/Caption", "/TR"]
    assert [cell.S for cell in cells] == ["/TH", "/TD"] and cells[0].A[0].Scope == "/Row"


def test_each_table_takes_the_paragraph_before_it_and_no_other() -> None:
    document = pikepdf.new()
    first, second, third, fourth = (element(document, "/Table", element(document, "/TR")) for _ in range(4))
    text, *paragraphs = (element(document, "/P") for _ in range(3))
    heading, figure = element(document, "/H1"), element(document, "/Figure")
    kids = (text, paragraphs[0], first, second, paragraphs[1], figure, third, heading, fourth)
    whole = element(document, "/Document", *kids)
    whole.K.insert(5, 0)  # a mark in the content of a page
    document.Root.StructTreeRoot = element(document, "/StructTreeRoot", whole)
    tags.complete(document, {})
    assert [getattr(kid, "S", None) for kid in whole.K] == [
        *("/P", "/Table", "/Table", None, "/Figure", "/Table", "/H1", "/Table"),
    ]
    heads = [[kid.S for kid in table.K] for table in (first, second, third, fourth)]
    assert heads == [["/Caption", "/TR"], ["/TR"], ["/Caption", "/TR"], ["/TR"]]


class Printer:
    """Sets a document as its own data."""

    def print(self, publication: Publication) -> bytes:
        return f"%PDF {publication.data}".encode()


def test_what_is_set_already_is_set_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "Printer", Printer)
    one, other = (Publication(f"{name}.pdf", name, name) for name in ("en", "to"))
    files = press.press([one], tmp_path)
    monkeypatch.setattr(Printer, "print", lambda _, publication: publication.path.encode())
    told: list[Publication] = []
    again = press.press([one, other], tmp_path, told.append)
    assert again[one] == files[one] and again[one].read_bytes() == b"%PDF en"
    assert again[other].read_bytes() == b"to.pdf" and told == [one, other]


def test_documents_are_the_same_from_several_processes(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "LITTLE", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    wanted = [publications.single(made, case, IMPRINT) for case in made.cases]
    files = press.press(wanted, tmp_path)
    for document in wanted[:2]:
        assert files[document].read_bytes() == typst.Printer().print(document)


def test_nothing_more_is_set_once_a_document_fails(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "LITTLE", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    one = publications.single(made, made.cases[0], IMPRINT)
    others = [replace(one, data=one.data + " " * number) for number in range(40)]
    broken = Publication("pdf/fejl.pdf", "Fejl", "{" + " " * 2 * len(one.data))
    with pytest.raises(letters.PrintError, match=r"pdf/fejl\.pdf"):
        press.press([*others, broken], tmp_path)
    assert len([*tmp_path.iterdir()]) < len(others)


STOPPED = """
import os, signal
from pathlib import Path
from generator.printing import press
from generator.printing.publications import Publication

if __name__ != "__main__":
    os.killpg(0, signal.SIGINT)
else:
    press.LITTLE = 0
    try:
        press.press([Publication(f"{name}.pdf", name, name) for name in "ab"], Path("cache"))
    except KeyboardInterrupt:
        print("stopped")
"""
"""A command that is stopped while a process that is to help it starts."""


def test_processes_that_start_end_with_the_command_and_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "stopped.py").write_text(STOPPED)
    command = [sys.executable, "stopped.py"]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        command, cwd=tmp_path, env=known, capture_output=True, text=True, start_new_session=True, check=False
    )
    assert (ended.stdout, ended.stderr) == ("stopped\n", "")


@pytest.mark.parametrize(("share", "most"), [(1.5, 1), (0.51, 1), (0.5, 2), (0.3, 2), (0.25, 4), (0.001, 6)])
def test_documents_with_much_in_them_are_set_beside_fewer(
    monkeypatch: pytest.MonkeyPatch, share: float, most: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert press.beside(Publication("bog.pdf", "Bog", "." * int(share * press.AT_ONCE))) == most


def test_what_cases_tell_together_is_counted_among_them(made: Catalogue) -> None:
    told = [together.together(made, "theme", slug, SITE, ()) for slug in made.used("theme")]
    for each in filter(None, told):
        assert all(claim["count"] <= each["total"] for group in each["groups"] for claim in group["claims"])
        assert sum(key["count"] for key in each["evidence"]["keys"]) == each["total"]
    assert together.together(made, "status", next(iter(made.used("status"))), SITE, ()) is None


def test_the_printed_map_counts_the_cases_it_is_of(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    drawn = together.places(made, [case])
    assert drawn and sum(tile["count"] for tile in drawn["tiles"]) == len(case.municipalities)
    assert together.places(made, ()) is None
    assert {bar["total"] >= sum(bar["counts"]) for bar in together.counts(made)["gains"]["bars"]} == {True}


def test_what_the_engine_refuses_is_told_with_the_document() -> None:
    with pytest.raises(letters.PrintError, match=r"^pdf/x\.pdf: "):
        typst.Printer().print(Publication("pdf/x.pdf", "X", "{}"))
    with pytest.raises(letters.PrintError, match=r"^picture\.typ: "):
        typst.Printer().draw("{}")


def test_a_site_with_a_character_that_no_font_has_is_not_printed(few: Path, tmp_path: Path) -> None:
    [case] = few.glob("*.yaml")
    case.write_text(case.read_text("utf-8").replace("\n  ", "\n  ➔ ", 1), "utf-8")
    catalogue = Catalogue(*load(few))
    with pytest.raises(letters.PrintError, match="➔"):
        documents.printed(catalogue, Imprint("Kataloget"), few, tmp_path, print)
    assert not (tmp_path / ".cache").exists()
