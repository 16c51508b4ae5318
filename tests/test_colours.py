"""The colours of a catalogue: text on them can be read, light and dark."""

import re

import pytest

from generator.colours import LEAST, MUTED, TINT, contrast, lightened, sheet
from generator.packed import THEME
from generator.printing.letters import TEMPLATES


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.01)


def test_the_colours_of_the_theme_can_be_read_themselves() -> None:
    tokens = (THEME / "assets" / "css" / "tokens.css").read_text("utf-8")
    [deep] = re.findall(r"--kat-deep: (#14405c)", tokens)
    [accent] = re.findall(r"--kat-teal: (#0a6b62)", tokens)
    assert contrast(deep, lightened(deep, MUTED)) > LEAST < contrast(accent, lightened(accent, TINT))


def test_the_same_colour_is_the_same_wherever_it_is_written() -> None:
    """Web, print and the head of a page have no common place to name it in."""
    style, components = THEME / "assets" / "css", THEME / "components"
    tokens = (style / "tokens.css").read_text("utf-8")
    deep = re.findall(r"--(?:kat-deep|md-primary-fg-color): (#\w+);", tokens)[:2]
    deep += re.findall(r"colour\(\"blue\", \"(#\w+)\"\)", (TEMPLATES / "design.typ").read_text("utf-8"))
    deep += re.findall(r"else '(#\w+)'", (components / "head.html").read_text("utf-8"))
    assert len(deep) == 4 and len({*deep}) == 1
    [steps] = re.findall(r"#let steps = \((.*)\)\n", (TEMPLATES / "together.typ").read_text("utf-8"))
    shown = re.findall(r"--kat-map-\d: (#\w+)", (style / "map.css").read_text("utf-8"))
    assert re.findall(r"#\w+", steps) == shown[:4], "the steps of the map, in print as on the web"


def test_every_property_that_is_set_is_one_of_the_theme() -> None:
    sheets = "".join(path.read_text("utf-8") for path in (THEME / "assets" / "css").glob("*.css"))
    names = set(re.findall(r"(--[\w-]+):", sheet("#14405c", "#0a6b62")))
    assert names <= set(re.findall(r"(--[\w-]+):", sheets))
