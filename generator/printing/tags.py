"""The tags of a PDF, completed: what the engine cannot say yet about headings, tables and links."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

_PLACE = re.compile(r"[^\W\d]+ [0-9]+$")
"""What the engine calls a page that a link leads to, in the language of the document."""
DEEPEST = 6
"""The deepest level of heading that PDF knows."""


def complete(document: pikepdf.Pdf, links: Mapping[str, str]) -> None:
    """Make the title a heading above the others, and give tables row headers and captions, links their goal.

    `links` says what web addresses are called.
    """
    root = document.Root.StructTreeRoot
    elements = list(_elements(root))
    if any(element.S == "/Title" for element in elements):
        root.RoleMap["/Title"] = pikepdf.Name.H1
        for element in elements:
            _lower(element)
    for element in elements:
        if element.S == "/Span" and element.P.S == "/Document":
            element.S = pikepdf.Name.P
    tables = [element for element in elements if element.S == "/Table"]
    for parent in {table.P.objgen: table.P for table in tables}.values():
        _caption_tables(parent)
    for table in tables:
        _head_rows(table)
    _name_links(document, links)


def _elements(element: Any) -> Iterator[Any]:
    """Yield every element below one, in reading order."""
    for kid in _kids(element):
        if _is_element(kid):
            yield kid
            yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _lower(heading: Any) -> None:
    """Put a heading one level down."""
    name = str(heading.S)
    if name[:2] == "/H" and name[2:].isdigit():
        heading.S = pikepdf.Name(f"/H{min(DEEPEST, int(name[2:]) + 1)}")


def _caption_tables(parent: Any) -> None:
    """Make the paragraph before each table in an element, or before the chart above it, the table's caption."""
    kids: list[Any] = []
    all_kids = _kids(parent)
    for kid in all_kids:
        if _is(kid, "/Table"):
            last = len(kids) - 1
            while last >= 0 and (not _is_element(kids[last]) or _is(kids[last], "/Figure")):
                last -= 1
            if last >= 0 and _is(kids[last], "/P"):
                caption = kids.pop(last)
                kid.K = pikepdf.Array([caption, *_kids(kid)])
                caption.S = pikepdf.Name.Caption
                caption.P = kid
        kids.append(kid)
    if len(kids) < len(all_kids):
        parent.K = pikepdf.Array(kids)


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _is(kid: Any, *kinds: str) -> bool:
    return _is_element(kid) and kid.S in kinds


def _head_rows(table: Any) -> None:
    """Make the first cell of each row its header; scopes alone then say which headers a cell has."""
    for row in (element for element in _elements(table) if element.S == "/TR"):
        is_head = True
        for cell in _kids(row):
            attributes = [_without_headers(each) for each in cell.get("/A", [])]
            if is_head and cell.S == "/TD":
                cell.S = pikepdf.Name.TH
                attributes.append(pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row))
            is_head = is_head and any(
                "/RowSpan" in each for each in attributes
            )  # which heads each of its rows
            if told := [each for each in attributes if len(each) > 1]:
                cell.A = pikepdf.Array(told)
            elif "/A" in cell:
                del cell["/A"]


def _without_headers(attributes: Any) -> Any:
    if "/Headers" in attributes:
        del attributes["/Headers"]
    return attributes


def _name_links(document: pikepdf.Pdf, links: Mapping[str, str]) -> None:
    """Let each link say where it leads: by the bookmark there ("Een plan, side 12"), or on the web by `links`."""
    with document.open_outline() as outline:
        titles = {_spot(item.destination): str(item.title) for item in _items(outline.root)}
    goals = pikepdf.NameTree(document.Root.Names.Dests) if "/Names" in document.Root else {}
    spots = {str(name): _spot(goal) for name, goal in goals.items()}
    for page in document.pages:
        for link in page.get("/Annots", []):
            goal = link.get("/Dest")
            spot = _spot(goal) if isinstance(goal, pikepdf.Array) else spots.get(str(goal))
            place = _PLACE.search(str(link.Contents))
            if place and spot in titles:
                link.Contents = pikepdf.String(f"{titles[spot]}, {place[0]}")
            elif name := links.get(_address(link)):
                link.Contents = pikepdf.String(name)


def _address(link: Any) -> str:
    """Return the address that a link leads to on the web, or nothing."""
    return str(link.A.URI) if "/A" in link and "/URI" in link.A else ""


def _items(items: Any) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _items(item.children)


def _spot(goal: Any) -> tuple[tuple[int, int], float]:
    """Return the page and the height on it where a destination is."""
    page, _, _, height, *_ = goal.D if isinstance(goal, pikepdf.Dictionary) else goal
    return page.objgen, round(float(height), 1)
