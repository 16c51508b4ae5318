"""The parts of the form: which fields an editor is asked for together, and which of them are folded away."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.wording import wording


@dataclass(frozen=True)
class FormPart:
    """A part of the form: its address, the key of its heading, its fields, and those that are unfolded."""

    anchor: str
    key: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The heading."""
        return wording.form_parts[self.key]

    def with_field(self, name: str, after: str, is_needed: bool = False) -> "FormPart":
        """Return the part with a field after one that it has; the same where it has none such."""
        if is_needed and after in self.more:
            return replace(self, fields=(*self.fields, name))
        return replace(self, fields=_put(self.fields, name, after), more=_put(self.more, name, after))

    def with_only(self, names: Sequence[str]) -> "FormPart":
        """Return the part with those of its fields that are among some; what is left is unfolded where it is all."""
        fields = tuple(name for name in self.fields if name in names)
        more = tuple(name for name in self.more if name in names)
        return replace(self, fields=fields or more, more=more if fields else ())


def parts(names: Sequence[str], needed: Collection[str] = ()) -> tuple[FormPart, ...]:
    """Return the parts in order; of the fields `names`, one that no part names stands after the one before it.

    Those that are `needed` are not folded away.
    """
    found: tuple[FormPart, ...] = _PARTS
    before = ""
    for name in names:
        is_new = not any(name in (*part.fields, *part.more) for part in found)
        if is_new:
            found = tuple(part.with_field(name, before, name in needed) for part in found)
        is_apart = is_new and name in needed and any(before in part.more for part in found)
        before = before if is_apart else name
    left = (part.with_only(names) for part in found)
    return tuple(part for part in left if part.fields)


def _put(names: tuple[str, ...], name: str, after: str) -> tuple[str, ...]:
    place = names.index(after) + 1 if after in names else 0
    return (*names[:place], name, *names[place:]) if place else names


_PARTS = (
    FormPart("kort", "short", ("title", "summary")),
    FormPart(
        "hvem",
        "who",
        ("municipalities", "themes", "form", "status", "period"),
        ("regions", "partners", "units", "level", "target_group"),
    ),
    FormPart("formaal", "purpose", ("purpose", "organisation")),
    FormPart("penge", "money", ("financing",), ("incentive",)),
    FormPart("gevinst", "gains", ("gains",)),
    FormPart("paavirkning", "influence", ("drivers", "barriers")),
    FormPart("mere", "more", ("advice", "derived_advice", "series", "caveats")),
    FormPart(
        "kilde",
        "sources",
        ("sources",),
        ("contact", "related", "confirmed", "short", "aliases", "search_words", "editor_notes"),
    ),
)
