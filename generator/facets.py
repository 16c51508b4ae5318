"""The ways to sort cases: one row says all of each, in the order of the filters."""

from dataclasses import dataclass

from generator.wording import wording


@dataclass(frozen=True)
class Names:
    """What a facet is called: with one value and with several, and a line of what its values are."""

    name: str
    plural: str
    lead: str


@dataclass(frozen=True)
class Facet:
    """One way to sort cases: `key` in code, data and addresses' queries, `folder` in page addresses."""

    key: str
    vocabulary: str
    field: str
    """The field of a case that has its values: themes, gains.type."""
    path: str = ""
    """The folder of its pages, where a catalogue says it; built-in ones have that of the language."""
    own: Names | None = None
    """What a catalogue calls a facet of its own; built-in ones are called by the words of the language."""
    through: tuple[str, str] = ("", "")
    """A facet whose terms have values of this one too, and the attribute that has them."""
    likeness: float = 0.0
    """How much it tells of likeness that two cases share a value."""
    is_open: bool = False
    """Whether its filter stands open."""
    is_alphabetical: bool = False
    """Whether its values are listed by name; others keep the vocabulary's order."""
    is_indexed: bool = False
    """Whether the printed catalogue ends with an index of its values."""
    is_neighbour: bool = False
    """Whether its values are told of what they often stand together with."""
    is_graded: bool = False
    """Whether its values are grades, the strongest first, each with a mark."""
    is_derived: bool = False
    """Whether its values follow from all that a case tells, so that no field has them."""
    is_register: bool = False
    """Whether its vocabulary is a register that is whole: no value in it is unused or lacks a definition."""

    @property
    def folder(self) -> str:
        """The folder of its pages."""
        return self.path or wording.facet_folders[self.key]

    @property
    def name(self) -> str:
        """What it is called with one value."""
        return self.own.name if self.own else wording.facet_names[self.key]

    @property
    def plural(self) -> str:
        """What it is called with several values."""
        return self.own.plural if self.own else wording.facet_plurals[self.key]

    @property
    def lead(self) -> str:
        """What its values are, in a line."""
        return self.own.lead if self.own else wording.facet_leads[self.key]

    @property
    def part(self) -> str:
        """The field of the case's parts that it describes; nothing when it describes the whole case."""
        return self.field.partition(".")[0] if "." in self.field else ""


FACETS = {
    facet.key: facet
    for facet in (
        Facet(
            key="theme",
            vocabulary="themes",
            field="themes",
            likeness=3.0,
            is_open=True,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="municipality",
            vocabulary="municipalities",
            field="municipalities",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_register=True,
        ),
        Facet(
            key="form",
            vocabulary="forms",
            field="form",
            likeness=1.0,
            is_neighbour=True,
        ),
        Facet(
            key="gain_type",
            vocabulary="gain_types",
            field="gains.type",
            likeness=0.5,
            is_open=True,
            is_neighbour=True,
        ),
        Facet(
            key="evidence",
            vocabulary="evidence",
            field="gains.evidence",
            is_graded=True,
        ),
        Facet(
            key="driver",
            vocabulary="factors",
            field="drivers.factor",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="barrier",
            vocabulary="factors",
            field="barriers.factor",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="region",
            vocabulary="regions",
            field="regions",
            through=("municipality", "region"),
            is_register=True,
        ),
        Facet(
            key="financing_model",
            vocabulary="financing_models",
            field="financing.model",
        ),
        Facet(
            key="incentive",
            vocabulary="incentives",
            field="incentive.split",
        ),
        Facet(
            key="status",
            vocabulary="statuses",
            field="status",
        ),
        Facet(
            key="level",
            vocabulary="levels",
            field="level",
        ),
        Facet(
            key="told",
            vocabulary="questions",
            field="",
            is_derived=True,
        ),
        Facet(
            key="age",
            vocabulary="ages",
            field="",
            is_derived=True,
        ),
        Facet(
            key="source",
            vocabulary="sources",
            field="sources.source",
        ),
    )
}
