"""The Danish names of fields, and the words that stand in place of a value."""

UNSTATED = "ikke oplyst"
"""What an editor writes where the source is silent."""
SILENT = "Kilden tier om {names}."
"""What readers see at the end of a case, in place of all that the source is silent about."""
PLACELESS = "Sted ikke oplyst"
"""What stands in place of where a case took place."""
UNMET = "Kilden nævner ingen løsning"
"""What readers see in place of what a part of a case could tell and does not."""
UNCONFIRMED = "Endnu ikke. Teksten bygger alene på kilden."
OTHERWISE = "Hvad gjorde I anderledes end »{title}«? {help}"
"""What the form asks of a case that was made after another."""
TODO = "SKRIV HER"
"""What the template says where an editor must write."""

SCHEMES = [
    {
        "media": "(prefers-color-scheme)",
        "toggle": {
            "icon": "material/circle-half-full",
            "name": "Følger din enhed. Skift til lyst udseende",
        },
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/white-balance-sunny", "name": "Lyst udseende. Skift til mørkt"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/moon-waning-crescent", "name": "Mørkt udseende. Følg din enhed"},
    },
]
"""The colour schemes that a reader can choose."""

FIELDS = {
    "title": ("Titel", "Navn og pointe på én linje. Vises øverst og på alle lister."),
    "summary": ("Resumé", "En eller to sætninger: hvad blev gjort, og hvad kom der ud af det?"),
    "short": ("Kort case", "Når kilden kun omtaler casen kort."),
    "aliases": ("Tidligere adresser", "Gamle navne på casen. De sender læseren videre til den nye adresse."),
    "municipalities": ("Kommuner", "De kommuner, der deltager."),
    "regions": (
        "Regioner",
        "Kun når en region eller et sygehus selv deltager; kommunernes region findes af sig selv.",
    ),
    "partners": ("Andre parter", "Organisationer uden for kommunen, aldrig privatpersoner."),
    "units": ("Enheder i organisationen", "Afdelinger og områder i samme organisation, som arbejder sammen."),
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
    "incentive": (
        "Hvem betaler, og hvem får gevinsten?",
        "Er det samme part, eller falder det forskellige steder?",
    ),
    "incentive.split": ("Fordeling", "Hvordan udgift og gevinst falder."),
    "incentive.text": ("Beskrivelse", "Hvem der betaler, og hvem der får gevinsten, med egne ord."),
    "gains": ("Gevinster", "Hvad gav det, og hvordan ved vi det?"),
    "gains.type": ("Gevinsttype", "Hvilken slags gevinst."),
    "gains.text": ("Beskrivelse", "Gevinsten med egne ord."),
    "gains.evidence": ("Dokumentation", "Hvor sikkert gevinsten er vist."),
    "gains.figures": ("Tal", "Tal for gevinsten med enhed, periode, slags og rolle."),
    "gains.after": ("Gevinsten kom efter", "Tiden fra start, til gevinsten kom, for eksempel to år."),
    "drivers": ("Drivkræfter", "Hvad satte arbejdet i gang eller bar det frem?"),
    "drivers.factor": ("Faktor", "Den faktor, som drev."),
    "drivers.text": ("Beskrivelse", "Hvordan den drev."),
    "barriers": ("Barrierer", "Hvad stod i vejen, og hvordan blev det mødt?"),
    "barriers.factor": ("Faktor", "Den faktor, som stod i vejen."),
    "barriers.text": ("Beskrivelse", "Hvordan den stod i vejen."),
    "barriers.remedy": ("Modtræk", "Hvordan barrieren blev mødt. Udelades, hvis kilden ikke fortæller det."),
    "advice": ("Gode råd", "Råd fra dem, der har prøvet det."),
    "derived_advice": (
        "Udledt af casen",
        "Råd, som redaktionen læser ud af casen. Kilden giver dem ikke selv.",
    ),
    "series": ("Tal over tid", "Tabeller med tal for flere år eller grupper."),
    "series.title": ("Overskrift", "Hvad tabellen viser."),
    "series.unit": ("Enhed", "Enheden for tallene."),
    "series.columns": ("Kolonner", "Kolonnernes navne. Den første er rækkens navn."),
    "series.rows": (
        "Rækker",
        "En række tal for hvert år eller hver gruppe; `null`, hvor kilden intet tal har.",
    ),
    "series.note": ("Note", "Forbehold, for eksempel hvilke år der er budget."),
    "caveats": ("Forbehold", "Modstrid, tvivl og huller i kilden."),
    "editor_notes": (
        "Noter til redaktionen",
        "Om kildens tilstand, for eksempel et beskadiget udtræk. Vises ikke for læserne.",
    ),
    "related": ("Beslægtede cases", "Andre cases i kataloget."),
    "related.inspired_by": ("Inspireret af", "Cases, som denne bygger på."),
    "related.see_also": ("Se også", "Cases, der ligner eller hænger sammen."),
    "contact": ("Kontakt", "Rolle og organisation, aldrig en privatpersons navn, telefon eller mail."),
    "contact.role": ("Rolle", "Stilling eller funktion."),
    "contact.organisation": ("Organisation", "Hvor rollen hører hjemme."),
    "contact.mailbox": ("Fælles postkasse", "En postkasse for rollen, for eksempel sundhed@kommune.dk."),
    "contact.url": (
        "Websted",
        "Organisationens offentlige side, for eksempel https://www.kommune.dk, aldrig en persons.",
    ),
    "sources": ("Kilder", "De dokumenter, som casen bygger på: dens egne, eller dem, som flere cases deler."),
    "sources.source": (
        "Kilde",
        "Et dokument, som flere cases bygger på. Udelades, når casen har sit eget; så udfyldes titel, udgiver og år.",
    ),
    "sources.title": (
        "Titel",
        "Titlen på casens eget dokument: en rapport, en evaluering, et notat, en webside.",
    ),
    "sources.publisher": ("Udgiver", "Organisationen bag dokumentet, aldrig en privatperson."),
    "sources.year": ("År", "Året, hvor dokumentet er skrevet eller udgivet."),
    "sources.where": (
        "Sted",
        "Side eller afsnit i det udgivne dokument. Kan udelades, når hele casens eget dokument handler om casen.",
    ),
    "sources.url": ("Adresse", "Dokumentets adresse på nettet, hvis den er kendt."),
    "sources.lines": (
        "Linjer i udtrækket",
        "Til redaktionen: hvor stedet står i det udtræk, som casen er skrevet efter. Vises ikke for læserne.",
    ),
    "confirmed": ("Senest bekræftet", "Hvem der sidst har bekræftet indholdet, og hvornår."),
    "confirmed.date": ("Dato", "Datoen for bekræftelsen, for eksempel 2026-05-03."),
    "confirmed.by": ("Bekræftet af", "Rolle og organisation."),
    "search_words": (
        "Søgeord",
        "Højst 40 ord og korte spørgsmål, som folk leder efter casen med, og som teksten ikke selv har.",
    ),
}
"""Label and help for every field, by its path without numbers; a figure's parts are in FIGURE_FIELDS."""

HEADINGS = {
    "barriers.remedy": "Sådan blev det mødt",
    "contact": "Hvem kan du spørge?",
}
"""What readers see a field called, where editors have another name for it."""

ASKING = {
    "nobody": "Kilden nævner ingen, der kan spørges.",
    "confirmed": "Spørg {by}, som har bekræftet casen.",
    "party": "Ring til {party}, og spørg efter dem, der arbejder med {theme}.",
    "municipality": "kommunens hovednummer ({name})",
    "several": "en af kommunerne ({names})",
    "many": "en af de {count} kommuner",
    "role": "Kataloget bringer ingen navne. Ring til hovednummeret ({organisation}), og spørg efter rollen og casen.",
    "source": "Kilden er udgivet af {publishers}.",
}
"""What a reader can do who wants to ask about a case."""

FIGURE_FIELDS = {
    "value": ("Tal", "Kun selve tallet. I en fil med punktum som decimaltegn: 10.5."),
    "to": ("Til", "Øverste ende, når kilden giver et spænd. En ændring skrives med tallet før."),
    "qualifier": ("Forbehold", "Ca., mere end, mindst ..."),
    "unit": ("Enhed", "Mio. kr., pct., borgere, timer pr. medarbejder ..."),
    "what": ("Hvad", "Hvad tallet måler."),
    "period": ("Periode", f"Året eller perioden, som tallet gælder, eller `{UNSTATED}`."),
    "kind": ("Slags", "Opgjort, anslået, forventet eller aftalt."),
    "role": (
        "Rolle",
        "Hvad tallet viser om gevinsten. Det første, som er et resultat, står øverst på casen.",
    ),
    "before": ("Tal før", "Hvad tallet var før, når det ovenfor er det, som det blev til: fra 5 til 1 pct."),
    "before_qualifier": ("Forbehold før", "Ca., mindst ... om tallet før."),
}

DOUBTS = ("1 forbehold", "{count} forbehold")
"""How many doubts there are, when there is one and when there are several."""

ANSWERS = {"known": "Oplyst", "partly": "Delvist oplyst", "untold": "Ikke oplyst"}
"""How much a case tells in answer to one of the fixed questions."""
REASONS = {
    "gain": "{type}: {evidence}",
    "no_gain": "Kilden nævner ingen gevinst",
    "background": "{drivers} og formålet",
    "drivers": "{drivers}, men ikke formålet",
    "purpose": "Formålet, men ingen drivkræfter",
    "no_background": "Hverken formål eller drivkræfter",
    "remedies": "{barriers}, {count} med modtræk",
    "no_remedy": "{barriers}, ingen med modtræk",
    "no_barrier": "Kilden nævner ingen barrierer",
    "method": "Organiseringen og {advice}",
    "organisation": "Organiseringen, men ingen råd fra kilden",
    "advice": "{advice}, men ikke organiseringen",
    "no_method": "Hverken organisering eller råd",
    "amount": "{amount} {unit} {what}, {kind}",
    "no_amount": "Finansieringen er nævnt, men intet beløb i kroner",
    "no_financing": "Hverken beløb eller finansiering",
}
"""Why an answer is what it is, in one line."""

CARD = {
    "evidence": "Dokumentation",
    "gain": "Gevinst",
    "cost": "Pris",
    "no_gain": "Gevinst ikke oplyst",
    "no_effect": "Ingen effekt: gevinsten udeblev",
    "unmeasured": "Gevinsten er ikke målt",
    "no_figure": "Den bedst dokumenterede gevinst har intet tal",
    "no_cost": "Pris ikke oplyst",
    "unit_price": "Kun enhedspris oplyst",
}
"""What the marks of a card are about, and what they say where there is nothing to show."""
TOGETHER = {
    "title": "Hvad casene fortæller sammen",
    "by": "Talt op af de {total} cases. Hvert tal siger, hvor mange cases der fortæller det, ikke hvor meget det "
    "betød. Casenes tal måler hver sit og kan ikke lægges sammen.",
    "gain": "Det gav",
    "driver": "Det drev",
    "barrier": "Det stod i vejen",
    "cost": "Det kostede",
    "evidence": "Bedste dokumentation i hver case",
    "missing": "Det mangler vi",
    "priced": "Et samlet beløb er oplyst",
    "skewed": "{count} af de {total} cases er fra",
    "coloured": "Det præger, hvad de fortæller.",
    "met": "{count} af {total} fortæller, hvordan den blev mødt",
    "none_met": "ingen fortæller, hvordan den blev mødt",
    "band": "{count} med {band}",
}
"""What several cases together tell of a claim."""
MISSING = {
    "gains": ("{count} af {total} nævner en gevinst", "{count} af {total} nævner ingen gevinst"),
    "cost": (
        "{count} af {total} oplyser et samlet beløb for, hvad det kostede",
        "{count} af {total} oplyser intet samlet beløb for, hvad det kostede",
    ),
    "start": (
        "{count} af {total} oplyser, hvornår de begyndte",
        "{count} af {total} oplyser ikke, hvornår de begyndte",
    ),
    "remedies": (
        "{count} af {total} barrierer har et modtræk med",
        "{count} af {total} barrierer har intet modtræk med",
    ),
}
"""What several cases leave out: how many tell it, where most do not, and how many do not, where most do."""
ONLY = "Kun {told}"
NONE = "Ingen"
FACTOR_COUNTS = ("Drev", "Stod i vejen")
"""What it is called that a factor carried cases forward, and that it hindered them."""
MAP = {
    "dominant": "{name} står for {count} af de {cases} cases.",
    "empty": "Et tomt felt betyder kun, at kataloget ikke har en case derfra; det siger intet om, hvad kommunen gør.",
    "elsewhere": "{cases} ingen kommune med.",
    "none": "ingen endnu",
}
BEFORE_AND_AFTER = ("før", "efter")
LEVELS = {
    "zero": "Søjlerne begynder ved 0.",
    "scale": "Tal i samme enhed har samme målestok.",
    "kinds": "De er af hver sin slags, som står ved tallet.",
}
STARTS = {
    "title": "Cases efter det år, de begyndte",
    "unit": "antal cases",
    "untold": "Startår ikke oplyst",
    "headline": "Flest cases begyndte i {period} ({count})",
    "same": "Flest cases begyndte i {period} ({count} i hver)",
    "silent": "{untold} af {total} cases oplyser ikke, hvornår de begyndte, og er ikke med i søjlerne.",
}
"""What is said of the years in which cases began."""
START_COLUMNS = ("År", "Cases")
LEADING = {
    "drove": "{names} drev flest cases ({count})",
    "hindered": "{names} stod oftest i vejen ({count})",
    "gains_of": "Antal gevinster efter type og dokumentation. Kilde: casene i kataloget",
    "gains": "{strongest} af {total} gevinster er {first}; {weakest} er {last}",
}
"""What charts of several cases say."""
COMPARISON = {
    "short": "Kort fortalt",
    "best": "Bedst dokumenterede gevinst",
    "known": "Hvad ved vi?",
    "gave": "Hvad kom der ud af det?",
    "how": "Hvordan gjorde de?",
    "why": "Hvad drev, og hvad stod i vejen?",
    "learned": "Råd og forbehold",
    "facts": "Fakta og kilder",
    "unnamed": "Ikke nævnt",
    "no_more": "Ingen andre",
    "unmeasured": "Ikke målt",
    "absent": "Ingen effekt",
}
"""The groups of rows when cases stand side by side, and what stands where a case has nothing."""
