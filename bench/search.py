"""How large and how quick the search is: `make bench` prints one table."""

import functools
import gzip
import statistics
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Browser, CDPSession, Page, Playwright, sync_playwright

from bench import synthetic
from generator.catalogue import Catalogue
from generator.locale import spoken
from generator.search import index
from generator.search.danish import DANISH
from generator.site import brought
from generator.site.bundle import join, worded
from generator.site.render import Site
from generator.wording import wording

ROOT = Path(__file__).parent.parent
THEME = ROOT / "theme_overrides"
CHROMIUM = Path("/usr/bin/chromium")
TYPED = (
    "rehabilitering i kommunen",
    "hjørring",
    "velfærdsteknologi",
    "samarbejde om borgeren",
    "økonomi ledelse",
)
KEYSTROKES = """async typed => {
  const field = document.querySelector("#q"), engine = casekatalog.engine;
  const facets = new casekatalog.Facets(casekatalog.store), names = Object.keys(facets.values);
  await casekatalog.store.load(facets.need(names));
  facets.add(names);
  const without = [], painted = [];
  for (let round = 0; round < 3; round++) {
    let at = 0;
    for (const text of typed) {
      for (let end = 2; end <= text.length; end++, at++) {
        const query = text.slice(0, end);
        await engine.ask(query);
        engine.known.delete(Array.from(engine.known.keys()).pop());
        let from = performance.now();
        const { answer } = engine.run(query);
        const found = facets.count({}, answer?.scores ?? null);
        if (answer) casekatalog.ranking.ranked(found.matching, answer.scores);
        without[at] = Math.min(without[at] ?? Infinity, performance.now() - from);
        field.value = query;
        from = performance.now();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await casekatalog.settled;
        document.body.offsetHeight;
        const time = performance.now() - from;
        painted[at] = round ? Math.min(painted[at], time) : Infinity;
        await new Promise(done => setTimeout(done, 30));
      }
    }
  }
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await casekatalog.settled;
  return { without, painted };
}"""
TOGGLES = """async () => {
  const facets = new casekatalog.Facets(casekatalog.store), names = Object.keys(facets.values);
  const without = [], painted = [];
  await casekatalog.store.load(facets.need(names));
  facets.add(names);
  document.querySelector('[data-facet="evidence"]').open = true;
  const boxes = Array.from(document.querySelectorAll("details[open] input[type=checkbox]"));
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i];
      box.checked = !box.checked;
      const selection = {};
      for (const other of boxes) if (other.checked) (selection[other.name] ||= []).push(other.value);
      let from = performance.now();
      facets.count(selection, null);
      without[i] = Math.min(without[i] ?? Infinity, performance.now() - from);
      from = performance.now();
      box.dispatchEvent(new Event("change", { bubbles: true }));
      await casekatalog.settled;
      document.body.offsetHeight;
      painted[i] = round ? Math.min(painted[i], performance.now() - from) : Infinity;
      if (i % 3 === 2 || i === boxes.length - 1) {
        document.querySelector("[data-clear]").click();
        await casekatalog.settled;
      }
    }
  }
  return { without, painted };
}"""


class Counting(SimpleHTTPRequestHandler):
    """Serves a folder and adds up what its answers weigh when compressed."""

    sent: ClassVar[list[tuple[str, int]]] = []

    def do_GET(self) -> None:
        """Answer, and count."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self.sent.append((self.path, len(gzip.compress(path.read_bytes(), 9))))
        super().do_GET()

    @classmethod
    def kilobytes(cls) -> str:
        """Return what was sent since the list was cleared, but for the texts that come after their cards."""
        return f"{sum(size for path, size in cls.sent if '/texts/' not in path) / 1000:.0f}"

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def main(sizes: list[int]) -> None:
    """Print the table, a column for each number of cases."""
    rows: dict[str, list[str]] = {}
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                for name, value in {
                    **write(Path(folder), synthetic.catalogue(size)),
                    **measure(browser, Path(folder)),
                }.items():
                    rows.setdefault(name, []).append(value)
        browser.close()
    print("| cases |" + "".join(f" {size:,} |" for size in sizes))
    print("|---|" + "--:|" * len(sizes))
    for name, values in rows.items():
        print(f"| {name} | " + " | ".join(values) + " |")


def chromium(playwright: Playwright) -> Browser:
    """Return the browser that is measured."""
    return playwright.chromium.launch(
        executable_path=str(CHROMIUM) if CHROMIUM.exists() else None,
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--enable-precise-memory-info",
        ],
    )


def write(folder: Path, catalogue: Catalogue) -> dict[str, str]:
    """Write the front page and the index of a catalogue, without Material's frame."""
    start = time.process_time()
    files = index.index(catalogue)
    taken = time.process_time() - start
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    bundles = {"site.css": brought.SHEETS, brought.SCRIPT: brought.SCRIPTS} | brought.other_scripts(DANISH)
    words = {**wording.plain(), "ways": spoken().for_scripts}
    for path, parts in bundles.items():
        joined = join((THEME / part).read_text("utf-8") for part in parts)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(worded(joined, words) if path.endswith(".js") else joined, "utf-8")
    view = Site(catalogue, THEME).render_view("home", "")
    links = '<link rel="stylesheet" href="site.css"><script src="assets/js/site.js" defer></script>'
    page = f'<!doctype html><html lang="da"><meta charset="utf-8">{links}<body class="md-typeset">{view}'
    (folder / "index.html").write_text(page, "utf-8")
    weight = sum(len(gzip.compress(content, 9)) for content in files.values())
    return {
        "index build, processor ms a case": f"{taken * 1000 / len(catalogue.cases):.1f}",
        "index, kB compressed (files)": f"{weight / 1000:,.0f} ({len(files)})",
    }


def measure(browser: Browser, folder: Path) -> dict[str, str]:
    """Return what a reader's browser does with the page."""
    Counting.sent.clear()
    handler = functools.partial(Counting, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        session = page.context.new_cdp_session(page)
        before = heap(page, session)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_selector("[data-catalogue].is-live")
        page.wait_for_load_state("networkidle")
        rows = {"kB until the first usable filter": Counting.kilobytes()}
        page.fill("#q", "rehabilitering")
        page.evaluate("() => casekatalog.settled")
        rows["kB until the first text result, its cards too"] = Counting.kilobytes()
        page.fill("#q", "")
        page.evaluate("() => casekatalog.settled")
        keys = page.evaluate(KEYSTROKES, list(TYPED))
        toggles = page.evaluate(TOGGLES)
        rows["keystroke p50 / p95 ms"] = percentiles(keys["without"])
        rows["keystroke with painting p50 / p95 ms"] = percentiles(keys["painted"])
        rows["toggle p50 / p95 ms"] = percentiles(toggles["without"])
        rows["toggle with painting p50 / p95 ms"] = percentiles(toggles["painted"])
        rows["memory of the page's script, MB"] = f"{heap(page, session) - before:.1f}"
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        rows["toggle with painting, 4x slower processor, p50 / p95 ms"] = percentiles(
            page.evaluate(TOGGLES)["painted"]
        )
        page.close()
        server.shutdown()
    return rows


def heap(page: Page, session: CDPSession) -> float:
    """Return the megabytes that the page's script holds on to."""
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")
    return float(used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6


def percentiles(times: list[float]) -> str:
    """Return the median and the 95th percentile."""
    return f"{statistics.median(times):.1f} / {statistics.quantiles(times, n=20)[-1]:.1f}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000])
