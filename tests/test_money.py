"""The money of a catalogue: that of its language, or its own by settings alone, on pages as in data, print and form."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.cost import _whole, cost, has_unit_price
from generator.data import export
from generator.data.release import Release
from generator.editing import first, form
from generator.model import Figure
from generator.money import own
from generator.pages import case_page
from generator.printing import publications
from generator.printing.imprint import Imprint
from generator.reading import language, settings
from generator.reading.folder import load
from generator.site.render import Site
from generator.text import is_money
from generator.views import words
from generator.wording import FIRST, LANGUAGES, Own, wording
from helpers import ROOT, build, run_in

EURO = {"unit": "EUR", "name": "euro", "words": ("euros", "€")}


@pytest.fixture(scope="module", autouse=True)
def no_words_of_ours_after() -> Iterator[None]:
    yield
    wording.speak(FIRST)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue begun with the made-up cases, in euro."""
    target = tmp_path_factory.mktemp("euro") / "ours"
    wording.speak(FIRST)
    first.write(target, "Vores cases", "1", demo=True)
    for file in (target / "cases").glob("*.yaml"):
        told = file.read_text("utf-8").replace("kr.", "EUR").replace("kroner", "euro")
        file.write_text(told, "utf-8")
    file = target / "mkdocs.yml"
    line = "  - casekatalog:\n"
    told = file.read_text("utf-8")
    assert line in told
    setting = "      currency: {unit: EUR, name: euro, words: [euros]}\n"
    file.write_text(told.replace(line, line + setting).replace("Tal i kroner", "Tal i euro"), "utf-8")
    return target


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    language.speak(folder / "mkdocs.yml")
    cases, vocabulary = load(folder / "cases")
    return Catalogue(cases, words(vocabulary, ()))


def test_check_takes_them(folder: Path) -> None:
    assert "3 cases, ingen fejl" in run_in(folder / "cases", "check").stderr


def test_amounts_are_banded_and_called_in_the_money_of_the_catalogue(catalogue: Catalogue) -> None:
    names = [found.name for case in catalogue.cases if (found := cost(case))]
    assert names and all("EUR" in name and "kr" not in name for name in names), names
    assert any(has_unit_price(case) for case in catalogue.cases)
    assert wording.pages["money"] == "Tal i euro"


def test_page_print_data_and_form_have_it(folder: Path, catalogue: Catalogue) -> None:
    found = settings.beside(folder / "cases")
    [case, *_] = [each for each in catalogue.cases if cost(each)]
    html = Site(catalogue, ROOT / "theme_overrides", found).render(case_page(case))
    printed = publications.single(catalogue, case, Imprint("Cases")).data
    files = export.files(Release(catalogue, found))
    rows = [files[name].decode("utf-8-sig") for name in ("data/cases.csv", "data/gains.csv")]
    for told in (html, printed, rows[0]):
        assert "EUR" in told and "kroner" not in told and " kr." not in told
    setup = form.setup(catalogue)["money"]
    assert {"eur", "euro", "euros", "teur"} <= {*setup["units"]} and "kr" not in setup["units"]
    assert json.dumps(setup)


@pytest.mark.slow
def test_the_page_of_figures_is_of_that_money(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "site", config=folder / "mkdocs.yml")
    page = (tmp_path / "site" / "tal-i-kroner" / "index.html").read_text("utf-8")
    assert '<h1 id="tal-i-euro">Tal i euro' in page and "EUR" in page and "kroner</" not in page


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        *(
            (unit, True)
            for unit in ("EUR", "mio. EUR", "tEUR", "euro", "Euros pr. år", "€", "mio. €", "millioneuro")
        ),
        *((unit, False) for unit in ("kr.", "mio. kr.", "kroner", "DKK", "europæere", "pct.", "borgere")),
    ],
)
def test_a_unit_is_money_by_the_words_of_the_catalogue(unit: str, expected: bool) -> None:
    wording.speak(FIRST, own(EURO))
    assert is_money(unit) == expected


@pytest.mark.parametrize(
    ("code", "unit", "amount", "ours"),
    [
        ("da", "mia. kr. pr. år", 1_000_000_000, ()),
        ("da", "mia. EUR pr. år", 1_000_000_000, own(EURO)),
        ("nb", "tusen euro i året", 1_000, own(EURO)),
        ("en", "million £ a year", 1_000_000, own({"unit": "£", "name": "pounds", "words": ("GBP",)})),
        ("en", "tGBP/year", 1_000, own({"unit": "£", "name": "pounds", "words": ("GBP",)})),
        ("nb", "mrd. kroner i året", 1_000_000_000, ()),
        ("nb", "tusen NOK per år", 1_000, ()),
        ("en", "thousand euros a year", 1_000, ()),
        ("en", "million EUR per annum", 1_000_000, ()),
        ("en", "mEUR yearly", 1_000_000, ()),
    ],
)
def test_each_language_has_money_and_years_of_its_own(code: str, unit: str, amount: int, ours: Own) -> None:
    """Whether it is the money of the language, or a catalogue's own in that language."""
    wording.speak(code, ours)
    found = _whole(Figure.model_construct(value=1, unit=unit, what="x", kind="opgjort", period="2020"))
    assert found and found.is_yearly and found.amount == amount


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_speaks_of_other_money_than_that_of_the_catalogue(code: str) -> None:
    wording.speak(code, own({"unit": "CHF", "name": "francs"}))
    left = {"addresses", "saved_files", "settings_messages"}
    told = str({name: group for name, group in wording.plain().items() if name not in left})
    assert re.findall(r".{20}(?:\b[Kk]r\b|kroner|\bEUR\b|\beuros?\b).{20}", told) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("currency: {unit: 5, name: euro}", "currency.unit: "),
        ("currency: {unit: 'E:', name: euro}", "4:24: currency.unit: skal være det, der står ved et beløb"),
        ("currency: {unit: EUR, name: to ord}", "currency.name: skal være ét ord for pengene"),
        ("currency: {unit: EUR}", "currency.name: feltet mangler."),
        ("currency: {unit: EUR, navn: euro}", 'currency.navn: feltet "navn" findes ikke. Mente du "name"?'),
        (
            "currency: {unit: EUR, name: euro, words: ['a, b']}",
            "currency.words[0]: skal være ét ord for pengene",
        ),
        ("currency: EUR", "currency: skal bestå af felterne `unit`, `name` og `words`"),
    ],
)
def test_wrong_money_is_told_at_its_place_and_that_of_the_language_is_used(
    tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"docs_dir: cases\nplugins:\n  - casekatalog:\n      {text}\n", "utf-8")
    (tmp_path / "cases").mkdir()
    found = "\n".join(map(str, settings.examine(file).problems))
    assert told in found, found
    language.speak(file)
    assert wording.common["currency"] == "kr."
