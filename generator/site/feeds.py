"""The feeds of new and changed cases in the Atom format: one of all, one for each theme and municipality."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.addresses import at, feed_path, former_url, value_url
from generator.model import Case
from generator.news import Item, News
from generator.wording import wording

LIMIT = 20
"""How many cases a feed names."""
FED = ("theme", "municipality")
"""The facets whose values have a feed each."""


@dataclass(frozen=True)
class Feed:
    """The newest of some cases: where it lies, what it is called after the catalogue, and the page of its cases."""

    path: str
    title: str
    page: str
    items: tuple[Item, ...]


def feeds(news: News) -> Iterator[Feed]:
    """Yield every feed that has something to tell."""
    catalogue = news.catalogue
    if catalogue.dates:
        yield _feed(news, feed_path(), wording.feeds["all"], at("news"), catalogue.cases)
    for facet in FED:
        for term in catalogue.terms(facet).values():
            cases, url = catalogue.cases_with(facet, term.slug), value_url(catalogue.facets[facet], term.slug)
            if any(case.slug in catalogue.dates for case in cases):
                title = wording.feeds[facet].format(name=term.name)
                yield _feed(news, feed_path(url), title, url, cases)


def permanent_url(case: Case) -> str:
    """Return the first address that a case had, which always leads to it: a feed knows it by that."""
    return former_url(case.aliases[0] if case.aliases else case.slug)


def _feed(news: News, path: str, title: str, page: str, cases: Iterable[Case]) -> Feed:
    return Feed(path, title, page, news.items(cases)[:LIMIT])
