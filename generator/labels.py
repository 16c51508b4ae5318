"""The Danish of the catalogue: names of fields and facets, and the words of every message."""

from dataclasses import dataclass

UNSTATED = "ikke oplyst"
"""What an editor writes where the source is silent."""


@dataclass(frozen=True)
class Facet:
    """One way to sort cases: `key` in code, data and addresses' queries, `path` in page addresses."""

    key: str
    path: str
    vocabulary: str
    name: str
    plural: str
    lead: str


FACETS = {
    facet.key: facet
    for facet in (
        Facet("theme", "tema", "themes", "Tema", "Temaer", "De velfærdsområder og opgaver, som casene handler om."),
        Facet("municipality", "kommune", "municipalities", "Kommune", "Kommuner", "De kommuner, der deltager i casene."),
        Facet("region", "region", "regions", "Region", "Regioner", "Den region, som kommunerne ligger i, eller som selv er med."),
        Facet("form", "samarbejdsform", "forms", "Samarbejdsform", "Samarbejdsformer", "Hvem der arbejder sammen, og hvordan de er bundet sammen."),
        Facet("status", "status", "statuses", "Status", "Status", "Hvor langt casen var, da kilden blev skrevet."),
        Facet("gain_type", "gevinst", "gain_types", "Gevinst", "Gevinster", "Hvad casene har givet, eller ventes at give."),
        Facet("evidence", "dokumentation", "evidence", "Dokumentation", "Dokumentation", "Hvor sikkert gevinsterne er vist."),
        Facet("financing_model", "finansiering", "financing_models", "Finansieringsmodel", "Finansieringsmodeller", "Hvordan casene er betalt."),
        Facet("driver", "drivkraft", "factors", "Drivkraft", "Drivkræfter", "Det, der satte casene i gang eller bar dem frem."),
        Facet("barrier", "barriere", "factors", "Barriere", "Barrierer", "Det, der stod i vejen, og hvordan det blev mødt."),
        Facet("level", "niveau", "levels", "Niveau", "Niveauer", "De dele af den offentlige sektor, som deltager."),
        Facet("source", "kilde", "sources", "Kilde", "Kilder", "De dokumenter, som casene bygger på."),
    )
}

FIELDS = {
    "title": ("Titel", "Navn og pointe på én linje. Vises øverst og på alle lister."),
    "summary": ("Resumé", "En eller to sætninger: hvad blev gjort, og hvad kom der ud af det?"),
    "short": ("Kort case", "Sæt `true`, når kilden kun omtaler casen kort."),
    "aliases": ("Tidligere adresser", "Gamle navne på casen. De sender læseren videre til den nye adresse."),
    "municipalities": ("Kommuner", "De kommuner, der deltager."),
    "regions": ("Regioner", "Kun når en region eller et sygehus selv deltager; kommunernes region findes af sig selv."),
    "partners": ("Andre parter", "Organisationer uden for kommunen, aldrig privatpersoner."),
    "level": ("Niveau", "Kommunal, regional eller statslig."),
    "themes": ("Temaer", "Et til tre temaer, det vigtigste først."),
    "form": ("Samarbejdsform", "Hvem der arbejder sammen, og hvordan de er bundet sammen."),
    "status": ("Status", "Hvor langt casen var, da kilden blev skrevet."),
    "period": ("Periode", "Startår og eventuelt slutår."),
    "period.start": ("Startår", "Året, hvor casen begyndte."),
    "period.end": ("Slutår", "Året, hvor casen sluttede. Udelades, når den fortsætter."),
    "period.note": ("Bemærkning til perioden", "Forbehold om årstallene."),
    "target_group": ("Målgruppe", "Dem, som indsatsen er til for."),
    "purpose": ("Formål", "Hvorfor gik I i gang, og hvad ville I opnå?"),
    "organisation": ("Organisering", "Hvem gjorde hvad, og hvordan blev arbejdet delt og styret?"),
    "financing": ("Finansiering", "Hvordan blev det betalt, og hvad kostede det?"),
    "financing.model": ("Finansieringsmodel", "Måden, det blev betalt på."),
    "financing.text": ("Om finansieringen", "Modellen forklaret med egne ord."),
    "financing.amounts": ("Beløb", "Beløb med enhed, periode og slags."),
    "gains": ("Gevinster", "Hvad gav det, og hvordan ved vi det?"),
    "gains.type": ("Gevinsttype", "Hvilken slags gevinst."),
    "gains.text": ("Beskrivelse", "Gevinsten med egne ord."),
    "gains.evidence": ("Dokumentation", "Hvor sikkert gevinsten er vist."),
    "gains.figures": ("Tal", "Tal for gevinsten med enhed, periode og slags."),
    "drivers": ("Drivkræfter", "Hvad satte arbejdet i gang eller bar det frem?"),
    "drivers.factor": ("Faktor", "Den faktor, som drev."),
    "drivers.text": ("Beskrivelse", "Hvordan den drev."),
    "barriers": ("Barrierer", "Hvad stod i vejen, og hvordan blev det mødt?"),
    "barriers.factor": ("Faktor", "Den faktor, som stod i vejen."),
    "barriers.text": ("Beskrivelse", "Hvordan den stod i vejen."),
    "barriers.remedy": ("Modtræk", "Hvordan barrieren blev mødt. Udelades, hvis kilden ikke fortæller det."),
    "advice": ("Gode råd", "Råd fra dem, der har prøvet det."),
    "series": ("Tal over tid", "Tabeller med tal for flere år eller grupper."),
    "series.title": ("Overskrift", "Hvad tabellen viser."),
    "series.unit": ("Enhed", "Enheden for tallene."),
    "series.columns": ("Kolonner", "Kolonnernes navne. Den første er rækkens navn."),
    "series.rows": ("Rækker", "En række tal for hvert år eller hver gruppe; `null`, hvor kilden intet tal har."),
    "series.note": ("Note", "Forbehold, for eksempel hvilke år der er budget."),
    "caveats": ("Forbehold", "Modstrid, tvivl og huller i kilden."),
    "related": ("Beslægtede cases", "Andre cases i kataloget."),
    "related.inspired_by": ("Inspireret af", "Cases, som denne bygger på."),
    "related.see_also": ("Se også", "Cases, der ligner eller hænger sammen."),
    "contact": ("Kontakt", "Rolle og organisation, aldrig en privatpersons navn, telefon eller mail."),
    "contact.role": ("Rolle", "Stilling eller funktion."),
    "contact.organisation": ("Organisation", "Hvor rollen hører hjemme."),
    "contact.mailbox": ("Fælles postkasse", "En postkasse for rollen, for eksempel sundhed@kommune.dk."),
    "sources": ("Kilder", "De dokumenter, som casen bygger på."),
    "sources.source": ("Kilde", "Dokumentet."),
    "sources.where": ("Sted", "Side, afsnit eller linjer i dokumentet."),
    "sources.url": ("Adresse", "Dokumentets adresse på nettet, hvis den er kendt."),
    "confirmed": ("Senest bekræftet", "Hvem der sidst har bekræftet indholdet, og hvornår."),
    "confirmed.date": ("Dato", "Datoen for bekræftelsen, for eksempel 2026-05-03."),
    "confirmed.by": ("Bekræftet af", "Rolle og organisation."),
}
"""Label and help for every field, by its path without numbers; a figure's parts are in FIGURE_FIELDS."""

FIGURE_FIELDS = {
    "value": ("Tal", "Tallet med punktum som decimaltegn: 10.5."),
    "to": ("Til", "Øverste ende, når kilden giver et spænd."),
    "qualifier": ("Forbehold", "Ca., mere end, mindst ..."),
    "unit": ("Enhed", "Mio. kr., pct., borgere, timer pr. medarbejder ..."),
    "what": ("Hvad", "Hvad tallet måler."),
    "period": ("Periode", f"Året eller perioden, som tallet gælder, eller `{UNSTATED}`."),
    "kind": ("Slags", "Opgjort, anslået, forventet eller aftalt."),
}

MESSAGES = {
    # what the file is
    "not_utf8": "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses. Gem den igen med tegnsættet UTF-8.",
    "bom": "Filen begynder med et usynligt mærke (BOM). Gem den som UTF-8 uden BOM.",
    "control_character": "Her står et usynligt styretegn ({name}). Slet det.",
    "too_large": "Filen fylder {size} kB, og grænsen er {limit} kB. Kort teksten af, eller del casen i to.",
    "symlink": "Filen er en genvej til noget uden for cases/. Læg selve filen i cases/.",
    "unreadable": "Filen kan ikke læses: {reason}.",
    "wrong_suffix": 'Filen skal ende på ".yaml". Kald den "{name}".',
    "wrong_folder": "Filen ligger i en undermappe og bliver ikke til en side. Flyt den til {name}.",
    "bad_file_name": 'Filnavnet bliver casens adresse og må kun have a-z, 0-9 og bindestreg. Kald filen "{name}".',
    "same_address": 'Filen får samme adresse som {other}: "{slug}". Giv en af dem et andet navn.',
    "reserved_name": 'Navnet "{slug}" bruges af en fast side. Giv filen et andet navn.',
    "not_a_file": "Filen findes ikke.",
    # YAML
    "empty_file": "Filen er tom. Skriv `casekatalog new \"Titel\"` for at få en skabelon.",
    "not_a_mapping": "Filen skal bestå af felter som `title: ...`, men her står {found}.",
    "several_documents": "Filen har flere dele, skilt med `---`. Læg hver case i sin egen fil.",
    "tab": "Her står et tabulatortegn. YAML rykkes ind med mellemrum: slet det, og skriv to mellemrum i stedet.",
    "colon": "Der er et kolon for meget på linjen. Sæt anførselstegn om teksten: {suggestion}",
    "indentation": "Indrykningen passer ikke. Felter på samme niveau skal begynde lige langt inde.",
    "missing_colon": "Her mangler et kolon og et mellemrum efter feltets navn, for eksempel `title: Min titel`.",
    "open_quote": "Et anførselstegn bliver ikke lukket. Sæt et til, hvor teksten slutter.",
    "open_bracket": "En parentes bliver ikke lukket, eller der mangler et komma. Tjek tegnene [ ] og {{ }}.",
    "reserved_character": "Teksten må ikke begynde med {character}. Sæt anførselstegn om den: {suggestion}",
    "escape": "Efter en omvendt skråstreg i \"...\" kræver YAML en kendt kode. Brug '...' om teksten i stedet.",
    "syntax": "YAML kan ikke læse linjen ({reason}). Tjek indrykning, kolon og anførselstegn her og på linjen over.",
    "duplicate_key": '"{key}" står to gange; første gang på linje {line}. Slet den ene, eller saml dem.',
    "key_type": "Et felts navn skal være et ord, men her står {found}.",
    "alias": "Ankre og henvisninger (& og *) kan ikke bruges her. Skriv teksten ud, eller sæt anførselstegn om den.",
    "tag": 'YAML-mærket "{tag}" kan ikke bruges her. Slet det, eller sæt anførselstegn om teksten.',
    "too_deep": "Der er mere end {limit} niveauer inden i hinanden. En case har højst fire.",
    # fields
    "unknown_key": 'feltet "{key}" findes ikke.{hint}',
    "missing": "feltet mangler. Skriv `{key}: ...`{unstated}.",
    "empty": "feltet er tomt. Skriv noget{unstated}, eller slet feltet, hvis det kan undværes.",
    "empty_required": "feltet er tomt. Skriv noget{unstated}.",
    "not_text": "skal være tekst, men YAML læser {raw} som {found}. Sæt anførselstegn om: {suggestion}",
    "not_text_but": "skal være tekst, men her står {found}.",
    "not_number": "skal være et tal, men her står {found}.{hint}",
    "not_year": "skal være et årstal på fire cifre, men her står {found}.",
    "octal": "tal må ikke begynde med 0: {raw}. Skriv {suggestion}.",
    "not_list": "skal være en liste, men her står {found}. Skriv hvert punkt på sin egen linje med `- ` foran.",
    "not_group": "skal bestå af felter som `{example}: ...`, men her står {found}.",
    "not_boolean": "skal være true eller false, men her står {found}.{hint}",
    "not_date": "skal være en dato som 2026-05-03, men her står {found}.",
    "too_long": "er på {length} tegn; højst {limit}. Kort teksten af.",
    "too_few": "skal have mindst {limit}.",
    "too_many": "har {length}; højst {limit}.",
    "too_small": "skal være mindst {limit}.",
    "too_big": "må højst være {limit}.",
    "line_break": "skal stå på én linje.",
    "not_allowed": '"{value}" findes ikke.{hint}',
    "repeated": '"{value}" står allerede i listen. Slet gentagelsen.',
    "bad_url": "skal være en webadresse, der begynder med https:// eller http://.",
    "bad_mailbox": "skal være en mailadresse som sundhed@kommune.dk.",
    "personal_mailbox": "ligner en persons mailadresse. Brug en fælles postkasse.",
    "years_backwards": "slutåret {end} ligger før startåret {start}.",
    "range_backwards": "til {to} er ikke større end {value}. Skriv det mindste tal i `value`.",
    "row_width": "rækken har {found}, men tabellen har {expected}.",
    "row_label": "rækkens første felt er dens navn og skal være tekst. Sæt anførselstegn om: {suggestion}",
    "no_numbers": "tabellen har ingen tal.",
    "heading": "overskrifter (#) kan ikke bruges i en case. Brug **fed** eller et nyt afsnit.",
    "image": "billeder kan ikke bruges i en case.",
    # references
    "unknown_case": 'casen "{value}" findes ikke.{hint}',
    "own_case": "en case kan ikke henvise til sig selv.",
    "alias_taken": '"{value}" er allerede adressen på {other}.',
    "vocabulary_missing": "Ordlisten {name} mangler i cases/vocabulary/.",
    "unknown_region": '"{value}" er ikke en region.{hint}',
    "unprintable": "tegnet {character} ({point}) findes ikke i PDF'ens skrifttyper. Skriv det på en anden måde.",
    "invalid": "værdien kan ikke bruges.",
}
"""Every message to editors, by its code. The form on the site speaks with the same words."""

MAYBE = ' Mente du "{nearest}"?'
ALLOWED = " Skriv en af: {allowed}."
ALLOWED_LIST = " De mulige værdier står i cases/vocabulary/{name}.yaml."
OR_UNSTATED = f" eller `{UNSTATED}`"


def message(code: str, **values: object) -> str:
    """Return the Danish words of a message."""
    return MESSAGES[code].format(**values)
