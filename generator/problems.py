"""What is wrong with a case file, and where."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass

Path = tuple[str | int, ...]
"""The way from a file's top to a value: ("gains", 0, "type")."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    field: str
    message: str
    code: str

    def __str__(self) -> str:
        """Return the line that editors see, as compilers write it."""
        field = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}:{self.column}: {field}{self.message}"


class InvalidCasesError(Exception):
    """The case files hold problems; `problems` has all of them in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems, so that a reader meets them as they stand in the files."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def field_name(path: Path) -> str:
    """Return a path as editors read it: gains[0].type."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part}]"
        else:
            name += f".{part}" if name else part
    return name


def as_github(problem: Problem) -> str:
    """Return the problem as a workflow annotation on its very line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    message = f"{problem.field}: {problem.message}" if problem.field else problem.message
    data = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::error file={file},line={problem.line},col={problem.column}::{data}"


def as_dict(problem: Problem) -> dict[str, str | int]:
    """Return the problem as tools read it."""
    return asdict(problem)


def as_gitlab(problem: Problem) -> dict[str, object]:
    """Return the problem as GitLab shows it on its very line.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return {
        "description": f"{problem.field}: {problem.message}" if problem.field else problem.message,
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(str(problem).encode()).hexdigest(),
        "severity": "major",
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }
