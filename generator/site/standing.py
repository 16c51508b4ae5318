"""Whether a site stands as a build would make it, which is told without making anything.

A build notes all that it reads (the settings with the variables that they name, folders, the report on links, the
newest commit, the program) and the state of every file of the site. While all is the same, a build has nothing to do.
Whoever runs the engine hands over in its environment the key of the site that is asked for, without which nothing is
noted, and what all was that the site is made of, so that the engine need not read that to know it.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import files, store
from generator.files import State
from generator.reading.commit import newest
from generator.reading.trace import files_in, settings_in
from generator.store import Store

KIND = "standing"
"""What a store has the notes under."""
ASKED = "ASKED_OF_CASEKATALOG"
"""The variable of the environment by which the engine knows under which key a site is noted."""
READ = "READ_BY_CASEKATALOG"
"""The variable by which it knows what was read for a site that does not stand, and what that was."""
_WORD = re.compile(rb"\w+")
_OURS = re.compile("(?:CASEKATALOG|GIT)_|SOURCE_DATE_EPOCH$")
"""The variables of the environment that a build knows, beside those that settings name."""


def asked(settings: Path, given: Mapping[str, object]) -> str:
    """Return the key of the site that somebody asks for: by settings, and by what else the engine is given.

    They count as they are before the engine reads them. The key is empty where they cannot be told.
    """
    file = settings.resolve()
    try:
        return store.key(KIND, str(file), json.dumps(sorted(given.items()), default=str), *settings_in(file))
    except OSError:
        return ""


class Standing:
    """What is noted under a key of the site of a file of settings, as it is built in an environment."""

    def __init__(self, settings: Path, key: str | None, environment: Mapping[str, str]) -> None:
        """Take what is asked for; without a key nothing is noted."""
        self._settings, self._key, self._environment = settings.resolve(), key, environment
        self.read = environment.get(READ, "[]")
        """What was read when somebody looked whether the site stands, and what it was, as JSON."""
        self._read: list[str] = []
        self._noted: dict[str, object] = {}

    def begin(self, folders: Sequence[Path], report: Path) -> None:
        """Remember what is about to be read: the folder of the cases first, the others, and the report on links."""
        if self._key:
            self._read = [str(path.resolve()) for path in (*folders, report)]
            match json.loads(self.read):
                case [read, told] if read == self._read:
                    self._noted = {"read": read, "as": told}
                case _:
                    self._noted = {"read": self._read, "as": self._told(self._read)}

    def note(self, kept: Store, site: Path, there: Mapping[str, State | None]) -> None:
        """Note the site that was made of it, with its files.

        Nothing is noted where it cannot be told what was read: for good, or since it changed meanwhile.
        """
        begun = self._noted.get("as")
        if self._key and begun and begun == self._told(self._read):
            noted = {**self._noted, "site": str(site), "there": _digest(there)}
            kept.keep(KIND, {self._key: json.dumps(noted).encode()})

    def find(self) -> Path | None:
        """Return the folder of the site when it stands as a build would make it."""
        found = store.beside(self._settings.parent).find(KIND, [self._key or ""])
        if not found:
            return None
        [content] = found.values()
        noted = json.loads(content)
        site, told = Path(noted["site"]), self._told(noted["read"])
        self.read = json.dumps([noted["read"], told])
        is_same = noted["as"] == told and noted["there"] == _digest(files.known(site).files)
        return site if is_same else None

    def _told(self, read: Sequence[str]) -> str | None:
        """Return what is another text once anything is that is read; None where it cannot be told."""
        *folders, report = map(Path, read)
        try:
            settings = [*settings_in(self._settings)]
            parts = [
                *settings,
                *self._variables(b"\n".join(settings)),
                *(part for folder in folders for part in _inside(folder)),
                files.read(report) if report.exists() else b"none",
                (newest(folders[0]) or "none").encode(),
            ]
        except OSError:
            return None
        return store.key(*parts)

    def _variables(self, settings: bytes) -> list[bytes]:
        """Return the variables of the environment that are known to the build, or stand in the settings."""
        words = set(_WORD.findall(settings))
        return [
            os.fsencode(f"{name}={value}")
            for name, value in sorted(self._environment.items())
            if _OURS.match(name) or os.fsencode(name) in words
        ]


def _inside(folder: Path) -> Sequence[bytes]:
    """Return the names and contents of all in a folder; raises OSError of what is neither folder nor plain file."""
    return [*files_in(os.fsencode(folder))] if folder.is_dir() else [b"none"]


def _digest(there: Mapping[str, State | None]) -> str:
    return store.key(json.dumps(sorted(there.items())))
