"""Whom a reader can ask about a case, and what to do where its source names nobody."""

from generator import citations
from generator.catalogue import Catalogue
from generator.model import Case
from generator.text import enumeration
from generator.wording import wording

NAMED = 3
"""How many of those who took part are named as ones to ask."""


def whom(catalogue: Catalogue, case: Case) -> str:
    """Return what to do where no way to anybody is told; nothing where there is one."""
    contact, confirmed = case.contact, case.confirmed
    if contact:
        is_told = contact.mailbox or contact.url
        return "" if is_told else wording.asking["role"].format(organisation=contact.organisation)
    if confirmed:
        return wording.asking["confirmed"].format(by=confirmed.by)
    party = _party(catalogue, case)
    theme = catalogue.names("theme", case.themes[:1])[0].lower()
    told = wording.asking["party"].format(party=party, theme=theme) if party else ""
    return f"{wording.asking['nobody']} {told}".strip()


def publishers(catalogue: Catalogue, case: Case) -> str:
    """Return who published the sources, as far as it is told."""
    told = dict.fromkeys(citation.publisher for citation in citations.of(catalogue, case))
    known = [name for name in told if wording.common["unstated"] not in name]
    return wording.asking["source"].format(publishers=enumeration(known)) if known else ""


def _party(catalogue: Catalogue, case: Case) -> str:
    """Return those who took part, as ones to ring up: the municipalities, the regions, or the others."""
    places = catalogue.names("municipality", case.municipalities)
    if len(places) == 1:
        return wording.asking["municipality"].format(name=places[0])
    if places:
        several = "several" if len(places) <= NAMED else "many"
        return wording.asking[several].format(names=enumeration(places), count=len(places))
    partners = [name.partition(" (")[0] for name in case.partners[:NAMED]]
    return enumeration(catalogue.names("region", case.regions) or partners, "or")
