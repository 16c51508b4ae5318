"""Pages and files of MkDocs that nobody wrote: the catalogue has their content, and no Markdown is read for it."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, cast

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.pages import Page as Generated
from generator.site.render import Heading
from generator.text import shortened

LONGEST_TITLE, LONGEST_DESCRIPTION = 70, 160
"""How many characters search engines and the tabs of browsers show."""


class Unwritten(Page):
    """What MkDocs makes of an empty text, without its parser."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Find nothing to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to the plugin."""
        self.content, self.toc = "", get_toc([])


class PageFile(File):
    """The file of a generated page; once it is `done`, MkDocs neither renders nor writes it.

    Its page is made once somebody asks for it: nobody needs those that are done.
    """

    done = False
    make: Callable[["PageFile"], object] | None = None
    _page: Page | None = None

    def set_aside(self, make: Callable[["PageFile"], object]) -> None:
        """Count as done until it is known whether it is; `make` makes the page that somebody asks for."""
        _ = self.dest_uri  # that of a page, which MkDocs would find no more
        self.done, self.make = True, make

    @property
    def page(self) -> Page | None:
        """The page of MkDocs, which tells its file of itself when it is made."""
        if self._page is None and self.make is not None:
            self.make(self)
        return self._page

    @page.setter
    def page(self, page: Page | None) -> None:
        self._page = page

    def is_documentation_page(self) -> bool:
        """Return whether MkDocs is to render it."""
        return not self.done

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file as it is."""


class Written(File):
    """A file that lies in the folder of the site already."""

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file as it is."""


def written(path: str, config: MkDocsConfig) -> File:
    """Return the file at a path on the site, where it is written."""
    place = f"{config.site_dir}/{path}"
    return Written.generated(config, path, abs_src_path=place, inclusion=InclusionLevel.INCLUDED)


def file_of(page: Generated, config: MkDocsConfig) -> PageFile:
    """Return the file that a generated page would have been written in."""
    name = f"{page.url.rstrip('/')}.md" if page.template != "overview.html" else f"{page.url}index.md"
    file = PageFile.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    return cast(PageFile, file)


def named(nav: Any) -> Iterator[str]:
    """Yield all that a menu names in mkdocs.yml: headings, files and addresses."""
    match nav:
        case str():
            yield nav.lstrip("/")
        case dict():
            yield from chain.from_iterable(map(named, nav.values()))
        case list():
            yield from chain.from_iterable(map(named, nav))


def url_of(file: File) -> str:
    """Return a file's address with directories, whatever kind of addresses the site uses."""
    url = file.src_uri.removesuffix(".md").removesuffix("index").removesuffix("README")
    return url if not url or url.endswith("/") else f"{url}/"


def describe(page: Page, source: Generated, site: str, updated: datetime.date | None) -> None:
    """Tell MkDocs and the theme of a generated page all but its content."""
    room = LONGEST_TITLE - len(f" | {site}")
    page.meta.update(
        title=escape(source.title),
        short_title=escape(source.short_title(room)),
        description=escape(shortened(source.description, LONGEST_DESCRIPTION)),
        updated=updated,
        hide=hidden(source),
        closed=source.is_closed,
    )


def hidden(source: Generated) -> list[str]:
    """Return what is not shown beside a generated page."""
    return ["navigation", "toc"] if "case" in source.context else ["navigation"]


def outline(headings: Iterable[Heading]) -> TableOfContents:
    """Return the table of contents of a page."""
    return get_toc([_token(heading) for heading in headings])


def _token(heading: Heading) -> Any:
    title = str(escape(heading.title))
    return {
        "level": heading.level,
        "id": heading.id,
        "name": title,
        "html": title,
        "data-toc-label": "",
        "children": [],
    }
