"""The tables as a data package: what programs of the Frictionless standards need to read and check them."""

import json
from typing import Any

from generator.data.downloads import TABLES, Download
from generator.data.release import Release
from generator.data.tables import Table, no_value
from generator.locale import spoken


def as_json(release: Release, tables: tuple[Table, ...], sizes: dict[str, int]) -> str:
    """Return the description of the tables; `sizes` has the bytes of each file."""
    settings, version = release.settings, release.version
    publisher, licence = settings.publisher, settings.licence
    told = {
        "name": "casekatalog",
        "title": release.name,
        "description": settings.site_description,
        "homepage": settings.site_url,
        "version": version.isoformat() if version else "",
        "profile": "tabular-data-package",
        "licenses": [{"name": licence.name, "path": licence.url}] if licence else [],
        "contributors": [{"title": publisher.name, "role": "publisher"}] if publisher else [],
    }
    resources = [
        _resource(download, table, sizes[download.path])
        for download, table in zip(TABLES, tables, strict=True)
    ]
    package = {name: value for name, value in told.items() if value} | {"resources": resources}
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(download: Download, table: Table, size: int) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": download.title,
        "description": download.help,
        "path": download.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": download.format.media_type,
        "encoding": "utf-8",
        "bytes": size,
        "dialect": {"delimiter": spoken().delimiter, "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    """Return what the columns hold; each row of another table leads to the one of its case."""
    fields = [
        {
            "name": column.name,
            "type": column.kind,
            "description": column.help,
            **({"decimalChar": spoken().decimal_sign} if column.kind == "number" else {}),
        }
        for column in table.columns
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": ["", *no_value()]}
    if table.key:
        return schema | {"primaryKey": [table.key]}
    first = table.columns[0].name
    return schema | {
        "foreignKeys": [{"fields": [first], "reference": {"resource": "cases", "fields": [first]}}]
    }
