"""What a tag may be: the catalogue's controlled words, each with name and definition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.facets import FACETS
from generator.near import alike, closeness, exact, overlapping
from generator.shape import BUILT_IN, Shape

Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=3000)]

COLUMNS = 12
"""How many tiles the map has side by side: each is wide enough for a finger on the narrowest screen."""
ROWS = 24
"""How many rows of tiles it has at most."""
Row = Annotated[int, Field(ge=1, le=ROWS)]
Column = Annotated[int, Field(ge=1, le=COLUMNS)]


class Term(BaseModel):
    """One word of a vocabulary; `use` tells editors when to choose it, and is not shown to readers.

    `forms` are the other words that texts and editors have for it.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    slug: str = Field(exclude=True)
    name: Line
    definition: Paragraph
    use: Paragraph = ""
    forms: tuple[Line, ...] = ()
    redirects: tuple[str, ...] = ()

    @property
    def guidance(self) -> str:
        """What it means and when to choose it, for editors."""
        return f"{self.definition} {self.use}".strip()


class Region(Term):
    """A region, with Danmarks Statistik's code and where its name begins on the map, if it stands there."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    row: Row | None = None
    column: Column | None = None


class Municipality(Term):
    """A municipality, with Danmarks Statistik's code, the slug of its region, its tile and its neighbours."""

    definition: Paragraph = ""
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    region: str
    row: Row
    """The row of its tile, counted from 1 from the north."""
    column: Column
    """The column of its tile, counted from 1 from the west."""
    neighbours: tuple[str, ...] = ()
    """The slugs of those with whom it has a border or a bridge in common, who say so too."""


class Form(Term):
    """A form of collaboration, described so that forms can be compared."""

    legal: Paragraph
    ownership: Paragraph
    economy: Paragraph


class Side(BaseModel):
    """A factor seen as a driver or as a barrier."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    name: Line
    definition: Paragraph
    use: Paragraph = ""


class Span(Term):
    """Some years, from the first to the last; open where one is not there, and without both of what is not told."""

    start: int | None = None
    end: int | None = None


class Factor(Term):
    """Something that can carry a case forward or stand in its way."""

    driver: Side
    barrier: Side


class Source(Term):
    """A document that cases are taken from."""

    title: Line
    publisher: Line
    year: int | Line
    kind: Line
    covers: Paragraph
    limits: Paragraph


class Concept(Term):
    """A term of the glossary."""

    reserve: bool = False


class Abbreviation(Term):
    """An abbreviation that readers know without being told, with what it stands for."""


class Synonym(Term):
    """Words that readers use for one and the same thing, or of one subject: who asks for one finds the others too."""

    definition: Paragraph = ""
    forms: tuple[Line, ...]


class Advice(BaseModel):
    """A piece of advice in a case: the case's slug and the number that its page shows."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    case: Line
    advice: Annotated[int, Field(ge=1)]


class Point(Term):
    """One of the points of attention, in its phase of a collaboration."""

    phase: Line
    illustrated_by: tuple[Advice, ...] = ()


_KINDS: Mapping[str, type[Term]] = {
    "municipalities": Municipality,
    "regions": Region,
    "forms": Form,
    "ages": Span,
    "factors": Factor,
    "figure_kinds": Term,
    "figure_roles": Term,
    "sources": Source,
    "glossary": Concept,
    "points": Point,
    "abbreviations": Abbreviation,
    "synonyms": Synonym,
    "related": Synonym,
}
OPTIONAL = frozenset({"glossary", "points", "sources", "abbreviations", "synonyms", "related"})
"""The vocabularies that a catalogue need not have: no case is without a word for it."""


def kinds(shape: Shape) -> Mapping[str, type[Term]]:
    """Return the vocabularies of a catalogue by name, in order, each with the kind of its words."""
    facets = (*FACETS.values(), *shape.facets.values())
    return {**{facet.vocabulary: Term for facet in facets}, **_KINDS}


def optional(shape: Shape) -> frozenset[str]:
    """Return the vocabularies that a catalogue need not have: no field of its cases takes a word of theirs."""
    needed = {facet.vocabulary for facet in shape.facets.values()}
    return OPTIONAL | {facet.vocabulary for facet in FACETS.values() if facet.vocabulary not in needed}


@dataclass(frozen=True, eq=False)
class Vocabulary(Mapping[str, Mapping[str, Term]]):
    """All vocabularies: name of the vocabulary -> slug -> term, in the order of the files; equal to itself alone.

    Those named in `broken` could not be read whole, so that a word may be missing from them. `shape` has the fields
    that take the words, and the facets that sort cases by them.
    """

    terms: Mapping[str, Mapping[str, Term]]
    broken: frozenset[str] = frozenset()
    shape: Shape = BUILT_IN

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def digest(self) -> str:
        """A short text that is another one once any word is."""
        return sha256(repr(self).encode()).hexdigest()

    def __getitem__(self, name: str) -> Mapping[str, Term]:
        """Return one vocabulary."""
        return self.terms[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the vocabularies' names."""
        return iter(self.terms)

    def __len__(self) -> int:
        """Return the number of vocabularies."""
        return len(self.terms)

    def spellings(self, name: str) -> Mapping[str, str]:
        """Return the slugs of a vocabulary by all that names them: slug, name and other words."""
        others = {form: slug for slug, term in self[name].items() for form in term.forms}
        return {**others, **self.names(name)}

    def nearest(self, name: str, word: str) -> str | None:
        """Return the slug that `word` was probably meant to be, by what names it or nearly by slug or name."""
        spellings, names = self.spellings(name), self.names(name)
        if own := exact(word, spellings):
            return spellings[own]
        near = alike(word, names, closeness(self[name])) or overlapping(word, self[name])
        return names[near] if near else None

    def names(self, name: str) -> Mapping[str, str]:
        """Return the slugs of a vocabulary by slug and name, and by the slugs that they had before."""
        return {
            **{former: slug for slug, term in self[name].items() for former in term.redirects},
            **{term.name: slug for slug, term in self[name].items()},
            **{slug: slug for slug in self[name]},
        }
