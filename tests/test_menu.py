"""The menu lights the page that leads to one which is in no menu."""

from types import SimpleNamespace
from typing import Any

import pytest

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
