"""Where the settings of a catalogue are found, in each way that MkDocs takes them."""

from typing import Any

import pytest

from generator.problems import Path
from generator.reading.section import section


@pytest.mark.parametrize(
    ("plugins", "found"),
    [
        (({"casekatalog": {"pdf": True}},), ("plugins", 0, "casekatalog")),
        (("search", {"casekatalog": None}), ("plugins", 1, "casekatalog")),
        (("search", "casekatalog"), ("plugins", 1)),
        ({"casekatalog": {"pdf": True}}, ("plugins", "casekatalog")),
        (("search",), None),
        ({}, None),
        (None, None),
        ("casekatalog", None),
    ],
)
def test_settings_are_found_in_a_list_and_in_a_group(plugins: Any, found: Path | None) -> None:
    assert section({"plugins": plugins}) == found
