"""The names of case files: which files mean to be cases, and what each is called without its ending."""

import re
from pathlib import Path

SUFFIX = ".yaml"
UNNAMED = "min-case"
"""What a case is called for as long as it gives no name of its own."""

SETTINGS = "mkdocs.yml"
"""The file beside the folder of cases that sets the catalogue up."""

PARTS = ("main.html", "assets/fonts")
"""What a theme has that nothing of the site engine's own can stand in for."""

LEDGER = "addresses.txt"
"""The file beside the cases that has all addresses."""

_ENDING = re.compile(r"\.ya?ml(?![^\W_]).*\Z", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(r"[a-z0-9-]+\.yaml")
_LEFTOVER = re.compile(r"(~|\.(bak|orig|rej|swp|tmp|temp|part|crdownload))\Z", re.IGNORECASE)
_OTHER_ENDINGS = {"", ".txt", ".text"}
_DOCUMENT = re.compile(
    r"\.(docm?|docx|dotx?|eml|gdoc|key|msg|odp|odt|pages|pdf|pptx?|rtf|text|txt|wpd|wps)\Z", re.IGNORECASE
)
_SHEET = re.compile(r"\.(csv|gsheet|numbers|ods|tsv|xls[bmx]?)\Z", re.IGNORECASE)
_FOR_MACHINES = {LEDGER, "ads.txt", "humans.txt", "llms.txt", "robots.txt", "security.txt"}
"""Texts that sites have for programs."""
_FIRST_FIELD = re.compile(rb"^(\xef\xbb\xbf)?title:", re.MULTILINE)
_HEAD = 2000


def means_a_case(path: Path) -> bool:
    """Return whether a file is a case or was meant as one, whatever a program made of its name."""
    if _LEFTOVER.search(path.name):
        return False
    if _ENDING.search(path.name):
        return True
    return path.suffix.casefold() in _OTHER_ENDINGS and _FIRST_FIELD.search(_head(path)) is not None


def is_plain(name: str) -> bool:
    """Return whether a file is named as cases are, so that nobody need look closer."""
    return _PLAIN.fullmatch(name) is not None


def bare_name(path: Path) -> str:
    """Return a file's name without its ending: min-case for min-case.yaml and min-case.yaml.txt."""
    return _ENDING.sub("", path.name) if _ENDING.search(path.name) else path.stem


def stray(path: Path) -> str | None:
    """Return the code of what is said of a file in which an office program may hold a case, or None of any other."""
    if (
        path.name.startswith("~$") or path.name.casefold() in _FOR_MACHINES
    ):  # Word keeps ~$ beside what is open
        return None
    return (
        "stray_sheet"
        if _SHEET.search(path.name)
        else "stray_document"
        if _DOCUMENT.search(path.name)
        else None
    )


def shown_name(path: Path, folder: Path) -> str:
    """Return a file's name as problems tell it: cases/min-case.yaml."""
    name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "?", name)


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""
