"""A command that is measured: its processor seconds, seconds by the clock and memory, those of its children too."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

_EVERY = 0.2
"""Seconds between two looks at the memory."""
_FIELDS_OF_STAT = {"session": 3, "user": 11, "system": 12}
"""Where /proc tells what of a process, after its name."""

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Cost:
    """What a command took: processor seconds, seconds by the clock, and MB at most at once."""

    processor: float
    clock: float
    memory: float


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder.

    Raises RuntimeError with what it said when it fails.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_installed(), stdout=said, stderr=said, start_new_session=True
        )
        ended, sums = threading.Event(), [0.0]
        watching = threading.Thread(target=_watch, args=(process.pid, ended, sums))
        watching.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watching.join()
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(map(str, command))}\n{said.read().decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, clock, max(sums))


def _installed() -> dict[str, str]:
    """Return the environment without what keeps Python from compiling modules once, as an installation does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def apart(work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> _Result:
    """Return what a function gives in a process of its own: what it needs is not counted with a later command's."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def processor(pid: int) -> float:
    """Return the processor seconds that a process has had until now."""
    told = _stat(Path(f"/proc/{pid}"))
    return (told["user"] + told["system"]) / os.sysconf("SC_CLK_TCK")


def _watch(session: int, ended: threading.Event, sums: list[float]) -> None:
    """Note the memory of a session's processes until they end: of them all, or of one with all that it shares."""
    while not ended.wait(_EVERY):
        found = [_memory(process) for process in Path("/proc").glob("[0-9]*") if _is_in(process, session)]
        sums += [sum(part for _, part in found), *(whole for whole, _ in found)]


def _is_in(process: Path, session: int) -> bool:
    try:
        return _stat(process)["session"] == session
    except OSError:  # it has ended
        return False


def _stat(process: Path) -> dict[str, int]:
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return {name: int(fields[place]) for name, place in _FIELDS_OF_STAT.items()}


def _memory(process: Path) -> tuple[float, float]:
    """Return the MB of a process: with all that it shares with others, and with its part of that."""
    try:
        lines = [line.split() for line in (process / "smaps_rollup").read_text().splitlines()[1:]]
    except OSError:  # it has ended
        return 0.0, 0.0
    told = {name: int(kilobytes) / 1e3 for name, kilobytes, *_ in lines}
    return told.get("Rss:", 0.0), told.get("Pss:", 0.0)
