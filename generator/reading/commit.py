"""The newest commit of the repository around a folder, and how git is asked about it."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""That nothing is fetched, and nobody else is kept waiting."""


def newest(folder: Path) -> str | None:
    """Return the identifier of the commit on which the repository around a folder stands.

    There is none without git, outside a repository, and where its history is not whole, as in a shallow clone.
    """
    try:
        is_shallow, head = git(folder, "rev-parse", "--is-shallow-repository", "HEAD").split()
    except (OSError, subprocess.CalledProcessError):
        return None
    return head if is_shallow == "false" else None


def git(folder: Path, *arguments: str) -> str:
    """Return what git says in a folder; raises OSError without git, and CalledProcessError when it fails."""
    command = ["git", "-C", str(folder), *arguments]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=ENVIRONMENT)
    return run.stdout
