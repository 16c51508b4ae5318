"""`ikke oplyst`: the value of what a source does not tell."""

import re

from generator.wording import wording

_WORDS = re.compile(r"(?=.{2,30}$)[^\W\d_]+(?:[ /-][^\W\d_]+)*")
_YAML_OWN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "nan", "inf"})
"""The words that programs which read YAML may take for another value."""


def may_be_unstated(text: str) -> bool:
    """Return whether a text may stand for what a source does not tell: a few words, the same in YAML as elsewhere."""
    return bool(_WORDS.fullmatch(text)) and text.casefold() not in _YAML_OWN


def says_unstated(text: str) -> bool:
    """Return whether a text says no more than `ikke oplyst`."""
    said, told = text.strip().rstrip("."), wording.common["unstated"].casefold()
    return len(said) <= len(told) and said.casefold() == told
