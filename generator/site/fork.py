"""A piece of work that a process of its own does, on another core: it has all that this one has when it begins."""

import gc
import os
import pickle
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Generic, TypeVar

from generator.wording import wording

SWITCH = "CASEKATALOG_FORK"
"""The variable of the environment that is `false` where one process shall do everything."""
FEWEST, MOST = 200, 4_000
"""The cases from which on it gains time, and up to which both processes together stay below a gigabyte."""

_Result = TypeVar("_Result")


class DiedError(Exception):
    """The process ended before its work was done."""

    def __init__(self, code: int) -> None:
        """Tell what to do, and the code that it ended with."""
        super().__init__(wording.building["died"].format(code=code, switch=SWITCH))


def pays(cases: int) -> bool:
    """Return whether work on some cases is done sooner so: on Linux alone a process can be doubled safely."""
    is_off = os.environ.get(SWITCH, "").lower() == "false"
    can = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
    return can and not is_off and FEWEST <= cases <= MOST


class Fork(Generic[_Result]):
    """A piece of work; whoever begins it asks for its result once, or ends it."""

    def __init__(self, work: Callable[[], _Result]) -> None:
        """Begin the work."""
        self._told = TemporaryFile()  # noqa: SIM115 - a pipe would hold the process up until somebody asks
        self._process = get_context("fork").Process(target=_do, args=(work, self._told), daemon=True)
        with warnings.catch_warnings():  # of threads, which libraries have and this work does not need
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()

    def result(self) -> _Result:
        """Wait for the work, and return its result; raises what it raised, and DiedError when there is nothing."""
        self._process.join()
        if self._process.exitcode:
            raise DiedError(self._process.exitcode)
        self._told.seek(0)
        result: _Result
        result, error = pickle.load(self._told)
        if error:
            raise error
        return result

    def end(self) -> None:
        """End the process, if it has not ended."""
        self._process.terminate()
        self._process.join()


def _do(work: Callable[[], object], told: IO[bytes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process hears it too, and ends this one
    Thread(target=_end_with_the_other, daemon=True).start()
    gc.freeze()  # what the other one has: to look through it would double its memory
    try:
        answer = pickle.dumps((work(), None))
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)))
        answer = pickle.dumps((None, error))
    told.write(answer)
    told.flush()


def _end_with_the_other() -> None:
    """End at once when the process that began this one is no more."""
    if begun_by := parent_process():
        begun_by.join()
        os.kill(os.getpid(), signal.SIGTERM)
