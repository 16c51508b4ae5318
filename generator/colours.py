"""Colours of a catalogue: how well text on them can be read, and the style sheet that sets them."""

LEAST = 4.5
"""The contrast that text needs, by WCAG 2.2 AA."""
TINT, MUTED = 88, 82
"""How many percent of white make of the accent colour what stands behind it, and of the deep one what stands on it."""

_SHEET = """\
:root {{
  --md-primary-fg-color: {deep};
  --md-primary-fg-color--light: color-mix(in srgb, {deep}, #fff 15%);
  --md-primary-fg-color--dark: color-mix(in srgb, {deep}, #000 35%);
}}
:root,
[data-md-color-scheme="default"] {{
  --md-accent-fg-color: {accent};
  --kat-deep: {deep};
  --kat-deep-line: color-mix(in srgb, {deep}, #fff 20%);
  --kat-on-deep-muted: color-mix(in srgb, {deep}, #fff {muted}%);
  --kat-teal: {accent};
  --kat-teal-tint: color-mix(in srgb, {accent}, #fff {tint}%);
}}
[data-md-color-scheme="slate"] {{
  --md-primary-fg-color: color-mix(in srgb, {deep}, #000 40%);
  --md-primary-fg-color--dark: color-mix(in srgb, {deep}, #000 55%);
  --md-accent-fg-color: color-mix(in srgb, {accent}, #fff 60%);
  --kat-deep: color-mix(in srgb, {deep}, #000 40%);
  --kat-deep-line: color-mix(in srgb, {deep}, #fff 10%);
  --kat-on-deep-muted: color-mix(in srgb, {deep}, #fff 78%);
  --kat-teal: color-mix(in srgb, {accent}, #fff 60%);
  --kat-teal-tint: color-mix(in srgb, {accent}, #000 60%);
}}
[data-md-color-scheme] .map--deep {{
  --kat-map-0: color-mix(in srgb, var(--kat-deep), #fff 16%);
  --kat-muted: var(--kat-on-deep-muted);
}}
"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, such as #14405c, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightened(colour: str, percent: int) -> str:
    """Return a colour with so many percent of white in it."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * percent / 100):02x}" for part in parts)


def darkened(colour: str, percent: int) -> str:
    """Return a colour with so many percent of black in it."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * (100 - percent) / 100):02x}" for part in parts)


def printed(deep: str, accent: str) -> dict[str, str]:
    """Return what the print templates call the colours that follow from the two, each by its name there."""
    return {
        "deep": darkened(deep, 35),
        "blue": deep,
        "sky": lightened(deep, MUTED),
        "teal": accent,
        "teal-tint": lightened(accent, TINT),
    }


def sheet(deep: str, accent: str) -> str:
    """Return the style sheet that sets the colour behind the header and that of marks and links, light and dark."""
    return _SHEET.format(deep=deep, accent=accent, muted=MUTED, tint=TINT)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
