"""A page of MkDocs that nobody wrote: its content comes from the catalogue, and no Markdown is read for it."""

from collections.abc import Iterable
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.pages import Page as Generated
from generator.site.render import Heading


class Unwritten(Page):
    """What MkDocs makes of an empty text, without its parser."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Find nothing to read."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to the plugin."""
        self.content, self.toc = "", get_toc([])


def file_of(page: Generated, config: MkDocsConfig) -> File:
    """Return the file that a generated page would have been written in."""
    name = f"{page.url.rstrip('/')}.md" if page.template != "overview.html" else f"{page.url}index.md"
    return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)


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
