"""What a built site weighs: its files, its largest pages, and what a browser needs before it shows something."""

import gzip
import threading
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.search import Counting, chromium

_LARGEST = 5
_PAINTED = """new PerformanceObserver(() => { window.painted ??= document.getElementsByTagName("*").length; })
  .observe({ type: "paint", buffered: true });"""
_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter(entry => entry.renderBlockingStatus === "blocking").map(entry => new URL(entry.name).pathname)"""


@dataclass(frozen=True)
class Pages:
    """The largest pages of a site, and its front page."""

    largest: str
    size: int
    """Bytes of the largest page."""
    elements: int
    """At the first paint of the one of the largest pages that has most."""
    first: int
    """Bytes that come before the first paint of the front page, compressed."""


def files(site: Path) -> tuple[int, int]:
    """Return how many files a site has, and their bytes."""
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)


def pages(site: Path) -> Pages:
    """Return what the pages of a site weigh in a browser."""
    largest = sorted(site.rglob("*.html"), key=lambda page: page.stat().st_size)[-1 : -_LARGEST - 1 : -1]
    addresses = [page.relative_to(site).as_posix().removesuffix("index.html") for page in largest]
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(site))) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        page = chromium(playwright).new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_PAINTED)
        elements = []
        for address in addresses:
            page.goto(root + address)
            elements.append(page.wait_for_function("window.painted").json_value())
        page.goto(root)
        page.wait_for_function("window.painted")
        needed = [site / "index.html", *(site / path.lstrip("/") for path in page.evaluate(_BLOCKING))]
        server.shutdown()
    first = sum(len(gzip.compress(file.read_bytes(), 9)) for file in needed)
    return Pages(addresses[0], largest[0].stat().st_size, max(elements), first)
