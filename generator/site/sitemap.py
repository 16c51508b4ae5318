"""The map of a site for search engines: the addresses of its pages, and when what they tell was changed."""

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from generator.catalogue import Catalogue
from generator.news import updated
from generator.pages import Page
from generator.site.unwritten import PageFile, url_of

if TYPE_CHECKING:
    from generator.site.plugin import CatalogPlugin


def addresses(plugin: "CatalogPlugin") -> Iterator[tuple[str, datetime.date | None]]:
    """Yield the address of each page, and the day of its change if that is known; none of a site without address."""
    base = plugin.mkdocs.site_url
    for file in pages(plugin) if base else ():
        if isinstance(file, PageFile):
            source = plugin.pages[url_of(file)]
            if not source.is_closed:
                yield f"{base}{file.url}", changed(source, plugin.catalogue)
        elif (page := file.page) and page.canonical_url and _is_told(page.meta):
            yield page.canonical_url, page.meta.get("updated")


def pages(plugin: "CatalogPlugin") -> Iterator[File]:
    """Yield the files of all pages, those too that MkDocs has nothing to do with; what is not made yet stays so."""
    for file in plugin.files:
        if file.inclusion.is_included() and (isinstance(file, PageFile) or file.page):
            yield file


def changed(source: Page, catalogue: Catalogue) -> datetime.date | None:
    """Return the day when what a generated page tells was changed; None where nobody knows."""
    case = source.context.get("case")
    return updated(catalogue, [case]) if case else None


def _is_told(meta: Mapping[str, Any]) -> bool:
    return not (meta.get("redirect") or meta.get("closed"))
