"""The memory of a process that makes something and ends."""

import atexit
import gc

NEW = 1_000_000
"""So many new objects are worth a look for what nobody holds any more; Python would look after 700."""


def keep() -> None:
    """Look rarely for what nobody holds any more: nearly all that a command loads and makes stays to its end.

    Then it goes with the process, and nobody looks through it once more.
    """
    gc.set_threshold(NEW)
    atexit.register(gc.freeze)
