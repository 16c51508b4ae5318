"""What is told across the cases: numbers agree with what they lead to, and terms are found in texts."""

import re
from html import unescape
from itertools import product
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from generator import prose
from generator.catalogue import Catalogue
from generator.insights import Knowledge
from generator.text import sort_key
from generator.vocabulary import Point
from helpers import CASES, Elements, assert_accessible

WORDS = prose.words(
    [
        ("Business case", "business-case"),
        ("business casen", "business-case"),
        ("BUM", "bum"),
        ("Silo", "silo"),
        ("siloer", "silo"),
        ("Silo-tænkning i toppen", "silotop"),
        ("Én plan", "en-plan"),
    ]
)
TARGETS = {"business-case": "#b", "bum": "#m", "silo": "#s", "silotop": "#t", "en-plan": "#e"}


@pytest.fixture(scope="module")
def knowledge(catalogue: Catalogue) -> Knowledge:
    return Knowledge(catalogue)


def linked(text: str) -> str:
    return str(prose.inline_html(text, prose.Links(WORDS, TARGETS)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En silo og flere siloer.", ["silo"]),
        ("Siloopdelt arbejde i kornsiloer", []),
        ("Det lå i business\ncasen.", ["business-case"]),
        ("BUM, men ikke bum", ["bum"]),
        ("en plan for alle", []),
        ("én plan for alle", ["en-plan"]),
        ("Silo-tænkning i toppen", ["silotop"]),
        ("`silo`, [silo](https://a.dk) og **BUM**", ["bum"]),
        ("| Silo | Tal |\n|---|---|\n| BUM | 2 |", ["bum"]),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words_in_running_text(text: str, found: list[str]) -> None:
    assert list(prose.mentions(text, WORDS)) == found


def test_only_the_first_mention_becomes_a_link() -> None:
    assert linked("En silo i en silo") == 'En <a class="term" href="#s">silo</a> i en silo'


def test_marking_changes_nothing_else() -> None:
    text = "Siloer & <b>siloer</b>, **business\ncasen** [silo](https://a.dk/?a=1&b=2)\n\n- BUM\n- `én plan`"
    unlinked = re.sub(r'<a class="term" href="[^"]*">(.*?)</a>', r"\1", linked(text), flags=re.DOTALL)
    assert unlinked == prose.inline_html(text)
    assert linked(text).count('class="term"') == 3


def test_no_words_find_nothing() -> None:
    assert prose.mentions("silo", prose.words([])) == ()


def test_a_term_is_marked_once_on_a_case_page(site: Path, catalogue: Catalogue) -> None:
    marked = 0
    for case in catalogue.cases:
        html = (site / "case" / case.slug / "index.html").read_text("utf-8")
        targets = re.findall(r'<a class="term" href="[^"]*#([^"]*)"', html)
        assert len(targets) == len(set(targets)), case.slug
        assert all(f'id="begreb-{slug}"' in html for slug in targets), case.slug
        marked += len(targets)
    assert marked > 40


def test_every_number_in_the_matrix_is_the_number_of_cases_it_leads_to(knowledge: Knowledge) -> None:
    themes = [theme.slug for theme in knowledge.themes()]
    for row in knowledge.matrix():
        for facet, counts, total in (
            ("driver", row.drivers, row.drove),
            ("barrier", row.barriers, row.hindered),
        ):
            cases = knowledge.catalogue.cases_with(facet, row.factor.slug)
            groups = {group.theme.slug: group for group in knowledge.by_theme(facet, row.factor.slug, cases)}
            assert {theme: count for theme, count in zip(themes, counts, strict=True) if count} == {
                slug: group.count for slug, group in groups.items()
            }
            assert sum(len(group.told) for group in groups.values()) == total
            assert all(part.text for group in groups.values() for told in group.told for part in told.parts)


def test_a_case_is_told_once_and_named_under_its_other_themes(knowledge: Knowledge) -> None:
    told: dict[str, str] = {}
    for group in knowledge.by_theme("driver", "ledelse", knowledge.catalogue.cases_with("driver", "ledelse")):
        for experience in group.told:
            assert experience.case.slug not in told
            told[experience.case.slug] = group.theme.slug
        assert not {case.slug for case in group.elsewhere if case.themes[0] == group.theme.slug}
    assert told["hjoerring-modellen"] == "beskaeftigelse"


def test_barriers_that_were_met_come_first(knowledge: Knowledge) -> None:
    for group in knowledge.by_theme("barrier", "kultur", knowledge.catalogue.cases_with("barrier", "kultur")):
        met = [any(getattr(part, "remedy", None) for part in experience.parts) for experience in group.told]
        assert met == sorted(met, reverse=True)


def test_all_barriers_are_counted_and_those_that_were_met(knowledge: Knowledge, catalogue: Catalogue) -> None:
    barriers = [barrier for case in catalogue.cases for barrier in case.barriers or ()]
    assert knowledge.remedied() == (sum(barrier.remedy is not None for barrier in barriers), len(barriers))
    factor = barriers[0].factor
    of_one = [barrier.remedy is not None for barrier in barriers if barrier.factor == factor]
    assert knowledge.remedied(factor) == (sum(of_one), len(of_one))


def test_gains_are_counted_once_each(knowledge: Knowledge, catalogue: Catalogue) -> None:
    rows = knowledge.gain_table()
    assert sum(row.total for row in rows) == sum(len(case.gains or ()) for case in catalogue.cases)
    for row in rows:
        groups = knowledge.by_evidence(row.type.slug, catalogue.cases_with("gain_type", row.type.slug))
        assert [count for count in row.counts if count] == [sum(e.count for e in told) for _, told in groups]


def test_every_figure_in_kroner_is_shown_with_unit_and_case(
    knowledge: Knowledge, catalogue: Catalogue
) -> None:
    groups = knowledge.money()
    shown = [figure for group in groups for _, figures in group.cases for figure in figures]
    assert len(shown) == len(list(catalogue.money()))
    names = [group.theme.name for group in groups]
    assert names == sorted(names, key=sort_key)
    for group in groups:
        titles = [case.title for case, _ in group.cases]
        assert titles == sorted(titles, key=sort_key)


def test_form_tells_its_most_frequent_factors_first(knowledge: Knowledge) -> None:
    cases = knowledge.catalogue.cases_with("form", "intern")
    sizes = [len(found.experiences) for found in knowledge.factors_of("driver", cases)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(knowledge.factors_of("driver", cases, 3)) == 3
    assert all(
        each.case.form == "intern"
        for found in knowledge.factors_of("barrier", cases)
        for each in found.experiences
    )


def test_every_point_is_illustrated_by_advice_that_exists(knowledge: Knowledge, catalogue: Catalogue) -> None:
    points = [point for point in catalogue.vocabulary["points"].values() if isinstance(point, Point)]
    assert len(points) == 10
    for point in points:
        found = knowledge.illustrations(point)
        assert len(found) == len(point.illustrated_by) >= 3, point.slug
        for each in found:
            own, derived = each.case.advice, each.case.derived_advice
            place = each.number - 1
            assert each.text == (derived[place - len(own)] if each.is_derived else own[place]), each.case.slug


def test_advice_leads_to_the_very_advice_on_the_page(site: Path, knowledge: Knowledge) -> None:
    html = (site / "ti-punkter" / "index.html").read_text("utf-8")
    links = re.findall(r'href="\.\./case/([a-z0-9-]+)/#(raad-\d+)"', html)
    assert len(links) > 30
    for slug, anchor in links:
        assert anchor in Elements((site / "case" / slug / "index.html").read_text("utf-8")).anchors


def test_matrix_shows_its_numbers_as_links(site: Path, knowledge: Knowledge) -> None:
    wanted = [
        str(count)
        for row in knowledge.matrix()
        for counts in (row.drivers, row.barriers)
        for count in counts
        if count
    ]
    shown = [found for table in matrices(site) for found in re.findall(r'<a class="cell[^>]*>(\d+)<', table)]
    assert sorted(shown) == sorted(wanted)


def matrices(site: Path) -> list[str]:
    """Return the tables of factors and themes: one on each of their pages."""
    pages = sorted((site / "drivkraefter-og-barrierer").rglob("index.html"))
    texts = (page.read_text("utf-8") for page in pages)
    return [html[html.index('id="matrix-navn"') :].partition("</table>")[0] for html in texts]


def test_matrix_agrees_with_the_case_files(site: Path) -> None:
    cases = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(CASES.glob("*.yaml"))]
    counted = 0
    for table, (side, address) in product(
        matrices(site), (("drivers", "drivkraft"), ("barriers", "barriere"))
    ):
        themes = re.findall(r'class="matrix__theme"><a href="[^"]*/tema/([a-z-]+)/"', table)
        for row in re.findall(rf"<tr[^>]*>(?:(?!</tr>).)*?/{address}/.*?</tr>", table, flags=re.DOTALL):
            factor = re.findall(rf"/{address}/([a-z-]+)/", row)[0]
            told = [
                case
                for case in cases
                if any(part["factor"] == factor for part in case[side] if case[side] != "ikke oplyst")
            ]
            wanted = [sum(theme in case["themes"] for case in told) for theme in themes]
            cells = re.findall(r"<td[^>]*>(?:<[^>]*>)?(\d+)<", row)
            assert [int(cell) for cell in cells] == [*wanted, len(told)], factor
            counted += 1
    assert counted == 32 * len(matrices(site))


def test_barrier_page_sets_remedies_beside_barriers(site: Path, catalogue: Catalogue) -> None:
    html = unescape((site / "barriere" / "it-viden" / "index.html").read_text("utf-8"))
    for case in catalogue.cases_with("barrier", "it-viden"):
        for barrier in case.barriers or ():
            if barrier.factor == "it-viden" and barrier.remedy:
                assert " ".join(prose.plain(barrier.remedy).split()[:6]) in " ".join(html.split()), case.slug


def test_knowledge_is_two_clicks_from_the_front_page(site: Path) -> None:
    def reached(page: str) -> set[str]:
        links = Elements((site / page / "index.html").read_text("utf-8")).links
        paths = ((site / page / link.partition("#")[0]).resolve() for link in links if "://" not in link)
        return {
            str(path.relative_to(site.resolve())) for path in paths if path.is_relative_to(site.resolve())
        }

    first = {page for page in reached(".") if (site / page / "index.html").is_file()}
    second = set().union(*(reached(page) for page in first if not page.startswith("case/")))
    pages = {"drivkraefter-og-barrierer", "gevinst", "tal-i-kroner", "finansiering", "samarbejdsform"}
    assert pages | {"ti-punkter", "begreber", "kilde", "maerkning", "drivkraft", "barriere"} <= first | second


def test_phone_gets_the_whole_matrix(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(server + "drivkraefter-og-barrierer/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    names = page.locator(".matrix thead th:visible")
    first = page.locator(".matrix tbody tr").first
    for theme, cell in zip(names.all()[1:], first.locator("td").all(), strict=True):
        above, below = theme.bounding_box(), cell.bounding_box()
        assert above and below and abs(above["x"] - below["x"]) < 1 and below["x"] + below["width"] <= 390
        assert below["width"] >= 24
    expect(page.get_by_role("rowheader", name="drev").first).to_be_visible()
    assert_accessible(page)
    page.locator(".matrix a.cell").first.click()
    page.wait_for_url("**#tema-*")
    context.close()
