"""What is wrong with a case file, and where."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from generator.wording import wording

Severity = Literal["error", "warning", "advice"]
"""An error keeps a case out ; a warning is for a person to judge and keeps nothing out; advice is on words."""

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
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the line that editors see, as compilers write it."""
        return f"{self.file}:{self.line}:{self.column}: {self.labelled}"

    @property
    def labelled(self) -> str:
        """The message with its field, and with what it is when it is no error."""
        kind = wording.severities.get(self.severity, "{told}")
        return kind.format(told=self.told)

    @property
    def told(self) -> str:
        """The message with its field, without the place."""
        return f"{self.field}: {self.message}" if self.field else self.message


class InvalidCasesError(Exception):
    """The case files hold problems; `problems` has all of them in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems, so that a reader meets them as they stand in the files."""
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, as they stand in the files."""
    return tuple(sorted(set(problems)))


def tally(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of each kind, in words: 1 fejl, 2 advarsler."""
    kinds = [problem.severity for problem in problems]
    counts = {
        "errors": kinds.count("error"),
        "warnings": kinds.count("warning"),
        "advice": kinds.count("advice"),
    }
    return ", ".join(wording.tally.counted(key, count) for key, count in counts.items() if count)


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
    data = problem.told.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    kind = "notice" if problem.severity == "advice" else problem.severity
    return f"::{kind} file={file},line={problem.line},col={problem.column}::{data}"


def as_dict(problem: Problem) -> dict[str, str | int]:
    """Return the problem as tools read it."""
    return asdict(problem)


def as_gitlab(problem: Problem) -> dict[str, object]:
    """Return the problem as GitLab shows it on its very line.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return {
        "description": problem.told,
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(str(problem).encode()).hexdigest(),
        "severity": {"error": "major", "warning": "minor", "advice": "info"}[problem.severity],
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }
