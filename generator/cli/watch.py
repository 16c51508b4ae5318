"""Files that change while somebody works on them."""

import time
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.3
"""Seconds between two looks."""


def changes(folder: Path) -> Iterator[None]:
    """Yield at once, and then each time a YAML file in `folder` has been saved, added or removed."""
    seen = None
    while True:
        now = {path: _saved(path) for path in folder.rglob("*.y*ml")}
        if now != seen:
            seen = now
            yield
        time.sleep(PAUSE)


def _saved(path: Path) -> int | None:
    """Return when a file was saved; None when it is gone, as when a program puts another in its place."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None
