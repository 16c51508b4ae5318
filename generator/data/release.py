"""What is published at a time: the cases, by whom, where, and when each was last changed."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from generator.addresses import case_url
from generator.catalogue import Catalogue
from generator.model import Case
from generator.news import updated
from generator.reading.settings import UNSET, Settings


@dataclass(frozen=True)
class Release:
    """The state of a catalogue that its open data tells of."""

    catalogue: Catalogue
    settings: Settings = UNSET

    @property
    def name(self) -> str:
        """The catalogue's name."""
        return self.settings.site_name or "Casekatalog"

    @cached_property
    def version(self) -> datetime.date | None:
        """The day of the newest change, which is the version; none when no day is known."""
        return updated(self.catalogue, self.catalogue.cases)

    def address(self, path: str) -> str:
        """Return the permanent address of a page or file, or the way to it from the site's root if that is unknown."""
        return f"{self.settings.site_url}{path}"

    def case_address(self, case: Case) -> str:
        """Return the permanent address of a case."""
        return self.address(case_url(case))

    def changed(self, case: Case) -> datetime.date | None:
        """Return the day when a case was last changed or confirmed, when it is known."""
        return updated(self.catalogue, [case])
