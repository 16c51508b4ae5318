"""A first catalogue: the files that whoever begins one of their own gets."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator import files, packed
from generator.addresses import at
from generator.reading import schema
from generator.reading.folder import load_vocabulary
from generator.reading.naming import SUFFIX
from generator.shape import BUILT_IN
from generator.vocabulary import kinds
from generator.wording import wording

_LINK = re.compile(r"\[(?P<words>[^]]+)\]\((?P<target>[^)]+)\)")
_CASES, _WORDS = Path("cases"), Path("cases/vocabulary")


def write(target: Path, name: str, version: str, demo: bool) -> None:
    """Write a first catalogue in the language that is spoken into a new or empty folder, all of it or nothing.

    With `demo` it begins with made-up cases. Raises FileExistsError when there is something at `target` already,
    and OSError when it cannot be written.
    """
    target = target.resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise FileExistsError
    with files.workspace(target) as folder:
        whole = folder / "whole"
        files.save({whole / path: text for path, text in _texts(name, version, demo)})
        vocabulary, _ = load_vocabulary(whole / _WORDS)
        files.save({whole / _WORDS / schema.FILE: schema.as_text(vocabulary)})
        _place(whole, target)


def _texts(name: str, version: str, demo: bool) -> Iterator[tuple[Path, str]]:
    """Yield the files that stand as they are, by their path in the catalogue; later ones win."""
    shared = ((each, packed.shared_file(each)) for each in kinds(BUILT_IN))
    yield from ((_WORDS / f"{each}{SUFFIX}", files.read_text(file)) for each, file in shared if file)
    page = f"{at('contribute').rstrip('/')}.md"
    yield _CASES / page, wording.whole(files.read_text(packed.pages() / page))
    begun = {file.relative_to(packed.first()): file for file in _within(packed.first())}
    if demo:
        begun = {path: file for path, file in begun.items() if path.parent != _CASES or path.suffix != SUFFIX}
        begun |= {file.relative_to(packed.demo()): file for file in _within(packed.demo())}
        yield from _guide() if wording.language == "en" else ()
    for path, file in begun.items():
        yield _named(path), _filled(files.read_text(file), file.suffix, name, version)


def _guide() -> Iterator[tuple[Path, str]]:
    """Yield the guide to a catalogue of one's own as pages of the catalogue."""
    for page in packed.GUIDE:
        text = _LINK.sub(_there, files.read_text(page))
        title = text.partition("\n")[0].removeprefix("# ")
        yield (
            _CASES / page.name,
            f"---\ntitle: {title}\ndescription: {title}\nhide: [navigation]\n---\n\n{text}",
        )


def _there(link: re.Match[str]) -> str:
    """Return a link of the guide as it is, or its words alone where it leads to another file of the repository."""
    file = link["target"].partition("#")[0]
    is_there = not file or "://" in file or file in {page.name for page in packed.GUIDE}
    return link[0] if is_there else link["words"]


def _within(folder: Path) -> list[Path]:
    """Return all files in a folder and below."""
    return sorted(filter(Path.is_file, folder.rglob("*")))


def _named(path: Path) -> Path:
    """Return the path of a file in a catalogue: what begins with a point there does not where it is packed."""
    return Path(*(part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in path.parts))


def _filled(text: str, suffix: str, name: str, version: str) -> str:
    """Return a text with the name of the catalogue, which settings have in quotes, and the version of the program."""
    shown = json.dumps(name, ensure_ascii=False) if suffix == ".yml" else name
    return text.replace("@NAME@", shown).replace("@VERSION@", version)


def _place(whole: Path, target: Path) -> None:
    """Put all in a folder into `target`, which may be where somebody stands, or nothing."""
    if not target.exists():
        whole.rename(target)
        return
    placed: list[Path] = []
    try:
        for each in sorted(whole.iterdir()):
            placed.append(each.rename(target / each.name))
    except OSError:
        for each in placed:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        raise
