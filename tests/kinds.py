"""The kinds of pages that the site has: an example of each, taken from what the site is built of."""

import re
from collections.abc import Iterator

from generator.addresses import overview_url, value_url
from generator.facets import FACETS
from generator.packed import pages as packed
from helpers import CASES, ROOT

PAGES = ROOT / "theme_overrides" / "pages"
VALUES = {
    "theme": "aeldre",
    "municipality": "hjoerring",
    "form": "kommune-stat",
    "gain_type": "oekonomi",
    "evidence": "evalueret",
    "driver": "ledelse",
    "barrier": "kultur",
    "region": "nordjylland",
    "financing_model": "flerstrenget",
    "incentive": "samme-part",
    "status": "i-drift",
    "level": "kommunal",
    "told": "pris",
    "age": "fra-2015",
    "source": "kl-casekatalog",
}
"""A value of each facet."""
OTHERS = {
    "case": "case/hjoerring-modellen/",
    "case with many parties": "case/it-forsyningen/",
    "short case": "case/klimapulje-taarnby/",
    "municipality without cases": "kommune/laesoe/",
    "list": "alle/",
    "factors in other themes": "drivkraefter-og-barrierer/2/",
    "editors": "redaktion/",
}
"""The pages that no facet and nobody's hand makes, and some that differ from others made like them."""


def _written() -> Iterator[tuple[str, str, str]]:
    """Yield each page that is written by hand: its name, its address, and the template of what it shows below."""
    for page in sorted((*CASES.glob("*.md"), *packed().glob("*.md")), key=lambda page: page.name):
        view = re.search(r"^view: (\w+)$", page.read_text("utf-8"), re.MULTILINE)
        yield (
            page.stem,
            "" if page.stem == "index" else f"{page.stem}/",
            f"views/{view[1]}.html" if view else "",
        )


def _of_facets() -> Iterator[tuple[str, str, str]]:
    """Yield the overview and one value of each facet: its name, its address, and the template of its own part."""
    for facet in FACETS.values():
        yield f"overview of {facet.key}", overview_url(facet), _own(f"overviews/{facet.key}.html")
        yield facet.key, value_url(facet, VALUES[facet.key]), _own(f"values/{facet.key}.html")


def _own(template: str) -> str:
    return template if (PAGES / template).is_file() else f"{template.partition('/')[0]}/default.html"


_FACETS = {template: name for name, _, template in reversed([*_of_facets()])}

KINDS = {name: path for name, path, _ in (*_written(), *_of_facets())} | OTHERS
"""The address of a page of each kind, by the kind's name."""
DIFFERENT = [name for name, _, _ in _written()] + [*_FACETS.values()] + [*OTHERS]
"""The kinds of which no two are made by the same template of words from the vocabulary alone."""
TEMPLATES = {template for _, _, template in _written()} | {*_FACETS}
"""The templates of the parts that only some pages have."""
