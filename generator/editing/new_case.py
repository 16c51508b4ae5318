"""The empty case file that an editor starts from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import fields
from generator.model import Case
from generator.reading.slugs import LONGEST_SLUG
from generator.text import quoted, slugify
from generator.wording import wording

SCHEMA_LINE = "# yaml-language-server: $schema=vocabulary/case.schema.json"


@dataclass(frozen=True)
class Answers:
    """What an editor says about a new case beforehand; tags are slugs."""

    summary: str = wording.common["todo"]
    municipalities: Sequence[str] = ()
    themes: Sequence[str] = (wording.common["todo"],)
    form: str = wording.common["todo"]
    source: str = ""
    """A shared source; when there is none, the case has its own."""
    source_title: str = wording.common["todo"]
    publisher: str = wording.common["todo"]
    year: str = wording.common["todo"]
    where: str = wording.common["todo"]


_TEMPLATE = """\
{schema}
# En case: én fil, én side. Filens navn er casens adresse. Hvor kilden intet siger, skrives: ikke oplyst
# Vejledning: CONTRIBUTING.md. Tjek filen med: .venv/bin/casekatalog check cases/{slug}.yaml
title: {title}
# En eller to sætninger: hvad blev gjort, og hvad kom der ud af det? (højst 350 tegn)
summary: {summary}
# Kommuner skrives som i cases/vocabulary/municipalities.yaml, for eksempel [aabenraa, hoeje-taastrup].
municipalities: {municipalities}
# Andre organisationer, der deltager; aldrig privatpersoner.
partners: []
# Ved et internt samarbejde: de afdelinger og områder, der arbejder sammen.
units: []
# kommunal, regional eller statslig
level: [kommunal]
# Et til tre temaer fra cases/vocabulary/themes.yaml, det vigtigste først.
themes: {themes}
# En samarbejdsform fra cases/vocabulary/forms.yaml
form: {form}
# under-forberedelse, forsoeg, i-drift, afsluttet, opgivet eller: ikke oplyst
status: ikke oplyst
# Startår og, hvis casen er slut, slutår:
# period:
#   start: 2024
#   end: 2026
period: ikke oplyst
target_group: ikke oplyst
# Hvorfor gik I i gang, og hvad ville I opnå? Markdown: afsnit, lister med -, **fed** og links.
purpose: {todo}
# Hvem gjorde hvad, og hvordan blev arbejdet delt og styret?
organisation: {todo}
# Hvordan blev det betalt? model findes i cases/vocabulary/financing_models.yaml
# financing:
#   model: eksisterende-ressourcer
#   text: Afdelingen brugte de timer, den havde.
#   amounts:
#     - {{value: 1.5, unit: mio. kr., what: samlet udgift, period: "2025", kind: opgjort}}
financing: ikke oplyst
# Hvem betaler, og hvem får gevinsten? split findes i cases/vocabulary/incentives.yaml
# incentive:
#   split: forskellige-parter
#   text: Kommunen betaler, og regionen sparer indlæggelser.
# Hvad gav det? type: oekonomi, tid, faglighed, trivsel, borger, udeblev.
# evidence: evalueret, egen-opgoerelse, tal-uden-afsender, forventet, ikke-dokumenteret
# Øverst på casen står det første tal med role: resultat. before er tallet før: "fra 5 til 2 timer".
# gains:
#   - type: tid
#     evidence: egen-opgoerelse
#     text: Sagsbehandlerne bruger mindre tid på møder.
#     figures:
#       - {{value: 2, unit: timer pr. uge, what: mødetid, period: "2025", kind: opgjort, role: resultat, before: 5}}
gains: ikke oplyst
# Hvad drev casen frem, og hvad stod i vejen? factor findes i cases/vocabulary/factors.yaml
# drivers:
#   - factor: ledelse
#     text: Direktionen bakkede op fra første dag.
drivers: ikke oplyst
# barriers:
#   - factor: it-viden
#     text: Systemerne kunne ikke tale sammen.
#     remedy: Et fælles skema løste det.
barriers: ikke oplyst
advice: []
# Råd, som du selv læser ud af casen
derived_advice: []
caveats: []
# Dokumentet, som casen bygger på. url, dets adresse på nettet, kan skrives med. Er det et af dem i
# cases/vocabulary/sources.yaml, så skriv kun source og where:
#   - source: navnet-i-sources
#     where: side 4
sources:
{source}\
# Højst 40 ord og korte spørgsmål, som folk leder efter casen med, og som teksten ikke selv har:
# search_words: [hvem gør rent hos ældre, støvsugning]
"""
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
    shown = re.findall(r"^(?:# )?(\w+):", _TEMPLATE, re.MULTILINE)
    left = [name for name in fields.names(kind) if name not in shown]
    return "".join(
        ["# Kan også skrives:\n", *(f"#   {name}: {fields.guidance(kind, name)}\n" for name in left)]
    )


def new_case(title: str, answers: Answers | None = None, kind: type[Case] = Case) -> tuple[str, str]:
    """Return the slug and the YAML text of a new case; what still must be written is marked."""
    given = answers or Answers()
    line = " ".join(title.split())
    slug = address(line)
    text = _TEMPLATE.format(
        schema=SCHEMA_LINE,
        slug=slug,
        title=quoted(line),
        summary=quoted(given.summary),
        municipalities=f"[{', '.join(given.municipalities)}]",
        themes=f"[{', '.join(given.themes)}]",
        form=given.form,
        source=_source(given),
        todo=wording.common["todo"],
    )
    return slug, text + _left_out(kind)


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
