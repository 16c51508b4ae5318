"""Write a catalogue of synthetic cases that can be built: `python -m bench.cases NUMBER FOLDER`."""

import argparse
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from bench import synthetic
from generator.editing import formatter
from generator.reading.naming import LEDGER, SUFFIX

ROOT = Path(__file__).parent.parent
_LINK = re.compile(r"\bcase/[a-z0-9-]+\.md")


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, help="how many cases")
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    given = parser.parse_args()
    write(given.number, given.folder)


def write(number: int, folder: Path) -> None:
    """Put so many cases, the vocabularies, the pages and the settings into a new folder."""
    cases = folder / "cases"
    copy(folder, lambda _, names: [name for name in names if name.endswith(SUFFIX) or name == LEDGER])
    shutil.copytree(ROOT / "cases" / "vocabulary", cases / "vocabulary", dirs_exist_ok=True)
    for page in cases.glob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(_LINK.sub("case/case-0.md", text), "utf-8")
    for slug, data in synthetic.cases(number):
        (cases / f"{slug}.yaml").write_text(formatter.write(data), "utf-8")


def copy(folder: Path, without: Callable[[Any, list[str]], Iterable[str]] | None = None) -> None:
    """Put the real catalogue into a new folder, but for the files that `without` returns."""
    shutil.copytree(ROOT / "cases", folder / "cases", ignore=without)
    ours = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": "cases",
        "theme": {"custom_dir": str(ROOT / "theme_overrides")},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(ours), "utf-8")


if __name__ == "__main__":
    main()
