"""The menu of a site: which pages stand in it, and which of them leads to each of the others."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from generator import scripts
from generator.pages import Page
from generator.site.unwritten import url_of


class Menu:
    """The pages in the menu by their addresses; `url in menu` tells whether one is there."""

    def __init__(self, nav: Navigation, generated: Mapping[str, Page]) -> None:
        """Take the menu as MkDocs has it, and the generated pages by address."""
        self._nav, self._generated = nav, generated
        self._pages = {url_of(page.file): page for page in nav.pages}

    def __contains__(self, url: str) -> bool:
        """Return whether the page at an address stands in the menu."""
        return url in self._pages

    def script(self) -> str:
        """Return the script that hands the menu over for small screens, so that no page brings it."""
        return scripts.put("menu", [_entry(item) for item in self._nav.items])

    def place(self, page: MkDocsPage) -> None:
        """Put a page below the one that leads to it, which MkDocs takes as well as a section: it lights both."""
        url = url_of(page.file)
        if url not in self:
            page.parent = cast(Section, self.above(self._generated.get(url)))

    def above(self, source: Page | None) -> MkDocsPage:
        """Return the page that leads to a generated one or, of none, to a hand-written one."""
        found = [self._pages[crumb] for _, crumb in source.crumbs if crumb in self] if source else []
        return found[-1] if found else self._nav.pages[0]


def _entry(item: Any) -> dict[str, Any]:
    """Return a page or a link, or a part of the site with its own, as scripts.d.ts has them."""
    if item.children:
        return {"title": item.title, "pages": [_way(page) for page in _pages(item)]}
    return _way(item)


def _way(page: Any) -> dict[str, Any]:
    return {"title": page.title, "url": page.url}


def _pages(item: Any) -> Iterator[Any]:
    """Yield the pages of a part, those of parts within it too."""
    for child in item.children:
        yield from _pages(child) if child.children else [child]
