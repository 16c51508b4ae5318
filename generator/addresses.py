"""The addresses of the site: where every page and file lies, relative to its root."""

from generator.facets import Facet
from generator.model import Case
from generator.wording import wording

DATA = "data/"
"""The page of the open data, and the folder of its files."""
SEARCH_FOLDER, FORM_FOLDER = "assets/search", "assets/data"
"""Where the scripts lie that the search and the form load."""


def at(name: str) -> str:
    """Return the address of a page that is there once: the list of `all`, the `shortlist`, `news` and so on."""
    return wording.addresses[name]


def former_pages() -> dict[str, tuple[str, str]]:
    """Return the hand-written pages that have moved: by their former address the new one, and the title there."""
    return {at("former_shortlist"): (at("shortlist"), wording.shortlist["title"])}


def case_url(case: Case) -> str:
    """Return the address of a case."""
    return former_url(case.slug)


def former_url(slug: str) -> str:
    """Return the address that a case has, or had, by its slug."""
    return f"case/{slug}/"


def listing_url(number: int) -> str:
    """Return the address of one page of the whole list, counted from 1."""
    return _numbered(at("all"), number)


def overview_url(facet: Facet) -> str:
    """Return the address of the list of a facet's values."""
    return f"{facet.folder}/"


def value_url(facet: Facet, slug: str, number: int = 1) -> str:
    """Return the address of a facet's value, or of one page of it, counted from 1."""
    return _numbered(f"{facet.folder}/{slug}/", number)


def money_url(theme: str, number: int = 1) -> str:
    """Return the address of a theme's figures in kroner, or of one page of them, counted from 1."""
    return _numbered(at("money") + f"{theme}/", number)


def matrix_url(number: int) -> str:
    """Return the address of one page of the factors theme by theme, counted from 1."""
    return _numbered(at("factors"), number)


def feed_path(below: str = "") -> str:
    """Return where the feed of new and changed cases lies: of all, or of those that the page at an address lists."""
    return f"{below}{wording.addresses['feed']}"


def concept_url(slug: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{at('glossary')}#{slug}"


def case_path(case: Case) -> str:
    """Return where a case's PDF lies."""
    return _pdf(case_url(case))


def tag_path(facet: Facet, slug: str) -> str:
    """Return where the PDF of a facet's value lies."""
    return _pdf(value_url(facet, slug))


def book_path(volume: int | None) -> str:
    """Return where the whole catalogue, or one volume of it, lies as PDF."""
    return f"{at('book')}.pdf" if volume is None else f"{at('book')}-{volume}.pdf"


def is_book(path: str) -> bool:
    """Return whether the whole catalogue, or a volume of it, lies here."""
    return path.startswith(at("book"))


def series_path(case: Case, number: int) -> str:
    """Return where one of a case's series lies as CSV, counted from 1."""
    return f"{case_url(case)}{wording.addresses['series']}-{number}.csv"


CASES_TABLE, GAINS_TABLE = f"{DATA}cases.csv", f"{DATA}gains.csv"
FIGURES_FILES = {"gains": GAINS_TABLE, "financing": CASES_TABLE}
"""Where the figures of a field lie as a table."""


def counts_path(name: str) -> str:
    """Return where the counts lie that a chart of several cases draws: of `factors`, `gains` or `starts`."""
    return wording.addresses[f"{name}_file"]


def handout_path(case: Case) -> str:
    """Return where the script with a case's content lies, which the shortlist loads."""
    return f"assets/handout/{case.slug}.js"


def picture_path(case: Case) -> str:
    """Return where the picture of a case lies that is shown where its address is shared."""
    return f"case/{case.slug}.png"


def record_path(case: Case) -> str:
    """Return where a case lies as JSON."""
    return f"case/{case.slug}.json"


def _numbered(first: str, number: int) -> str:
    """Return the address of one of several pages, of which the first lies at `first`."""
    return first if number == 1 else f"{first}{number}/"


def _pdf(url: str) -> str:
    return f"pdf/{url.rstrip('/')}.pdf"
