"""Where the words of a printed text may be divided: endless words in pieces, and compounds that stay whole."""

import re
import unicodedata
from typing import Any

UNDIVIDED = [
    "akutmodtag",
    "akutteam",
    "arbejdsskade",
    "bacheloropgave",
    "borgerinddrag",
    "brugeradministration",
    "budgetarbejd",
    "budgetoverslag",
    "businesscase",
    "driftsteam",
    "døgninstitution",
    "ekspertområde",
    "fejlskultur",
    "gevinstrealisering",
    "handicapområde",
    "indbyggertal",
    "indkomstår",
    "indsatstrap",
    "kategoritræ",
    "konsulentanalys",
    "kontaktmøde",
    "kontraktopfølg",
    "kontrolaktion",
    "kontrolenhed",
    "kulturanalys",
    "lederopgave",
    "lokalområde",
    "masteropgave",
    "medlemskommun",
    "medlemskreds",
    "nordsjælland",
    "nøglemedarbejder",
    "partssamarbejd",
    "praktiksted",
    "privatøkonomi",
    "projektaftale",
    "projektchef",
    "projektejer",
    "risikostyring",
    "seniorkonsulent",
    "skoleidræt",
    "skybrudssikring",
    "slutevaluering",
    "socialafdeling",
    "socialenhed",
    "socialområde",
    "socialpsykiatri",
    "sparerunde",
    "specialundervisning",
    "spørgeskema",
    "startår",
    "stuestruktur",
    "sundhedselev",
    "sverigesmodel",
    "tjenesteydelse",
    "udbudsafdeling",
    "udbudschef",
    "udbudskonsulent",
]
"""Parts of words; a word with one of them in it is not divided."""

_LISTED = re.compile("|".join(UNDIVIDED), re.IGNORECASE)
_CARE = re.compile(rf"(\w*(?:{_LISTED.pattern})\w*|\S{{25,}})", re.IGNORECASE)
_PIECES = re.compile(r"[^/.?&=_@]{1,30}[/.?&=_@]*|[/.?&=_@]+")


def printable(data: Any, key: str = "") -> Any:
    """Return data with every text composed and endless words in pieces; addresses and keys stay whole."""
    if isinstance(data, str):
        return data if key in {"id", "t", "u", "url", "mailbox", "kind"} else _words(data)
    if isinstance(data, list):
        return [printable(value, key) for value in data]
    if isinstance(data, dict):
        return {name: printable(value, name) for name, value in data.items()}
    return data


def _words(value: str) -> Any:
    """Return text composed; where a word needs care, in pieces: plain, never to be divided, or None for a break."""
    composed = unicodedata.normalize("NFC", value).replace("\N{SOFT HYPHEN}", "")
    if not _CARE.search(composed):
        return composed
    pieces: list[Any] = []
    for part in filter(None, _CARE.split(composed)):
        if not _CARE.fullmatch(part):
            pieces.append(part)
        elif len(part) > 40 or _is_address(part):
            ends = ({"n": piece} for piece in _PIECES.findall(part))
            pieces += [piece for end in ends for piece in (end, None)][:-1]
        else:
            pieces.append({"n": part} if _LISTED.search(part) else part)
    return {"t": "pieces", "v": pieces}


def _is_address(word: str) -> bool:
    return re.search(r"[/@_]|\.\w", word) is not None
