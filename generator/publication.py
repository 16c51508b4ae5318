"""What is printed: a catalogue, a tag or single cases as plain data that the PDF's templates lay out."""

import datetime
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator import text
from generator.catalogue import Catalogue, years
from generator.hyphenation import UNDIVIDED
from generator.labels import FACETS, UNSTATED
from generator.model import Case, Figure, Financing, Series
from generator.pages import PHASES, case_url, value_definition, value_name, value_url
from generator.prose import Node, tree
from generator.vocabulary import Form, Point, Source

Data = dict[str, Any]
Parts = list[tuple[str, list[Case]]]
"""Themes with their cases."""

INDEXED = ("municipality", "theme", "driver", "barrier")
OPTIMISED = 300
"""Up to this many cases the lines of a whole paragraph are balanced against each other."""
LARGEST_TAG = 300
"""A tag with more cases than this has no document on the site; the command makes it all the same."""
LARGEST_BOOK = 500
"""The engine needs 3 MB of memory for each case in a document, so a larger catalogue comes in volumes."""

_LISTED = re.compile("|".join(UNDIVIDED), re.IGNORECASE)
_CARE = re.compile(rf"(\w*(?:{_LISTED.pattern})\w*|\S{{25,}})", re.IGNORECASE)
_PIECES = re.compile(r"[^/.?&=_@]{1,30}[/.?&=_@]*|[/.?&=_@]+")
_YEAR = re.compile(r"(1[89]|20)\d\d\b")


@dataclass(frozen=True)
class Imprint:
    """Who publishes: the catalogue's name, its address on the net, and when each case was last changed."""

    name: str
    description: str = ""
    address: str = ""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)

    def date(self, cases: Iterable[Case]) -> datetime.date | None:
        """Return the day of the newest content in `cases`, when it is known."""
        known = (case.confirmed.date if case.confirmed else self.dates.get(case.slug) for case in cases)
        return max(filter(None, known), default=None)


@dataclass(frozen=True)
class Publication:
    """One document to print; `path` is its place on the site."""

    path: str
    title: str
    data: str
    """All that the templates need, as JSON."""


def books(catalogue: Catalogue, imprint: Imprint) -> Iterator[Publication]:
    """Yield the catalogue as one book, or as volumes by theme when there are too many cases for one."""
    volumes = list(_volumes(list(_by_theme(catalogue).items())))
    for number, parts in enumerate(volumes, 1):
        yield _book(catalogue, imprint, parts, number if len(volumes) > 1 else None)


def tag(catalogue: Catalogue, facet: str, slug: str, imprint: Imprint) -> Publication:
    """Return all cases with a tag as one document.

    Raises KeyError when there is no such facet or value.
    """
    term = catalogue.term(facet, slug)
    cases = catalogue.cases_with(facet, slug)
    data = {
        "kind": "samling",
        "title": value_name(facet, term),
        "kicker": FACETS[facet].name,
        "lead": value_definition(facet, term),
        "address": _address(imprint, value_url(facet, slug)),
        "cases": [_case(catalogue, case, imprint) for case in cases],
    }
    return _publication(tag_path(facet, slug), cases, imprint, data)


def selection(catalogue: Catalogue, cases: Sequence[Case], imprint: Imprint) -> Publication:
    """Return chosen cases as one document."""
    data = {
        "kind": "samling",
        "title": "Udvalgte cases",
        "kicker": imprint.name,
        "lead": f"Udvalgte cases fra {imprint.name}.",
        "address": imprint.address,
        "cases": [_case(catalogue, case, imprint) for case in cases],
    }
    return _publication("pdf/udvalg.pdf", cases, imprint, data)


def single(catalogue: Catalogue, case: Case, imprint: Imprint) -> Publication:
    """Return one case as a document."""
    data = {"kind": "case", "title": case.title, "cases": [_case(catalogue, case, imprint)]}
    return _publication(case_path(case), (case,), imprint, data)


def publications(catalogue: Catalogue, imprint: Imprint) -> Iterator[Publication]:
    """Yield every document of the site, the largest first: the book, the tags, the cases."""
    yield from books(catalogue, imprint)
    for facet in FACETS:
        for slug in catalogue.terms(facet):
            if has_document(catalogue, facet, slug):
                yield tag(catalogue, facet, slug, imprint)
    for case in catalogue.cases:
        yield single(catalogue, case, imprint)


def has_document(catalogue: Catalogue, facet: str, slug: str) -> bool:
    """Whether the site has a document of all cases with a tag."""
    return 0 < catalogue.count(facet, slug) <= LARGEST_TAG


def book_paths(catalogue: Catalogue) -> list[str]:
    """Return where the book, or its volumes, lie on the site."""
    volumes = len(list(_volumes(list(_by_theme(catalogue).items()))))
    return [_book_path(number if volumes > 1 else None) for number in range(1, volumes + 1)]


def tag_path(facet: str, slug: str) -> str:
    """Return where a tag's document lies on the site."""
    return f"pdf/{value_url(facet, slug).rstrip('/')}.pdf"


def case_path(case: Case) -> str:
    """Return where a case's document lies on the site."""
    return f"pdf/{case_url(case).rstrip('/')}.pdf"


def _publication(path: str, cases: Sequence[Case], imprint: Imprint, data: Data) -> Publication:
    date = imprint.date(cases)
    full = {
        "name": imprint.name,
        "description": imprint.description,
        "site": imprint.address,
        "count": len(cases),
        "date": text.date(date) if date else "",
        "day": [date.year, date.month, date.day] if date else [],
        "optimised": len(cases) <= OPTIMISED,
        **data,
    }
    return Publication(path, data["title"], json.dumps(_printable(full), ensure_ascii=False, sort_keys=True))


def _book(catalogue: Catalogue, imprint: Imprint, parts: Parts, volume: int | None) -> Publication:
    cases = [case for _, group in parts for case in group]
    shown = {case.slug for case in cases}
    first = volume in {None, 1}
    data = {
        "kind": "katalog",
        "title": imprint.name if volume is None else f"{imprint.name}, bind {volume}",
        "parts": [
            {
                "title": catalogue.term("theme", slug).name,
                "lead": catalogue.term("theme", slug).definition,
                "id": f"tema-{slug}",
                "cases": [_case(catalogue, case, imprint) for case in group],
                "also": [
                    _reference(case, imprint)
                    for case in catalogue.cases_with("theme", slug)
                    if case.slug in shown and case.themes[0] != slug
                ],
            }
            for slug, group in parts
        ],
        "legend": _legend(catalogue),
        "factors": _factors(catalogue) if first else [],
        "points": _points(catalogue) if first else [],
        "glossary": [{"name": c.name, "definition": c.definition} for c in catalogue.concepts()]
        if first
        else [],
        "sources": [_source(s) for s in catalogue.vocabulary["sources"].values() if isinstance(s, Source)],
        "index": [_index(catalogue, imprint, facet, cases) for facet in INDEXED],
    }
    return _publication(_book_path(volume), cases, imprint, data)


def _book_path(volume: int | None) -> str:
    return "pdf/katalog.pdf" if volume is None else f"pdf/katalog-{volume}.pdf"


def _volumes(parts: Parts) -> Iterator[Parts]:
    """Yield parts in groups of at most LARGEST_BOOK cases; a larger part is divided."""
    pieces = [
        (slug, cases[start : start + LARGEST_BOOK])
        for slug, cases in parts
        for start in range(0, len(cases), LARGEST_BOOK)
    ]
    volume: Parts = []
    for slug, cases in pieces:
        if volume and sum(len(group) for _, group in volume) + len(cases) > LARGEST_BOOK:
            yield volume
            volume = []
        volume.append((slug, cases))
    yield volume


def _by_theme(catalogue: Catalogue) -> dict[str, list[Case]]:
    """Return every case under its first theme, the themes in alphabetical order."""
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in catalogue.cases:
        groups[case.themes[0]].append(case)
    return dict(
        sorted(groups.items(), key=lambda group: text.sort_key(catalogue.term("theme", group[0]).name))
    )


def _case(catalogue: Catalogue, case: Case, imprint: Imprint) -> Data:
    return {
        "id": f"case-{case.slug}",
        "title": case.title,
        "summary": case.summary,
        "short": case.short,
        "kicker": [part for part in (_theme(catalogue, case), catalogue.place(case), years(case)) if part],
        "facts": list(_facts(catalogue, case)),
        "purpose": _prose(case.purpose),
        "organisation": _prose(case.organisation),
        "financing": _financing(catalogue, case.financing),
        "gains": [
            {
                "name": catalogue.term("gain_type", gain.type).name,
                "evidence": catalogue.term("evidence", gain.evidence).name,
                "strength": _strength(catalogue, gain.evidence),
                "text": _prose(gain.text),
                "figures": _figures(catalogue, gain.figures),
            }
            for gain in case.gains or ()
        ],
        "drivers": [
            {
                "name": value_name("driver", catalogue.term("driver", driver.factor)),
                "text": _prose(driver.text),
            }
            for driver in case.drivers or ()
        ],
        "barriers": [
            {
                "name": value_name("barrier", catalogue.term("barrier", barrier.factor)),
                "text": _prose(barrier.text),
                "remedy": _prose(barrier.remedy),
            }
            for barrier in case.barriers or ()
        ],
        "advice": [_prose(advice) for advice in case.advice],
        "series": [_series(series) for series in case.series],
        "caveats": [_prose(caveat) for caveat in case.caveats],
        "sources": [
            {
                "name": catalogue.term("source", reference.source).name,
                "where": reference.where,
                "url": reference.url or "",
            }
            for reference in case.sources
        ],
        "contact": _contact(case),
        "confirmed": f"{text.date(case.confirmed.date)} af {case.confirmed.by}" if case.confirmed else "",
        "related": list(_related(catalogue, case, imprint)),
        "address": _address(imprint, case_url(case)),
    }


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
    yield _fact("Tema" if len(case.themes) == 1 else "Temaer", named("theme"))
    yield _fact("Samarbejdsform", named("form"))
    yield _fact("Status", named("status"))
    note = f" ({case.period.note})" if case.period and case.period.note else ""
    yield _fact("Periode", years(case) + note)
    if case.target_group:
        yield {"name": "Målgruppe", "text": _prose(case.target_group)}


def _fact(name: str, value: str) -> Data:
    return {"name": name, "text": [{"t": "paragraph", "c": [value or UNSTATED]}]}


def _financing(catalogue: Catalogue, financing: Financing | None) -> Data | None:
    if financing is None:
        return None
    model = catalogue.term("financing_model", financing.model).name if financing.model else ""
    return {"model": model, "text": _prose(financing.text), "figures": _figures(catalogue, financing.amounts)}


def _figures(catalogue: Catalogue, figures: Iterable[Figure]) -> list[Data]:
    return [
        {
            "value": _value(figure),
            "unit": figure.unit,
            "what": figure.what[:1].upper() + figure.what[1:],
            "period": figure.period or f"periode {UNSTATED}",
            "kind": catalogue.vocabulary["figure_kinds"][figure.kind].name.lower(),
            "firm": figure.kind in {"opgjort", "aftalt"},
        }
        for figure in figures
    ]


def _value(figure: Figure) -> str:
    start = f"{figure.qualifier} " if figure.qualifier else ""
    end = "" if figure.to is None else f"–{text.number(figure.to)}"
    return f"{start}{text.number(figure.value)}{end}"


def _series(series: Series) -> Data:
    numbers = [[cell for cell in row[1:] if not isinstance(cell, str)] for row in series.rows]
    by_year = all(_YEAR.match(str(row[0])) for row in series.rows)
    return {
        "title": series.title,
        "unit": series.unit,
        "columns": list(series.columns),
        "labels": [str(row[0]) for row in series.rows],
        "numbers": numbers,
        "cells": [[UNSTATED if cell is None else text.number(cell) for cell in row] for row in numbers],
        "note": series.note or "",
        "upright": by_year and len(series.rows) <= 12,
        "alt": _described(series),
    }


def _described(series: Series) -> str:
    """Return what a chart shows, in words; all its numbers stand in the table below it."""
    told = []
    for column, name in enumerate(series.columns[1:], 1):
        known = [(str(row[0]), row[column]) for row in series.rows if isinstance(row[column], int | float)]
        ends = [f"{text.number(value)} ({label})" for label, value in (known[:1] + known[1:][-1:])]  # type: ignore[arg-type]
        told.append(f"{name}: {' til '.join(ends) or UNSTATED}.")
    what = f"Søjlediagram: {series.title}, {series.unit}."
    return f"{what} {' '.join(told)} Alle tal står i tabellen under diagrammet."


def _contact(case: Case) -> Data | None:
    contact = case.contact
    if contact is None:
        return None
    return {"text": f"{contact.role}, {contact.organisation}", "mailbox": contact.mailbox or ""}


def _related(catalogue: Catalogue, case: Case, imprint: Imprint) -> Iterator[Data]:
    seen = {case.slug}
    groups = (
        ("Inspireret af", catalogue.inspired_by(case)),
        ("Har inspireret", catalogue.inspired(case)),
        ("Hænger sammen med", catalogue.see_also(case)),
        ("Ligner", catalogue.similar(case)),
    )
    for how, others in groups:
        new = [other for other in others if other.slug not in seen]
        seen |= {other.slug for other in new}
        if new:
            yield {"how": how, "cases": [_reference(other, imprint) for other in new]}


def _reference(case: Case, imprint: Imprint) -> Data:
    return {"id": f"case-{case.slug}", "title": case.title, "url": _address(imprint, case_url(case))}


def _theme(catalogue: Catalogue, case: Case) -> str:
    return catalogue.term("theme", case.themes[0]).name


def _legend(catalogue: Catalogue) -> Data:
    return {
        "evidence": [
            {"name": term.name, "definition": term.definition, "strength": _strength(catalogue, term.slug)}
            for term in catalogue.vocabulary["evidence"].values()
        ],
        "kinds": [
            {"name": term.name, "definition": term.definition}
            for term in catalogue.vocabulary["figure_kinds"].values()
        ],
        "forms": [
            {"name": term.name, "definition": term.definition}
            for term in catalogue.vocabulary["forms"].values()
            if isinstance(term, Form)
        ],
    }


def _strength(catalogue: Catalogue, evidence: str) -> list[int]:
    """Return how many of the grades of evidence a gain has reached."""
    grades = list(catalogue.vocabulary["evidence"])
    return [len(grades) - grades.index(evidence), len(grades)]


def _factors(catalogue: Catalogue) -> list[Data]:
    return [
        {
            "name": term.name,
            "definition": term.definition,
            "driver": catalogue.count("driver", term.slug),
            "barrier": catalogue.count("barrier", term.slug),
        }
        for term in catalogue.vocabulary["factors"].values()
    ]


def _points(catalogue: Catalogue) -> list[Data]:
    points = [point for point in catalogue.vocabulary["points"].values() if isinstance(point, Point)]
    return [
        {
            "phase": name,
            "points": [{"name": p.name, "definition": p.definition} for p in points if p.phase == phase],
        }
        for phase, name in PHASES.items()
    ]


def _source(source: Source) -> Data:
    return {
        "name": source.name,
        "title": source.title,
        "publisher": f"{source.publisher}, {source.year}",
        "definition": source.definition,
        "limits": source.limits,
    }


def _index(catalogue: Catalogue, imprint: Imprint, facet: str, shown: Sequence[Case]) -> Data:
    entries = []
    for slug, term in catalogue.terms(facet).items():
        tagged = {case.slug for case in catalogue.cases_with(facet, slug)}
        if cases := [case for case in shown if case.slug in tagged]:
            entries.append(
                {"name": value_name(facet, term), "cases": [_reference(case, imprint) for case in cases]}
            )
    return {
        "title": FACETS[facet].plural,
        "entries": sorted(entries, key=lambda e: text.sort_key(str(e["name"]))),
    }


def _address(imprint: Imprint, path: str) -> str:
    return f"{imprint.address.rstrip('/')}/{path}" if imprint.address else ""


# Text


def _prose(markdown: str | None) -> list[Data] | None:
    return None if markdown is None else [_node(child) for child in tree(markdown).children]


def _node(node: Node) -> Any:
    """Return a node of Markdown as data: kind, children, and what else it has."""
    if node.type == "text":
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return " " if node.type == "softbreak" else {"t": "break"}
    if node.type in {"code_inline", "fence", "code_block"}:
        return {"t": "code" if node.type == "code_inline" else "block_code", "v": node.content.rstrip("\n")}
    data: Data = {"t": node.type}
    children = node.children[0].children if _holds_inline(node) else node.children
    data["c"] = [_node(child) for child in children]
    if node.type == "link":
        data["u"] = str(node.attrs["href"])
    if node.type == "ordered_list":
        data["start"] = int(node.attrs.get("start", 1))
    return data


def _holds_inline(node: Node) -> bool:
    return len(node.children) == 1 and node.children[0].type == "inline"


def _printable(data: Any, key: str = "") -> Any:
    """Return data with every text composed and endless words in pieces; addresses and keys stay whole."""
    if isinstance(data, str):
        return data if key in {"id", "t", "u", "url", "mailbox", "kind"} else _words(data)
    if isinstance(data, list):
        return [_printable(value, key) for value in data]
    if isinstance(data, dict):
        return {name: _printable(value, name) for name, value in data.items()}
    return data


def _words(value: str) -> Any:
    """Return text composed; where a word needs care, in pieces: plain, never to be divided, or None for a break."""
    composed = unicodedata.normalize("NFC", value).replace("\N{SOFT HYPHEN}", "")
    if not _CARE.search(composed):
        return composed
    pieces: list[Any] = []
    for part in filter(None, _CARE.split(composed)):
        if not _CARE.fullmatch(part):
            pieces.append(part)
        elif len(part) > 40 or _is_address(part):
            ends = ({"n": piece} for piece in _PIECES.findall(part))
            pieces += [piece for end in ends for piece in (end, None)][:-1]
        else:
            pieces.append({"n": part} if _LISTED.search(part) else part)
    return {"t": "pieces", "v": pieces}


def _is_address(word: str) -> bool:
    return re.search(r"[/@_]|\.\w", word) is not None
