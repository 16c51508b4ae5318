"""What in a text is for a person to judge: personal data, and what other formats write and readers see as it stands.

The form in the browser searches with the same patterns, which disregard case. A match without its first group is
of something else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import personal
from generator.dialect import BULLETS
from generator.wording import by_language

_TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|"
    "div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|"
    "li|link|main|mark|meta|nav|object|ol|option|p|picture|pre|q|s|samp|script|section|select|small|source|span|strike|"
    "strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
_ENTITIES = (
    "nbsp|amp|lt|gt|quot|apos|shy|ensp|emsp|thinsp|ndash|mdash|hellip|bull|middot|laquo|raquo|[lr][sd]quo|sect|copy|"
    "reg|euro|frac(?:12|14|34)|sup[123]|deg|plusmn|times|aelig|oslash|aring|[a-z](?:acute|grave|uml|circ)|#x?[0-9a-f]+"
)
_TEXT = r"(?<!!)\[[^\[\]\n]+\]"
_NOWHERE = r"[ \t\n]*(?:(?:https?://|mailto:)[ \t\n]*)?(?:<>[ \t\n]*)?\)"
_WEB = "(?:https?://|mailto:)"
_LOOSE = rf"(?!{_WEB})[^\s()<>]*[^\s()<>.]\.[a-zæøå]{{2,}}[^\s()<>]*"
_ELSEWHERE = rf"(?!{_WEB})(?:\.{{0,2}}/|#|[a-z]+:)[^\s()<>]+"

_PATTERNS = {
    "html": rf"(</?(?:{_TAGS})(?:[ \n/][^<>]*)?>|<!--|&(?:{_ENTITIES});)",
    "bad_link": (
        rf"({_TEXT}\({_NOWHERE}|{_TEXT}\({_LOOSE}\)|{_TEXT}\({_ELSEWHERE}|{_TEXT}[ \n]\((?:https?://|www\.)[^\s()]+\)|<www\.[^\s<>]+>"
        r"|\([^()\n]+\)\[(?:https?://|www\.)[^\s\[\]]+\])"
    ),
    "empty_link": rf"(?<!!)(\[\s*\]\({_WEB}[^\s()]+\))",
    "bullets": rf"(?:^|[\n:])[ \t]*[{BULLETS}][ \t][^\n{BULLETS}]*[^\s{BULLETS}][ \t]+([{BULLETS}][ \t]+\S)",
}
BARE_UNIT = r"(?:mio|mill?|mia|mrd|t|tus)\.?|millioner|milliarder|tusinde?|1\.?000(?:\.000)?"
"""What alone is no unit, for it tells how many, but not of what."""

_SIGNS = {
    **personal.SIGNS,
    "html": re.compile("[<&]"),
    "bad_link": re.compile(r"\]|<w"),
    "empty_link": re.compile(r"\]\("),
    "bullets": re.compile(rf"[{BULLETS}].*[{BULLETS}]"),
}
"""What each has in it at least, and is quick to look for."""
SIGNS = (*{*personal.SIGNS.values()}, re.compile(rf"[<&\]{BULLETS}]"))
"""What a text has in it at least of which anything is found."""
_NUMBERS = {"cpr_number", "phone_number"}
_NUMBER = re.compile(r"[+(]{0,2}[0-9].*", re.DOTALL)


@dataclass(frozen=True)
class Finding:
    """What was found in a text: the code of the message, the words, and where they begin, from 0."""

    code: str
    words: str
    start: int


def patterns() -> Mapping[str, str]:
    """Return what is searched for in every text of a case, by the code of the message."""
    return {**personal.patterns(), **_PATTERNS}


@by_language
def _searches() -> Mapping[str, re.Pattern[str]]:
    return {code: re.compile(pattern, re.IGNORECASE) for code, pattern in patterns().items()}


def findings(text: str) -> Iterator[Finding]:
    """Yield what in a text is for a person to judge."""
    folded = text.lower()
    for code, search in _searches().items():
        for match in search.finditer(text) if _SIGNS[code].search(folded) else ():
            if match[1]:
                number = _NUMBER.search(match[1]) if code in _NUMBERS else None
                words = number[0] if number else match[1]
                yield Finding(code, words, match.end(1) - len(words))


def is_bare_unit(text: str) -> bool:
    """Return whether a unit tells how many, but not of what: mio."""
    return re.fullmatch(BARE_UNIT, text.strip(), re.IGNORECASE) is not None
