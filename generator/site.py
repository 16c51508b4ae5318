"""The whole site's content as HTML, free of any site engine."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import care, form, labels, pages, prose, schema, text
from generator.catalogue import Catalogue
from generator.host import host
from generator.links import Report
from generator.model import Case
from generator.pages import Page
from generator.status import Status, status

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
        edit_url: str = "",
        directory_urls: bool = True,
        links: Report | None = None,
    ) -> None:
        """Prepare the Jinja templates in the folder `templates`; content is always escaped.

        `edit_url` is an address with `{path}` in it, or empty. Without `directory_urls` links name files, so
        that pages can be opened from a folder.
        """
        self.catalogue = catalogue
        self._edit_url = edit_url
        self._directory_urls = directory_urls
        self._links = links
        self._views = pages.views(catalogue)
        self._environment = _environment(templates)
        self._environment.globals.update(
            catalogue=catalogue,
            vocabulary=catalogue.vocabulary,
            names=catalogue.names,
            edit_link=self.edit_link,
            host=host(edit_url),
        )

    def pages(self) -> Iterator[Page]:
        """Yield every generated page."""
        yield from pages.pages(self.catalogue)
        yield editors_page(status(self.catalogue, self._links))

    def files(self, sources: Mapping[str, bytes] | None = None) -> Iterator[tuple[str, str]]:
        """Yield every generated file that is not a page, with its path in the site.

        `sources` are the case files by slug, which the form opens.
        """
        yield from form.files(self.catalogue, sources or {})
        yield f"assets/{schema.FILE}", schema.as_text(self.catalogue.vocabulary)
        for url, (target, title) in care.redirects(self.catalogue).items():
            file = f"{url}index.html" if self._directory_urls else f"{url.rstrip('/')}.html"
            yield file, self._render("redirect.html", url, target=self.address(target, url), title=title)

    def render(self, page: Page) -> str:
        """Return the page's content as safe HTML."""
        return self._render(page.template, page.url, page=page, **page.context)

    def render_view(self, name: str, url: str) -> str:
        """Return what the hand-written page at `url` shows below its own text.

        Raises KeyError when there is no such view.
        """
        return self._render(f"views/{name}.html", url, **self._views[name])

    def address(self, target: str, url: str) -> str:
        """Return the relative link from the page at `url` to the page or file at `target`."""
        target, mark, anchor = target.partition("#")
        up = "../" * url.count("/") if self._directory_urls else "../" * max(url.rstrip("/").count("/"), 0)
        if self._directory_urls:
            return (up + target or "./") + mark + anchor
        if target.endswith("/") or not target:
            target = f"{target.rstrip('/') or 'index'}.html"
        return up + target + mark + anchor

    def edit_link(self, path: str) -> str:
        """Return the address where the file at `path` in the docs folder is edited, or nothing."""
        return self._edit_url.format(path=path) if self._edit_url else ""

    def _render(self, template: str, url: str, **context: Any) -> str:
        def link(target: str) -> str:
            return self.address(target, url)

        return self._environment.get_template(f"pages/{template}").render(link=link, **context)


def editors_page(found: Status) -> Page:
    """Return the editors' own page."""
    return Page(
        url="redaktion/",
        title="Redaktionens side",
        description="Cases, der skal bekræftes, mangler noget eller har døde links, og mærker, der trænger til omsorg.",
        template="editors.html",
        crumbs=(("Cases", ""),),
        context={"status": found},
    )


def years(case: Case) -> str:
    """Return a case's years as a reader sees them: fra 2015, 2012–2016, 2018, til 2016."""
    period = case.period
    if period is None or (period.start is None and period.end is None):
        return ""
    if period.end is None:
        return f"fra {period.start}"
    if period.start is None:
        return f"til {period.end}"
    return str(period.start) if period.start == period.end else f"{period.start}–{period.end}"


def headings(html: str) -> list[Heading]:
    """Return the headings of a page that have an address of their own."""
    return [
        Heading(int(level), anchor, Markup(title).striptags())
        for level, anchor, title in _HEADING.findall(html)
    ]


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        markdown=prose.html,
        inline=prose.inline_html,
        plain=prose.plain,
        number=text.number,
        date=text.date,
        enumeration=text.enumeration,
    )
    environment.globals.update(
        facets=labels.FACETS,
        fields=labels.FIELDS,
        UNSTATED=labels.UNSTATED,
        case_url=pages.case_url,
        value_url=pages.value_url,
        value_name=pages.value_name,
        value_definition=pages.value_definition,
        years=years,
    )
    return environment
