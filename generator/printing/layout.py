"""What a printed page holds, as plain data: a case, what stands before the cases and what stands after."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from generator import citations, text
from generator.addresses import case_url
from generator.answers import KNOWN, PARTLY, UNTOLD, Answer, answers
from generator.catalogue import Catalogue, years
from generator.charts import overviews
from generator.facets import FACETS
from generator.figures import amount, basis
from generator.insights import Knowledge
from generator.labels import ANSWERS
from generator.marks import Section
from generator.model import Case, Figure
from generator.pages import PHASES, value_name
from generator.printing import chart
from generator.prose import Node, tree
from generator.view import (
    Block,
    Box,
    Figures,
    Gap,
    Items,
    Note,
    Point,
    Points,
    Prose,
    Row,
    Rows,
    Shown,
    Table,
    Tags,
    Words,
    Years,
    unknown,
    view,
)
from generator.vocabulary import Source, Term

Data = dict[str, Any]

LONG = 90
"""A fact with more letters than this has the whole width of the box."""


def of_case(catalogue: Catalogue, case: Case, site: str, shown: Collection[str]) -> Data:
    """Return all that is printed about a case, in a document with the cases in `shown`."""
    shown_case = view(catalogue, case)
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
        "facts": [_fact(catalogue, fact) for fact in shown_case.facts],
        "answers": [_answer(answer) for answer in answers(case, catalogue.vocabulary)],
        "sections": [_section(catalogue, section) for section in shown_case.sections],
        "unknown": unknown(shown_case),
        "points": sum(
            len(block.points)
            for section in shown_case.sections
            for block in section.blocks
            if isinstance(block, Points)
        ),
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
    """Return in how many cases of each theme a factor drove and hindered, and how long and dark that is drawn."""
    knowledge = Knowledge(catalogue)
    rows = knowledge.matrix()
    shades = overviews.shaded(rows)
    drawn = overviews.factors(rows)
    return {
        "headline": drawn.headline,
        "shades": list(shades.words()),
        "bars": [
            {
                **_explained(bar.row.factor),
                "drove": {"count": bar.row.drove, "length": bar.drove},
                "hindered": {"count": bar.row.hindered, "length": bar.hindered},
            }
            for bar in drawn.bars
        ],
        "themes": [theme.name for theme in knowledge.themes()],
        "factors": [
            {
                "name": row.factor.name,
                "drove": row.drove,
                "hindered": row.hindered,
                "drivers": [{"count": count, "shade": shades.of(count)} for count in row.drivers],
                "barriers": [{"count": count, "shade": shades.of(count)} for count in row.barriers],
            }
            for row in rows
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
    return [_explained(concept) for concept in catalogue.concepts]


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


def _answer(answer: Answer) -> Data:
    told = {UNTOLD: 0, PARTLY: 1, KNOWN: 2}[answer.degree]
    words = f"{ANSWERS[answer.degree].lower()} ({answer.reason[:1].lower()}{answer.reason[1:]})"
    return {"name": answer.question.name, "told": told, "told-of": words}


def _fact(catalogue: Catalogue, fact: Shown) -> Data:
    nodes = [node for block in fact.blocks for node in _running(block)]
    length = sum(len(_plain(block)) for block in fact.blocks)
    return {"name": fact.title, "text": nodes, "long": length > LONG}


def _running(block: Block) -> list[Data]:
    """Return what a field among the facts holds, as nodes of running text."""
    return _prose(block.text) if isinstance(block, Prose) else _paragraph(_plain(block))


def _plain(block: Block) -> str:
    match block:
        case Tags():
            return ", ".join(value_name(block.facet, term) for term in block.terms)
        case Words():
            return ", ".join(block.items)
        case Years():
            return f"{block.text} ({block.note})" if block.note else block.text
        case Prose():
            return block.text
    raise TypeError(block)


def _paragraph(text: str) -> list[Data]:
    return [{"t": "paragraph", "c": [text]}]


def _section(catalogue: Catalogue, shown: Shown) -> Data:
    section = shown.section or Section("")
    return {
        "id": shown.key,
        "title": "" if section.is_untitled else shown.title,
        "t": section.tone,
        "help": shown.help,
        "blocks": [_block(catalogue, block) for block in shown.blocks],
    }


def _block(catalogue: Catalogue, block: Block) -> Data:
    """Return one of a section's blocks: its kind `t`, and what the template of that kind lays out."""
    match block:
        case Prose():
            content: Data = {"c": _prose(block.text)}
        case Box():
            content = {"name": block.name, "c": _prose(block.text)}
        case Note() | Gap():
            content = {"name": block.name, "text": block.text}
        case Tags():
            content = _tags(catalogue, block)
        case Items():
            start = block.start if block.anchor else 0
            content = {"items": [_prose(item) for item in block.items], "start": start}
        case Figures():
            content = {"figures": _figures(catalogue, block.figures)}
        case Table():
            content = chart.printed(block)
        case Points():
            content = {
                "points": [_point(catalogue, point) for point in block.points],
                "minor": block.is_minor,
            }
        case Rows():
            content = {"rows": [_row(row) for row in block.rows]}
        case Words() | Years():
            content = {"c": _paragraph(_plain(block))}
    return {"t": block.kind, **content}


def _point(catalogue: Catalogue, point: Point) -> Data:
    return {
        "head": [_tags(catalogue, tags) for tags in point.head],
        "blocks": [_block(catalogue, block) for block in point.body],
    }


def _tags(catalogue: Catalogue, tags: Tags) -> Data:
    grades = [_strength(catalogue, term.slug) for term in tags.terms if FACETS[tags.facet].is_graded]
    return {"name": _plain(tags), "strength": grades[0] if grades else []}


def _row(row: Row) -> Data:
    return {"name": row.name, "text": row.text, "url": row.url, "mailbox": row.mailbox}


def _figures(catalogue: Catalogue, figures: Iterable[Figure]) -> list[Data]:
    return [
        {
            "value": amount(figure),
            "unit": figure.unit,
            "what": figure.what[:1].upper() + figure.what[1:],
            "basis": basis(figure, catalogue.vocabulary),
            "firm": figure.is_firm,
        }
        for figure in figures
    ]


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
def _prose(markdown: str) -> list[Data]:
    return [_node(child) for child in tree(markdown).children]


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
