"""The whole site's content as HTML, free of any site engine."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import addresses, citations, figures, labels, pages, prose, scripts, text
from generator.answers import answers, profile
from generator.asking import publishers, whom
from generator.card import card
from generator.catalogue import Catalogue, years
from generator.charts import overviews
from generator.charts.bars import shares
from generator.charts.series import chart
from generator.comparison import MOST, part, standing
from generator.data import citing, downloads, export, schema_org
from generator.data.downloads import Download, offered
from generator.data.release import Release
from generator.editing import form
from generator.editing.audit import Audit, audit
from generator.editing.host import host
from generator.editing.links import Report
from generator.facets import FACETS, JOINT_FACETS
from generator.glance import glance
from generator.insights import Knowledge
from generator.model import Case
from generator.news import News
from generator.pages import Page
from generator.printing import typst
from generator.reading import schema
from generator.reading.settings import METHODS, REASONS, STATUSES, UNSET, Settings
from generator.search import index
from generator.site.feeds import feeds, permanent_url
from generator.site.redirects import redirects
from generator.site.templates import CONTENT, Environment
from generator.synthesis import TOLD_OF, synthesis
from generator.tiles import tile_map
from generator.view import unknown, view

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ANCHOR = re.compile(r'\sid="([^"]+)"')
_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that a page's table of contents names."""

    level: int
    id: str
    title: str


class Site:
    """Renders the pages of a catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        templates: Path,
        settings: Settings = UNSET,
        directory_urls: bool = True,
        pdfs: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Prepare the Jinja templates in the folder `templates`; content is always escaped.

        Without `directory_urls` links name files, so that pages can be opened from a folder. `pdfs` describes
        each document that pages link to, by its path.
        """
        self.catalogue = catalogue
        self.knowledge = Knowledge(catalogue)
        self.settings = settings
        self.release = Release(catalogue, settings)
        self.news = News(catalogue)
        self._feeds = {feed.page: feed for feed in feeds(self.news)} if settings.site_url else {}
        self._directory_urls = directory_urls
        self._views = pages.views(catalogue)
        self._folders = {addresses.overview_url(facet) for facet in FACETS.values()}
        self._environment = _environment(templates)
        self._environment.globals.update(
            catalogue=catalogue,
            knowledge=self.knowledge,
            news=self.news,
            feeds=self._feeds,
            term_links=self.term_links,
            vocabulary=catalogue.vocabulary,
            names=catalogue.names,
            citations=citations,
            edit_link=self.edit_link,
            host=host(settings.edit_url),
            pdfs=pdfs,
            settings=settings,
            release=self.release,
            open_data=self.open_data,
            statement={"statuses": STATUSES, "reasons": REASONS, "methods": METHODS},
        )

    def pages(
        self, links: Report | None = None, closed: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Page]:
        """Yield every generated page; `links` is the last link check, and `closed` has addresses with the reason."""
        yield from pages.pages(self.catalogue)
        yield from (pages.closed_page(address, reason) for address, reason in closed.items())
        yield editors_page(audit(self.catalogue, links))

    def files(
        self, others: Iterable[index.Entry] = (), sources: Mapping[str, bytes] | None = None
    ) -> dict[str, bytes]:
        """Return every generated file that is no page, and made of none, by its path.

        `others` are more pages to search; `sources` are the case files by slug, which the form opens.
        """
        others = tuple(others)
        names = [entry.url.strip("/") for entry in others]
        found = index.index(self.catalogue, others, self._directory_urls)
        return (
            found
            | self._data
            | {path: content.encode() for path, content in self._editors_files(sources or {}, names)}
        )

    def open_data(self) -> list[tuple[Download, str]]:
        """Return each file of the open data with its size in words."""
        return [(each, text.size(len(self._data[each.path]))) for each in offered(self.release)]

    @cached_property
    def _data(self) -> dict[str, bytes]:
        return export.files(self.release)

    def _editors_files(self, sources: Mapping[str, bytes], names: Iterable[str]) -> Iterator[tuple[str, str]]:
        yield from form.files(self.catalogue, sources, names, _printable())
        yield f"assets/{schema.FILE}", schema.as_text(self.catalogue.vocabulary)
        for url, (target, title) in redirects(self.catalogue).items():
            yield self._redirect(url, self.address(target, url), title, moved=True)
        if self.settings.site_url:
            yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self.settings.site_url}sitemap.xml\n"
        for feed in self._feeds.values():
            yield feed.path, self._render("feed.html", "", feed=feed)
        told = self.settings.accessibility
        target = (
            told.was if told and told.was else self.address(addresses.STATEMENT, addresses.STATEMENT_SHORT)
        )
        yield self._redirect(
            addresses.STATEMENT_SHORT, target, "Vej til tilgængelighedserklæringen", moved=False
        )

    def _redirect(self, url: str, target: str, title: str, moved: bool) -> tuple[str, str]:
        """Return the file at `url` that leads to the address `target`."""
        file = f"{url}index.html" if self._directory_urls else f"{url.rstrip('/')}.html"
        return file, self._render("redirect.html", url, target=target, title=title, moved=moved)

    def render(self, page: Page) -> str:
        """Return the page's content as safe HTML."""
        return self._render(page.template, page.url, page=page, **page.context)

    def render_head(self, page: Page) -> str:
        """Return what the page adds to the head of the document, as safe HTML."""
        return self._render(page.head, page.url, page=page, **page.context) if page.head else ""

    def feed_links(self, url: str) -> str:
        """Return the part of a page's head that leads to the feeds of the catalogue and of the page's own cases."""
        told = [self._feeds[page] for page in dict.fromkeys((addresses.NEWS, url)) if page in self._feeds]
        return self._render("feed-links.html", url, told=told)

    def render_view(self, name: str, url: str, text: str = "") -> str:
        """Return what the hand-written page at `url` shows: its own text, which is HTML, and a view.

        Raises KeyError when there is no such view.
        """
        shown = self._render(f"views/{name}.html", url, text=Markup(text), **self._views[name])
        return shown if name in pages.ENCLOSING else text + shown

    def address(self, target: str, url: str) -> str:
        """Return the relative link from the page at `url` to the page or file at `target`."""
        target, mark, anchor = target.partition("#")
        if self._directory_urls:
            return ("../" * url.count("/") + target or "./") + mark + anchor
        file = self._file(target) if target.endswith("/") or not target else target
        return "../" * self._file(url).count("/") + file + mark + anchor

    def term_links(self, case: Case, link: Callable[[str], str]) -> Mapping[str, prose.Links]:
        """Return the terms to make links of in each of a case's texts: those it uses for the first time."""
        return {
            words: prose.Links(
                self.knowledge.words, {slug: link(addresses.concept_url(slug)) for slug in slugs}
            )
            for words, slugs in self.knowledge.first_uses(case).items()
        }

    def edit_link(self, path: str) -> str:
        """Return the address where the file at `path` in the docs folder is edited, or nothing."""
        return self.settings.edit_url.replace("{path}", path)

    def _file(self, url: str) -> str:
        """Return the file of the page at `url` when links name files."""
        return f"{url}index.html" if not url or url in self._folders else f"{url.rstrip('/')}.html"

    def _render(self, template: str, url: str, **context: Any) -> str:
        def link(target: str) -> str:
            return self.address(target, url)

        return self._environment.get_template(f"pages/{template}").render(link=link, **context)


def editors_page(found: Audit) -> Page:
    """Return the editors' own page."""
    return Page(
        url=addresses.EDITORS,
        title="Redaktionens side",
        description="Cases, der skal bekræftes, mangler noget eller har døde links, og mærker, der skal passes.",
        template="editors.html",
        crumbs=(("Cases", ""),),
        context={"status": found},
    )


def anchors(html: str) -> list[str]:
    """Return the names in a page that a link can lead to."""
    return _ANCHOR.findall(html)


def headings(html: str) -> list[Heading]:
    """Return the headings of a page that have an address of their own."""
    return [
        Heading(int(level), anchor, Markup(title).striptags())
        for level, anchor, title in _HEADING.findall(html)
    ]


def framed(html: str) -> str:
    """Return a hand-written page with its tables in frames that the keyboard can scroll, named by their columns."""
    return _TABLE.sub(_in_frame, html)


def _in_frame(table: re.Match[str]) -> str:
    columns = ", ".join(Markup(title).striptags() for title in re.findall(r"<th[^>]*>(.*?)</th>", table[1]))
    return f"{prose.table_start(f'Tabel: {columns}')}{table[1]}{prose.TABLE_END}"


_FILTERS = {
    "script": lambda value: Markup(scripts.text(value)),
    "markdown": prose.html,
    "inline": prose.inline_html,
    "plain": prose.plain,
    "amount": figures.amount,
    "amounts": figures.amounts,
    "covered": figures.covered,
    "basis": figures.basis,
    "traits": figures.traits,
    "number": text.number,
    "decimals": text.decimals,
    "date": text.date,
    "counted": text.counted,
    "in_words": text.in_words,
    "enumeration": text.enumeration,
}
"""What templates can make of values."""
_GLOBALS = {
    "facets": FACETS,
    "joint_facets": JOINT_FACETS,
    "fields": labels.FIELDS,
    "headings": labels.HEADINGS,
    "UNSTATED": labels.UNSTATED,
    "record_path": addresses.record_path,
    "cited": citing.cited,
    "cited_text": citing.as_text,
    "copies": citing.copies,
    "article": schema_org.article,
    "dataset": schema_org.dataset,
    "REFERENCES": citing.FORMATS,
    "SCHEMA": downloads.SCHEMA,
    "TURTLE": downloads.TURTLE,
    "JSON_LD": downloads.JSON_LD,
    "KINDS": downloads.KINDS,
    "ANSWERS": labels.ANSWERS,
    "case_path": addresses.case_path,
    "tag_path": addresses.tag_path,
    "case_url": addresses.case_url,
    "listing_url": addresses.listing_url,
    "value_url": addresses.value_url,
    "value_name": pages.value_name,
    "value_definition": pages.value_definition,
    "concept_url": addresses.concept_url,
    "permanent_url": permanent_url,
    "NEWS": addresses.NEWS,
    "money_url": addresses.money_url,
    "NAMED": pages.NAMED,
    "COUNTED": pages.COUNTED,
    "tile_map": tile_map,
    "view": view,
    "unknown": unknown,
    "at_a_glance": glance,
    "card_of": card,
    "CARD": labels.CARD,
    "answers": answers,
    "whom": whom,
    "publishers_of": publishers,
    "profile": profile,
    "series_chart": chart,
    "factor_chart": overviews.factors,
    "gain_chart": overviews.gains,
    "start_chart": overviews.starts,
    "FACTOR_COUNTS": labels.FACTOR_COUNTS,
    "FACTORS_FILE": addresses.FACTORS_FILE,
    "GAINS_FILE": addresses.GAINS_FILE,
    "STARTS_FILE": addresses.STARTS_FILE,
    "shaded": overviews.shaded,
    "shares": shares,
    "synthesis": synthesis,
    "TOLD_OF": TOLD_OF,
    "part": part,
    "standing": standing,
    "COMPARISON": labels.COMPARISON,
    "TOGETHER": labels.TOGETHER,
    "LEADING": labels.LEADING,
    "STARTS": labels.STARTS,
    "MAP": labels.MAP,
    "MOST_COMPARED": MOST,
    "years": years,
}
"""What every template knows, whatever the catalogue."""


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        auto_reload=False,
        bytecode_cache=CONTENT,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_FILTERS)
    environment.globals.update(_GLOBALS)
    return environment


def _printable() -> str:
    """Return the characters that can be printed; without the fonts, which only PDFs need, nothing is known of them."""
    try:
        return typst.printable()
    except typst.PrintError:
        return ""
