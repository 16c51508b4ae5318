"""English as the search reads it, British and American.

`theme_overrides/assets/js/search/english.js` knows the same of it; a test holds them together.
"""

import re

from generator.search.language import Language

_STOP = """
    a about above across after again against ago ain all almost along already also although always am among
    an and another any anybody anyone anything are aren around as at away be became because become becomes
    been before behind being below beneath beside between beyond both but by came can cannot could couldn
    d did didn do does doesn doing don done down during each either else enough etc even ever every
    everybody everyone everything except few for from further had hadn has hasn have haven having he hence
    her here hers herself him himself his how however i if in inside instead into is isn it its itself just
    least less ll m many may maybe me might mightn mine more most much must mustn my myself near neither
    never no nobody none nor not nothing now of off often on once only onto or other others our ours
    ourselves out outside over per perhaps please quite rather re really s same several shall shan she
    should shouldn since so some somebody someone something sometimes somewhere soon still such t than that
    the their theirs them themselves then there thereby therefore these they this those through throughout
    thus to together too toward towards under until up upon us ve very via was wasn we well were weren what
    whatever when where whereas whether which while who whole whom whose why will with within without won
    would wouldn yet you your yours yourself yourselves
"""
_LIGHT = """
    answer approach arrange arrangement ask avoid bad begin benefit best better big bring call carry case
    change clear come concrete day deal develop difference different difficult do easy effect everyday
    example experience fast feel find fix follow general get give go good great handle happen hard help
    high idea important improve increase initiative interesting introduce involve keep kind know large
    later learn let like little long look lot low make manage matter mean measure method more move name
    need new number offer old part pass people place plan point possible practice prevent problem project
    provide put question quick real reason result right run say see seem set short show similar small solve
    solution sort start stop succeed success support take talk tell term thing think time topic try turn
    type understand use useful want way wish work year
"""
_FORMS = """
    ageing aging, analyse analysis, art arts, begin began begun, behaviour behavior, bring
    brought, build built, buy bought, catalogue catalog, centre center, cheque check, child children, choose
    chose chosen, colour color, defence defense, dialogue dialog, draw drew drawn, drive drove driven, enrol
    enroll, enrolment enrollment, fall fell fallen, favour favor, feel felt, find found, foot feet, fulfil
    fulfill, get got gotten, give gave given, go goes going went gone, grey gray, grow grew grown, half
    halves, harbour harbor, hold held, honour honor, judgement judgment, keep kept, know knew known, labour
    labor, learn learnt, lend lent, licence license, life lives, litre liter, lose lost loss, make made, man
    men, meet met, metre meter, mould mold, neighbour neighbor, neighbourhood neighborhood, paediatric
    pediatric, pay paid, people person, practice practise, programme program, run ran, say said, see saw
    seen, sell sold, send sent, show shown, ski skis, speak spoke spoken, spend spent, stand stood, steal stole stolen,
    sulphur sulfur, take took taken, teach taught, tell told, think thought, tooth teeth, travel travelled
    travelling traveller, tyre tire, understand understood, wear wore worn, win won, woman women, write wrote
    written
"""
_ENDING = (
    "(?:ing|tion|sion|ment|ness|able|ible|less|ful|ed|er|est|ity|ism|ist|ship|hood|wards?|age|ant|ent|ance|ence|ive|ize)"
    "(?:s|d|ly)?"
)
_AMERICAN = re.compile(r"(?<=.{3})([iy])z(?=(?:e[ds]?|ers?|ing|ations?|ational)$)")
"""Where American English has z and British has s: organize, analyze."""


def _respelt(word: str) -> str:
    return _AMERICAN.sub(r"\1s", word) if "z" in word else word


ENGLISH = Language(
    name="english",
    stop_words=frozenset(_STOP.split()),
    light=_LIGHT,
    spellings=(("æ", "ae"), ("œ", "oe"), ("ø", "o")),
    thousands=",",
    ending=_ENDING,
    forms=_FORMS,
    respelt=_respelt,
)
