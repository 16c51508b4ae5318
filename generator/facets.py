"""The ways to sort cases, each with its Danish words and its part of the addresses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Facet:
    """One way to sort cases: `key` in code, data and addresses' queries, `path` in page addresses."""

    key: str
    path: str
    vocabulary: str
    name: str
    plural: str
    lead: str


FACETS = {
    facet.key: facet
    for facet in (
        Facet(
            "theme",
            "tema",
            "themes",
            "Tema",
            "Temaer",
            "De velfærdsområder og opgaver, som casene handler om.",
        ),
        Facet(
            "municipality",
            "kommune",
            "municipalities",
            "Kommune",
            "Kommuner",
            "De kommuner, der deltager i casene.",
        ),
        Facet(
            "region",
            "region",
            "regions",
            "Region",
            "Regioner",
            "Den region, som kommunerne ligger i, eller som selv er med.",
        ),
        Facet(
            "form",
            "samarbejdsform",
            "forms",
            "Samarbejdsform",
            "Samarbejdsformer",
            "Hvem der arbejder sammen, og hvordan de er bundet sammen.",
        ),
        Facet(
            "status",
            "status",
            "statuses",
            "Status",
            "Status",
            "Hvor langt casen var, da kilden blev skrevet.",
        ),
        Facet(
            "gain_type",
            "gevinst",
            "gain_types",
            "Gevinst",
            "Gevinster",
            "Hvad casene har givet, ventes at give, eller ikke gav.",
        ),
        Facet(
            "evidence",
            "dokumentation",
            "evidence",
            "Dokumentation",
            "Dokumentation",
            "Hvor sikkert gevinsterne er vist.",
        ),
        Facet(
            "financing_model",
            "finansiering",
            "financing_models",
            "Finansieringsmodel",
            "Finansieringsmodeller",
            "Hvordan casene er betalt.",
        ),
        Facet(
            "incentive",
            "betaler-og-gevinst",
            "incentives",
            "Betaler og gevinst",
            "Hvem betaler, og hvem får gevinsten",
            "Om den, der betaler, også er den, der får gevinsten.",
        ),
        Facet(
            "driver",
            "drivkraft",
            "factors",
            "Drivkraft",
            "Drivkræfter",
            "Det, der satte casene i gang eller bar dem frem.",
        ),
        Facet(
            "barrier",
            "barriere",
            "factors",
            "Barriere",
            "Barrierer",
            "Det, der stod i vejen, og hvordan det blev mødt.",
        ),
        Facet(
            "level",
            "niveau",
            "levels",
            "Niveau",
            "Niveauer",
            "De dele af den offentlige sektor, som deltager.",
        ),
        Facet("source", "kilde", "sources", "Kilde", "Kilder", "De dokumenter, som casene bygger på."),
    )
}

JOINT_FACETS = {"gains": ("gain_type", "evidence")}
"""Facets that describe the same part of a case, by the part's field: choices in them must hold for one and the same."""
