"""Where the settings of a catalogue stand in `mkdocs.yml`: under the plugin."""

from collections.abc import Mapping
from typing import Any

from generator.problems import Path

PLUGIN = "casekatalog"


def section(data: Mapping[str, Any]) -> Path | None:
    """Return the way to the plugin's own settings, which MkDocs takes as a list or as a group."""
    plugins = data.get("plugins")
    if isinstance(plugins, Mapping) and PLUGIN in plugins:
        return ("plugins", PLUGIN)
    for index, plugin in enumerate(plugins if isinstance(plugins, tuple) else ()):
        if isinstance(plugin, Mapping) and PLUGIN in plugin:
            return ("plugins", index, PLUGIN)
        if plugin == PLUGIN:
            return ("plugins", index)
    return None
