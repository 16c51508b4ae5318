"""The parts of the form: which fields an editor is asked for together."""

from generator import fields
from generator.editing.parts import parts
from generator.model import Case


def test_the_form_asks_for_every_field_once() -> None:
    asked = [name for part in parts(fields.names(Case)) for name in (*part.fields, *part.more)]
    assert sorted(asked) == sorted(fields.names(Case))


def test_a_new_field_is_asked_for_after_the_one_before_it() -> None:
    names = fields.names(Case)
    for before, place in (("advice", 1), ("partners", 2)):
        at = names.index(before) + 1
        found = parts((*names[:at], "lessons", *names[at:]))
        [asked] = [some for part in found for some in (part.fields, part.more) if "lessons" in some]
        assert asked.index("lessons") == place
        assert sum("lessons" in (*part.fields, *part.more) for part in found) == 1
