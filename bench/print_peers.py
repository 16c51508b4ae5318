"""The same cases printed by MkDocs' usual PDF plugins: `make bench` prints the table after the print's own.

mkdocs-to-pdf sets the pages with WeasyPrint, which needs Pango on the machine; mkdocs-print-site puts them on one
page, which Chromium prints. Both are installed beside the project, not in it.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from bench import markdown
from bench.print import ROOT, enlarged
from bench.search import CHROMIUM
from generator.catalogue import Catalogue

PEERS = ROOT / ".venv" / "peers" / "python" / "bin"


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    print("| engine | cases | CPU s | MB file |\n|---|---|---|---|")
    for size in sizes:
        for name, plugin, target in (
            ("mkdocs-to-pdf", {"to-pdf": {"output_path": "all.pdf"}}, "all.pdf"),
            ("mkdocs-print-site and Chromium", "print-site", "print_page/index.html"),
        ):
            with tempfile.TemporaryDirectory() as folder:
                print(measured(name, plugin, target, Path(folder), enlarged(size)))


def measured(name: str, plugin: object, target: str, folder: Path, catalogue: Catalogue) -> str:
    """Return a row of the table."""
    (folder / "docs").mkdir()
    for number, case in enumerate(catalogue.cases):
        text = "\n\n".join((f"# {case.title}", case.summary, markdown.body(catalogue, case)))
        (folder / "docs" / f"{'index' if number == 0 else case.slug}.md").write_text(text, "utf-8")
    config = {"site_name": "Cases", "theme": {"name": "material", "font": False}, "plugins": [plugin]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = folder / "site" / target
    run([str(PEERS / "mkdocs"), "build", "--quiet"], folder)
    if output.suffix == ".html":
        printed = output.with_suffix(".pdf")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}"]
        run([str(CHROMIUM), *flags, output.as_uri()], folder)
        output = printed
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = f"{output.stat().st_size / 1e6:.2f}" if output.is_file() else "none came"
    return f"| {name} | {len(catalogue.cases)} | {seconds:.1f} | {size} |"


def run(command: Sequence[str], folder: Path) -> None:
    """Run a command, whatever comes of it; the table tells when no file came."""
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100])
