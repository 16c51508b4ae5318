"""The commands of `casekatalog` that tell what needs an editor: gaps, old confirmations, tags and dead links."""

import datetime
import json
import sys
from pathlib import Path
from statistics import median_low

import click

from generator.catalogue import Catalogue
from generator.cli.console import cases_folder, tell
from generator.editing import links as link_check
from generator.editing.audit import as_dict, audit
from generator.files import save
from generator.reading.advice import advise, lixes
from generator.reading.folder import examine
from generator.reading.settings import beside
from generator.text import counted

REPORT = Path(".cache/links.json")


@click.command()
@cases_folder
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Regn med denne dag i stedet for i dag."
)
@click.option(
    "--links", "report", type=click.Path(dir_okay=False, path_type=Path), default=REPORT, show_default=True
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def status(folder: Path, day: datetime.datetime | None, report: Path, style: str) -> None:
    """Vis, hvad der trænger til en redaktør: bekræftelser, mangler, døde links og mærker."""
    today = day.date() if day else datetime.date.today()
    links = link_check.read_report(report)
    catalogue = _catalogue(folder)
    found = audit(catalogue, links)
    lix, advised = lixes(folder, catalogue.vocabulary), [*map(str, advise(folder, catalogue.vocabulary))]
    if style == "json":
        told = {**as_dict(found, today), "lix": lix, "advice": advised}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    _section(
        "Bekræftelsen er for gammel",
        [f"{d.case.slug}: før {d.day}" for d in found.confirmed if d.is_past(today)],
    )
    click.echo(f"Aldrig bekræftet: {counted(len(found.unconfirmed), 'case', 'cases')}\n")
    _section("Mangler", [f"{gap.case.slug}: {', '.join(gap.fields)}" for gap in found.gaps])
    if lix:
        click.echo(f"Lixtal: {median_low(lix.values())} i midten, {max(lix.values())} i {next(iter(lix))}\n")
    _section("Råd om sproget", advised)
    if links:
        dead = [f"{item.url} {item.reason} ({', '.join(item.cases)})" for item in links.dead]
        _section(f"Links, tjekket {links.checked}", dead)
    else:
        tell("Linkene er ikke tjekket. Kør: casekatalog links\n")
    unwritten = examine(folder, shape=catalogue.shape).unwritten
    _section("Adresser, der ikke er skrevet ned. Kør: casekatalog addresses", sorted(unwritten))
    for key, counts in found.counts.items():
        _section(catalogue.facets[key].plural, [f"{c.count:4} {c.term.slug}" for c in counts if c.count])
    _section("Ubrugte mærker", [f"{facet.folder}/{term.slug}" for facet, term in found.unused])
    _section("Mærker uden forklaring", [f"{facet.folder}/{term.slug}" for facet, term in found.undefined])
    _section(
        "Mærker, der ligner hinanden",
        [f"{p.vocabulary}: {p.first.slug}, {p.second.slug}" for p in found.similar],
    )
    _section(
        "Råd, som et af de ti punkter nævner, og som ikke findes",
        [f"{point.slug}: råd {gone.advice} i {gone.case}" for point, gone in found.broken_advice],
    )


@click.command()
@cases_folder
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=REPORT, show_default=True
)
@click.pass_context
def links(context: click.Context, folder: Path, output: Path) -> None:
    """Prøv alle links i casene, og gem svaret til redaktionens side."""
    known = link_check.addresses(_catalogue(folder))
    with click.progressbar(length=len(known), label="Prøver links", file=sys.stderr) as bar:

        def tried(url: str) -> str | None:
            bar.update(1)
            return link_check.fetch(url)

        report = link_check.check(known, datetime.date.today(), tried)
    save({output: link_check.as_json(report)})
    for item in report.dead:
        click.echo(f"{item.url} {item.reason} ({', '.join(item.cases)})")
    click.echo(f"{len(report.dead)} af {report.total} links svarer ikke", err=True)
    context.exit(1 if report.dead else 0)


COMMANDS: tuple[click.Command, ...] = (status, links)


def _catalogue(folder: Path) -> Catalogue:
    """Return the sound cases, and tell how many are not."""
    loaded = examine(folder, shape=beside(folder).shape)
    if loaded.problems:
        tell(
            f"{len(loaded.problems)} fejl i casene; cases med fejl er udeladt. Kør: casekatalog check",
            err=True,
        )
    return Catalogue(loaded.cases, loaded.vocabulary)


def _section(title: str, lines: list[str]) -> None:
    click.echo(f"{title}: {len(lines)}")
    for line in lines:
        click.echo(f"  {line}")
    click.echo()
