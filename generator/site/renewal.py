"""The pages of a few changed cases, while an editor writes: what was built last gives all that is around them."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.addresses import case_url
from generator.model import Case
from generator.pages import case_page
from generator.reading.folder import Loaded
from generator.site import brought, render, shell
from generator.site.unwritten import file_of

if TYPE_CHECKING:
    from generator.site.plugin import CatalogPlugin

MANY = 10
"""How many cases have their pages renewed one by one; where more changed, the whole site is built first."""


@dataclass(frozen=True)
class Changed:
    """The cases whose pages are to be renewed, and those that are gone; a faulty one is shown as it was before."""

    shown: tuple[Case, ...]
    gone: tuple[Case, ...] = ()


def changed(before: Loaded, now: Loaded) -> Changed | None:
    """Return what changed, when that is no more than a few cases."""
    known = {case.slug: case for case in before.cases}
    sound = {case.slug for case in now.cases}
    new = tuple(case for case in now.cases if case is not (old := known.get(case.slug)) and case != old)
    lost = [case for case in before.cases if case.slug not in sound]
    if before.vocabulary != now.vocabulary or not 0 < len(new) + len(lost) <= MANY:
        return None
    faulty = tuple(case for case in lost if case.slug in now.slugs)
    return Changed(new + faulty, tuple(case for case in lost if case.slug not in now.slugs))


def around(config: MkDocsConfig) -> Mapping[Path, int]:
    """Return what pages have around them, as it lies on the disk: settings, templates and hand-written pages.

    Each file has the time when it was saved.
    """
    templates = (file for folder in brought.templates(config) for file in folder.rglob("*.html"))
    found = (Path(config.config_file_path), *templates, *Path(config.docs_dir).rglob("*.md"))
    return {path: path.stat().st_mtime_ns for path in found if path.exists()}


def renew(plugin: "CatalogPlugin", folder: Path) -> list[str]:
    """Renew the pages of cases in a folder; return their paths, none where more changed than a few cases."""
    before = plugin.shown
    if before is None or not plugin.config.shell or around(before.mkdocs) != before.around:
        return []
    loaded = before.read(before.mkdocs)
    change = changed(before.loaded, loaded)
    if change is None:
        return []
    now = plugin.shown = _with(before, loaded, change.shown)
    for case in change.gone:
        (folder / _page(now, case).file.dest_uri).unlink(missing_ok=True)
    for case in change.shown:
        page = _page(now, case)
        target = folder / page.file.dest_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_whole(now, page), "utf-8")
    return [_page(now, case).file.dest_uri for case in (*change.shown, *change.gone)]


def _with(plugin: "CatalogPlugin", loaded: Loaded, others: Iterable[Case]) -> "CatalogPlugin":
    """Return the same with what is loaded now, and with other cases that are to be shown."""
    now = copy(plugin)
    now.loaded = loaded
    cases = {case.slug: case for case in (*loaded.cases, *others)}
    now.catalogue = plugin.catalogue.of(cases.values())
    templates = brought.templates(plugin.mkdocs)
    now.site = render.Site(now.catalogue, templates, plugin.settings, plugin.mkdocs.use_directory_urls)
    now.site.written = plugin.site.written
    if now.tell(plugin.mkdocs):
        now.shell = shell.Shell(plugin.env)
    return now


def _page(plugin: "CatalogPlugin", case: Case) -> Page:
    """Return the page of a case, which need not have been built before."""
    source = plugin.pages[case_url(case)] = case_page(case)
    return plugin.placed(file_of(source, plugin.mkdocs))


def _whole(plugin: "CatalogPlugin", page: Page) -> str:
    """Return a generated page with all that is around its content."""
    page.content = plugin.on_page_content("", page=page, config=plugin.mkdocs, files=Files([]))
    context = get_context(plugin.nav, plugin.files, plugin.mkdocs, page)
    filled: str = plugin.on_page_context(context, page=page, config=plugin.mkdocs, nav=plugin.nav)["filled"]
    return filled
