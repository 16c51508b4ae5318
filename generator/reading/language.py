"""The language of a catalogue, which its settings name as the `language` of the theme."""

from pathlib import Path

from generator import files
from generator.reading.reader import MAX_BYTES, read
from generator.wording import FIRST, LANGUAGES, wording

AT = ("theme", "language")
"""Where it stands in the file of settings."""
_PARENT = ("INHERIT",)


def speak(settings: Path) -> None:
    """Speak the language that the settings in a file name; the first of all where they name none that there is."""
    named = _named(settings)
    wording.speak(named if named in LANGUAGES else FIRST)


def _named(settings: Path, heirs: frozenset[Path] = frozenset()) -> str | None:
    """Return the language that settings name, or those that they inherit from; `heirs` inherit from this file."""
    try:
        content = files.read(settings, MAX_BYTES + 1) if settings.is_file() else b""
    except OSError:
        return None
    document = read(settings.name, content).document
    named, parent = document.at(AT), document.at(_PARENT)
    if isinstance(named, str):
        return named
    above = settings.parent / parent if isinstance(parent, str) else settings
    return _named(above, heirs | {settings}) if above not in heirs | {settings} else None
