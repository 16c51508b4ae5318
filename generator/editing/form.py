"""What the form on the site is built from: the schema, the rules' values and the words, as classic scripts."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any

from generator import (
    fields,
    glance,
    messages,
    near,
    personal,
    readability,
    scripts,
    store,
    values,
)
from generator.addresses import FORM_FOLDER
from generator.catalogue import Catalogue
from generator.editing.formatter import WIDTH
from generator.editing.new_case import SCHEMA_LINE
from generator.editing.notes import notes_of
from generator.locale import spoken
from generator.model import Case
from generator.money import current
from generator.problems import field_name
from generator.reading import advice, findings, hints
from generator.reading.characters import CONTROL, NEAR, character_name
from generator.reading.reader import skim
from generator.reading.scalars import Written, is_nothing, written
from generator.reading.schema import case_schema
from generator.reading.slugs import DEVICES, LONGEST_SLUG, fixed
from generator.store import NOTHING, Store
from generator.vocabulary import Factor, Municipality, Term
from generator.wording import wording

KIND = "form"
"""What a store has the scripts of cases under."""


def files(catalogue: Catalogue, names: Iterable[str] = (), printable: str = "") -> dict[str, bytes]:
    """Return the form's scripts of data by path, beside those of cases.

    `names` are the addresses of hand-written pages, which no case may have; `printable` the characters that a text
    may have, as the inside of a pattern's brackets.
    """
    return {f"{FORM_FOLDER}/form.js": scripts.put("setup", setup(catalogue, names, printable)).encode()}


def keys(sources: Mapping[str, bytes]) -> dict[str, str]:
    """Return what the script of each case is made of, by its path; `sources` are the files of cases by slug."""
    return {_script_path(slug): store.key(slug, source) for slug, source in sources.items()}


def case_scripts(
    sources: Mapping[str, bytes], paths: AbstractSet[str], kept: Store = NOTHING
) -> dict[str, bytes]:
    """Return those of the scripts of cases that lie at some paths; what is slow to make is kept in a store."""
    wanted = {path: slug for slug in sources if (path := _script_path(slug)) in paths}
    makes = {
        store.key(slug, sources[slug]): partial(_case_script, slug, sources[slug]) for slug in wanted.values()
    }
    return dict(zip(wanted, kept.complete(KIND, makes).values(), strict=True))


def _script_path(slug: str) -> str:
    return f"{FORM_FOLDER}/case/{slug}.js"


def setup(catalogue: Catalogue, names: Iterable[str] = (), printable: str = "") -> dict[str, Any]:
    """Return all that the form must know to ask, check and write."""
    return {
        "schema": _schema(catalogue),
        **_said(),
        **_rules(catalogue.shape.case),
        "reserved": sorted({*fixed(catalogue.shape), *names} - {""}),
        "printable": printable,
        **_known(catalogue),
    }


def _said() -> dict[str, Any]:
    """Return the words of messages, and of what readers see."""
    return {
        "messages": wording.messages.plain(),
        "asked": wording.asked.plain(),
        "advice": wording.advice.plain(),
        "words": wording.remedies.plain(),
        "unstated": wording.common["unstated"],
        "reading": {
            "headings": wording.headings.plain(),
            "silent": wording.view["silent"],
            "unconfirmed": wording.view["unconfirmed"],
            "unmet": wording.view["unmet"],
            "otherwise": wording.form["otherwise"],
            "doubts": wording.view.counts["doubts"],
            "answers": wording.answers.plain(),
            "reasons": wording.reasons.plain(),
        },
        "months": spoken().months,
        "todo": wording.common["todo"],
        "characters": _character_names(),
    }


def _rules(kind: type[Case]) -> dict[str, Any]:
    """Return what the rules of `check` are made of, beside the schema."""
    typed, money = wording.typed, current()
    return {
        "longestSlug": LONGEST_SLUG,
        "devices": sorted(DEVICES),
        "longestValue": messages.LONGEST_VALUE,
        "shownEnd": messages.SHOWN_END,
        "longestHint": messages.LONGEST_HINT,
        "result": wording.slugs["result"],
        "firm": sorted((wording.slugs["measured"], wording.slugs["agreed"])),
        "money": {"word": money.word, "units": sorted(money.units), "yearly": money.yearly},
        "numbers": glance.NUMBERS,
        "qualifiers": values.other_qualifiers(),
        "silent": sorted(hints.nothing()),
        "near": {
            **{name: typed.listed(name) for name in ("negations", "negating", "fillers")},
            "and": typed["and"],
            **{"close": near.CLOSE, "sure": near.SURE, "few": near.FEW},
            **{"longest": near.LONGEST, "turned": near.TURNED},
        },
        "tags": [
            {"path": path, "vocabulary": name, "isList": fields.is_list(kind, path)}
            for path, name in fields.vocabularies(kind).items()
        ],
        "readability": _plain_words(kind),
        "role": personal.role().pattern,
        "page": personal.PAGE.pattern,
        "instead": NEAR,
        "notation": spoken().notation.patterns,
        "findings": findings.patterns(),
        "personal": list(personal.patterns()),
        "bareUnit": findings.BARE_UNIT,
        "width": WIDTH,
        "schemaLine": SCHEMA_LINE,
    }


def _plain_words(kind: type[Case]) -> dict[str, Any]:
    """Return what advice on plain words counts by; the patterns' letters are said as the browser says them."""
    read = readability
    return {
        **{"longSentence": read.LONG_SENTENCE, "longWord": read.LONG_WORD},
        **{"hard": read.HARD, "fewest": read.FEWEST},
        "patterns": {
            name: pattern.replace(read.LETTER, r"[\p{L}\p{N}]") for name, pattern in read.patterns().items()
        },
        "telling": sorted(map(field_name, advice.telling(kind))),
        "naming": advice.NAMING,
    }


def _known(catalogue: Catalogue) -> dict[str, Any]:
    """Return what there is already: the words that fields take, those that readers know, cases and facets."""
    named = {*fields.vocabularies(catalogue.shape.case).values(), "questions"}
    return {
        "vocabulary": {
            name: {slug: _term(term, len(terms) <= hints.TOLD_LIST) for slug, term in terms.items()}
            for name, terms in catalogue.vocabulary.items()
            if name in named
        },
        "abbreviations": sorted(filter(str.isupper, advice.known_abbreviations(catalogue.vocabulary))),
        "cases": {case.slug: case.title for case in catalogue.cases},
        "aliases": {alias: case.slug for case in catalogue.cases for alias in case.aliases},
        "facets": {
            facet.key: {
                "name": facet.name,
                "plural": facet.plural,
                "vocabulary": facet.vocabulary,
                "field": facet.field,
                "through": facet.through,
                "isGraded": facet.is_graded,
            }
            for facet in catalogue.facets.values()
        },
    }


def _case_script(slug: str, content: bytes) -> bytes:
    return scripts.put(f"case/{slug}", case_data(slug, content)).encode()


def case_data(slug: str, content: bytes) -> dict[str, Any]:
    """Return a case as the form loads it: values as they are written, and the comments around them."""
    document = skim(slug, content, written).document
    found = notes_of(document)
    return {
        "slug": slug,
        "data": raw(document.data),
        "notes": {
            "before": [[list(path), lines] for path, lines in found.before.items()],
            "inside": [[list(path), lines] for path, lines in found.inside.items()],
            "after": [[list(path), line] for path, line in found.after.items()],
            "end": found.end,
        },
    }


def raw(value: Any) -> Any:
    """Return a value in which numbers and dates are the text that the editor wrote."""
    if isinstance(value, dict):
        return {key: raw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [*map(raw, value)]
    if isinstance(value, Written):
        return value.value if is_nothing(value) or isinstance(value.value, bool) else value.raw
    return value


def _character_names() -> dict[str, str]:
    """Return the words for those of the unseen characters that have some."""
    unseen = filter(CONTROL.match, map(chr, range(0x10000)))
    names = {character: character_name(character).partition(" ")[2] for character in unseen}
    return {character: name for character, name in names.items() if name}


def _term(term: Term, is_told: bool) -> dict[str, Any]:
    names: dict[str, Any] = {"name": term.name, "definition": term.guidance}
    if others := (*term.redirects, *term.forms):
        names["forms"] = others
    if is_told:
        names["meaning"] = hints.meaning(term)
    if isinstance(term, Factor):
        names |= {"driver": term.driver.name, "barrier": term.barrier.name}
    if isinstance(term, Municipality):
        names["region"] = term.region
    return names


def _schema(catalogue: Catalogue) -> dict[str, Any]:
    """Return the schema without the vocabularies' words, which the form has once."""
    schema = case_schema(catalogue.vocabulary)
    for node in _nodes(schema):
        if "x-vocabulary" in node:
            node.pop("enum")
            node.pop("markdownEnumDescriptions")
    return schema


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)
