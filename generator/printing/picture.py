"""A picture of each case, for those with whom its address is shared: title, place, and the figure that says most."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import picture_path
from generator.card import Card, card
from generator.catalogue import Catalogue
from generator.evidence import grade, strengths
from generator.messages import remedy
from generator.printing.layout import Data
from generator.printing.typst import Printer
from generator.store import Store, key

KIND = "picture"
"""What the store calls them."""


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, where it lies on the site, and what it shows in words."""

    path: str
    words: str
    content: bytes


def pictures(catalogue: Catalogue, name: str, store: Store) -> dict[str, Picture]:
    """Return the picture of each case by its slug; those that are kept are not drawn again.

    Raises PrintError when they cannot be drawn.
    """
    cards = [card(catalogue, case) for case in catalogue.cases]
    told = {each.slug: _told(catalogue, each) for each in cards}
    keys = {slug: key(name, json.dumps(data)) for slug, data in told.items()}
    found = store.find(KIND, {*keys.values()})
    if new := [slug for slug in told if keys[slug] not in found]:
        drawn = Printer().draw(json.dumps({"name": name, "cases": [told[slug] for slug in new]}))
        made = {keys[slug]: content for slug, content in zip(new, drawn, strict=True)}
        store.keep(KIND, made)
        found |= made
    return {
        each.slug: Picture(
            picture_path(catalogue.by_slug[each.slug]), alternative(each), found[keys[each.slug]]
        )
        for each in cards
    }


def alternative(shown: Card) -> str:
    """Return what a picture shows, in words."""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in _parts(shown) if part)


def _parts(shown: Card) -> Iterator[str]:
    yield shown.title
    yield _where(shown)
    if figure := shown.headline:
        amount = remedy("change", before=figure.before, after=figure.after) if figure.before else figure.after
        yield f"{figure.what[:1].upper()}{figure.what[1:]}: {amount} {figure.unit} ({figure.basis})"
    else:
        yield shown.silence
    if shown.headline:
        yield _evidence(shown)


def _where(shown: Card) -> str:
    return " · ".join(filter(None, (shown.place, shown.years)))


def _evidence(shown: Card) -> str:
    return next((each.word for each in shown.indicators if each.about == "evidence"), "")


def _told(catalogue: Catalogue, shown: Card) -> Data:
    """Return what the picture of a case shows, as the template takes it."""
    gain = catalogue.strongest_gain(catalogue.by_slug[shown.slug])
    figure = shown.headline
    words = catalogue.vocabulary
    return {
        "title": shown.title,
        "where": _where(shown),
        "figure": figure
        and {
            "before": figure.before,
            "value": figure.after,
            "unit": figure.unit,
            "what": f"{figure.what[:1].upper()}{figure.what[1:]} · {figure.basis}",
        },
        "silence": shown.silence,
        "evidence": _evidence(shown) if gain else "",
        "reached": grade(words, gain.evidence) if gain else 0,
        "grades": len(strengths(words)),
    }
