"""A catalogue of the version before made one of this version: what can be changed for it, and what a person must."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import files, packed
from generator.editing.shared import additions
from generator.problems import Path as Place
from generator.problems import Problem, in_order
from generator.reading import settings as catalogue_settings
from generator.reading.document import Document, texts
from generator.reading.folder import examine, load_vocabulary
from generator.reading.naming import SETTINGS, SUFFIX
from generator.reading.reader import read
from generator.reading.schema import FILE, as_text
from generator.reading.section import PLUGIN
from generator.reading.slugs import VOCABULARY_FOLDER
from generator.wording import wording

REQUIREMENTS = "requirements.txt"
VIEWS = {"selection": "shortlist"}
"""What views of hand-written pages were called before, with their names now."""
ENGINES_LISTS = {("extra_css",), ("extra_javascript",)}
_ALONE = re.compile(r" *- [\w./-]+ *| *[\w./-]+: *")
"""A line of settings with nothing but an entry of a list, or the name of a group."""
_PIN = re.compile(r"^(casekatalog[ \t]*==[ \t]*)([\w.]+)(?=[ \t]*(?:#.*)?$)", re.MULTILINE)
_VIEW = re.compile(rf"\A(---\n(?:.*\n)*?view: *)({'|'.join(VIEWS)})(?=[ \t]*\n(?:.*\n)*?---\n)")


class NewerError(Exception):
    """The catalogue is of a newer version than the program; the text is that version."""


@dataclass
class Upgrade:
    """What an upgrade writes, by path, with a line on each change, and what is left to a person."""

    texts: dict[Path, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    left: tuple[Problem, ...] = ()

    def change(self, path: Path, text: str, line: str) -> None:
        """Write a text to a file, and tell so."""
        self.texts[path] = text
        self.told.append(f"{path}{line}")


def upgrade(folder: Path, version: str) -> Upgrade:
    """Return what a catalogue, whose cases lie in a folder, needs for a version; nothing is written there.

    Raises NewerError when the catalogue asks for a newer one.
    """
    found = Upgrade()
    _pin(found, folder.parent / REQUIREMENTS, version)
    _drop_brought(found, folder)
    _rename_views(found, folder)
    with tempfile.TemporaryDirectory() as temporary:
        trial = Path(temporary) / "catalogue"
        shutil.copytree(folder.resolve().parent, trial, symlinks=True, ignore=_unneeded)
        _complete(found, folder, trial)
    return found


def _complete(found: Upgrade, folder: Path, trial: Path) -> None:
    """Add what the vocabularies lack, and what `check` says once all is written, as a copy of the catalogue tells."""
    cases, words = trial / folder.resolve().name, folder / VOCABULARY_FOLDER
    _put(found, folder, trial)
    configured = catalogue_settings.examine(trial / SETTINGS)
    settings, found.left = configured.settings, configured.problems
    if not configured.is_shaped:
        return
    for each in additions(words, settings.shape):
        found.change(words / f"{each.name}{SUFFIX}", each.text, f": {each.told}")
    _put(found, folder, trial)
    vocabulary, problems = load_vocabulary(cases / VOCABULARY_FOLDER, cases.name, settings.shape)
    before = files.read_text(words / FILE) if (words / FILE).is_file() else ""
    if not problems and before != (text := as_text(vocabulary)):
        found.change(words / FILE, text, f": {wording.upgrade['schema']}")
    told = examine(cases, without=settings.without, shape=settings.shape).problems
    found.left = in_order([*configured.problems, *told])


def _put(found: Upgrade, folder: Path, trial: Path) -> None:
    """Write what is changed so far into the copy of a catalogue."""
    root, there = folder.parent, trial / folder.resolve().name
    files.save(
        {
            there / path.relative_to(folder)
            if path.is_relative_to(folder)
            else trial / path.relative_to(root): text
            for path, text in found.texts.items()
        }
    )


def _unneeded(folder: str, names: list[str]) -> list[str]:
    """Return the names of what a trial needs no copy of: what is made or hidden, and what nobody can copy."""
    found = {name: Path(folder) / name for name in names}
    made = {name for name in names if name.startswith(".") or name in {"site", "node_modules"}}
    return [name for name, path in found.items() if name in made or not (path.is_file() or path.is_dir())]


def _pin(found: Upgrade, path: Path, version: str) -> None:
    """Let the file of requirements name the version."""
    text = files.read_text(path) if path.is_file() else ""
    pinned = _PIN.search(text)
    if not pinned or pinned[2] == version:
        return
    if _numbers(pinned[2]) > _numbers(version):
        raise NewerError(pinned[2])
    line = text.count("\n", 0, pinned.start()) + 1
    told = wording.upgrade["pin"].format(old=pinned[2], new=version)
    found.change(path, _PIN.sub(rf"\g<1>{version}", text), f":{line}: {told}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def _drop_brought(found: Upgrade, folder: Path) -> None:
    """Take style sheets and scripts that the program brings by itself out of the settings."""
    path = folder.parent / SETTINGS
    text = files.read_text(path) if path.is_file() else ""
    document, lines = read(path.name, text.encode()).document, text.split("\n")
    homes, gone = (folder, folder.parent / packed.OWN_THEME), set[int]()
    for at in [at for at in document.keys if at in ENGINES_LISTS or at[-2:] == (PLUGIN, "scripts")]:
        gone |= _brought(document, at, homes if at in ENGINES_LISTS else ())
    if gone and all(_ALONE.fullmatch(lines[number - 1]) for number in gone):
        kept = [line for number, line in enumerate(lines, 1) if number not in gone]
        told = wording.upgrade.counted("brought", len(gone), lines=_spans(gone))
        found.change(path, "\n".join(kept), f":{min(gone)}: {told}")


def _brought(document: Document, at: Place, homes: Sequence[Path]) -> set[int]:
    """Return the lines of a list at a place that name what the program has or had, and the catalogue has not itself."""
    named = dict(texts(document.at(at), at))
    ours = {
        path
        for path, value in named.items()
        if re.match(r"assets/(css|js)/", value) and not any((home / value).exists() for home in homes)
    }
    if named.keys() - ours:
        return {document.place(path).line for path in ours}
    return {place.line for path, place in document.keys.items() if path[: len(at)] == at} | {
        document.place(path).line for path in ours
    }


def _spans(numbers: set[int]) -> str:
    """Return numbers with those that follow each other as from-to: 3, 7-9."""
    starts, ends = (sorted(number for number in numbers if number + step not in numbers) for step in (-1, 1))
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


def _rename_views(found: Upgrade, folder: Path) -> None:
    """Let hand-written pages call views by their names now."""
    for path in sorted(folder.glob("*.md")):
        text = files.read_text(path)
        if named := _VIEW.match(text):
            new = VIEWS[named[2]]
            told = wording.upgrade["view"].format(old=named[2], new=new)
            line = text.count("\n", 0, named.start(2)) + 1
            found.change(path, _VIEW.sub(rf"\g<1>{new}", text), f":{line}: {told}")
