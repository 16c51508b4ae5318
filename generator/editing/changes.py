"""What a change does to the catalogue: cases added, changed or gone, new tags, and what no longer fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.fields import label
from generator.labels import FACETS
from generator.load import Loaded
from generator.model import Case
from generator.pages import value_name
from generator.problems import Problem
from generator.text import enumeration


@dataclass(frozen=True)
class Changed:
    """A case that was changed, and the Danish names of the fields that were."""

    case: Case
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """The difference between two states of the case files."""

    added: tuple[Case, ...]
    changed: tuple[Changed, ...]
    moved: tuple[tuple[str, Case], ...]
    """Former address, and the case that has another now."""
    removed: tuple[Case, ...]
    new_values: tuple[tuple[str, str, str], ...]
    """Vocabulary, slug and name of each new value."""
    gone_values: tuple[tuple[str, str], ...]
    first_uses: tuple[tuple[str, str], ...]
    """Facet and name of each value that no case had before."""
    problems: tuple[Problem, ...]


def changes(before: Loaded, after: Loaded) -> Changes:
    """Return what has changed from one state of the case files to another."""
    old = {case.slug: case for case in before.cases}
    new = {case.slug: case for case in after.cases}
    faulty = {problem.file.rpartition("/")[2].removesuffix(".yaml") for problem in after.problems}
    moved = {
        alias: case
        for case in new.values()
        for alias in case.aliases
        if alias in old and alias not in new and case.slug not in old
    }
    kept = [(old[slug], new[slug]) for slug in new if slug in old and old[slug] != new[slug]]
    return Changes(
        added=tuple(case for slug, case in new.items() if slug not in old and case not in moved.values()),
        changed=tuple(Changed(case, tuple(_fields(was, case))) for was, case in kept),
        moved=tuple(moved.items()),
        removed=tuple(
            case for slug, case in old.items() if slug not in {*new, *moved} and slug not in faulty
        ),
        new_values=tuple(_values(before, after)),
        gone_values=tuple((name, slug) for name, slug, _ in _values(after, before)),
        first_uses=tuple(_first_uses(before, after)),
        problems=after.problems,
    )


def as_markdown(found: Changes) -> str:
    """Return the changes as the comment that a pull request gets."""
    lines = ["### Casekataloget: det gør forslaget", ""]
    if found.problems:
        lines += [
            f"**{_count(len(found.problems), 'fejl', 'fejl')}** skal rettes, før casen kan komme med:",
            "",
        ]
        lines += [
            f"- `{problem.file}` linje {problem.line}: {_safe(_words(problem))}" for problem in found.problems
        ]
    else:
        lines += ["Alle cases er i orden."]
    lines += [""]
    lines += _section("Nye cases", [f"**{_safe(case.title)}** (`{case.slug}`)" for case in found.added])
    texts = [f"**{_safe(c.case.title)}** (`{c.case.slug}`): {enumeration(c.fields)}" for c in found.changed]
    lines += _section("Ændrede cases", texts)
    addresses = [f"**{_safe(case.title)}**: fra `{former}` til `{case.slug}`" for former, case in found.moved]
    lines += _section("Cases, der får ny adresse", addresses)
    lines += _section("Cases, der forsvinder", [f"**{_safe(c.title)}** (`{c.slug}`)" for c in found.removed])
    values = [
        f"{_safe(name)} (`{slug}`) i `{vocabulary}.yaml`" for vocabulary, slug, name in found.new_values
    ]
    lines += _section("Nye mærker", values)
    gone = [f"`{slug}` i `{vocabulary}.yaml`" for vocabulary, slug in found.gone_values]
    lines += _section("Mærker, der forsvinder", gone)
    firsts = [f"{FACETS[facet].name}: {_safe(name)}" for facet, name in found.first_uses]
    lines += _section("Mærker, der bruges for første gang", firsts)
    cases = (*found.added, *found.changed, *found.moved, *found.removed)
    if not (cases or found.new_values or found.gone_values):
        lines += ["Ingen cases eller mærker er ændret.", ""]
    return "\n".join(lines).rstrip() + "\n"


def _fields(was: Case, now: Case) -> Iterator[str]:
    for name in Case.model_fields:
        if getattr(was, name) != getattr(now, name):
            yield label(Case, name).lower()


def _values(before: Loaded, after: Loaded) -> Iterator[tuple[str, str, str]]:
    for name, terms in after.vocabulary.items():
        for slug, term in terms.items():
            if slug not in before.vocabulary.get(name, {}):
                yield name, slug, term.name


def _first_uses(before: Loaded, after: Loaded) -> Iterator[tuple[str, str]]:
    was, now = Catalogue(before.cases, before.vocabulary), Catalogue(after.cases, after.vocabulary)
    for facet in FACETS:
        for slug, term in now.terms(facet).items():
            if now.count(facet, slug) and not (slug in was.terms(facet) and was.count(facet, slug)):
                yield facet, value_name(facet, term)


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"#### {title}", "", *(f"- {line}" for line in lines), ""] if lines else []


def _words(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message


def _safe(text: str) -> str:
    """Return a stranger's text so that it stays text in a comment: no markup, no mention, no link."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]<>|#~!&" else c for c in text)
    return escaped.replace("@", "@\u200b").replace("://", ":\u200b//")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
