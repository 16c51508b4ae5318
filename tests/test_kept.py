"""Pages that are kept: a build with them gives what a build without them gives, and renders only what is new."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator import lists, pages
from generator.addresses import case_path
from generator.catalogue import Catalogue
from generator.dates import Dates
from generator.model import Case
from generator.pages import Page
from generator.reading.settings import UNSET
from generator.site.kept import Rendered
from generator.site.render import Site
from generator.store import Store
from generator.vocabulary import Vocabulary
from helpers import ROOT

pytestmark = pytest.mark.slow

FOLDER = ROOT / "theme_overrides"
COPIED = ("components", "pages")
VALUES = {"theme", "municipality", "barrier", "gain_type", "form"}
FEW = 50
"""More pages than a change of one case may render: itself, its values and those that tell of it."""


def shown(site: Site) -> Iterator[Page]:
    """Yield the pages of a site that tell of cases, of values only those that have a part of their own."""
    for page in site.pages():
        if page.template != "value.html" or (page.context["cases"] and page.context["facet"].key in VALUES):
            yield page


def renders(site: Site) -> tuple[dict[str, Rendered], Counter[str]]:
    """Return what the pages of a site are, and how many of each kind were rendered for that."""
    rendered = Counter[str]()
    render = site.render

    def counted(page: Page) -> str:
        rendered[page.template] += 1
        return render(page)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "render", counted)
        found = [*shown(site)]
        site.kept.find(found)
        site.kept.fetch(found)
        told = {page.url: site.rendered(page) for page in found}
        site.kept.close()
    return told, rendered


@pytest.fixture(scope="module")
def kept(made: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render the made cases once, and return the file that keeps their pages."""
    file = tmp_path_factory.mktemp("kept") / "store.sqlite"
    site = Site(made, FOLDER)
    site.keep(Store(file), FOLDER)
    renders(site)
    return file


@pytest.fixture
def again(kept: Path, tmp_path: Path) -> Callable[..., Counter[str]]:
    """Return what renders a site with kept pages, compares it with one without them, and counts what was rendered."""

    def compare(catalogue: Catalogue, templates: Path = FOLDER, **settings: Any) -> Counter[str]:
        file = Path(shutil.copy(kept, tmp_path / "store.sqlite"))
        site = Site(catalogue, templates, **settings)
        site.keep(Store(file), templates)
        told, rendered = renders(site)
        plain, _ = renders(Site(catalogue, templates, **settings))
        assert told == plain
        return rendered

    return compare


def changed(made: Catalogue, **values: Any) -> Catalogue:
    """Return the made cases, one of them with other values."""
    first, *others = made.cases
    return Catalogue([first.model_copy(update=values), *others], made.vocabulary, made.dates)


def test_nothing_is_rendered_again_where_nothing_changed(again: Any, made: Catalogue) -> None:
    same = Catalogue([case.model_copy() for case in made.cases], made.vocabulary, made.dates)
    assert again(same).total() == 0


@pytest.mark.parametrize(
    "values",
    [{"summary": "Noget helt andet."}, {"title": "Å, en anden titel"}, {"gains": ()}],
    ids=["summary", "title", "gains"],
)
def test_a_changed_case_renders_what_tells_of_it(again: Any, made: Catalogue, values: dict[str, Any]) -> None:
    rendered = again(changed(made, **values))
    assert 1 <= rendered["case.html"] < len(made.cases)
    assert rendered.total() < FEW


def test_of_a_long_list_the_pages_that_show_the_case_are_rendered(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LISTED", 2)
    monkeypatch.setattr(pages, "ABREAST", 1)
    monkeypatch.setattr(lists, "TOLD", 2)
    case = made.by_slug["alt-i-brug"]
    many = [case.model_copy(update={"slug": f"case-{n}", "title": f"Case {n}"}) for n in range(9)]
    last = many[-1].model_copy(update={"purpose": "Noget helt andet."})

    def made_of(cases: list[Case]) -> tuple[dict[str, str | None], list[Page]]:
        site = Site(Catalogue(cases, made.vocabulary), FOLDER)
        site.keep(Store(tmp_path / "store.sqlite"), FOLDER)
        renders(site)
        found = [
            page
            for page in shown(site)
            if page.template == "matrix.html" or page.context.get("number", 1) > 1
        ]
        site.kept.find(found)
        return {page.url: site.kept.state(page) for page in found}, found

    (before, _), (now, found) = made_of(many), made_of([*many[:-1], last])
    new = {page.url for page in found if before[page.url] != now[page.url]}
    assert new == {page.url for page in found if last in page.context.get("cases", ())} != set()
    assert {page.template for page in found} == {"listing.html", "value.html", "matrix.html"}


def test_a_removed_and_a_renamed_case_are_told_of_nowhere(again: Any, made: Catalogue) -> None:
    again(Catalogue(made.cases[1:], made.vocabulary, made.dates))
    again(changed(made, slug="et-andet-navn", aliases=(made.cases[0].slug,)))


def test_days_are_part_of_what_is_told(again: Any, made: Catalogue) -> None:
    day = datetime(2026, 11, 3, tzinfo=UTC)
    case: Case = made.cases[0]
    rendered = again(Catalogue(made.cases, made.vocabulary, {case.slug: Dates(day, day)}))
    assert rendered["case.html"] < len(made.cases)


def test_feeds_that_a_page_leads_to_are_part_of_what_is_told(made: Catalogue, tmp_path: Path) -> None:
    settings = UNSET.model_copy(update={"site_url": "https://example.org/"})
    day = datetime(2026, 11, 3, tzinfo=UTC)
    for dates in (
        {made.cases[0].slug: Dates(day, day)},
        {},
        {case.slug: Dates(day, day) for case in made.cases},
    ):
        catalogue = Catalogue(made.cases, made.vocabulary, dates)
        site = Site(catalogue, FOLDER, settings)
        site.keep(Store(tmp_path / "store.sqlite"), FOLDER)
        assert renders(site)[0] == renders(Site(catalogue, FOLDER, settings))[0]


def test_another_word_of_the_vocabulary_is_another_site(again: Any, made: Catalogue) -> None:
    themes = {
        slug: term.model_copy(update={"name": f"{term.name} nu"})
        for slug, term in made.terms("theme").items()
    }
    words = Vocabulary({**made.vocabulary, "themes": themes})
    assert again(Catalogue(made.cases, words, made.dates))["case.html"] == len(made.cases)


def test_settings_and_kinds_of_addresses_are_other_sites(again: Any, made: Catalogue) -> None:
    whole = len(made.cases)
    settings = UNSET.model_copy(update={"site_url": "https://example.org/"})
    assert again(made, settings=settings)["case.html"] == whole
    assert again(made, directory_urls=False)["case.html"] == whole


def test_another_template_is_another_site(again: Any, made: Catalogue, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    for name in COPIED:
        shutil.copytree(FOLDER / name, templates / name)
    page = templates / "pages" / "case.html"
    page.write_text(page.read_text("utf-8") + "<p>Nyt</p>\n", "utf-8")
    assert again(made, templates)["case.html"] == len(made.cases)


def test_a_document_renders_its_own_page(again: Any, made: Catalogue) -> None:
    case = made.cases[0]
    documents = SimpleNamespace(pdfs={case_path(case): "PDF, 1 kB"}, volumes={}, pictures={})
    assert again(made, documents=documents)["case.html"] == 1
