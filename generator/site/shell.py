"""The page around the content: rendered once for all pages that share it, then filled with what is each page's own."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

TEMPLATE = "filled.html"
"""The template of a page that comes filled."""
_MARK = re.compile("(?:<h1 )?\ue000(\\w+)\ue001")
_META = ("title", "short_title", "description", "head")
_OWN = {*_META, "content", "outline"}


@dataclass(frozen=True)
class _Blank:
    """A page of which only what it shares with others is known; whatever else a template asks for is an error."""

    url: str
    meta: Mapping[str, Any]
    canonical_url: str | None
    content: str = "<h1 \ue000content\ue001"  # a page without a heading would be given one
    title: str = "\ue000title\ue001"
    is_homepage: bool = False

    def __getattr__(self, name: str) -> Any:
        raise LookupError(
            f"page.{name} stands in the page around the content, but site/shell.py knows nothing of it"
        )


class Shell:
    """Fills what surrounds the content of pages that are in no menu and have a heading."""

    def __init__(self, environment: Environment) -> None:
        """Take the theme's templates."""
        self._page = environment.get_template("main.html")
        self._outline = environment.get_template("components/outline.html")
        self._language = environment.get_template("partials/language.html")
        self._place = environment.from_string("\ue000outline\ue001")
        self._words: Any = None
        self._rendered: dict[Hashable, list[str]] = {}

    def fill(self, page: Any, context: Mapping[str, Any]) -> str:
        """Return a page of MkDocs, the same as its template gives in `context`.

        Raises LookupError when the template asks for more of a page than is filled in, or for less.
        """
        folder = page.url.rstrip("/").rpartition("/")[0]
        key = (folder, id(page.parent), *page.meta["hide"], bool(page.canonical_url))
        if key not in self._rendered:
            self._rendered[key] = self._render(page, context)
        own = {
            **{name: page.meta[name] for name in _META},
            "canonical": page.canonical_url,
            "content": page.content,
            "outline": self._outline.render(page=page, lang=self._words),
        }
        return "".join(own[part] if index % 2 else part for index, part in enumerate(self._rendered[key]))

    def _render(self, page: Any, context: Mapping[str, Any]) -> list[str]:
        """Return the page around the content, and in every other place the name of what is to be filled in."""
        self._words = self._words or self._language.make_module({**context})
        meta = {**page.meta, **{name: f"\ue000{name}\ue001" for name in _META}}
        blank = _Blank(page.url, meta, page.canonical_url and "\ue000canonical\ue001")
        parts = _MARK.split(self._page.render({**context, "page": blank, "outline": self._place}))
        hidden = {"outline"} if "toc" in page.meta["hide"] else set()
        if missing := _OWN.difference(parts[1::2], hidden):
            raise LookupError(f"main.html shows no {', '.join(sorted(missing))} of a page")
        return parts
