"""A case from a stranger: whatever it holds reaches the page as text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from helpers import build, once, serving, write_project

SCRIPT = "<script>alert(1)</script>"
MARKUP = "\" onload=alert(1) '><img src=x onerror=alert(1)>"
EVIL = f"{SCRIPT}{MARKUP} {{{{ 7*7 }}}} {{% include 'main.html' %}} ../../x"
LINKS = """[a](javascript:alert(1)) [b](data:text/html,x) [c](../../x) <javascript:alert(1)> [d](JaVaScRiPt:x())
[e](&#106;avascript:alert(1)) [f](java&#9;script:alert(1)) [g](<java&Tab;script:alert(1)>) [h](vbscript:x)
[i](//evil.example/x) [j](file:///etc/passwd) [k](\\x01javascript:alert(1)) [l][l] <a href="javascript:alert(1)">m</a>
[n](https://x.dk/"onmouseover=alert(1)) [TOC] {: onclick=alert(1) } {: style="x" } &lt;script&gt;alert(1)&lt;/script&gt;
`</code><script>alert(1)</script>` --></script><!--<script> ]]> *<svg/onload=alert(1)>*

[l]: javascript:alert(1)

| <b onclick=alert(1)> | {{ x }} |
|---|---|
| <iframe src=//evil.example> | </table><script>alert(1)</script> |
"""


def hostile_case() -> dict[str, object]:
    text = f"{EVIL} {LINKS}"
    line = EVIL[:250]

    def figure() -> dict[str, object]:
        return {"value": 1, "unit": line, "what": line, "period": line, "kind": "opgjort"}

    return {
        "title": EVIL[:100],
        "summary": line,
        "partners": [line],
        "themes": ["aeldre"],
        "form": "intern",
        "status": "i-drift",
        "period": {"start": 2020, "note": line},
        "target_group": text,
        "purpose": text,
        "organisation": text,
        "financing": {"model": "ekstern-pulje", "text": text, "amounts": [figure()]},
        "gains": [{"type": "tid", "evidence": "forventet", "text": text, "figures": [figure()]}],
        "drivers": [{"factor": "ledelse", "text": text}],
        "barriers": [{"factor": "kultur", "text": text, "remedy": text}],
        "advice": [text],
        "series": [{"title": line, "unit": line, "columns": ["År", line], "rows": [[line, 1]], "note": line}],
        "caveats": [text],
        "contact": {"role": line, "organisation": line},
        "sources": [{"source": "kl-casekatalog", "where": line, "url": "https://x.dk/?a=1&b='x'"}],
        "search_words": [EVIL[start : start + 60] for start in range(0, len(EVIL), 60)],
    }


class Inventory(HTMLParser):
    """Collects every element with the names of its attributes, all links, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.scripts = 0
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.elements |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "hostile", build_hostile) / "site"


def build_hostile(folder: Path) -> None:
    folder.mkdir()
    config, cases = write_project(folder), folder / "cases"
    (cases / "ond.yaml").write_text(yaml.safe_dump(hostile_case(), allow_unicode=True, width=1000), "utf-8")
    themes = cases / "vocabulary" / "themes.yaml"
    content = yaml.safe_load(themes.read_text("utf-8"))
    content["aeldre"] = {"name": EVIL, "definition": EVIL}
    themes.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    build(folder / "site", config=config)


@pytest.mark.parametrize("page", ["case/ond", "tema/aeldre", "tema", "", "drivkraft/ledelse"])
def test_nothing_hostile_becomes_markup(hostile_site: Path, made_project: Path, page: str) -> None:
    hostile = Inventory((hostile_site / page / "index.html").read_text("utf-8"))
    usual = Inventory(
        (made_project / "site" / page.replace("case/ond", "case/alt-i-brug") / "index.html").read_text(
            "utf-8"
        )
    )
    assert hostile.scripts == usual.scripts
    new = {name for _, name in hostile.elements - usual.elements}
    assert not [name for name in new if name.startswith("on")]
    assert not new & {"style", "srcdoc", "formaction", "srcset"}
    assert not {"iframe", "svg", "base", "object"} & {tag for tag, _ in hostile.elements - usual.elements}
    assert not [
        link
        for link in hostile.links
        if re.match(r"\s*(java\s*script|vbscript|data|file):|//|x$|(\.\./)+x$", link, re.I)
    ]
    assert "{{ 7*7 }}" in hostile.text
    assert "../../x" in hostile.text


@pytest.mark.slow
def test_a_hostile_title_is_text_in_the_head(hostile_site: Path) -> None:
    html = (hostile_site / "case" / "ond" / "index.html").read_text("utf-8")
    head = html.partition("</head>")[0]
    assert "&lt;script&gt;alert(1)" in head.partition("<title>")[2].partition("</title>")[0]
    assert "<script>alert(1)" not in html


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    with serving(hostile_site) as address:
        yield address


@pytest.mark.parametrize(
    "path",
    ["case/ond/", "tema/aeldre/", "", "?q=script+alert", "drivkraft/ledelse/", "foreslaa/?case=ond"],
)
def test_no_script_of_a_stranger_runs(hostile_address: str, browser: Browser, path: str) -> None:
    done: list[str] = []
    asked: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: done.append(dialog.message))
    page.on("pageerror", lambda error: done.append(error.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hostile_address + path, wait_until="networkidle")
    names = "[...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames())"
    assert [name for name in page.evaluate(names) if name.startswith("on")] == []
    page.close()
    assert done == []
    assert [address for address in asked if not address.startswith(hostile_address)] == []
