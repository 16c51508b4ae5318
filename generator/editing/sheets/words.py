"""What an import tells of cells, in the words of those who see columns and no YAML."""

import re
from collections.abc import Callable, Mapping

from generator import messages
from generator.wording import wording

_YAML = re.compile(r"`(?P<key>[a-z_]+)(?:: (?P<value>[^`]*))?`")
_FILE = re.compile(r"cases/vocabulary/\w+\.yaml")
_NUMBERS = {"not_number": ("hint",), "range_backwards": ("value", "to"), "thousands": ("decimal",)}
"""The values of messages that are numbers as YAML has them."""


def told(code: str, values: Mapping[str, object], heading: Callable[[str], str]) -> str:
    """Return the words of a message about a cell; `heading` gives the column of a field near it by its key."""
    words = {name: _plain(messages.shown(value)) for name, value in values.items() if name != "hint"}
    words["hint"] = _plain(messages.told_hint(values.get("hint", "")))
    for name in _NUMBERS.get(code, ()):
        words[name] = re.sub(r"(?<=\d)\.(?=\d)", ",", words[name])
    said = wording.sheet_messages
    words = {**wording.sheet_names, "before": wording.figure_labels["before"], **words}
    group = wording.cell_messages if code in wording.cell_messages else wording.messages
    text = group[code].format(**words)

    def column(match: re.Match[str]) -> str:
        value = match["value"]
        if value in {None, "..."}:
            return f'"{heading(match["key"])}"'
        value = value.strip("[]")
        return (
            f'"{value}"'
            if value == wording.common["unstated"]
            else said["value_in"].format(value=value, column=heading(match["key"]))
        )

    lists = said["vocabularies"].format(**wording.sheet_names)
    return _FILE.sub(lists, _YAML.sub(column, text)).replace("`", '"')


def _plain(text: str) -> str:
    """Return a value of a message without what is said of a list's dashes."""
    for name, ours in wording.cell_remedies.items():
        text = text.replace(wording.remedies[name], ours)
    text = text.replace(wording.remedies["decimal_comma"], "")
    before, _, after = wording.remedies["write_items"].partition("{text}")
    items = f"({re.escape(before)})(.*)({re.escape(after)})"
    return re.sub(items, lambda found: f"{found[1]}{found[2].replace(', ', '; ')}{found[3]}", text)
