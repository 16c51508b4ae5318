"""The Danish of spreadsheets: what an import tells of cells, in the words of those who see columns and no YAML."""

import re
from collections.abc import Callable, Mapping

from generator import messages, remedies
from generator.wording import wording

WORDS = {
    # files
    "not_a_file": "er ikke en almindelig fil. Gem arket som .xlsx eller .csv.",
    "not_a_table": "kan ikke læses. Gem arket som .xlsx eller .csv, uden adgangskode.",
    "unreadable": "kan ikke læses. Tjek, at du har adgang til filen.",
    "damaged": "kan ikke læses; filen er beskadiget. Åbn den i et regneark, og gem den igen som .xlsx eller .csv.",
    "strict": 'er gemt som "Strict Open XML" og kan ikke læses. Gem arket som almindelig .xlsx eller som .csv.',
    "too_large": "er for stor. Del arket i flere, og gem hvert i sin egen fil.",
    "reading": "Læser rækker",
    "checking": "Tjekker rækker",
    "writing": "Skriver filer",
    "too_many_rows": "har flere end {limit} rækker. Del arket i flere, og gem hvert i sin egen fil.",
    "not_text_file": "kan ikke læses som tekst. Gem arket igen som .xlsx, eller som .csv med tegnsættet UTF-8.",
    "empty": "har ingen cases. Skriv en række for hver, under overskrifterne.",
    "no_headings": "har ingen kendte overskrifter, men {found}. Brug dem fra skabelonen (casekatalog template-sheet).",
    # columns
    "unknown_column": (
        'kolonnen "{name}" findes ikke.{hint} Ret overskriften, eller slet kolonnen. Rækker med noget i den er '
        "ikke læst ind."
    ),
    "no_heading": (
        "kolonnen har ingen overskrift. Skriv den, eller slet det, der står under den. Rækker med noget i den er "
        "ikke læst ind."
    ),
    "repeated_column": (
        'kolonnen "{name}" står to gange; første gang i kolonne {first}. Saml dem i den ene, og slet den anden. '
        "Rækker med noget i dem er ikke læst ind."
    ),
    "hidden_sheet": 'arket "{name}" er skjult og ikke læst. Vis det, hvis det skal med.',
    "sheet_beside": 'arket "{name}" læses ikke. Kald det "{right}", hvis det har dine cases.',
    "hidden_row": "rækken er skjult og ikke læst. Vis den, hvis den skal med.",
    "hidden_column": "kolonnen er skjult og ikke læst. Vis den, hvis den skal med.",
    "other_sheet": (
        'arket "{name}" har også kendte overskrifter, men er ikke læst. Gem det som en fil for sig, hvis det skal med.'
    ),
    "above_headings": "rækken står over overskrifterne og er ikke læst.",
    # cells
    "open_quote": (
        'et anførselstegn (") bliver ikke lukket, eller der står noget lige efter det. Ret det, eller gem arket som '
        ".xlsx. Rækken og resten af filen er ikke læst."
    ),
    "maybe_open_quote": (
        'cellen ser ud til at have flere rækker i sig. Sæt det anførselstegn ("), der mangler, eller gem arket som '
        ".xlsx. Rækken er ikke læst ind."
    ),
    "read_as_one": '"{shown}" er læst som ét punkt. Er det flere, så skil dem med {mark}.',
    "beside_number": 'arket viser "{words}" ved tallet. Skriv det i sin egen kolonne, hvis det betyder noget.',
    "scaled": "arket viser kun tusinder eller millioner, men tallet er {shown}. Tjek, at det passer med enheden.",
    # rows
    "no_address": remedies.ADDRESS_EMPTY,
    "twin": "titlen giver samme adresse som række {other}. Giv en af dem en anden titel.",
    "exists": "{file} findes allerede og er ikke rørt. Giv casen en anden titel, eller slet rækken.",
}
"""What is told of files, columns and cells, by code."""

MESSAGES = {
    "error_cell": "cellen viser fejlen {shown}. Ret formlen, eller skriv værdien selv.",
    "unsaved": (
        "cellens formel har intet gemt resultat. Åbn arket i et regneark, og gem det igen, eller skriv værdien selv."
    ),
    "merged": "cellen er flettet med en anden og er selv tom. Ophæv fletningen, og skriv værdien i hver celle.",
    "group_cell": 'her kan kun stå "ikke oplyst". Skriv alt andet i kolonnen "{first}" og dem, der hører til.',
    "group_twice": 'her står "ikke oplyst", men kolonne {other} er også udfyldt. Slet det ene.',
    "missing": "cellen er tom. Skriv noget{unstated}.",
    "missing_column": 'kolonnen "{name}" mangler i arket. Tilføj den, og skriv noget{unstated}.',
    "empty_list": "cellen har intet punkt. Skriv mindst ét{unstated}.",
    "empty_item": "punktet er tomt. Skriv noget, eller slet det.",
    "thousands": '"{raw}" kan læses på to måder. Skriv {whole}, eller {decimal}, hvis det er decimaler.',
    "not_list": "her kan ikke stå {found}.{hint}",
    "not_group": "her kan ikke stå {found}.{hint}",
    "not_boolean": "skal være ja eller nej, men her står {found}.",
    "not_date": "skal være en dato som 03-05-2026, men her står {found}.{hint}",
    "range_backwards": (
        "til {to} er ikke større end {value}. Er det et spænd, så skriv det mindste tal i `value`. Er det en ændring "
        f'i en gevinst, så skriv tallet før i "{wording.figure_labels["before"]}" og tallet efter i `value`.'
    ),
    "same_address": 'titlen giver adressen "{slug}", som allerede fører til {other}. Giv casen en anden titel.',
    "same_title": "{other} har samme titel. Giv casen sin egen, eller slet rækken, hvis den er en kopi.",
    "reserved_name": remedies.ADDRESS_RESERVED,
    "too_large": "rækken fylder mere end {limit} kB. Kort teksten af, eller del casen i to.",
    "more": "Rækken har flere fejl end de {limit}, der er vist. Ret dem først.",
    "own_case": "en case kan ikke henvise til sig selv. Slet henvisningen.",
    "invalid": "værdien kan ikke bruges. Se, hvad cellen skal indeholde, i arket Vejledning.",
}
"""What a sheet's editor is told in other words than a file's, by the code of the message."""

_HINTS = {
    remedies.DELETE_FIELD: " Lad cellen stå tom, når kilden intet siger om det.",
    remedies.WRITE_NONE: " Lad cellen stå tom, når der ingen er.",
    remedies.DELETE_FIGURE: " Lad alle celler om tallet stå tomme, når kilden ikke har det.",
    remedies.DELETE_YEAR: " Lad cellen stå tom, når året ikke er kendt, eller casen ikke er slut.",
    remedies.ONE_EACH: " Skil navnene med semikolon.",
    remedies.DASH_EACH: " Skil punkterne med semikolon.",
    remedies.DASH_AND_SPACE: " Skil punkterne med semikolon.",
    remedies.SEE_FOLDER: " Skriv det sidste led af casens adresse på siden, for eksempel min-case.",
    remedies.DECIMAL_COMMA: "",
}

_YAML = re.compile(r"`(?P<key>[a-z_]+)(?:: (?P<value>[^`]*))?`")
_ITEMS = re.compile(f"({re.escape(remedies.WRITE_ITEMS.partition('{')[0])})(.*)\\.")
_FILE = re.compile(r"cases/vocabulary/\w+\.yaml")
_NUMBERS = {"not_number": ("hint",), "range_backwards": ("value", "to"), "thousands": ("decimal",)}
"""The values of messages that are numbers as YAML has them."""


def told(code: str, values: Mapping[str, object], heading: Callable[[str], str]) -> str:
    """Return the words of a message about a cell; `heading` gives the column of a field near it by its key."""
    words = {name: _plain(messages.shown(value)) for name, value in values.items() if name != "hint"}
    words["hint"] = _plain(messages.told_hint(values.get("hint", "")))
    for name in _NUMBERS.get(code, ()):
        words[name] = re.sub(r"(?<=\d)\.(?=\d)", ",", words[name])
    text = {**messages.MESSAGES, **MESSAGES}[code].format(**words)

    def column(match: re.Match[str]) -> str:
        value = match["value"]
        if value in {None, "..."}:
            return f'"{heading(match["key"])}"'
        value = value.strip("[]")
        return f'"{value}"' if value == wording.common["unstated"] else f'{value} i "{heading(match["key"])}"'

    return _FILE.sub('arket "Ordlister" i skabelonen', _YAML.sub(column, text)).replace("`", '"')


def _plain(text: str) -> str:
    """Return a value of a message without what is said of a list's dashes."""
    for hint, ours in _HINTS.items():
        text = text.replace(hint, ours)
    return _ITEMS.sub(lambda found: f"{found[1]}{found[2].replace(', ', '; ')}.", text)
