"""The words of a catalogue: the language that its settings name as that of the theme, and its own word for unknown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import money
from generator.reading.section import inherited, section
from generator.unstated import may_be_unstated
from generator.wording import FIRST, LANGUAGES, Own, wording

AT = ("theme", "language")
"""Where the language stands in the file of settings."""


def speak(settings: Path) -> None:
    """Speak the language that the settings in a file name; the first of all where they name none that there is."""
    documents = [*inherited(settings).values()]
    named = next((name for each in documents if isinstance(name := each.at(AT), str)), None)
    ours = next((each.at(base) for each in documents if (base := section(each.data))), None)
    wording.speak(named if named in LANGUAGES else FIRST, _own(ours) if isinstance(ours, Mapping) else ())


def _own(settings: Mapping[str, Any]) -> Own:
    """Return the words of a catalogue's own; what is wrong with them is for others to tell."""
    unknown = settings.get("unknown")
    told = isinstance(unknown, str) and may_be_unstated(unknown)
    return *((("unstated", unknown),) if told else ()), *money.own(settings.get("currency"))
