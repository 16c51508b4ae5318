"""What a change does to the catalogue: cases added, changed or gone, new tags, and what no longer fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.editing.markup import code, words
from generator.fields import label
from generator.model import Case
from generator.pages import value_name
from generator.problems import Problem
from generator.reading.folder import Loaded
from generator.text import enumeration
from generator.wording import wording


@dataclass(frozen=True)
class Changed:
    """A case that was changed, and the names of the fields that were."""

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
    """The names of the facet and of each value that no case had before."""
    problems: tuple[Problem, ...]
    unread: bool = False
    """Whether the cases could not be read, because a vocabulary is faulty."""
    warnings: tuple[Problem, ...] = ()
    """Those that were not there before."""


def changes(before: Loaded, after: Loaded) -> Changes:
    """Return what has changed from one state of the case files to another."""
    old = {case.slug: case for case in before.cases}
    new = {case.slug: case for case in after.cases}
    known = set(map(_kind, before.warnings))
    moved = {
        alias: case
        for case in new.values()
        for alias in case.aliases
        if alias in old and alias not in after.slugs and case.slug not in before.slugs
    }
    kept = [(old[slug], new[slug]) for slug in new if slug in old and old[slug] != new[slug]]
    return Changes(
        added=tuple(
            case for slug, case in new.items() if slug not in before.slugs and case not in moved.values()
        ),
        changed=tuple(Changed(case, tuple(_fields(was, case))) for was, case in kept),
        moved=tuple(moved.items()),
        removed=tuple(case for slug, case in old.items() if slug not in after.slugs | after.former),
        new_values=tuple(_values(before, after)),
        gone_values=tuple((name, slug) for name, slug, _ in _values(after, before)),
        first_uses=tuple(_first_uses(before, after)),
        problems=after.problems,
        unread=bool(after.vocabulary.broken),
        warnings=tuple(warning for warning in after.warnings if _kind(warning) not in known),
    )


def as_markdown(found: Changes) -> str:
    """Return the changes as the comment that a pull request gets."""
    said = wording.changes
    lines = [f"### {said['title']}", "", *_verdict(found), ""]
    warnings = list(dict.fromkeys(map(_told, found.warnings)))
    lines += _section(said["warnings"], warnings)
    lines += _section(said["added"], [_case(case) for case in found.added])
    texts = [f"{_case(changed.case)}: {enumeration(changed.fields)}" for changed in found.changed]
    lines += _section(said["changed"], texts)
    addresses = [
        said["moved_case"].format(title=f"**{words(case.title)}**", former=code(former), slug=code(case.slug))
        for former, case in found.moved
    ]
    lines += _section(said["moved"], addresses)
    lines += _section(said["removed"], [_case(case) for case in found.removed])
    values = [
        said["new_value"].format(name=words(name), slug=code(slug), file=f"`{vocabulary}.yaml`")
        for vocabulary, slug, name in found.new_values
    ]
    lines += _section(said["new_values"], values)
    gone = [
        said["gone_value"].format(slug=code(slug), file=f"`{vocabulary}.yaml`")
        for vocabulary, slug in found.gone_values
    ]
    lines += _section(said["gone_values"], gone)
    firsts = [f"{facet}: {words(name)}" for facet, name in found.first_uses]
    lines += _section(said["first_uses"], firsts)
    cases = (*found.added, *found.changed, *found.moved, *found.removed)
    if not (cases or found.new_values or found.gone_values or found.problems):
        lines += [said["unchanged"], ""]
    return "\n".join(lines).rstrip() + "\n"


def _verdict(found: Changes) -> Iterator[str]:
    """Yield whether the proposal will do, and every fault."""
    if not found.problems:
        yield wording.changes["sound"]
        return
    faults = list(dict.fromkeys(map(_told, found.problems)))
    yield wording.changes.counted("faults", len(faults))
    yield ""
    for fault in faults:
        yield f"- {fault}"
    if found.unread:
        yield ""
        yield wording.changes["unread"]


def _told(problem: Problem) -> str:
    file, told = code(problem.file), words(problem.told)
    return wording.changes["fault"].format(file=file, line=problem.line, told=told)


def _case(case: Case) -> str:
    return f"**{words(case.title)}** ({code(case.slug)})"


def _fields(was: Case, now: Case) -> Iterator[str]:
    for name in type(now).model_fields:
        if getattr(was, name, None) != getattr(now, name):
            yield label(type(now), name).lower()


def _values(before: Loaded, after: Loaded) -> Iterator[tuple[str, str, str]]:
    """Yield the values that only `after` has; a value that is faulty in `before` is there all the same."""
    for name, terms in after.vocabulary.items():
        if name in before.vocabulary.broken:
            continue
        for slug, term in terms.items():
            if slug not in before.vocabulary.get(name, {}):
                yield name, slug, term.name


def _first_uses(before: Loaded, after: Loaded) -> Iterator[tuple[str, str]]:
    was, now = Catalogue(before.cases, before.vocabulary), Catalogue(after.cases, after.vocabulary)
    for facet, shown in now.facets.items():
        for slug, term in now.terms(facet).items():
            if now.count(facet, slug) and not (slug in was.terms(facet) and was.count(facet, slug)):
                yield shown.name, value_name(facet, term)


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"#### {title}", "", *(f"- {line}" for line in lines), ""] if lines else []


def _kind(problem: Problem) -> tuple[str, str, str]:
    """Return what stays the same of a problem when lines are put in above it."""
    return problem.file, problem.field, problem.message
