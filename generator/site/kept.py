"""Pages as they were rendered before: each is the same while the catalogue answers all that it asked as it did then."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator import store
from generator.pages import Page
from generator.site.questions import NOTHING, Heard, Question, Questions, UntoldError
from generator.store import Store

KIND, ASKED = "page", "asked"
"""What a store calls them, and what they asked."""
AT_ONCE = 1_000
"""How many pages are written to the store at a time."""


@dataclass(frozen=True)
class Rendered:
    """The content of a page, and what it adds to the head of the document, as safe HTML."""

    content: str
    head: str


class Kept:
    """The pages in a store, which are `made_of` all that does not follow from a page itself and from its questions."""

    def __init__(self, kept: Store, made_of: str, questions: Questions) -> None:
        """Find nothing yet."""
        self._store, self._made_of, self._questions = kept, made_of, questions
        self._asked: dict[str, tuple[Question, ...]] = {}
        self._states: dict[str, str | None] = {}
        self._found: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}

    def find(self, pages: Iterable[Page]) -> None:
        """Find out which of all pages are as they were."""
        if self._store.keeps:
            some = [*pages]
            before = self._asked_before()
            self._asked = {page.url: before[page.url] for page in some if page.url in before}
            self._states = {page.url: self._state(page) for page in some}

    def state(self, page: Page) -> str | None:
        """Return what a page is known by together with all that it asked; None where it must be rendered to tell."""
        return self._states.get(page.url)

    def fetch(self, pages: Iterable[Page]) -> None:
        """Take the pages that are as they were out of the store."""
        self._found |= self._store.find(KIND, [state for page in pages if (state := self.state(page))])

    def render(self, page: Page, render: Callable[[], Rendered]) -> Rendered:
        """Return a page as it was rendered before; where something is different now, as it is rendered anew."""
        if found := self._found.pop(self.state(page) or "", None):
            head, _, content = zlib.decompress(found).decode().partition("\0")
            return Rendered(content, head)
        if page.url not in self._states:
            return render()
        rendered, heard = self._questions.listen(render, page.context.get("case"))
        if heard is not None:
            self._keep(page, rendered, heard)
        return rendered

    def close(self) -> None:
        """Put into the store what was rendered anew."""
        if self._new:
            self._store.keep(KIND, self._new)
            self._store.keep(ASKED, {self._made_of: _packed(self._asked)})
            self._new.clear()

    def _asked_before(self) -> Mapping[str, tuple[Question, ...]]:
        """Return what each page asked when it was rendered last, by its address."""
        found = self._store.find(ASKED, [self._made_of])
        return _unpacked(found[self._made_of]) if found else {}

    def _state(self, page: Page, heard: Heard = NOTHING) -> str | None:
        """Return the state of a page by what it asked; None when that is not known, or no question any more."""
        asked = self._asked.get(page.url)
        if asked is None:
            return None
        try:
            answers = self._questions.answers(asked, page.context.get("case"), heard)
            return store.key(self._made_of, self._questions.told([page, answers]))
        except (UntoldError, LookupError):
            return None

    def _keep(self, page: Page, rendered: Rendered, heard: Heard) -> None:
        self._asked[page.url] = tuple(heard)
        state = self._states[page.url] = self._state(page, heard)
        if state is None:
            return
        self._new[state] = zlib.compress(f"{rendered.head}\0{rendered.content}".encode(), 1)
        if len(self._new) >= AT_ONCE:
            self.close()


def _packed(asked: Mapping[str, tuple[Question, ...]]) -> bytes:
    """Return what pages asked as bytes: what many ask alike stands there once."""
    numbers: dict[tuple[Question, ...], int] = {}
    pages = {url: numbers.setdefault(each, len(numbers)) for url, each in asked.items()}
    return zlib.compress(json.dumps([[*numbers], pages]).encode(), 1)


def _unpacked(content: bytes) -> Mapping[str, tuple[Question, ...]]:
    """Return what pages asked of such bytes."""
    told, pages = json.loads(zlib.decompress(content))
    alike = [tuple(map(tuple, each)) for each in told]
    return {url: alike[number] for url, number in pages.items()}
