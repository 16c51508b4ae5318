"""Pages that are as they were: they are taken over from the site that was built before, without MkDocs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files

from generator import store
from generator.addresses import handout_path
from generator.pages import Page
from generator.site.shell import kind
from generator.site.unwritten import PageFile, Unwritten, file_of, hidden, named, url_of

if TYPE_CHECKING:
    from generator.site.plugin import CatalogPlugin


def add_pages(plugin: "CatalogPlugin", files: Files) -> None:
    """Add the generated pages to the files of a site; MkDocs need not know of those that may be taken over."""
    listed = frozenset(named(plugin.mkdocs.nav))
    for source in plugin.pages.values():
        files.append(file := file_of(source, plugin.mkdocs))
        if file.src_uri in listed:
            continue
        if plugin.output.keeps and plugin.config.shell:
            file.set_aside(plugin.placed)
        else:
            Unwritten(None, file, plugin.mkdocs)  # which MkDocs would take for one of its own


def take_over(plugin: "CatalogPlugin") -> None:
    """Take over all that can be; the content of the others is fetched from the store, as far as it is there."""
    new: list[Page] = []
    for file in plugin.files:
        if isinstance(file, PageFile):
            source = plugin.pages[url_of(file)]
            made_of = [*_made_of(plugin, file, source)]
            file.done = bool(made_of) and plugin.output.takes(*made_of)
            if not file.done:
                new.append(source)
    plugin.site.kept.fetch(new)


def mark(plugin: "CatalogPlugin", file: File, source: Page) -> None:
    """Remember what a page that MkDocs writes is made of."""
    for path, key in _made_of(plugin, file, source):
        plugin.output.mark(path, key)


def _made_of(plugin: "CatalogPlugin", file: File, source: Page) -> Iterator[tuple[str, str]]:
    """Yield the paths of a page and of what is printed of it, with what each is made of, when that can be told."""
    if not plugin.output.keeps or not plugin.config.shell or source.url in plugin.menu:
        return
    state, around = plugin.site.kept.state(source), _around(plugin, file, source)
    if state and around:
        key = store.key(state, around)
        yield file.dest_uri, key
        if (case := source.context.get("case")) and not plugin.mkdocs.use_directory_urls:
            yield handout_path(case), store.key(key)


def _around(plugin: "CatalogPlugin", file: File, source: Page) -> str | None:
    """Return what tells all around a page, when that can be told."""
    above, is_addressed = plugin.menu.above(source), bool(plugin.mkdocs.site_url)
    found = kind(file.url, above, hidden(source), is_addressed)
    if found not in plugin.shell:
        page: Any = file.page
        page.active = True  # as MkDocs has it: the menu shows where the page is
        plugin.shell.learn(
            page, {**get_context(plugin.nav, plugin.listed, plugin.mkdocs, page), "link": plugin.link(page)}
        )
        page.active = False
    return plugin.shell.key(found)
