"""What `check` says of a folder of cases, found out anew."""

from pathlib import Path

from generator import packed
from generator.catalogue import Catalogue
from generator.printing import letters
from generator.problems import Problem, in_order
from generator.reading import settings
from generator.reading.advice import advise
from generator.reading.folder import Loaded, examine
from generator.reading.hand_page import unknown_views
from generator.reading.ledger import lacking
from generator.reading.naming import SETTINGS
from generator.reading.verdict import Verdict
from generator.store import Store
from generator.views import off


def verdict(folder: Path, advises: bool, kept: Store) -> Verdict:
    """Return all that is wrong with a folder, with advice on its language where it is asked for."""
    configured = settings.examine(folder.resolve().parent / SETTINGS)
    loaded = examine(folder, kept=kept, without=configured.settings.without, shape=configured.settings.shape)
    told = (*configured.problems, *configured.warnings)
    if not configured.is_shaped:
        return Verdict(in_order(told), 0)
    told = (*told, *loaded.problems, *loaded.warnings)
    told = (*told, *lacking(folder, loaded.ledger, loaded.unwritten))
    if not loaded.vocabulary.broken:
        views = packed.views() - off(loaded.vocabulary, configured.settings.without)
        told = (*told, *unknown_views(folder, views))
    advised = advise(folder, loaded.vocabulary) if advises else ()
    return Verdict(in_order((*told, *_unprintable(loaded, folder), *advised)), len(loaded.cases))


def _unprintable(loaded: Loaded, folder: Path) -> list[Problem]:
    try:
        return letters.unprintable(Catalogue(loaded.cases, loaded.vocabulary), folder)
    except letters.PrintError as error:
        return [Problem((letters.TEMPLATES / "fonts").as_posix(), 1, 1, "", str(error), "fonts")]
