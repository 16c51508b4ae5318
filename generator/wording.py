"""The words that readers and editors meet, in the language of the catalogue: one file for each, in `languages/`.

A word has a group and a key: `wording.card["gain"]`, in templates and scripts `wording.card.gain`. What varies in a
text is a name in braces, `{count}`; a name in capitals, `{UNSTATED}`, stands for the word of that name in the group
`common`, and `{Unstated}` for the same at the beginning of a sentence. A text that depends on a count is a list: for
one, and for several. A catalogue may have words of its own in place of the common ones.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))
"""The languages that there are words of."""
FIRST = "da"
"""The language that is spoken until another is asked for."""

Own = tuple[tuple[str, str], ...]
"""The words of a catalogue's own in place of common ones, by their keys."""

Voice = tuple[str, Own]
"""A language, and the words of a catalogue's own in it."""

_COMMON = re.compile(r"\{([A-Z]+|[A-Z][a-z]+)\}")
_NAMED = re.compile(r"\bwording\.(\w+)")
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

    def speak(self, language: str, own: Own = ()) -> None:
        """Speak another language of LANGUAGES from here on, with words of a catalogue's `own`."""
        self.language = language
        self.own = own
        self._groups = read(language, own)
        vars(self).update(self._groups)

    @property
    def voice(self) -> Voice:
        """All that what is told depends on, as `speak` takes it."""
        return self.language, self.own

    def whole(self, text: str) -> str:
        """Return a text with the common words in place of their names in capitals."""
        return _whole(text, self.common)

    def plain(self) -> dict[str, dict[str, str | tuple[str, str]]]:
        """Return all words as data, by group and key."""
        return {name: group.plain() for name, group in self._groups.items()}

    if TYPE_CHECKING:  # the groups are attributes, which are found quicker

        def __getattr__(self, group: str) -> Group:
            """Return the words of a group."""


@cache
def read(language: str, own: Own = ()) -> Mapping[str, Group]:
    """Return the groups of words of a language, with words of a catalogue's own among the common ones."""
    told: dict[str, dict[str, str | list[str]]] = tomllib.loads(
        (FOLDER / f"{language}.toml").read_text("utf-8")
    )
    told["common"] |= dict(own)
    common = {key: text for key, text in told["common"].items() if isinstance(text, str)}
    return {
        name: Group(
            {key: _whole(text, common) for key, text in group.items() if isinstance(text, str)},
            {
                key: (_whole(text[0], common), _whole(text[1], common))
                for key, text in group.items()
                if not isinstance(text, str)
            },
        )
        for name, group in told.items()
    }


def _whole(text: str, common: Mapping[str, str]) -> str:
    def word(mark: re.Match[str]) -> str:
        found = common[mark[1].lower()]
        return found if mark[1].isupper() else found[:1].upper() + found[1:]

    return _COMMON.sub(word, text)


wording = Wording()
"""The words that are spoken now: a process serves one catalogue at a time."""


def groups_in(source: str) -> set[str]:
    """Return the names that the text of scripts or templates has for groups of words: `card` in `wording.card`."""
    return {*_NAMED.findall(source)}


def by_language(work: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Keep what a function returns for the same arguments and the same words."""

    kept: dict[object, _Found] = {}

    @wraps(work)
    def found(*args: _Given.args, **options: _Given.kwargs) -> _Found:
        asked = (wording.voice, args, *options.items())
        try:
            return kept[asked]
        except KeyError:
            made = kept[asked] = work(*args, **options)
            return made

    return found
