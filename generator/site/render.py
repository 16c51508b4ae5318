"""The whole site's content as HTML, free of any site engine."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator import addresses, citations, fields, pages, prose, store, text
from generator.catalogue import Catalogue
from generator.data import export
from generator.data.downloads import Download, offered
from generator.data.release import Release
from generator.editing import form
from generator.editing.audit import Audit, audit
from generator.editing.host import host
from generator.editing.links import Report
from generator.editing.parts import parts
from generator.insights import Knowledge
from generator.lists import Lists
from generator.model import Case
from generator.news import News
from generator.pages import Page
from generator.printing import letters
from generator.reading import schema
from generator.reading.settings import UNSET, Settings
from generator.search import index
from generator.site.documents import NONE, Documents
from generator.site.feeds import feeds
from generator.site.kept import Kept, Rendered
from generator.site.output import Each, Group
from generator.site.questions import Questions
from generator.site.redirects import redirects
from generator.site.templates import CONTENT, THEME, environment, there
from generator.store import NOTHING, Store
from generator.views import off
from generator.wording import wording

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
        templates: Path | Sequence[Path],
        settings: Settings = UNSET,
        directory_urls: bool = True,
        documents: Documents = NONE,
    ) -> None:
        """Prepare the Jinja templates in `templates`, a folder or several; content is always escaped.

        Without `directory_urls` links name files, so that pages can be opened from a folder. `documents` are those
        that pages link to.
        """
        self.catalogue = catalogue
        self.knowledge = Knowledge(catalogue)
        self.lists = Lists(catalogue)
        self.settings = settings
        self.written: Collection[str] = frozenset()
        """The addresses of the hand-written pages."""
        self.release = Release(catalogue, settings)
        self.news = News(catalogue)
        self._feeds = {feed.page: feed for feed in feeds(self.news)} if settings.site_url else {}
        self._directory_urls = directory_urls
        self._links: dict[int, Callable[[str], str]] = {}
        self.off = off(catalogue.vocabulary, settings.without)
        self._folders = {addresses.overview_url(facet) for facet in catalogue.facets.values()}
        self._questions = Questions(self._asked(documents), catalogue)
        self._store, self._told = NOTHING, ""
        self.kept = Kept(NOTHING, "", self._questions)
        self._environment = environment(templates)
        self._environment.globals.update(self._known(), once=self._questions.once, **self._questions.given)
        self._environment.tests["there"] = there(self.has)

    def _known(self) -> dict[str, object]:
        """Return what templates know of this catalogue, beside those whom they ask."""
        kind = self.catalogue.shape.case
        return {
            "term_links": self.term_links,
            "vocabulary": self.catalogue.vocabulary,
            "names": self.catalogue.names,
            "citations": citations,
            "edit_link": self.edit_link,
            "host": host(self.settings.edit_url),
            "form_parts": parts(fields.names(kind), fields.needed(kind)),
            "facets": self.catalogue.facets,
            "joint_facets": self.catalogue.shape.joint,
            "value_url": self.value_url,
            "tag_path": self.tag_path,
            "settings": self.settings,
            "open_data": self.open_data,
            "has_directories": self._directory_urls,
            "statement": {
                "statuses": wording.statement_statuses.plain(),
                "reasons": wording.statement_reasons.plain(),
                "methods": wording.statement_methods.plain(),
            },
        }

    def _asked(self, documents: Documents) -> dict[str, object]:
        """Return those whom templates ask by name, and whose answers decide whether a page is the same as before."""
        return {
            "catalogue": self.catalogue,
            "knowledge": self.knowledge,
            "lists": self.lists,
            "news": self.news,
            "release": self.release,
            "dates": self.catalogue.dates,
            "feeds": {page: replace(feed, items=()) for page, feed in self._feeds.items()},
            "pdfs": documents.pdfs,
            "volumes": documents.volumes,
            "pictures": {slug: each.words for slug, each in documents.pictures.items()},
        }

    def pages(
        self, links: Report | None = None, closed: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Page]:
        """Yield every generated page; `links` is the last link check, and `closed` has addresses with the reason."""
        yield from pages.pages(self.lists, self.off)
        yield from (pages.closed_page(address, reason) for address, reason in closed.items())
        yield editors_page(audit(self.catalogue, links))

    def groups(
        self, others: Iterable[index.Entry] = (), sources: Mapping[str, bytes] = MappingProxyType({})
    ) -> Iterator[Group | Each]:
        """Yield every generated file that is no page, and made of none: in groups or one by one, as they are made.

        `others` are more pages to search; `sources` are the case files by slug, which the form opens.
        """
        others = tuple(others)
        names = [entry.url.strip("/") for entry in others]
        found = partial(index.index, self.catalogue, others, self._directory_urls, self._store)
        yield Group(store.key("search", self._told, repr(others)), found, is_linked=False)
        yield Group(store.key("data", self._told), partial(export.files, self.release, self._store))
        yield Group(
            store.key("form", self._told, *names),
            lambda: form.files(self.catalogue, names, _printable()),
            is_linked=False,
        )
        scripts = partial(form.case_scripts, sources, kept=self._store)
        yield Each(form.keys(sources), scripts, is_linked=False)
        small = {path: content.encode() for path, content in self._small_files()}
        yield Group(store.key("small", *small, *small.values()), lambda: small)

    def files(self) -> dict[str, bytes]:
        """Return each of them by its path; without case files there are no scripts of them."""
        groups = (group for group in self.groups() if isinstance(group, Group))
        return {path: content for group in groups for path, content in group.make().items()}

    def open_data(self) -> list[tuple[Download, str]]:
        """Return each file of the open data with its size in words."""
        return [(each, text.size(self.sizes[each.path])) for each in offered(self.release)]

    @cached_property
    def views(self) -> Mapping[str, Mapping[str, Any]]:
        """What each view that hand-written pages can have shows, by its name."""
        return pages.views(self.catalogue, self.off)

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many bytes each file of the open data has."""
        return {path: len(content) for path, content in export.files(self.release, self._store).items()}

    def _small_files(self) -> Iterator[tuple[str, str]]:
        yield f"assets/{schema.FILE}", schema.as_text(self.catalogue.vocabulary)
        for url, (target, title) in redirects(self.catalogue).items():
            yield self._redirect(url, self.address(target, url), title, moved=True)
        if self.settings.site_url:
            yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self.settings.site_url}sitemap.xml\n"
        for feed in self._feeds.values():
            yield feed.path, self._render("feed.html", "", feed=feed)
        told = self.settings.accessibility
        short = addresses.at("statement_short")
        was = told.was if told else None
        target = was or self.address(addresses.at("statement"), short)
        yield self._redirect(short, target, wording.pages["to_statement"], moved=False)

    def _redirect(self, url: str, target: str, title: str, moved: bool) -> tuple[str, str]:
        """Return the file at `url` that leads to the address `target`."""
        file = f"{url}index.html" if self._directory_urls else f"{url.rstrip('/')}.html"
        return file, self._render("redirect.html", url, target=target, title=title, moved=moved)

    def keep(self, kept: Store, *templates: Path) -> None:
        """Keep in a store what is worked out, so that what is the same again is not worked out again."""
        texts = (
            f"{file.relative_to(folder)}\n{file.read_text('utf-8')}"
            for folder in templates
            for file in sorted(folder.rglob("*.html"))
        )
        made_of = store.key(
            self.catalogue.vocabulary.digest,
            repr(self.settings),
            repr(self._directory_urls),
            repr(sorted(self.written)),
            *texts,
        )
        dates = repr(sorted(self.catalogue.dates.items()))
        self._told = store.key(made_of, *self.catalogue.digests.values(), dates)
        self._store = kept
        self.knowledge.find(kept)
        self.kept = Kept(kept, made_of, self._questions)
        CONTENT.find(kept)

    def close(self) -> None:
        """Put into the store what was rendered anew, and the templates for it."""
        self.kept.close()
        CONTENT.keep()
        THEME.keep()

    def rendered(self, page: Page) -> Rendered:
        """Return the page's content, and what it adds to the head of the document."""
        return self.kept.render(page, lambda: Rendered(self.render(page), self.render_head(page)))

    def render(self, page: Page) -> str:
        """Return the page's content as safe HTML."""
        return self._render(page.template, page.url, page=page, **page.context)

    def render_head(self, page: Page) -> str:
        """Return what the page adds to the head of the document, as safe HTML."""
        own = self._render(page.head, page.url, page=page, **page.context) if page.head else ""
        return self.feed_links(page.url) + own

    def feed_links(self, url: str) -> str:
        """Return the part of a page's head that leads to the feeds of the catalogue and of the page's own cases."""
        asked: Any = self._questions.given["feeds"]
        told = [asked[page] for page in dict.fromkeys((addresses.at("news"), url)) if page in asked]
        return self._render("feed-links.html", url, told=told)

    def render_view(self, name: str, url: str, text: str = "") -> str:
        """Return what the hand-written page at `url` shows: its own text, which is HTML, and one of the views."""
        shown = self._render(f"views/{name}.html", url, text=Markup(text), **self.views[name])
        return shown if name in pages.ENCLOSING else text + shown

    def value_url(self, facet: str, slug: str, number: int = 1) -> str:
        """Return the address of a facet's value by the facet's key, or of one page of it, counted from 1."""
        return addresses.value_url(self.catalogue.facets[facet], slug, number)

    def tag_path(self, facet: str, slug: str) -> str:
        """Return where the PDF of a facet's value lies, by the facet's key."""
        return addresses.tag_path(self.catalogue.facets[facet], slug)

    def address(self, target: str, url: str) -> str:
        """Return the relative link from the page at `url` to the page or file at `target`."""
        target, mark, anchor = target.partition("#")
        if self._directory_urls:
            return ("../" * url.count("/") + target or "./") + mark + anchor
        file = self._file(target) if target.endswith("/") or not target else target
        return "../" * self._file(url).count("/") + file + mark + anchor

    def has(self, target: str) -> bool:
        """Return whether there is a page at the address `target`; cases and values are not asked for."""
        url = target.partition("#")[0]
        return (
            url in self.written
            or url in self._folders
            or url in {"", addresses.at("all"), addresses.at("editors")}
        )

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

    def _link(self, url: str) -> Callable[[str], str]:
        """Return the way from the page at `url` to others, which is that of all pages that lie as deep."""
        depth = (url if self._directory_urls else self._file(url)).count("/")
        if depth not in self._links:
            self._links[depth] = cache(partial(self.address, url=url))
        return self._links[depth]

    def _render(self, template: str, url: str, **context: Any) -> str:
        shown = self._environment.get_template(f"pages/{template}")
        return shown.render(link=self._link(url), **context)


def editors_page(found: Audit) -> Page:
    """Return the editors' own page."""
    return Page(
        url=addresses.at("editors"),
        title=wording.pages["editors"],
        description=wording.pages["editors_told"],
        template="editors.html",
        crumbs=((wording.pages["cases"], ""),),
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
    return f"{prose.table_start(columns)}{table[1]}{prose.TABLE_END}"


def _printable() -> str:
    """Return the characters that can be printed; without the fonts, which only PDFs need, nothing is known of them."""
    try:
        return letters.printable()
    except letters.PrintError:
        return ""
