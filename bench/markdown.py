"""A case as Markdown, for generators that read that: all that readers meet of it, in the same order."""

from collections.abc import Iterator

from generator.blocks import Block, Box, Figures, Items, Note, Points, Prose, Rows, Table, Tags, Words, Years
from generator.catalogue import Catalogue
from generator.figures import sentence
from generator.model import Case
from generator.pages import value_name
from generator.series import Series
from generator.view import Shown, view


def facts(catalogue: Catalogue, case: Case) -> dict[str, str]:
    """Return the facts of a case by their names."""
    return {shown.title: "; ".join(_blocks(catalogue, shown)) for shown in view(catalogue, case).facts}


def body(catalogue: Catalogue, case: Case) -> str:
    """Return the sections of a case, each below its heading."""
    shown = view(catalogue, case)
    sections = ("\n\n".join((f"## {each.title}", *_blocks(catalogue, each))) for each in shown.sections)
    return "\n\n".join((*sections, *(f"**{aside.name}:** {aside.text}" for aside in shown.asides)))


def _blocks(catalogue: Catalogue, shown: Shown) -> Iterator[str]:
    for block in shown.blocks:
        yield from _block(catalogue, block)


def _block(catalogue: Catalogue, block: Block) -> Iterator[str]:
    match block:
        case Tags():
            yield _named(block)
        case Words():
            yield ", ".join(block.items)
        case Years():
            yield f"{block.text} {block.note}".strip()
        case Prose():
            yield block.text
        case Items():
            yield "\n".join(f"- {item}" for item in block.items)
        case Figures():
            yield "\n".join(f"- {sentence(figure, catalogue.vocabulary)}" for figure in block.figures)
        case Note() | Box():
            yield f"**{block.name}**\n\n{block.text}"
        case Table():
            yield _table(block.series)
        case Points():
            for point in block.points:
                yield f"### {', '.join(map(_named, point.head))}"
                for inner in point.body:
                    yield from _block(catalogue, inner)
        case Rows():
            yield "\n".join(
                f"- {row.name}: {row.text} {row.url or row.mailbox}".rstrip() for row in block.rows
            )


def _named(tags: Tags) -> str:
    return ", ".join(value_name(tags.facet, term) for term in tags.terms)


def _table(series: Series) -> str:
    rows = (series.columns, ["---"] * len(series.columns), *series.rows)
    lines = (" | ".join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\n".join((f"**{series.title}** ({series.unit})\n", *(f"| {line} |" for line in lines)))
