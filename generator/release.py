"""What a release brings beside the pages: the PDFs and the site as one file, kept between builds."""

import datetime
import hashlib
import io
import math
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from generator import cache
from generator.files import save
from generator.pdf import ENGINE, Printer, pages
from generator.publication import Imprint, Publication
from generator.settings import examine
from generator.text import counted, number

CACHE = Path(".cache/pdf")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows; every file has it, so that equal sites give equal bytes."""
ONLINE = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server needs."""
FEW = 12
"""So few documents are set before another process has started."""

_printer: Printer


def dates(folder: Path) -> dict[str, datetime.date]:
    """Return the day when each case in `folder` was last changed, as git tells it; nothing without git."""
    known: dict[str, datetime.date] = {}
    day = None
    for line in _history(folder):
        if line.startswith("@"):
            day = datetime.date.fromisoformat(line[1:])
        elif day and line.endswith(".yaml"):
            known.setdefault(Path(line).stem, day)
    return known


def imprint(settings: Path, folder: Path) -> Imprint:
    """Return the publisher as `mkdocs.yml` names it, with the dates of the cases in `folder`."""
    known = examine(settings).settings
    return Imprint(known.site_name or "Casekatalog", known.site_description, known.site_url, dates(folder))


def press(
    publications: Iterable[Publication],
    templates: Path,
    folder: Path = CACHE,
    done: Callable[[Publication], None] = lambda _: None,
) -> dict[Publication, Path]:
    """Return each publication's file in the cache `folder`, after setting those that are new there.

    Raises PrintError when one cannot be set.
    """
    design = fingerprint(templates)
    keys = {publication: _digest(design, publication.data) for publication in publications}
    found = cache.find(folder, {*keys.values()})
    new = [publication for publication, key in keys.items() if key not in found]
    for publication in keys.keys() - {*new}:
        done(publication)
    for publication, file in _pressed(new, keys, templates, folder):
        found[keys[publication]] = file
        done(publication)
    return {publication: found[key] for publication, key in keys.items()}


def _pressed(
    new: Sequence[Publication], keys: Mapping[Publication, str], templates: Path, folder: Path
) -> Iterator[tuple[Publication, Path]]:
    """Set publications, on several processors when they are many, and yield each with its file."""
    workers = min(os.cpu_count() or 1, math.ceil(len(new) / FEW))
    if workers <= 1:
        printer = Printer(templates)
        for publication in new:
            yield publication, cache.keep(folder, keys[publication], printer.print(publication))
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (templates,)) as pool:
        jobs = {
            pool.submit(_work, publication, keys[publication], folder): publication for publication in new
        }
        for job in as_completed(jobs):
            yield jobs[job], job.result()


def described(file: Path) -> str:
    """Return what a link says about a document: its kind, length and size."""
    content = file.read_bytes()
    kilobytes = math.ceil(len(content) / 1000)
    size = f"{kilobytes} kB" if kilobytes < 1000 else f"{number(round(kilobytes / 1000, 1))} MB"
    return f"PDF, {counted(pages(content), 'side', 'sider')}, {size}"


def place(files: Mapping[Publication, Path], site: Path) -> None:
    """Copy publications to their places in the built site."""
    for publication, file in files.items():
        target = site / publication.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def pack(site: Path, output: Path, folder: str) -> None:
    """Write the built site into a zip file, in a folder of its own; equal sites give equal bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file() and path.name not in ONLINE):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    save({output: content.getvalue()})


def fingerprint(templates: Path) -> str:
    """Return a digest of all that decides a document's look: templates, fonts and engine."""
    digest = hashlib.sha256(ENGINE.encode())
    for path in sorted(path for path in templates.rglob("*") if path.is_file()):
        digest.update(path.relative_to(templates).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _digest(design: str, data: str) -> str:
    return hashlib.sha256(f"{design}\0{data}".encode()).hexdigest()


def _history(folder: Path) -> list[str]:
    command = ["git", "-C", str(folder), "log", "--format=@%cs", "--name-only", "--", "."]
    try:
        run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return []
    return run.stdout.splitlines()


def _start(templates: Path) -> None:
    global _printer  # noqa: PLW0603 - a worker process has one printer
    _printer = Printer(templates)


def _work(publication: Publication, key: str, folder: Path) -> Path:
    return cache.keep(folder, key, _printer.print(publication))
