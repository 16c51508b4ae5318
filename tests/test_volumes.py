"""What a site tells of a catalogue that is printed in volumes."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pikepdf
import pytest

from generator.catalogue import Catalogue
from generator.printing import publications
from generator.printing.imprint import Imprint
from generator.reading.settings import Settings
from generator.site.documents import Documents
from generator.site.render import Site
from generator.site.templates import theme
from helpers import ROOT, Elements

TEMPLATES = ROOT / "theme_overrides"
SETTINGS = Settings(site_name="Katalog", site_url="https://example.org/katalog/")


@pytest.fixture
def volumes(made: Catalogue, monkeypatch: pytest.MonkeyPatch) -> list[publications.Publication]:
    monkeypatch.setattr(publications, "LARGEST_BOOK", 0)
    monkeypatch.setattr(publications, "LARGEST_VOLUME", 3)
    return [*publications.books(made, Imprint("Kataloget"))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.save(tmp_path / "bind.pdf")
    return tmp_path / "bind.pdf"


def footer(documents: Documents, written: str) -> str:
    """Return the footer of a site whose pages are at the addresses in `written`."""
    around = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))
    around.filters["url"] = str
    template = theme(around, written.split().__contains__).get_template("components/footer.html")
    extra = {"settings": SETTINGS, "books": documents.pdfs, "most_compared": 4}
    return template.render(
        config=SimpleNamespace(extra=extra, site_name="Katalog", site_description=""), link=str
    )


def test_the_page_of_data_has_each_volume_with_its_themes(
    made: Catalogue, volumes: list[publications.Publication], file: Path
) -> None:
    documents = Documents(dict.fromkeys(volumes, file))
    html = Site(made, TEMPLATES, SETTINGS, documents=documents).render_view("data", "data/")
    links = Elements(html).links
    assert len(volumes) > 1
    for number, volume in enumerate(volumes, 1):
        assert f"../{volume.path}" in links
        assert f">Bind {number}<" in html and f"<p>{'; '.join(volume.themes)}</p>" in html


def test_the_page_of_data_says_nothing_of_volumes_where_there_is_one_book(
    made: Catalogue, file: Path
) -> None:
    documents = Documents(dict.fromkeys(publications.books(made, Imprint("Kataloget")), file))
    html = Site(made, TEMPLATES, SETTINGS, documents=documents).render_view("data", "data/")
    assert 'id="bind"' not in html


def test_every_page_leads_to_the_volumes_by_one_link(
    made: Catalogue, volumes: list[publications.Publication], file: Path
) -> None:
    documents = Documents(dict.fromkeys(volumes, file))
    html = footer(documents, "minliste/ data/ bidrag/")
    assert f'<a href="data/#bind">Hele kataloget i {len(volumes)} bind (PDF)</a>' in html
    assert not any(volume.path in html for volume in volumes)
    assert all(volume.path in footer(documents, "bidrag/") for volume in volumes)
    [book] = books = [publications.Publication("pdf/katalog.pdf", "Kataloget", "{}")]
    assert f'<a href="{book.path}"' in footer(Documents(dict.fromkeys(books, file)), "bidrag/ data/")
