"""What the web addresses in a document are called, for readers who hear a link alone."""

from collections.abc import Iterator
from typing import Any

from generator.wording import wording


def names(data: Any) -> dict[str, str]:
    """Return a name for every address that the data of a document links to: of several, the first."""
    found: dict[str, str] = {}
    for url, name in _named(data):
        if url and name != url:
            found.setdefault(url, name)
    return found


def _named(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, list):
        for item in data:
            yield from _named(item)
    if isinstance(data, dict):
        yield from _own(data)
        yield from _named([*data.values()])


def _own(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the addresses of one part of a document: of the site, of a case, of a source, in a text."""
    match data:
        case {"site": url, "name": name}:
            yield url, wording.print_links["online"].format(title=name)
        case {"url": url, "title": title} | {"address": url, "title": title}:
            yield url, wording.print_links["online"].format(title=title)
        case {"url": url, "mailbox": mailbox, "text": text}:
            yield url, text
            yield f"mailto:{mailbox}", wording.print_links["mail"].format(mailbox=mailbox)
        case {"t": "link", "u": url, "c": content}:
            yield url, _text(content)


def _text(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_text, node))
    return str(node.get("v", "")) + _text(node.get("c", [])) if isinstance(node, dict) else str(node)
