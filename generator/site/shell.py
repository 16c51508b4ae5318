"""The page around the content: rendered once for all pages that share it, then filled with what is each page's own."""

import logging
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment

from generator import store
from generator.wording import wording

TEMPLATE = "filled.html"
"""The template of a page that comes filled."""
log = logging.getLogger("mkdocs.plugins.casekatalog")
_MARK = re.compile("(?:<h1 )?\ue000(\\w+)\ue001")
_META = ("title", "short_title", "description", "head")
_OWN = {*_META, "content", "outline"}
_LINE = {"url": "#a", "title": "A"}
_HEADED = SimpleNamespace(
    toc=[SimpleNamespace(**_LINE, level=2, children=[SimpleNamespace(**_LINE, level=3, children=[])])]
)
"""A page with headings, which shows how any is outlined."""


@dataclass(frozen=True)
class _Blank:
    """A page of which only what it shares with others is known; LookupError tells what else a template asks for."""

    url: str
    meta: Mapping[str, Any]
    canonical_url: str | None
    content: str = "<h1 \ue000content\ue001"  # a page without a heading would be given one
    title: str = "\ue000title\ue001"
    is_homepage: bool = False

    def __getattr__(self, name: str) -> Any:
        raise LookupError(f"page.{name}")


Kind = Hashable
"""What pages have in common that are surrounded by the same."""


def kind(url: str, above: object, hidden: Iterable[str], is_addressed: bool) -> Kind:
    """Return the kind of a page: those of one lie as deep below the same first folder, and below the same page."""
    return (url.partition("/")[0], url.count("/"), id(above), *hidden, is_addressed)


def _kind_of(page: Any) -> Kind:
    return kind(page.url, page.parent, page.meta["hide"], bool(page.canonical_url))


class Shell:
    """Fills what surrounds the content of pages that are in no menu and have a heading."""

    def __init__(self, environment: Environment) -> None:
        """Take the theme's templates."""
        self._environment = environment
        self._place = environment.from_string("\ue000outline\ue001")
        self._outline: Any = None
        self._words: Any = None
        self._rendered: dict[Kind, list[str] | None] = {}
        self._keys: dict[int, str] = {}

    def fill(self, page: Any, context: Mapping[str, Any]) -> str:
        """Return a page of MkDocs, the same as its template gives in `context`.

        Where that asks for more of a page than is filled in, or for less, it is rendered for each page.
        """
        if (kind := _kind_of(page)) not in self:
            self.learn(page, context)
        parts = self._rendered[kind]
        if parts is None:
            return self._environment.get_template("main.html").render(context)
        own = {
            **{name: page.meta[name] for name in _META},
            "canonical": page.canonical_url,
            "content": page.content,
        }
        if "toc" not in page.meta["hide"]:
            own["outline"] = self._outline.render(page=page, lang=self._words)
        return "".join(own[part] if index % 2 else part for index, part in enumerate(parts))

    def __contains__(self, kind: Kind) -> bool:
        """Return whether it is known what surrounds the pages of a kind."""
        return kind in self._rendered

    def learn(self, page: Any, context: Mapping[str, Any]) -> None:
        """Render what surrounds a page and all others of its kind."""
        self._rendered[_kind_of(page)] = self._around(page, context)

    def key(self, kind: Kind) -> str | None:
        """Return what is another text once anything around the pages of a kind is; None where each is rendered."""
        parts = self._rendered[kind]
        if parts is None:
            return None
        if id(parts) not in self._keys:
            self._keys[id(parts)] = store.key(*parts, self._outline.render(page=_HEADED, lang=self._words))
        return self._keys[id(parts)]

    def _around(self, page: Any, context: Mapping[str, Any]) -> list[str] | None:
        """Return what surrounds the content, or None, after telling why, where the theme is another than is known."""
        try:
            return self._render(page, context)
        except LookupError as error:
            log.info(wording.building["other_theme"].format(error=error))
            return None

    def _render(self, page: Any, context: Mapping[str, Any]) -> list[str]:
        """Return the page around the content, and in every other place the name of what is to be filled in.

        Raises LookupError when the theme has no such templates, asks for more of a page, or shows less of it.
        """
        self._outline = self._environment.get_template("components/outline.html")
        language = self._environment.get_template("partials/language.html")
        self._words = self._words or language.make_module({**context})
        meta = {**page.meta, **{name: f"\ue000{name}\ue001" for name in _META}}
        blank = _Blank(page.url, meta, page.canonical_url and "\ue000canonical\ue001")
        parts = _MARK.split(
            self._environment.get_template("main.html").render(
                {**context, "page": blank, "outline": self._place}
            )
        )
        hidden = {"outline"} if "toc" in page.meta["hide"] else set()
        if missing := _OWN.difference(parts[1::2], hidden):
            raise LookupError(f"main.html: {', '.join(sorted(missing))}")
        return parts
