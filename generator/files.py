"""Files: read only where they are files, and written whole or not at all."""

import ctypes
import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.wording import wording

if sys.platform != "win32":
    import fcntl

_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "forbidden"),
    errno.EROFS: "read_only",
    errno.EFBIG: "too_large",
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no_folder",
    errno.EINVAL: "not_plain",
    errno.EILSEQ: "not_utf8",
    errno.ENAMETOOLONG: "long_name",
    errno.ELOOP: "loop",
    errno.ESTALE: "changed",
}
"""Why a file cannot be read or written, by the key of the words."""
_EXCHANGE = {"linux": "renameat2", "darwin": "renameatx_np"}
"""What lets two folders change places in one step, by system."""
_HERE = {"linux": -100, "darwin": -2}
_SWAP = 2


def read(path: Path, limit: int = -1) -> bytes:
    """Return the first `limit` bytes of a file, or all of it.

    Raises OSError when it cannot be read, or is no plain file: a pipe would keep its reader waiting.
    """
    if not path.is_file() and path.exists():
        raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "not a plain file", str(path))
    with path.open("rb") as file:
        return file.read(limit)


def read_text(path: Path) -> str:
    """Return a file's text, its lines ended by LF; raises OSError when it is no file or not UTF-8."""
    try:
        text = read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, "not UTF-8", str(path)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def save(
    contents: Mapping[Path, bytes | str], watch: Callable[[Sequence[Path]], Iterable[Path]] = iter
) -> None:
    """Write files, and the folders that they need; none is touched before all are safe on the disk.

    They are put in place in the order given; `watch` gives their paths on, one by one. Raises OSError with the name of
    the file that cannot be written.
    """
    ready: dict[Path, Path] = {}
    try:
        for path in watch([*contents]):
            content = contents[path]
            with _named(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                ready[path] = _new(path, content.encode() if isinstance(content, str) else content)
        for path, new in ready.items():
            with _named(path):
                new.replace(path)
    finally:
        for path in contents:
            with suppress(OSError):
                _beside(path).unlink()


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """Give a new folder beside `target` that is gone afterwards, and clear away those of processes that died.

    A lock, which ends with its process, tells the living from the dead.
    """
    for dead in target.parent.glob(f".{target.name}.*.new"):
        with locked(dead, waits=False) as is_free:
            if is_free:
                _clear(dead)
    while True:
        folder = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
        folder.mkdir(parents=True)
        with locked(folder, waits=False) as is_free:
            if is_free and folder.exists():
                try:
                    yield folder
                finally:
                    _clear(folder)
                return


@contextmanager
def locked(folder: Path, waits: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder, which others who ask for it wait for, and give whether it could be had.

    It cannot in a folder that is not there or cannot be read, nor, for one who does not wait, while another has it.
    Where there are no such locks, it is had in a folder that holds nothing.
    """
    if sys.platform == "win32":
        yield not any(folder.glob("*"))
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


class State(NamedTuple):
    """What tells a file from another one in its place: its size in bytes, and when it was written, in nanoseconds."""

    size: int
    moment: int


@dataclass(frozen=True)
class Tree:
    """Folders, each before those in it, and files with their state, which is None for what is no plain file."""

    folders: dict[str, None] = field(default_factory=dict)
    files: dict[str, State | None] = field(default_factory=dict)


def tree(folder: Path) -> Tree:
    """Return what is in a folder, by paths from there with `/`: nothing where there is none. Links are not followed.

    Raises OSError when it cannot be read.
    """
    found, left = Tree(), [""] if folder.is_dir() else []
    while left:
        inside = left.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    found.folders[path] = None
                    left.append(f"{path}/")
                else:
                    told = entry.stat(follow_symlinks=False)
                    is_file = stat.S_ISREG(told.st_mode)
                    found.files[path] = State(told.st_size, told.st_mtime_ns) if is_file else None
    return found


def known(folder: Path) -> Tree:
    """Return what is in a folder as `tree` does, but nothing where some of it is somebody else's and cannot be read."""
    try:
        return tree(folder)
    except OSError:
        return Tree()


def swap(new: Path, target: Path) -> None:
    """Put the folder `new` where `target` is, and that one, if there is one, where `new` was.

    Where the system can do it in one step, a whole folder is there at every moment.
    """
    with suppress(OSError):
        if not target.exists():
            new.rename(target)
            return
    if not _exchange(new, target):
        aside = new.with_name(f"{new.name}.old.new")
        target.rename(aside)
        new.rename(target)
        aside.rename(new)


def told(error: OSError) -> str:
    """Return in words which file could not be read or written, and why."""
    known = _REASONS.get(error.errno or 0)
    reason = wording.file_faults[known] if known else error.strerror or str(error)
    if error.filename is None:
        return wording.file_faults["failed"].format(reason=reason)
    return wording.file_faults["named"].format(file=os.fsdecode(error.filename), reason=reason)


def _new(path: Path, content: bytes) -> Path:
    """Write a file beside the one that it shall replace; a device is written to as it is."""
    is_device = path.is_char_device()
    if path.exists() and not path.is_file() and not is_device:
        raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "not a plain file", str(path))
    new = path if is_device else _beside(path)
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        if not is_device:
            os.fsync(file.fileno())
    if path.is_file():
        shutil.copymode(path, new)
    return new


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.new")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error name the file that was to be written, not the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _clear(path: Path) -> None:
    """Take away a folder, or the file that stood where a folder was put."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places in one step, and return whether the system could."""
    if sys.platform not in _EXCHANGE:
        return False
    here = _HERE[sys.platform]
    call = getattr(ctypes.CDLL(None), _EXCHANGE[sys.platform], None)
    return call is not None and call(here, os.fsencode(first), here, os.fsencode(second), _SWAP) == 0
