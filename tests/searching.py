"""What the search in a browser answers, and how much of what is wanted."""

from typing import Any

from playwright.sync_api import Page

ANSWER = """async queries => {
  await casekatalog.store.load(["engine", "facets"]);
  const search = casekatalog.engine, cases = casekatalog.store.get("facets").cases, answers = {};
  for (const query of queries) {
    const answer = await search.ask(query);
    const all = Array.from({ length: cases }, (_, id) => id), slugs = [], nearby = [];
    const full = !answer ? [] : casekatalog.ranking.ranked(all.filter(id => answer.scores[id]), answer.scores);
    for (const id of full) {
      await casekatalog.store.load(["cards", "texts"].flatMap(name => casekatalog.store.filesOf(name, [id])));
      const card = casekatalog.store.part("cards", id);
      const text = [card.title, card.summary, casekatalog.store.part("texts", id)].join("\\n");
      if (answer.phrases.every(phrase => casekatalog.excerpt.hasPhrase(text, phrase))) slugs.push(card.slug);
    }
    for (const id of answer?.near ? casekatalog.ranking.nearest(all, answer.near) : []) {
      await casekatalog.store.load(casekatalog.store.filesOf("cards", [id]));
      nearby.push(casekatalog.store.part("cards", id).slug);
    }
    const { failed, corrected, relaxed } = answer ?? {};
    answers[query] = { slugs, nearby, failed, corrected, relaxed };
  }
  return answers;
}"""


def ask(engine: Page, *queries: str) -> dict[str, Any]:
    answers: dict[str, Any] = engine.evaluate(ANSWER, list(queries))
    return answers


def recall(answer: dict[str, Any], wanted: list[str]) -> float:
    """Return how many of the wanted cases stand among the first five on the page."""
    found = answer["slugs"] + answer["nearby"]
    return len(set(found[:5]) & set(wanted)) / min(5, len(wanted))
