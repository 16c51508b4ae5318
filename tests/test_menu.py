"""The menu lights the page that leads to one which is in no menu, and scripts get all of it."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.nav import Link, Navigation, Section

from generator.pages import Page
from generator.site.menu import Menu


def page(name: str) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri=name), parent=None)


FRONT, THEMES = page("index.md"), page("tema/index.md")
CASE = Page(
    url="case/a/",
    title="",
    description="",
    template="case.html",
    crumbs=(("Cases", ""), ("Tema", "tema/"), ("A", "tema/a/")),
)
ALONE = Page(url="lukket/", title="", description="", template="closed.html", crumbs=(("x", "x/"),))


@pytest.fixture
def menu() -> Menu:
    nav: Any = SimpleNamespace(pages=[FRONT, THEMES])
    return Menu(nav, {each.url: each for each in (CASE, ALONE)})


@pytest.mark.parametrize(
    ("name", "above"),
    [("case/a.md", THEMES), ("lukket.md", FRONT), ("skrevet.md", FRONT), ("tema/index.md", None)],
)
def test_a_page_lies_below_the_nearest_of_its_crumbs_in_the_menu(menu: Menu, name: str, above: Any) -> None:
    placed = page(name)
    menu.place(placed)
    assert placed.parent is above


def test_it_tells_which_pages_are_in_it(menu: Menu) -> None:
    assert "tema/" in menu
    assert "" in menu
    assert "case/a/" not in menu


def test_scripts_get_the_pages_of_a_part_and_of_parts_within_it() -> None:
    inner = Section("Mere", [Link("</script>", "b/"), Link("C", "https://example.org/c")])
    items = [Link("Cases", "./"), Section("Om", [Link("A", "a/"), inner])]
    told = Menu(Navigation(items, []), {}).script()
    assert "</" not in told
    assert json.loads(told.removeprefix('casekatalog.put("menu",').removesuffix(")\n")) == [
        {"title": "Cases", "url": "./"},
        {
            "title": "Om",
            "pages": [
                {"title": "A", "url": "a/"},
                {"title": "</script>", "url": "b/"},
                {"title": "C", "url": "https://example.org/c"},
            ],
        },
    ]
