"""Who answers for a case: whom to ask about it, and who confirmed it."""

import datetime

from generator.text import date
from generator.values import Line, Mailbox, Part, Website
from generator.wording import wording


class Contact(Part):
    """Whom to ask: a role, never a private person."""

    role: Line
    """The position or function."""
    organisation: Line
    """Where the role belongs."""
    mailbox: Mailbox | None = None
    """A mailbox that belongs to the role."""
    url: Website | None = None
    """The organisation's public page."""

    @property
    def told(self) -> str:
        """The role and where it belongs, in words."""
        return f"{self.role}, {self.organisation}"


class Confirmation(Part):
    """Who last confirmed the content."""

    date: datetime.date
    """The day of the confirmation."""
    by: Line
    """Role and organisation."""

    @property
    def told(self) -> str:
        """When it was confirmed, and by whom, in words."""
        return wording.view["confirmed"].format(day=date(self.date), by=self.by)
