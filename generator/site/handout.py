"""A case as a part of what a reader prints: its page's content as a script, which a folder can load too."""

import re

from generator import scripts
from generator.catalogue import Catalogue, years
from generator.model import Case

_HEADING = re.compile(r"(</?h)([1-5])\b")
_NAMED = re.compile(r'( (?:id|aria-labelledby|for)="| href="#)(?=[^"])')
_RELATED = '<h2 id="beslaegtede"'
"""Where what belongs to other cases begins, to the end of the page."""


def script(catalogue: Catalogue, case: Case, html: str, address: str) -> bytes:
    """Return the script that hands over the content of a case's page to those of a shortlist and a comparison.

    They lie a folder above, where `address` leads to the case. Its headings are one level down, and its ids its own.
    """
    told = " · ".join(filter(None, (catalogue.place(case), years(case))))
    html = html.partition(_RELATED)[0].replace('="../', '="')
    html = _NAMED.sub(rf"\1{case.slug}--", html)
    html = _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html)
    data = {"slug": case.slug, "title": case.title, "told": told, "address": address, "html": html}
    return scripts.put(f"handout/{case.slug}", data).encode()
