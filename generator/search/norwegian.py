"""Norwegian as the search reads it, Bokmål.

`theme_overrides/assets/js/search/norwegian.js` knows the same of it; a test holds them together.
"""

from generator.search.language import Language, contracted

_STOP = """
    alle allerede alltid alt altså andre annen annet at av bak bare begge ble blei bli blir blitt blant bort
    borte bør både da de deg dem den denne der deres derfor dermed dersom det dette din dine disse dit ditt
    du eg egen egentlig egne ei ein eit eller ellers en enda ennå enn er et etter fikk for foran fordi foruten
    fra fram før først få får fått gjennom gjerne gjorde gjort gjør gjøre ha hadde han hans har hatt hele hennes
    her herfra hit hos hun hva hvem hver hverandre hverken hvert hvilke hvilken hvilket hvis hvor hvordan
    hvorfor hvorvidt i igjen ikke imens imellom imot ingen inn inne innen innenfor ja jeg jo kan kom komme
    kommer kommet kunne kunnet like likevel man mange med meg mellom men mens mer mest mi min mindre
    minst mine mitt mot mye må måtte ned nede nei nesten netopp noe noen nok nå når også om omkring opp oppe
    oss over overfor på rundt samme sammen samt seg selv selve selvom sia siden sin sine sitt skal skulle
    skullet slik slike snart som stadig særlig så sånn til tilbake under unntatt ut ute uten utenfor utover var
    ved vedrørende vel via vi vil ville villet visse vår våre vårt være vært å
"""
_LIGHT = """
    anbefale arbeid arbeide be begynne best bestemt bety bra bringe bruke bedre case dag dårlig eksempel emne
    erfaring fast finne flere fleste folk forbedre foregå forskjell forskjellig forsøke fortelle fortsette
    fungere fylle færre følge gang ganske generelt gi gjennomføre god gode grunn gå handle hel hende hente hjelpe
    holde hurtig hverdag høy håndtere innføre interessant kjenne klare konkret kort la lage lang lenge lett
    ligge liten lite litt lykkes løpe løse løsning mangle mene menneske metode mulig mulighet måte nettopp ny
    nytte nødvendig oppleve oppnå oppstå ordning passe problem prosjekt prøve rask resultat riktig sak samtidig
    sende si sikre sist skaffe skape skje slags slippe slutte små spørre spørsmål sted stoppe stor størst stå
    svare svær sette ta tale tema tilby tiltak ting tro type tenke umulig unngå vanskelig velge vil viktig vise
    virke virkelig virkning vite øke ønske år
"""
_KEPT = ("arbeidsledig", "bolig", "eiendom", "fordom", "intellig", "ledig", "modern", "mulig")
_KEPT_ENDINGS = "(?:het|ens|ent)?(?:m?e[nrt]?s?|m?ene?s?|m?a|t|s)?"
"""Words whose stem would fall together with another word's: ledig and ledelse, intelligens and intern."""
_FORMS = """
    barn barna barnas, bestå bestod bestått, binde bandt bundet bundne, bok bøker bøkene, bringe brakte brakt,
    bruke brukt brukte, bryte brøt brutt brutte, by byen byens byer byene, bære bar båret bårne, dele delt
    delte, drikke drakk drukket, drive drev drevet drevne, falle falt, far fedre, finne fant funnet funne,
    firma firmær firmæne, fly fløy fløyet, fot føtter føttene, foto fotør fotøne, følge fulgt fulgte, føre
    ført førte, gammel gamle gammelt, gi gir ga gav gitt gitte, gripe grep grepet grepne, gå går gikk gått,
    hand hånd hender hendene, henge hang hengt hengte, hjelpe hjalp hjulpet hjulpne, høre hørt hørte, ide
    ideen ideer ideene, kjenne kjent kjente, kjøpe kjøpt kjøpte, kjøre kjørt kjørte, kraft krefter kreftene,
    kø køen køer køene, lang lengre lengst, legge lagt lagte, lære lært lærte, løse løst løste, mann menn
    mennene menns, mor mødre, måle målt målte, nabo nabør nabøne, natt netter nettene, nummer numre numrene,
    ny nye nytt nyere nyeste, nå nådd nådde, reise reist reiste, rekke rakk rukket, selge solgt solgte, senter
    sentre sentrene, sette satt satte, si sier sa sagt, sjø sjøen, skjema skjemær skjemæne, skjære skar
    skåret, skrive skrev skrevet skrevne, skyte skjøt skutt, slippe slapp sluppet, slå slår slo slått, spre
    spredd spredde spredt spredte, springe sprang sprunget, spørre spør spurt spurte, stige steg steget, stor
    større størst største, strekke strakk strukket, stå står sto stod stått, svinne svant svunnet, ta tar tok
    tatt tatte, tale talt talte, tann tenner tennene, teater teatre teatrene, tema temær temæne, tre trer
    trådte, treffe traff truffet, trekke trakk trukket, tvinge tvang tvunget, ung yngre yngst, vei veien
    veiens veier veiene, vekke vakte, velge valgt valgte, vende vendt vendte, video videør videøne, vinne vant
    vunnet, vise vist viste
"""
_PREFIXES = """
    an av be for fore forut frem gjen gjennom inn med mis ned om opp over på sam til under ut ved
"""
_ENDING = (
    "(?:[lnrt]?ing|e?ls|s?e?lig|het|skap|ende|isk|sk|itet|sjon|ell|sikt|[gk]?jern|er|isme|messig|bar|som|ene|[lrst]et)"
    "(?:e|en|er|et|a|ene|ens|enes|ere|s|t)*"
)
_DERIVED = ("asjon", "ator", "ativ")
"""What makes other words of a verb in -ere: koordinasjon and koordinator of koordinere, whose stem is koordiner."""
_SUFFIXES = (("ing", 5, 3), ("isk", 8, 3), ("dom", 5, 3), ("i", 6, 1), ("mr", 4, 1), ("tr", 4, 1))
"""Suffixes, the length of stems that only longer ones lose them at, and how many letters are lost."""
_SHORTENED = (*_DERIVED, *(suffix for suffix, *_ in _SUFFIXES), "er", "ern", "el")
"""How the stems end that the stemmer leaves too long."""
_DEFINITE = (("ern", ("erne", "ernes")), ("er", ("eren", "erens", "eret", "erets")))
"""What the stemmer leaves of words in -er that are definite, and how they end: lederne, lederen, senteret."""
_VOWELS = "aeiouyæøå"


def _shortened(short: str, word: str) -> str:
    """Return a stem without the endings that the stemmer leaves on it."""
    return _without_ending(short, word) if short.endswith(_SHORTENED) else short


def _without_ending(short: str, word: str) -> str:
    for suffix, endings in _DEFINITE:
        if len(short) > len(suffix) + 2 and short.endswith(suffix) and word.endswith(endings):
            return short.removesuffix(suffix)
    verb = short.removesuffix(next(filter(short.endswith, _DERIVED), ""))
    if 4 <= len(verb) < len(short) and not verb.endswith("st"):
        return f"{verb}er"
    if len(short) > 7 and short.endswith("ning") and short[-5] not in _VOWELS:
        return short[:-4]
    for suffix, longer, letters in _SUFFIXES:
        if len(short) > longer and short.endswith(suffix):
            return short[:-letters]
    return contracted(short, _VOWELS)


NORWEGIAN = Language(
    name="norwegian",
    stop_words=frozenset(_STOP.split()),
    light=_LIGHT,
    spellings=(("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ä", "æ"), ("ö", "ø")),
    letters="æøå",
    foreign={"œ": "ø"},
    either="og|eller",
    links=("", "s", "e"),
    ending=_ENDING,
    forms=_FORMS,
    prefixes=_PREFIXES,
    kept=_KEPT,
    kept_endings=_KEPT_ENDINGS,
    shortened=_shortened,
)
