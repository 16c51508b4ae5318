"""Templates as they are compiled: once, and with the words of the language in them."""

import marshal
from pathlib import Path

import jinja2
import pytest
from jinja2.bccache import Bucket

from generator import store
from generator.site.compiled import KIND, Compiled, Unindented
from generator.site.jinja import Environment
from generator.site.templates import environment, there
from generator.store import Store
from generator.wording import wording
from helpers import speak


class Counted(Compiled):
    """Counts how often Jinja compiles."""

    compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)


def test_a_template_is_compiled_anew_only_when_it_has_changed() -> None:
    texts, cache = {"a.html": "{{ 1 + 1 }}"}, Counted("content")

    def shown() -> str:
        made = Environment(loader=jinja2.DictLoader(texts), bytecode_cache=cache)
        return made.get_template("a.html").render()

    assert [shown(), shown(), cache.compiled] == ["2", "2", 1]
    texts["a.html"] = "{{ 2 + 2 }}"
    assert [shown(), cache.compiled] == ["4", 2]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (
            "<ul>\n  {% for a in '12' %}\n  <li>{{ a }}</li>\n\n  {% endfor %}\n</ul>",
            "<ul><li>1</li><li>2</li></ul>",
        ),
        (
            "<p class='{{ 'a' }}{% if 1 < 2 %} b{% endif %}'>\n  <a>1</a>\n  <a>2</a>\n</p>",
            "<p class='a b'><a>1</a>\n<a>2</a></p>",
        ),
        ("{# <p>\n<p>\n#}\n<b>1</b>\n{{ 2 }}\n<prae>", "<b>1</b>\n2\n<prae>"),
    ],
)
def test_lines_end_only_where_a_page_shows_it(written: str, made: str) -> None:
    loader = jinja2.DictLoader({"a.html": written})
    found = Environment(loader=loader, extensions=[Unindented], trim_blocks=True, lstrip_blocks=True)
    assert found.get_template("a.html").render() == made


def test_a_fault_in_a_template_is_told_by_its_line() -> None:
    texts = {"a.html": "<ul>\n<li>1</li>\n\n  <li>2</li>\n{% fi %}\n"}
    with pytest.raises(jinja2.TemplateSyntaxError) as told:
        Environment(loader=jinja2.DictLoader(texts), extensions=[Unindented]).get_template("a.html")
    assert told.value.lineno == 5


def shown(texts: dict[str, str], kept: Store, name: str = "content") -> tuple[str, int]:
    """Return what a build shows that has a store, and how many templates it compiles."""
    cache = Counted(name)
    cache.find(kept)
    made = Environment(loader=jinja2.DictLoader(texts), bytecode_cache=cache)
    told = made.get_template("a.html").render()
    cache.keep()
    return told, cache.compiled


def test_the_next_build_compiles_only_what_has_changed(tmp_path: Path) -> None:
    kept = Store(tmp_path / "store.sqlite")
    texts = {"a.html": "1{% include 'b.html' %}", "b.html": "2"}
    assert [shown(texts, kept), shown(texts, kept)] == [("12", 2), ("12", 0)]
    texts["b.html"] = "3"
    assert [shown(texts, kept), shown(texts, kept)] == [("13", 1), ("13", 0)]
    assert [shown(texts, kept, "theme"), shown(texts, kept, "theme")] == [("13", 2), ("13", 0)]


@pytest.mark.parametrize("content", [b"", b"nothing that was compiled", marshal.dumps(1), marshal.dumps([1])])
def test_what_is_none_in_a_store_is_compiled_anew(tmp_path: Path, content: bytes) -> None:
    kept = Store(tmp_path / "store.sqlite")
    kept.keep(KIND, {store.key(KIND, "content"): content})
    assert [shown({"a.html": "1"}, kept), shown({"a.html": "1"}, kept)] == [("1", 1), ("1", 0)]


def test_another_program_and_other_words_compile_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Store(tmp_path / "store.sqlite")
    shown({"a.html": "1"}, kept)
    with monkeypatch.context() as patch:
        speak(patch, "en")
        assert shown({"a.html": "1"}, kept) == ("1", 1)
    monkeypatch.setattr(store, "program", lambda: "a newer program")
    assert shown({"a.html": "1"}, kept) == ("1", 1)


def test_words_are_those_of_the_language_that_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(
        "{{ wording.card.gain }}; {{ wording.card[key] }}; {{ wording.listing_page.lead.format(count=2, page=part) }}; "
        "{{ wording.counts.counted('cases', 2) }}; {{ wording.language }}"
    )
    for language in ("da", "en", "da"):
        speak(monkeypatch, language)
        shown = environment(tmp_path).get_template("a.html").render(key="cost", part="<")
        words = (
            wording.card["gain"],
            wording.card["cost"],
            wording.listing_page["lead"].format(count=2, page="&lt;"),
            wording.counts.counted("cases", 2),
            language,
        )
        assert shown == "; ".join(words)


def test_each_site_tells_which_pages_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ wording.addresses.money is there }}")
    shown = []
    for pages in ({wording.addresses["money"]}, {""}):
        site = environment(tmp_path)
        site.tests["there"] = there(pages.__contains__)
        shown.append(site.get_template("a.html").render())
    assert shown == ["True", "False"]


def test_a_word_that_is_not_there_is_asked_for_in_vain(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ wording.card.nothing_such }}")
    with pytest.raises(jinja2.UndefinedError, match="nothing_such"):
        environment(tmp_path).get_template("a.html").render()
