/** How much of a question each document covers, and which order that gives. No DOM here. */
casekatalog.ranking = (() => {
  "use strict";
  const LIGHT = 0.3,
    QUESTION = 3,
    HAS_ALL = 1.2,
    LEAST_COVERED = 0.3,
    CLOSE = 0.5,
    MOST_NEAR = 8,
    BELOW_SCORE = 0x200000;

  /**
   * How much a word says that so many of all documents have.
   * @param {number} count
   * @param {number} total
   */
  function rarity(count, total) {
    return Math.log(1 + total / count);
  }

  /**
   * Return the scores of the documents from number `from` to before `to`, and whether any of them is `complete`:
   * full  of those that have every telling word, and of those that outdo one of them in a whole question
   * near  of those that lack some and yet cover a good part of what the question says
   * A word says the more, the fewer documents have it; a light word says little, and may be lacking.
   * In a whole question nothing may be lacking that is sought `exactly`.
   * @param {Found[]} words
   * @param {number} from
   * @param {number} to
   * @param {number} size
   * @param {boolean} exactly
   */
  function rank(words, from, to, size, exactly) {
    const full = new Float32Array(size),
      near = new Float32Array(size);
    const covered = new Float32Array(to - from),
      had = new Uint8Array(to - from);
    const telling = words.filter((word) => !word.light),
      needed = telling.length ? telling : words;
    let all = 0;
    for (const word of words) {
      const says = word.rare * (word.light ? LIGHT : 1),
        own = word.scores,
        counts = Number(needed.includes(word));
      all += says;
      for (let i = from; i < to; i++) {
        if (!own[i]) continue;
        near[i] += says * own[i];
        covered[i - from] += says;
        had[i - from] += counts && Number(!word.whole || word.whole[i]);
      }
    }
    let least = Infinity;
    for (let i = from; i < to; i++) {
      if (near[i] && had[i - from] === needed.length) {
        full[i] = near[i] * HAS_ALL;
        near[i] = 0;
        least = Math.min(least, full[i]);
      } else if (covered[i - from] < LEAST_COVERED * all) near[i] = 0;
    }
    if (needed.length >= QUESTION && !exactly) move(near, full, least);
    const close = CLOSE * near.reduce((best, score) => Math.max(best, score), 0);
    return { full, near: near.map((score) => (score < close ? 0 : score)), complete: least < Infinity };
  }

  /**
   * Move the scores above the least from one list to another.
   * @param {Float32Array} from
   * @param {Float32Array} to
   * @param {number} least
   */
  function move(from, to, least) {
    for (let i = 0; i < from.length; i++) {
      if (from[i] > least) {
        to[i] = from[i];
        from[i] = 0;
      }
    }
  }

  /**
   * Return documents with the greatest score first, equal ones by number. The bits of a score grow with it, and
   * with the document below them make one number: such numbers are sorted three times as fast as by comparing.
   * @param {number[]} documents
   * @param {Float32Array} scores
   */
  function ranked(documents, scores) {
    const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
    const keys = new Float64Array(documents.length),
      found = [];
    for (let i = 0; i < keys.length; i++)
      keys[i] = (0xffffffff - bits[documents[i]]) * BELOW_SCORE + documents[i];
    for (const key of keys.sort()) found.push(key - Math.floor(key / BELOW_SCORE) * BELOW_SCORE);
    return found;
  }

  /**
   * Return the cases among `matching` that come nearest when they lack some of the words, the nearest first.
   * @param {number[]} matching
   * @param {Float32Array} near
   */
  function nearest(matching, near) {
    return ranked(
      matching.filter((id) => near[id]),
      near,
    ).slice(0, MOST_NEAR);
  }

  return { rarity, rank, ranked, nearest };
})();
