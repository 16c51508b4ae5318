"""The words that readers and editors meet, in the language of the catalogue: one file for each, in `languages/`.

A word has a group and a key: `wording.card["gain"]`, in templates and scripts `wording.card.gain`. What varies in a
text is a name in braces, `{count}`; a name in capitals, `{UNSTATED}`, stands for the word of that name in the group
`common`. A text that depends on a count is a list: for one, and for several.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))
"""The languages that there are words of."""
FIRST = "da"
"""The language that is spoken until another is asked for."""

_COMMON = re.compile(r"\{([A-Z]+)\}")
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class Group(Mapping[str, str]):
    """The words of a group, by their keys; those that depend on a count are in `counts`, for one and for several."""

    def __init__(self, texts: Mapping[str, str], counts: Mapping[str, tuple[str, str]]) -> None:
        """Take the texts, and those that depend on a count."""
        self._texts = texts
        self.counts = counts

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def counted(self, key: str, count: int, **values: object) -> str:
        """Return the text for so many, with the count in place of `{count}`."""
        return self.chosen(key, count).format(count=count, **values)

    def chosen(self, key: str, count: int) -> str:
        """Return the text for so many, its names in braces not filled yet."""
        return self.counts[key][count != 1]

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the words that a text lists with commas between them."""
        return tuple(self._texts[key].split(", "))

    def plain(self) -> dict[str, str | tuple[str, str]]:
        """Return all texts as data, for scripts and for print."""
        return {**self._texts, **self.counts}


class Wording:
    """The words of the language that is spoken."""

    def __init__(self, language: str = FIRST) -> None:
        """Speak a language."""
        self.speak(language)

    def speak(self, language: str) -> None:
        """Speak another language of LANGUAGES from here on."""
        self.language = language
        self._groups = read(language)

    def plain(self) -> dict[str, dict[str, str | tuple[str, str]]]:
        """Return all words as data, by group and key."""
        return {name: group.plain() for name, group in self._groups.items()}

    def __getattr__(self, group: str) -> Group:
        try:
            return self._groups[group]
        except KeyError:
            raise AttributeError(group) from None


@cache
def read(language: str) -> Mapping[str, Group]:
    """Return the groups of words of a language."""
    told: dict[str, dict[str, str | list[str]]] = tomllib.loads(
        (FOLDER / f"{language}.toml").read_text("utf-8")
    )
    common = told["common"]

    def whole(text: str) -> str:
        return _COMMON.sub(lambda mark: str(common[mark[1].lower()]), text)

    return {
        name: Group(
            {key: whole(text) for key, text in group.items() if isinstance(text, str)},
            {
                key: (whole(text[0]), whole(text[1]))
                for key, text in group.items()
                if not isinstance(text, str)
            },
        )
        for name, group in told.items()
    }


wording = Wording()
"""The words that are spoken now: a process serves one catalogue at a time."""


def by_language(work: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Keep what a function returns for the same arguments and the same language."""

    kept: dict[object, _Found] = {}

    @wraps(work)
    def found(*args: _Given.args, **options: _Given.kwargs) -> _Found:
        asked = (wording.language, args, *options.items())
        if asked not in kept:
            kept[asked] = work(*args, **options)
        return kept[asked]

    return found
