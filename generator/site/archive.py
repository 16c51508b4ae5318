"""The built site as one file, to be opened without a network."""

import io
import zipfile
from pathlib import Path

from generator.files import save

ONLINE = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server needs."""


def pack(site: Path, output: Path, folder: str) -> None:
    """Write the built site into a zip file, in a folder of its own; equal sites give equal bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file() and path.name not in ONLINE):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    save({output: content.getvalue()})
