"""When a case came into the catalogue and was last changed."""

import datetime
from dataclasses import dataclass

QUIET = ("aliases", "confirmed", "editor_notes", "search_words", "sources.lines")
"""The fields that tell nothing of what was done: a change in them is no news. A confirmation has a date of its own."""


@dataclass(frozen=True)
class Dates:
    """When a case came, and when what it tells was last changed, which is the same until it is."""

    came: datetime.datetime
    changed: datetime.datetime
    renewed: datetime.datetime | None = None
    """When it was last changed so that it is news to a reader; none when it never was since the day it came."""
    fields: tuple[str, ...] = ()
    """The fields that were news then."""

    @property
    def is_changed(self) -> bool:
        """Whether it was changed on a later day than it came."""
        return self.changed.date() > self.came.date()

    @property
    def told(self) -> datetime.datetime:
        """When it was last news: when it came, or was renewed."""
        return self.renewed or self.came
