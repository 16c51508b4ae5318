"""The same cases in other search engines, beside the project's own: `make bench` prints the table after its own."""

import functools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import material
import yaml
from playwright.sync_api import Browser, sync_playwright

from bench import synthetic
from bench.search import ROOT, TYPED, Counting, chromium, heap, percentiles, write
from generator import prose
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.model import Case
from generator.pages import value_name
from generator.reading.folder import load
from generator.search.danish import DANISH
from generator.site import brought

MODULES = ROOT / ".venv" / "peers" / "node_modules"
LUNR = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
QUERIES = ROOT / "tests" / "data" / "queries.yaml"
PAGEFIND = """
const pagefind = require(process.argv[1]), cases = require(process.argv[2]);
(async () => {
  const { index } = await pagefind.createIndex();
  for (const one of cases) {
    const content = [one.title, one.tags, one.summary, one.text].join("\\n");
    await index.addCustomRecord({ url: "/" + one.slug, content, language: "da", meta: { title: one.title } });
  }
  await index.writeFiles({ outputPath: process.argv[3] });
  await pagefind.close();
})();
"""
PEERS = {
    "own": """
        await casekatalog.store.load(["facets"]);
        return async query => {
          const answer = await casekatalog.engine.ask(query);
          if (!answer) return [];
          const scores = answer.scores.subarray(0, casekatalog.store.get("facets").cases);
          const { ranked } = casekatalog.ranking;
          const ids = ranked(Array.from(scores.keys()).filter(id => scores[id]), scores).slice(0, 5);
          await casekatalog.store.load(casekatalog.store.filesOf("cards", ids));
          return ids.map(id => casekatalog.store.part("cards", id).slug);
        };""",
    "MiniSearch": """
        const index = new MiniSearch({ idField: "slug", fields: ["title", "tags", "summary", "text"] });
        index.addAll(await (await fetch("cases.json")).json());
        const options = { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { title: 7, tags: 5, summary: 3 } };
        return async query => index.search(query, options).slice(0, 5).map(found => found.id);""",
    "lunr as Material uses it": """
        const worker = new Worker(SCRIPT);
        const told = () => new Promise(done => { worker.onmessage = event => done(event.data); });
        const docs = (await (await fetch("cases.json")).json()).map(one => ({ location: one.slug, title: one.title,
          text: [one.tags, one.summary, one.text].join(" ") }));
        const config = { lang: ["da"], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"],
          fields: { title: { boost: 1e3 }, text: { boost: 1 }, tags: { boost: 1e6 } } };
        worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
        await told();
        return async query => {
          worker.postMessage({ type: 2, data: query });
          return (await told()).data.items.flat().slice(0, 5).map(found => found.location);
        };""",
    "Pagefind": """
        const pagefind = await import("/pagefind/pagefind.js");
        await pagefind.init();
        return async query => {
          const found = (await pagefind.search(query)).results.slice(0, 5);
          return (await Promise.all(found.map(one => one.data()))).map(one => one.url.replace(/^\\//, ""));
        };""",
}
SETUP = """async () => {
  const from = performance.now();
  window.find = await (async () => { %s })();
  return performance.now() - from;
}"""
ASK = """async queries => {
  const answers = {}, times = [];
  for (const query of queries) {
    await find(query);
    const from = performance.now();
    answers[query] = await find(query);
    times.push(performance.now() - from);
  }
  return { answers, times };
}"""


def main(sizes: list[int]) -> None:
    """Print the table, a row for each engine and number of cases."""
    if not MODULES.exists():
        print("\nOther search engines are measured where npm is at hand.")
        return
    real = Catalogue(*load(ROOT / "cases"))
    print("\n| engine | cases | build s | kB until the first result | start ms | key p50 / p95 ms | MB |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in sizes:
            for name, row in measure(browser, synthetic.catalogue(size)).items():
                print(f"| {name} | {size:,} | {' | '.join(row)} |")
        print(f"\nrecall@5 on the project's own queries and its {len(real.cases)} cases: ", end="")
        print(", ".join(f"{name} {value:.3f}" for name, value in recalls(browser, real).items()))
        browser.close()


def measure(browser: Browser, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return what each engine needs for these cases."""
    keys = [text[:end] for text in TYPED for end in range(2, len(text) + 1)]
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        built = prepare(Path(folder), catalogue)
        for name in PEERS:
            found = ask(browser, Path(folder), name, keys)
            rows[name] = [
                f"{built[name]:.1f}",
                *found["row"],
                percentiles(found["times"]),
                f"{found['heap']:.1f}",
            ]
    return rows


def recalls(browser: Browser, catalogue: Catalogue) -> dict[str, float]:
    """Return how many of the cases that readers mean stand among the first five of each engine."""
    groups: Mapping[str, Mapping[Any, Sequence[str]]] = yaml.safe_load(QUERIES.read_text("utf-8"))
    wanted = {str(query): set(slugs) for group in groups.values() for query, slugs in group.items()}
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), catalogue)
        for name in PEERS:
            answers = ask(browser, Path(folder), name, list(wanted))["answers"]
            shares = [
                len(slugs & set(answers[query])) / min(5, len(slugs)) for query, slugs in wanted.items()
            ]
            found[name] = sum(shares) / len(shares)
    return found


def prepare(folder: Path, catalogue: Catalogue) -> dict[str, float]:
    """Write what every engine reads; return the processor seconds that its index took."""
    cases = [document(catalogue, case) for case in catalogue.cases]
    (folder / "cases.json").write_text(json.dumps(cases, ensure_ascii=False), "utf-8")
    shutil.copy(MODULES / "minisearch" / "dist" / "umd" / "index.js", folder / "minisearch.js")
    shutil.copytree(LUNR, folder / "javascripts")
    own = write(folder, catalogue)["index build, processor ms a case"]
    start = time.monotonic()
    command = [
        "node",
        "-e",
        PAGEFIND,
        str(MODULES / "pagefind"),
        str(folder / "cases.json"),
        str(folder / "pagefind"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return {
        "own": float(own) * len(cases) / 1000,
        "MiniSearch": 0.0,
        "lunr as Material uses it": 0.0,
        "Pagefind": time.monotonic() - start,
    }


def document(catalogue: Catalogue, case: Case) -> dict[str, str]:
    """Return a case as the engines index it."""
    tags = [
        value_name(facet, catalogue.term(facet, slug))
        for facet in FACETS
        for slug in catalogue.tags(case, facet)
    ]
    texts = [case.purpose, case.organisation, case.financing and case.financing.text]
    texts += [part.text for parts in (case.gains, case.drivers, case.barriers) for part in parts or ()]
    return {
        "slug": case.slug,
        "title": case.title,
        "tags": ", ".join(tags),
        "summary": case.summary,
        "text": "\n".join(prose.plain(text) for text in texts if text),
    }


def ask(browser: Browser, folder: Path, name: str, queries: list[str]) -> dict[str, Any]:
    """Return an engine's answers, how long each took, and what it costs to have them."""
    Counting.sent.clear()
    handler = functools.partial(Counting, directory=str(folder))
    scripts = "".join(f'<script src="{path}"></script>' for path in needed(folder, name))
    (folder / "peer.html").write_text(
        f'<!doctype html><html lang="da"><meta charset="utf-8">{scripts}', "utf-8"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        page.goto(f"http://127.0.0.1:{server.server_port}/peer.html")
        worker = next((LUNR / "workers").glob("search.*.min.js")).name
        started = page.evaluate(SETUP % PEERS[name].replace("SCRIPT", f'"javascripts/workers/{worker}"'))
        page.evaluate(ASK, ["rehabilitering"])
        sent = Counting.kilobytes()
        found: dict[str, Any] = page.evaluate(ASK, queries)
        found |= {"row": [sent, f"{started:.0f}"], "heap": heap(page, session)}
        page.close()
        server.shutdown()
    return found


def needed(folder: Path, name: str) -> list[str]:
    """Return the scripts that an engine's page begins with."""
    if name == "own":
        return [*brought.SCRIPTS[:3], *brought.other_scripts(DANISH)["assets/search/engine.js"]]
    return ["minisearch.js"] if name == "MiniSearch" else []


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000])
