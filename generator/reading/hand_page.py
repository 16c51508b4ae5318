"""The view that a page which somebody wrote by hand asks for at its top."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.messages import message
from generator.near import nearest
from generator.problems import Problem
from generator.reading.beside import is_aside, pages
from generator.reading.hints import maybe
from generator.reading.naming import shown_name

_TOP = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_VIEW = re.compile(r"^view *: *(?=(['\"]?)([\w./-]*)\1 *(?:#.*)?$)?", re.MULTILINE)


def unknown_views(folder: Path, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page in a folder that asks for a view of another name than those that are `known`.

    Only a plain name is seen; what else stands there a build tells of.
    """
    for path in pages(folder):
        content = ""
        with suppress(OSError):
            content = files.read(path).decode(errors="replace").replace("\r\n", "\n")
        top = _TOP.match(content.removeprefix("\ufeff"))
        found = top and _VIEW.search(top[0])
        if found and found[2] and found[2] not in known and not is_aside(path.relative_to(folder).parts):
            yield unknown_view(shown_name(path, folder), content, found[2], known)


def unknown_view(file: str, content: str, view: str, known: Collection[str]) -> Problem:
    """Return what is wrong with a page that asks for a view that there is not, where it does."""
    found = _VIEW.search(content)
    line = content.count("\n", 0, found.start()) + 1 if found else 1
    column = found.end() - found.start() + 1 if found else 1
    names = sorted(known)
    told = message("unknown_view", maybe(nearest(view, names)), view=view, names=", ".join(names))
    return Problem(file, line, column, "", told, "unknown_view")
