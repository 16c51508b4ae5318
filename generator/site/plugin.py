"""MkDocs: puts the catalogue's pages into the site."""

import logging
import os
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator import files, memory, store
from generator.addresses import handout_path, is_book
from generator.catalogue import Catalogue
from generator.comparison import MOST
from generator.editing import links
from generator.pages import Page
from generator.printing import letters
from generator.printing.imprint import imprint
from generator.printing.picture import pictures
from generator.problems import tally
from generator.reading import language, settings
from generator.reading.folder import Loaded, examine, forget
from generator.reading.history import history
from generator.site import brought, failure, fork, preview, render, shell, sitemap
from generator.site.behind import begin
from generator.site.documents import NONE, Documents, printed
from generator.site.hand_written import entries, sources, view_of
from generator.site.handout import script
from generator.site.menu import Menu
from generator.site.options import Options, check_date
from generator.site.output import Output
from generator.site.renewal import around, renew
from generator.site.staging import Staging
from generator.site.standing import ASKED, Standing
from generator.site.takeover import add_pages, mark, take_over
from generator.site.templates import THEME, theme
from generator.site.unwritten import PageFile, Unwritten, describe, outline, url_of, written
from generator.views import off, words
from generator.wording import wording

log = logging.getLogger("mkdocs.plugins.casekatalog")


class CatalogPlugin(BasePlugin[Options]):
    """Adds a page for every case and every tag, from YAML files in the docs folder."""

    def __init__(self) -> None:
        """Begin as a build, until MkDocs says that it serves."""
        self.serving = False
        self.replaces = False
        self.is_alone = False
        """Whether no other plugin wants to see the content of pages: it is rendered when it is written then."""
        self.staging = Staging()
        self.pages: dict[str, Page] = {}
        self.preview: preview.Preview | None = None
        self.settings: settings.Settings
        self.store: store.Store
        self.loaded: Loaded
        self.catalogue: Catalogue
        self.site: render.Site
        self.shell: shell.Shell
        self.output: Output
        self.standing: Standing
        self.menu: Menu
        self.documents = NONE
        self.mkdocs: MkDocsConfig
        self.shown: CatalogPlugin | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether an editor is watching."""
        self.serving = command == "serve"
        self.replaces = not (self.serving or dirty)
        if self.replaces:  # MkDocs names the folder beside the site, and speaks English
            memory.keep()
            logging.getLogger("mkdocs.commands.build").addFilter(lambda record: record.levelno > logging.INFO)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the clock out of the build, which MkDocs stamps on archives, and build beside the old site."""
        language.speak(Path(config.config_file_path))
        if config.strict:  # MkDocs counts the warnings that it tells
            engine = logging.getLogger("mkdocs")
            engine.setLevel(min(engine.level, logging.WARNING))
        self.standing = Standing(Path(config.config_file_path), os.environ.get(ASKED), {**os.environ})
        check_date()
        brought.complete(config)
        self.mkdocs = config
        self.report = Path(config.config_file_path).parent / self.config.link_report
        self.is_alone = len(config.plugins) == 1 and not config.hooks
        if self.preview:
            config.site_dir = self.preview.folder
        elif self.serving:
            preview.check_port(*config.dev_addr)
        elif self.replaces:
            try:
                config.site_dir = str(self.staging.begin(Path(config.site_dir)))
                if self.is_alone and brought.reads_no_more(config):
                    self.standing.begin(brought.folders(config), self.report)
            except OSError as error:
                raise PluginError(files.told(error)) from error
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the cases and set the PDFs, before MkDocs empties the folder of the site.

        Raises PluginError with every problem in the settings and the case files; while serving, what is sound
        is shown and the problems stand on every page.
        """
        configured = settings.examine(Path(config.config_file_path))
        named = {name: config[name] or "" for name in ("site_name", "site_description", "site_url")}
        self.settings = configured.settings.model_copy(update={**named, "edit_url": self.config.edit_url})
        log.info(wording.building["reading"])
        self.store = store.beside(Path(config.config_file_path).parent)
        self.output = self._output(config)
        self.around = around(config)
        self.is_shaped = configured.is_shaped
        self.loaded = self.read(config)
        if not self.serving:
            forget()
        self.configured = configured.problems
        problems = (*self.configured, *self.loaded.problems)
        self.tell(config)
        config.extra["settings"] = self.settings
        if problems:
            listing = f"{tally(problems)}:\n" + "\n".join(map(str, problems))
            if not self.serving:
                raise PluginError(listing)
            log.error(listing)
        dates = history(Path(config.docs_dir), self.loaded.cases, self.settings.shape.case, self.store)
        shown = words(self.loaded.vocabulary, self.settings.without)
        self.catalogue = Catalogue(self.loaded.cases, shown, dates)
        self.imprint = imprint(self.settings)
        self.documents = self._documents(config) if self.prints else NONE

    def _output(self, config: MkDocsConfig) -> Output:
        """Return the folder that is built, with the one before it: not where others may change what is written."""
        kept = self.store if self.staging.is_beside and self.is_alone else store.NOTHING
        name = os.path.relpath(self.staging.target, Path(config.config_file_path).parent)
        return Output(Path(config.site_dir), self.staging.target, kept, name)

    def read(self, config: MkDocsConfig) -> Loaded:
        """Return what the case files hold.

        While the settings do not say which fields cases have, nothing is wrong with any of them.
        """
        known = self.settings
        loaded = examine(Path(config.docs_dir), kept=self.store, without=known.without, shape=known.shape)
        return loaded if self.is_shaped else replace(loaded, problems=(), warnings=())

    def tell(self, config: MkDocsConfig) -> bool:
        """Let every page tell what is wrong; return whether that is another thing than before."""
        warnings = self.loaded.warnings if self.serving else ()
        told = (*self.configured, *self.loaded.problems, *warnings)
        is_new = config.extra.get("problems") != told
        config.extra.update(problems=told, tally=tally(told))
        return is_new

    def _documents(self, config: MkDocsConfig) -> Documents:
        """Return the PDFs and pictures of this build; raises PluginError when one cannot be made."""
        folder, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        try:
            pdfs = printed(self.catalogue, self.imprint, docs, folder, log.info)
            is_online = self.imprint.address and config.use_directory_urls
            shown = pictures(self.catalogue, self.imprint.name, self.store) if is_online else {}
            return Documents(pdfs, shown)
        except (letters.PrintError, OSError) as error:
            raise PluginError(files.told(error) if isinstance(error, OSError) else str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages."""
        log.info(wording.building["writing"])
        brought.add_pages(files, config, off(self.catalogue.vocabulary, self.settings.without))
        self.site = render.Site(
            self.catalogue,
            brought.templates(config),
            self.settings,
            config.use_directory_urls,
            self.documents,
        )
        self.site.written = frozenset(map(url_of, files.documentation_pages()))
        self.site.keep(self.store, *brought.templates(config))
        config.extra["pictures"] = bool(self.documents.pictures)
        for each in self.documents.pictures.values():
            self.output.write(each.path, each.content)
            files.append(written(each.path, config))
        config.extra["books"] = {path: told for path, told in self.documents.pdfs.items() if is_book(path)}
        config.extra["most_compared"] = MOST
        brought.leave_out(files)
        brought.join_bundles(files, config, self.settings.colours)
        groups = self.site.groups(entries(files), sources(self.loaded.cases, Path(config.docs_dir)))
        is_apart = self.replaces and self.is_alone and fork.pays(len(self.loaded.cases))
        self.site.sizes = self.output.bring_all(groups, self.staging if is_apart else None)
        for path in self.site.sizes:
            files.append(written(path, config))
        report = links.read_report(self.report)
        self.pages = {page.url: page for page in self.site.pages(report, self.loaded.ledger.closed)}
        self.site.kept.find(self.pages.values())
        add_pages(self, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Put each page outside the menu below the one in it that leads there."""
        self.nav, self.files, self.menu = nav, files, Menu(nav, self.pages)
        self.listed = [*sitemap.pages(self)]
        for file in files.documentation_pages():
            if file.page is not None:
                self.menu.place(file.page)
        # other plugins may have ways of their own with the theme
        THEME.find(self.store if self.is_alone else store.NOTHING)
        self.env = theme(config.theme.get_env(), self.site.has)
        self.shell = shell.Shell(self.env)
        take_over(self)

    def placed(self, file: PageFile) -> MkDocsPage:
        """Return a generated page as MkDocs knows it, also one that was not there when the site was built."""
        page = Unwritten(None, file, self.mkdocs)
        page.read_source(self.mkdocs)
        self.menu.place(page)
        self.describe(page, self.pages[url_of(file)])
        return page

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its content, and a hand-written page what it asks for under `view`."""
        url = url_of(page.file)
        if source := self.pages.get(url):
            self.describe(page, source)
            return "" if self.is_alone else self._fill(page, source)
        page.meta["head"] = self.site.feed_links(url)
        html = render.framed(html)
        if (view := view_of(page, self.site.views)) is None:
            return html
        html = self.site.render_view(view, url, html)
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *render.anchors(html)}
        page.toc = outline(render.headings(html))
        return html

    def _fill(self, page: MkDocsPage, source: Page) -> str:
        """Return the content of a generated page, after telling what follows from it."""
        rendered = self.site.rendered(source)
        page.meta["head"] = rendered.head
        page.toc = outline(render.headings(rendered.content))
        return rendered.content

    def describe(self, page: MkDocsPage, source: Page) -> None:
        """Tell MkDocs and the theme of a generated page all but its content."""
        describe(page, source, self.settings.site_name, sitemap.changed(source, self.catalogue))
        if self.config.shell and source.url not in self.menu:
            page.meta["template"] = shell.TEMPLATE

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take the theme's templates, and hand over the menu."""
        files.src_uris[brought.SCRIPT].content_string += self.menu.script()
        pages = [file.page for file in files.documentation_pages() if file.page]
        for file in {file for page in pages for file in page.links_to_anchors or ()}:
            if isinstance(file, PageFile) and file.page:
                content = file.page.content or self.site.rendered(self.pages[url_of(file)]).content
                file.page.present_anchor_ids = {*render.anchors(content)}
        return theme(env, self.site.has)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Let the map of the site have the addresses of all pages, and one of its own their files."""
        pages = [*sitemap.pages(self)]
        return {**context, "pages": pages, "addresses": partial(sitemap.addresses, self)}

    def link(self, page: MkDocsPage) -> Callable[[str], str]:
        """Return the way from a page to another one."""
        return partial(self.site.address, url=url_of(page.file))

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """Give a generated page its content, and the theme the way from this page to another one."""
        source = self.pages.get(url_of(page.file))
        if source and self.is_alone:
            page.content = self._fill(page, source)
        context.update(link=self.link(page), pages=self.listed)
        if page.meta.get("template") == shell.TEMPLATE:
            context["filled"] = self.shell.fill(page, context)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Write what is printed of a case from a folder, and let go of a generated page."""
        if source := self.pages.get(url_of(page.file)):
            if (case := source.context.get("case")) and not config.use_directory_urls:
                self.output.write(handout_path(case), script(case.slug, page.content or ""))
            mark(self, page.file, source)
            page.content, page.meta["head"], page.toc = "", "", outline(())
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the PDFs, and keep what was rendered."""
        self.output.join()
        self.site.close()
        for publication, file in self.documents.printed.items():
            self.output.copy(publication.path, file)
        self.staging.is_whole = True
        if self.serving:
            self.shown = None
            self.shown = copy(self)

    def on_build_error(self, *, error: Exception) -> None:
        """Remember that the site is not to be shown; raises PluginError where words tell what went wrong."""
        self.staging.is_whole = False
        if words := failure.told(error):
            raise PluginError(words) from error

    def on_shutdown(self) -> None:
        """Put the new site in place of the old one, which stays without one; raises PluginError where it cannot."""
        if self.preview:
            self.preview.close()
        try:
            there = self.staging.end(self.output.stays if self.staging.is_whole else {})
        except OSError as error:
            raise PluginError(files.told(error)) from error
        if there is not None:
            self.output.close(there)
            self.standing.note(self.store, self.staging.target, there)
            log.info(wording.building["done"].format(folder=self.staging.target))

    @property
    def prints(self) -> bool:
        """Whether PDFs belong to this build."""
        return bool(self.config.pdf) and not self.serving

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> None:
        """Watch the templates too; the case files lie in the docs folder and are watched already."""
        for folder in brought.templates(config):
            server.watch(str(folder))
        preview.look_often(server, len(self.loaded.slugs))
        self.preview = server.builder = preview.Preview(
            server, builder, partial(begin, config), partial(renew, self)
        )
