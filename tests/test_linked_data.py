"""What data portals and search engines read: the dataset by DCAT-AP-DK, and each case as an article."""

import json
import os
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef

from generator.catalogue import Catalogue
from generator.data import citing, export, schema_org
from generator.data.downloads import DOWNLOADS, JSON_LD, TURTLE
from generator.data.release import Release
from generator.pages import case_page
from generator.reading.settings import Editors, Licence, Publisher, Settings
from generator.site.render import Site
from generator.text import shortened
from helpers import ROOT, speak

BASE = "https://data.example/katalog/"
NAMED = 'Eksempel "Kommune" \\ <b>& venner</b>'
WHOLE = Settings(
    site_name="Kataloget",
    site_description="Erfaringer",
    site_url="https://example.org/katalog/",
    publisher=Publisher(name=NAMED, url="https://example.org/"),
    editors=Editors(name="Redaktionen", email="redaktion@example.org"),
    licence=Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
)
BARE = WHOLE.model_copy(update={"publisher": None, "editors": None, "licence": None})
NOWHERE = BARE.model_copy(update={"site_url": "", "site_description": ""})
SHAPES = os.environ.get("DCAT_AP_DK_SHAPES") or ROOT / "tests" / "data" / "dcat-ap-dk.shapes.ttl"
EVIL = "</script><script>alert(1)</script> \u2028 <!-- \"' & ø"


class Head(HTMLParser):
    """Collects the metadata of a page, and the data in its script elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.data: list[Any] = []
        self.scripts = 0
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            told = values.get("content", "")
            self.meta |= {values[kind]: told for kind in ("name", "property") if kind in values}
        self.scripts += tag == "script"
        self._inside = tag == "script" and values.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data.append(json.loads(data))


def parsed(catalogue: Catalogue, settings: Settings = WHOLE, path: str = TURTLE) -> Graph:
    text = export.files(Release(catalogue, settings))[path].decode()
    kind = "turtle" if path == TURTLE else "json-ld"
    return Graph().parse(data=text, format=kind, publicID=f"{BASE}{path}")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES)


@pytest.mark.parametrize("settings", [WHOLE, BARE, NOWHERE], ids=["whole", "bare", "nowhere"])
def test_the_dataset_keeps_the_danish_profile(
    catalogue: Catalogue, shapes: Graph, settings: Settings
) -> None:
    graph = parsed(catalogue, settings)
    assert len(graph) > 20 * len(DOWNLOADS)
    conforms, _, report = validate(graph, shacl_graph=shapes)
    assert conforms, report


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Catalog, DCAT.dataset),
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Distribution, DCAT.accessURL),
        (FOAF.Agent, FOAF.name),
    ],
)
def test_a_dataset_without_what_the_profile_asks_is_refused(
    made: Catalogue, shapes: Graph, of: URIRef, said: URIRef
) -> None:
    graph = parsed(made)
    for thing in [*graph.subjects(RDF.type, of)]:
        graph.remove((thing, said, None))
    assert not validate(graph, shacl_graph=shapes)[0]


@pytest.mark.parametrize("settings", [WHOLE, BARE, NOWHERE], ids=["whole", "bare", "nowhere"])
def test_both_languages_say_the_same(catalogue: Catalogue, settings: Settings) -> None:
    assert set(parsed(catalogue, settings)) == set(parsed(catalogue, settings, JSON_LD))


@pytest.mark.parametrize(
    ("language", "authority", "country"), [("da", "DAN", "DNK"), ("en", "ENG", None), ("nb", "NOB", "NOR")]
)
def test_the_dataset_is_told_in_the_language_of_the_catalogue(
    made: Catalogue, monkeypatch: pytest.MonkeyPatch, language: str, authority: str, country: str | None
) -> None:
    speak(monkeypatch, language)
    graph = parsed(made)
    [dataset] = graph.subjects(RDF.type, DCAT.Dataset)
    lists = "http://publications.europa.eu/resource/authority"
    assert graph.value(dataset, DCTERMS.language) == URIRef(f"{lists}/language/{authority}")
    assert graph.value(dataset, DCTERMS.spatial) == (
        URIRef(f"{lists}/country/{country}") if country else None
    )
    title = graph.value(dataset, DCTERMS.title)
    assert isinstance(title, Literal) and title.language == language
    case = made.cases[0]
    assert schema_org.article(Release(made, WHOLE), case)["inLanguage"] == language
    assert citing.as_csl(citing.cited(Release(made, WHOLE), case))["language"] == language


def test_there_is_one_dataset_with_a_distribution_of_each_file(catalogue: Catalogue) -> None:
    graph, files = parsed(catalogue), export.files(Release(catalogue, WHOLE))
    [dataset] = graph.subjects(RDF.type, DCAT.Dataset)
    told = {
        str(graph.value(each, DCAT.downloadURL)): int(str(graph.value(each, DCAT.byteSize)))
        for each in graph.objects(dataset, DCAT.distribution)
    }
    assert told == {f"{WHOLE.site_url}{each.path}": len(files[each.path]) for each in DOWNLOADS}
    assert {str(theme) for theme in graph.objects(dataset, DCAT.keyword)} == {
        term.name for term in catalogue.terms("theme").values()
    }


def test_names_of_strangers_stay_names(made: Catalogue) -> None:
    assert (None, FOAF.name, Literal(NAMED, lang="da")) in parsed(made)


def test_without_an_address_the_files_are_named_from_where_they_lie(made: Catalogue) -> None:
    files = {str(url) for url in parsed(made, NOWHERE).objects(None, DCAT.downloadURL)}
    assert files == {f"{BASE}{each.path}" for each in DOWNLOADS}


def pages(site: Path) -> Iterator[tuple[str, Head]]:
    for file in sorted((site / "case").glob("*/index.html")):
        html = file.read_text("utf-8")
        yield file.parent.name, Head(html[: html.index("</head>")])


def test_every_case_is_an_article(site: Path, catalogue: Catalogue) -> None:
    found = {slug: head for slug, head in pages(site) if slug in catalogue.by_slug}
    assert len(found) == len(catalogue.cases)
    for slug, head in found.items():
        case = catalogue.by_slug[slug]
        [article] = head.data
        assert (article["@type"], article["headline"], article["description"]) == (
            "Article",
            case.title,
            case.summary,
        )
        assert article["url"] == head.meta["og:url"] == f"https://example.org/casekatalog/case/{slug}/"
        assert article["about"] == catalogue.names("theme", case.themes)
        assert (site / "case" / f"{slug}.json").is_file()


def test_every_case_tells_what_is_shown_where_a_link_to_it_is_shared(
    site: Path, catalogue: Catalogue
) -> None:
    for slug, head in pages(site):
        if case := catalogue.by_slug.get(slug):
            told = [head.meta[f"og:{name}"] for name in ("title", "description", "type", "locale")]
            assert told == [case.title, shortened(case.summary, 160), "article", "da_DK"]
            assert head.meta["citation_title"] == head.meta["DC.title"] == case.title


def test_nothing_in_a_case_ends_the_script_or_the_metadata(made: Catalogue) -> None:
    case = made.cases[0].model_copy(update={"title": EVIL, "summary": EVIL})
    settings = WHOLE.model_copy(update={"publisher": Publisher(name=EVIL)})
    site = Site(Catalogue([case], made.vocabulary), ROOT / "theme_overrides", settings)
    head = Head(site.render_head(case_page(case)))
    assert head.scripts == 1
    assert (head.data[0]["headline"], head.data[0]["publisher"]["name"]) == (EVIL, EVIL)
    assert {head.meta[name] for name in ("citation_title", "DC.title", "DC.description")} == {EVIL}
    assert "<b>" not in site.render_head(case_page(case))


def test_the_page_of_the_data_is_a_dataset(site: Path) -> None:
    [dataset] = Head((site / "data" / "index.html").read_text("utf-8")).data
    assert dataset["@type"] == "Dataset"
    links = [each["contentUrl"] for each in dataset["distribution"]]
    assert links == [f"https://example.org/casekatalog/{each.path}" for each in DOWNLOADS]
