"""Danish as the search reads it.

`theme_overrides/assets/js/search/danish.js` knows the same of it; a test holds them together.
"""

from generator.search.language import Language, contracted

_STOP = """
    ad af aldrig alle allerede alligevel alt altid altså anden andet andre at bare begge blandt blev
    blevet blive bliver burde bør både ca da de dem den denne der deraf deres derfor derfra derved det
    dette dig din dine disse dit dog du efter egentlig ej eller ellers en én end endnu enkelt éns ens
    enten er et faktisk fik for foran fordi fra fx før først få fået får gennem gerne gjaldt gjorde gjort
    gælde gældende gælder gør gøre haft ham han hans har havde have heller hellere hen hende hendes henne
    her herfra herhjemme hinanden hos hun hvad hvem hver hverken hvert hvilke hvilken hvilket hvis hvor
    hvordan hvorfor hvorfra hvorhen hvori hvornår hvorvidt i idet igen igennem ikke imellem imens imod ind
    inde inden indtil ingen inkl intet ja jeg jer jeres jo kan kom komme kommer kommet kun kunne kunnet
    langs lige ligesom man mange med meget mellem men mens mere mest mig min mindst mine mit mod mon mv må
    måske måtte ned nede nej netop nogen nogensinde noget nogle nok nu nær nævnte når og også om omkring
    op oppe os osv over overfor overhovedet overvejende pga pr på samme sammen samt se selv selve selvom
    ses siden sig sin sine sit skal skulle skullet snart som stadig så sådan således thi til tilbage tit
    ud ude uden udenfor udover under undervejs ved vedrørende vi via vil ville villet vor vores være været
"""
_LIGHT = """
    anbefale arbejde bede bedre bedst begynde bestemt betyde bringe bruge case dag dårlig eksempel
    ekstra emne erfaring fast finde flere flest folk forbedre foregå forskel forskellig forsøge
    fortsætte fortælle fremme fungere fylde færre færrest følge gang ganske generelt gennemføre give god
    gode grund gå handle hel hente holde hurtig hverdag høj håndtere indføre interessant kende klare
    komme konkret kort lade lang lave let lidt ligge lille lykkes længe løbe løse løsning mangle mene
    menneske metode mindre mulig mulighed mængde måde måle nem ny nytte næste nødvendig nå opleve opnå
    opstå ordentlig ordning passe problem projekt prøve resultat rigtig ringe sag samtidig sende sidste
    sige sikre skabe skaffe ske slags slippe slutte slå små spørge spørgsmål sted stille stoppe stor
    størst stå svær sætte tage tale temmelig tilbyde tiltag ting tro type tænke umulig undgå vide vigtig
    virke virkelig virkning vise vælge ændre øge ønske år
"""


_KEPT = ("ejendom", "fordom", "intellig", "ledig", "mulig")
_KEPT_ENDINGS = "(?:hed|ens|ent)?(?:m?e[nrt]?s?|m?ernes?|m?ene|t|s)?"
"""Words whose stem would fall together with another word's: ledig and ledelse, intelligens and intern."""
_FORMS = """
    barn børn, mand mænd, hånd hænder hænderne, kraft kræfter kræfterne, fod fødder, tand tænder, ny nye
    nyt nyere nyeste, stor større størst største, lang længere længst længste, ung yngre yngst yngste,
    binde bandt bundet bundne, bringe bragt bragte, bryde brudt brudte, byde budt budte, bære båret bårne,
    dele delt delte, drikke drak drukket, drive drevet drevne drev, finde fandt fundet fundne, flyde flød
    flydt, firma firmær firmærne, få får fik fået, følge fulgt fulgte, føre ført førte, give gav givet
    givne, gribe greb grebet grebne, gå går gik gået, gøre gjort gjorde gjorte, hjælpe hjalp hjulpet,
    hænge hang hængt hængte, høre hørt hørte, kende kendt kendte, køre kørt kørte, købe købt købte,
    levering levere leverer leveret leverede, lyde lød lydt, lægge lagt lagte lagde, lære lært lærte, løse
    løst løste, måle målt målte, nå når nåede nået, rejse rejst rejste, række rakt rakte, sige sagt sagde,
    skrive skrev skrevet skrevne, skyde skød skudt skudte, skære skåret skårne, slippe slap sluppet
    slupne, skema skemær skemærne, slå slår slog slået, snyde snød snydt snydte, springe sprang sprunget
    sprungne, sprede spredt spredte, spørge spurgt spurgte, stige steg steget stegne, stå står stod stået,
    strække strakt strakte, svinde svandt svundet svundne, tema temær temærne, sælge solgt solgte, sætte
    sat satte, tage taget tagne, tale talt talte, trække trak trukket trukne, træde trådt trådte, træffe
    traf truffet trufne, tvinge tvang tvunget tvungne, vejledning vejlede, vende vendt vendte, vinde vandt
    vundet, vise vist viste, vælge valgt valgte, vække vakt vakte
"""
_PREFIXES = """
    af an be for fore forud frem gen gennem hen ind med mis ned om op over plan på sam til tilrette ud und under ved
"""
_DERIVED = ("ering", "ation", "ator", "ativ")
"""What makes other words of a verb in -ere: koordinering, koordination and koordinator of koordinere."""
_SUFFIXES = (("isk", 8, 2), ("dom", 5, 3))
"""Suffixes, the length of stems that only longer ones lose them at, and how many letters are lost."""
_NEUTER = ("alt", "art", "elt", "ivt", "omt")
"""How adjectives end that have got a t: socialt, individuelt, effektivt."""
_ENDING = (
    "(?:[lnrt]?ing|e?ls|s?e?lig|hed|skab|ende|isk|sk|itet|tion|ell|sigt|[gk]?ern|er|sk|ism|mæssig|bar|som|ene|[lrst]et)"
    "(?:e|en|er|et|erne|ene|ens|ernes|ere|s|t)*"
)
_SHORTENED = (*_NEUTER, *(suffix for suffix, *_ in _SUFFIXES), *_DERIVED, "ed", "ing", "is", "mr", "tr", "el")
"""How the stems end that the stemmer leaves too long."""
_VOWELS = "aeiouyæøå"


def _shortened(short: str, word: str) -> str:
    """Return a stem without the endings that the stemmer leaves on it."""
    return _without_ending(short, word) if short.endswith(_SHORTENED) else short


def _without_ending(short: str, word: str) -> str:
    if len(short) > 5 and short.endswith(_NEUTER):
        short = short[:-1]
    for suffix, longer, letters in _SUFFIXES:
        if len(short) > longer and short.endswith(suffix):
            return short[:-letters]
    if len(short) > 5 and short.endswith("ed") and word.endswith(("ede", "edes")):
        return short[:-3] if short[-3] == short[-4] else short[:-2]
    verb = short.removesuffix(next(filter(short.endswith, _DERIVED), ""))
    if 4 <= len(verb) < len(short):
        short = verb[:-1] if verb[-1] == verb[-2] else verb
    elif len(short) > 7 and short.endswith("ning") and short[-5] not in _VOWELS:
        short = short[:-4]
    elif len(short) > 5 and short.endswith("ing"):
        short = short[:-3]
    if len(short) > 6 and short.endswith("is"):
        return short[:-2]
    if len(short) > 4 and short.endswith(("mr", "tr")):
        return short[:-1]
    return contracted(short, _VOWELS)


DANISH = Language(
    name="danish",
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
