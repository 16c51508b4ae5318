"""What the cases of a tag tell together: each claim can be counted again, and what is left out is said."""

import re

import pytest

from generator.catalogue import Catalogue
from generator.cost import cost
from generator.facets import FACETS
from generator.lists import Lists
from generator.model import Case
from generator.pages import value_pages
from generator.site.render import Site
from generator.synthesis import BEHIND, LEAST, LONGEST, Claim, Synthesis, synthesis
from helpers import ROOT

TAGGED = ("theme", "gain_type")


def found(catalogue: Catalogue) -> list[tuple[str, str, Synthesis]]:
    told = (
        (facet, slug, synthesis(catalogue, facet, slug))
        for facet in TAGGED
        for slug in catalogue.terms(facet)
    )
    return [(facet, slug, shown) for facet, slug, shown in told if shown]


def telling(catalogue: Catalogue, facet: str, slug: str, claim: Claim) -> list[Case]:
    """Return the cases that tell what a claim says, counted in another way."""
    cases = catalogue.cases_with(facet, slug)
    if claim.tag is None:
        return [case for case in cases if cost(case)]
    about, term = claim.tag
    return [case for case in cases if term.slug in catalogue.tags(case, about)]


def test_each_claim_rests_on_the_cases_that_tell_it(catalogue: Catalogue) -> None:
    shown = found(catalogue)
    assert shown
    for facet, slug, told in shown:
        assert told.total == catalogue.count(facet, slug) >= LEAST
        for claim in (*told.gains, *told.drivers, *told.barriers, *told.costs):
            behind = telling(catalogue, facet, slug, claim)
            assert claim.count == len(behind) <= told.total
            assert len(claim.cases) == min(claim.count, BEHIND)
            assert {case.slug for case in claim.cases} <= {case.slug for case in behind}
            assert {example.case.slug for example in claim.examples} <= {case.slug for case in behind}
            assert all(len(example.remedy) <= LONGEST for example in claim.examples)


def test_no_more_frequent_factor_is_left_out(catalogue: Catalogue) -> None:
    for facet, slug, told in found(catalogue):
        for side, claims in (("driver", told.drivers), ("barrier", told.barriers)):
            named = {claim.tag[1].slug for claim in claims if claim.tag}
            least = min((claim.count for claim in claims), default=2)
            cases = catalogue.cases_with(facet, slug)
            counts = {
                term: sum(term in catalogue.tags(case, side) for case in cases)
                for term in set(catalogue.terms(side)) - named
            }
            assert not counts or max(counts.values()) <= least


def test_the_evidence_of_all_cases_is_told(catalogue: Catalogue) -> None:
    for facet, slug, told in found(catalogue):
        assert sum(share.count for share in told.evidence) == told.total
        silent = sum(not case.gains for case in catalogue.cases_with(facet, slug))
        assert told.evidence[-1].strength is None and told.evidence[-1].count == silent


def test_the_page_of_a_type_of_gain_tells_of_that_type(catalogue: Catalogue) -> None:
    told = [(slug, shown) for facet, slug, shown in found(catalogue) if facet == "gain_type"]
    assert told
    for slug, shown in told:
        assert [claim.tag and claim.tag[1].slug for claim in shown.gains] == [slug]


def test_what_is_left_out_is_said(made: Catalogue) -> None:
    base = made.by_slug["alt-i-brug"]
    silent = base.model_copy(update={"financing": None, "period": None, "gains": None, "barriers": None})
    cases = [base, *(silent.model_copy(update={"slug": f"tavs-{number}"}) for number in range(3))]
    told = synthesis(Catalogue(cases, made.vocabulary), "theme", base.themes[0])
    assert told
    met = sum(barrier.remedy is not None for barrier in base.barriers or ())
    assert told.missing[:3] == (
        "Kun 1 af 4 nævner en gevinst",
        "Kun 1 af 4 oplyser et samlet beløb for, hvad det kostede"
        if cost(base)
        else "Ingen af 4 oplyser et samlet beløb for, hvad det kostede",
        "Kun 1 af 4 oplyser, hvornår de begyndte",
    )
    assert (len(told.missing) > 3) == (met < len(base.barriers or ()))
    assert told.skew and told.skew[1] == 4


def test_few_cases_tell_nothing_together(made: Catalogue) -> None:
    base = made.by_slug["alt-i-brug"]
    few = [base.model_copy(update={"slug": f"en-{number}"}) for number in range(LEAST - 1)]
    assert synthesis(Catalogue(few, made.vocabulary), "theme", base.themes[0]) is None


@pytest.mark.parametrize("facet", TAGGED)
def test_the_page_begins_with_it_and_links_the_cases(catalogue: Catalogue, facet: str) -> None:
    site = Site(catalogue, ROOT / "theme_overrides")
    slug, told = next((slug, told) for key, slug, told in found(catalogue) if key == facet)
    html = site.render(next(value_pages(Lists(catalogue), FACETS[facet], catalogue.term(facet, slug))))
    section = re.search(r'<section class="synthesis".*?</section>', html, re.DOTALL)
    assert section
    assert section.start() < html.index('id="cases"')
    for claim in (*told.gains, *told.drivers, *told.barriers, *told.costs):
        assert f"<b>{claim.count}</b> af {told.total}" in section[0]
        assert all(f"case/{case.slug}/" in section[0] for case in claim.cases)
    assert all(f"<li>{sentence}.</li>" in section[0] for sentence in told.missing)
    assert len(section[0].encode()) < 40_000


def test_it_grows_no_further_with_the_cases(catalogue: Catalogue) -> None:
    slug = next(slug for facet, slug, _ in found(catalogue) if facet == "theme")
    again = (
        case.model_copy(update={"slug": f"{case.slug}-{turn}"})
        for case in catalogue.cases_with("theme", slug)
        for turn in range(40)
    )
    many = Catalogue(again, catalogue.vocabulary)
    site = Site(many, ROOT / "theme_overrides")
    html = site.render(next(value_pages(Lists(many), FACETS["theme"], many.term("theme", slug))))
    section = re.search(r'<section class="synthesis".*?</section>', html, re.DOTALL)
    assert section and len(section[0].encode()) < 40_000
    assert f"theme={slug}&amp;driver=" in section[0]
