"""How people write numbers and dates: each notation takes its own ways, and has the same names for the form."""

from generator.notation import ENGLISH, NORDIC


def test_the_form_knows_every_notation_by_the_same_names() -> None:
    assert NORDIC.patterns.keys() == ENGLISH.patterns.keys()


def test_a_point_parts_thousands_where_the_comma_has_the_decimals() -> None:
    assert NORDIC.thousands.fullmatch("1.500") and not ENGLISH.thousands.fullmatch("1.500")
    assert NORDIC.grouped.fullmatch("1.234,5") and not ENGLISH.grouped.fullmatch("1.234,5")
    assert ENGLISH.grouped.fullmatch("1,234.5") and not NORDIC.grouped.fullmatch("1,234.5")


def test_a_day_that_may_be_a_month_is_no_day_in_english() -> None:
    assert NORDIC.day_first.fullmatch("3/5/2026") and not ENGLISH.day_first.fullmatch("3/5/2026")
    assert ENGLISH.day_first.fullmatch("31/5/2026")
    assert ENGLISH.month_first.fullmatch("may 3, 2026") and not NORDIC.month_first.fullmatch("maj 3, 2026")
