"""The imprint of a document: who publishes it, and where."""

from dataclasses import dataclass

from generator.reading.settings import Colours, Settings


@dataclass(frozen=True)
class Imprint:
    """Who publishes: the catalogue's name, and its address on the net."""

    name: str
    description: str = ""
    address: str = ""
    points_note: str = ""
    """Whose the points of attention are."""
    colours: Colours | None = None
    """Its own colours, if it has some."""


def imprint(known: Settings) -> Imprint:
    """Return the publisher that settings name."""
    name = known.site_name or "Casekatalog"
    return Imprint(name, known.site_description, known.site_url, known.points_note or "", known.colours)
