"""Where the words of a printed text may be divided: endless words in pieces, and compounds at their seams."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.wording import by_language, wording

SEAMS = [
    "af-bestil",
    "akut-modtag",
    "akut-team",
    "arbejds-gang",
    "arbejdsgangs-analys",
    "arbejds-skade",
    "arbejdsskade-sag",
    "bachelor-opgave",
    "bench-mark",
    "borger-inddrag",
    "bruger-administration",
    "bruger-undersøg",
    "brønders-lev",
    "budget-arbejd",
    "budget-overslag",
    "business-case",
    "bygge-tillad",
    "byråds-medlem",
    "data-special",
    "derud-over",
    "distrikts-leder",
    "dragør",
    "drifts-team",
    "døgn-institution",
    "døgnkost-enhed",
    "døgn-åben",
    "effekt-måling",
    "efter-år",
    "ekspert-område",
    "es-bjerg",
    "fag-afdeling",
    "fag-skel",
    "fag-sprog",
    "familie-afdel",
    "familie-liv",
    "favrskov",
    "feed-back",
    "fejls-kultur",
    "forandrings-agent",
    "forrest",
    "fysio-terapeut",
    "gevinst-realisering",
    "gevinst-tal",
    "haders-lev",
    "handicap-område",
    "helheds-orient",
    "hjulpne",
    "hvid-ovre",
    "indbygger-tal",
    "indkomst-år",
    "indsats-trap",
    "internt",
    "kategori-træ",
    "koncern-center",
    "konflikt-håndter",
    "konflikt-mægl",
    "konsulent-analys",
    "kontakt-møde",
    "kontrakt-opfølg",
    "kontrol-aktion",
    "kontrol-enhed",
    "kontrol-medarbejd",
    "kost-ansvar",
    "kultur-analys",
    "kultur-forvaltning",
    "landsk",
    "lands-plan",
    "leder-opgave",
    "lokal-område",
    "løn-tilskud",
    "løn-time",
    "løsnings-orient",
    "master-opgave",
    "med-ansvar",
    "med-arbejd",
    "med-indflydelse",
    "medlems-kommun",
    "medlems-kreds",
    "myndigheds-side",
    "mål-gruppe",
    "mål-ret",
    "mål-tid",
    "møderne",
    "nord-sjælland",
    "ods-herred",
    "parts-samarbejd",
    "por-tør",
    "post-kasse",
    "praktik-sted",
    "privat-økonomi",
    "pro-gress",
    "projekt-aftale",
    "projekt-chef",
    "projekt-ejer",
    "projekt-grupp",
    "projekt-led",
    "psykiatri-chef",
    "regn-skab",
    "regnskabs-tal",
    "re-krutter",
    "risiko-styring",
    "ruders-dal",
    "rundbords-samtale",
    "råd-giv",
    "råd-hus",
    "rød-ovre",
    "sags-behandl",
    "sam-ordn",
    "selskabs-styr",
    "selv-bestem",
    "selv-betjen",
    "selvmords-tank",
    "senge-plads",
    "senior-konsulent",
    "skatte-cent",
    "skole-idræt",
    "skybruds-sikring",
    "slut-evaluering",
    "social-afdeling",
    "social-enhed",
    "social-område",
    "social-psykiatri",
    "spare-runde",
    "special-undervisning",
    "spørge-skema",
    "start-år",
    "stikkels-bær",
    "stillings-betegn",
    "studie-rejse",
    "stue-struktur",
    "sundheds-elev",
    "sveriges-model",
    "task-force",
    "til-trådt",
    "tjeneste-ydelse",
    "tål-modig",
    "tårn-by",
    "udbuds-afdeling",
    "udbuds-chef",
    "udbuds-konsulent",
    "vest-himmer",
    "vest-klynge",
    "web-sted",
    "work-shop",
    "års-værk",
]
"""Parts of words that the engine's patterns for Danish divide wrongly; a hyphen shows where they may be divided."""
_SEAMS_OF: Mapping[str, Sequence[str]] = {"da": SEAMS}

DIVISIBLE = 12
"""A word with fewer letters is never divided: lines without a straight right edge need no more."""
WHOLE = {"id", "ids", "t", "u", "url", "mailbox", "kind"}
"""Keys of what is no running text: places, addresses and kinds."""
UNDIVIDED = {
    "title",
    "summary",
    "lead",
    "name",
    "brief",
    "kicker",
    "value",
    "unit",
    "what",
    "basis",
    "alt",
    "v",
}
"""Keys of texts that are set large, or stand by themselves: no word in them is divided."""

_WORD = re.compile(rf"([^\W\d_]{{{DIVISIBLE},}})")
_LONG = re.compile(r"(\S{25,})")
_PIECES = re.compile(r"[^/.?&=_@]{1,30}[/.?&=_@]*|[/.?&=_@]+")


def printable(data: Any, key: str = "") -> Any:
    """Return data with every text composed and its long words in pieces; what is no running text stays whole."""
    if isinstance(data, str):
        return data if key in WHOLE else _words(data, key not in UNDIVIDED)
    if isinstance(data, list):
        return [printable(value, key) for value in data]
    if isinstance(data, dict):
        return {name: printable(value, name) for name, value in data.items()}
    return data


@by_language
def _words(value: str, divided: bool) -> Any:
    """Return text composed, in pieces where a word needs care.

    A piece is plain text, text that may be divided with hyphens (h), text without any break (n), or None for a break.
    """
    composed = unicodedata.normalize("NFC", value).replace("\N{SOFT HYPHEN}", "")
    composed = composed.replace("§ ", "§\N{NO-BREAK SPACE}")
    pieces: list[Any] = []
    for part in filter(None, _LONG.split(composed)):
        if len(part) >= 25 and _LONG.fullmatch(part) and (len(part) > 40 or _is_address(part)):
            ends = ({"n": piece} for piece in _PIECES.findall(part))
            pieces += [piece for end in ends for piece in (end, None)][:-1]
        elif divided:
            for place, run in enumerate(_WORD.split(part)):
                pieces += _syllables(run) if place % 2 else [run] if run else []
        else:
            pieces.append(part)
    return composed if all(isinstance(piece, str) for piece in pieces) else {"t": "pieces", "v": pieces}


def _syllables(word: str) -> Iterator[Any]:
    """Yield a word that may be divided: a listed compound before each of its parts, never inside them."""
    end = 0
    compounds, listed = _compounds(wording.language)
    for found in listed.finditer(word):
        start = found.start()
        for part in compounds.get(found[0].lower(), [found[0]]):
            yield {"h": word[end : start + 1]}
            end = start + len(part)
            yield word[start + 1 : end]
            start = end
    if word[end:]:
        yield {"h": word[end:]}


@cache
def _compounds(language: str) -> tuple[Mapping[str, list[str]], re.Pattern[str]]:
    """Return the parts of a language's listed compounds, and a pattern that finds these, if there are any."""
    compounds = {seam.replace("-", ""): seam.split("-") for seam in _SEAMS_OF.get(language, ())}
    longest = "|".join(sorted(compounds, key=len, reverse=True))
    return compounds, re.compile(longest or r"(?!)", re.IGNORECASE)


def _is_address(word: str) -> bool:
    return re.search(r"[/@_]|\.\w", word) is not None
