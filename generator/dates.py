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
    fields: tuple[str, ...] = ()
    """The fields that were changed then."""

    @property
    def is_changed(self) -> bool:
        """Whether it was changed on a later day than it came."""
        return self.changed.date() > self.came.date()
