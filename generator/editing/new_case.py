"""The empty case file that an editor starts from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator import fields
from generator.model import Case
from generator.reading.slugs import LONGEST_SLUG
from generator.text import quoted, slugify
from generator.wording import wording

SCHEMA_LINE = "# yaml-language-server: $schema=vocabulary/case.schema.json"


def _todo() -> str:
    return wording.common["todo"]


@dataclass(frozen=True)
class Answers:
    """What an editor says about a new case beforehand; tags are slugs."""

    summary: str = field(default_factory=_todo)
    municipalities: Sequence[str] = ()
    themes: Sequence[str] = field(default_factory=lambda: (_todo(),))
    form: str = field(default_factory=_todo)
    source: str = ""
    """A shared source; when there is none, the case has its own."""
    source_title: str = field(default_factory=_todo)
    publisher: str = field(default_factory=_todo)
    year: str = field(default_factory=_todo)
    where: str = field(default_factory=_todo)


_SHARED = """\
  - source: {source}
    where: {where}
"""
_OWN = """\
  - title: {title}
    publisher: {publisher}
    year: {year}
    where: {where}
"""


def _left_out(kind: type[Case]) -> str:
    """Return in comments the fields that the template does not show, with what they are for."""
    shown = re.findall(r"^(?:# )?(\w+):", wording.new_case["template"], re.MULTILINE)
    left = [name for name in fields.names(kind) if name not in shown]
    needed = [name for name in left if kind.model_fields[name].is_required()]
    others = [f"#   {name}: {fields.guidance(kind, name)}\n" for name in left if name not in needed]
    return "".join([*(_asked(kind, name) for name in needed), f"{wording.new_case['others']}\n", *others])


def _asked(kind: type[Case], name: str) -> str:
    """Return a field that must be told of and that only this catalogue has, with what it is for."""
    silent = fields.takes_unstated(kind.model_fields[name])
    value = wording.common["unstated"] if silent else f"[{wording.common['todo']}]"
    return f"# {fields.guidance(kind, name)}\n{name}: {value}\n"


def _fitted(text: str, kind: type[Case]) -> str:
    """Return the template without the fields that a catalogue does without, and without what is said of them."""
    for name in Case.model_fields:
        if name not in kind.model_fields:
            text = re.sub(rf"^#.*\n# {name}:.*\n(?:#   .*\n)*", "", text, flags=re.MULTILINE)
            text = re.sub(rf"(?:^#.*\n)*^{name}:.*\n(?: .*\n)*", "", text, flags=re.MULTILINE)
    return text


def new_case(title: str, answers: Answers | None = None, kind: type[Case] = Case) -> tuple[str, str]:
    """Return the slug and the YAML text of a new case; what still must be written is marked."""
    given = answers or Answers()
    line = " ".join(title.split())
    slug = address(line)
    text = wording.new_case["template"].format(
        schema=SCHEMA_LINE,
        slug=slug,
        title=quoted(line),
        summary=quoted(given.summary),
        municipalities=f"[{', '.join(given.municipalities)}]",
        themes=f"[{', '.join(given.themes)}]",
        form=given.form,
        source=_source(given),
        todo=_todo(),
    )
    return slug, _fitted(text, kind) + _left_out(kind)


def _source(given: Answers) -> str:
    if given.source:
        return _SHARED.format(source=given.source, where=quoted(given.where))
    title, publisher = quoted(given.source_title), quoted(given.publisher)
    year = given.year if given.year.isdigit() else quoted(given.year)
    return _OWN.format(title=title, publisher=publisher, year=year, where=quoted(given.where))


def address(title: str) -> str:
    """Return the slug that a case gets by its title, cut after a whole word where it is too long."""
    slug = slugify(title)
    cut = slug[: LONGEST_SLUG + 1]
    return slug if len(slug) <= LONGEST_SLUG else cut.rpartition("-")[0] or cut[:LONGEST_SLUG]
