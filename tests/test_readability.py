"""Advice on plain words: told where the text stands, and never of what readers know."""

import json
import re
from pathlib import Path

import pytest

from generator import readability
from generator.catalogue import Catalogue
from generator.reading.advice import advise, known_abbreviations
from helpers import run

LONG = "Kommunen " + "og kommunen " * 15 + "deler det hele."
PLAIN = "Vi mødtes hver uge. Det hjalp os meget. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En. To! Tre? Fire", ["En.", "To!", "Tre?", "Fire"]),
        (
            "Det kostede ca. 3 mio. kr. Det var for meget.",
            ["Det kostede ca. 3 mio. kr.", "Det var for meget."],
        ),
        ("Se bl.a. Varde og nr. 4 pr. 1. marts.", ["Se bl.a. Varde og nr. 4 pr. 1. marts."]),
        ("Det var i 2013. Et andet sted siges 2012.", ["Det var i 2013.", "Et andet sted siges 2012."]),
        ("“Det gik.” Så blev det.", ["“Det gik.”", "Så blev det."]),
        ("1. Skriv.\n2. Ring.", ["1. Skriv.", "2. Ring."]),
        ("I faldt 3,5 pct. om året.", ["I faldt 3,5 pct. om året."]),
        ("", []),
    ],
)
def test_sentences_end_where_readers_stop(text: str, expected: list[str]) -> None:
    assert list(readability.sentences(text)) == expected


def test_words_are_counted_as_written() -> None:
    assert readability.words("En tværkommunal § 60-aftale (3,5 pct.), f.eks. i 2013/14: ok") == [
        *("En", "tværkommunal", "60-aftale", "3,5", "pct", "f.eks", "i", "2013/14", "ok")
    ]


def test_lix_is_words_a_sentence_and_the_share_of_long_words() -> None:
    sentence = "Kommunerne deler de nye biler med alle andre nu. "
    assert readability.lix([sentence * 12]) == round(9 + 100 / 9)
    assert readability.lix([sentence * 11]) is None


def test_a_sentence_is_long_from_more_than_thirty_words() -> None:
    thirty = " ".join(["ord"] * 30)
    assert list(readability.long_sentences(f"{thirty}.")) == []
    assert list(readability.long_sentences(f"{thirty} mere. Kort.")) == [(f"{thirty} mere.", 31)]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["VUM bruges. VUM igen."], ["VUM"]),
        (["Voksenudredningsmetoden (VUM) bruges, og VUM virker."], []),
        (["VUM (Voksenudredningsmetoden) bruges."], []),
        (["VUM står for Voksenudredningsmetoden."], []),
        (["VUM bruges.", "Her er Voksenudredningsmetoden (VUM)."], []),
        (["KL, VIVEs tal, A, §§ og Aarhus"], []),
        (["KL og VIVE"], ["VIVE"]),
        (["Efter 2.0 og B12 og x-VUM"], []),
    ],
)
def test_abbreviations_are_told_once_unless_explained_or_known(texts: list[str], told: list[str]) -> None:
    assert [found for _, found in readability.unexplained(texts, {"KL"})] == told


def rewritten(cases: Path, old: str, new: str) -> Path:
    file = cases / "alt-i-brug.yaml"
    text = re.sub(old, lambda _: new, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    file.write_text(text, "utf-8")
    return file


def test_advice_is_told_where_the_text_stands_and_only_when_asked_for(cases: Path) -> None:
    file = rewritten(cases, r"^target_group: .*$", f"target_group: Borgere. {LONG} Se VUM.")
    line = 1 + file.read_text("utf-8").split("\n").index(f"target_group: Borgere. {LONG} Se VUM.")
    told = run("check", "--advice", "--cases", str(cases))
    assert told.exit_code == 0
    start = len("target_group: Borgere. ") + 1
    assert f"alt-i-brug.yaml:{line}:{start}: råd: target_group: Sætningen er på 34 ord" in told.output
    assert 'Forkortelsen "VUM" er ikke forklaret' in told.output
    assert "råd: " not in run("check", "--cases", str(cases)).output


def test_advice_reaches_tools_as_what_stops_nothing(cases: Path) -> None:
    rewritten(cases, r"^target_group: .*$", f"target_group: {LONG}")
    options = ("check", "--advice", "--cases", str(cases), "--format")
    assert "::notice file=" in run(*options, "github").output
    assert {"long_sentence"} <= {each["code"] for each in json.loads(run(*options, "json").stdout)}
    assert "info" in {each["severity"] for each in json.loads(run(*options, "gitlab").stdout)}


def test_what_is_no_prose_gets_no_advice(cases: Path) -> None:
    file = cases / "alt-i-brug.yaml"
    before = run("check", "--advice", "--cases", str(cases)).output
    text = file.read_text("utf-8").replace("search_words: [", "search_words: [ABCD ordet, ")
    text = re.sub(r"^partners: .*$", "partners: [DEF]", text, flags=re.MULTILINE)
    text = text.replace("target_group: ", "target_group: DEF og ", 1)
    file.write_text(re.sub(r"(?m)^editor_notes:\n", f"editor_notes:\n  - {LONG}\n", text), "utf-8")
    assert run("check", "--advice", "--cases", str(cases)).output == before


def test_status_tells_lix_and_advice(cases: Path) -> None:
    rewritten(cases, r"^target_group: .*$", f"target_group: {LONG * 4}")
    told = run("status", "--cases", str(cases))
    assert "Lixtal: " in told.output and "Råd om sproget: " in told.output
    found = json.loads(run("status", "--cases", str(cases), "--format", "json").stdout)
    assert found["lix"]["alt-i-brug"] > 20 and any("Sætningen er på" in each for each in found["advice"])


def test_glossary_and_list_explain(catalogue: Catalogue) -> None:
    known = known_abbreviations(catalogue.vocabulary)
    assert {"KL", "SKAT", "Barriere"} <= known
    assert not known & {"VUM", "KREVI"}


def test_every_place_of_advice_is_in_its_file(cases: Path, catalogue: Catalogue) -> None:
    rewritten(cases, r"^purpose: \|$", f"purpose: |\n  Et **fedt** ord. {LONG}\n")
    for found in advise(cases, catalogue.vocabulary):
        line = Path(cases.parent, found.file).read_text("utf-8").split("\n")[found.line - 1]
        assert 0 < found.column <= len(line)
