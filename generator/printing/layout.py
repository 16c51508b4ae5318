"""What a printed page holds, as plain data: a case, what stands before the cases and what stands after."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from generator import citations, text
from generator.addresses import case_url
from generator.catalogue import Catalogue, years
from generator.facets import FACETS
from generator.figures import amount, basis
from generator.insights import Knowledge
from generator.labels import FIELDS, UNSTATED
from generator.model import Barrier, Case, Driver, Figure, Financing, Gain, Incentive
from generator.pages import PHASES, value_name
from generator.printing import chart
from generator.prose import Node, tree
from generator.vocabulary import Source, Term

Data = dict[str, Any]

LONG = 90
"""A fact with more letters than this has the whole width of the box."""


def of_case(catalogue: Catalogue, case: Case, site: str, shown: Collection[str]) -> Data:
    """Return all that is printed about a case, in a document with the cases in `shown`."""
    return {
        "id": place(case),
        "title": case.title,
        "summary": case.summary,
        "short": case.short,
        "kicker": [
            part
            for part in (catalogue.term("theme", case.themes[0]).name, catalogue.place(case), years(case))
            if part
        ],
        "facts": list(_facts(catalogue, case)),
        "purpose": _prose(case.purpose),
        "organisation": _prose(case.organisation),
        "financing": _financing(catalogue, case.financing),
        "incentive": _incentive(catalogue, case.incentive),
        "gains": [_gain(catalogue, gain) for gain in case.gains or ()],
        "drivers": [_factor(catalogue, "driver", driver) for driver in case.drivers or ()],
        "barriers": [
            {**_factor(catalogue, "barrier", barrier), "remedy": _prose(barrier.remedy)}
            for barrier in case.barriers or ()
        ],
        "advice": [_prose(advice) for advice in case.advice],
        "derived_advice": [_prose(advice) for advice in case.derived_advice],
        "series": [chart.printed(series) for series in case.series],
        "caveats": [_prose(caveat) for caveat in case.caveats],
        "sources": [
            {"name": citation.name, "place": citation.place, "url": citation.url}
            for citation in citations.of(catalogue, case)
        ],
        "contact": _contact(case),
        "confirmed": f"{text.date(case.confirmed.date)} af {case.confirmed.by}" if case.confirmed else "",
        "related": list(_related(catalogue, case, site, shown)),
        "address": address(site, case_url(case)),
    }


def about(cases: Sequence[Case]) -> Data:
    """Return what the introduction counts: municipalities and short cases."""
    return {
        "municipalities": len({slug for case in cases for slug in case.municipalities}),
        "short": sum(case.short for case in cases),
    }


def guide(catalogue: Catalogue) -> Data:
    """Return the words that every case is marked with, explained."""
    words = catalogue.vocabulary
    return {
        "evidence": [
            {**_explained(term), "strength": _strength(catalogue, term.slug)}
            for term in words["evidence"].values()
        ],
        "kinds": [_explained(term) for term in words["figure_kinds"].values()],
        "forms": [_explained(term) for term in words["forms"].values()],
    }


def matrix(catalogue: Catalogue) -> Data:
    """Return in how many cases of each theme a factor drove and hindered."""
    knowledge = Knowledge(catalogue)
    return {
        "themes": [theme.name for theme in knowledge.themes()],
        "factors": [
            {
                **_explained(row.factor),
                "drove": row.drove,
                "hindered": row.hindered,
                "drivers": list(row.drivers),
                "barriers": list(row.barriers),
            }
            for row in knowledge.matrix()
        ],
    }


def points(catalogue: Catalogue, site: str, shown: Collection[str]) -> list[Data]:
    """Return the points of attention by phase, each with the advice that illustrates it."""
    knowledge = Knowledge(catalogue)
    return [
        {
            "phase": name,
            "points": [
                {
                    **_explained(point),
                    "advice": [
                        {
                            **reference(each.case, site, shown),
                            "number": each.number,
                            "derived": each.is_derived,
                            "brief": each.case.title.partition(":")[0],
                        }
                        for each in knowledge.illustrations(point)
                    ],
                }
                for point in catalogue.points()
                if point.phase == phase
            ],
        }
        for phase, name in PHASES.items()
    ]


def glossary(catalogue: Catalogue) -> list[Data]:
    """Return the terms that recur, in alphabetical order."""
    return [_explained(concept) for concept in catalogue.concepts()]


def sources(catalogue: Catalogue) -> list[Data]:
    """Return the documents that the cases are taken from."""
    return [
        {
            **_explained(source),
            "title": source.title,
            "publisher": f"{source.publisher}, {source.year}",
            "covers": source.covers,
            "limits": source.limits,
        }
        for source in catalogue.vocabulary["sources"].values()
        if isinstance(source, Source)
    ]


def own_sources(catalogue: Catalogue, shown: Collection[str]) -> list[Data]:
    """Return the documents that only single cases build on, each with where those of the shown cases are."""
    found = (
        (document, [place(case) for case in cases if case.slug in shown])
        for document, cases in citations.own_sources(catalogue)
    )
    return [
        {"name": document.name, "published": document.place, "ids": ids} for document, ids in found if ids
    ]


def index(catalogue: Catalogue, facet: str, shown: Sequence[Case]) -> Data:
    """Return the values of a facet in alphabetical order, each with where those of the shown cases are that have it."""
    entries = []
    for slug, term in catalogue.terms(facet).items():
        tagged = {case.slug for case in catalogue.cases_with(facet, slug)}
        if ids := [place(case) for case in shown if case.slug in tagged]:
            entries.append({"name": value_name(facet, term), "ids": ids})
    entries.sort(key=lambda entry: text.sort_key(str(entry["name"])))
    return {"title": FACETS[facet].plural, "entries": entries}


def reference(case: Case, site: str, shown: Collection[str]) -> Data:
    """Return how one case is named by another page: its title, its place in the document, if any, and on the site."""
    return {
        "id": place(case) if case.slug in shown else "",
        "title": case.title,
        "url": address(site, case_url(case)),
    }


def place(case: Case) -> str:
    """Return by what a case is found in a document."""
    return f"case-{case.slug}"


def address(site: str, path: str) -> str:
    """Return the whole address of a page, or nothing when the site has none."""
    return f"{site.rstrip('/')}/{path}" if site else ""


def _facts(catalogue: Catalogue, case: Case) -> Iterator[Data]:
    def named(facet: str) -> str:
        return ", ".join(catalogue.names(facet, catalogue.tags(case, facet)))

    if case.municipalities:
        single_one = len(case.municipalities) == 1
        yield _fact(
            FACETS["municipality"].name if single_one else FACETS["municipality"].plural,
            named("municipality"),
        )
    if named("region"):
        yield _fact("Region", named("region"))
    if case.partners:
        yield _fact("Andre parter", ", ".join(case.partners))
    if case.units:
        yield _fact(FIELDS["units"][0], ", ".join(case.units))
    yield _fact("Tema" if len(case.themes) == 1 else "Temaer", named("theme"))
    yield _fact("Samarbejdsform", named("form"))
    if named("level"):
        yield _fact("Niveau", named("level"))
    yield _fact("Status", named("status"))
    note = f" ({case.period.note})" if case.period and case.period.note else ""
    yield _fact("Periode", years(case) + note)
    if case.target_group:
        text = _prose(case.target_group)
        yield {"name": "Målgruppe", "text": text, "long": len(case.target_group) > LONG}


def _fact(name: str, value: str) -> Data:
    text = [{"t": "paragraph", "c": [value or UNSTATED]}]
    return {"name": name, "text": text, "long": len(value) > LONG}


def _financing(catalogue: Catalogue, financing: Financing | None) -> Data | None:
    if financing is None:
        return None
    model = catalogue.term("financing_model", financing.model).name if financing.model else ""
    return {"model": model, "text": _prose(financing.text), "figures": _figures(catalogue, financing.amounts)}


def _incentive(catalogue: Catalogue, incentive: Incentive | None) -> Data | None:
    if incentive is None:
        return None
    return {"split": catalogue.term("incentive", incentive.split).name, "text": _prose(incentive.text)}


def _gain(catalogue: Catalogue, gain: Gain) -> Data:
    return {
        "name": catalogue.term("gain_type", gain.type).name,
        "evidence": catalogue.term("evidence", gain.evidence).name,
        "strength": _strength(catalogue, gain.evidence),
        "text": _prose(gain.text),
        "figures": _figures(catalogue, gain.figures),
        "after": gain.after or "",
    }


def _factor(catalogue: Catalogue, side: str, part: Driver | Barrier) -> Data:
    return {"name": value_name(side, catalogue.term(side, part.factor)), "text": _prose(part.text)}


def _figures(catalogue: Catalogue, figures: Iterable[Figure]) -> list[Data]:
    return [
        {
            "value": amount(figure),
            "unit": figure.unit,
            "what": figure.what[:1].upper() + figure.what[1:],
            "basis": basis(figure, catalogue.vocabulary),
            "firm": figure.kind in {"opgjort", "aftalt"},
        }
        for figure in figures
    ]


def _contact(case: Case) -> Data | None:
    contact = case.contact
    if contact is None:
        return None
    return {"text": f"{contact.role}, {contact.organisation}", "mailbox": contact.mailbox or ""}


def _related(catalogue: Catalogue, case: Case, site: str, shown: Collection[str]) -> Iterator[Data]:
    seen = {case.slug}
    groups = (
        ("Inspireret af", catalogue.inspired_by(case)),
        ("Har inspireret", catalogue.inspired(case)),
        ("Hænger sammen med", catalogue.see_also(case)),
    )
    for how, others in groups:
        new = [other for other in others if other.slug not in seen]
        seen |= {other.slug for other in new}
        if new:
            yield {"how": how, "cases": [reference(other, site, shown) for other in new]}


def _explained(term: Term) -> Data:
    return {"name": term.name, "definition": term.definition}


def _strength(catalogue: Catalogue, evidence: str) -> list[int]:
    """Return how many of the grades of evidence a gain has reached."""
    grades = list(catalogue.vocabulary["evidence"])
    return [len(grades) - grades.index(evidence), len(grades)]


@cache
def _prose(markdown: str | None) -> list[Data] | None:
    return None if markdown is None else [_node(child) for child in tree(markdown).children]


def _node(node: Node) -> Any:
    """Return a node of Markdown as data: kind, children, and what else it has."""
    if node.type == "text":
        return node.content
    if node.type == "softbreak":
        return " "
    if node.type in {"code_inline", "fence"}:
        return {"t": "code" if node.type == "code_inline" else "block_code", "v": node.content.rstrip("\n")}
    data: Data = {"t": node.type}
    children = node.children[0].children if _holds_inline(node) else node.children
    data["c"] = [_node(child) for child in children]
    if node.type == "link":
        data["u"] = str(node.attrs["href"])
    return data


def _holds_inline(node: Node) -> bool:
    return len(node.children) == 1 and node.children[0].type == "inline"
