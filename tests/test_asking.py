"""Whom readers are told to ask."""

from generator import asking
from generator.catalogue import Catalogue
from generator.wording import wording


def test_whoever_has_a_mailbox_is_asked_and_a_role_without_one_is_told_how_to_reach(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    assert case.contact and asking.whom(made, case) == ""
    role = case.model_copy(update={"contact": case.contact.model_copy(update={"mailbox": None, "url": None})})
    assert asking.whom(made, role) == wording.asking["role"].format(organisation="Køge Kommune")


def test_without_a_contact_the_one_who_confirmed_is_named_then_those_who_took_part(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"].model_copy(update={"contact": None})
    assert "Lagerchef, Køge Kommune" in asking.whom(made, case)
    nobody = case.model_copy(update={"confirmed": None})
    assert asking.whom(made, nobody).startswith(wording.asking["nobody"]) and "Køge" in asking.whom(
        made, nobody
    )
    assert "Køge Kommune" in asking.publishers(made, case)
