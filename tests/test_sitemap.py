"""The map of a site for search engines."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast
from xml.etree import ElementTree

from generator.catalogue import Catalogue
from generator.news import updated
from generator.pages import Page
from generator.site.sitemap import changed

BASE = "https://example.org/casekatalog/"
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_a_case_changed_when_it_was_news_last_and_other_pages_at_no_day(made: Catalogue) -> None:
    case = made.cases[0]
    page = SimpleNamespace(context={"case": case})
    assert changed(cast(Page, page), made) == updated(made, [case])
    assert changed(cast(Page, SimpleNamespace(context={})), made) is None


def test_every_page_that_shall_be_found_is_told_once(made_project: Path) -> None:
    site = made_project / "site"
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    told = [(address.text or "").removeprefix(BASE) for address in root.iterfind("s:url/s:loc", SPACE)]
    pages = {
        path.parent.relative_to(site).as_posix().replace(".", "") + "/"
        for path in site.rglob("index.html")
        if "noindex" not in (html := path.read_text("utf-8")) and 'http-equiv="refresh"' not in html
    }
    assert sorted(told) == sorted({"" if page == "/" else page for page in pages})
