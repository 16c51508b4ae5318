"""A tag or an address replaced by another: in a case's data, in a vocabulary, in hand-written pages."""

import re
from collections.abc import Iterable
from typing import Any

from generator.editing.formatter import item_schema, property_schema, resolve
from generator.facets import Facet
from generator.text import quoted


def retag(value: Any, vocabulary: str, old: str, new: str, schema: Any) -> Any:
    """Return a case's data with one word of a vocabulary replaced wherever it stands as a tag, by a case's schema."""
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


def relink(text: str, facets: Iterable[Facet], old: str, new: str) -> str:
    """Return a hand-written page in which links to a value's pages lead to `new`."""
    for facet in facets:
        text = _relinked(text, facet.folder, old, new)
    return text


def relink_case(text: str, old: str, new: str) -> str:
    """Return a hand-written page, or a vocabulary, in which what leads to the case `old` leads to `new`."""
    return re.sub(rf"\bcase: {old}(?![\w-])", f"case: {new}", _relinked(text, "case", old, new))


def move_region(text: str, old: str, new: str) -> str:
    """Return the vocabulary of municipalities in which those of the region `old` are in `new`."""
    return re.sub(rf"^  region: {old}$", f"  region: {new}", text, flags=re.MULTILINE)


def move_neighbour(text: str, old: str, new: str) -> str:
    """Return the vocabulary of municipalities in which `new` takes the place of `old` among neighbours."""
    blocks = dict(re.findall(r"^([a-z0-9-]+):\n((?:  .*\n)*)", text, flags=re.MULTILINE))
    inherited = _neighbours(blocks.get(old, "")) if new in blocks else []

    def changed(block: re.Match[str]) -> str:
        slug, listed = block[1], _neighbours(block[0])
        named = [new if each == old else each for each in [*listed, *(inherited if slug == new else [])]]
        kept = ", ".join(
            each for each in dict.fromkeys(named) if each not in {slug, new if slug == old else ""}
        )
        return re.sub(r"^  neighbours: .*$", f"  neighbours: [{kept}]", block[0], flags=re.MULTILINE)

    return re.sub(r"^([a-z0-9-]+):\n(?:  .*\n)*", changed, text, flags=re.MULTILINE)


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


def _relinked(text: str, path: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){path}/{old}(?![\w-])", f"{path}/{new}", text)


def _redirects(block: str) -> list[str]:
    return _listed(block, "redirects")


def _neighbours(block: str) -> list[str]:
    return _listed(block, "neighbours")


def _listed(block: str, key: str) -> list[str]:
    """Return the slugs that a term has in a list on one line."""
    match = re.search(rf"^  {key}: \[(.*)\]$", block, flags=re.MULTILINE)
    return [slug.strip() for slug in match[1].split(",") if slug.strip()] if match else []


def _with_redirects(block: str, slugs: list[str]) -> str:
    kept = re.sub(r"^  redirects: .*\n", "", block, flags=re.MULTILINE)
    head, line_end, rest = kept.partition("\n")
    return f"{head}{line_end}  redirects: [{', '.join(dict.fromkeys(slugs))}]\n{rest}"
