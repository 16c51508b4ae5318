"""What is printed of a case, as plain data."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from generator.addresses import case_url
from generator.answers import KNOWN, PARTLY, UNTOLD, Answer, answers
from generator.asking import whom
from generator.blocks import (
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
    Table,
    Tags,
    Words,
    Years,
)
from generator.catalogue import Catalogue, years
from generator.charts.levels import levels
from generator.evidence import grade, strengths
from generator.figures import amount, basis
from generator.marks import Section
from generator.model import Case, Figure
from generator.pages import value_name
from generator.printing import chart
from generator.prose import Node, tree
from generator.view import Shown, View, heading, unknown, view
from generator.wording import wording

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
        "beside": [_row(row) for row in _beside(catalogue, case, shown_case)],
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


def strength(catalogue: Catalogue, evidence: str) -> list[int]:
    """Return how many of the grades of evidence a gain has reached."""
    words = catalogue.vocabulary
    return [grade(words, evidence), len(strengths(words))]


def _answer(answer: Answer) -> Data:
    told = {UNTOLD: 0, PARTLY: 1, KNOWN: 2}[answer.degree]
    words = f"{wording.answers[answer.degree].lower()} ({answer.reason[:1].lower()}{answer.reason[1:]})"
    return {"name": answer.question.name, "told": told, "told-of": words}


def _fact(catalogue: Catalogue, fact: Shown) -> Data:
    nodes = [node for block in fact.blocks for node in running(block)]
    length = sum(len(_plain(block)) for block in fact.blocks)
    return {"name": fact.title, "text": nodes, "long": length > LONG}


def running(block: Block) -> list[Data]:
    """Return what a field among the facts holds, as nodes of running text."""
    return _prose(block.text) if isinstance(block, Prose) else paragraph(_plain(block))


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


def paragraph(text: str) -> list[Data]:
    """Return plain text as a node of running text."""
    return [{"t": "paragraph", "c": [text]}]


def _section(catalogue: Catalogue, shown: Shown) -> Data:
    section = shown.section or Section("")
    return {
        "id": shown.key,
        "title": "" if section.is_untitled else shown.title,
        "t": section.tone,
        "help": shown.help,
        "blocks": [of_block(catalogue, block) for block in shown.blocks],
    }


def of_block(catalogue: Catalogue, block: Block) -> Data:
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
            content = _figures(catalogue, block.figures)
        case Table():
            content = chart.printed(block)
        case Points():
            content = {
                "points": [of_point(catalogue, point) for point in block.points],
                "minor": block.is_minor,
            }
        case Rows():
            content = {"rows": [_row(row) for row in block.rows]}
        case Words() | Years():
            content = {"c": paragraph(_plain(block))}
    return {"t": block.kind, **content}


def of_point(catalogue: Catalogue, point: Point) -> Data:
    """Return one of several parts: its tags as a head, and the rest."""
    return {
        "head": [_tags(catalogue, tags) for tags in point.head],
        "blocks": [of_block(catalogue, block) for block in point.body],
    }


def _tags(catalogue: Catalogue, tags: Tags) -> Data:
    grades = [strength(catalogue, term.slug) for term in tags.terms if catalogue.facets[tags.facet].is_graded]
    return {"name": _plain(tags), "strength": grades[0] if grades else []}


def _row(row: Row) -> Data:
    name = row.name if row.name.endswith("?") or not row.name else f"{row.name}:"
    return {"name": name, "text": row.text, "url": row.url, "mailbox": row.mailbox}


def _beside(catalogue: Catalogue, case: Case, shown: View) -> Iterator[Row]:
    """Yield who answers for a case, with what to do where no way to anybody is told."""
    contact = shown.beside.get("contact", Row(heading(catalogue.shape, "contact"), ""))
    yield replace(contact, text=". ".join(filter(None, (contact.text, whom(catalogue, case)))))
    yield from (row for name, row in shown.beside.items() if name != "contact")


def _figures(catalogue: Catalogue, figures: Sequence[Figure]) -> Data:
    """Return numbers with their bars, and how these are read."""
    drawn = levels(figures)
    told = [
        {
            "value": amount(figure),
            "unit": figure.unit,
            "what": figure.what[:1].upper() + figure.what[1:],
            "basis": basis(figure, catalogue.vocabulary),
            "firm": figure.is_firm,
            "bars": [
                {"name": bar.name, "x": bar.x, "width": bar.width, "zero": bar.zero}
                | {"before": bar.is_before, "expected": bar.is_expected}
                for bar in bars
            ],
        }
        for figure, bars in zip(figures, drawn.bars, strict=True)
    ]
    return {"figures": told, "reading": drawn.reading}


def _related(catalogue: Catalogue, case: Case, site: str, shown: Collection[str]) -> Iterator[Data]:
    seen = {case.slug}
    groups = (
        (wording.case_page["inspired_by"], catalogue.inspired_by(case)),
        (wording.case_page["inspired"], catalogue.inspired(case)),
        (wording.case_page["see_also"], catalogue.see_also(case)),
    )
    for how, others in groups:
        new = [other for other in others if other.slug not in seen]
        seen |= {other.slug for other in new}
        if new:
            yield {"how": how, "cases": [reference(other, site, shown) for other in new]}


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
