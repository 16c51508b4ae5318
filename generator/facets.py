"""The ways to sort cases: one row says all of each, in the order of the filters."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Facet:
    """One way to sort cases: `key` in code, data and addresses' queries, `path` in page addresses."""

    key: str
    path: str
    vocabulary: str
    field: str
    """The field of a case that has its values: themes, gains.type."""
    name: str
    plural: str
    lead: str
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
    def part(self) -> str:
        """The field of the case's parts that it describes; nothing when it describes the whole case."""
        return self.field.partition(".")[0] if "." in self.field else ""


FACETS = {
    facet.key: facet
    for facet in (
        Facet(
            key="theme",
            path="tema",
            vocabulary="themes",
            field="themes",
            name="Tema",
            plural="Temaer",
            lead="De velfærdsområder og opgaver, som casene handler om.",
            likeness=3.0,
            is_open=True,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="municipality",
            path="kommune",
            vocabulary="municipalities",
            field="municipalities",
            name="Kommune",
            plural="Kommuner",
            lead="De kommuner, der deltager i casene.",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_register=True,
        ),
        Facet(
            key="form",
            path="samarbejdsform",
            vocabulary="forms",
            field="form",
            name="Samarbejdsform",
            plural="Samarbejdsformer",
            lead="Hvem der arbejder sammen, og hvordan de er bundet sammen.",
            likeness=1.0,
            is_neighbour=True,
        ),
        Facet(
            key="gain_type",
            path="gevinst",
            vocabulary="gain_types",
            field="gains.type",
            name="Gevinst",
            plural="Gevinster",
            lead="Hvad casene har givet, ventes at give, eller ikke gav.",
            likeness=0.5,
            is_open=True,
            is_neighbour=True,
        ),
        Facet(
            key="evidence",
            path="dokumentation",
            vocabulary="evidence",
            field="gains.evidence",
            is_graded=True,
            name="Dokumentation",
            plural="Dokumentation",
            lead="Hvor sikkert gevinsterne er vist.",
        ),
        Facet(
            key="driver",
            path="drivkraft",
            vocabulary="factors",
            field="drivers.factor",
            name="Drivkraft",
            plural="Drivkræfter",
            lead="Det, der satte casene i gang eller bar dem frem.",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="barrier",
            path="barriere",
            vocabulary="factors",
            field="barriers.factor",
            name="Barriere",
            plural="Barrierer",
            lead="Det, der stod i vejen, og hvordan det blev mødt.",
            likeness=1.0,
            is_alphabetical=True,
            is_indexed=True,
            is_neighbour=True,
        ),
        Facet(
            key="region",
            path="region",
            vocabulary="regions",
            field="regions",
            name="Region",
            plural="Regioner",
            lead="Den region, som kommunerne ligger i, eller som selv er med.",
            through=("municipality", "region"),
            is_register=True,
        ),
        Facet(
            key="financing_model",
            path="finansiering",
            vocabulary="financing_models",
            field="financing.model",
            name="Finansieringsmodel",
            plural="Finansieringsmodeller",
            lead="Hvordan casene er betalt.",
        ),
        Facet(
            key="incentive",
            path="betaler-og-gevinst",
            vocabulary="incentives",
            field="incentive.split",
            name="Betaler og gevinst",
            plural="Hvem betaler, og hvem får gevinsten",
            lead="Om den, der betaler, også er den, der får gevinsten.",
        ),
        Facet(
            key="status",
            path="status",
            vocabulary="statuses",
            field="status",
            name="Status",
            plural="Status",
            lead="Hvor langt casen var, da kilden blev skrevet.",
        ),
        Facet(
            key="level",
            path="niveau",
            vocabulary="levels",
            field="level",
            name="Niveau",
            plural="Niveauer",
            lead="De dele af den offentlige sektor, som deltager.",
        ),
        Facet(
            key="told",
            path="fortaeller-om",
            vocabulary="questions",
            field="",
            name="Fortæller om",
            plural="Fortæller om",
            lead="Det, som casene helt eller delvist svarer på.",
            is_derived=True,
        ),
        Facet(
            key="age",
            path="oplysninger-fra",
            vocabulary="ages",
            field="",
            name="Oplysninger fra",
            plural="Oplysninger fra",
            lead="Hvor gamle oplysningerne er: årene, som kilden eller casens afslutning er fra.",
            is_derived=True,
        ),
        Facet(
            key="source",
            path="kilde",
            vocabulary="sources",
            field="sources.source",
            name="Kilde",
            plural="Kilder",
            lead="De dokumenter, som casene bygger på.",
        ),
    )
}


def _joint() -> Mapping[str, tuple[str, ...]]:
    by_part: defaultdict[str, list[str]] = defaultdict(list)
    for facet in FACETS.values():
        by_part[facet.part].append(facet.key)
    return {part: tuple(keys) for part, keys in by_part.items() if part and len(keys) > 1}


JOINT_FACETS = _joint()
"""Facets that describe the same part of a case, by the part's field: choices in them must hold for one and the same."""
