"""The Danish words of every message to editors."""

from generator.wording import wording

MESSAGES = {
    # what the file is
    "not_utf8": (
        "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses. Gem den igen som ren tekst med tegnsættet "
        "UTF-8 (i Notesblok: Gem som, Kodning)."
    ),
    "bom": "Filen begynder med et usynligt mærke (BOM). Gem den som UTF-8 uden BOM.",
    "control_character": "Her står et usynligt tegn ({name}). Slet det.",
    "hard_space": "Her står et hårdt mellemrum. Slet det, og skriv et almindeligt, hvis der skal være et.",
    "more": "Filen har flere fejl end de {limit}, der er vist. Ret dem først.",
    "too_large": "Filen fylder mere end {limit} kB. Kort teksten af, eller del casen i to.",
    "symlink": "Filen er en genvej til noget uden for mappen. Læg selve filen her.",
    "unreadable": "Filen kan ikke læses. Tjek, at det er en almindelig fil, og at du har adgang til den.",
    "wrong_suffix": 'Filen skal ende på ".yaml". Kald den "{name}".',
    "stray_document": (
        "Filen er ikke en case og ville blive lagt på nettet, som den er. Skriv casen i formularen på siden Foreslå en "
        'case, eller lav dens fil med `casekatalog new "Titel"`, og læg denne et andet sted. Skal læserne kunne hente '
        "den, så link til den fra en side."
    ),
    "stray_sheet": (
        "Arket er ikke en case og ville blive lagt på nettet, som det er. Læg det et andet sted, og læs dets rækker "
        "ind som cases med `casekatalog import {name}`. Skal læserne kunne hente det, så link til det fra en side."
    ),
    "wrong_folder": "Filen ligger i en undermappe og bliver ikke til en side. Flyt den til {name}.",
    "bad_file_name": (
        'Filnavnet bliver casens adresse og må kun have a-z, 0-9 og bindestreg. Kald filen "{name}".'
    ),
    "long_file_name": "Filnavnet er på {length} tegn; højst {limit}. Vælg et kortere.",
    "same_address": 'Filen får samme adresse som {other}: "{slug}". Giv en af dem et andet navn.',
    "same_title": "{other} har samme titel. Giv casen sin egen, eller slet filen, hvis den er en kopi.",
    "no_headline": (
        "casen har tal under gevinster, men intet af dem er et resultat, så der står intet tal øverst på den. "
        "Giv det, der viser gevinsten, rollen Resultat: skriv `role: resultat`. Er der ikke et, så fortæl tallene "
        "i teksten."
    ),
    "cpr_number": (
        "her står noget, der ligner et CPR-nummer. Alt i en case bliver offentligt, så slet det, hvis det er en "
        "persons."
    ),
    "phone_number": (
        "her står noget, der ligner et telefonnummer. Alt i en case bliver offentligt. Slet det, og skriv en rolle og "
        "en fælles postkasse under `contact`."
    ),
    "personal_mail": (
        "her står en mailadresse, der ligner en persons. Alt i en case bliver offentligt. Skriv en fælles postkasse "
        "som sundhed@kommune.dk under `contact` i stedet."
    ),
    "html": (
        "her står HTML, som læserne ser som tegn. Slet det. I en længere tekst skrives **fed**, *kursiv*, `- ` foran "
        "et punkt og en tom linje mellem afsnit."
    ),
    "bad_link": (
        "linket bliver vist, som det står her. Skriv [tekst](https://www.example.dk) med https:// og uden mellemrum "
        "imellem; foran en mailadresse står mailto:."
    ),
    "empty_link": (
        "linket har ingen tekst, så læserne kan ikke se det. Skriv teksten i den firkantede parentes: "
        "[tekst](https://www.example.dk)."
    ),
    "bullets": (
        "her er to punkter på én linje, så læserne ser dem som ét. I en længere tekst står hvert punkt på sin egen "
        "linje med `- ` foran; i en kort skilles de med komma."
    ),
    "silent_text": (
        '"{found}" fortæller intet, men læserne ser det. Skriv det, som kilden fortæller; ellers `ikke oplyst`, hvor '
        "feltet kan være det, eller slet det."
    ),
    "bare_unit": '"{found}" siger ikke af hvad. Skriv det med, for eksempel "mio. kr." eller "tusind borgere".',
    "folded_list": (
        "linjen løber sammen med den ovenfor, for uden | læser YAML teksten som én linje. Sæt | efter feltets kolon, "
        "og lad hele teksten stå på linjerne under, rykket ind."
    ),
    "lost_end": (
        'YAML læser "{found}" som en bemærkning, så læserne ikke ser det. Hører det til teksten, så sæt anførselstegn '
        "om den: {suggestion}. Ellers sæt bemærkningen på sin egen linje ovenfor."
    ),
    "device_name": 'Navnet "{slug}" bruger Windows selv. Vælg et andet, for eksempel "{slug}-1".',
    "reserved_name": 'Navnet "{slug}" bruges af en fast side. Giv filen et andet navn.',
    "not_a_file": "Filen findes ikke. Tjek navnet.",
    # YAML
    "empty_file": 'Filen er tom. Kør `casekatalog new "Titel"` for at få en skabelon.',
    "empty_vocabulary": "Ordlisten er tom. Skriv mindst ét ord med `name` og `definition`.",
    "not_a_mapping": "Filen skal bestå af felter som `{example}: ...`, men her står {found}.",
    "several_documents": (
        "Filen har flere dele, skilt med `---` eller `...`. Slet tegnene, eller læg hver case i sin egen fil."
    ),
    "conflict": "Filen har mærker fra en flettekonflikt i git. Vælg den rigtige tekst, og slet mærkerne.",
    "tab": "Her er rykket ind med tabulator. Slet den, og skriv to mellemrum i stedet.",
    "colon": "Teksten indeholder et kolon. Sæt anførselstegn om den: {suggestion}",
    "colon_in_text": "Teksten indeholder et kolon. Sæt anførselstegn om den: {suggestion}",
    "continued": (
        "Linjen læses som en fortsættelse af den ovenfor, men har et kolon. Ret indrykningen, hvis det "
        "er et felt; er det tekst, så sæt anførselstegn om det hele."
    ),
    "indentation": (
        "Indrykningen passer ikke{widths}. Felter og punkter på samme niveau skal begynde lige langt inde."
    ),
    "no_name": "Foran kolonet mangler feltets navn. Skriv det, for eksempel `title: {text}`, eller slet linjen.",
    "missing_colon": "Her mangler et kolon og et mellemrum efter feltets navn. Skriv `{suggestion}`.",
    "open_quote": "Anførselstegnet bliver ikke lukket. Sæt et til, hvor teksten slutter.{hint}",
    "after_quote": "Der står mere efter det andet anførselstegn. Sæt dem om hele teksten: {suggestion}",
    "open_bracket": "Parentesen bliver ikke lukket. Sæt et ] eller }} til, hvor den slutter.",
    "extra_bracket": "Der er en parentes for meget. Slet den sidste.",
    "flow": (
        "Mellem [ ] og {{ }} skal der komma mellem delene og anførselstegn om tekst med komma eller kolon."
    ),
    "reserved_character": 'Teksten må ikke begynde med "{character}". Sæt anførselstegn om den: {suggestion}',
    "escape": (
        "Efter en omvendt skråstreg i \"...\" kræver YAML en kendt kode. Brug '...' om teksten i stedet."
    ),
    "dash": (
        "En liste begynder på en ny linje med `- ` foran hvert punkt. Er det tekst, så sæt anførselstegn om den: "
        "{suggestion}"
    ),
    "block_text": "Efter {character} skal teksten begynde på næste linje, rykket ind.",
    "dash_space": "Et punkt i en liste begynder med en bindestreg og et mellemrum. Skriv `{suggestion}`.",
    "loose_text": (
        "Linjen er hverken et felt eller et punkt. Hører den til teksten ovenfor, så ryk den to mellemrum ind; "
        "er den et punkt i en liste, så skriv `- ` foran."
    ),
    "curly_quote": (
        'Krøllede anførselstegn, som Word skriver, virker ikke her. Skriv lige anførselstegn ("): {suggestion}'
    ),
    "colon_over_lines": (
        "Teksten indeholder et kolon og fylder flere linjer. Skriv `{suggestion}`, og sæt hele teksten på "
        "linjerne under, rykket ind."
    ),
    "syntax": "Linjen kan ikke læses. Tjek indrykning, kolon og anførselstegn her og på linjen over.",
    "duplicate_key": '"{key}" står to gange; første gang på linje {line}. Slet den ene, eller saml dem.',
    "missing_dash": (
        '"{key}" står allerede i punktet på linje {line}. Er det et nyt punkt, så sæt `- ` foran feltet.'
    ),
    "comment_in_text": (
        "YAML læser det efter # som en bemærkning. Hører det til teksten, så sæt anførselstegn om den: "
        "{suggestion}. Ellers sæt bemærkningen på sin egen linje ovenfor."
    ),
    "comment_over_lines": (
        'YAML læser "{found}" som en bemærkning og ender teksten dér. Skriv `{suggestion}`, og sæt hele teksten på '
        "linjerne under, rykket ind."
    ),
    "key_type": "Et felts navn skal være et ord, men her står {found}.",
    "alias": (
        "Teksten må ikke begynde med & eller *, som YAML bruger til henvisninger. Sæt anførselstegn om den."
    ),
    "tag": 'YAML-mærket "{tag}" kan ikke bruges her. Slet det, eller sæt anførselstegn om teksten.',
    "too_deep": (
        "Der er mere end {limit} niveauer inden i hinanden; en case har højst fire. Slet de overflødige."
    ),
    "comma": "Mellem {{ }} skiller et komma felterne. Sæt anførselstegn om teksten: {suggestion}",
    "decimal_comma": "Decimaltal skrives med punktum: {suggestion}",
    # fields
    "unknown_key": 'feltet "{key}" findes ikke.{hint}',
    "slug_key": "skal ikke stå i filen; adressen kommer af navnet. Slet linjen.",
    "missing": "feltet mangler. Skriv `{key}: ...`{unstated} {where}.",
    "empty": "er ikke udfyldt. Skriv et svar{unstated}, eller slet feltet.{hint}",
    "empty_required": "er ikke udfyldt endnu. Skriv et svar{unstated}.{hint}",
    "not_unstated": f"kan ikke være `{wording.common['unstated']}`. Skriv det, som kilden fortæller{{otherwise}}.",
    "empty_item": "punktet er ikke udfyldt. Skriv det, der skal stå, eller slet punktet.",
    "empty_list": "listen er tom. Skriv mindst ét punkt{unstated}.",
    "todo": f'her står stadig "{wording.common["todo"]}". Skriv det, der skal stå.',
    "not_text": "skal være tekst, men YAML læser `{raw}` som {found}. Skriv {suggestion} med anførselstegn.",
    "not_text_but": "skal være tekst, men her står {found}. Skriv det som én tekst.",
    "text_as_list": (
        "skal være tekst, men YAML læser punkterne som en liste. Skriv `{key}: |` på sin egen linje, og lad punkterne "
        "stå nedenunder, rykket to mellemrum ind."
    ),
    "not_number": "skal være et tal, men her står {found}.{hint}",
    "not_year": "skal være et årstal på fire cifre, men her står {found}.{hint}",
    "octal": "et tal må ikke begynde med 0, men her står {raw}. Skriv {suggestion}.",
    "thousands": (
        "{raw} kan læses på to måder. Skriv {whole} uden punktum, eller {decimal}, hvis det er decimaler."
    ),
    "not_list": "skal være en liste{unstated}, men her står {found}.{hint}",
    "not_group": "skal bestå af felterne {fields}{unstated}, men her står {found}.{hint}",
    "tag_as_key": (
        '"{key}" er ikke et felt, men et svar. Skriv `{suggestion}`, og teksten på næste linje som `text: ...`.'
    ),
    "not_boolean": "skal være true eller false, men her står {found}.{hint}",
    "not_date": "skal være en dato som 2026-05-03 uden anførselstegn, men her står {found}.{hint}",
    "too_long": "teksten er på {length} tegn; højst {limit}. Kort den af.",
    "too_brief": "teksten er på {length} tegn; mindst {limit}. Skriv mere, eller slet punktet.",
    "too_few": "der er {length}, men der skal være mindst {limit}. Tilføj det, der mangler.",
    "too_many": "der er {length}, men der må højst være {limit}. Slet de mindst vigtige.",
    "too_small": "skal være mindst {limit}.",
    "too_big": "må højst være {limit}.",
    "line_break": "skal stå i ét stykke uden tomme linjer eller linjeskift.",
    "not_allowed": '"{value}" findes ikke.{hint}',
    "bad_slug": '"{value}" kan ikke bruges: skriv kun a-z, 0-9 og bindestreg.{hint}',
    "bad_code": 'skal være fire cifre i anførselstegn, for eksempel "0851".',
    "repeated": '"{value}" står allerede i listen. Slet gentagelsen.',
    "bad_url": "skal være en webadresse uden mellemrum, der begynder med https:// eller http://.{hint}",
    "bad_website": "skal være organisationens offentlige side og begynde med https://.{hint}",
    "personal_website": "ligner en persons side. Skriv organisationens egen side som https://www.kommune.dk.",
    "bad_mailbox": "skal være en mailadresse som sundhed@kommune.dk.{hint}",
    "personal_mailbox": "ligner en persons mailadresse. Brug en fælles postkasse som sundhed@kommune.dk.",
    "bad_phone": "skal være et telefonnummer som 12 34 56 78.",
    "years_backwards": "slutåret {end} ligger før startåret {start}. Ret et af dem, eller byt om.",
    "range_backwards": (
        "til {to} er ikke større end {value}. Er det et spænd, så skriv det mindste tal i `value`. Er det en ændring "
        "i en gevinst, så skriv tallet før i `before` og tallet efter i `value`."
    ),
    "qualifier_alone": "forbeholdet hører til et tal, som mangler. Skriv tallet i `before`, eller slet forbeholdet.",
    "row_width": "rækken har {found}, men tabellen har {expected}.{hint}",
    "row_label": "rækkens første felt er dens navn. Skriv det som tekst med anførselstegn: {suggestion}",
    "row_shape": "en række skrives i skarpe parenteser: {suggestion}",
    "no_numbers": "tabellen har ingen tal. Skriv mindst ét, eller slet tabellen.",
    "heading": (
        "overskrifter (# eller en linje under teksten) kan ikke bruges her. Brug **fed** eller et nyt afsnit."
    ),
    "run_together": (
        "linjen løber sammen med den ovenfor. Skriv `- ` foran hver linje, nummerér dem 1., 2., 3., "
        "eller sæt en tom linje imellem."
    ),
    "indented_list": "punktet er rykket for langt ind og løber sammen med linjen ovenfor. Ryk det ud.",
    "image": "billeder kan ikke bruges her. Slet ![...](...), eller skriv et link uden udråbstegn.",
    "no_source": (
        "kilden mangler. Skriv dokumentets `title: ...`, `publisher: ...` og `year: ...`, eller `source: ...` og "
        "`where: ...`, når det er et af dem i cases/vocabulary/sources.yaml."
    ),
    "two_sources": (
        "her er to kilder i ét punkt. Slet `source`, når casen har sit eget dokument; ellers slet `title`, "
        "`publisher` og `year`."
    ),
    # references
    "unknown_case": 'casen "{value}" findes ikke.{hint}',
    "own_case": "en case kan ikke henvise til sig selv. Slet linjen.",
    "half_renamed": (
        'Flytningen fra "{old}" blev afbrudt. Gør den færdig med: casekatalog rename-case {old} {new}'
    ),
    "alias_taken": '"{value}" er allerede adressen på {other}. Slet den her.',
    "tile_taken": "række {row}, kolonne {column} har {other} allerede. Giv en af dem en anden plads på kortet.",
    "own_neighbour": "en kommune er ikke sin egen nabo. Slet den.",
    "one_sided": '{other} har ikke "{slug}" blandt sine naboer. Skriv `{slug}` dér, eller slet `{other}` her.',
    "age_edge": "årene {years} er i ingen post. Slet linjen, så de er i denne.",
    "age_overlap": "nogle af årene er også i {other}. Skriv `{suggestion}`.",
    "age_gap": "{years} er i ingen post. Skriv `start: {start}`, eller ret slutåret i {other}.",
    "age_untold": "posten til cases uden år mangler. Skriv `ikke-oplyst:` med `name` og `definition`, og intet år.",
    "age_untold_twice": "{other} er allerede posten til cases uden år. Skriv `start` eller `end`.",
    "no_rule": "ingen case svarer på spørgsmålet, for det har ingen regel i generator/answers.py. Slet det.{hint}",
    "no_question": "spørgsmålet {slug} mangler, som en regel svarer på. Skriv `{slug}:` med `name` og `definition`.",
    "vocabulary_missing": "Ordlisten {name} mangler i mappen vocabulary. Hent den igen fra kataloget.",
    "vocabularies_missing": "mappen med ordlisterne mangler. Hent den igen fra kataloget.",
    "unprintable": "tegnet {character} ({point}) findes ikke i PDF'ens skrifttyper.{hint}",
    "invalid": "værdien kan ikke bruges. Se, hvad feltet skal indeholde, i CONTRIBUTING.md.",
}
"""Every message about cases, by its code. The form on the site speaks with the same words."""

OF_SETTINGS = {
    "bad_colour": "skal være en farve som #14405c.",
    "pale_colour": "er for lys: tekst på eller i den har kontrasten {contrast}, og {least} er det mindste.",
    "bad_logo": "skal være vejen til en .svg eller .png i mappen med casene, som billeder/logo.svg.",
    "no_logo": "findes ikke. Læg billedet dér, eller ret vejen; den begynder i mappen med casene.",
}
"""Those of settings alone, which the form has none of."""

_ALL = MESSAGES | OF_SETTINGS
ASKED = {
    "choose": "Ikke valgt endnu. Vælg noget",
    "add": "Her mangler noget. Tilføj mindst ét punkt",
    "write": "Ikke skrevet endnu. Skriv noget",
    "silent": ", eller sæt hak ved »Ikke oplyst«",
    "no_source": "Kilden mangler. Skriv titel, udgiver og år, eller vælg den på listen.",
    "two_sources": "Vælg enten en kilde på listen, eller skriv titel, udgiver og år.",
}
"""What the form asks for instead of a message that only fits a file."""
LONGEST_VALUE = 150
SHOWN_END = 30
"""How much of the end of a suggestion is shown, when it is longer."""
LONGEST_HINT = 1000
"""A hint that is longer is left out: half of what to write would be worse than nothing."""


def message(code: str, hint: object = "", **values: object) -> str:
    """Return the Danish words of a message, on one line; a `hint` is whole already."""
    told = {name: shown(value, name == "suggestion") for name, value in values.items()}
    return _ALL[code].format(hint=told_hint(hint), **told)


def has_words(code: str) -> bool:
    """Return whether a code is that of a message."""
    return code in _ALL


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
