"""The language that is searched in: that of the catalogue."""

from generator.search.danish import DANISH
from generator.search.english import ENGLISH
from generator.search.language import Language
from generator.search.norwegian import NORWEGIAN
from generator.wording import wording

LANGUAGES = {"da": DANISH, "en": ENGLISH, "nb": NORWEGIAN}
"""By the name of the file of its words."""


def spoken() -> Language:
    """Return the language that is spoken."""
    return LANGUAGES[wording.language]
