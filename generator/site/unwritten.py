"""A page of MkDocs that nobody wrote: its content comes from the catalogue, and no Markdown is read for it."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc


class Unwritten(Page):
    """What MkDocs makes of an empty text, without its parser."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Find nothing to read."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to the plugin."""
        self.content, self.toc = "", get_toc([])
