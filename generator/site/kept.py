"""Pages as they were rendered before: each is the same while the catalogue answers all that it asked as it did then."""

import json
import zlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from generator import store
from generator.pages import Page
from generator.site.questions import Question, Questions, UntoldError
from generator.store import Store

KIND, ASKED = "page", "asked"
"""What a store calls them, and what each asked."""
AT_ONCE = 200
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
        self._keys: dict[str, str | None] = {}
        self._states: dict[str, str | None] = {}
        self._found: dict[str, bytes] = {}
        self._new: dict[str, dict[str, bytes]] = {KIND: {}, ASKED: {}}

    def find(self, pages: Iterable[Page]) -> None:
        """Find out which of some pages are as they were."""
        if not self._store.keeps:
            return
        self._keys = {page.url: self._key(page) for page in pages}
        asked = self._store.find(ASKED, [key for key in self._keys.values() if key])
        for url, key in self._keys.items():
            self._states[url] = self._state(key, asked[key]) if key in asked else None

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
        key = self._keys.get(page.url)
        if key is None:
            return render()
        rendered, asked = self._questions.listen(render)
        if asked is not None:
            self._keep(page, key, rendered, asked)
        return rendered

    def close(self) -> None:
        """Put into the store what was rendered anew."""
        for kind, contents in self._new.items():
            self._store.keep(kind, contents)
            contents.clear()

    def _key(self, page: Page) -> str | None:
        """Return what a page is known by; None for one that nothing is told of."""
        try:
            return store.key(self._made_of, self._questions.told(page))
        except UntoldError:
            return None

    def _state(self, key: str, asked: bytes) -> str | None:
        """Return the state of a page by what it asked before; None when that is no question any more."""
        try:
            return store.key(key, self._questions.answers(map(tuple, json.loads(asked))))
        except (UntoldError, LookupError):
            return None

    def _keep(self, page: Page, key: str, rendered: Rendered, asked: Collection[Question]) -> None:
        state = self._states[page.url] = store.key(key, self._questions.answers(asked))
        self._new[KIND][state] = zlib.compress(f"{rendered.head}\0{rendered.content}".encode(), 1)
        self._new[ASKED][key] = json.dumps([*asked]).encode()
        if len(self._new[KIND]) >= AT_ONCE:
            self.close()
