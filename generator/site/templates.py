"""The templates of the pages' content: what they know."""

from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2.runtime
from markupsafe import Markup, escape

from generator import addresses, evidence, figures, pages, prose, scripts, text
from generator.answers import answers, profile
from generator.asking import publishers, whom
from generator.card import card, gain_symbol
from generator.catalogue import years
from generator.charts import overviews
from generator.charts.bars import shares
from generator.charts.levels import levels
from generator.charts.series import chart
from generator.comparison import MOST, part, standing
from generator.data import citing, downloads, schema_org
from generator.glance import glance
from generator.locale import spoken
from generator.paging import shortcuts
from generator.site.compiled import Compiled, Unindented, Worded
from generator.site.feeds import permanent_url
from generator.site.jinja import Environment
from generator.synthesis import TOLD_OF, synthesis
from generator.tiles import tile_map
from generator.view import unknown, view
from generator.wording import wording


def fill(words: str, **values: object) -> Markup:
    """Return words as HTML with values in place of their names in braces; what is not HTML itself is escaped."""
    return escape(words).format(**values)


def content(words: str) -> Markup:
    """Return words as they stand between tags, where no quote ends anything."""
    return Markup(str(escape(words)).replace("&#34;", '"').replace("&#39;", "'"))


CONTENT, THEME = Compiled("content"), Compiled("theme")
"""Those of the pages' content, and those around it: what both use is escaped by itself only in the first."""
_FILTERS = {
    "fill": fill,
    "content": content,
    "script": lambda value: Markup(scripts.text(value)),
    "markdown": prose.html,
    "inline": prose.inline_html,
    "plain": prose.plain,
    "amount": figures.amount,
    "amounts": figures.amounts,
    "covered": figures.covered,
    "basis": figures.basis,
    "traits": figures.traits,
    "number": text.number,
    "decimals": text.decimals,
    "date": text.date,
    "slug": text.slugify,
    "in_words": text.in_words,
    "enumeration": text.enumeration,
    "grade": evidence.grade,
    "gain_symbol": gain_symbol,
}
"""What templates can make of values."""
_GLOBALS = {
    "wording": wording,
    "record_path": addresses.record_path,
    "picture_path": addresses.picture_path,
    "cited": citing.cited,
    "cited_text": citing.as_text,
    "copies": citing.copies,
    "article": schema_org.article,
    "dataset": schema_org.dataset,
    "REFERENCES": citing.FORMATS,
    "SCHEMA": downloads.SCHEMA,
    "TURTLE": downloads.TURTLE,
    "JSON_LD": downloads.JSON_LD,
    "case_path": addresses.case_path,
    "case_url": addresses.case_url,
    "former_url": addresses.former_url,
    "overview_url": addresses.overview_url,
    "value_name": pages.value_name,
    "value_definition": pages.value_definition,
    "concept_url": addresses.concept_url,
    "permanent_url": permanent_url,
    "money_url": addresses.money_url,
    "NAMED": pages.NAMED,
    "shortcuts": shortcuts,
    "GLOSSED": pages.GLOSSED,
    "tile_map": tile_map,
    "view": view,
    "unknown": unknown,
    "at_a_glance": glance,
    "card_of": card,
    "answers": answers,
    "whom": whom,
    "publishers_of": publishers,
    "profile": profile,
    "series_chart": chart,
    "levels": levels,
    "FIGURES_FILES": addresses.FIGURES_FILES,
    "factor_chart": overviews.factors,
    "gain_chart": overviews.gains,
    "start_chart": overviews.starts,
    "counts_path": addresses.counts_path,
    "shaded": overviews.shaded,
    "shares": shares,
    "synthesis": synthesis,
    "TOLD_OF": TOLD_OF,
    "part": part,
    "standing": standing,
    "MOST_COMPARED": MOST,
    "years": years,
}
"""What every template knows, whatever the catalogue."""


def there(has: Callable[[str], bool]) -> Callable[[jinja2.runtime.Context, str], bool]:
    """Return a test of whether the site `has` a page: Jinja asks it for each page, and never while it compiles."""
    return jinja2.pass_context(lambda _, target: has(target))


def environment(templates: Path | Sequence[Path]) -> Environment:
    """Return the templates in a folder, or in several of which the first wins; content is always escaped."""
    found = Environment(
        loader=jinja2.FileSystemLoader(templates),
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=CONTENT,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=[Unindented, Worded],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(_FILTERS)
    found.globals.update(_GLOBALS)
    return found


def theme(found: jinja2.Environment, has: Callable[[str], bool]) -> jinja2.Environment:
    """Return the theme's templates with all that ours ask for: the words, and whether the site `has` a page.

    What they put into `fill` is HTML where they say that it is safe.
    """
    found.bytecode_cache = THEME
    found.add_extension(Unindented)
    found.filters["fill"] = fill
    found.globals.update(wording=wording, locale=spoken)
    found.tests["there"] = there(has)
    found.trim_blocks = found.lstrip_blocks = True
    return found
