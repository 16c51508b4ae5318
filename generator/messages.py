"""The words of every message to editors, and of what to write instead, which stands at the end of messages."""

from generator.wording import wording

LONGEST_VALUE = 150
SHOWN_END = 30
"""How much of the end of a suggestion is shown, when it is longer."""
LONGEST_HINT = 1000
"""A hint that is longer is left out: half of what to write would be worse than nothing."""


def message(code: str, hint: object = "", **values: object) -> str:
    """Return the words of a message, on one line; a `hint` is whole already."""
    told = {name: shown(value, name == "suggestion") for name, value in values.items()}
    group = wording.messages if code in wording.messages else wording.settings_messages
    return group[code].format(hint=told_hint(hint), **told)


def remedy(code: str, /, **values: object) -> str:
    """Return the words of what to write instead."""
    return wording.remedies[code].format(**values)


def has_words(code: str) -> bool:
    """Return whether a code is that of a message."""
    return code in wording.messages or code in wording.settings_messages


def told_hint(hint: object) -> str:
    """Return a hint as it stands in a message: whole, or not at all."""
    return text if len(text := str(hint)) <= LONGEST_HINT else ""


def shown(value: object, with_end: bool = False) -> str:
    """Return a value from a file as it is shown in a message: on one line, and not too long.

    `with_end` keeps the end of a long one, where a quote is closed.
    """
    text = str(value)
    line = " ".join(text.split()) if "\n" in text or "\t" in text else text
    if len(line) <= LONGEST_VALUE:
        return line
    return f"{line[:LONGEST_VALUE]} … {line[-SHOWN_END:]}" if with_end else f"{line[:LONGEST_VALUE]}…"
