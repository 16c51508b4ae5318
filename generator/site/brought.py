"""What the generator brings to a site that has none of its own: theme, pages, and settings of the engine."""

import re
import tomllib
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.addresses import FORM_FOLDER, SEARCH_FOLDER
from generator.colours import sheet
from generator.locale import spoken
from generator.packed import OWN_THEME, THEME, pages, pages_without
from generator.reading.naming import LEDGER
from generator.reading.settings import Colours
from generator.search import spoken as search
from generator.search.language import Language
from generator.site.bundle import Bundle, join, worded
from generator.site.theme import list_shown
from generator.wording import wording

_BUNDLES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "bundles.toml").read_text("utf-8"))

SHEET, SCRIPT = "assets/css/site.css", "assets/js/site.js"
ENGINES_SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
COLOURS = "assets/css/colours.css"
"""The style sheet that sets the colours of a catalogue which has its own."""
SHEETS = tuple(_BUNDLES["every-page"]["sheets"])
SCRIPTS = tuple(_BUNDLES["every-page"]["scripts"])
_OTHER_SCRIPTS: dict[str, list[str]] = _BUNDLES["some-pages"]

_UNUSED = re.compile(
    rf"^{LEDGER}$|^{SEARCH_FOLDER}/|^{FORM_FOLDER}/|^assets/javascripts/|^assets/stylesheets/.*\.map$"
)
"""Files that no page asks for: the ledger, what others put where the scripts of data are written, and of the theme
Material's own scripts and maps for debugging."""
_NO_PAGES = "*.yaml\n*.yml\nvocabulary/\n"
_EXTENSIONS: dict[str, dict[str, Any]] = {"admonition": {}, "attr_list": {}, "toc": {"permalink": False}}
_LOOK = {"font": False, "favicon": "assets/images/favicon.png"}


def templates(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the folders of templates: the site's own, then the theme, which has what that leaves out."""
    own = _own(config)
    return (own, THEME) if own.is_dir() and own.resolve() != THEME.resolve() else (THEME,)


def folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the folders that a build reads: the cases, and the templates, of which the site need have none."""
    return Path(config.docs_dir), _own(config), THEME


def reads_no_more(config: MkDocsConfig) -> bool:
    """Return whether that is all: Markdown has only extensions that come with it, others may read any file."""
    return all(
        "." not in name and find_spec(f"markdown.extensions.{name}") for name in config.markdown_extensions
    )


def _own(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or Path(config.config_file_path).parent / OWN_THEME)


def complete(config: MkDocsConfig) -> None:
    """Add the theme and what it needs to the settings of the engine."""
    own = [config.theme.custom_dir] if config.theme.custom_dir else []
    others = [folder for folder in config.theme.dirs if folder not in own]
    config.theme.dirs = [*map(str, templates(config)), *others]
    config.theme["language"] = wording.language
    list_shown(config.theme)
    for name, value in _LOOK.items():
        config.theme[name] = value
    ours = PathSpec().run_validation(_NO_PAGES)
    config.exclude_docs = config.exclude_docs + ours if config.exclude_docs else ours
    config.markdown_extensions = [*dict.fromkeys((*config.markdown_extensions, *_EXTENSIONS))]
    config.mdx_configs = {**_EXTENSIONS, **config.mdx_configs}


def bundles(config: MkDocsConfig) -> tuple[Bundle, ...]:
    """Return the style sheet and the scripts that the pages ask for, the site's own after those of the theme."""
    return (
        Bundle(SHEET, (*ENGINES_SHEETS, *SHEETS, *config.extra_css)),
        Bundle(SCRIPT, (*SCRIPTS, *map(str, config.extra_javascript))),
        *(Bundle(path, parts) for path, parts in other_scripts(search.spoken()).items()),
    )


def other_scripts(language: Language) -> dict[str, tuple[str, ...]]:
    """Return the scripts that some pages ask for, each with its parts in order, for search in a language."""
    return {
        path: tuple(part.format(language=language.name) for part in parts)
        for path, parts in _OTHER_SCRIPTS.items()
    }


def leave_out(files: Files) -> None:
    """Take away what no page asks for: of the search, what it has for other languages."""
    spoken = parts_for(search.spoken())
    others = {part for language in search.LANGUAGES.values() for part in parts_for(language)} - spoken
    for file in [file for file in files if file.src_uri in others or _UNUSED.search(file.src_uri)]:
        files.remove(file)


def parts_for(language: Language) -> set[str]:
    """Return the parts of the scripts that some pages ask for, for search in a language."""
    return {part for parts in other_scripts(language).values() for part in parts}


def join_bundles(files: Files, config: MkDocsConfig, chosen: Colours | None) -> None:
    """Put bundles among the files of the site in place of their parts, which they may share.

    The `chosen` colours come last. Raises PluginError when a part is missing.
    """
    if chosen:
        files.append(File.generated(config, COLOURS, content=sheet(chosen.deep, chosen.accent)))
        config.extra_css.append(COLOURS)
    parts: dict[str, File] = {}
    for bundle in bundles(config):
        try:
            members = {path: files.src_uris[path] for path in bundle.members(tuple(files.src_uris))}
        except KeyError as error:
            raise PluginError(wording.building["no_member"].format(path=error.args[0])) from error
        parts |= members
        joined = join(file.content_string for file in members.values())
        if bundle.path.endswith(".js"):
            joined = worded(joined, {**wording.plain(), "ways": spoken().for_scripts})
        files.append(File.generated(config, bundle.path, content=joined))
    for file in parts.values():
        files.remove(file)
    config.extra_css, config.extra_javascript = [SHEET], [SCRIPT]


def add_pages(files: Files, config: MkDocsConfig, off: Collection[str]) -> None:
    """Add the pages that the site has no words of its own for; all are in the order of their names, the front first.

    Those that show a view which is `off` are left out.
    """
    own = {file.src_uri: file for file in files.documentation_pages()}
    packed = {name: _file(name, config) for name in pages_without(off)}
    for file in own.values():
        files.remove(file)
    for _, file in sorted((packed | own).items(), key=lambda item: (item[0] != "index.md", item[0])):
        files.append(file)


def _file(name: str, config: MkDocsConfig) -> File:
    file = File(
        name, str(pages()), config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.content_string = wording.whole(file.content_string)
    return file
