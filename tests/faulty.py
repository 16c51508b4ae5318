"""Case files with the faults of faults/*.yaml.

A document there says what the fault is, how a sound case (base.yaml) is changed to hold it, and what is
expected: errors under `expect`, warnings under `warn`. Other files are told under `also`, where `base` stands for
the sound case with a title of its own, and `copy` for that case as it is.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem
from generator.reading.folder import Loaded, examine

FAULTS = Path(__file__).parent / "faults"
BASE = (FAULTS / "base.yaml").read_text(encoding="utf-8")
VOCABULARY = Path(__file__).parent.parent / "cases" / "vocabulary"

YAML_BITS = (
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a ",
    "*a",
    "!x ",
    "|\n",
    ">-\n",
    "---\n",
    " #x",
    "titel: ",
    "gevinster:\n",
    "start: ",
    "  purpose: x\n",
    "”",
    "– ",
)
"""What has a meaning in YAML, or in a case: pieces to put into a file anywhere."""
VALUES = (
    "null",
    "no",
    "0101",
    "1:30",
    "2016-05-03",
    "[]",
    "{}",
    "10,5",
    "ikke oplyst",
    "SKRIV HER",
    "~",
    "[[[]]]",
    "# x",
)
"""What may stand as a value."""

Fault = Mapping[str, Any]


def faults() -> Iterator[Fault]:
    for file in sorted(FAULTS.glob("*.yaml")):
        if file.name != "base.yaml":
            yield from yaml.safe_load_all(file.read_text(encoding="utf-8"))


def told(loaded: Loaded) -> tuple[Problem, ...]:
    return (*loaded.problems, *loaded.warnings)


def made(fault: Fault, folder: Path) -> Loaded:
    """Return what is found in a folder that holds the fault."""
    cases = folder / "cases"
    shutil.copytree(VOCABULARY, cases / "vocabulary")
    for name, changes in fault.get("vocabulary", {}).items():
        file = cases / "vocabulary" / name
        file.write_text(changed(file.read_text(encoding="utf-8"), changes), encoding="utf-8")
    for name in fault.get("remove", ()):
        gone = cases / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    write(cases / fault.get("file", "min-case.yaml"), content(fault))
    for name, text in fault.get("also", {}).items():
        other = BASE.replace("title: Fælles", f"title: {Path(name).stem}, fælles")
        write(cases / name, text.replace("base", other, 1).replace("copy", BASE, 1).encode())
    for name, target in fault.get("links", {}).items():
        (cases / name).symlink_to(target)
    return examine(cases)


def content(fault: Fault) -> bytes:
    repeated, times = fault.get("repeat", ("", 0))
    text: str = changed(fault.get("content", BASE), fault.get("change", {}))
    text += str(fault.get("append", "")) + str(repeated) * times
    if fault.get("crlf"):
        text = text.replace("\n", "\r\n")
    before, after = (bytes.fromhex(fault.get(part, "")) for part in ("before", "after"))
    return before + text.encode() + after


def changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} must stand once in the text"
        text = text.replace(old, new)
    return text


def write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
