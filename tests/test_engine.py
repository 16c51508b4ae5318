"""The search engine and the facet counter without the page around them, in the browser that they are for."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.catalogue import Catalogue
from generator.facets import FACETS
from generator.model import Case
from generator.search.danish import DANISH
from helpers import CASES
from searching import ask, recall

DATA = Path(__file__).parent / "data"
QUERIES = yaml.safe_load((DATA / "queries.yaml").read_text("utf-8"))
QUESTIONS = yaml.safe_load((DATA / "questions.yaml").read_text("utf-8"))
FLOOR = 0.98
QUESTION_FLOORS = {
    "tuned": 0.94,
    "unseen": 0.92,
    "asked tuned": 0.97,
    "asked unseen": 0.97,
    "needs tuned": 0.92,
    "needs unseen": 0.92,
    "fresh tuned": 0.97,
    "fresh unseen": 0.96,
}
COUNT = """async states => {
  await casekatalog.store.load(["facets"]);
  const facets = new casekatalog.Facets(casekatalog.store), names = Object.keys(facets.values), counted = [];
  await casekatalog.store.load(facets.need(names));
  facets.add(names);
  for (const state of states) {
    const answer = await casekatalog.engine.ask(state.q);
    const selection = casekatalog.state.selection(state, facets.values.year);
    const scores = answer?.scores ?? null;
    const { matching, counts } = facets.count(selection, scores), named = {};
    for (const [name, facet] of facets.facets) {
      named[name] = Object.fromEntries(facet.names.map((value, index) => [value, counts[name][index]]));
    }
    counted.push({ matching: Array.from(matching), counts: named });
  }
  return counted;
}"""


@pytest.fixture(scope="module")
def engine(browser: Browser, server: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(server + "om/")
    page.add_script_tag(url=server + "assets/js/front.js")
    page.evaluate(
        "async () => { await casekatalog.store.load(['engine', 'terms']); casekatalog.engine.index.begin(); }"
    )
    yield page
    page.close()


def test_readers_find_what_they_mean(engine: Page) -> None:
    queries = {str(query): wanted for group in QUERIES.values() for query, wanted in group.items()}
    answers = ask(engine, *queries)
    recalls = {query: recall(answers[query], wanted) for query, wanted in queries.items()}
    poor = {query: answers[query]["slugs"][:5] for query, value in recalls.items() if value < 1}
    assert len(queries) >= 80
    assert sum(recalls.values()) / len(recalls) >= FLOOR, poor


@pytest.mark.parametrize("half", QUESTION_FLOORS)
def test_readers_find_what_they_ask_for(engine: Page, half: str) -> None:
    answers = ask(engine, *QUESTIONS[half])
    recalls = [recall(answers[question], wanted) for question, wanted in QUESTIONS[half].items()]
    assert len(recalls) >= 20
    assert sum(recalls) / len(recalls) >= QUESTION_FLOORS[half]


def test_the_queries_name_cases_that_exist(catalogue: Catalogue) -> None:
    groups = (*QUERIES.values(), *QUESTIONS.values())
    wanted = {slug for group in groups for slugs in group.values() for slug in slugs}
    assert wanted <= set(catalogue.by_slug)


@pytest.mark.parametrize("name", ["municipality", "theme"])
def test_every_tag_is_found_by_its_name(engine: Page, catalogue: Catalogue, name: str) -> None:
    terms = [term for slug, term in catalogue.terms(name).items() if catalogue.count(name, slug)]
    answers = ask(engine, *(term.name for term in terms))
    for term in terms:
        tagged = {case.slug for case in catalogue.cases_with(name, term.slug)}
        assert tagged <= set(answers[term.name]["slugs"]), term.name


def test_every_case_is_first_for_its_title(engine: Page, catalogue: Catalogue) -> None:
    answers = ask(engine, *(case.title for case in catalogue.cases))
    for case in catalogue.cases:
        assert answers[case.title]["slugs"][:1] == [case.slug], case.title


def test_spellings_of_one_word_give_one_answer(engine: Page) -> None:
    answers = ask(engine, "Aabenraa", "Åbenrå", "åbenraa", "AABENRAA")
    assert len({json.dumps(answer["slugs"]) for answer in answers.values()}) == 1
    assert answers["Åbenrå"]["slugs"]


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("børn", "born"),
        ("løn", "lon"),
        ("mål", "mal"),
        ("åbenhed", "abenhed"),
        ("Køge", "koge"),
        ("københ", "kobenh"),
    ],
)
def test_a_word_is_found_that_was_typed_without_danish_letters(engine: Page, word: str, typed: str) -> None:
    answers = ask(engine, word, typed)
    assert set(answers[word]["slugs"][:3]) & set(answers[typed]["slugs"][:5])


def test_letters_that_other_keyboards_lack_are_known(engine: Page) -> None:
    bare = "words => words.map(word => casekatalog.language.bare(casekatalog.language.canonical(word)))"
    assert engine.evaluate(bare, ["Ångström", "Aabenraa", "Møn", "Moen", "Ærø"]) == [
        *("angstrom", "abenra", "mon", "mon", "aro")
    ]


def test_several_words_narrow(engine: Page) -> None:
    answers = ask(engine, "plejehjem", "plejehjem sygefravær")
    assert set(answers["plejehjem sygefravær"]["slugs"]) < set(answers["plejehjem"]["slugs"])


def test_a_phrase_is_exact(engine: Page, catalogue: Catalogue) -> None:
    answers = ask(engine, '"tid i kalenderen"', '"kalenderen i tid"')
    assert answers['"tid i kalenderen"']["slugs"]
    assert not answers['"kalenderen i tid"']["slugs"]


def test_a_word_that_is_nowhere_is_named_with_near_words(engine: Page) -> None:
    answers = ask(engine, "qzxvw", "hjørring qzxvw", "hjøring")
    assert answers["qzxvw"]["slugs"] == []
    assert [failure["word"] for failure in answers["qzxvw"]["failed"]] == ["qzxvw"]
    assert answers["hjørring qzxvw"]["slugs"][:1] == ["hjoerring-modellen"]
    assert answers["hjøring"]["corrected"][0]["instead"] == ["hjørring"]


def test_cases_that_lack_a_word_come_near(engine: Page) -> None:
    answer = ask(engine, "plejehjem sygefravær")["plejehjem sygefravær"]
    assert answer["slugs"] == ["oesby-plejehjem"]
    assert "vuggestuen-charlottehaven" in answer["nearby"]
    assert not set(answer["slugs"]) & set(answer["nearby"])
    assert ask(engine, "plejehjem")["plejehjem"]["nearby"] == []


def test_a_question_finds_other_words_of_its_subject(engine: Page) -> None:
    lacking, question = "anseelse", "vores skole har en dårlig anseelse"
    answers = ask(engine, lacking, question)
    assert "amager-faelled-skole" in answers[lacking]["slugs"]
    assert answers[lacking]["corrected"][0]["instead"]
    found = answers[question]["slugs"] + answers[question]["nearby"]
    assert found[0] == "amager-faelled-skole"


def test_words_of_the_same_subject_do_not_widen_what_is_found(engine: Page) -> None:
    answer = ask(engine, "plejehjem sygefravær")["plejehjem sygefravær"]
    assert answer["slugs"] == ["oesby-plejehjem"]


def test_small_words_of_a_question_take_no_case_away(engine: Page) -> None:
    short, long = "brunch plejeboliger", "har nogen gode erfaringer med at indføre brunch i plejeboliger?"
    answers = ask(engine, short, long)
    assert answers[long]["slugs"] == answers[short]["slugs"]
    assert answers[long]["slugs"][0] == "brunch-plejeboliger-koege"


def test_a_rough_guess_does_not_count_where_other_words_do(engine: Page) -> None:
    query = "medarbejdere planlægger kuber og opgaver"
    answer = ask(engine, query)[query]
    assert answer["corrected"] == []
    assert [failure["word"] for failure in answer["failed"]] == ["kuber"]


def test_both_words_of_an_unknown_compound_are_needed(engine: Page) -> None:
    answer = ask(engine, "rengøringsgaranti")["rengøringsgaranti"]
    assert answer["slugs"] == ["rengoering-og-job-ikast-brande"]
    assert answer["corrected"][0]["together"]


@pytest.mark.parametrize(
    "spellings",
    [
        ("100.000", "100000", "100 000"),
        ("250.000 kr.", "250000 kr.", "250 000 kr."),
        ("13,4", "13.4", "13,40"),
        ("CO2", "CO₂"),
        ("m2", "m²"),
        ("Müller", "muller"),
        ("Łódź", "Lodz"),
        ("2½ time", "2,5 time"),
        ("med ½ time", "med 0,5 time"),
    ],
)
def test_a_number_or_a_name_is_found_in_every_spelling(engine: Page, spellings: tuple[str, ...]) -> None:
    answers = ask(engine, *spellings)
    assert len({json.dumps([answer["slugs"], answer["nearby"]]) for answer in answers.values()}) == 1
    script = "text => casekatalog.language.words(casekatalog.language.canonical(text))"
    for text in spellings:
        assert engine.evaluate(script, text) == list(DANISH.words(DANISH.canonical(text)))


def test_a_number_is_found_as_the_page_writes_it(engine: Page) -> None:
    answers = ask(engine, "250000", "13.4")
    assert "oesby-plejehjem" in answers["250000"]["slugs"]
    assert "amager-faelled-skole" in answers["13.4"]["slugs"]


@pytest.mark.parametrize("number", ["3500", "1000", "99.999", "12,7", "7654321", "2099"])
def test_no_other_number_stands_in_for_one(engine: Page, number: str) -> None:
    answer = ask(engine, number)[number]
    assert (answer["slugs"], answer["corrected"]) == ([], [])
    assert answer["failed"][0]["offers"] == []


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "-", "§", "og", "\u0000", "a" * 3000, "<b>", "☃", "æ", "constructor", "__proto__"],
)
def test_strange_queries_break_nothing(engine: Page, query: str) -> None:
    ask(engine, query)


def test_both_sides_stem_alike(engine: Page) -> None:
    texts = [path.read_text("utf-8") for path in CASES.rglob("*.yaml")]
    words = sorted({word for text in texts for word in DANISH.words(DANISH.canonical(text))})
    script = "words => words.map(word => casekatalog.language.stem(casekatalog.language.canonical(word)))"
    assert engine.evaluate(script, words) == [DANISH.stem(word) for word in words]


@pytest.mark.parametrize(
    "forms",
    [
        "børn barnet",
        "anbragt anbragte anbringe anbringelser",
        "hjulpet hjælp",
        "investere investering",
        "koordinere koordination koordinator koordinerende",
        "klagede klage",
        "regel reglerne",
        "telefonnummer telefonnumre",
        "psykiatri psykiatrisk",
        "samarbejde samarbejder",
        "evaluere evaluering evalueret",
        "fejle fejlet fejl",
        "bruger brugere",
        "digital digitalisere digitalisering",
        "social socialt",
        "måle måling målt",
        "planlægge planlagt planlægning",
        "snyde snød snyd",
        "syg sygdom",
        "ny nye nyt",
        "flytte flytning",
        "vejlede vejledning",
        "undgå undgår undgik",
        "firma firmaer firmaerne",
        "skema skemaer",
    ],
)
def test_forms_of_one_word_have_one_stem(engine: Page, forms: str) -> None:
    script = "words => words.map(word => casekatalog.language.stem(casekatalog.language.canonical(word)))"
    assert len({DANISH.stem(DANISH.canonical(word)) for word in forms.split()}) == 1
    assert len(set(engine.evaluate(script, forms.split()))) == 1


def test_a_word_is_found_at_every_letter(engine: Page) -> None:
    words = ["vurdering", "psykiatrisk", "forebyggelse", "aabenraa", "regler", "rehabilitering", "anbragte"]
    typed = [word[:end] for word in words for end in range(3, len(word) + 1)]
    for query, answer in ask(engine, *typed).items():
        assert answer["slugs"] and not answer["failed"] and not answer["corrected"], query


def test_words_that_lie_in_one_file_are_found_at_the_first_try(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + "om/")
    assert not ask(page, "telefonnumre skat")["telefonnumre skat"]["failed"]
    page.close()


def test_a_word_said_often_is_one_word(engine: Page) -> None:
    answers = ask(engine, "ældre", "ældre " * 300)
    assert answers["ældre"] == answers["ældre " * 300]


def test_a_partner_is_found_as_a_phrase(engine: Page) -> None:
    query = '"Social- og Boligstyrelsen"'
    assert "peer-uddannelse-frederikshavn" in ask(engine, query)[query]["slugs"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Der er en gave i huset.\nTag den.\nÆldre, Sundhed", "Der er en gave i huset. Tag den."),
        ("Der er noget.\nGave, Sundhed", "Gave, Sundhed"),
        ("En gave\nTil alle?\nJa\nÆldre", "En gave. Til alle? Ja."),
        (
            "og så videre " * 9 + "en gave " + "og så videre " * 9 + "\nÆldre",
            "… en gave og så videre og så videre og så …",
        ),
        ("Intet.\nÆldre", ""),
    ],
)
def test_excerpt_keeps_apart_the_text_and_its_tags(engine: Page, text: str, excerpt: str) -> None:
    cut = "text => casekatalog.excerpt.excerpt(text, word => word.toLowerCase() === 'gave', 40)"
    assert engine.evaluate(cut, text) == excerpt


LONG = "https://eksempel.dk/" + "sti/" * 50


@pytest.mark.parametrize("length", [40, 150, 200])
@pytest.mark.parametrize(
    "text",
    [
        "kort\n" * 60 + "Gave svarer på alle spørgsmål fra kommunens borgere, og det tager tid. " * 5,
        f"Se {LONG} gave {LONG}",
        f"{LONG}gave",
        f"{LONG}gave/{LONG}",
        "gave",
        "ord " * 80 + "gave",
        "gave\n" + "ord\n" * 80,
        "x" * 500 + " gave " + "y" * 500,
    ],
)
def test_excerpt_always_holds_the_found_word(engine: Page, text: str, length: int) -> None:
    cut = """([text, length]) => {
      const isHit = word => word.toLowerCase() === "gave";
      return casekatalog.excerpt.pieces(casekatalog.excerpt.excerpt(text + "\\nÆldre", isHit, length), isHit);
    }"""
    pieces = engine.evaluate(cut, [text, length])
    assert "gave" in [piece.lower() for piece in pieces[1::2]]
    assert len("".join(pieces)) <= length + len("…  …")


def test_ranking_is_by_score_and_then_by_number(engine: Page) -> None:
    chance = random.Random(7)
    scores = [chance.choice((0.5, 1, chance.random(), 30 * chance.random(), 1e-9)) for _ in range(2000)]
    documents = sorted(chance.sample(range(2000), 700))
    subarray = "Float32Array.from([9, ...scores]).subarray(1)"
    ranked = f"([documents, scores]) => casekatalog.ranking.ranked(documents, {subarray})"
    single = engine.evaluate("scores => Array.from(Float32Array.from(scores))", scores)
    expected = sorted(documents, key=lambda document: (-single[document], document))
    assert engine.evaluate(ranked, [documents, scores]) == expected


def test_counts_are_those_of_brute_force(engine: Page, catalogue: Catalogue) -> None:
    chance = random.Random(4)
    states = [random_state(chance, catalogue) for _ in range(300)]
    said = {query: set(answer["slugs"]) for query, answer in ask(engine, *WORDS).items()}
    tags = [tags_of(catalogue, case) for case in catalogue.listed]
    gains = [[(gain.type, gain.evidence) for gain in case.gains or ()] for case in catalogue.listed]
    values = {"year": sorted({year for tag in tags for year in tag["year"]})}
    values |= {facet: list(catalogue.terms(facet)) for facet in FACETS}
    found = 0
    for state, counted in zip(states, engine.evaluate(COUNT, states), strict=True):
        within = [
            n for n, case in enumerate(catalogue.listed) if not state["q"] or case.slug in said[state["q"]]
        ]
        assert counted["matching"] == [n for n in within if matches(tags[n], gains[n], state)]
        found += bool(counted["matching"])
        for facet, names in values.items():
            rest = without(state, facet)
            for name in names:
                added = rest if facet == "year" else with_value(rest, facet, name)
                count = sum(name in tags[n][facet] and matches(tags[n], gains[n], added) for n in within)
                assert counted["counts"][facet][name] == count, (state, facet, name)
    assert found > 100


@pytest.mark.parametrize("types", [["oekonomi"], ["oekonomi", "tid"], ["udeblev"]])
@pytest.mark.parametrize("evidence", [["evalueret"], ["evalueret", "egen-opgoerelse"], ["forventet"]])
def test_a_gain_and_its_evidence_are_asked_of_the_same_gain(
    engine: Page, catalogue: Catalogue, types: list[str], evidence: list[str]
) -> None:
    state = {"q": "", "from": "", "to": "", "selection": {"gain_type": types, "evidence": evidence}}
    [counted] = engine.evaluate(COUNT, [state])
    assert counted["matching"] == [
        n
        for n, case in enumerate(catalogue.listed)
        if any(gain.type in types and gain.evidence in evidence for gain in case.gains or ())
    ]


WORDS = ("ældre", "samarbejde kommune", "økonomi", "rehabilitering", "læge")


def random_state(chance: random.Random, catalogue: Catalogue) -> dict[str, Any]:
    facets = chance.sample(list(FACETS), chance.choice((0, 0, 1, 1, 2, 3, 4)))
    return {
        "selection": {
            facet: chance.sample(list(catalogue.terms(facet)), chance.randint(1, 3)) for facet in facets
        },
        "from": chance.choice(("", "", "2008", "2011", "2030")),
        "to": chance.choice(("", "", "2012", "2015")),
        "q": chance.choice(("", *WORDS)),
    }


def tags_of(catalogue: Catalogue, case: Case) -> dict[str, tuple[str, ...]]:
    start = case.period.start if case.period else None
    return {facet: catalogue.tags(case, facet) for facet in FACETS} | {"year": (str(start),) if start else ()}


def without(state: dict[str, Any], facet: str) -> dict[str, Any]:
    if facet == "year":
        return state | {"from": "", "to": ""}
    return state | {"selection": {name: some for name, some in state["selection"].items() if name != facet}}


def with_value(state: dict[str, Any], facet: str, name: str) -> dict[str, Any]:
    return state | {"selection": state["selection"] | {facet: [name]}}


def matches(tags: dict[str, tuple[str, ...]], gains: list[tuple[str, str]], state: dict[str, Any]) -> bool:
    since, until = state["from"] or "0", state["to"] or "9999"
    in_time = not (state["from"] or state["to"]) or any(since <= year <= until for year in tags["year"])
    selection = state["selection"]
    types, evidence = selection.get("gain_type"), selection.get("evidence")
    in_one_gain = not (types and evidence) or any(kind in types and how in evidence for kind, how in gains)
    return in_time and in_one_gain and all(set(some) & set(tags[name]) for name, some in selection.items())
