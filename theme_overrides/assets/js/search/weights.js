/** How weighty documents are for what is sought: those that have any of some terms, or both words of a compound. No DOM here. */
casekatalog.searchWeights = (() => {
  "use strict";
  const { rarity } = casekatalog.ranking;
  const SYNONYM = 0.85,
    RELATED = 0.6,
    GUESS = 0.5,
    AGAIN = 0.1,
    MOST_WEIGHT = 15,
    LAST_ALONE = 0.2;

  /**
   * How much a term says for each time that a word does: the less, the commoner it is; 1 when either is nowhere.
   * @param {SearchIndex} index
   * @param {string} term
   * @param {string} stem
   */
  function ratio(index, term, stem) {
    const own = index.postings(stem),
      others = index.postings(term),
      cases = index.head.cases;
    if (!own || !others) return 1;
    return rarity(others.documents.length, cases) / rarity(own.documents.length, cases);
  }

  /**
   * How much a synonym says of what the word itself does, which is never more.
   * @param {SearchIndex} index
   * @param {string} group
   * @param {string} stem
   */
  function share(index, group, stem) {
    return Math.min(1, ratio(index, group, stem));
  }

  /**
   * Documents that have any of the terms, with the best of their weights in each. They are as rare as the word's own
   * stem, or, when it is nowhere, as the rarest of them.
   * @param {SearchIndex} index
   * @param {Map<string, number>} sought
   * @param {string} [stem]
   * @returns {Found}
   */
  function union(index, sought, stem) {
    const head = index.head,
      own = stem && index.postings(stem),
      scores = new Float32Array(head.documents),
      terms = /** @type {string[]} */ ([]);
    let count = 0,
      others = 0,
      rare = own ? rarity(own.documents.length, head.cases) : 0;
    for (const [term, share] of sought) {
      const list = index.postings(term);
      if (!list) continue;
      terms.push(term);
      if (!own) rare = Math.max(rare, share * rarity(list.documents.length, head.cases));
      for (let i = 0; i < list.documents.length; i++) {
        const number = list.documents[i],
          score = (share * list.weights[i]) / MOST_WEIGHT;
        if (!scores[number]) number < head.cases ? count++ : others++;
        scores[number] = Math.max(score, scores[number]) + AGAIN * Math.min(score, scores[number]);
      }
    }
    return { scores, count, others, terms, rare };
  }

  /**
   * Documents that have both words of a compound, its `whole`, and those with its last word alone, which says what it is.
   * @param {SearchIndex} index
   * @param {string[]} pair
   * @returns {Found}
   */
  function both(index, pair) {
    const [first, last] = pair.map((term) => {
      const sought = new Map([[term, GUESS]]);
      for (const group of index.groups(term))
        sought.set(group, GUESS * (index.isSame(group) ? SYNONYM : RELATED) * share(index, group, term));
      return union(index, sought);
    });
    const scores = last.scores,
      whole = new Uint8Array(scores.length);
    for (let i = 0; i < scores.length; i++) {
      whole[i] = Number(scores[i] && first.scores[i] > 0);
      scores[i] = whole[i] ? (first.scores[i] + scores[i]) / 2 : scores[i] * LAST_ALONE;
    }
    if (!whole.includes(1)) return union(index, new Map());
    return Object.assign(last, {
      whole,
      terms: first.terms.concat(last.terms),
      rare: Math.max(first.rare, last.rare),
    });
  }

  return { SYNONYM, RELATED, GUESS, ratio, share, union, both };
})();
