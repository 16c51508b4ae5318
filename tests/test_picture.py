"""The pictures of cases: what is shown where the address of one is shared."""

import json
import re
from pathlib import Path

import pytest

from generator.card import card
from generator.catalogue import Catalogue
from generator.model import Case
from generator.pages import case_page
from generator.printing import picture
from generator.printing.picture import alternative, pictures
from generator.reading.settings import Settings
from generator.site.documents import Documents
from generator.site.render import Site
from generator.store import Store
from helpers import ROOT

HOSTILE = '"><script>alert(1)</script> #panic() & \u00e6'
SETTINGS = Settings(site_name="Kataloget", site_url="https://example.org/k/")


def with_title(made: Catalogue, title: str) -> Catalogue:
    """Return the made cases, the first of them with another title."""
    first, *others = made.cases
    return Catalogue([first.model_copy(update={"title": title}), *others], made.vocabulary)


@pytest.fixture(scope="module")
def hostile(made: Catalogue) -> Catalogue:
    return with_title(made, HOSTILE)


@pytest.fixture(scope="module")
def drawn(hostile: Catalogue) -> dict[str, picture.Picture]:
    return pictures(hostile, "Kataloget", Store())


def case_of(catalogue: Catalogue) -> Case:
    return next(case for case in catalogue.cases if case.title == HOSTILE)


def test_each_case_has_a_picture_of_the_size_that_others_show(
    hostile: Catalogue, drawn: dict[str, picture.Picture]
) -> None:
    assert set(drawn) == {case.slug for case in hostile.cases}
    for each in drawn.values():
        assert each.content[:8] == b"\x89PNG\r\n\x1a\n"
        assert [int.from_bytes(each.content[at : at + 4], "big") for at in (16, 20)] == [1200, 630]
        assert len(each.content) < 120_000
    assert len({each.content for each in drawn.values()}) == len(drawn)


def test_what_is_drawn_before_is_kept_and_only_what_changed_is_drawn(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store.sqlite")
    some = Catalogue(made.cases[:2], made.vocabulary)
    first = pictures(some, "Kataloget", store)
    asked: list[str] = []

    class Printer:
        def draw(self, data: str) -> list[bytes]:
            cases = json.loads(data)["cases"]
            asked.extend(each["title"] for each in cases)
            return [b"new"] * len(cases)

    monkeypatch.setattr(picture, "Printer", Printer)
    assert pictures(some, "Kataloget", store) == first
    assert asked == []
    pictures(with_title(some, "En anden titel"), "Kataloget", store)
    assert asked == ["En anden titel"]


def test_the_words_of_a_picture_say_what_it_shows(made: Catalogue) -> None:
    for case in made.cases:
        shown = card(made, case)
        words = alternative(shown)
        assert words.startswith(case.title) and shown.place in words
        told = shown.headline.after if shown.headline else shown.silence
        assert told in words


def test_a_case_names_its_picture_by_its_whole_address_and_escapes_what_it_says(
    hostile: Catalogue, drawn: dict[str, picture.Picture]
) -> None:
    case = case_of(hostile)
    site = Site(hostile, ROOT / "theme_overrides", SETTINGS, documents=Documents(pictures=drawn))
    head = site.render_head(case_page(case))
    told = dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', head))
    assert told["og:image"] == f"https://example.org/k/case/{case.slug}.png"
    assert f'"image":"{told["og:image"]}"' in head
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["twitter:card"] == "summary_large_image"
    assert "&lt;script&gt;" in told["og:image:alt"] and "<script>alert" not in head
    bare = Site(hostile, ROOT / "theme_overrides", SETTINGS).render_head(case_page(case))
    assert "og:image" not in bare and '"image"' not in bare
