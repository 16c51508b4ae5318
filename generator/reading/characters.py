"""Characters that nobody sees, or that look like others."""

import re
import unicodedata

from generator.wording import wording

_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_INVISIBLE}]")
"""Characters that nobody sees, so that a text must not hold them."""
_NAMES = {"\u00ad": "soft_hyphen", "\u200b": "no_width", "\ufeff": "bom"}
_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
NEAR = {
    **dict.fromkeys("✔✅", "ja"),
    **dict.fromkeys("✗✘☒❌✕✖", "nej"),
    **dict.fromkeys("➔➜➝➞➤⇒⟶⇨", "→"),
    **dict.fromkeys("﹣", "–"),
    **dict.fromkeys("★☆⭐", "*"),
    **dict.fromkeys("◦●○□▪▫➢❖◇⬤\uf0b7\uf0a7\uf0d8", "•"),
    **dict.fromkeys("❝❞〝〞", '"'),
    **dict.fromkeys("⩽≦", "≤"),
    **dict.fromkeys("⩾≧", "≥"),
    **dict.fromkeys("∅⌀", "ø"),
}
"""What to write instead of characters that few fonts have."""
_SPACE = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
HARD_SPACE = re.compile(rf"^[ \t]*(?:- +)*(?:[a-z_]+:|-)?({_SPACE})|({_SPACE})[ \t]*$", re.MULTILINE)
"""A space that YAML takes for a letter: in the indentation, after a field's name, or at a line's end."""


def character_name(character: str) -> str:
    """Return what a character that nobody sees is called: U+00AD blød bindestreg."""
    name = _NAMES.get(character) or ("turns" if unicodedata.bidirectional(character) in _BIDI else None)
    return f"U+{ord(character):04X} {wording.characters[name] if name else ''}".strip()
