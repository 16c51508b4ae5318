"""MkDocs: puts the catalogue's pages into the site. Nothing else imports mkdocs."""

import logging
import os
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator import links, site
from generator.catalogue import Catalogue
from generator.load import examine
from generator.pages import Page
from generator.problems import Problem

REPRODUCIBLE_DATE = "1577836800"
"""2020-01-01, for builds that are told no date; nothing that a reader sees depends on it."""

log = logging.getLogger("mkdocs.plugins.casekatalog")


class CatalogConfig(base.Config):
    """The plugin's options in mkdocs.yml."""

    edit_url = config_options.Type(str, default="")
    """Where a file is edited, with {path} for its path below cases/."""

    link_report = config_options.Type(str, default=".cache/links.json")
    """What `casekatalog links` wrote, for the editors' page."""


class CatalogPlugin(BasePlugin[CatalogConfig]):
    """Adds a page for every case and every tag, from YAML files in the docs folder."""

    def __init__(self) -> None:
        """Begin as a build, until MkDocs says that it serves."""
        self.serving = False
        self.pages: dict[str, Page] = {}
        self.problems: tuple[Problem, ...] = ()
        self.site: site.Site

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether an editor is watching."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the clock out of the build: MkDocs stamps the day on archives and the site map."""
        os.environ.setdefault("SOURCE_DATE_EPOCH", REPRODUCIBLE_DATE)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages.

        Raises PluginError with every problem in the case files; while serving, the sound cases are shown
        and the problems stand on every page.
        """
        loaded = examine(Path(config.docs_dir))
        self.problems = loaded.problems
        if loaded.problems:
            listing = "\n".join(map(str, loaded.problems))
            if not self.serving:
                raise PluginError(f"{len(loaded.problems)} fejl i casene:\n{listing}")
            log.error("Casene har fejl:\n%s", listing)
        self.site = site.Site(
            Catalogue(loaded.cases, loaded.vocabulary),
            _templates(config),
            self.config.edit_url,
            config.use_directory_urls,
            _link_report(Path(config.config_file_path).parent / self.config.link_report),
        )
        self.pages = {page.url: page for page in self.site.pages()}
        for page in self.pages.values():
            files.append(_file(page, config))
        for path, content in self.site.files(_sources(Path(config.docs_dir))):
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its content, and a hand-written page what it asks for under `view`."""
        source = self.pages.get(_url(page.file))
        if source is not None:
            html = self.site.render(source)
            page.meta |= {"title": str(escape(source.title)), "description": str(escape(source.description))}
            page.meta["hide"] = ["navigation"]
        elif "view" in page.meta:
            html += self.site.render_view(page.meta["view"], _url(page.file))
        else:
            return html
        page.toc = get_toc([_token(heading) for heading in site.headings(html)])
        return html

    def on_page_context(
        self, context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> Any:
        """Let the theme show the problems of the case files while somebody edits them."""
        context["problems"] = self.problems
        return context

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:
        """Watch the templates too; the case files lie in the docs folder and are watched already."""
        server.watch(str(_templates(config)))


def _link_report(path: Path) -> links.Report | None:
    return links.from_json(path.read_text("utf-8")) if path.is_file() else None


def _sources(folder: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in folder.glob("*.yaml")}


def _templates(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "theme_overrides")


def _file(page: Page, config: MkDocsConfig) -> File:
    name = f"{page.url.rstrip('/')}.md" if page.template != "overview.html" else f"{page.url}index.md"
    return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _url(file: File) -> str:
    """Return a file's address with directories, whatever kind of addresses the site uses."""
    url = file.src_uri.removesuffix(".md").removesuffix("index").removesuffix("README")
    return url if not url or url.endswith("/") else f"{url}/"


def _token(heading: site.Heading) -> Any:
    title = str(escape(heading.title))
    return {
        "level": heading.level,
        "id": heading.id,
        "name": title,
        "html": title,
        "data-toc-label": "",
        "children": [],
    }
