"""What search engines read of a page: a case as an article, and the data as a dataset, in the terms of schema.org."""

from typing import Any

from generator import citations
from generator.addresses import DATA, picture_path, record_path
from generator.data.downloads import offered
from generator.data.release import Release
from generator.locale import spoken
from generator.model import Case
from generator.wording import wording

_CONTEXT = "https://schema.org"


def article(release: Release, case: Case, *, pictured: bool = False) -> dict[str, Any]:
    """Return a case as an article; `pictured` says whether the site has a picture of it."""
    catalogue, changed, known = (
        release.catalogue,
        release.changed(case),
        release.catalogue.dates.get(case.slug),
    )
    place = catalogue.names("municipality", case.municipalities) + catalogue.names("region", case.regions)
    return _told(
        {
            "@context": _CONTEXT,
            "@type": "Article",
            "headline": case.title,
            "description": case.summary,
            "inLanguage": wording.language,
            "url": _url(release, release.case_address(case)),
            "image": _url(release, release.address(picture_path(case))) if pictured else None,
            "datePublished": known.came.date().isoformat() if known else None,
            "dateModified": changed.isoformat() if changed else None,
            "publisher": _publisher(release),
            "isPartOf": _told(
                {"@type": "WebSite", "name": release.name, "url": _url(release, release.address(""))}
            ),
            "about": catalogue.names("theme", case.themes),
            "spatialCoverage": [{"@type": "AdministrativeArea", "name": name} for name in place],
            "citation": [citation.name for citation in citations.of(catalogue, case)],
            "license": _licence(release),
            "encoding": _encoding(release, record_path(case), "application/json"),
        }
    )


def dataset(release: Release) -> dict[str, Any]:
    """Return all cases as a dataset."""
    version, country = release.version, spoken().country_name
    return _told(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "name": release.name,
            "description": release.settings.site_description
            or wording.schema_org["description"].format(name=release.name),
            "inLanguage": wording.language,
            "url": _url(release, release.address(DATA)),
            "version": version.isoformat() if version else None,
            "dateModified": version.isoformat() if version else None,
            "publisher": _publisher(release),
            "keywords": [term.name for term in release.catalogue.terms("theme").values()],
            "spatialCoverage": {"@type": "Country", "name": country} if country else None,
            "license": _licence(release),
            "isAccessibleForFree": True,
            "distribution": [
                {**found, "@type": "DataDownload", "name": each.title}
                for each in offered(release)
                if (found := _encoding(release, each.path, each.format.media_type))
            ],
        }
    )


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """Return what is said without what is not known."""
    return {name: value for name, value in said.items() if value}


def _url(release: Release, address: str) -> str | None:
    """Return an address when it is a whole one."""
    return address if release.settings.site_url else None


def _publisher(release: Release) -> dict[str, Any] | None:
    publisher = release.settings.publisher
    if publisher is None:
        return None
    return _told({"@type": "Organization", "name": publisher.name, "url": publisher.url})


def _licence(release: Release) -> str | None:
    return release.settings.licence.url if release.settings.licence else None


def _encoding(release: Release, path: str, media_type: str) -> dict[str, Any] | None:
    if not release.settings.site_url:
        return None
    return {"@type": "MediaObject", "encodingFormat": media_type, "contentUrl": release.address(path)}
