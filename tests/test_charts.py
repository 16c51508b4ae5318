"""Charts: what is drawn is what the case tells, and their words follow from it."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.blocks import Figures, Table
from generator.catalogue import Catalogue
from generator.charts.bars import PERIODS, SINGLY, shades, shares
from generator.charts.levels import Levels, levels
from generator.charts.overviews import factors, gains, starts
from generator.charts.scale import scale
from generator.charts.series import BARS, COLOURS, WIDEST, Chart, chart
from generator.data.delimited import as_csv
from generator.insights import Knowledge
from generator.model import Case, Figure, GainFigure
from generator.pages import case_page
from generator.printing import publications
from generator.printing.imprint import Imprint
from generator.printing.layout import of_case
from generator.series import Series
from generator.site.render import Site
from generator.view import every_block, view
from generator.wording import wording
from helpers import ROOT

_Block = TypeVar("_Block", Figures, Table)
NUMBERS = st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=2).map(float)


def series(columns: Sequence[str], *rows: Sequence[object], unit: str = "mio. kr.") -> Series:
    return Series.model_validate({"title": "Tal", "unit": unit, "columns": tuple(columns), "rows": rows})


def drawn(columns: Sequence[str], *rows: Sequence[object]) -> Chart:
    found = chart(series(columns, *[tuple(row) for row in rows]), "en kilde")
    assert found
    return found


@pytest.mark.parametrize(
    ("columns", "rows", "said"),
    [
        (["År", "Udgifter"], [["2015", 128], ["2017", 156]], "Udgifter gik fra 128 i 2015 til 156 i 2017"),
        (["År", "Antal"], [["2015", 7], ["2017", 7.0]], "Antal er den samme i 2015 og i 2017: 7"),
        (
            ["År", "Ud", "Ind", "Netto"],
            [["2015", 15.7, 0.2, -15.5], ["2016", 28.7, 47.3, 18.6], ["2019 (budget)", 38.3, 117.8, 79.5]],
            "Netto gik fra −15,5 i 2015 til 18,6 i 2016. Budget for 2019: 79,5",
        ),
        (["År", "Mål"], [["2017", -4.7], ["2020", 4.9]], "Mål går fra −4,7 i 2017 til 4,9 i 2020"),
        (
            ["Nøgletal", "Udgangspunkt", "Mål", "2019"],
            [["Loyalitet", 60, 90, 90], ["E-handel", 25, 90, 79]],
            "E-handel gik fra 25 (Udgangspunkt) til 79 i 2019",
        ),
        (
            ["Område", "Svar"],
            [["Voksne", 83], ["Familier", 66], ["I alt", 90]],
            "Svar: højest for Voksne (83), lavest for Familier (66)",
        ),
        (
            ["Sted", "Glad", "Sur"],
            [["A", 80, 5], ["B", 87, None]],
            "Glad er størst i alle grupper: 80 til 87",
        ),
        (["Sted", "Glad", "Sur"], [["A", 80, 5], ["B", 7, 10]], "Størst er Glad for A: 80"),
    ],
)
def test_the_headline_says_what_the_numbers_say(
    columns: list[str], rows: list[list[object]], said: str
) -> None:
    assert drawn(columns, *rows).headline == said


@given(st.lists(st.tuples(NUMBERS, st.none() | NUMBERS), min_size=1, max_size=9))
@settings(max_examples=100)
def test_bars_are_as_long_as_their_numbers(rows: list[tuple[float, float | None]]) -> None:
    found = drawn(["År", "Ud", "Ind"], *[[str(2000 + place), *row] for place, row in enumerate(rows)])
    measure = scale(cell for row in rows for cell in row if cell is not None)
    told = [cell for row in rows for cell in row]
    assert [bar.text != "" for bar in found.bars] == [cell is not None for cell in told]
    for bar, value in zip(found.bars, told, strict=True):
        assert 0 <= bar.x <= bar.x + bar.width <= 100.1
        assert -0.7 <= bar.y <= bar.y + bar.height <= 100.7
        if value is not None:
            assert abs(bar.height - abs(value) / (measure.high - measure.low) * 100) < 0.8
            assert bar.is_below == (value < 0)


@given(st.lists(NUMBERS, min_size=1))
def test_a_scale_has_zero_and_all_numbers_and_few_lines(numbers: list[float]) -> None:
    found = scale(numbers)
    assert found.low <= min(0, *numbers) and max(0, *numbers) <= found.high
    assert 2 <= len(found.ticks()) <= 7
    assert 0 in found.ticks()


@pytest.mark.parametrize("largest", [1e-9, 3.2e-7, 999_999_999, 3e12, 1e15])
def test_very_small_and_very_large_numbers_have_a_scale_that_tells_them_apart(largest: float) -> None:
    found = drawn(["År", "Antal"], ["2015", largest / 2], ["2016", largest])
    lines = [tick.text for tick in found.ticks]
    assert len(set(lines)) == len(lines) and all(len(line) <= WIDEST for line in lines)
    long = [bar.height if found.is_upright else bar.width for bar in found.bars]
    assert long[0] > 0 and abs(long[1] / long[0] - 2) < 0.1
    assert len({bar.text for bar in found.bars}) == 2


@pytest.mark.parametrize("largest", [5e-324, 1e-310, 1e-12, 1e18, 1.7e308])
def test_numbers_that_cannot_be_written_apart_are_a_table_only(largest: float) -> None:
    assert chart(series(["År", "Antal"], ("2015", largest / 2), ("2016", -largest)), "k") is None


def test_what_is_expected_is_drawn_and_named_apart() -> None:
    found = drawn(["År", "Investering", "Mål"], ["2018", 1, 2], ["2019 (budget)", 3, 4])
    assert [bar.is_expected for bar in found.bars] == [False, True, True, True]
    assert [(group.label, group.note) for group in found.groups] == [("2018", ""), ("2019", "budget")]
    assert found.expected == "budget"


def test_a_difference_is_told_below_its_two_bars() -> None:
    found = drawn(["År", "Ud", "Ind", "Netto"], ["2015", 15.7, 0.2, -15.5], ["2016", 28.7, 47.3, 18.6])
    assert found.net == "Netto"
    assert [group.net for group in found.groups] == ["−15,5", "+18,6"]
    assert len(found.bars) == 4
    assert drawn(["År", "Ud", "Ind", "Andet"], ["2015", 15.7, 0.2, 9], ["2016", 1, 2, 1]).net == ""


def test_what_a_picture_cannot_hold_is_a_table_only() -> None:
    many = [[str(1900 + year), *range(COLOURS + 1)] for year in range(3)]
    assert chart(series(["År", *"abcde"], *map(tuple, many)), "k") is None
    long = [(f"Sted {place}", place) for place in range(BARS + 1)]
    assert chart(series(["Sted", "Antal"], *long), "k") is None


def pages_with(
    kind: type[_Block], *catalogues: Catalogue
) -> Iterator[tuple[Catalogue, Case, list[_Block], str]]:
    """Yield the cases that show blocks of a kind, each with its catalogue, these blocks and its page."""
    for catalogue in catalogues:
        site = Site(catalogue, ROOT / "theme_overrides")
        for case in catalogue.cases:
            if blocks := [block for block in every_block(view(catalogue, case)) if isinstance(block, kind)]:
                yield catalogue, case, blocks, site.render(case_page(case))


def test_the_page_draws_what_the_case_tells(catalogue: Catalogue, made: Catalogue) -> None:
    shown = 0
    for _, _, tables, html in pages_with(Table, catalogue, made):
        figures = re.findall(r'<figure class="series".*?</figure>', html, re.DOTALL)
        for block, figure in zip(tables, figures, strict=True):
            if found := chart(block.series, block.source):
                assert_drawn(found, figure)
                shown += 1
    assert shown > 4


def assert_drawn(found: Chart, figure: str) -> None:
    """Check that a figure has a bar for each number, the words, and nothing that a strict policy stops."""
    picture = figure.partition("<details")[0]
    for bar in found.bars:
        place = f'x="{bar.x}%"' + (f' y="{bar.y}%"' if found.is_upright else "") + f' width="{bar.width}%"'
        assert (place in picture) == (bar.text != "")
        assert f">{bar.text or '?'}<" in picture
    assert len(picture) < 5_000
    assert "style=" not in picture and "<script" not in picture
    assert ('role="img"' in picture) == found.is_upright


def test_each_series_is_a_file_for_spreadsheets(made: Catalogue) -> None:
    files = Site(made, ROOT / "theme_overrides").files()
    told = files["case/alt-i-brug/tal-1.csv"].decode("utf-8-sig")
    rows = list(csv.reader(told.splitlines(), delimiter=";"))
    assert rows == [
        ["År", "Køge", "Varde"],
        ["2014", "21", "20,5"],
        ["2016", "11", "ikke oplyst"],
        ["2019 (budget)", "6", "-1"],
    ]


def test_no_cell_of_a_file_is_a_formula() -> None:
    assert as_csv([["=1+1", "@x", "-y", "+z", -1.5, "a;b"]]).decode("utf-8-sig") == (
        "'=1+1;'@x;'-y;'+z;-1,5;\"a;b\"\r\n"
    )


def test_what_drove_and_hindered_is_drawn_as_it_is_counted(catalogue: Catalogue) -> None:
    found = factors(Knowledge(catalogue).matrix())
    most = max(count for bar in found.bars for count in (bar.row.drove, bar.row.hindered))
    assert len(found.bars) == len(catalogue.vocabulary["factors"])
    for bar in found.bars:
        slug = bar.row.factor.slug
        assert bar.drove == round(100 * catalogue.count("driver", slug) / most, 1)
        assert bar.hindered == round(100 * catalogue.count("barrier", slug) / most, 1)
    first = max(catalogue.count("driver", bar.row.factor.slug) for bar in found.bars)
    assert f"drev flest cases ({first})" in found.headline
    leading = [bar.row.factor.name for bar in found.bars if bar.row.drove == first]
    assert all(name in found.headline for name in leading)


def test_gains_are_drawn_by_type_and_evidence(catalogue: Catalogue) -> None:
    found = gains(Knowledge(catalogue))
    told = Counter((gain.type, gain.evidence) for case in catalogue.cases for gain in case.gains or ())
    drawn_parts = {
        (bar.row.type.slug, found.strengths[part.kind].slug): part.count
        for bar in found.bars
        for part in bar.parts
    }
    assert drawn_parts == told
    longest = max(part.x + part.width for bar in found.bars for part in bar.parts)
    assert 99 < longest <= 100
    strongest = sum(count for (_, evidence), count in told.items() if evidence == found.strengths[0].slug)
    assert found.headline.startswith(f"{strongest} af {told.total()} gevinster")


def test_cases_are_drawn_by_the_years_they_began_and_the_silent_are_counted(catalogue: Catalogue) -> None:
    found = starts(catalogue)
    assert found
    told = [case.period.start for case in catalogue.cases if case.period and case.period.start]
    assert found.untold == len(catalogue.cases) - len(told)
    assert sum(int(bar.text) for bar in found.chart.bars) == len(told)
    first = int(found.chart.groups[0].label[:4])
    assert first <= min(told) and len(found.chart.groups) <= PERIODS


@pytest.mark.parametrize("most", [0, 1, 2, 7, 14, 1000])
def test_shades_grow_with_the_counts_and_say_what_they_show(most: int) -> None:
    found = shades(most)
    seen = [found.of(count) for count in range(most + 1)]
    assert seen == sorted(seen) and seen[0] == 0
    assert most == 0 or seen[1] == 1
    assert most < 4 or seen[-1] == 4
    assert len(found.words()) == 4


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_shares_are_as_wide_as_their_counts(counts: list[int]) -> None:
    found = shares(counts)
    kinds = Counter({kind: count for kind, count in enumerate(counts) if count})
    told: Counter[int] = Counter()
    for part in found:
        told[part.kind] += part.count
        assert part.x >= 0 and part.x + part.width <= 100.01
    assert told == kinds
    assert (len(found) == sum(counts)) == (sum(counts) <= SINGLY) or max(counts) <= 1


def test_the_charts_of_several_cases_stand_on_their_pages(catalogue: Catalogue) -> None:
    site = Site(catalogue, ROOT / "theme_overrides")
    overview = site.render(next(page for page in site.pages() if page.url == "gevinst/"))
    files = site.files()
    for html, file in (
        (site.render_view("matrix", "drivkraefter-og-barrierer/"), "faktorer.csv"),
        (overview, "gevinster.csv"),
        (site.render_view("contact", "om/"), "startaar.csv"),
    ):
        figure = re.search(r'<figure class="chart">.*?</figure>', html, re.DOTALL)
        assert figure and file in figure[0] and "style=" not in figure[0]
        pictures = re.findall(r"<svg.*?</svg>", figure[0], re.DOTALL)
        assert sum(map(len, pictures)) < 5_000
        path = next(path for path in files if path.endswith(file))
        assert f'href="{file}"' in figure[0] or path in figure[0]
        assert all(
            len(row) > 1 for row in csv.reader(files[path].decode("utf-8-sig").splitlines(), delimiter=";")
        )


def test_page_and_print_draw_the_charts_of_several_cases_alike(catalogue: Catalogue) -> None:
    site, knowledge = Site(catalogue, ROOT / "theme_overrides"), Knowledge(catalogue)
    [book] = publications.books(catalogue, Imprint("Kataloget", "Om cases.", ""))
    printed = json.loads(book.data)
    overview = site.render(next(page for page in site.pages() if page.url == "gevinst/"))
    parts = [
        (str(part.kind), f"{part.x}", f"{part.width}") for bar in gains(knowledge).bars for part in bar.parts
    ]
    assert re.findall(r'share--(\d)" x="(.*?)%" width="(.*?)%"', overview) == parts
    assert [
        (str(part["kind"]), f"{part['x']}", f"{part['width']}")
        for bar in printed["counts"]["gains"]["bars"]
        for part in bar["parts"]
    ] == parts
    bars = [(bar.drove, bar.hindered) for bar in factors(knowledge.matrix()).bars]
    matrix = site.render_view("matrix", "drivkraefter-og-barrierer/")
    widths = re.findall(r'bar--(?:driver|barrier)" width="(.*?)%"', matrix)
    assert [*map(float, widths)] == [length for both in bars for length in both]
    assert [(bar["drove"]["length"], bar["hindered"]["length"]) for bar in printed["matrix"]["bars"]] == bars
    began = starts(catalogue)
    assert began
    places = [(bar.x, bar.y, bar.height) for bar in began.chart.bars]
    about = site.render_view("contact", "om/")
    drawn_bars = re.findall(r'bar--1" x="(.*?)%" y="(.*?)%" width=".*?%" height="(.*?)%"', about)
    assert [tuple(map(float, bar)) for bar in drawn_bars] == places
    groups = printed["counts"]["starts"]["chart"]["groups"]
    assert [(bar["x"], bar["y"], bar["height"]) for group in groups for bar in group["bars"]] == places


@pytest.mark.parametrize("colours", ["active", "none"])
def test_strengths_of_evidence_are_told_apart_without_colour(
    page: Page, server: str, catalogue: Catalogue, colours: Literal["active", "none"]
) -> None:
    page.emulate_media(forced_colors=colours)
    page.goto(f"{server}gevinst/")
    keys = page.locator(".chart__legend .share")
    expect(keys).to_have_count(len(catalogue.terms("evidence")))
    fills = keys.evaluate_all("keys => keys.map(key => getComputedStyle(key).fill)")
    assert len(set(fills)) == len(fills)
    inks = page.locator(".patterns pattern").evaluate_all(
        """patterns => patterns.map(pattern => {
          const ink = pattern.querySelector(".patterns__ink"), box = ink.getBBox();
          return [getComputedStyle(ink).fill, pattern.innerHTML.includes("circle") ? 0 : box.width];
        })"""
    )
    assert len({colour for colour, _ in inks}) == 1
    assert [ink for _, ink in inks] == sorted((ink for _, ink in inks), reverse=True)


def test_a_printed_chart_stands_on_one_page(folder: Path, tab: Page, tmp_path: Path) -> None:
    tab.goto((folder / "case" / "unge-i-laere.html").as_uri())
    chart = tab.locator(".series .chart").first
    expect(chart).to_be_visible()
    headline = " ".join((chart.locator(".chart__headline").text_content() or "").split())
    last = (chart.locator(".plot__label").last.text_content() or "").strip()
    tab.emulate_media(media="print")
    chart_box, plot_box = chart.bounding_box(), chart.locator(".plot").bounding_box()
    assert chart_box
    assert plot_box
    assert plot_box["height"] >= 230
    assert chart_box["y"] + chart_box["height"] >= plot_box["y"] + plot_box["height"]
    for height in (0, 250, 500, 750):
        chart.evaluate(
            "(chart, height) => { chart.closest('.series').style.marginTop = `${height}px` }", height
        )
        tab.pdf(path=tmp_path / "case.pdf", format="A4")
        sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(tmp_path / "case.pdf").pages]
        [begun] = [sheet for sheet in sheets if headline in sheet]
        assert last in begun


def figure(value: float, **more: Any) -> Figure:
    told = {"value": value, "unit": "pct.", "what": "fravær", "period": "2018", "kind": "opgjort", **more}
    of = GainFigure if "before" in more else Figure
    values: Any = {name: told.get(name) for name in of.model_fields}
    return of.model_construct(**values)


def test_a_number_before_and_after_is_two_bars_on_one_scale() -> None:
    [(before, after), (low, high)] = levels([figure(7, before=14), figure(10.5, before=-7)]).bars
    assert [bar.name for bar in (before, after)] == ["før", "efter"]
    assert (before.is_before, after.is_before) == (True, False)
    assert before.width == pytest.approx(2 * after.width, abs=0.3)
    assert before.x == after.x == high.x == before.zero
    assert low.x + low.width == pytest.approx(low.zero, abs=0.1)
    assert low.width == pytest.approx(after.width, abs=0.3)


def test_amounts_are_drawn_beside_others_of_their_unit_and_period_alone() -> None:
    mixed = [
        figure(5),
        figure(2.5, kind="aftalt"),
        figure(9, unit="kr."),
        figure(4, period="2019"),
        figure(1, to=3),
    ]
    assert [len(bars) for bars in levels(mixed).bars] == [1, 1, 0, 0, 0]
    assert wording.levels["kinds"] in levels(mixed).reading
    assert levels([figure(5)]) == Levels(((),), "")
    assert wording.levels["kinds"] not in levels([figure(5), figure(4)]).reading


def test_what_is_hoped_for_is_dashed_and_what_was_is_not() -> None:
    [(before, after)] = levels([figure(4, before=2, kind="forventet")]).bars
    assert (before.is_expected, after.is_expected) == (False, True)


@pytest.mark.parametrize("value", [0, 1e-13, 1e17])
def test_a_level_is_never_broken_by_a_number(value: float) -> None:
    for bars in levels([figure(value, before=value / 2), figure(3, before=2, unit="kr.")]).bars:
        assert all(0 <= bar.x <= bar.x + bar.width <= 100.7 for bar in bars)


def test_page_and_print_draw_the_levels_that_the_case_tells(catalogue: Catalogue, made: Catalogue) -> None:
    shown = 0
    for told_in, case, blocks, html in pages_with(Figures, catalogue, made):
        told = [found for block in blocks for found in levels(block.figures).bars if found]
        drawn = re.findall(r'<dd class="figure__bars".*?</dd>', html)
        printed = [card["bars"] for card in cards(of_case(told_in, case, "", ())) if card["bars"]]
        for bars, picture, page in zip(told, drawn, printed, strict=True):
            places = [(bar.x, bar.width) for bar in bars]
            found = re.findall(r'x="(.*?)%" width="(.*?)%"', picture)
            assert [(float(x), float(width)) for x, width in found] == places
            assert [(bar["x"], bar["width"]) for bar in page] == places
            assert len(picture) < 5_000
            shown += 1
    assert shown > 9


def cards(content: Any) -> Iterator[dict[str, Any]]:
    """Yield the figures of a printed case in order."""
    if isinstance(content, dict):
        yield from content["figures"] if content.get("t") == "figures" else ()
    for each in (
        content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    ):
        yield from cards(each)


def test_cases_that_tell_no_year_make_no_chart(made: Catalogue) -> None:
    silent = [case.model_copy(update={"period": None}) for case in made.cases]
    assert starts(Catalogue(silent, made.vocabulary)) is None
