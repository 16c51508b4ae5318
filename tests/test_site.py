"""The site as it is built from the real cases: whole, honest and the same every time."""

import filecmp
import json
import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from jinja2 import defaults, filters, nodes

from generator import prose
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.figures import amount, basis
from generator.order import fullest_first
from generator.packed import THEME
from generator.pages import overview_page
from generator.printing import layout
from generator.site.render import Site
from generator.site.templates import environment
from generator.vocabulary import Factor, Vocabulary
from generator.wording import wording
from helpers import ROOT, Elements, build, dead_links, pages, write_project


@pytest.mark.parametrize(
    ("page", "tab"),
    [
        ("", "Cases"),
        ("case/hjoerring-modellen/", "Cases"),
        ("alle/", "Cases"),
        ("tema/", "Temaer og steder"),
        ("tema/aeldre/", "Temaer og steder"),
        ("gevinst/borger/", "Gevinster"),
        ("om/", "Om"),
    ],
)
def test_the_menu_shows_where_a_page_belongs(site: Path, page: str, tab: str) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    lit = re.findall(r"<li[^>]*md-tabs__item--active[^>]*>(.*?)</li>", html, re.DOTALL)
    assert [re.sub(r"<[^>]*>", "", item).strip() for item in lit] == [tab]


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


def test_the_404_page_leads_back_into_the_site(site: Path) -> None:
    links = Elements((site / "404.html").read_text("utf-8")).links
    inside = [link.removeprefix("/casekatalog/") for link in links if link.startswith("/casekatalog/")]
    assert {"tema/", "kommune/", "begreber/"} <= set(inside)
    assert all((site / link.partition("#")[0] / "index.html").is_file() for link in inside)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page, elements in pages(site).items():
        assert not [load for load in elements.loads if re.match(r"(https?:)?//", load)], page
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", style.read_text("utf-8")), style


def test_every_case_and_every_value_has_its_page(site: Path, catalogue: Catalogue) -> None:
    for case in catalogue.cases:
        assert case.title.replace("&", "&amp;") in (site / "case" / case.slug / "index.html").read_text(
            "utf-8"
        )
    for facet in FACETS.values():
        assert (site / facet.folder / "index.html").is_file()
        for slug in catalogue.terms(facet.key):
            assert (site / facet.folder / slug / "index.html").is_file()


@pytest.mark.parametrize("path", ["tema/aeldre", ""])
def test_lists_begin_with_the_fullest_cases(site: Path, catalogue: Catalogue, path: str) -> None:
    html = (site / path / "index.html").read_text("utf-8").rpartition("data-results")[2]
    titles = [unescape(title) for title in re.findall(r'class="card__title"><a[^>]*>(.*?)</a>', html)]
    cases = catalogue.cases_with("theme", "aeldre") if path else catalogue.cases
    wanted = [case.title for case in fullest_first(cases)]
    assert len(titles) > 3
    assert titles == wanted[: len(titles)]


def test_page_says_what_the_yaml_says(site: Path) -> None:
    html = (site / "case" / "hjoerring-modellen" / "index.html").read_text("utf-8")
    for words in (
        "158",
        "mio. kr.",
        "Samlet investering",
        "−15,5",
        "2019 (budget)",
        "Sådan blev det mødt",
        "Ret denne case",
    ):
        assert words in html
    anchors = [
        "formaal",
        "organisering",
        "finansiering",
        "gevinster",
        "drivkraefter",
        "barrierer",
        "forbehold",
    ]
    places = [html.index(f'id="{anchor}"') for anchor in anchors]
    assert places == sorted(places)


def test_case_begins_with_its_gain_its_price_and_its_doubts(site: Path, catalogue: Catalogue) -> None:
    for case in catalogue.cases:
        html = unescape((site / "case" / case.slug / "index.html").read_text("utf-8"))
        glance = html[html.index('class="glance__claim') : html.index('id="hvad-ved-vi"')]
        words = " ".join(re.sub("<[^>]+>", " ", glance).split())
        gain = catalogue.strongest_gain(case)
        told = [gain.headline] if gain and gain.headline else []
        for figure in (*told, *(case.financing.amounts[:1] if case.financing else ())):
            assert f"{amount(figure)} {figure.unit} " in words, case.slug
            assert " ".join(basis(figure, catalogue.vocabulary).split()) in words, case.slug
        if gain and not told:
            assert " ".join(prose.plain(gain.text).split()) in words, case.slug
        if gain:
            assert catalogue.term("evidence", gain.evidence).name in words, case.slug
        if case.caveats:
            assert 'href="#forbehold"' in glance, case.slug


def strings(node: object) -> Iterator[str]:
    """Yield the texts in what is printed."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for part in node:
            yield from strings(part)
    elif isinstance(node, dict):
        yield from strings([node.get("c", []), node.get("v", [])])


def test_page_and_print_tell_the_same_facts(site: Path, catalogue: Catalogue) -> None:
    def bare(text: str) -> str:
        return re.sub(r"[\s,]", "", text)

    for case in catalogue.cases:
        html = (site / "case" / case.slug / "index.html").read_text("utf-8")
        box = html[html.index('<dl class="facts__list">') :]
        shown = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", box[: box.index("</dl>")], re.DOTALL)
        printed = layout.of_case(catalogue, case, "", ())["facts"]
        assert [(name, bare(unescape(re.sub("<[^>]+>", "", value)))) for name, value in shown] == [
            (fact["name"], bare("".join(strings(fact["text"])))) for fact in printed
        ], case.slug


def test_search_words_stand_quietly_at_the_end_and_not_in_print(made_project: Path, made: Catalogue) -> None:
    html = (made_project / "site" / "case" / "alt-i-brug" / "index.html").read_text("utf-8")
    article = html[: html.index("</article>")]
    words = "rollator på lånebasis\u00a0· hvem låner kørestole ud"
    assert article.rstrip().endswith(
        f'<details class="fold fold--small aside"><summary>Søgeord</summary><p>{words}</p></details>'
    )
    printed = layout.of_case(made, made.by_slug["alt-i-brug"], "", ())
    assert "rollator" not in json.dumps(printed, ensure_ascii=False)


def test_readers_are_not_shown_when_editors_choose_a_tag(site: Path, catalogue: Catalogue) -> None:
    terms = [term for name in catalogue.vocabulary for term in catalogue.vocabulary[name].values()]
    sides = [side for term in terms if isinstance(term, Factor) for side in (term.driver, term.barrier)]
    rules = {term.use for term in terms if term.use} | {side.use for side in sides if side.use}
    assert len(rules) > 50
    texts = [unescape(path.read_text("utf-8")) for path in site.rglob("*.html")]
    assert not [rule for rule in rules for text in texts if rule in text]
    form = (site / "assets" / "data" / "form.js").read_text("utf-8")
    assert catalogue.term("theme", "aeldre").guidance in form


def test_case_files_are_not_published(site: Path) -> None:
    assert not list(site.rglob("*.yaml"))


def test_a_second_build_on_another_day_is_identical(made_project: Path, tmp_path: Path) -> None:
    site = made_project / "site"
    for path in (made_project / "cases").glob("*.md"):
        os.utime(path)
    build(tmp_path, config=made_project / "mkdocs.yml")
    first = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    second = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    assert first == second
    _, different, errors = filecmp.cmpfiles(site, tmp_path, sorted(map(str, first)), shallow=False)
    assert not different
    assert not errors


def test_a_faulty_case_leaves_the_old_site_as_it_is(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    (tmp_path / "cases" / "syg.yaml").write_text("title: Syg\n", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("Den gamle forside", "utf-8")
    with pytest.raises(AssertionError, match=r"syg\.yaml:1:1: summary: feltet mangler"):
        build(tmp_path / "site", config=config)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    titles = []
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        title = html[html.index("<title>") + 7 : html.index("</title>")]
        titles.append(title)
        assert title.endswith(" | Casekataloget"), path
        assert len(unescape(title)) <= 70, path
        name = title.removesuffix(" | Casekataloget").removesuffix(" …")
        assert f'<meta property="og:title" content="{name}' in html, path
        told = re.search('<meta name="description" property="og:description" content="([^"]*)"', html)
        assert told, path
        assert len(unescape(told[1])) <= 160, path
    assert len(titles) == len(set(titles)) > 250


def test_every_page_has_a_way_past_what_every_page_has(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        first = html[html.index("<body") :].partition("<a ")[2]
        assert first.startswith('href="#indhold" class="md-skip">Gå til indholdet</a>'), path
        target = html[html.index(' id="indhold" tabindex="-1"') :]
        assert "<h1" in target.partition("</article>")[0], path
        assert not re.search('rel="(next|prev)"|autocomplete="off" *id="__|tabindex=""|for="__toc', html), (
            path
        )


def test_pages_say_what_they_are_to_other_sites(site: Path) -> None:
    case, theme = (site / path / "index.html" for path in ("case/een-plan", "tema/aeldre"))
    assert '<meta property="og:type" content="article">' in case.read_text("utf-8")
    assert '<meta property="og:type" content="website">' in theme.read_text("utf-8")
    for page in (case, theme):
        html = page.read_text("utf-8")
        picture = re.search(r'og:image" content="https://example.org/casekatalog/([^"]*)"', html)
        icon = re.search(r'apple-touch-icon" href="([^"]*)"', html)
        assert picture
        assert (site / picture[1]).is_file()
        assert icon
        assert (page.parent / icon[1]).is_file()
    assert "Sitemap: https://example.org/casekatalog/sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_the_sitemap_tells_when_a_case_changed_and_never_when_it_was_built(made_project: Path) -> None:
    sitemap = (made_project / "site" / "sitemap.xml").read_text("utf-8")
    dated = re.findall(r"<loc>[^<]*/(case/[^<]*)</loc>\s*<lastmod>([^<]*)</lastmod>", sitemap)
    assert dated == [("case/alt-i-brug/", "2026-05-03")]
    assert sitemap.count("<lastmod>") == 1


def test_pictures_keep_their_place_and_tables_their_markup(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search(r'<(table|thead|tbody|tr|th|td)[^>]* role="', html), path
        assert all(" width=" in picture for picture in re.findall("<img [^>]*>", html)), path


def test_no_label_of_the_theme_is_left_in_english(site: Path) -> None:
    english = re.compile(
        r"\b(Skip to|Back to top|Table of contents|Toggle|Header|Footer|Search|Previous|Next)\b"
    )
    for path in site.rglob("*.html"):
        html = re.sub(r"<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        labels = re.findall(r' (?:aria-label|title|placeholder|alt)="([^"]*)"', html)
        assert not [label for label in labels if english.search(label)], path
        assert not english.search(re.sub(r"<[^>]+>", " ", html[html.index("<body") : html.index("<main")])), (
            path
        )


def test_nothing_is_shipped_that_no_page_asks_for(site: Path) -> None:
    assert not [path for path in site.rglob("*") if path.suffix == ".map" or path.name in {"lunr", "workers"}]


def test_overview_of_municipalities_counts_those_with_cases(site: Path, catalogue: Catalogue) -> None:
    html = (site / "kommune" / "index.html").read_text("utf-8")
    used = [slug for slug in catalogue.terms("municipality") if catalogue.count("municipality", slug)]
    assert f"{len(used)} af 98 kommuner" in html
    first, second = re.findall(r'<ul class="bare places.*?</ul>', html, flags=re.DOTALL)
    assert first.count("<li>") == len(used)
    assert second.count("<li>") == 98 - len(used)


def test_a_form_that_the_catalogue_does_not_know_is_not_explained(made: Catalogue) -> None:
    forms = {slug: term for slug, term in made.terms("form").items() if slug != wording.slugs["paragraph_60"]}
    without = Catalogue((), Vocabulary({**made.vocabulary, "forms": forms}))
    pages = [
        Site(each, ROOT / "theme_overrides").render(overview_page(each, FACETS["form"]))
        for each in (made, without)
    ]
    assert ["paragraf-60-forklaret" in page for page in pages] == [True, False]


def test_pages_are_not_indented_and_words_stay_apart(tmp_path: Path) -> None:
    lines = (
        "<p>",
        "    {% if true %}",
        "    <b>a</b>",
        "      <b>b</b>",
        "    {% endif %}",
        "    <i>c</i>",
        "</p>",
    )
    (tmp_path / "a.html").write_text("\n".join(lines), "utf-8")
    shown = environment(tmp_path).get_template("a.html").render()
    assert shown == "<p> <b>a</b>\n<b>b</b>\n <i>c</i></p>"


def test_templates_are_handed_nothing_that_none_of_them_asks_for(made: Catalogue) -> None:
    known = Site(made, THEME)._environment
    templates = [known.parse(path.read_text("utf-8")) for path in THEME.rglob("*.html")]
    asked = {each.name for template in templates for each in template.find_all(nodes.Name)}
    made_of = {each.name for template in templates for each in template.find_all(nodes.Filter)}
    assert not known.globals.keys() - defaults.DEFAULT_NAMESPACE.keys() - asked
    assert not known.filters.keys() - filters.FILTERS.keys() - made_of
