"""What is packed with the generator: the theme, the pages and words that every catalogue has, and a first catalogue."""

import re
from collections.abc import Collection
from pathlib import Path

_HERE = Path(__file__).parent
OWN_THEME = "theme_overrides"
"""The folder in which a catalogue has templates of its own."""
THEME = next(folder for folder in (_HERE / OWN_THEME, _HERE.parent / OWN_THEME) if folder.is_dir())
"""The theme: in the package where it is installed, and beside it in the repository."""
START = _HERE / "start"
PAGES = START / "da" / "pages"
"""The pages that every catalogue has, and may have in its own words."""
FIRST, DEMO = START / "da" / "catalogue", START / "da" / "demo"
"""The files of a first catalogue, and what it has besides when it begins with examples."""
_SHARED = (_HERE / "shared_words", _HERE.parent / "cases" / "vocabulary")
SHARED_WORDS = next(folder for folder in _SHARED if folder.is_dir())
"""The vocabularies that catalogues share: in the package where it is installed, those in the repository."""
_VIEW = re.compile(r"^view: *(\w+)$", re.MULTILINE)
PAGE_VIEWS = {
    page.name: found[1] if (found := _VIEW.search(page.read_text("utf-8"))) else ""
    for page in sorted(PAGES.glob("*.md"))
}
"""The names of those pages, each with the view that it shows, if it shows one."""
PAGE_NAMES = tuple(PAGE_VIEWS)


def pages_without(silent: Collection[str]) -> list[str]:
    """Return the names of those pages but for the ones that show a `silent` view."""
    return [name for name, view in PAGE_VIEWS.items() if view not in silent]
