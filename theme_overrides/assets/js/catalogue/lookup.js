/* From what the reader asked for to the cases in order. No DOM here; files of the index are loaded on the way. */
casekatalog.lookup = (() => {
  "use strict";
  const { store } = casekatalog;

  /* Promise the answer to a text, with phrases held to the letter; null without a text. */
  async function ask(text, cases) {
    if (!text.trim()) return null;
    await store.load(["engine"]);
    const answer = await casekatalog.engine.ask(text);
    if (answer.phrases?.length) await keepPhrases(answer, cases);
    return answer;
  }

  async function keepPhrases(answer, cases) {
    const ids = [];
    for (let id = 0; id < cases; id++) if (answer.scores[id]) ids.push(id);
    await store.load(store.filesOf("texts", ids).concat(store.filesOf("cards", ids)));
    answer.scores = answer.scores.slice();
    for (const id of ids) {
      const { title, summary, place } = store.card(id),
        text = [title, summary, place, store.part("texts", id)].join("\n");
      if (!answer.phrases.every((phrase) => casekatalog.excerpt.hasPhrase(text, phrase)))
        answer.scores[id] = 0;
    }
  }

  /* Return by what the cases are sorted: relevance needs a text, and is the default with one. */
  function sorting(wanted, hasText) {
    if (wanted && (hasText || wanted !== "relevance")) return wanted;
    return hasText ? "relevance" : "title";
  }

  /* Promise the matching cases, in order; the facet `year` is at hand where they are sorted by it. */
  async function inOrder(matching, by, scores, facets) {
    if (by === "relevance") return casekatalog.ranking.ranked(matching, scores);
    const ids = Array.from(matching);
    if (by === "newest") {
      const years = new Map(ids.map((id) => [id, Number(facets.of("year", id)[0] || 0)]));
      ids.sort((a, b) => (years.get(b) ?? 0) - (years.get(a) ?? 0) || a - b);
    }
    if (by === "confirmed") {
      await store.load(["confirmed"]);
      const dates = store.get("confirmed").split(",");
      ids.sort((a, b) => (dates[b] < dates[a] ? -1 : dates[b] > dates[a] ? 1 : a - b));
    }
    return ids;
  }

  return { ask, sorting, inOrder };
})();
