"""Care for the vocabulary and the addresses: renaming, merging, and what lies unused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.catalogue import Catalogue
from generator.editing.fmt import case_schema_tree, item_schema, property_schema, resolve
from generator.facets import FACETS
from generator.pages import value_name
from generator.text import quoted, slugify
from generator.vocabulary import Advice, Point, Term, Vocabulary

ALIKE = 0.86
"""How like two names are, from 0 to 1, when editors are asked whether they mean the same."""


@dataclass(frozen=True)
class Pair:
    """Two values of one vocabulary that may mean the same."""

    vocabulary: str
    first: Term
    second: Term


def vocabulary_of(facet: str) -> str:
    """Return the vocabulary that an editor names by facet, by address or by its file: theme, tema, themes.

    Raises KeyError when there is none.
    """
    for known in FACETS.values():
        if facet in {known.key, known.path, known.vocabulary}:
            return known.vocabulary
    return {name: name for name in Vocabulary.kinds}[facet]


def retag(value: Any, vocabulary: str, old: str, new: str, schema: Any = None) -> Any:
    """Return a case's data with one word of a vocabulary replaced wherever it stands as a tag."""
    schema = schema or case_schema_tree()
    if isinstance(value, dict):
        return {
            key: retag(item, vocabulary, old, new, property_schema(schema, key) or {})
            for key, item in value.items()
        }
    if isinstance(value, tuple):
        inner = item_schema(schema) or {}
        items = tuple(retag(item, vocabulary, old, new, inner) for item in value)
        return tuple(dict.fromkeys(items)) if "x-vocabulary" in inner else items
    tagged = resolve(schema, "x-vocabulary")
    return new if value == old and tagged and tagged["x-vocabulary"] == vocabulary else value


def relate(data: Any, old: str, new: str) -> Any:
    """Return a case's data in which references to the case `old` lead to `new`."""
    related = data.get("related")
    if not isinstance(related, dict):
        return data
    moved = {
        key: tuple(new if slug == old else slug for slug in slugs) if isinstance(slugs, tuple) else slugs
        for key, slugs in related.items()
    }
    return {**data, "related": moved}


def with_alias(data: Any, old: str, new: str) -> Any:
    """Return a case's data with its former address, and without the new one among the former."""
    aliases = [slug for slug in data.get("aliases") or () if slug != new]
    return {**data, "aliases": tuple(dict.fromkeys([*aliases, old]))}


def relink(text: str, vocabulary: str, old: str, new: str) -> str:
    """Return a hand-written page in which links to a value's pages lead to `new`."""
    for facet in FACETS.values():
        if facet.vocabulary == vocabulary:
            text = _relinked(text, facet.path, old, new)
    return text


def relink_case(text: str, old: str, new: str) -> str:
    """Return a hand-written page, or a vocabulary, in which what leads to the case `old` leads to `new`."""
    return re.sub(rf"\bcase: {old}(?![\w-])", f"case: {new}", _relinked(text, "case", old, new))


def _relinked(text: str, path: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){path}/{old}(?![\w-])", f"{path}/{new}", text)


def move_region(text: str, old: str, new: str) -> str:
    """Return the vocabulary of municipalities in which those of the region `old` are in `new`."""
    return re.sub(rf"^  region: {old}$", f"  region: {new}", text, flags=re.MULTILINE)


def rename_term(text: str, old: str, new: str, name: str | None) -> str:
    """Return a vocabulary file in which `old` is called `new` and its old address leads on.

    Where `new` is there already, the two become one: `old` goes, and `new` keeps its name and definition.
    """
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    at = next(index for index, block in enumerate(blocks) if block.startswith(f"{old}:"))
    gone = blocks[at]
    target = next((index for index, block in enumerate(blocks) if block.startswith(f"{new}:")), None)
    former = [old, *_redirects(gone)]
    if target is None:
        renamed = new + gone[len(old) :]
        if name is not None:
            renamed = re.sub(
                r"^  name: .*$", lambda _: f"  name: {quoted(name)}", renamed, count=1, flags=re.MULTILINE
            )
        blocks[at] = _with_redirects(renamed, former)
    else:
        blocks[target] = _with_redirects(blocks[target], [*_redirects(blocks[target]), *former])
        del blocks[at]
    return "".join(blocks)


def unused(catalogue: Catalogue) -> Iterator[tuple[str, Term]]:
    """Yield the values that no case has, by facet; municipalities and regions are always complete."""
    for facet in FACETS.values():
        for slug, term in catalogue.terms(facet.key).items():
            if facet.key not in {"municipality", "region"} and not catalogue.count(facet.key, slug):
                yield facet.key, term


def undefined(catalogue: Catalogue) -> Iterator[tuple[str, Term]]:
    """Yield the values that lack a definition, by facet."""
    for facet in FACETS.values():
        for term in catalogue.terms(facet.key).values():
            if facet.key not in {"municipality", "region", "source"} and not term.definition.strip():
                yield facet.key, term


def alike(vocabulary: Vocabulary) -> Iterator[Pair]:
    """Yield the values whose names are so alike that they may be one."""
    for name, terms in vocabulary.items():
        if name in {"municipalities", "regions"}:
            continue
        known = list(terms.values())
        for index, first in enumerate(known):
            for second in known[index + 1 :]:
                if _likeness(first, second) >= ALIKE:
                    yield Pair(name, first, second)


def astray(catalogue: Catalogue) -> Iterator[tuple[Point, Advice]]:
    """Yield the points of attention that name a case or a piece of advice that is not there, and which."""
    for point in catalogue.points():
        for reference in point.illustrated_by:
            if catalogue.advice(reference.case, reference.advice) is None:
                yield point, reference


def redirects(catalogue: Catalogue) -> Mapping[str, tuple[str, str]]:
    """Return every former address with the address that it leads to and that page's title."""
    found: dict[str, tuple[str, str]] = {}
    for case in catalogue.cases:
        for alias in case.aliases:
            if alias not in catalogue.by_slug:
                found[f"case/{alias}/"] = (f"case/{case.slug}/", case.title)
    for facet in FACETS.values():
        terms = catalogue.terms(facet.key)
        for term in terms.values():
            for former in term.redirects:
                if former not in terms:
                    found[f"{facet.path}/{former}/"] = (
                        f"{facet.path}/{term.slug}/",
                        value_name(facet.key, term),
                    )
    return found


def _redirects(block: str) -> list[str]:
    match = re.search(r"^  redirects: \[(.*)\]$", block, flags=re.MULTILINE)
    return [slug.strip() for slug in match[1].split(",") if slug.strip()] if match else []


def _with_redirects(block: str, slugs: list[str]) -> str:
    kept = re.sub(r"^  redirects: .*\n", "", block, flags=re.MULTILINE)
    head, line_end, rest = kept.partition("\n")
    return f"{head}{line_end}  redirects: [{', '.join(dict.fromkeys(slugs))}]\n{rest}"


def _likeness(first: Term, second: Term) -> float:
    names = slugify(first.name), slugify(second.name)
    if _same_words(*names):
        return 1.0
    return SequenceMatcher(None, *names).ratio()


def _same_words(first: str, second: str) -> bool:
    return sorted(first.split("-")) == sorted(second.split("-"))
