"""The words of a catalogue: the language that its settings name as that of the theme, and its own word for unknown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import files, money
from generator.reading.document import Document
from generator.reading.reader import MAX_BYTES, read
from generator.reading.section import section
from generator.unstated import may_be_unstated
from generator.wording import FIRST, LANGUAGES, Own, wording

AT = ("theme", "language")
"""Where the language stands in the file of settings."""
_PARENT = ("INHERIT",)


def speak(settings: Path) -> None:
    """Speak the language that the settings in a file name; the first of all where they name none that there is."""
    documents = _documents(settings)
    named = next((name for each in documents if isinstance(name := each.at(AT), str)), None)
    ours = next((each.at(base) for each in documents if (base := _section(each))), None)
    wording.speak(named if named in LANGUAGES else FIRST, _own(ours) if isinstance(ours, Mapping) else ())


def _own(settings: Mapping[str, Any]) -> Own:
    """Return the words of a catalogue's own; what is wrong with them is for others to tell."""
    unknown = settings.get("unknown")
    told = isinstance(unknown, str) and may_be_unstated(unknown)
    return *((("unstated", unknown),) if told else ()), *money.own(settings.get("currency"))


def _section(document: Document) -> Any:
    return section(document.data) if isinstance(document.data, Mapping) else None


def _documents(settings: Path) -> list[Document]:
    """Return the settings in a file, and behind them those in the files that they inherit from."""
    found: dict[Path, Document] = {}
    while settings not in found:
        try:
            content = files.read(settings, MAX_BYTES + 1) if settings.is_file() else b""
        except OSError:
            break
        document = found[settings] = read(settings.name, content).document
        parent = document.at(_PARENT)
        if isinstance(parent, str):
            settings = settings.parent / parent
    return [*found.values()]
