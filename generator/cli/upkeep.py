"""The commands of `casekatalog` that tell what needs an editor: gaps, old confirmations, dead links."""

import datetime
import json
import sys
from pathlib import Path
from statistics import median_low

import click

from generator.catalogue import Catalogue
from generator.cli.console import cases_folder, tell
from generator.editing import links as link_check
from generator.editing import reach
from generator.editing.audit import Audit, as_dict, audit
from generator.files import save
from generator.reading.advice import advise, lixes
from generator.reading.folder import examine
from generator.reading.settings import beside
from generator.wording import wording

REPORT = Path(".cache/links.json")


@click.command()
@cases_folder
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]))
@click.option(
    "--links", "report", type=click.Path(dir_okay=False, path_type=Path), default=REPORT, show_default=True
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text")
def status(folder: Path, day: datetime.datetime | None, report: Path, style: str) -> None:
    """Tell what needs an editor: confirmations, gaps, dead links and tags."""
    today = day.date() if day else datetime.date.today()
    links = link_check.read_report(report)
    catalogue = _catalogue(folder)
    found = audit(catalogue, links)
    lix, advised = lixes(folder, catalogue.vocabulary), [*map(str, advise(folder, catalogue.vocabulary))]
    if style == "json":
        told = {**as_dict(found, today), "lix": lix, "advice": advised}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    said = wording.status
    old = [due for due in found.confirmed if due.is_past(today)]
    _section(said["old"], [said["old_case"].format(slug=due.case.slug, day=due.day) for due in old])
    click.echo(f"{said.counted('unconfirmed', len(found.unconfirmed))}\n")
    _section(said["gaps"], [f"{gap.case.slug}: {', '.join(gap.fields)}" for gap in found.gaps])
    if lix:
        median, most = median_low(lix.values()), max(lix.values())
        click.echo(f"{said['lix'].format(median=median, most=most, slug=next(iter(lix)))}\n")
    _section(said["advice"], advised)
    if links:
        dead = [f"{item.url} {item.reason} ({', '.join(item.cases)})" for item in links.dead]
        _section(said["links"].format(day=links.checked), dead)
    else:
        tell(f"{said['no_links']}\n")
    _section(said["unwritten"], sorted(examine(folder, shape=catalogue.shape).unwritten))
    _tell_tags(found, catalogue)


def _tell_tags(found: Audit, catalogue: Catalogue) -> None:
    said = wording.status
    for key, counts in found.counts.items():
        _section(catalogue.facets[key].plural, [f"{c.count:4} {c.term.slug}" for c in counts if c.count])
    _section(said["unused"], [f"{facet.folder}/{term.slug}" for facet, term in found.unused])
    _section(said["undefined"], [f"{facet.folder}/{term.slug}" for facet, term in found.undefined])
    _section(
        said["alike"],
        [f"{p.vocabulary}: {p.first.slug}, {p.second.slug}" for p in found.similar],
    )
    _section(
        said["broken_advice"],
        [
            said["no_advice"].format(point=point.slug, number=gone.advice, slug=gone.case)
            for point, gone in found.broken_advice
        ],
    )


@click.command()
@cases_folder
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=REPORT, show_default=True
)
@click.pass_context
def links(context: click.Context, folder: Path, output: Path) -> None:
    """Try all links in the cases, and keep the answer for the editors' page."""
    known = link_check.addresses(_catalogue(folder))
    with click.progressbar(length=len(known), label=wording.status["trying"], file=sys.stderr) as bar:

        def tried(url: str) -> str | None:
            bar.update(1)
            return reach.fetch(url)

        report = link_check.check(known, datetime.date.today(), tried)
    save({output: link_check.as_json(report)})
    for item in report.dead:
        click.echo(f"{item.url} {item.reason} ({', '.join(item.cases)})")
    click.echo(wording.status["dead"].format(count=len(report.dead), total=report.total), err=True)
    context.exit(1 if report.dead else 0)


COMMANDS: tuple[click.Command, ...] = (status, links)


def _catalogue(folder: Path) -> Catalogue:
    """Return the sound cases, and tell how many are not."""
    loaded = examine(folder, shape=beside(folder).shape)
    if loaded.problems:
        tell(wording.status.counted("faulty", len(loaded.problems)), err=True)
    return Catalogue(loaded.cases, loaded.vocabulary)


def _section(title: str, lines: list[str]) -> None:
    click.echo(wording.status["section"].format(title=title, count=len(lines)))
    for line in lines:
        click.echo(f"  {line}")
    click.echo()
