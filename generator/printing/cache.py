"""Files that are made already, by what they were made of; one that is not whole counts as missing."""

import hashlib
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from generator import files

KEPT = 24 * 60 * 60
"""Seconds before a file that nobody asked for is deleted: another build may be about to use it."""


def find(folder: Path, keys: Collection[str]) -> dict[str, Path]:
    """Return the files that are there, and are as they were kept, by key."""
    found: dict[str, Path] = {}
    for path in folder.glob("*-*.pdf"):
        key = path.stem.partition("-")[0]
        with suppress(OSError):
            if key in keys and path == _path(folder, key, files.read(path)):
                found[key] = path
    return found


def keep(folder: Path, key: str, content: bytes) -> Path:
    """Write a file and return where it lies."""
    path = _path(folder, key, content)
    files.save({path: content})
    return path


def prune(folder: Path, kept: Collection[Path]) -> None:
    """Delete what the folder holds beside `kept`, once it is old."""
    for path in folder.glob("*.pdf"):
        with suppress(OSError):
            if path not in kept and time.time() - path.stat().st_mtime > KEPT:
                path.unlink()


def _path(folder: Path, key: str, content: bytes) -> Path:
    """Return a name that tells what a file was made of and what it holds."""
    return folder / f"{key}-{hashlib.sha256(content).hexdigest()[:16]}.pdf"
