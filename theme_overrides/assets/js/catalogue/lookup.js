/**
 * From what the reader asked for to the cases in order. No DOM here; files of the index are loaded on the way.
 * @typedef {InstanceType<typeof casekatalog.Facets>} CaseFacets
 */
casekatalog.lookup = (() => {
  "use strict";
  const { store } = casekatalog;
  /* The facets by which cases are sorted. */
  /** @type {Record<string, string[]>} */
  const NEEDED = { newest: ["year"], oldest: ["year"], evidence: ["evidence"], weakest: ["evidence"] };
  /* The orders that are others the other way round. */
  /** @type {Record<string, string>} */
  const REVERSED = { oldest: "newest", weakest: "evidence", last: "title" };

  /**
   * Promise the answer to a text, with phrases held to the letter; null without a text.
   * @param {string} text
   * @param {number} cases
   */
  async function ask(text, cases) {
    if (!text.trim()) return null;
    await store.load(["engine"]);
    const answer = await casekatalog.engine.ask(text);
    if (answer?.phrases.length) await keepPhrases(answer, cases);
    return answer;
  }

  /**
   * @param {Answer} answer
   * @param {number} cases
   */
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

  /**
   * Return by what the cases are sorted: relevance needs a text, and is the default with one.
   * @param {string} wanted
   * @param {boolean} hasText
   */
  function sorting(wanted, hasText) {
    if (wanted && (hasText || wanted !== "relevance")) return wanted;
    return hasText ? "relevance" : "fullest";
  }

  /**
   * Promise the matching cases, in order; the facets that `by` needs are at hand. Cases are numbered in the order of
   * lists, which decides between those that are alike.
   * @param {number[]} matching
   * @param {string} by
   * @param {Float32Array | null} scores
   * @param {CaseFacets} facets
   */
  async function inOrder(matching, by, scores, facets) {
    if (by === "relevance" && scores) return casekatalog.ranking.ranked(matching, scores);
    const ids = Array.from(matching);
    if (by === "fullest") return ids;
    const place = await places(REVERSED[by] ?? by, ids, facets),
      way = by in REVERSED ? -1 : 1;
    /** @param {number} id */
    const at = (id) => way * (place.get(id) ?? way * Infinity);
    return ids.sort((a, b) => at(a) - at(b) || a - b);
  }

  /**
   * Promise a number for each case, the lowest of which comes first; those that tell nothing of it have none.
   * @param {string} by
   * @param {number[]} ids
   * @param {CaseFacets} facets
   * @returns {Promise<Map<number, number>>}
   */
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
      return told(ids, (id) => (facets.of("year", id)[0] ? -Number(facets.of("year", id)[0]) : null));
    return told(ids, (id) => {
      const [best] = facets.of("evidence", id);
      return best ? facets.values.evidence.indexOf(best) : null;
    });
  }

  /**
   * @param {number[]} ids
   * @param {(id: number) => number | null} numberOf
   */
  function told(ids, numberOf) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const id of ids) {
      const number = numberOf(id);
      if (number !== null) found.set(id, number);
    }
    return found;
  }

  return { NEEDED, ask, sorting, inOrder };
})();
