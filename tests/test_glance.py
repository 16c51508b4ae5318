"""A case at a glance: what is told of it in short, and what the page makes of it."""

import pytest

from generator.catalogue import Catalogue
from generator.glance import LONGEST, Headline, Line, Part, Rest, Trait, glance
from generator.model import Case


def parts(catalogue: Catalogue, case: Case | str) -> dict[str, Part]:
    found = glance(catalogue, catalogue.by_slug[case] if isinstance(case, str) else case)
    return {part.key: part for part in found}


def test_doubts_are_told_of_where_there_are_some(made: Catalogue) -> None:
    for case in made.cases:
        assert [*parts(made, case)] == [
            *("gains", "financing", "drivers", "barriers"),
            *(["caveats"] if case.caveats else []),
        ]


def test_a_silent_source_gives_empty_parts(made: Catalogue) -> None:
    assert not any(part.blocks for part in parts(made, "intet-oplyst").values())


@pytest.mark.parametrize(
    ("slug", "key", "rest"),
    [
        ("alt-i-brug", "gains", "Se alle 3 gevinster"),
        ("alt-i-brug", "financing", "Se alle 2 beløb"),
        ("alt-i-brug", "drivers", "Se alle 2 drivkræfter"),
        ("alt-i-brug", "barriers", "2 barrierer, 1 med modtræk"),
        ("alt-i-brug", "caveats", "Der er ét forbehold at kende, før du bruger casen"),
        ("10-timer-mere", "barriers", "2 barrierer"),
        ("staten-spoerger-foerst", "barriers", "1 barriere"),
    ],
)
def test_a_part_ends_with_the_way_to_the_rest(made: Catalogue, slug: str, key: str, rest: str) -> None:
    assert parts(made, slug)[key].blocks[-1] == Rest(rest)


def test_several_doubts_are_counted(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"].model_copy(update={"caveats": ("Et tal er usikkert.",) * 3})
    (told,) = parts(made, case)["caveats"].blocks
    assert told == Rest("Der er 3 forbehold at kende, før du bruger casen")


def test_the_best_documented_gain_is_told_by_its_result_or_its_text(made: Catalogue) -> None:
    trait, headline, *_ = parts(made, "psykiatri-under-samme-tag")["gains"].blocks
    assert isinstance(trait, Trait) and trait.name == "Borger" and trait.evidence
    assert isinstance(headline, Headline) and headline.figure.value == 18
    assert parts(made, "unge-i-laere")["gains"].blocks[1] == Line("Lærlingene ser flere slags arbejde.")


def test_a_long_text_about_money_ends_at_a_word(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    assert case.financing
    for text, told in [
        ("*Kun* få ord.\n\nOg et afsnit.", "Kun få ord. Og et afsnit."),
        ("ord " * 50, "ord " * 40 + "ord …"),
        ("x" * 90 + " " + "y" * 74, "x" * 90 + " " + "y" * 74),
        ("x" * 90 + " " + "y" * 75, "x" * 90 + " …"),
    ]:
        financing = case.financing.model_copy(update={"amounts": (), "text": text})
        blocks = parts(made, case.model_copy(update={"financing": financing}))["financing"].blocks
        assert blocks[-1] == Line(told)
        assert len(told) <= LONGEST


def test_every_part_leads_to_a_section_of_the_page(made: Catalogue) -> None:
    assert [part.anchor for part in parts(made, "alt-i-brug").values()] == [
        "gevinster",
        "finansiering",
        "drivkraefter",
        "barrierer",
        "forbehold",
    ]
