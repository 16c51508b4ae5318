"""What is packed with the generator: the theme, the pages that every catalogue has, and a first catalogue."""

from pathlib import Path

_HERE = Path(__file__).parent
OWN_THEME = "theme_overrides"
"""The folder in which a catalogue has templates of its own."""
THEME = next(folder for folder in (_HERE / OWN_THEME, _HERE.parent / OWN_THEME) if folder.is_dir())
"""The theme: in the package where it is installed, and beside it in the repository."""
START = _HERE / "start"
PAGES = START / "da" / "pages"
"""The pages that every catalogue has, and may have in its own words."""
PAGE_NAMES = tuple(sorted(page.name for page in PAGES.glob("*.md")))
