"""Where the settings of a catalogue stand: in `mkdocs.yml` and the files that it inherits from, under the plugin."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from generator import files
from generator.problems import Path
from generator.reading.document import Document
from generator.reading.reader import MAX_BYTES, read

PLUGIN = "casekatalog"
PARENT = ("INHERIT",)


def section(data: Any) -> Path | None:
    """Return the way to the plugin's own settings, which MkDocs takes as a list or as a group."""
    plugins = data.get("plugins") if isinstance(data, Mapping) else None
    if isinstance(plugins, Mapping) and PLUGIN in plugins:
        return ("plugins", PLUGIN)
    for index, plugin in enumerate(plugins if isinstance(plugins, tuple) else ()):
        if isinstance(plugin, Mapping) and PLUGIN in plugin:
            return ("plugins", index, PLUGIN)
        if plugin == PLUGIN:
            return ("plugins", index)
    return None


def inherited(settings: FilePath) -> Mapping[FilePath, Document]:
    """Return the settings in a file, and behind them those in the files that they inherit from, by file."""
    found: dict[FilePath, Document] = {}
    while settings not in found:
        try:
            content = files.read(settings, MAX_BYTES + 1) if settings.is_file() else b""
        except OSError:
            break
        document = found[settings] = read(settings.name, content).document
        parent = document.at(PARENT)
        if isinstance(parent, str):
            settings = settings.parent / parent
    return found
