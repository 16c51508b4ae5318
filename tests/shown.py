"""What readers are shown: the texts of a page, and those of data."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

INLINE = {"a", "b", "strong", "em", "i", "code", "abbr"}
"""The elements that stand inside a sentence."""
SILENT = {"script", "style", "template", "pre"}
"""Those that nobody reads, and citations for programs."""
READ = {"alt", "title", "aria-label", "placeholder", "label"}
"""The attributes that are read; those of `data-` are shown by scripts where they are words."""
NOT_SHOWN = {"data-parts", "data-form-section", "data-form-fields", "data-form-more"}
"""Attributes with the names of fields, which scripts look up."""
TOLD = {"description", "og:title", "og:description", "og:image:alt", "og:site_name", "citation_title"}
"""What else the head of a page tells."""


class Shown(HTMLParser):
    """Collects what a page shows: a text for each block, and each attribute that is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._told: list[str] = []
        self._silent: list[str] = []
        self.feed(html)
        self._end()

    def _end(self) -> None:
        self.texts.append("".join(self._told))
        self._told.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        if tag not in INLINE:
            self._end()
        values = {name: value or "" for name, value in attrs}
        self.texts += [value for name, value in values.items() if name in READ or _is_shown(name, value)]
        if values.get("name", values.get("property")) in TOLD:
            self.texts.append(values["content"])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            self._silent.remove(tag)
        if tag not in INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._told.append(data)


def _is_shown(name: str, value: str) -> bool:
    """Return whether an attribute is for a script to show: a sentence, or what begins with a capital letter."""
    is_for_scripts = name.startswith("data-") and name not in NOT_SHOWN
    return is_for_scripts and bool(re.match(r"[^\W\d_a-z]|.*[a-zæøå] [a-zæøå]", value))


def scalars(value: object) -> Iterator[str]:
    """Yield all keys and values of data that are texts."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from scalars(each)
    elif value is not None:
        yield str(value)
