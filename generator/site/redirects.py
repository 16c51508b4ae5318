"""Former addresses, and where they lead."""

from collections.abc import Mapping

from generator.addresses import case_url, former_pages, former_url, value_url
from generator.catalogue import Catalogue
from generator.pages import value_name


def redirects(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """Return every former address with the address that it leads to and that page's title."""
    found: dict[str, tuple[str, str]] = former_pages()
    for case in catalogue.cases:
        for alias in case.aliases:
            if alias not in catalogue.by_slug:
                found[former_url(alias)] = (case_url(case), case.title)
    for facet in catalogue.facets.values():
        terms = catalogue.terms(facet.key)
        for term in terms.values():
            for former in term.redirects:
                if former not in terms:
                    found[value_url(facet, former)] = (
                        value_url(facet, term.slug),
                        value_name(facet.key, term),
                    )
    return found
