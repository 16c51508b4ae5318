"""Renaming tags and cases in all files at once, in an order that lets a broken-off renaming be run again."""

import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import files
from generator.addresses import former_url, value_url
from generator.editing import replacement
from generator.editing.formatter import case_schema_tree, fmt
from generator.editing.new_case import address
from generator.messages import message
from generator.problems import InvalidCasesError
from generator.reading import ledger
from generator.reading.beside import case_files
from generator.reading.file import content, read_file
from generator.reading.folder import fields_in, load_vocabulary
from generator.reading.hints import maybe
from generator.reading.naming import shown_name
from generator.reading.schema import FILE, as_text
from generator.reading.settings import beside
from generator.reading.slugs import DEVICES, VOCABULARY_FOLDER, name_faults
from generator.shape import Shape
from generator.text import slugify
from generator.vocabulary import Vocabulary
from generator.wording import wording

Change = Callable[[Any], Any]
_MEANT = {
    "questions": ("effect", "background", "conditions", "method", "price"),
    "figure_kinds": ("measured", "agreed"),
    "figure_roles": ("result",),
    "forms": ("paragraph_60",),
    "gain_types": ("no_gain", "money"),
    "levels": ("municipal",),
}
"""The words that rules and templates go by: their names may change, their slugs may not."""


def meant(name: str) -> tuple[str, ...]:
    """Return the slugs of a vocabulary that must stay."""
    return tuple(wording.slugs[word] for word in _MEANT.get(name, ()))


class RefusedError(Exception):
    """What was asked for cannot be done; the text says why. Nothing has been written."""


def rename_case(folder: Path, old: str, new: str) -> int:
    """Move a case to another address, and return how many other cases refer to it.

    The new file comes first and the old one goes last, so that a moving that broke off can go on. Raises
    RefusedError, and InvalidCasesError when a case cannot be read.
    """
    shape = beside(folder).shape
    source, target = folder / f"{old}.yaml", folder / f"{new}.yaml"
    if not source.is_file():
        raise RefusedError(wording.rename["no_file"].format(path=source))
    if new == old:
        raise RefusedError(_is_named(old))
    if new != address(new):
        raise RefusedError(message("bad_slug", value=new, hint=maybe(_other(address(new), old))))
    if faults := [*name_faults(new, folder, shape)]:
        raise RefusedError(" ".join(faults))
    moved = _rewritten_file(source, folder, lambda data: replacement.with_alias(data, old, new), shape)
    if target.exists() and files.read(target) != moved.encode():
        raise RefusedError(wording.rename["taken"].format(path=target))
    texts = _rewritten(
        folder, lambda data: replacement.relate(data, old, new), shape, without=(source, target)
    )
    pages = [*folder.glob("*.md"), *(folder / VOCABULARY_FOLDER).glob("*.yaml")]
    linked = _changed(pages, lambda text: replacement.relink_case(text, old, new))
    files.save({target: moved, **texts, **linked, **ledger.with_new(folder, map(former_url, (old, new)))})
    source.unlink()
    return len(texts)


def rename_tag(folder: Path, key: str, old: str, new: str, name: str | None) -> tuple[int, bool]:
    """Rename a word of the vocabulary `key`, and return how many cases have it and whether `new` was there.

    The vocabulary comes first, so that `check` tells what a renaming that broke off has left, and it can be
    run again. Raises RefusedError, and InvalidCasesError when a case or a vocabulary cannot be read.
    """
    vocabulary = _vocabulary(folder, but="municipalities" if key == "regions" else "")
    shape, facets = vocabulary.shape, vocabulary.shape.with_vocabulary(key)
    terms, path = vocabulary[key], folder / VOCABULARY_FOLDER / f"{key}.yaml"
    if new == old:
        raise RefusedError(_is_named(old))
    if new != slugify(new):
        raise RefusedError(message("bad_slug", value=new, hint=maybe(_other(slugify(new), old))))
    if new in DEVICES:
        raise RefusedError(message("device_name", slug=new))
    if old in meant(key):
        raise RefusedError(wording.rename["meant"].format(slug=old, path=path))
    changed: dict[Path, str] = {}
    if old in terms:
        text = files.read_text(path)
        if key == "municipalities":
            text = replacement.move_neighbour(text, old, new)
        changed[path] = replacement.rename_term(text, old, new, name)
    elif new not in terms or old not in terms[new].redirects:
        near = vocabulary.nearest(key, old)
        raise RefusedError(wording.rename["no_tag"].format(slug=old, hint=maybe(near)))
    if key == "regions":
        municipalities = path.with_name("municipalities.yaml")
        changed |= _changed([municipalities], lambda text: replacement.move_region(text, old, new))
    changed[path.with_name(FILE)] = _schema_with(path.parent, changed, shape)
    tree = case_schema_tree(shape.case)
    texts = _rewritten(folder, lambda data: replacement.retag(data, key, old, new, tree), shape)
    pages = _changed(folder.glob("*.md"), lambda text: replacement.relink(text, facets, old, new))
    addresses = [value_url(facet, slug) for facet in facets for slug in (old, new)]
    files.save({**changed, **texts, **pages, **ledger.with_new(folder, addresses)})
    return len(texts), old in terms and new in terms


def _rewritten(folder: Path, change: Change, shape: Shape, without: Collection[Path] = ()) -> dict[Path, str]:
    """Return the case files that a change touches, as they shall be written."""
    texts = {}
    for path in case_files(folder):
        if path in without:
            continue
        data = fields_in(read_file(path, folder))
        if change(data) != data:
            texts[path] = _rewritten_file(path, folder, change, shape)
    return texts


def _rewritten_file(path: Path, folder: Path, change: Change, shape: Shape) -> str:
    return fmt(shown_name(path, folder), content(path, folder), change, shape.case)


def _changed(paths: Iterable[Path], change: Callable[[str], str]) -> dict[Path, str]:
    """Return the files that a change touches, as they shall be written."""
    texts = {path: files.read_text(path) for path in paths if path.is_file()}
    return {path: change(text) for path, text in texts.items() if change(text) != text}


def _vocabulary(folder: Path, but: str) -> Vocabulary:
    """Return the vocabularies; the one called `but` may be half renamed."""
    vocabulary, problems = load_vocabulary(folder / VOCABULARY_FOLDER, folder.name, beside(folder).shape)
    if problems := [problem for problem in problems if Path(problem.file).stem != but]:
        raise InvalidCasesError(problems)
    return vocabulary


def _schema_with(folder: Path, changed: Mapping[Path, str], shape: Shape) -> str:
    """Return the schema that the vocabularies in a folder give once some of them are changed."""
    with tempfile.TemporaryDirectory() as temporary:
        for path in folder.glob("*.yaml"):
            (Path(temporary) / path.name).write_text(changed.get(path) or files.read_text(path), "utf-8")
        vocabulary, problems = load_vocabulary(Path(temporary), shape=shape)
    if problems:
        raise InvalidCasesError(problems)
    return as_text(vocabulary)


def _is_named(slug: str) -> str:
    return wording.rename["same"].format(slug=slug)


def _other(slug: str, old: str) -> str:
    """Return a slug to write instead, which is not the one that is to be changed."""
    return wording.rename["other"].format(slug=slug) if slug == old else slug
