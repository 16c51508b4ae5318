"""Figures: how their numbers are told, and which of them is a case's headline."""

import re

import pytest

from generator.catalogue import Catalogue
from generator.figures import amount, basis, covered
from generator.model import Figure, Gain, GainFigure
from generator.pages import case_page
from generator.site.render import Site
from generator.vocabulary import Vocabulary
from helpers import ROOT


def made(vocabulary: Vocabulary, **values: object) -> GainFigure:
    given = {"value": 1.0, "unit": "pct.", "what": "sygefravær", "period": "2004", "kind": "opgjort"} | values
    return GainFigure.model_validate(given, context={"vocabulary": vocabulary})


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "1"),
        ({"value": 1234.5, "qualifier": "ca."}, "ca. 1.234,5"),
        ({"value": 15.0, "to": 20.0}, "15–20"),
        ({"before": 5.0}, "fra 5 til 1"),
        ({"before": 0.0}, "fra 0 til 1"),
        ({"before": 5.0, "before_qualifier": "ca.", "qualifier": "ca."}, "fra ca. 5 til ca. 1"),
        ({"before": 20.0, "before_qualifier": "op til", "qualifier": "højst"}, "fra op til 20 til højst 1"),
        ({"before": -2.5, "value": 5.0, "to": 8.0}, "fra \N{MINUS SIGN}2,5 til 5–8"),
    ],
)
def test_a_number_is_told_with_the_one_before(
    catalogue: Catalogue, values: dict[str, object], told: str
) -> None:
    assert amount(made(catalogue.vocabulary, **values)) == told


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2004", [2004]),
        ("2007-2009", [2007, 2008, 2009]),
        ("2011-2014 og 2016-2017", [2011, 2012, 2013, 2014, 2016, 2017]),
        ("marts 2011 til marts 2013", [2011, 2012, 2013]),
        ("2015-2017 (2019 er budget)", [2015, 2016, 2017, 2019]),
        ("seneste 12345 dage", []),
        (None, []),
    ],
)
def test_a_period_covers_the_years_that_it_names(
    catalogue: Catalogue, period: str | None, years: list[int]
) -> None:
    assert covered(made(catalogue.vocabulary, period=period or "ikke oplyst")) == years


def test_a_figure_says_what_it_is_unless_it_is_a_result(catalogue: Catalogue) -> None:
    words = catalogue.vocabulary
    assert basis(made(words, role="resultat"), words) == "2004\N{NO-BREAK SPACE}· opgjort"
    assert basis(made(words, role="indsats"), words).endswith("· opgjort\N{NO-BREAK SPACE}· indsats")
    assert basis(made(words), words) == "2004\N{NO-BREAK SPACE}· opgjort"


def test_only_a_result_is_a_headline(catalogue: Catalogue) -> None:
    words = catalogue.vocabulary
    roles = [None, *(role for role in words["figure_roles"] if role != "resultat")]
    others = tuple(made(words, role=role) for role in roles)
    result = made(words, role="resultat", before=5.0)

    def gain(*figures: Figure) -> Gain:
        given = {"type": "trivsel", "evidence": "evalueret", "text": "Færre er syge.", "figures": figures}
        return Gain.model_validate(given, context={"vocabulary": words})

    assert gain(*others).headline is None
    assert gain(*others, result, made(words, role="resultat")).headline == result


@pytest.mark.parametrize(
    ("slug", "headline"),
    [
        ("oesby-plejehjem", "fra ca. 5 til ca. 1 pct."),
        ("genoptraening-direkte-koege", "fra op til 20 til højst 5 dage"),
        ("skat-indsatsstrategi", "fra 8 til 6 pct."),
        ("talegenkendelse-odense", "25 ud af 700 medarbejdere"),
        ("aalborg-anbringelser-vaerdier", "ca. 100 mio. kr."),
        ("social-indsats-favrskov", "97 pct."),
        ("patientkufferten", "ca. 50 pct."),
        ("mad-til-hver-dag", None),
    ],
)
def test_the_headline_is_what_came_of_it(catalogue: Catalogue, slug: str, headline: str | None) -> None:
    gain = catalogue.strongest_gain(catalogue.by_slug[slug])
    assert gain is not None
    told = gain.headline
    assert (told and f"{amount(told)} {told.unit}") == headline


def test_every_figure_of_a_gain_says_what_it_is(catalogue: Catalogue) -> None:
    gains = [(case.slug, gain) for case in catalogue.cases for gain in case.gains or ()]
    assert [(slug, figure.what) for slug, gain in gains for figure in gain.figures if not figure.role] == []
    assert [slug for slug, gain in gains if gain.figures and not gain.headline] == []


def test_figures_of_one_name_are_told_apart_by_unit_or_basis(catalogue: Catalogue) -> None:
    words = catalogue.vocabulary
    alike = (made(words), made(words, unit="timer"), made(words, period="2005"), made(words, what="andet"))
    gain = next(gain for case in catalogue.cases for gain in case.gains or ())
    told = gain.model_copy(update={"figures": alike})
    case = catalogue.cases[0].model_copy(update={"gains": (told,), "financing": None})
    html = Site(Catalogue([case], words), ROOT / "theme_overrides").render(case_page(case))
    terms = re.findall(r'<dt class="figure__what">(.*?)</dt>', html)
    assert len(terms) == len(set(terms)) == len(alike)
    assert terms[-1] == "Andet"
