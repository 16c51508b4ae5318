"""A PDF that is set already, opened again. It is loaded when one is set: a build without any has no need of it."""

import re
from collections.abc import Mapping
from io import BytesIO

import pikepdf

from generator.printing import tags

_FINE = re.compile(rb"(?<=\.\d\d)\d+")
"""Decimals on a page that no eye can see."""

pikepdf.settings.set_flate_compression_level(7)


def pages(content: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(BytesIO(content)) as document:
        return len(document.pages)


def finished(content: bytes, links: Mapping[str, str]) -> bytes:
    """Return a PDF made smaller, with complete tags; `links` says what web addresses are called."""
    shrunk = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            page.Contents.write(_FINE.sub(b"", page.Contents.read_bytes()))
        tags.complete(document, links)
        document.save(
            shrunk,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return shrunk.getvalue()
