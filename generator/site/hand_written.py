"""What people wrote by hand, beside what is generated: pages, and the files of cases."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from generator.model import Case
from generator.prose import plain
from generator.reading.hand_page import unknown_view
from generator.reading.naming import SUFFIX
from generator.search.index import Entry
from generator.site.unwritten import url_of


def sources(cases: Iterable[Case], folder: Path) -> dict[str, bytes]:
    """Return the files of the sound cases by slug; the others may be anything, even a folder or a pipe."""
    return {case.slug: (folder / f"{case.slug}{SUFFIX}").read_bytes() for case in cases}


def entries(files: Files) -> Iterator[Entry]:
    """Yield the pages that somebody wrote by hand, for the search."""
    for file in files.documentation_pages():
        if file.generated_by is None and file.inclusion is not InclusionLevel.EXCLUDED:
            text, meta = get_data(file.content_string)
            heading, _, body = text.lstrip().removeprefix("# ").partition("\n")
            title, lead = meta.get("title", heading), meta.get("description", "")
            yield Entry("page", title, url_of(file), lead, plain(body))


def view_of(page: Page, known: Collection[str]) -> str | None:
    """Return the view that a page asks for, if it asks for any; raises PluginError when it is none that is known."""
    if page.meta.get("view") is None:
        return None
    view = str(page.meta["view"])
    if view in known:
        return view
    shown = f"{Path(page.file.src_dir or '').name}/{page.file.src_uri}"
    raise PluginError(str(unknown_view(shown, page.file.content_string, view, known)))
