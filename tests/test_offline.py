"""The site from a folder, and the reader's own list: no server, no request, every link alive."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.addresses import case_path, tag_path
from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.printing.imprint import Imprint
from generator.printing.publications import publications
from generator.site.archive import pack
from generator.site.plugin import CatalogPlugin
from helpers import COLOURS, Elements, assert_accessible, build, once, write_project

pytestmark = pytest.mark.slow

CHOSEN = ("aaen-tilbage", "alt-i-brug", "10-timer-mere")


def files_behind(tab: Page) -> set[Path]:
    address = "(link) => new URL(link.getAttribute('href'), document.baseURI).href"  # in drawings too
    links = tab.evaluate(f"[...document.querySelectorAll('a[href]')].map({address})")
    return {Path(unquote(urlsplit(urldefrag(link)[0]).path)) for link in links if link.startswith("file:")}


def test_every_case_is_reached_and_no_link_is_dead(folder: Path, tab: Page, made: Catalogue) -> None:
    """Walk from the front page over all pages, with JavaScript on a page of each kind only, to be quick."""
    waiting, seen = [folder / "index.html"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or path.suffix != ".html":
            continue
        seen.add(path)
        assert path.is_file(), path
        deep = sum(other.parent == path.parent for other in seen) > 3
        if not deep:
            tab.goto(path.as_uri())
            found = files_behind(tab)
        else:
            html = path.read_text("utf-8")
            found = {
                (path.parent / unquote(urlsplit(link).path)).resolve()
                for link in Elements(html).links
                if urlsplit(link).path and not urlsplit(link).scheme
            }
        missing = [target for target in found if not target.is_file()]
        assert not missing, (path, missing[:5])
        waiting.extend(found - seen)
    reached = {path.relative_to(folder).as_posix() for path in seen}
    assert {f"case/{slug}.html" for slug in made.by_slug} <= reached
    assert {f"tema/{slug}.html" for slug in made.terms("theme")} <= reached


def test_folder_has_no_address_from_a_server(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        html = path.read_text("utf-8")
        assert 'href="/' not in html
        assert 'src="/' not in html
    assert not (folder / "print").exists(), "fonts and templates of the print are no part of the site"
    assert not (folder / "404.html").exists()


def test_search_and_facets_work_from_the_folder(folder: Path, tab: Page) -> None:
    tab.goto((folder / "index.html").as_uri() + "?q=hjælpemidler")
    tab.get_by_role("link", name="Alt i brug").first.wait_for()


def test_equal_sites_give_equal_archives(folder: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        pack(folder, tmp_path / name, "kat")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_cases_are_chosen_and_put_together(folder: Path, tab: Page, made: Catalogue) -> None:
    first, second = CHOSEN[1], CHOSEN[0]
    for slug in (first, second):
        tab.goto((folder / "case" / f"{slug}.html").as_uri())
        button = tab.locator(f".actions .choose--shortlist[data-slug={slug}]")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    tab.get_by_role("link", name="Min liste 2 cases").click()
    tab.locator("article.handout__case").nth(1).wait_for()
    titles = tab.locator("article.handout__case h2").all_inner_texts()
    assert [title for title in titles if title == made.by_slug[first].title]
    assert tab.locator("nav[aria-label=Indhold] li").count() == 2
    assert tab.evaluate("document.querySelectorAll('[id]').length") == tab.evaluate(
        "new Set([...document.querySelectorAll('[id]')].map((element) => element.id)).size"
    )
    assert not [path for path in files_behind(tab) if not path.is_file()]
    tab.get_by_role("button", name=f"Fjern {made.by_slug[first].title}").click()
    tab.wait_for_function("document.querySelectorAll('article.handout__case').length === 1")
    tab.get_by_role("button", name="Tøm listen").click()
    expect(tab.locator("[data-shortlist-status]")).to_contain_text("Listen er tom")


def test_the_web_takes_from_pages_what_a_folder_has_scripts_of(
    folder: Path, made_server: str, made_project: Path, tab: Page, page: Page
) -> None:
    site = made_project / "site"
    shown = [
        put_together(tab, folder.as_uri() + "/min-liste.html"),
        put_together(page, f"{made_server}min-liste/"),
    ]
    assert shown[0] == shown[1]
    assert not (site / "assets" / "handout").exists()
    links = page.locator("article.handout__case a[href]").evaluate_all("all => all.map(each => each.href)")
    ours = [urldefrag(link)[0].removeprefix(made_server) for link in links if link.startswith(made_server)]
    assert not [link for link in ours if not (site / link.partition("?")[0]).exists()]
    page.goto(f"{made_server}min-liste/?cases={CHOSEN[0]},findes-ikke")
    expect(page.locator("[data-shortlist-status]")).to_contain_text("1 case findes ikke")


def put_together(tab: Page, address: str) -> list[list[str]]:
    """Return of each chosen case, but for its address on the web, the words and the names of elements."""
    tab.goto(f"{address}?cases={','.join(CHOSEN)}")
    tab.locator("article.handout__case").nth(len(CHOSEN) - 1).wait_for()
    tab.get_by_text("På nettet: ").evaluate_all("all => all.forEach(each => each.remove())")
    cases = tab.locator("article.handout__case").all()
    names = "whole => [...whole.querySelectorAll('[id]')].map(each => each.id)"
    return [[*(whole.text_content() or "").split(), *whole.evaluate(names)] for whole in cases]


def test_cards_get_a_button_and_keep_their_link(folder: Path, tab: Page) -> None:
    tab.goto((folder / "tema" / "aeldre.html").as_uri())
    card = tab.locator(".card").first
    card.locator(".choose--shortlist").click()
    expect(card.locator(".choose--shortlist")).to_have_text("På min liste")
    assert "/tema/" in tab.url
    card.get_by_role("link").first.click()
    tab.wait_for_url("**/case/**")
    expect(tab.locator(".actions .choose--shortlist")).to_have_attribute("aria-pressed", "true")


def test_link_shows_a_list_in_its_order_and_prints_it_whole(
    folder: Path, tab: Page, tmp_path: Path, made: Catalogue
) -> None:
    tab.goto((folder / "min-liste.html").as_uri() + f"?cases={','.join(CHOSEN)},%3Cscript%3E,{CHOSEN[0]}")
    tab.locator("article.handout__case").nth(2).wait_for()
    assert [a.get_attribute("id") for a in tab.locator("article.handout__case").all()] == list(CHOSEN)
    printed = tmp_path / "min-liste.pdf"
    tab.pdf(path=printed, prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(printed).pages]
    text = " ".join(" ".join(sheets).split())
    assert "Valgte cases fra Casekataloget" in sheets[0]
    assert "Udskrevet" in sheets[0]
    for slug in CHOSEN:
        assert made.by_slug[slug].title in " ".join(sheets[0].split())
        assert text.count(made.by_slug[slug].title) >= 2
    for noise in ("Søg", "Fjern", "Tøm listen", "Føj til", "Brødkrumme"):
        assert noise not in text


def titles(tab: Page) -> list[str]:
    return tab.locator("nav[aria-label=Indhold] a").all_inner_texts()


def test_list_is_reordered_by_keyboard(folder: Path, tab: Page, made: Catalogue) -> None:
    tab.goto((folder / "min-liste.html").as_uri() + f"?cases={','.join(CHOSEN)}")
    first, second, third = (made.by_slug[slug].title for slug in CHOSEN)
    tab.get_by_role("button", name=f"Flyt {first} ned").press("Enter")
    at = "([place, title]) => document.querySelectorAll('nav[aria-label=Indhold] a')[place].textContent === title"
    tab.wait_for_function(at, arg=[0, second])
    assert titles(tab) == [second, first, third]
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == f"Flyt {first} ned"
    tab.get_by_role("button", name=f"Flyt {third} op").press("Enter")
    tab.wait_for_function(at, arg=[1, third])
    tab.get_by_role("button", name=f"Fjern {first}").press("Enter")
    tab.wait_for_function("document.querySelectorAll('article.handout__case').length === 2")
    assert tab.evaluate("document.activeElement.getAttribute('role')") == "status"
    tab.reload()
    tab.locator("article.handout__case").nth(1).wait_for()
    assert titles(tab) == [second, third]


def test_link_from_another_leaves_the_readers_own_list_alone(folder: Path, tab: Page) -> None:
    own = (folder / "min-liste.html").as_uri()
    tab.goto((folder / "case" / f"{CHOSEN[0]}.html").as_uri())
    tab.locator(".actions .choose--shortlist").click()
    tab.goto(own + f"?cases={CHOSEN[1]}")
    tab.get_by_role("button", name="Tøm listen").click()
    tab.get_by_text("Listen er tom").wait_for()
    tab.goto(own)
    tab.locator(f"article#{CHOSEN[0]}").wait_for()
    expect(tab.get_by_role("button", name="Gør den til min liste")).to_be_hidden()
    tab.goto(own + f"?cases={CHOSEN[1]},{CHOSEN[2]}")
    tab.get_by_role("button", name="Gør den til min liste").click()
    tab.goto(own)
    tab.locator("article.handout__case").nth(1).wait_for()
    assert [a.get_attribute("id") for a in tab.locator("article.handout__case").all()] == list(CHOSEN[1:])


def test_choice_reaches_the_page_where_the_browser_keeps_nothing(folder: Path, tab: Page) -> None:
    refuse = "{ if (key === 'casekatalog.shortlist') throw new Error('blocked'); return null; }"
    tab.add_init_script(f"Storage.prototype.setItem = Storage.prototype.getItem = function (key) {refuse};")
    tab.goto((folder / "tema" / "aeldre.html").as_uri())
    tab.locator(".card .choose").first.click()
    tab.get_by_role("link", name="Min liste 1 case").click()
    tab.locator("article.handout__case").wait_for()


def test_every_page_and_every_tab_tells_how_many_cases_are_on_the_list(folder: Path, tab: Page) -> None:
    tab.goto((folder / "min-liste.html").as_uri())
    other = tab.context.new_page()
    other.goto((folder / "tema" / "aeldre.html").as_uri())
    other.locator(".card .choose").first.click()
    for shown in (tab, other):
        expect(shown.get_by_role("link", name="Min liste 1 case")).to_be_visible()
    expect(tab.locator("article.handout__case")).to_have_count(1)


def test_what_comes_late_of_a_list_that_changed_is_not_shown(folder: Path, tab: Page) -> None:
    tab.goto((folder / "min-liste.html").as_uri())
    expect(tab.locator("[data-shortlist-status]")).to_contain_text("Listen er tom")
    tab.evaluate(
        """async ([late, kept]) => {
          const { store, shortlist, contents } = casekatalog, { script } = store;
          const at = document.querySelector("[data-shortlist-page]").dataset.folder;
          await contents.of(at, [kept]);
          let release;
          const held = new Promise((done) => { release = done; });
          store.script = (address) => held.then(() => script(address));
          shortlist.write([late, kept]);
          shortlist.write([kept]);
          release();
          await contents.of(at, [late]);
          await new Promise((done) => setTimeout(done));
        }""",
        CHOSEN[:2],
    )
    assert tab.locator("article.handout__case").evaluate_all("all => all.map(each => each.id)") == [CHOSEN[1]]


def test_a_full_list_takes_no_more_and_says_so(folder: Path, tab: Page) -> None:
    tab.goto((folder / "tema" / "aeldre.html").as_uri())
    tab.evaluate(
        "casekatalog.shortlist.write(Array.from({length: casekatalog.shortlist.MOST}, (_, i) => `c-${i}`))"
    )
    card = tab.locator(".card").first
    card.locator(".choose--shortlist").click()
    expect(card.get_by_role("status")).to_contain_text("Listen er fuld med 50 cases")
    expect(card.locator(".choose--shortlist")).to_have_attribute("aria-pressed", "false")
    tab.evaluate("casekatalog.shortlist.write(casekatalog.shortlist.read().slice(1))")
    card.locator(".choose--shortlist").click()
    expect(card.get_by_role("status")).to_be_hidden()
    expect(card.locator(".choose--shortlist")).to_have_attribute("aria-pressed", "true")


def test_a_list_is_never_longer_than_a_link_that_mail_leaves_whole(folder: Path, tab: Page) -> None:
    tab.goto((folder / "index.html").as_uri())
    links = """(() => {
        const long = (i) => `${String.fromCharCode(97 + i)}-${"x".repeat(70)}`;
        for (let i = 0; i < 26; i++) casekatalog.shortlist.toggle(long(i));
        const way = document.querySelector("[data-shortlist]").href;
        return casekatalog.kept.link(way, casekatalog.shortlist.read()).length;
    })()"""
    assert 1800 < tab.evaluate(links) <= 2000


def test_the_former_address_leads_on_with_its_cases(folder: Path, tab: Page) -> None:
    tab.goto((folder / "udvalg.html").as_uri() + f"?cases={','.join(CHOSEN)}", wait_until="commit")
    tab.wait_for_url("**/min-liste.html?cases=*")
    expect(tab.locator("article.handout__case")).to_have_count(len(CHOSEN))


def test_list_page_is_accessible(folder: Path, tab: Page) -> None:
    tab.goto((folder / "min-liste.html").as_uri() + f"?cases={','.join(CHOSEN)}")
    tab.locator("article.handout__case").nth(2).wait_for()
    assert_accessible(tab)
    tab.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
    assert_accessible(tab)
    assert_accessible(tab, "dark", COLOURS)


def test_list_fits_a_narrow_screen(folder: Path, tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto((folder / "min-liste.html").as_uri() + f"?cases={','.join(CHOSEN)}")
    tab.locator("article.handout__case").nth(2).wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of two cases with its PDFs; hand-written pages link to others too, of which the engine warns."""
    return once(tmp_path_factory, "release", release_of_two) / "site"


def release_of_two(folder: Path) -> None:
    folder.mkdir()
    config = write_project(folder)
    for path in (folder / "cases").glob("*.yaml"):
        if path.stem not in {"aeldre-laver-mad", "10-timer-mere"}:
            path.unlink()
    build(folder / "site", "--no-strict", config=config, environment={"CASEKATALOG_PDF": "true"})


def test_pages_link_to_their_documents_with_length_and_size(release: Path) -> None:
    link = re.compile(r'href="([^"]+\.pdf)" type="application/pdf">[^<]*\(PDF, (\d+) sider?, (\d+) kB\)')
    linked = {
        ((path.parent / address).resolve(), int(count), int(size))
        for path in release.rglob("index.html")
        for address, count, size in link.findall(path.read_text("utf-8"))
    }
    for document, count, size in linked:
        assert len(PdfReader(document).pages) == count
        assert abs(document.stat().st_size / 1000 - size) <= 1
    documents = {path.resolve() for path in release.rglob("*.pdf")}
    assert {document for document, _, _ in linked} == documents
    names = {path.relative_to(release.resolve()).as_posix() for path in documents}
    assert {"pdf/katalog.pdf", "pdf/tema/aeldre.pdf", "pdf/case/aeldre-laver-mad.pdf"} < names
    assert any(name.startswith("pdf/drivkraft/") for name in names)


def test_a_published_case_has_a_picture_at_the_address_that_its_page_names(release: Path) -> None:
    root = "https://example.org/casekatalog/"
    for path in release.rglob("index.html"):
        html = path.read_text("utf-8")
        shown = re.findall(r'"og:image" content="([^"]+)"', html)
        if (release / "case") not in path.parents or "http-equiv" in html or "noindex" in html:
            continue
        assert shown == [f"{root}case/{path.parent.name}.png"]
        assert (release / shown[0].removeprefix(root)).is_file()
        assert html.count('"twitter:card"') == html.count('"og:image:alt"') == 1


def test_a_changed_case_prints_nothing_anew_but_what_tells_of_it(made: Catalogue) -> None:
    case = made.by_slug["alt-i-brug"]
    new = case.model_copy(update={"purpose": "Noget andet."})
    others = [other for other in made.cases if other is not case]
    before, after = (
        {
            document.path: document.data
            for document in publications(Catalogue(cases, made.vocabulary), Imprint("K"))
        }
        for cases in ([*others, case], [*others, new])
    )
    holding = {
        tag_path(facet, slug)
        for facet in FACETS.values()
        if not facet.is_derived
        for slug in made.tags(case, facet.key)
    }
    assert {path for path in after if after[path] != before[path]} == {
        "pdf/katalog.pdf",
        case_path(case),
        *holding,
    }


def test_documents_belong_to_a_release_alone(folder: Path) -> None:
    assert not list(folder.rglob("*.pdf"))
    assert "application/pdf" not in (folder / "index.html").read_text("utf-8")
    plugin = CatalogPlugin()
    plugin.load_config({"pdf": True})
    for command, prints in (("build", True), ("serve", False)):
        plugin.on_startup(command=command, dirty=False)
        assert plugin.prints == prints
