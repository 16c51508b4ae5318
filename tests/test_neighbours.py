"""Which values stand together in cases."""

from generator.catalogue import Catalogue
from generator.neighbours import Neighbours
from generator.vocabulary import Term


def test_values_are_told_by_how_many_cases_share_them_then_by_name(made: Catalogue) -> None:
    cases = [made.cases[0].model_copy(update={"slug": f"nr-{number}"}) for number in range(20)]
    having = {"b": cases[:9], "ø": cases[3:12], "a": cases[8:12], "z": cases[15:]}
    values = [("theme", term(slug), some) for slug, some in having.items()]
    told = Neighbours(cases, [*values, ("status", term("b"), cases[4:6])])
    found = told.of("theme", "b", having["b"], 3)
    assert [(each.facet, each.term.slug, each.count) for each in found] == [
        ("theme", "ø", 6),
        ("status", "b", 2),
        ("theme", "a", 1),
    ]
    assert [each.term.slug for each in told.of("theme", "b", having["b"], 1)] == ["ø"]
    assert told.of("theme", "z", having["z"], 3) == ()


def term(slug: str) -> Term:
    return Term(slug=slug, name=slug.upper(), definition="x")
