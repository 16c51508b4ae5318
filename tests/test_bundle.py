"""Style sheets and scripts that are joined."""

import pytest

from generator.site.bundle import Bundle, join

PATHS = ("assets/b.js", "assets/main.1a2b.min.css", "assets/a.css", "assets/c.css")


def test_parts_come_in_the_order_that_is_stated_and_not_in_that_of_the_files() -> None:
    bundle = Bundle("assets/site.css", ("assets/main.*.min.css", "assets/c.css", "assets/a.css"))
    assert bundle.members(PATHS) == ("assets/main.1a2b.min.css", "assets/c.css", "assets/a.css")


def test_a_part_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"assets/d\.css"):
        Bundle("assets/site.css", ("assets/a.css", "assets/d.css")).members(PATHS)


def test_texts_stand_whole_one_after_the_other() -> None:
    assert join(
        ["a{}\n", "b{}\n/*# sourceMappingURL=b.css.map */", "f();\n//# sourceMappingURL=f.js.map\n"]
    ) == ("a{}\nb{}\nf();\n")
