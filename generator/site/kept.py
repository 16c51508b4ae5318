"""Pages as they were rendered before: each is the same while the catalogue answers all that it asked as it did then."""

import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator import store
from generator.pages import Page
from generator.site.questions import Questions, UntoldError
from generator.store import Store

KIND = "page"
"""What a store calls them."""
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
        self._found: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}

    def find(self, pages: Iterable[Page]) -> None:
        """Take some pages out of the store."""
        if self._store.keeps:
            self._found = self._store.find(KIND, [key for page in pages if (key := self._key(page))])

    def render(self, page: Page, render: Callable[[], Rendered]) -> Rendered:
        """Return a page as it was rendered before; where something is different now, as it is rendered anew."""
        key = self._key(page) if self._store.keeps else None
        if key is None:
            return render()
        if found := self._still(self._found.pop(key, None)):
            return found
        rendered, asked = self._questions.listen(render)
        if asked is not None:
            self._keep(key, rendered, asked)
        return rendered

    def close(self) -> None:
        """Put into the store what was rendered anew."""
        self._store.keep(KIND, self._new)
        self._new = {}

    def _key(self, page: Page) -> str | None:
        """Return what a page is known by; None for one that nothing is told of."""
        try:
            return store.key(self._made_of, self._questions.told(page))
        except UntoldError:
            return None

    def _still(self, kept: bytes | None) -> Rendered | None:
        """Return a page that was kept, if all that it asked is answered as before."""
        if kept is None:
            return None
        asked, answers, content, head = json.loads(zlib.decompress(kept))
        try:
            is_same = self._questions.answers(map(tuple, asked)) == answers
        except (UntoldError, LookupError):
            return None
        return Rendered(content, head) if is_same else None

    def _keep(self, key: str, rendered: Rendered, asked: Iterable[tuple[str, str, str]]) -> None:
        try:
            record = [asked, self._questions.answers(asked), rendered.content, rendered.head]
        except UntoldError:
            return
        self._new[key] = zlib.compress(json.dumps(record, ensure_ascii=False).encode(), 1)
        if len(self._new) >= AT_ONCE:
            self.close()
