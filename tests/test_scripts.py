"""Scripts one by one, with no site around them: in an empty page of the browser that they are for."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator import distance, scripts, text
from generator.editing.formatter import write
from generator.locale import spoken
from generator.reading import hints
from generator.site.bundle import worded
from generator.wording import FIRST, wording
from helpers import ROOT, speak

SCRIPTS = ROOT / "theme_overrides" / "assets" / "js"
LOADED = (
    *("base/namespace", "base/dom", "base/text", "base/file", "base/delimited", "base/kept", "base/distance"),
    *("catalogue/shortlist", "catalogue/compared", "comparison/rows", "comparison/sheet"),
    *("catalogue/state", "catalogue/chips", "catalogue/money-rows", "form/words", "form/scalars"),
    *("form/near", "form/hints", "form/numbers"),
)
"""The scripts under test, each after those that it asks for."""
MONEY = """<section><div class="money-wrap" data-theme="Miljø"><table><tbody>
<tr class="money__first" data-themes="miljoe" data-kind="opgjort" data-years="2014 2015" data-grade="0">
<th rowspan="2"><a href="https://a.dk/">Å&shy;en</a></th>
<td>drift <span class="visually-hidden">af</span></td><td>1</td><td>2014</td><td>Opgjort</td><td>Målt</td></tr>
<tr data-themes="miljoe" data-kind="aftalt" data-years="" data-grade="2">
<td>anlæg</td><td>2</td><td>ikke oplyst</td><td>Aftalt</td><td>Skøn</td></tr>
</tbody></table></div></section>"""

PAGE = """<a data-shortlist href="https://a.dk/min-liste/"></a>
<a data-comparison data-most="2" href="https://a.dk/sammenlign/"></a>
<template data-rows><ul data-no-more="intet mere" data-unnamed="ikke nævnt" data-untold="ikke oplyst">
<li data-title="Gevinst" data-long><p data-parts="gains.tid.* gains" data-needed>Tid</p></li>
<li data-title="Fakta"><p data-parts="form">Form</p><p data-parts="advice.*" data-shared>Råd</p></li>
</ul></template>"""
"""The marks of templates that scripts find their places by."""
CASES = [
    {"slug": "a", "title": "A", "told": "Køge · 2020", "address": "https://a.dk/case/a/", "html": """
     <div data-part="gains.tid.0"><p>Ti</p><p>timer</p></div>
     <dl><div data-part="form"><dt>Form</dt><dd>Drift</dd></div></dl>
     <p data-part="advice.0">Spørg</p>"""},
    {"slug": "b", "title": "B", "told": "", "address": "https://a.dk/case/b/", "html": """
     <div data-part="gains.faglighed.0">Ro</div><div data-part="form">Drift</div>"""},
]  # fmt: skip

Run = Callable[..., Any]
"""Runs a function of JavaScript on plain values."""


def opened(browser: Browser) -> Page:
    """Return a page with the scripts under test, in the language that is spoken."""
    page = browser.new_page()
    page.set_content(PAGE)
    joined = "\n".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in LOADED)
    page.add_script_tag(content=worded(joined, {**wording.plain(), "ways": spoken().for_scripts}))
    return page


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Run]:
    page = opened(browser)
    setup = {
        "notation": spoken().notation.patterns,
        "months": spoken().months,
        "words": wording.remedies.plain(),
    }
    page.add_script_tag(content=scripts.put("setup", setup))
    yield lambda script, *values: page.evaluate(f"values => ({script})(...values)", [*values])
    page.close()


def test_an_address_tells_a_state_and_a_state_its_address(run: Run) -> None:
    values, names = {"theme": ["aeldre", "kultur"], "municipality": ["koege"]}, {"kommune": "municipality"}
    query = "?q=hjælp&theme=kultur&theme=aeldre&kommune=koege&fra=2019&til=2014&sort=nyeste&view=tabel"
    read = run("(...given) => casekatalog.state.read(...given)", query, values, names)
    assert read["unknown"] == []
    assert read["state"]["selection"] == {"theme": ["kultur", "aeldre"], "municipality": ["koege"]}
    assert [read["state"][name] for name in ("from", "to", "sort", "view")] == [
        "2014",
        "2019",
        "newest",
        "table",
    ]
    address = run("(...given) => casekatalog.state.write(...given)", read["state"], values)
    assert address == (
        "?q=hj%C3%A6lp&theme=aeldre&theme=kultur&kommune=koege&fra=2014&til=2019&sort=nyeste&view=tabel"
    )


def test_what_an_address_asks_for_in_vain_is_told(run: Run) -> None:
    read = run(
        "(...given) => casekatalog.state.read(...given)", "?theme=x&sort=y&fra=19&utm=z", {"theme": []}, {}
    )
    assert read["unknown"] == ["theme=x", "sort=y", "fra=19"]
    assert run("state => casekatalog.state.write(state, {})", read["state"]) == ""


def test_years_that_no_case_has_find_none(run: Run) -> None:
    chosen = "(from, to) => casekatalog.state.selection({...casekatalog.state.empty(), from, to}, ['2014', '2016'])"
    assert run(chosen, "2015", "") == {"year": ["2016"]}
    assert run(chosen, "2017", "") == {"year": [""]}
    assert run(chosen, "", "") == {}


def test_one_filter_is_taken_out_and_one_word_put_right(run: Run) -> None:
    state = {"selection": {"theme": ["a", "b"]}}
    without = "(...given) => casekatalog.state.without(...given)"
    assert run(without, state, "theme", "a") == {"selection": {"theme": ["b"]}}
    assert run(without, state, "year") == {"from": "", "to": ""}
    reworded = "(...given) => casekatalog.state.reworded(...given)"
    assert run(reworded, "en  hjlp nu", "hjlp", "hjælp") == "en  hjælp nu"
    assert run(reworded, 'hjlpe "hjlp-team nu", hjlp', "hjlp", "hjælp") == 'hjlpe "hjælp-team nu", hjælp'
    assert run(reworded, "hjlp 2,5", "2,5", "3") == "hjlp 3"


def test_a_chip_names_its_filter_and_what_it_takes_back(run: Run) -> None:
    chips = run(
        """state => casekatalog.chips.chosen(state, {names: ["theme"], nameOf: () => "Tema",
          labelsOf: () => new Map([["aeldre", "Ældre"]])}).map((item) => [casekatalog.text.of(item),
          item.firstChild.dataset.remove, item.firstChild.dataset.value])""",
        {"selection": {"theme": ["aeldre"]}, "from": "", "to": "2019"},
    )
    assert chips == [
        ["Fjern filter: Tema: Ældre ×", "theme", "aeldre"],
        ["Fjern filter: Startår: …–2019 ×", "year", ""],
    ]


def test_ways_out_of_an_empty_list_are_those_that_find_something(run: Run) -> None:
    ways = run(
        """() => casekatalog.chips.loosenings({selection: {theme: ["a"], form: ["b"]}, answer: {scores: [1]}},
          {count: (rest, scores) => ({matching: Array(scores ? Object.keys(rest).indexOf("form") + 1 : 3)})},
          {nameOf: (name) => name}).map(casekatalog.text.of)"""
    )
    assert ways == ["Uden filteret theme (1)", "Uden søgeteksten (3)"]


def test_rows_of_figures_are_read_filtered_sorted_and_put_back(run: Run) -> None:
    told = run(
        """html => {
          const place = document.createElement("div"), rowsOf = casekatalog.moneyRows;
          place.innerHTML = html;
          const rows = rowsOf.read(place.querySelector("section"));
          const all = {text: "", theme: "", kind: "", year: ""};
          const fits = (row, wanted) => rowsOf.fits(row, {...all, ...wanted});
          const fitting = (wanted) => rows.filter((row) => fits(row, wanted)).map((row) => row.cells[0]);
          const order = (by) => rowsOf.sorted(rows, by).map((row) => row.cells[0]);
          const found = {
            read: rows.map((row) => [row.title, row.theme, row.years]),
            fits: [fitting({text: "ÅEN anl"}), fitting({kind: "opgjort"}), fitting({year: "-"}), fitting({theme: "x"})],
            sorted: ["hvad", "-hvad", "periode", "-periode", "dokumentation"].map(order),
            sheet: rowsOf.sheet(rows, ["Case", "Hvad"])[0],
          };
          rowsOf.place(rowsOf.sorted(rows, "hvad"), place.querySelector("tbody"));
          const lines = Array.from(place.querySelectorAll("tr"));
          return {...found, placed: lines.map((line) => [line.cells.length, line.cells[0].rowSpan])};
        }""",
        MONEY,
    )
    assert told["read"] == [["Åen", "Miljø", ["2014", "2015"]], ["Åen", "Miljø", []]]
    assert told["fits"] == [["anlæg"], ["drift"], ["anlæg"], []]
    assert told["sorted"] == [
        ["anlæg", "drift"],
        ["drift", "anlæg"],
        ["drift", "anlæg"],
        ["drift", "anlæg"],
        ["anlæg", "drift"],
    ]
    assert told["sheet"] == ["Tema", "Case", "Hvad", "Adresse"]
    assert told["placed"] == [[6, 2], [5, 1]]


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-2", "'-2"), ('a;"b"', '"a;""b"""'), ("to\nlinjer", '"to\nlinjer"'), ("æ", "æ")],
)
def test_a_sheet_of_the_readers_holds_no_formula_and_no_loose_mark(cell: str, written: str, run: Run) -> None:
    assert run("(rows) => casekatalog.delimited.csv(rows)", [[cell, "x"]]) == f"\ufeff{written};x\r\n"


def test_a_list_is_kept_as_long_as_the_page_where_the_browser_keeps_nothing(run: Run) -> None:
    told = run(
        """() => {
          const list = casekatalog.kept.list("en");
          let times = 0;
          list.follow(() => times++);
          list.toggle("a"); list.toggle("b"); list.toggle("a");
          return [list.read(), list.has("b"), list.travels(), times];
        }"""
    )
    assert told == [["b"], True, True, 3]


def test_a_list_that_is_full_says_so_and_the_header_counts_it(run: Run) -> None:
    told = run(
        """() => {
          const { shortlist } = casekatalog, count = document.querySelector(".shortlist-link__count");
          const refusals = Array.from({length: 51}, (_, number) => shortlist.toggle(`case-${number}`));
          const full = [count.textContent, count.hidden];
          const [last, taken, put] = ["case-50", "case-3", "case-50"].map(shortlist.toggle);
          shortlist.write(["en"]);
          return {refused: refusals.findIndex(Boolean), full, last, taken, put, one: count.textContent};
        }"""
    )
    assert told["refused"] == 50 and told["full"] == ["50 cases", False]
    assert told["last"].startswith("Listen er fuld med 50 cases.")
    assert [told["taken"], told["put"], told["one"]] == ["", "", "1 case"]


def test_the_bar_counts_what_is_picked_and_refuses_more_than_fit(run: Run) -> None:
    told = run(
        """() => {
          const seen = [], bar = () => document.querySelector(".comparison-bar");
          for (const slug of ["a", "b", "c", "b", "a"]) {
            casekatalog.compared.toggle(slug);
            seen.push([casekatalog.compared.read().join(), bar().innerText.trim().split(/\\s*\\n\\s*/).join(" ")]);
          }
          return {seen, hidden: bar().hidden};
        }"""
    )
    picked, words = zip(*told["seen"], strict=True)
    assert picked == ("a", "a,b", "a,b", "a", "")
    assert "1 case valgt. Vælg én til" in words[0] and "Sammenlign 2 cases" in words[1]
    assert "Højst 2 ad gangen" in words[2] and "Højst" not in words[3]
    assert told["hidden"]


SIDE_BY_SIDE = """cases => {
  const { comparisonRows: rows, comparisonSheet: sheet } = casekatalog;
  const asked = rows.wanted(document.querySelector("template[data-rows]")), columns = cases.map(rows.column);
  const groups = rows.groups(columns, asked.wanted, asked.words);
  return {table: sheet.table(columns, groups), list: sheet.list(columns, asked)};
}"""


def test_cases_side_by_side_say_what_stands_in_their_pages_and_which_silence(run: Run) -> None:
    told = run(SIDE_BY_SIDE, CASES)
    assert told["table"] == [
        ["", "Case", "A", "B"],
        ["", "Sted og år", "Køge · 2020", ""],
        ["Gevinst", "Tid", "Ti timer", "intet mere"],
        ["Fakta", "Form", "Drift", "Drift"],
        ["", "Adresse", "https://a.dk/case/a/", "https://a.dk/case/b/"],
    ]


def test_a_list_has_a_row_for_each_case_and_no_row_that_several_share(run: Run) -> None:
    told = run(SIDE_BY_SIDE, [CASES[0]])
    assert told["list"] == [
        ["Case", "Sted og år", "Tid", "Form", "Adresse"],
        ["A", "Køge · 2020", "Ti timer", "Drift", "https://a.dk/case/a/"],
    ]


def test_counts_have_their_noun_and_days_their_order(run: Run) -> None:
    counted = (
        "(count) => casekatalog.text.counted(['{count} {what}', '{count} {what}s'], count, {what: 'case'})"
    )
    assert [run(counted, count) for count in (0, 1, 2)] == ["0 cases", "1 case", "2 cases"]
    assert len(run("() => casekatalog.text.isoToday()")) == len("2026-05-03")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["3. maj 2026", "a, b eller c"]),
        ("nb", ["3. mai 2026", "a, b eller c"]),
        ("en", ["3 May 2026", "a, b or c"]),
    ],
)
def test_days_lists_and_addresses_are_made_as_the_language_has_them(
    language: str, said: list[str], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch, language)
    page = opened(browser)
    asked = """(title) => [casekatalog.text.date(new Date("2026-05-03")),
      casekatalog.text.lister("disjunction").format(["a", "b", "c"]), casekatalog.words.slugify(title)]"""
    title = "Øen & Ærø på 5 år"
    assert page.evaluate(asked, title) == [*said, text.slugify(title)]
    assert said[0] == text.date(datetime.date(2026, 5, 3))
    page.close()


def test_elements_stand_where_a_text_has_its_marks(run: Run) -> None:
    made = """text => casekatalog.dom.el("p", "", casekatalog.dom.filled(text,
      {link: casekatalog.dom.el("b", "", "<i>"), name: "&"})).outerHTML"""
    assert run(made, "{link}, {name}.") == "<p><b>&lt;i&gt;</b>, &amp;.</p>"
    assert run(made, "Se {link}") == "<p>Se <b>&lt;i&gt;</b></p>"


PAIRS = [("koege", "kjoege"), ("ab", "ba"), ("", "a"), ("teknologi", "oekonomi"), ("samme", "samme")]


@pytest.mark.parametrize(("word", "other"), PAIRS)
def test_words_are_as_alike_in_the_browser_as_in_the_check(word: str, other: str, run: Run) -> None:
    for least in (0, 0.65):
        found = run("(...given) => casekatalog.distance.likeness(...given)", word, other, least)
        assert found == pytest.approx(distance.likeness(word, other, least))


@pytest.mark.parametrize("given", ["Øen & Ærø", "  Ny   By ", "Ｋøge\u200b", "Straße", "ÅÆØ-åæø"])
def test_addresses_and_compared_texts_are_made_alike(given: str, run: Run) -> None:
    assert run("(given) => casekatalog.words.slugify(given)", given) == text.slugify(given)
    assert run("(given) => casekatalog.words.plainText(given)", given) == text.plain_text(given)


def test_a_template_is_filled_as_python_fills_it(run: Run) -> None:
    template = "{a} og {{b}} {c}"
    assert run("(...given) => casekatalog.text.fill(...given)", template, {"a": "{c}", "c": 1}) == (
        template.format(a="{c}", c=1)
    )
    assert run("(path) => casekatalog.words.fieldName(path)", ["gains", 0, "text"]) == "gains[0].text"


@pytest.mark.parametrize(
    "given", ["Køge", "ja: nej", "no", "2014-2018", "007", "# a", 'han sagde "ja"', "- a", "50 %"]
)
def test_a_value_is_written_as_the_formatter_writes_it(given: str, run: Run) -> None:
    [line] = write({"title": given}).splitlines()[-1:]
    assert run("(...all) => casekatalog.scalars.lines(...all)", given, 7, 2, 120) == [
        line.removeprefix("title: ")
    ]


@pytest.mark.parametrize(
    ("given", "is_date"), [("2024-02-29", True), ("2023-02-29", False), ("0000-01-01", False)]
)
def test_a_day_is_one_that_there_is(given: str, is_date: bool, run: Run) -> None:
    assert run("(given) => casekatalog.scalars.isDate(given)", given) is is_date


@pytest.mark.parametrize(
    ("typed", "meant", "shown"),
    [
        ("2,70", "2.70", "2,70"),
        ("1.250.000", "1250000", "1250000"),
        ("\u22123,5", "-3.5", "-3,5"),
        ("1.250", "1.250", "1.250"),  # in two ways: it stays for the editor to say
        ("ca. 3", "ca. 3", "ca. 3"),
    ],
)
def test_a_number_is_taken_as_danes_write_it_and_shown_so_again(
    typed: str, meant: str, shown: str, run: Run
) -> None:
    assert run("(typed) => casekatalog.numbers.meant(typed)", typed) == meant
    assert run("(meant) => casekatalog.numbers.shown(meant)", meant) == shown


@pytest.mark.parametrize(
    ("language", "number", "date"),
    [
        ("en", ("1,234.5", "1234.5"), ("5 May 2026", "2026-05-05")),
        ("en", ("1.234", "1.234"), ("May 5th, 2026", "2026-05-05")),
        ("en", ("1,234", "1234"), ("3/5/2026", "")),
        ("nb", ("1 234,5", "1234.5"), ("den 5. mai 2026", "2026-05-05")),
        ("nb", ("1.234", "1.234"), ("3/5-2026", "2026-05-03")),
        ("da", ("1.234", "1.234"), ("5 May 2026", "")),
    ],
)
def test_the_form_reads_numbers_and_dates_as_the_language_and_check_do(
    browser: Browser, language: str, number: tuple[str, str], date: tuple[str, str]
) -> None:
    wording.speak(language)
    page = opened(browser)
    setup = {
        "notation": spoken().notation.patterns,
        "months": spoken().months,
        "words": wording.remedies.plain(),
    }
    page.add_script_tag(content=scripts.put("setup", setup))
    assert page.evaluate("typed => casekatalog.numbers.meant(typed)", number[0]) == number[1]
    said = page.evaluate("given => casekatalog.numbers.dateHint(...given)", [date[0], setup])
    assert page.evaluate("() => casekatalog.numbers.shown('1.5')") == text.number(1.5)
    assert said == hints.date(date[0]) and (date[1] in said if date[1] else not said)
    page.close()
    wording.speak(FIRST)


@pytest.mark.parametrize(
    "typed", ["3. maj 2024", "3/5-2024", "3.5.24", "2024-5-3", "maj 2024", "32/1-2024", "engang"]
)
def test_a_day_that_was_meant_is_the_one_that_python_sees(typed: str, run: Run) -> None:
    assert run(
        "(raw) => casekatalog.numbers.dateHint(raw, casekatalog.data.get('setup'))", typed
    ) == hints.date(typed)


@pytest.mark.parametrize("day", [datetime.date(2024, 2, 29), datetime.date(2026, 12, 1)])
def test_a_day_is_written_as_python_writes_it(day: datetime.date, run: Run) -> None:
    assert run("(day) => casekatalog.text.date(new Date(day))", str(day)) == text.date(day)
