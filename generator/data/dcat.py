"""The catalogue as a dataset in the terms of DCAT-AP-DK 2.0.2, by which data portals harvest it.

Every thing that is pointed at is described too, with its type, as the strict rules of the profile ask.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.addresses import DATA
from generator.data.downloads import Download, offered
from generator.data.graph import Iri, Literal, Thing, Value
from generator.data.release import Release
from generator.locale import spoken
from generator.wording import wording

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ROOT = "../"
"""The way from the files of the data to the site's root, where nobody knows the site's address."""
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_PUBLIC = f"{_AUTHORITY}access-right/PUBLIC"
_THEMES = {"GOVE": "government", "SOCI": "society"}
"""What the dataset is about, of the themes that all portals of the EU share, and how its name is known."""


def things(release: Release, sizes: Mapping[str, int]) -> list[Thing]:
    """Return the catalogue of data, its one dataset, and all that they point at; `sizes` has the bytes of each file."""
    if not release.settings.site_url:
        release = replace(release, settings=release.settings.model_copy(update={"site_url": _ROOT}))
    return [
        _catalogue(release),
        _dataset(release),
        *(_distribution(release, each, sizes[each.path]) for each in offered(release)),
        *_around(release),
    ]


def _text(text: str) -> Literal:
    """Return a text in the language of the catalogue."""
    return Literal(text, wording.language)


def _language() -> str:
    return f"{_AUTHORITY}language/{spoken().authority}"


def _country(code: str) -> str:
    return f"{_AUTHORITY}country/{code}"


def _at(release: Release, name: str) -> str:
    return release.address(f"{DATA}#{name}")


def _catalogue(release: Release) -> Thing:
    said: list[tuple[str, Value]] = [
        *_told(release, wording.dcat["title"].format(name=release.name)),
        ("dcat:dataset", Iri(_at(release, "dataset"))),
        ("foaf:homepage", Iri(release.address(""))),
        *_dated(release),
    ]
    return Thing(_at(release, wording.dcat["at_catalogue"]), ("dcat:Catalog",), tuple(said))


def _dataset(release: Release) -> Thing:
    keywords = (term.name for term in release.catalogue.terms("theme").values())
    editors = release.settings.editors
    said: list[tuple[str, Value]] = [
        *_told(release, release.name),
        ("dct:identifier", Literal(_at(release, "dataset"))),
        ("dct:accessRights", Iri(_PUBLIC)),
        ("dcat:landingPage", Iri(release.address(DATA))),
        *(("dcat:theme", Iri(f"{_AUTHORITY}data-theme/{code}")) for code in _THEMES),
        *(("dcat:keyword", _text(word)) for word in keywords),
        *([("dcat:contactPoint", Iri(_at(release, wording.dcat["at_contact"])))] if editors else []),
        *(("dcat:distribution", Iri(_distribution_at(release, each))) for each in offered(release)),
        *_dated(release),
    ]
    return Thing(_at(release, "dataset"), ("dcat:Dataset",), tuple(said))


def _told(release: Release, title: str) -> Iterator[tuple[str, Value]]:
    """Yield what is said of catalogue and dataset alike."""
    yield "dct:title", _text(title)
    yield "dct:description", _text(release.settings.site_description or release.name)
    yield "dct:publisher", Iri(_at(release, wording.dcat["at_publisher"]))
    yield "dct:language", Iri(_language())
    if country := spoken().country:
        yield "dct:spatial", Iri(_country(country))


def _dated(release: Release) -> Iterator[tuple[str, Value]]:
    if release.version:
        yield "dct:modified", Literal(release.version.isoformat(), type="xsd:date")


def _distribution_at(release: Release, each: Download) -> str:
    return _at(release, each.name)


def _distribution(release: Release, each: Download, size: int) -> Thing:
    licence = release.settings.licence
    said: list[tuple[str, Value]] = [
        ("dct:title", _text(f"{each.title} ({each.format.name})")),
        ("dct:description", _text(each.help)),
        ("dcat:accessURL", Iri(release.address(DATA))),
        ("dcat:downloadURL", Iri(release.address(each.path))),
        ("dcat:mediaType", Iri(_media_type(each))),
        ("dct:format", Iri(_file_type(each))),
        ("dcat:byteSize", Literal(str(size), type="xsd:decimal")),
        ("dct:language", Iri(_language())),
        *([("dct:license", Iri(licence.url))] if licence else []),
        *_dated(release),
    ]
    return Thing(_distribution_at(release, each), ("dcat:Distribution",), tuple(said))


def _media_type(each: Download) -> str:
    return f"https://www.iana.org/assignments/media-types/{each.format.media_type}"


def _file_type(each: Download) -> str:
    return f"{_AUTHORITY}file-type/{each.format.file_type}"


def _around(release: Release) -> Iterator[Thing]:
    """Yield whom and what the dataset points at."""
    settings = release.settings
    publisher, editors, licence = settings.publisher, settings.editors, settings.licence
    name = publisher.name if publisher else release.name
    homepage = [("foaf:homepage", Iri(publisher.url))] if publisher and publisher.url else []
    yield Thing(
        _at(release, wording.dcat["at_publisher"]), ("foaf:Agent",), (("foaf:name", _text(name)), *homepage)
    )
    if editors:
        mail = [("vcard:hasEmail", Iri(f"mailto:{editors.email}"))] if editors.email else []
        yield Thing(
            _at(release, wording.dcat["at_contact"]),
            ("vcard:Kind",),
            (("vcard:fn", _text(editors.name)), *mail),
        )
    if licence:
        yield Thing(licence.url, ("dct:LicenseDocument",), (("rdfs:label", Literal(licence.name)),))
    pages = [release.address(""), release.address(DATA), *(address.address for _, address in homepage)]
    yield from (Thing(address, ("foaf:Document",), ()) for address in dict.fromkeys(pages))
    locale = spoken()
    yield Thing(_language(), ("dct:LinguisticSystem",), (("rdfs:label", _text(locale.name)),))
    if locale.country:
        called = ("rdfs:label", _text(locale.country_name))
        yield Thing(_country(locale.country), ("dct:Location",), (called,))
    yield Thing(_PUBLIC, ("dct:RightsStatement",), (("rdfs:label", _text(wording.dcat["public"])),))
    for code, theme in _THEMES.items():
        about = ("skos:prefLabel", _text(wording.dcat[theme]))
        yield Thing(f"{_AUTHORITY}data-theme/{code}", ("skos:Concept",), (about,))
    for address, type_, label in dict.fromkeys(_kinds(release)):
        yield Thing(address, (type_,), (("rdfs:label", Literal(label)),))


def _kinds(release: Release) -> Iterator[tuple[str, str, str]]:
    """Yield the kinds of files: address, type and name."""
    for each in offered(release):
        yield _media_type(each), "dct:MediaType", each.format.media_type
        yield _file_type(each), "dct:MediaTypeOrExtent", each.format.name
