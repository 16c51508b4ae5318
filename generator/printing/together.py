"""What cases tell together, as print shows it: what they share, how gains are shown, when and where they began."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict

from generator.catalogue import Catalogue
from generator.charts import overviews
from generator.charts.bars import shares
from generator.insights import Knowledge
from generator.model import Case
from generator.pages import value_name
from generator.printing.chart import drawing
from generator.printing.layout import Data, reference
from generator.synthesis import TOLD_OF, Claim, Example, Share, Synthesis, synthesis
from generator.tiles import tile_map
from generator.vocabulary import Municipality
from generator.wording import wording


def together(catalogue: Catalogue, facet: str, slug: str, site: str, shown: Collection[str]) -> Data | None:
    """Return what the cases of a tag tell together, or None when they are too few or share no more than the tag."""
    found = synthesis(catalogue, facet, slug) if facet in TOLD_OF else None
    return (
        None
        if found is None
        else {
            **_brief(found),
            "by": wording.together["by"].format(total=found.total),
            "groups": [
                {"kind": kind, "name": name, "claims": [_claim(claim, site, shown) for claim in claims]}
                for kind, name, claims in _groups(found)
            ],
            "missing": {"name": wording.together["missing"], "sentences": _missing(found)},
        }
    )


def brief(catalogue: Catalogue, theme: str) -> Data | None:
    """Return in short what the cases of a theme tell together, or None when they are too few."""
    found = synthesis(catalogue, "theme", theme)
    return None if found is None else _brief(found)


def places(catalogue: Catalogue, cases: Sequence[Case], region: str | None = None) -> Data | None:
    """Return the map of municipalities, or of those in a region, with how many cases each has; None without any."""
    terms = catalogue.vocabulary["municipalities"].values()
    among = [term.slug for term in terms if isinstance(term, Municipality) and term.region == region]
    drawn = tile_map(catalogue, cases, among if region else None)
    if not drawn.marked:
        return None
    return {
        "width": drawn.ground.width,
        "height": drawn.ground.height,
        "tiles": [{"x": tile.x, "y": tile.y, "count": tile.count, "step": tile.step} for tile in drawn.tiles],
        "borders": [asdict(border) for border in drawn.ground.borders],
        "labels": [asdict(label) for label in drawn.ground.labels],
        "steps": [
            {"step": 0, "words": wording.map["none"]},
            *({"step": step.number, "words": step.words} for step in drawn.steps),
        ],
        "ranked": [{"name": tile.name, "count": tile.count} for tile in drawn.ranked()],
        "caveats": list(drawn.caveats),
    }


def counts(catalogue: Catalogue) -> Data:
    """Return how well the gains of all cases are shown, when the cases began, and where they are from."""
    shown, began = overviews.gains(Knowledge(catalogue)), overviews.starts(catalogue)
    return {
        "gains": {
            "headline": shown.headline,
            "subtitle": wording.leading["gains_of"],
            "strengths": [strength.name for strength in shown.strengths],
            "bars": [
                {
                    "name": bar.row.type.name,
                    "total": bar.row.total,
                    "counts": list(bar.row.counts),
                    "parts": [asdict(part) for part in bar.parts],
                }
                for bar in shown.bars
            ],
        },
        "starts": began
        and {
            "chart": drawing(began.chart),
            "silent": wording.starts["silent"].format(untold=began.untold, total=began.total)
            if began.untold
            else "",
        },
        "places": places(catalogue, catalogue.cases),
    }


def _brief(found: Synthesis) -> Data:
    return {
        "title": wording.together["title"],
        "total": found.total,
        "groups": [
            {"name": name, "claims": [{"name": _named(claim), "count": claim.count} for claim in claims]}
            for _, name, claims in _groups(found)
        ],
        "evidence": _evidence(found.evidence),
    }


def _groups(found: Synthesis) -> Iterator[tuple[str, str, tuple[Claim, ...]]]:
    """Yield the claims by their kind, each kind with its name."""
    told = {"gain": found.gains, "driver": found.drivers, "barrier": found.barriers, "cost": found.costs}
    return ((kind, wording.together[kind], claims) for kind, claims in told.items() if claims)


def _named(claim: Claim) -> str:
    return value_name(*claim.tag) if claim.tag else wording.together["priced"]


def _claim(claim: Claim, site: str, shown: Collection[str]) -> Data:
    return {
        "name": _named(claim),
        "count": claim.count,
        "detail": claim.detail[:1].upper() + claim.detail[1:],
        "examples": [_example(example, site, shown) for example in claim.examples],
    }


def _example(example: Example, site: str, shown: Collection[str]) -> Data:
    named = {**reference(example.case, site, shown), "title": example.case.name}
    return {"case": named, "text": example.text, "remedy": example.remedy}


def _evidence(found: Sequence[Share]) -> Data:
    """Return in how many cases each strength is the best; the cases that tell of no gain come last."""
    return {
        "name": wording.together["evidence"],
        "parts": [
            _of_kind(found, part.kind, asdict(part)) for part in shares([share.count for share in found])
        ],
        "keys": [
            _of_kind(
                found,
                kind,
                {
                    "name": share.strength.name if share.strength else wording.card["no_gain"],
                    "count": share.count,
                },
            )
            for kind, share in enumerate(found)
            if share.count
        ],
    }


def _of_kind(found: Sequence[Share], kind: int, rest: Data) -> Data:
    return {**rest, "kind": kind if found[kind].strength else None}


def _missing(found: Synthesis) -> list[str]:
    told = [f"{sentence}." for sentence in found.missing]
    if found.skew:
        place, count = found.skew
        skewed = wording.together["skewed"]
        told.append(skewed.format(count=count, total=found.total, place=place.name))
    return told
