"""The page of news and its feeds, read by an independent reader and held against the rules of RFC 4287."""

import datetime
import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from generator.addresses import at, feed_path, value_url
from generator.catalogue import Catalogue
from generator.dates import Dates
from generator.facets import FACETS
from generator.model import Case
from generator.reading.settings import Publisher, Settings
from generator.site.feeds import LIMIT
from generator.site.render import Site
from helpers import ROOT, Elements

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST, SECOND, THIRD = (datetime.datetime(2026, 5, day, 12, tzinfo=datetime.UTC) for day in (1, 2, 3))
HOSTILE = '</title><script>alert("x")</script> & ]]> <![CDATA[ {{ 7 * 7 }} \u00e6'
SETTINGS = Settings(
    site_name="Kataloget & co", site_url="https://example.org/k/", publisher=Publisher(name="Udgiveren <as>")
)


@pytest.fixture(scope="module")
def dated(made: Catalogue) -> Catalogue:
    """The made cases, one of them with a title that tries to get out of it, changed on the last day."""
    first, *others = made.cases
    hostile = first.model_copy(update={"title": HOSTILE, "aliases": ("det-foerste-navn", "det-andet")})
    dates = {case.slug: Dates(FIRST, SECOND, SECOND, ("gains",)) for case in others}
    dates[hostile.slug] = Dates(FIRST, THIRD, THIRD, ("sources", "advice"))
    return Catalogue([hostile, *others], made.vocabulary, dates)


def files(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, bytes]:
    """Return every feed by its path."""
    found = Site(catalogue, ROOT / "theme_overrides", settings).files()
    return {path: content for path, content in found.items() if path.endswith("nyt.xml")}


@pytest.fixture(scope="module")
def feeds(dated: Catalogue) -> dict[str, bytes]:
    return files(dated)


def hostile(catalogue: Catalogue) -> Case:
    return next(case for case in catalogue.cases if case.title == HOSTILE)


def test_all_themes_and_municipalities_with_cases_have_a_feed(
    dated: Catalogue, feeds: dict[str, bytes]
) -> None:
    wanted = {
        feed_path(value_url(FACETS[facet], slug))
        for facet in ("theme", "municipality")
        for slug in dated.terms(facet)
        if dated.count(facet, slug)
    }
    assert set(feeds) == {feed_path(), *wanted}


def test_a_reader_of_feeds_finds_each_case_with_all_that_is_told(
    dated: Catalogue, feeds: dict[str, bytes]
) -> None:
    read = feedparser.parse(feeds[feed_path()])
    assert not read.bozo and read.version == "atom10"
    assert read.feed.title == "Kataloget & co: nyt"
    assert read.feed.author == "Udgiveren <as>"
    case = hostile(dated)
    entry = read.entries[0]
    assert [link.href for link in entry.links] == [f"https://example.org/k/case/{case.slug}/"]
    assert entry.id == "https://example.org/k/case/det-foerste-navn/"
    assert (entry.updated, entry.published) == (THIRD.isoformat(), FIRST.isoformat())
    assert [tag.label for tag in entry.tags] == dated.names("theme", case.themes)
    assert entry.summary == f"Nyt om kilder og gode råd. {case.summary}"
    assert {entry.id.rsplit("/", 2)[1] for entry in read.entries[1:]} == {
        case.aliases[0] if case.aliases else case.slug for case in dated.cases if case.title != HOSTILE
    }


def test_a_title_is_nothing_but_text(feeds: dict[str, bytes]) -> None:
    (entry, *_) = ElementTree.fromstring(feeds[feed_path()]).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    assert not [each.tag for each in entry.iter() if not each.tag.startswith(ATOM)]


def test_feeds_keep_the_rules_of_the_format(feeds: dict[str, bytes]) -> None:
    for path, content in feeds.items():
        feed = ElementTree.fromstring(content)
        assert feed.tag == f"{ATOM}feed"
        entries = feed.findall(f"{ATOM}entry")
        assert 1 <= len(entries) <= LIMIT
        for each in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(each.findall(f"{ATOM}{name}")) == 1, (path, name)
            assert re.fullmatch(r"https://example\.org/k/\S+", each.findtext(f"{ATOM}id") or "")
            for name in ("updated", "published"):
                for moment in each.findall(f"{ATOM}{name}"):
                    assert datetime.datetime.fromisoformat(moment.text or "").tzinfo, (path, name)
            links = [(link.get("rel"), link.get("type")) for link in each.findall(f"{ATOM}link")]
            assert links.count(("alternate", "text/html")) == 1
        assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [
            f"https://example.org/k/{path}"
        ]
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len({*ids}) == len(ids)
        moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert moments == sorted(moments, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == moments[0]


def test_feeds_are_the_same_until_a_case_changes(dated: Catalogue, feeds: dict[str, bytes]) -> None:
    assert files(dated) == feeds
    case = hostile(dated)
    hour = THIRD + datetime.timedelta(hours=1)
    reworded = {**dated.dates, case.slug: Dates(FIRST, hour, THIRD, ("sources", "advice"))}
    assert files(Catalogue(dated.cases, dated.vocabulary, reworded)) == feeds, "other words are no news"
    later = {**dated.dates, case.slug: Dates(FIRST, hour, hour, ("gains",))}
    again = files(Catalogue(dated.cases, dated.vocabulary, later))
    changed = {path for path in feeds if again[path] != feeds[path]}
    own = {("theme", slug) for slug in case.themes} | {("municipality", slug) for slug in case.municipalities}
    assert changed == {feed_path(), *(feed_path(value_url(FACETS[facet], slug)) for facet, slug in own)}


def test_a_feed_names_the_newest_only(made: Catalogue) -> None:
    case = made.cases[0]
    many = [case.model_copy(update={"slug": f"nr-{number}", "aliases": ()}) for number in range(LIMIT + 5)]
    moments = [FIRST + datetime.timedelta(days=number) for number in range(len(many))]
    dates = {each.slug: Dates(FIRST, at, at) for each, at in zip(many, moments, strict=True)}
    read = feedparser.parse(files(Catalogue(many, made.vocabulary, dates))[feed_path()])
    assert [entry.id.rsplit("/", 2)[1] for entry in read.entries] == [
        f"nr-{number}" for number in reversed(range(5, LIMIT + 5))
    ]


def test_nothing_is_fed_without_dates_or_an_address(made: Catalogue, dated: Catalogue) -> None:
    assert files(made) == {}
    assert files(dated, Settings(site_name="Kataloget")) == {}


def test_pages_lead_to_their_feeds(made: Catalogue, dated: Catalogue) -> None:
    site = Site(dated, ROOT / "theme_overrides", SETTINGS)
    theme = hostile(dated).themes[0]
    assert re.findall(r'href="([^"]+)"', site.feed_links(value_url(FACETS["theme"], theme))) == [
        "../../nyt.xml",
        f"../../tema/{theme}/nyt.xml",
    ]
    assert re.findall(r'href="([^"]+)"', site.feed_links("begreber/")) == ["../nyt.xml"]
    assert Site(made, ROOT / "theme_overrides", SETTINGS).feed_links("begreber/") == ""


def test_the_page_of_news_parts_new_cases_from_new_content(dated: Catalogue, made: Catalogue) -> None:
    site = Site(dated, ROOT / "theme_overrides", SETTINGS)
    html = site.render_view("news", at("news"))
    came, renewed = html.split('id="fornyede"')
    assert [re.findall(r'<h3><time datetime="([^"]+)"', part) for part in (came, renewed)] == [
        ["2026-05-01"],
        ["2026-05-03", "2026-05-02"],
    ]
    count = len(dated.cases)
    assert [sum("/case/" in link for link in Elements(part).links) for part in (came, renewed)] == [count] * 2
    assert f"<summary>{count} nye cases" in came, "many on a day are one line"
    assert "nyt om kilder og gode råd" in renewed and "<script>" not in html
    assert f">{count - 1} om gevinster</span></summary>" in renewed
    assert "Andre ord, andre mærker" in renewed, "the rule stands on the page"
    assert {link for link in Elements(html).links if link.endswith("nyt.xml")} == {
        f"../{path}" for path in files(dated)
    }
    silent = Site(made, ROOT / "theme_overrides", SETTINGS).render_view("news", at("news"))
    assert "kendes det ikke" in silent and "nyt.xml" not in silent


def test_the_site_has_the_page_of_news(site: Path) -> None:
    assert (site / at("news") / "index.html").is_file()
