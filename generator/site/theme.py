"""MkDocs' theme, whose files are found without a look at the hidden ones: Material has fifteen thousand icons.

Every build asks for them all, and leaves the hidden ones out one by one.
"""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


def list_shown(theme: Theme) -> None:
    """Let a theme list no hidden files; its templates can still include them."""
    # MkDocs makes the theme before it asks any plugin, and asks it for templates later
    theme.__class__ = _ShownTheme


class _ShownTheme(Theme):
    def get_env(self) -> Environment:
        """Return the templates."""
        found = super().get_env()
        found.loader = _ShownFiles(self.dirs)
        return found


class _ShownFiles(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            for place, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                at = Path(place).relative_to(folder)
                found.update((at / name).as_posix() for name in names if not name.startswith("."))
        return sorted(found)
