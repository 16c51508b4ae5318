"""What personal data looks like in a text: a CPR number, a telephone number or a person's mail address.

The form in the browser searches with the same patterns, so they hold only what means the same there; both
disregard case. A match without its first group is of something else.
"""

import re
from collections.abc import Mapping

from generator.wording import by_language, wording

_LETTER = "[a-zæøå]"
_ROLE = (
    rf"(?<!{_LETTER})(?:(?:it|hr|dpo|ppr|ssp)(?!{_LETTER})|mail|job|løn|loen|unge|byg|vej(?!{_LETTER})|plan|web)|"
    rf"(?:stab|post|mail|leder|chef|hus|byg|plan|gruppe)(?!{_LETTER})|borger(?!sen)|"
    "postkasse|postmester|info|kontakt|sekretariat|sekretær|sekretaer|center|centre|service|kommune|region|sundhed|omsorg|pleje|"
    "social|psykiatri|handicap|aeldre|ældre|boern|børn|familie|skole|tilbud|institution|kultur|fritid|teknik|miljø|miljoe|"
    "klima|natur|drift|oekonomi|økonomi|ledelse|udvikling|projekt|team|afdeling|forvaltning|bibliotek|digital|direktion|"
    "hjaelp|hjælp|indkoeb|indkøb|kommunikation|kontor|kursus|museum|netvaerk|netværk|presse|raadgivning|rådgivning|"
    "redaktion|styrelse|support|udbud|vejledning|visitation|myndighed|traening|træning|hospital|sygehus|klinik|"
    "koordinator|konsulent|formand|reception|forening|databeskyttelse|arkiv|ejendom|turisme|erhverv|integration|"
    "raadhus|rådhus|borgmester|byraad|byråd|beredskab|forebyggelse|velfaerd|velfærd|arbejdsmarked|hotline|"
    "noreply|no-reply|newsletter|nyhedsbrev"
)
_ROLES = {
    "da": "",
    "en": (
        rf"|(?<!{_LETTER})(?:care|city|desk|jobs|legal|press|work|youth)(?!{_LETTER})|health|council|office|contact|"
        "enquir|inquir|hello|admin|manager|director|secretary|planning|housing|education|school|library|museum|department|"
        "team|board|mayor|reception|records|finance|procurement|innovation|environment|climate|transport|roads|waste|"
        "culture|leisure|family|families|children|elderly|nursing|welfare|communit|communication|customer|citizens|"
        "training|research|development|digital|webmaster|editor|chair|committee|association|privacy|dataprotection"
    ),
    "nb": (
        rf"|(?<!{_LETTER})(?:barn|nav|skole|vei)(?!{_LETTER})|helse|fylke|oppvekst|omsorg|barnehage|tjeneste|postmottak|"
        "sykehus|eldre|utvikling|samfunn|innbygger|okonomi|økonomi|innkjop|innkjøp|anskaffelse|rådgiv|radgiv|veiled|"
        "kommunikasjon|avdeling|forvaltning|opplæring|opplaering|næring|naering|miljo|miljø|naring|personvern|radhus|"
        "ordforer|ordfører|beredskap|bolig|eiendom|nettverk|opptrening|mestring|rehabilitering|redaksjon|kundesenter|senter"
    ),
}
"""What other languages have besides, for their mailboxes."""


@by_language
def role() -> re.Pattern[str]:
    """Return what shows the name of a mailbox, such as borger.service, to be a role's and no person's."""
    return re.compile(_ROLE + _ROLES[wording.language])


PAGE = re.compile(
    r"@|%40|\b(?:mailto|tel):|\blinkedin\.com/(?:in|pub)/|\b(?:tlf|tel|telefon|mobil)[^0-9a-z]{1,3}(?:\+?45)?[0-9]{8}",
    re.IGNORECASE,
)
"""What shows the address of a page to be a person's, or to hold a person's mail address or telephone number."""

_GAP, _DASH = r"[ \n\u00a0\u202f]", r"[\u2010-\u2013-]"
_START, _END = r"(?<![0-9a-zæøå_.,=#§+-])", rf"(?![0-9a-zæøå_=@]|[.,:][0-9]|{_DASH}[0-9])"
_ALONE_START, _ALONE_END = rf"{_START}(?<![0-9]{_GAP})", rf"(?!{_GAP}[0-9]){_END}"
_NO_AMOUNT = (
    rf"(?!{_GAP}?(?:[%²³]|(?:kr|kroner|dkk|eur|euro|t\.?kr|mio|mia|pct|procent|promille|år|timer|dage|uger|borgere|"
    "personer|medarbejdere|indbyggere|besøg|gange|stk|km|m2|m²|m3|m³|kwh|mwh|kg|tons?|liter)"
    f"(?!{_LETTER})))"
)
_OTHER = (
    rf"(?:https?://|www\.)[^ \n<>()]+|{_START}(?:cvr|ean|gln|isbn|issn|kle|form|dkk|kr|id|linje|sag|journal|konto|"
    r"(?:se|p|j|lb|lov|lbk|bek|cir|løbe|sags|journal|konto|funktions)[. -]{0,2}(?:nr|nummer))(?:[ -]?(?:nr|nummer))?"
    r"[.: -]{0,3}[0-9](?:[ .-]?[0-9])*"
)
"""The addresses of pages and the numbers of something else, which are passed over."""

_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_JOINT = rf"(?:{_GAP}?{_DASH}{_GAP}?|{_GAP})"
_BORN = rf"(?:{_DAY}{_MONTH}[0-9]{{2}}{_JOINT}?|{_DAY}([ .-]){_MONTH}\2[0-9]{{2}}(?:{_JOINT}|\2))[0-9]{{4}}"
_CALLED_CPR = rf"cpr[^0-9\n]{{0,20}}[0-9]{{6}}{_JOINT}?[0-9]{{4}}"

_YEAR = "(?:1[89]|20)[0-9]{2}"
_COUNTRY = rf"(?:\(?(?:\+|00)?45\)?{_GAP}?)?"
_PAIRS = rf"{_COUNTRY}[1-9][0-9](?:(?:{_GAP}[0-9]{{2}}){{3}}|([.-])[0-9]{{2}}\2[0-9]{{2}}\2[0-9]{{2}})"
_FOURS = rf"{_COUNTRY}(?!{_YEAR}{_GAP})[1-9][0-9]{{3}}{_GAP}[0-9]{{4}}"
_ABROAD = rf"\(?(?:\+[1-9](?:(?:{_GAP}|[()-]){{0,2}}[0-9]){{8,13}}|00[1-9][0-9]\)?(?:{_GAP}?[0-9]){{8,12}})"
_EIGHT = rf"[0-9]{{2,4}}(?:(?:{_GAP}|[.-])?[0-9]{{2,4}}){{1,3}}"
_DIGITS = rf"(?!{_YEAR}{_JOINT}{_YEAR})(?=[0-9](?:[^0-9\n]?[0-9]){{7}}(?![0-9])){_EIGHT}"
_PHONE = rf"(?:(?:telefon|mobil|hotline){_LETTER}*|(?:tlf|telf|tel|mob|phone|sms|fax|ringe?|[tm](?=[.:]))(?!{_LETTER}))"
_CALLED_PHONE = rf"{_PHONE}[^0-9\n+]{{0,20}}{_COUNTRY}{_DIGITS}|[0-9]{{8}}(?={_GAP}?[(,–-]?{_GAP}?{_PHONE})"

_SNABEL = r"(?:@|[(\[](?:at|a|snabel-?a)[)\]]|snabel-?a)"
_DOT = rf"(?:\.|{_GAP}?[(\[](?:dot|punktum|prik)[)\]]{_GAP}?)"
_NAME, _LABEL = r"[0-9a-z\u00c0-\u024f_.+-]", r"[0-9a-z\u00c0-\u024f-]"

_NUMBERS = {
    "da": rf"{_BORN}|{_CALLED_CPR}",
    "en": rf"{_BORN}|{_CALLED_CPR}",
    "nb": (
        rf"(?:[04][1-9]|[1256][0-9]|[37][01]){_MONTH}[0-9]{{2}}{_JOINT}?[0-9]{{5}}|"
        rf"(?:fødsels|person|d-)(?:nummer|nr)[^0-9\n]{{0,20}}[0-9]{{6}}{_JOINT}?[0-9]{{5}}"
    ),
}
"""What tells a person apart in the country of a language: the Danish CPR number, the Norwegian fødselsnummer."""
_ELEVEN = r"(?=0[0-9](?:[^0-9\n]?[0-9]){8,9}(?![0-9]))"
_PHONES = {
    "da": (_CALLED_PHONE, rf"{_PAIRS}|{_FOURS}|{_ABROAD}"),
    "en": (
        rf"{_CALLED_PHONE}|(?:telephone|phone|mobile|tel|call)[^0-9\n+]{{0,20}}{_ELEVEN}[0-9]+(?:[ .-]?[0-9]+)*",
        rf"{_PAIRS}|{_FOURS}|{_ABROAD}|\(?0[1-9][0-9]{{1,3}}\)?{_GAP}[0-9]{{3,4}}{_GAP}?[0-9]{{3,4}}",
    ),
    "nb": (
        _CALLED_PHONE.replace("45", "47"),
        rf"{_PAIRS}|{_FOURS}|{_ABROAD}|[49][0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}".replace("45", "47"),
    ),
}
"""Telephone numbers behind a word that calls them so, and those that are known without."""


@by_language
def patterns() -> Mapping[str, str]:
    """Return what is searched for, by the code of the message."""
    called, alone = _PHONES[wording.language]
    return {
        "cpr_number": rf"{_OTHER}|{_START}(?<!/)({_NUMBERS[wording.language]}){_END}{_NO_AMOUNT}",
        "phone_number": (
            rf"{_OTHER}|(?<![0-9a-zæøå_])({called}|{_ALONE_START}(?:{alone})){_ALONE_END}{_NO_AMOUNT}"
        ),
        "personal_mail": (
            rf"(?<!{_NAME})((?!{_NAME}*(?:{role().pattern}))(?!({_LABEL}+)@\2\.){_NAME}+{_GAP}?{_SNABEL}{_GAP}?"
            rf"{_LABEL}+(?:{_DOT}{_LABEL}+)*{_DOT}[a-z]{{2,}})"
        ),
    }


_EIGHT_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){7}")
_AT = re.compile(r"[@)\]b](?:(?<=@)|(?<=[(\[]at.)|(?<=[(\[]a.)|(?<=snab)el-?a)")
SIGNS = {"cpr_number": _EIGHT_DIGITS, "phone_number": _EIGHT_DIGITS, "personal_mail": _AT}
"""What each has in it at least, in small letters, and is quick to look for."""
