"""Pages that are as they were: they are taken over from the site that was built before, without MkDocs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page as MkDocsPage

from generator import store
from generator.addresses import handout_path
from generator.pages import Page
from generator.site.unwritten import PageFile, url_of

if TYPE_CHECKING:
    from generator.site.plugin import CatalogPlugin


def take_over(plugin: "CatalogPlugin") -> None:
    """Take over all that can be; the content of the others is fetched from the store, as far as it is there."""
    new: list[Page] = []
    for file in plugin.files:
        if isinstance(file, PageFile) and file.page is not None:
            source = plugin.pages[url_of(file)]
            plugin.describe(file.page, source)
            made_of = [*_made_of(plugin, file.page, source)]
            file.done = bool(made_of) and plugin.output.takes(*made_of)
            if not file.done:
                new.append(source)
    plugin.site.kept.fetch(new)


def mark(plugin: "CatalogPlugin", page: MkDocsPage, source: Page) -> None:
    """Remember what a page that MkDocs writes is made of."""
    for path, key in _made_of(plugin, page, source):
        plugin.output.mark(path, key)


def _made_of(plugin: "CatalogPlugin", page: MkDocsPage, source: Page) -> Iterator[tuple[str, str]]:
    """Yield the paths of a page and of what is printed of it, with what each is made of, when that can be told."""
    if not plugin.output.keeps or not plugin.config.shell or source.url in plugin.menu:
        return
    state = plugin.site.kept.state(source)
    page.active = True  # as MkDocs has it: the menu shows where the page is
    around = plugin.shell.key(page, lambda: _context(plugin, page))
    page.active = False
    if state and around:
        key = store.key(state, around)
        yield page.file.dest_uri, key
        if (case := source.context.get("case")) and not plugin.mkdocs.use_directory_urls:
            yield handout_path(case), store.key(key)


def _context(plugin: "CatalogPlugin", page: MkDocsPage) -> dict[str, Any]:
    """Return what the theme knows of a page."""
    context: Any = get_context(plugin.nav, [], plugin.mkdocs, page)
    return {**context, "link": plugin.link(page)}
