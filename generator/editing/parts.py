"""The parts of the form: which fields an editor is asked for together, and which of them are folded away."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FormPart:
    """A part of the form: its address, its heading, its fields, and those that are asked for when it is unfolded."""

    anchor: str
    title: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()

    def with_field(self, name: str, after: str) -> "FormPart":
        """Return the part with a field after one that it has; the same where it has none such."""
        return FormPart(self.anchor, self.title, _put(self.fields, name, after), _put(self.more, name, after))


def parts(names: Sequence[str]) -> tuple[FormPart, ...]:
    """Return the parts in order; of the fields `names`, one that no part names stands after the one before it."""
    found: tuple[FormPart, ...] = _PARTS
    before = ""
    for name in names:
        if not any(name in (*part.fields, *part.more) for part in found):
            found = tuple(part.with_field(name, before) for part in found)
        before = name
    return found


def _put(names: tuple[str, ...], name: str, after: str) -> tuple[str, ...]:
    place = names.index(after) + 1 if after in names else 0
    return (*names[:place], name, *names[place:]) if place else names


_PARTS = (
    FormPart("kort", "Kort fortalt", ("title", "summary")),
    FormPart(
        "hvem",
        "Hvem og hvad",
        ("municipalities", "themes", "form", "status", "period"),
        ("regions", "partners", "units", "level", "target_group"),
    ),
    FormPart("formaal", "Formål og organisering", ("purpose", "organisation")),
    FormPart("penge", "Finansiering", ("financing",), ("incentive",)),
    FormPart("gevinst", "Gevinster", ("gains",)),
    FormPart("paavirkning", "Drivkræfter og barrierer", ("drivers", "barriers")),
    FormPart("mere", "Råd, tabeller og forbehold", ("advice", "derived_advice", "series", "caveats")),
    FormPart(
        "kilde",
        "Kilder, kontakt og slægtskab",
        ("sources",),
        ("contact", "related", "confirmed", "short", "aliases", "search_words", "editor_notes"),
    ),
)
