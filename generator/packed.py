"""What is packed with the generator: the theme, the pages and words that every catalogue has, and a first catalogue."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.wording import by_language, wording

_HERE = Path(__file__).parent
OWN_THEME = "theme_overrides"
"""The folder in which a catalogue has templates of its own."""
THEME = next(folder for folder in (_HERE / OWN_THEME, _HERE.parent / OWN_THEME) if folder.is_dir())
"""The theme: in the package where it is installed, and beside it in the repository."""
START = _HERE / "start"
"""What catalogues begin with, in a folder for each language."""
_SHARED = (_HERE / "shared_words", _HERE.parent / "cases" / "vocabulary")
SHARED_WORDS = next(folder for folder in _SHARED if folder.is_dir())
"""The Danish vocabularies that catalogues share: in the package where it is installed, those in the repository."""
_GUIDE = (_HERE / "guide", _HERE.parent / "docs")
GUIDE = tuple(sorted(next(folder for folder in _GUIDE if folder.is_dir()).glob("own-*.md")))
"""The guide to a catalogue of one's own, in English, which the examples in English bring as pages."""
OWN_WORDS = frozenset({"themes", "sources", "glossary", "points"})
"""The vocabularies that each catalogue writes for itself; the others it begins with are those that all share."""
_VIEW = re.compile(r"^view: *(\w+)$", re.MULTILINE)


def languages() -> list[str]:
    """Return the languages in which a catalogue can begin."""
    return sorted(folder.name for folder in START.iterdir() if (folder / "catalogue").is_dir())


def pages() -> Path:
    """Return the folder of the pages that every catalogue has, and may have in its own words."""
    return START / wording.language / "pages"


def first() -> Path:
    """Return the folder of a first catalogue's files."""
    return START / wording.language / "catalogue"


def demo() -> Path:
    """Return the folder of what a first catalogue has besides when it begins with examples."""
    return START / wording.language / "demo"


def shared_words() -> Path:
    """Return the folder of the vocabularies that catalogues share."""
    own = START / wording.language / "vocabulary"
    return own if own.is_dir() else SHARED_WORDS


def shared_file(name: str) -> Path | None:
    """Return the file of a vocabulary that catalogues share, or None of one that each has to write for itself."""
    file = shared_words() / f"{name}.yaml"
    return file if name not in OWN_WORDS and file.is_file() else None


def views() -> frozenset[str]:
    """Return the names of the views that a page can show: those of their templates."""
    return frozenset(template.stem for template in (THEME / "pages" / "views").glob("*.html"))


@by_language
def page_views() -> Mapping[str, str]:
    """Return the names of the pages that every catalogue has, each with the view that it shows, if it shows one."""
    return {
        page.name: found[1] if (found := _VIEW.search(page.read_text("utf-8"))) else ""
        for page in sorted(pages().glob("*.md"))
    }


def pages_without(off: Collection[str]) -> list[str]:
    """Return the names of those pages but for the ones that show a view which is `off`."""
    return [name for name, view in page_views().items() if view not in off]
