/* From what the reader asked for to the cases in order. No DOM here; files of the index are loaded on the way. */
casekatalog.lookup = (() => {
  "use strict";
  const { store } = casekatalog;
  /* The facets by which cases are sorted. */
  const NEEDED = { newest: ["year"], oldest: ["year"], evidence: ["evidence"], weakest: ["evidence"] };
  /* The orders that are others the other way round. */
  const REVERSED = { oldest: "newest", weakest: "evidence", last: "title" };

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
    return hasText ? "relevance" : "fullest";
  }

  /* Promise the matching cases, in order; the facets that `by` needs are at hand. Cases are numbered in the order of
     lists, which decides between those that are alike. */
  async function inOrder(matching, by, scores, facets) {
    if (by === "relevance") return casekatalog.ranking.ranked(matching, scores);
    const ids = Array.from(matching);
    if (by === "fullest") return ids;
    const place = await places(REVERSED[by] ?? by, ids, facets),
      way = by in REVERSED ? -1 : 1;
    const at = (id) => (place.has(id) ? way * place.get(id) : Infinity);
    return ids.sort((a, b) => at(a) - at(b) || a - b);
  }

  /* Promise a number for each case, the lowest of which comes first; those that tell nothing of it have none. */
  async function places(by, ids, facets) {
    if (by === "title") {
      await store.load(["titles"]);
      return new Map(store.get("titles").map((id, place) => [id, place]));
    }
    if (by === "confirmed") {
      await store.load(["confirmed"]);
      const dates = store.get("confirmed").split(",");
      return told(ids, (id) => (dates[id] ? -Number(dates[id].replaceAll("-", "")) : null));
    }
    if (by === "newest")
      return told(ids, (id) => (facets.of("year", id)[0] ? -facets.of("year", id)[0] : null));
    return told(ids, (id) => {
      const [best] = facets.of("evidence", id);
      return best ? facets.values.evidence.indexOf(best) : null;
    });
  }

  function told(ids, numberOf) {
    return new Map(ids.map((id) => [id, numberOf(id)]).filter(([, number]) => number !== null));
  }

  return { NEEDED, ask, sorting, inOrder };
})();
