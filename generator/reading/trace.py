"""What a folder of cases and its settings are made of, as one short text that is another once anything is."""

import hashlib
import os
import re
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from generator import files
from generator.reading.naming import PARTS

SMALL = 1_000_000
"""So many bytes of a file are read; of a larger one the size and the moments tell enough.

One is when it was saved, which copies keep; the other, which nobody can set back, when it came or was changed there.
"""
_INHERIT = b"INHERIT"
_PARENT = re.compile(rb"^\s*[\"']?INHERIT[\"']?\s*:\s*(.*?)(?:\s+#.*|\s*)$", re.MULTILINE)
_THEME = re.compile(rb"(?:custom_dir|docs_dir)[\"']?\s*:\s*[\"']?([^\"'#,}\n]+?)\s*[\"',}#\n]")


def traced(folder: Path, settings: Path) -> str | None:
    """Return the trace of a folder and of the file with its settings; None where something cannot be told."""
    digest = hashlib.sha256(f"{folder.name}\0{settings.name}".encode("utf-8", "surrogatepass"))
    try:
        for part in (*settings_in(settings.resolve()), *files_in(os.fsencode(folder))):
            digest.update(len(part).to_bytes(8) + part)
    except OSError:
        return None
    return digest.hexdigest()


def settings_in(file: Path, heirs: tuple[Path, ...] = ()) -> Iterator[bytes]:
    """Yield the settings in a file and in those that it inherits them from, with which folders of templates there are.

    Raises OSError when it cannot be told, as when YAML alone knows which they are.
    """
    if file in heirs or not file.is_file():
        yield b"none"
        return
    content = files.read(file)
    yield content
    for name in _THEME.findall(content):
        folder = file.parent / os.fsdecode(name)
        yield bytes([folder.is_dir(), *((folder / part).exists() for part in PARTS)])
    named = [os.fsdecode(name.strip(b"\"'")) for name in _PARENT.findall(content)]
    parents = [parent for name in named if (parent := (file.parent / name).resolve()).is_file()]
    if len(parents) != content.count(_INHERIT):
        raise OSError
    for parent in parents:
        yield from settings_in(parent, (*heirs, file))


def files_in(folder: bytes) -> Iterator[bytes]:
    """Yield the names and contents of all in a folder; raises OSError of what is neither folder nor plain file."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        yield entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(entry.path)
        elif not entry.is_file(follow_symlinks=False):
            raise OSError
        else:
            yield _content(entry)
    yield b"/"


def _content(entry: os.DirEntry[bytes]) -> bytes:
    with FileIO(entry.path) as file:
        known = os.fstat(file.fileno())
        if known.st_size < SMALL:
            return file.readall()
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}".encode()
