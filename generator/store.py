"""What was worked out before, kept in one file by what it was made of: a build or a check does only what is new.

It is a cache and no more: what is missing, broken, locked or switched off is worked out anew, with the same result.
"""

import hashlib
import json
import os
import sqlite3
import sys
import sysconfig
import time
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.wording import wording

FILE = Path(".cache/store.sqlite")
"""Where it lies in the folder of a catalogue."""
SWITCH = "CASEKATALOG_STORE"
"""The variable of the environment that is `false` where nothing shall be kept."""
LARGEST = 2 * 1024**3
"""How many bytes the file may have before what nobody asked for longest goes."""

_OURS, _SHAPE = 0x43617365, 1
"""What SQLite says of a file that is a store, and of how it is set up."""
_TABLE = """
CREATE TABLE kept (kind TEXT, key TEXT, used INTEGER, checksum INTEGER, content BLOB, PRIMARY KEY (kind, key));
"""
_FOUND = """
SELECT key, used, checksum, content FROM kept
WHERE kind = ? AND key IN (SELECT value FROM json_each(?))
"""
_PATIENCE = 5.0
"""Seconds to wait while another build writes."""
_LEFT = 0.75
"""The share of the largest size that is left when something must go."""
_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Store:
    """Contents by their kind, such as `case`, and their key; without a file, which need not be there, always empty."""

    file: Path | None = None
    largest: int = LARGEST

    @property
    def keeps(self) -> bool:
        """Whether there is a file to keep something in."""
        return self.file is not None

    def find(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Return the contents that are there, and are as they were kept, by key."""
        found: dict[str, bytes] = {}
        if self.file is None or not keys or not os.access(self.file, os.R_OK):
            return found
        today, aged = _today(), []
        with _healing(self.file), _opened(self.file) as base:
            for key, used, checksum, content in base.execute(_FOUND, (kind, json.dumps([*keys]))):
                if isinstance(content, bytes) and zlib.crc32(content) == checksum:
                    found[key] = content
                    if used != today:
                        aged.append((today, kind, key))
            base.executemany("UPDATE kept SET used = ? WHERE kind = ? AND key = ?", aged)
        return found

    def keep(self, kind: str, contents: Mapping[str, bytes]) -> None:
        """Keep contents by key, for as long as there is room."""
        if self.file is None or not contents:
            return
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
        today = _today()
        with _healing(self.file), _opened(self.file) as base:
            base.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)",
                ((kind, key, today, zlib.crc32(each), each) for key, each in contents.items()),
            )
            _make_room(base, self.largest)

    def complete(self, kind: str, makes: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
        """Return contents by key, in the order of `makes`: those that are there, and the others made and kept."""
        found = self.find(kind, makes)
        new = {key: make() for key, make in makes.items() if key not in found}
        self.keep(kind, new)
        return {key: found[key] if key in found else new[key] for key in makes}


NOTHING = Store()
"""The store in which nothing is kept."""


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Give the file for a piece of work, of which it holds all or nothing."""
    with closing(sqlite3.connect(file, _PATIENCE)) as base, base:
        _begin(base)
        yield base


@contextmanager
def _healing(file: Path) -> Iterator[None]:
    """Leave a piece of work undone that the file does not let be done.

    One that is broken, or is no store, goes, so that the next piece of work finds a new one.
    """
    try:
        yield
    except sqlite3.OperationalError:  # locked, out of reach, or the disk is full
        return
    except sqlite3.DatabaseError:
        with suppress(OSError):
            file.unlink()


def beside(folder: Path) -> Store:
    """Return the store of the catalogue in a folder."""
    is_off = os.environ.get(SWITCH, "").lower() == "false"
    return Store(None if is_off else folder / FILE)


def key(*parts: str | bytes) -> str:
    """Return the key of what was made of some parts by this program, as it is now, in the words that are spoken."""
    digest = hashlib.sha256(f"{program()} {wording.voice}".encode())
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8) + content)
    return digest.hexdigest()


@cache
def program() -> str:
    """Return a digest of the program: its own files, Python, and the versions of the libraries beside it."""
    digest = hashlib.sha256(sys.version.encode())
    for place in sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}):
        with suppress(OSError):
            digest.update("\n".join(sorted(path.name for path in Path(place).glob("*-info"))).encode())
    own = Path(__file__).parent
    for folder, folders, names in os.walk(own):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            with suppress(OSError):
                digest.update(f"\0{folder}\0{name}\0".encode() + Path(folder, name).read_bytes())
    return digest.hexdigest()


def _today() -> int:
    return int(time.time() // _DAY)


def _begin(base: sqlite3.Connection) -> None:
    """Set a new file up; raises DatabaseError when it is another program's, or an older one's."""
    base.execute("PRAGMA synchronous = OFF")  # what is lost with the power is worked out anew
    marks = (_number(base, "application_id"), _number(base, "user_version"))
    if marks == (_OURS, _SHAPE):
        return
    base.execute("BEGIN IMMEDIATE")
    if _number(base, "application_id") == _OURS and _number(base, "user_version") == _SHAPE:
        return  # another build was quicker
    if marks != (0, 0) or _number(base, "schema_version"):
        raise sqlite3.DatabaseError("no store")
    base.execute(_TABLE)
    base.execute(f"PRAGMA application_id = {_OURS}")
    base.execute(f"PRAGMA user_version = {_SHAPE}")


def _number(base: sqlite3.Connection, name: str) -> int:
    """Return what the file says of itself."""
    [number] = base.execute(f"PRAGMA {name}").fetchone()
    return int(number)


def _make_room(base: sqlite3.Connection, largest: int) -> None:
    """Delete what nobody asked for longest, once the file is larger than it may be."""
    pages = _number(base, "page_count") - _number(base, "freelist_count")
    excess = pages * _number(base, "page_size") - largest
    if excess <= 0:
        return
    excess += int(largest * (1 - _LEFT))
    rows = base.execute("SELECT rowid, length(content) FROM kept ORDER BY used, rowid").fetchall()
    gone = []
    for row, size in rows:
        if excess <= 0:
            break
        gone.append((row,))
        excess -= size
    base.executemany("DELETE FROM kept WHERE rowid = ?", gone)
